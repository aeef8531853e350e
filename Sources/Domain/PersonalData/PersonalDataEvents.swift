// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What was decided on the personal data of a person: a member, or whoever a donation, an expense or a visit names.
public enum PersonalDataEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = PersonalData

    case erased(PersonalDataErased)
    case restricted(PersonalDataRestricted)
    case released(PersonalDataReleased)

    static let kinds: [EventKind] = [
        EventKind(PersonalDataErased.self) { PersonalDataEvent.erased($0) },
        EventKind(past: PersonalDataErasedV1.self) { PersonalDataEvent.erased($0) },
        EventKind(PersonalDataRestricted.self) { PersonalDataEvent.restricted($0) },
        EventKind(past: PersonalDataRestrictedV1.self) { PersonalDataEvent.restricted($0) },
        EventKind(PersonalDataReleased.self) { PersonalDataEvent.released($0) },
        EventKind(past: PersonalDataReleasedV1.self) { PersonalDataEvent.released($0) },
    ]

    var payload: any Payload {
        switch self {
        case .erased(let event): event
        case .restricted(let event): event
        case .released(let event): event
        }
    }

    /// Under whose key the data are sealed.
    var owner: Subject {
        switch self {
        case .erased(let event): event.owner
        case .restricted(let event): event.owner
        case .released(let event): event.owner
        }
    }
}

/// `personal-data.erased`: the person's key is destroyed, and with it every name, number and reason sealed under it.
/// The entries stay, and so do their hashes.
public struct PersonalDataErased: Payload {
    public static let type: StaticString = "personal-data.erased"
    public static let version: Int64 = 2

    public var owner: Subject

    public init(from object: inout ObjectReader) throws(JSONError) { owner = try object.dataOwner(DataOwner.kinds) }
    fileprivate init(owner: Subject) { self.owner = owner }
    public func write(to writer: inout CanonicalWriter) { writer.field("owner", owner) }
    public var about: [Subject] { [owner] }
}

/// Whoever an expense names could not be meant.
enum PersonalDataErasedV1: PastPayload {
    static let version: Int64 = 1

    static func read(from object: inout ObjectReader) throws(JSONError) -> PersonalDataErased {
        PersonalDataErased(owner: try object.dataOwner(DataOwner.kindsV1))
    }
}

/// `personal-data.restricted`: where records must be kept, the data are kept and used for nothing.
public struct PersonalDataRestricted: Payload {
    public static let type: StaticString = "personal-data.restricted"
    public static let version: Int64 = 2

    public var owner: Subject

    public init(from object: inout ObjectReader) throws(JSONError) { owner = try object.dataOwner(DataOwner.kinds) }
    fileprivate init(owner: Subject) { self.owner = owner }
    public func write(to writer: inout CanonicalWriter) { writer.field("owner", owner) }
    public var about: [Subject] { [owner] }
}

/// Whoever an expense names could not be meant.
enum PersonalDataRestrictedV1: PastPayload {
    static let version: Int64 = 1

    static func read(from object: inout ObjectReader) throws(JSONError) -> PersonalDataRestricted {
        PersonalDataRestricted(owner: try object.dataOwner(DataOwner.kindsV1))
    }
}

/// `personal-data.released`: a restriction ends.
public struct PersonalDataReleased: Payload {
    public static let type: StaticString = "personal-data.released"
    public static let version: Int64 = 2

    public var owner: Subject

    public init(from object: inout ObjectReader) throws(JSONError) { owner = try object.dataOwner(DataOwner.kinds) }
    fileprivate init(owner: Subject) { self.owner = owner }
    public func write(to writer: inout CanonicalWriter) { writer.field("owner", owner) }
    public var about: [Subject] { [owner] }
}

/// Whoever an expense names could not be meant.
enum PersonalDataReleasedV1: PastPayload {
    static let version: Int64 = 1

    static func read(from object: inout ObjectReader) throws(JSONError) -> PersonalDataReleased {
        PersonalDataReleased(owner: try object.dataOwner(DataOwner.kindsV1))
    }
}

/// The kinds of subjects that have keys of their own, and can be erased.
enum DataOwner {
    static let kindsV1: Set = ["donation", "member", "visit"]
    static let kinds = kindsV1.union(["expense"])
}

extension ObjectReader {
    fileprivate mutating func dataOwner(_ kinds: Set<String>) throws(JSONError) -> Subject {
        let start = reader.offset
        let owner: Subject = try required("owner")
        guard kinds.contains(String(owner.kind)) else {
            throw reader.invalid("owner", expected: .subject(of: kinds.sorted()), at: start)
        }
        return owner
    }
}

extension PersonalDataEvent {
    static let commands = [
        CommandKind("personal-data.erase", records: PersonalDataErased.self, needsReason: true),
        CommandKind("personal-data.restrict", records: PersonalDataRestricted.self, needsReason: true),
        CommandKind("personal-data.release", records: PersonalDataReleased.self, needsReason: true),
    ]
}
