// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of personal data: one case for each event type.
public enum PersonalDataEvent: Equatable, Sendable {
    case erased(PersonalDataErased)
    case released(PersonalDataReleased)
    case restricted(PersonalDataRestricted)

    var payload: any Payload {
        switch self {
        case .erased(let event): event
        case .released(let event): event
        case .restricted(let event): event
        }
    }

    public var owner: Subject {
        switch self {
        case .erased(let event): event.owner
        case .released(let event): event.owner
        case .restricted(let event): event.owner
        }
    }
}

extension PersonalDataEvent {
    static let kinds: [EventKind] = [
        EventKind(past: PersonalDataErasedV1.self) { PersonalDataEvent.erased($0) },
        EventKind(PersonalDataErased.self) { PersonalDataEvent.erased($0) },
        EventKind(past: PersonalDataReleasedV1.self) { PersonalDataEvent.released($0) },
        EventKind(PersonalDataReleased.self) { PersonalDataEvent.released($0) },
        EventKind(past: PersonalDataRestrictedV1.self) { PersonalDataEvent.restricted($0) },
        EventKind(PersonalDataRestricted.self) { PersonalDataEvent.restricted($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("personal-data.erase", records: PersonalDataErased.self, needsReason: true),
        CommandKind("personal-data.release", records: PersonalDataReleased.self, needsReason: true),
        CommandKind("personal-data.restrict", records: PersonalDataRestricted.self, needsReason: true),
    ]
}

/// `personal-data.erased`, version 1: The person's key is destroyed, and with it every name, number and reason sealed
/// under it. The entries and their hashes stay.
public struct PersonalDataErasedV1: Equatable, Sendable {
    /// Whose personal data: a member, or whoever a donation or a visit names.
    public var owner: Subject
}

extension PersonalDataErasedV1 {
    public static let version: Int64 = 1
    /// The kinds of subjects that `owner` may be.
    static let ownerKinds = ["donation", "member", "visit"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        owner = try object.subject("owner", of: Self.ownerKinds)
    }
}

/// `personal-data.erased`: The person's key is destroyed, and with it every name, number and reason sealed under it.
/// The entries and their hashes stay.
public struct PersonalDataErased: Equatable, Sendable {
    /// Whose personal data: a member, whoever a donation, an expense, a visit or a petition names, or minutes.
    public var owner: Subject
}

extension PersonalDataErased: Payload {
    public static let type: StaticString = "personal-data.erased"
    public static let version: Int64 = 2
    /// The kinds of subjects that `owner` may be.
    static let ownerKinds = ["donation", "expense", "member", "minutes", "petition", "visit"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        owner = try object.subject("owner", of: Self.ownerKinds)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("owner", owner)
    }

    public var about: [Subject] { [owner] }

    public static let commandFields: [CommandField] = [
        CommandField("owner", .subject, isRequired: true),
    ]
}

/// `personal-data.released`, version 1: A restriction ends.
public struct PersonalDataReleasedV1: Equatable, Sendable {
    /// Whose personal data: a member, or whoever a donation or a visit names.
    public var owner: Subject
}

extension PersonalDataReleasedV1 {
    public static let version: Int64 = 1
    /// The kinds of subjects that `owner` may be.
    static let ownerKinds = ["donation", "member", "visit"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        owner = try object.subject("owner", of: Self.ownerKinds)
    }
}

/// `personal-data.released`: A restriction ends.
public struct PersonalDataReleased: Equatable, Sendable {
    /// Whose personal data: a member, whoever a donation, an expense, a visit or a petition names, or minutes.
    public var owner: Subject
}

extension PersonalDataReleased: Payload {
    public static let type: StaticString = "personal-data.released"
    public static let version: Int64 = 2
    /// The kinds of subjects that `owner` may be.
    static let ownerKinds = ["donation", "expense", "member", "minutes", "petition", "visit"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        owner = try object.subject("owner", of: Self.ownerKinds)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("owner", owner)
    }

    public var about: [Subject] { [owner] }

    public static let commandFields: [CommandField] = [
        CommandField("owner", .subject, isRequired: true),
    ]
}

/// `personal-data.restricted`, version 1: The data are kept and used for nothing.
public struct PersonalDataRestrictedV1: Equatable, Sendable {
    /// Whose personal data: a member, or whoever a donation or a visit names.
    public var owner: Subject
}

extension PersonalDataRestrictedV1 {
    public static let version: Int64 = 1
    /// The kinds of subjects that `owner` may be.
    static let ownerKinds = ["donation", "member", "visit"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        owner = try object.subject("owner", of: Self.ownerKinds)
    }
}

/// `personal-data.restricted`: The data are kept and used for nothing.
public struct PersonalDataRestricted: Equatable, Sendable {
    /// Whose personal data: a member, whoever a donation, an expense, a visit or a petition names, or minutes.
    public var owner: Subject
}

extension PersonalDataRestricted: Payload {
    public static let type: StaticString = "personal-data.restricted"
    public static let version: Int64 = 2
    /// The kinds of subjects that `owner` may be.
    static let ownerKinds = ["donation", "expense", "member", "minutes", "petition", "visit"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        owner = try object.subject("owner", of: Self.ownerKinds)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("owner", owner)
    }

    public var about: [Subject] { [owner] }

    public static let commandFields: [CommandField] = [
        CommandField("owner", .subject, isRequired: true),
    ]
}
