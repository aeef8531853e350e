// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What was decided on the personal data of a person: a member, or whoever a donation or a visit names.
public enum PersonalDataEvent: Equatable, Sendable {
    case erased(PersonalDataErased)
    case restricted(PersonalDataRestricted)
    case released(PersonalDataReleased)

    static let kinds: [EventKind] = [
        EventKind(PersonalDataErased.self) { .personalData(.erased($0)) },
        EventKind(PersonalDataRestricted.self) { .personalData(.restricted($0)) },
        EventKind(PersonalDataReleased.self) { .personalData(.released($0)) },
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

    public var owner: Subject

    public init(from object: inout ObjectReader) throws(JSONError) { owner = try object.dataOwner() }
    public func write(to writer: inout CanonicalWriter) { writer.field("owner", owner) }
    public var about: [Subject] { [owner] }
}

/// `personal-data.restricted`: where records must be kept, the data are kept and used for nothing.
public struct PersonalDataRestricted: Payload {
    public static let type: StaticString = "personal-data.restricted"

    public var owner: Subject

    public init(from object: inout ObjectReader) throws(JSONError) { owner = try object.dataOwner() }
    public func write(to writer: inout CanonicalWriter) { writer.field("owner", owner) }
    public var about: [Subject] { [owner] }
}

/// `personal-data.released`: a restriction ends.
public struct PersonalDataReleased: Payload {
    public static let type: StaticString = "personal-data.released"

    public var owner: Subject

    public init(from object: inout ObjectReader) throws(JSONError) { owner = try object.dataOwner() }
    public func write(to writer: inout CanonicalWriter) { writer.field("owner", owner) }
    public var about: [Subject] { [owner] }
}

extension ObjectReader {
    fileprivate mutating func dataOwner() throws(JSONError) -> Subject {
        let start = reader.offset
        let owner: Subject = try required("owner")
        guard ["donation", "member", "visit"].contains(owner.kind) else {
            throw reader.invalid("owner", expected: "member:ID, donation:ID or visit:ID", at: start)
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
