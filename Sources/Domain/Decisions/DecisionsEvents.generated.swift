// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of decisions: one case for each event type.
public enum DecisionEvent: Equatable, Sendable {
    case answered(DecisionAnswered)
    case appraised(DecisionAppraised)
    case handedOver(DecisionHandedOver)
    case handled(DecisionHandled)
    case made(DecisionMade)

    var payload: any Payload {
        switch self {
        case .answered(let event): event
        case .appraised(let event): event
        case .handedOver(let event): event
        case .handled(let event): event
        case .made(let event): event
        }
    }

    public var decision: DecisionID {
        switch self {
        case .answered(let event): event.decision
        case .appraised(let event): event.decision
        case .handedOver(let event): event.decision
        case .handled(let event): event.decision
        case .made(let event): event.decision
        }
    }
}

extension DecisionEvent {
    static let kinds: [EventKind] = [
        EventKind(DecisionAnswered.self) { DecisionEvent.answered($0) },
        EventKind(DecisionAppraised.self) { DecisionEvent.appraised($0) },
        EventKind(DecisionHandedOver.self) { DecisionEvent.handedOver($0) },
        EventKind(DecisionHandled.self) { DecisionEvent.handled($0) },
        EventKind(DecisionMade.self) { DecisionEvent.made($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("decision.answer", records: DecisionAnswered.self),
        CommandKind("decision.appraise", records: DecisionAppraised.self),
        CommandKind("decision.hand-over", records: DecisionHandedOver.self),
        CommandKind("decision.handle", records: DecisionHandled.self),
        CommandKind("decision.record", records: DecisionMade.self, numbered: "decision"),
    ]
}

/// `decision.answered`: The unit reported how it carries the decision out.
public struct DecisionAnswered: Equatable, Sendable {
    /// Id of the decision.
    public var decision: DecisionID
    /// What it says; longer ones are attachments.
    public var text: String?
    /// The unit that answers.
    public var unit: String
}

extension DecisionAnswered: Payload {
    public static let type: StaticString = "decision.answered"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        decision = try object.required("decision")
        text = try object.optionalText("text")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("decision", decision)
        writer.field("text", text)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [decision.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("decision", .id("decision"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `decision.appraised`: The meeting appraised how the decision was handled.
public struct DecisionAppraised: Equatable, Sendable {
    /// Id of the appraisal.
    public var ballot: BallotID
    /// Id of the decision.
    public var decision: DecisionID
}

extension DecisionAppraised: Payload {
    public static let type: StaticString = "decision.appraised"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        ballot = try object.required("ballot")
        decision = try object.required("decision")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("ballot", ballot)
        writer.field("decision", decision)
    }

    public var about: [Subject] { [decision.subject, ballot.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("ballot", .id("ballot"), isRequired: true),
        CommandField("decision", .id("decision"), isRequired: true),
    ]
}

/// `decision.handed-over`: A decision was given to a unit to be carried out.
public struct DecisionHandedOver: Equatable, Sendable {
    /// Id of the decision.
    public var decision: DecisionID
    /// Until when it has to answer; left out, as the rules say.
    public var due: CalendarDate?
    /// The unit.
    public var to: String
}

extension DecisionHandedOver: Payload {
    public static let type: StaticString = "decision.handed-over"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        decision = try object.required("decision")
        due = try object.optional("due")
        to = try object.text("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("decision", decision)
        writer.field("due", due)
        writer.field("to", to)
    }

    public var about: [Subject] { [decision.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("decision", .id("decision"), isRequired: true),
        CommandField("due", .date),
        CommandField("to", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `decision.handled`: What the decision asks for is done.
public struct DecisionHandled: Equatable, Sendable {
    /// Id of the decision.
    public var decision: DecisionID
    /// What was done.
    public var text: String?
}

extension DecisionHandled: Payload {
    public static let type: StaticString = "decision.handled"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        decision = try object.required("decision")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("decision", decision)
        writer.field("text", text)
    }

    public var about: [Subject] { [decision.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("decision", .id("decision"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
    ]
}

/// `decision.made`: A resolution, a decision or an opinion on a report was passed.
public struct DecisionMade: Equatable, Sendable {
    /// Id of the meeting that passed it.
    public var activity: ActivityID?
    /// Id of the vote that carried it.
    public var ballot: BallotID?
    /// Id of the decision.
    public var decision: DecisionID
    /// Id of the item of the meeting's agenda; only with an activity.
    public var item: AgendaItemID?
    /// A resolution, a decision, or an opinion on a report.
    public var kind: DecisionMade.Kind
    /// Under which it was issued.
    public var number: String?
    /// What it says; longer ones are attachments.
    public var text: String?
    /// What it is called.
    public var title: String
}

extension DecisionMade: Payload {
    public static let type: StaticString = "decision.made"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        activity = try object.optional("activity")
        ballot = try object.optional("ballot")
        decision = try object.required("decision")
        item = try object.optional("item")
        kind = try object.required("kind")
        number = try object.optionalText("number")
        text = try object.optionalText("text")
        title = try object.text("title")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("ballot", ballot)
        writer.field("decision", decision)
        writer.field("item", item)
        writer.field("kind", kind)
        writer.field("number", number)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] {
        [decision.subject] + (activity.map { [$0.subject] } ?? []) + (item.map { [$0.subject] } ?? []) + (ballot.map { [$0.subject] } ?? [])
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity")),
        CommandField("ballot", .id("ballot")),
        CommandField("decision", .id("decision")),
        CommandField("item", .id("agenda-item")),
        CommandField("kind", .words(["resolution", "decision", "opinion"]), isRequired: true),
        CommandField("number", .text(characterMax: 4_000)),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}
