// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of petitions: one case for each event type.
public enum PetitionEvent: Equatable, Sendable {
    case answered(PetitionAnswered)
    case handedOver(PetitionHandedOver)
    case received(PetitionReceived)
    case supervised(PetitionSupervised)

    var payload: any Payload {
        switch self {
        case .answered(let event): event
        case .handedOver(let event): event
        case .received(let event): event
        case .supervised(let event): event
        }
    }

    public var petition: PetitionID {
        switch self {
        case .answered(let event): event.petition
        case .handedOver(let event): event.petition
        case .received(let event): event.petition
        case .supervised(let event): event.petition
        }
    }
}

extension PetitionEvent {
    static let kinds: [EventKind] = [
        EventKind(PetitionAnswered.self) { PetitionEvent.answered($0) },
        EventKind(PetitionHandedOver.self) { PetitionEvent.handedOver($0) },
        EventKind(PetitionReceived.self) { PetitionEvent.received($0) },
        EventKind(PetitionSupervised.self) { PetitionEvent.supervised($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("petition.answer", records: PetitionAnswered.self),
        CommandKind("petition.hand-over", records: PetitionHandedOver.self),
        CommandKind("petition.receive", records: PetitionReceived.self, numbered: "petition"),
        CommandKind("petition.supervise", records: PetitionSupervised.self),
    ]
}

/// `petition.answered`: Whoever brought a matter was told what became of it.
public struct PetitionAnswered: Equatable, Sendable {
    /// Id of the petition.
    public var petition: PetitionID
    /// What was answered; sealed.
    public var text: PersonalText?
    /// The unit that answers; left out, the body itself.
    public var unit: String?
}

extension PetitionAnswered: Payload {
    public static let type: StaticString = "petition.answered"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        petition = try object.required("petition")
        text = try object.optional("text")
        unit = try object.optionalText("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("petition", petition)
        writer.field("text", text)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [petition.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = petition.subject
        if text != nil { try body(&text!, PersonalField(owner: owner, name: "text")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("petition", .id("petition"), isRequired: true),
        CommandField("text", .personalText),
        CommandField("unit", .text(characterMax: 4_000)),
    ]
}

/// `petition.handed-over`: A petition was given to a unit, to be handled or passed on.
public struct PetitionHandedOver: Equatable, Sendable {
    /// Until when it has to be answered; left out, as the rules say.
    public var due: CalendarDate?
    /// Id of the petition.
    public var petition: PetitionID
    /// The unit.
    public var to: String
    /// To be handled there and reported back, or passed on to whoever is responsible.
    public var way: PetitionHandedOver.Way?
}

extension PetitionHandedOver: Payload {
    public static let type: StaticString = "petition.handed-over"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        due = try object.optional("due")
        petition = try object.required("petition")
        to = try object.text("to")
        way = try object.optional("way")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("due", due)
        writer.field("petition", petition)
        writer.field("to", to)
        writer.field("way", way)
    }

    public var about: [Subject] { [petition.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("due", .date),
        CommandField("petition", .id("petition"), isRequired: true),
        CommandField("to", .text(characterMax: 4_000), isRequired: true),
        CommandField("way", .words(["handle", "transfer"])),
    ]
}

/// `petition.received`: Somebody brought a matter in a letter, a visit, a call or online.
public struct PetitionReceived: Equatable, Sendable {
    public enum Kind: String, StoredWord {
        case letter
        case visit
        case call
        case online
    }

    /// Id of the reception at which it was brought.
    public var activity: ActivityID?
    /// Who brought it; sealed.
    public var from: PersonalText?
    /// How it was brought.
    public var kind: Kind
    /// What was brought; sealed.
    public var matter: PersonalText?
    /// Ids of the members who received it.
    public var members: [MemberID]
    /// Id of the petition.
    public var petition: PetitionID
    /// What it is about, without names; in the open.
    public var title: String
}

extension PetitionReceived: Payload {
    public static let type: StaticString = "petition.received"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.optional("activity")
        from = try object.optional("from")
        kind = try object.required("kind")
        matter = try object.optional("matter")
        members = try object.list("members")
        petition = try object.required("petition")
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("from", from)
        writer.field("kind", kind)
        writer.field("matter", matter)
        writer.list("members", members)
        writer.field("petition", petition)
        writer.field("title", title)
    }

    public var about: [Subject] { [petition.subject] + (activity.map { [$0.subject] } ?? []) + members.map(\.subject) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = petition.subject
        if from != nil { try body(&from!, PersonalField(owner: owner, name: "from")) }
        if matter != nil { try body(&matter!, PersonalField(owner: owner, name: "matter")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity")),
        CommandField("from", .personalText),
        CommandField("kind", .words(["letter", "visit", "call", "online"]), isRequired: true),
        CommandField("matter", .personalText),
        CommandField("members", .list(.id("member"), canBeEmpty: false)),
        CommandField("petition", .id("petition")),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `petition.supervised`: The body asked how a petition is going, and pressed for it.
public struct PetitionSupervised: Equatable, Sendable {
    /// Ids of the members who did.
    public var members: [MemberID]
    /// Id of the petition.
    public var petition: PetitionID
    /// What was found; sealed.
    public var text: PersonalText?
}

extension PetitionSupervised: Payload {
    public static let type: StaticString = "petition.supervised"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        members = try object.list("members")
        petition = try object.required("petition")
        text = try object.optional("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.list("members", members)
        writer.field("petition", petition)
        writer.field("text", text)
    }

    public var about: [Subject] { [petition.subject] + members.map(\.subject) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = petition.subject
        if text != nil { try body(&text!, PersonalField(owner: owner, name: "text")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("members", .list(.id("member"), canBeEmpty: false)),
        CommandField("petition", .id("petition"), isRequired: true),
        CommandField("text", .personalText),
    ]
}
