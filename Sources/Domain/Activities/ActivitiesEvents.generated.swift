// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of activities: one case for each event type.
public enum ActivityEvent: Equatable, Sendable {
    case cancelled(ActivityCancelled)
    case closed(ActivityClosed)
    case opened(ActivityOpened)
    case rescheduled(ActivityRescheduled)
    case scheduled(ActivityScheduled)

    var payload: any Payload {
        switch self {
        case .cancelled(let event): event
        case .closed(let event): event
        case .opened(let event): event
        case .rescheduled(let event): event
        case .scheduled(let event): event
        }
    }

    public var activity: ActivityID {
        switch self {
        case .cancelled(let event): event.activity
        case .closed(let event): event.activity
        case .opened(let event): event.activity
        case .rescheduled(let event): event.activity
        case .scheduled(let event): event.activity
        }
    }
}

extension ActivityEvent {
    static let kinds: [EventKind] = [
        EventKind(ActivityCancelled.self) { ActivityEvent.cancelled($0) },
        EventKind(ActivityClosed.self) { ActivityEvent.closed($0) },
        EventKind(ActivityOpened.self) { ActivityEvent.opened($0) },
        EventKind(ActivityRescheduled.self) { ActivityEvent.rescheduled($0) },
        EventKind(ActivityScheduled.self) { ActivityEvent.scheduled($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("activity.cancel", records: ActivityCancelled.self, needsReason: true),
        CommandKind("activity.close", records: ActivityClosed.self),
        CommandKind("activity.open", records: ActivityOpened.self),
        CommandKind("activity.reschedule", records: ActivityRescheduled.self, needsReason: true),
        CommandKind("activity.schedule", records: ActivityScheduled.self, numbered: "activity"),
    ]
}

/// `activity.cancelled`: An activity does not take place.
public struct ActivityCancelled: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
}

extension ActivityCancelled: Payload {
    public static let type: StaticString = "activity.cancelled"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
    }

    public var about: [Subject] { [activity.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
    ]
}

/// `activity.closed`: An activity is over, with what came of it.
public struct ActivityClosed: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// What came of it.
    public var outcomes: [Outcome]
    /// How many people took part, where no names were taken.
    public var participants: Int64?
    /// Who held it together with the body.
    public var partners: [String]
    /// How much of what was done, such as households visited or hours of service.
    public var quantities: [ActQuantity]
}

extension ActivityClosed: Payload {
    public static let type: StaticString = "activity.closed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        outcomes = try object.list("outcomes")
        participants = try object.optionalPositive("participants")
        partners = try object.texts("partners")
        quantities = try object.list("quantities")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.list("outcomes", outcomes)
        writer.field("participants", participants)
        writer.list("partners", partners)
        writer.list("quantities", quantities)
    }

    public var about: [Subject] { [activity.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("outcomes", .list(.object(Outcome.fields))),
        CommandField("participants", .count),
        CommandField("partners", .list(.text(characterMax: 4_000))),
        CommandField("quantities", .list(.object(ActQuantity.fields))),
    ]
}

/// `activity.opened`: An activity has begun.
public struct ActivityOpened: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
}

extension ActivityOpened: Payload {
    public static let type: StaticString = "activity.opened"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
    }

    public var about: [Subject] { [activity.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
    ]
}

/// `activity.rescheduled`: An activity gets another time, and perhaps another place.
public struct ActivityRescheduled: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// When it is to take place now.
    public var on: Occurrence
    /// Where, if that changes too.
    public var place: String?
}

extension ActivityRescheduled: Payload {
    public static let type: StaticString = "activity.rescheduled"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        on = try object.required("on")
        place = try object.optionalText("place")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("on", on)
        writer.field("place", place)
    }

    public var about: [Subject] { [activity.subject] }

    public static var hasOccurrences: Bool { true }

    public mutating func forEachOccurrence(_ body: (inout Occurrence) -> Void) {
        body(&on)
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("on", .occurrence, isRequired: true),
        CommandField("place", .text(characterMax: 4_000)),
    ]
}

/// `activity.scheduled`: Something is to take place.
public struct ActivityScheduled: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// What it is about.
    public var content: String?
    /// Ids of the plan's items that it fulfils.
    public var fulfils: [String]
    /// How many half-days it takes, where attendance is counted by them.
    public var halfDays: Int64?
    /// Ids of the members who may be counted; absent for all members in office.
    public var invited: [MemberID]?
    /// What sort of activity; an open list of words, such as meeting.
    public var kind: OpenWord
    /// Whose activity it is, such as district; absent for the body's own.
    public var level: OpenWord?
    /// When it is to take place.
    public var on: Occurrence
    /// Who holds it together with the body.
    public var partners: [String]
    /// Where it is to take place.
    public var place: String?
    /// How much of what it is worth to whoever attends, such as credits; what is recorded when it is closed goes before
    /// it.
    public var quantities: [ActQuantity]
    /// Who is responsible for it.
    public var responsible: String?
    /// What it is called.
    public var title: String
}

extension ActivityScheduled: Payload {
    public static let type: StaticString = "activity.scheduled"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        content = try object.optionalText("content")
        fulfils = try object.texts("fulfils")
        halfDays = try object.optionalPositive("halfDays")
        invited = try object.optional("invited")
        kind = try object.required("kind")
        level = try object.optional("level")
        on = try object.required("on")
        partners = try object.texts("partners")
        place = try object.optionalText("place")
        quantities = try object.list("quantities")
        responsible = try object.optionalText("responsible")
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("content", content)
        writer.list("fulfils", fulfils)
        writer.field("halfDays", halfDays)
        writer.field("invited", invited)
        writer.field("kind", kind)
        writer.field("level", level)
        writer.field("on", on)
        writer.list("partners", partners)
        writer.field("place", place)
        writer.list("quantities", quantities)
        writer.field("responsible", responsible)
        writer.field("title", title)
    }

    public var about: [Subject] { [activity.subject] + (invited ?? []).map(\.subject) }

    public static var hasOccurrences: Bool { true }

    public mutating func forEachOccurrence(_ body: (inout Occurrence) -> Void) {
        body(&on)
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity")),
        CommandField("content", .text(characterMax: 4_000)),
        CommandField("fulfils", .list(.text(characterMax: 4_000))),
        CommandField("halfDays", .count),
        CommandField("invited", .list(.id("member"))),
        CommandField("kind", .openWord, isRequired: true),
        CommandField("level", .openWord),
        CommandField("on", .occurrence, isRequired: true),
        CommandField("partners", .list(.text(characterMax: 4_000))),
        CommandField("place", .text(characterMax: 4_000)),
        CommandField("quantities", .list(.object(ActQuantity.fields))),
        CommandField("responsible", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// One thing that came of it, or several of a kind.
public struct Outcome: Hashable, Sendable {
    public enum Kind: String, StoredWord {
        case suggestion
        case report
        case opinion
        case finding
        case decision
        case other
    }

    /// How many; absent where nobody counted.
    public var count: Int64?
    /// What it is.
    public var kind: Kind
    /// What it says.
    public var text: String?
    /// To whom it was passed on.
    public var to: String?
}

extension Outcome: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        count = try object.optionalPositive("count")
        kind = try object.required("kind")
        text = try object.optionalText("text")
        to = try object.optionalText("to")
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("count", count)
        writer.field("kind", kind)
        writer.field("text", text)
        writer.field("to", to)
    }

    public static let fields: [CommandField] = [
        CommandField("count", .count),
        CommandField(
            "kind", .words(["suggestion", "report", "opinion", "finding", "decision", "other"]), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("to", .text(characterMax: 4_000)),
    ]
}

/// So much of one thing; of the same thing twice, the sum.
public struct ActQuantity: Hashable, Sendable {
    /// In hundredths: 250 is two and a half.
    public var amount: Int64
    /// hour, day, credit, household, person, copy or another word.
    public var of: OpenWord
}

extension ActQuantity: CanonicalRecord {
    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        amount = try object.positive("amount")
        of = try object.required("of")
    }

    public func writeFields(to writer: inout CanonicalWriter) {
        writer.field("amount", amount)
        writer.field("of", of)
    }

    public static let fields: [CommandField] = [
        CommandField("amount", .count, isRequired: true),
        CommandField("of", .openWord, isRequired: true),
    ]
}
