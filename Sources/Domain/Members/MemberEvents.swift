// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum MemberKind: IdentifierKind {
    public static let name: StaticString = "member"
    public static let prefix: StaticString = "M"
}

public typealias MemberID = Identifier<MemberKind>

public enum MemberEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = Member

    case joined(MemberJoined)
    case left(MemberLeft)
    case termBegan(MemberTermBegan)
    case assigned(MemberAssigned)
    case released(MemberReleased)
    case detailsChanged(MemberDetailsChanged)
    case merged(MemberMerged)

    static let kinds: [EventKind] = [
        EventKind(MemberJoined.self) { MemberEvent.joined($0) },
        EventKind(MemberLeft.self) { MemberEvent.left($0) },
        EventKind(past: MemberLeftV1.self) { MemberEvent.left($0) },
        EventKind(MemberTermBegan.self) { MemberEvent.termBegan($0) },
        EventKind(MemberAssigned.self) { MemberEvent.assigned($0) },
        EventKind(MemberReleased.self) { MemberEvent.released($0) },
        EventKind(MemberDetailsChanged.self) { MemberEvent.detailsChanged($0) },
        EventKind(MemberMerged.self) { MemberEvent.merged($0) },
    ]

    var payload: any Payload {
        switch self {
        case .joined(let event): event
        case .left(let event): event
        case .termBegan(let event): event
        case .assigned(let event): event
        case .released(let event): event
        case .detailsChanged(let event): event
        case .merged(let event): event
        }
    }

    var member: MemberID {
        switch self {
        case .joined(let event): event.member
        case .left(let event): event.member
        case .termBegan(let event): event.member
        case .assigned(let event): event.member
        case .released(let event): event.member
        case .detailsChanged(let event): event.member
        case .merged(let event): event.member
        }
    }
}

/// A birthday without its year: month and day suffice for a reminder.
enum Birthday {
    static func check(
        _ text: PersonalText?, _ object: borrowing ObjectReader
    ) throws(JSONError) {
        guard case .plain(let day)? = text else { return }
        // 2000 is a leap year: 29 February is a birthday.
        guard day.utf8.count == 5, CalendarDate("2000-" + day) != nil else {
            throw object.reader.invalid("birthday", expected: .monthAndDay, at: object.reader.offset)
        }
    }
}

/// `member.joined`: somebody becomes a member, for a first term.
public struct MemberJoined: Payload {
    public static let type: StaticString = "member.joined"
    public static var isPersonal: Bool { true }

    public var birthday: PersonalText?
    /// First day in office.
    public var from: CalendarDate
    public var groups: [String]
    public var member: MemberID
    public var name: PersonalText
    public var phone: PersonalText?
    public var roles: [String]
    public var sector: String?
    /// Last day in office, where it is known beforehand.
    public var until: CalendarDate?

    public init(from object: inout ObjectReader) throws(JSONError) {
        birthday = try object.optional("birthday")
        try Birthday.check(birthday, object)
        from = try object.required("from")
        groups = try object.texts("groups")
        member = try object.required("member")
        name = try object.required("name")
        phone = try object.optional("phone")
        roles = try object.texts("roles")
        sector = try object.optionalText("sector")
        until = try object.optional("until")
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
}

/// `member.left`: the term in office ends.
public struct MemberLeft: Payload {
    public static let type: StaticString = "member.left"
    public static let version: Int64 = 2
    public static var isPersonal: Bool { true }

    public var member: MemberID
    /// The last day in office.
    public var on: CalendarDate
    /// Why, such as an illness.
    public var why: PersonalText?

    public init(from object: inout ObjectReader) throws(JSONError) {
        member = try object.required("member")
        on = try object.required("on")
        why = try object.optional("why")
    }

    fileprivate init(member: MemberID, on: CalendarDate, why: PersonalText?) {
        (self.member, self.on, self.why) = (member, on, why)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("on", on)
        writer.field("why", why)
    }

    public var about: [Subject] { [member.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        if why != nil { try body(&why!, PersonalField(owner: member.subject, name: "why")) }
    }
}

/// Why was in the open.
enum MemberLeftV1: PastPayload {
    static let version: Int64 = 1

    static func read(from object: inout ObjectReader) throws(JSONError) -> MemberLeft {
        MemberLeft(member: try object.required("member"), on: try object.required("on"), why: try object.openText("why"))
    }
}

/// `member.term-began`: a member who left comes back, or is elected anew.
public struct MemberTermBegan: Payload {
    public static let type: StaticString = "member.term-began"

    public var from: CalendarDate
    public var member: MemberID
    public var until: CalendarDate?

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// What a member can belong to or hold for a time.
public struct Affiliation: Hashable, Sendable, CanonicalField {
    public enum Kind: String, StoredWord { case sector, group, role, place }

    public var kind: Kind
    public var name: String

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Affiliation {
        var object = try ObjectReader(reader)
        let affiliation = Affiliation(kind: try object.required("kind"), name: try object.text("name"))
        try object.end()
        reader = object.reader
        return affiliation
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.field("kind", kind)
        writer.field("name", name)
        writer.endObject()
    }
}

/// `member.assigned`: a sector, group, role or place from a day on.
public struct MemberAssigned: Payload {
    public static let type: StaticString = "member.assigned"

    public var from: CalendarDate
    public var member: MemberID
    public var to: Affiliation
    public var until: CalendarDate?

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `member.released`: what was assigned ends; `on` is its last day.
public struct MemberReleased: Payload {
    public static let type: StaticString = "member.released"

    public var member: MemberID
    public var of: Affiliation
    public var on: CalendarDate

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `member.details-changed`: a new name, telephone number or birthday.
public struct MemberDetailsChanged: Payload {
    public static let type: StaticString = "member.details-changed"
    public static var isPersonal: Bool { true }

    public var birthday: PersonalText?
    public var member: MemberID
    public var name: PersonalText?
    public var phone: PersonalText?

    public init(from object: inout ObjectReader) throws(JSONError) {
        birthday = try object.optional("birthday")
        try Birthday.check(birthday, object)
        member = try object.required("member")
        name = try object.optional("name")
        phone = try object.optional("phone")
        guard birthday != nil || name != nil || phone != nil else {
            throw JSONError(.missingField("name"), offset: object.reader.offset)
        }
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
}

/// `member.merged`: two ids turn out to be one person. What was recorded of either stays, and counts for the one that
/// goes on.
public struct MemberMerged: Payload {
    public static let type: StaticString = "member.merged"

    /// The id that goes on.
    public var into: MemberID
    /// The id that was given twice.
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
        into = try object.required("into")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("into", into)
        writer.field("member", member)
    }

    public var about: [Subject] { [member.subject, into.subject] }
}

extension MemberEvent {
    static let commands = [
        CommandKind("member.join", records: MemberJoined.self, numbered: .field(MemberKind.self) { $0.members }),
        CommandKind("member.leave", records: MemberLeft.self),
        CommandKind("member.begin-term", records: MemberTermBegan.self),
        CommandKind("member.assign", records: MemberAssigned.self),
        CommandKind("member.release", records: MemberReleased.self),
        CommandKind("member.change", records: MemberDetailsChanged.self),
        CommandKind("member.merge", records: MemberMerged.self, needsReason: true),
    ]
}
