// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of members: one case for each event type.
public enum MemberEvent: Equatable, Sendable {
    case assigned(MemberAssigned)
    case detailsChanged(MemberDetailsChanged)
    case joined(MemberJoined)
    case left(MemberLeft)
    case merged(MemberMerged)
    case released(MemberReleased)
    case termBegan(MemberTermBegan)

    var payload: any Payload {
        switch self {
        case .assigned(let event): event
        case .detailsChanged(let event): event
        case .joined(let event): event
        case .left(let event): event
        case .merged(let event): event
        case .released(let event): event
        case .termBegan(let event): event
        }
    }

    public var member: MemberID {
        switch self {
        case .assigned(let event): event.member
        case .detailsChanged(let event): event.member
        case .joined(let event): event.member
        case .left(let event): event.member
        case .merged(let event): event.member
        case .released(let event): event.member
        case .termBegan(let event): event.member
        }
    }
}

extension MemberEvent {
    static let kinds: [EventKind] = [
        EventKind(MemberAssigned.self) { MemberEvent.assigned($0) },
        EventKind(MemberDetailsChanged.self) { MemberEvent.detailsChanged($0) },
        EventKind(MemberJoined.self) { MemberEvent.joined($0) },
        EventKind(past: MemberLeftV1.self) { MemberEvent.left($0) },
        EventKind(MemberLeft.self) { MemberEvent.left($0) },
        EventKind(MemberMerged.self) { MemberEvent.merged($0) },
        EventKind(MemberReleased.self) { MemberEvent.released($0) },
        EventKind(MemberTermBegan.self) { MemberEvent.termBegan($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("member.assign", records: MemberAssigned.self),
        CommandKind("member.change", records: MemberDetailsChanged.self),
        CommandKind("member.join", records: MemberJoined.self, numbered: "member"),
        CommandKind("member.leave", records: MemberLeft.self),
        CommandKind("member.merge", records: MemberMerged.self, needsReason: true),
        CommandKind("member.release", records: MemberReleased.self),
        CommandKind("member.begin-term", records: MemberTermBegan.self),
    ]
}

/// `member.assigned`: A member gets a sector, group, role or place from a day on.
public struct MemberAssigned: Equatable, Sendable {
    /// First day.
    public var from: CalendarDate
    /// Id of the member.
    public var member: MemberID
    /// What the member is assigned to.
    public var to: Affiliation
    /// Last day, where it is known beforehand.
    public var until: CalendarDate?
}

extension MemberAssigned: Payload {
    public static let type: StaticString = "member.assigned"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        from = try object.required("from")
        member = try object.required("member")
        to = try object.required("to")
        until = try object.optional("until")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("from", from)
        writer.field("member", member)
        writer.field("to", to)
        writer.field("until", until)
    }

    public var about: [Subject] { [member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("from", .date, isRequired: true),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("to", .object(Affiliation.fields), isRequired: true),
        CommandField("until", .date),
    ]
}

/// `member.details-changed`: A new name, telephone number or birthday; at least one of them.
public struct MemberDetailsChanged: Equatable, Sendable {
    /// Month and day, MM-DD; sealed.
    public var birthday: PersonalText?
    /// Id of the member.
    public var member: MemberID
    /// The name; sealed.
    public var name: PersonalText?
    /// The telephone number; sealed.
    public var phone: PersonalText?
}

extension MemberDetailsChanged: Payload {
    public static let type: StaticString = "member.details-changed"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        birthday = try object.optional("birthday")
        member = try object.required("member")
        name = try object.optional("name")
        phone = try object.optional("phone")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("birthday", birthday)
        writer.field("member", member)
        writer.field("name", name)
        writer.field("phone", phone)
    }

    public var about: [Subject] { [member.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = member.subject
        if birthday != nil { try body(&birthday!, PersonalField(owner: owner, name: "birthday")) }
        if name != nil { try body(&name!, PersonalField(owner: owner, name: "name")) }
        if phone != nil { try body(&phone!, PersonalField(owner: owner, name: "phone")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("birthday", .personalMonthDay),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("name", .personalText),
        CommandField("phone", .personalText),
    ]
}

/// `member.joined`: Somebody becomes a member, for a first term.
public struct MemberJoined: Equatable, Sendable {
    /// Month and day, MM-DD; sealed.
    public var birthday: PersonalText?
    /// First day in office.
    public var from: CalendarDate
    /// Names of the groups the member belongs to.
    public var groups: [String]
    /// Id of the member.
    public var member: MemberID
    /// The name; sealed.
    public var name: PersonalText
    /// The telephone number; sealed.
    public var phone: PersonalText?
    /// Offices the member holds, such as group leader.
    public var roles: [String]
    /// The sector (界别) the member belongs to.
    public var sector: String?
    /// Last day in office, where it is known beforehand.
    public var until: CalendarDate?
}

extension MemberJoined: Payload {
    public static let type: StaticString = "member.joined"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        birthday = try object.optional("birthday")
        from = try object.required("from")
        groups = try object.texts("groups")
        member = try object.required("member")
        name = try object.required("name")
        phone = try object.optional("phone")
        roles = try object.texts("roles")
        sector = try object.optionalText("sector")
        until = try object.optional("until")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("birthday", birthday)
        writer.field("from", from)
        writer.list("groups", groups)
        writer.field("member", member)
        writer.field("name", name)
        writer.field("phone", phone)
        writer.list("roles", roles)
        writer.field("sector", sector)
        writer.field("until", until)
    }

    public var about: [Subject] { [member.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = member.subject
        if birthday != nil { try body(&birthday!, PersonalField(owner: owner, name: "birthday")) }
        try body(&name, PersonalField(owner: owner, name: "name"))
        if phone != nil { try body(&phone!, PersonalField(owner: owner, name: "phone")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("birthday", .personalMonthDay),
        CommandField("from", .date, isRequired: true),
        CommandField("groups", .list(.text(characterMax: 4_000))),
        CommandField("member", .id("member")),
        CommandField("name", .personalText, isRequired: true),
        CommandField("phone", .personalText),
        CommandField("roles", .list(.text(characterMax: 4_000))),
        CommandField("sector", .text(characterMax: 4_000)),
        CommandField("until", .date),
    ]
}

/// `member.left`, version 1: A term in office ends.
public struct MemberLeftV1: Equatable, Sendable {
    /// Id of the member.
    public var member: MemberID
    /// Last day in office.
    public var on: CalendarDate
    /// Why the term ended.
    public var why: String?
}

extension MemberLeftV1 {
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        member = try object.required("member")
        on = try object.required("on")
        why = try object.optionalText("why")
    }
}

/// `member.left`: A term in office ends.
public struct MemberLeft: Equatable, Sendable {
    /// Id of the member.
    public var member: MemberID
    /// Last day in office.
    public var on: CalendarDate
    /// Why the term ended; sealed.
    public var why: PersonalText?
}

extension MemberLeft: Payload {
    public static let type: StaticString = "member.left"
    public static let version: Int64 = 2
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        member = try object.required("member")
        on = try object.required("on")
        why = try object.optional("why")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("on", on)
        writer.field("why", why)
    }

    public var about: [Subject] { [member.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = member.subject
        if why != nil { try body(&why!, PersonalField(owner: owner, name: "why")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("member", .id("member"), isRequired: true),
        CommandField("on", .date, isRequired: true),
        CommandField("why", .personalText),
    ]
}

/// `member.merged`: Two ids turn out to be one member.
public struct MemberMerged: Equatable, Sendable {
    /// The id that is kept.
    public var into: MemberID
    /// The id that was given twice.
    public var member: MemberID
}

extension MemberMerged: Payload {
    public static let type: StaticString = "member.merged"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        into = try object.required("into")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("into", into)
        writer.field("member", member)
    }

    public var about: [Subject] { [member.subject, into.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("into", .id("member"), isRequired: true),
        CommandField("member", .id("member"), isRequired: true),
    ]
}

/// `member.released`: What a member was assigned to ends.
public struct MemberReleased: Equatable, Sendable {
    /// Id of the member.
    public var member: MemberID
    /// What the member is released from.
    public var of: Affiliation
    /// Last day it is the member's.
    public var on: CalendarDate
}

extension MemberReleased: Payload {
    public static let type: StaticString = "member.released"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        member = try object.required("member")
        of = try object.required("of")
        on = try object.required("on")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("of", of)
        writer.field("on", on)
    }

    public var about: [Subject] { [member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("member", .id("member"), isRequired: true),
        CommandField("of", .object(Affiliation.fields), isRequired: true),
        CommandField("on", .date, isRequired: true),
    ]
}

/// `member.term-began`: A member who left comes back, or is elected anew.
public struct MemberTermBegan: Equatable, Sendable {
    /// First day in office.
    public var from: CalendarDate
    /// Id of the member.
    public var member: MemberID
    /// Last day in office, where it is known beforehand.
    public var until: CalendarDate?
}

extension MemberTermBegan: Payload {
    public static let type: StaticString = "member.term-began"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        from = try object.required("from")
        member = try object.required("member")
        until = try object.optional("until")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("from", from)
        writer.field("member", member)
        writer.field("until", until)
    }

    public var about: [Subject] { [member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("from", .date, isRequired: true),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("until", .date),
    ]
}

/// What the member is assigned to.
public struct Affiliation: Hashable, Sendable {
    public enum Kind: String, StoredWord {
        case sector
        case group
        case role
        case place
    }

    /// What it is.
    public var kind: Kind
    /// What it is called.
    public var name: String
}

extension Affiliation: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        kind = try object.required("kind")
        name = try object.text("name")
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("kind", kind)
        writer.field("name", name)
    }

    public static let fields: [CommandField] = [
        CommandField("kind", .words(["sector", "group", "role", "place"]), isRequired: true),
        CommandField("name", .text(characterMax: 4_000), isRequired: true),
    ]
}
