// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum ActivityKind: IdentifierKind {
    public static let name: StaticString = "activity"
    public static let prefix: StaticString = "A"
}

public typealias ActivityID = Identifier<ActivityKind>

public enum ActivityEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = Activity

    case scheduled(ActivityScheduled)
    case rescheduled(ActivityRescheduled)
    case cancelled(ActivityCancelled)
    case opened(ActivityOpened)
    case closed(ActivityClosed)

    static let kinds: [EventKind] = [
        EventKind(ActivityScheduled.self) { ActivityEvent.scheduled($0) },
        EventKind(ActivityRescheduled.self) { ActivityEvent.rescheduled($0) },
        EventKind(ActivityCancelled.self) { ActivityEvent.cancelled($0) },
        EventKind(ActivityOpened.self) { ActivityEvent.opened($0) },
        EventKind(ActivityClosed.self) { ActivityEvent.closed($0) },
    ]

    var payload: any Payload {
        switch self {
        case .scheduled(let event): event
        case .rescheduled(let event): event
        case .cancelled(let event): event
        case .opened(let event): event
        case .closed(let event): event
        }
    }

    var activity: ActivityID {
        switch self {
        case .scheduled(let event): event.activity
        case .rescheduled(let event): event.activity
        case .cancelled(let event): event.activity
        case .opened(let event): event.activity
        case .closed(let event): event.activity
        }
    }
}

/// A word of an open list, such as the kind of an activity: lower-case letters and hyphens.
public struct OpenWord: Hashable, Comparable, Sendable, CustomStringConvertible, CanonicalField {
    public let description: String

    public init?(_ text: String) {
        guard let first = text.utf8.first, Self.isLetter(first), text.utf8.count <= 64,
            text.utf8.allSatisfy({ Self.isLetter($0) || $0 == UInt8(ascii: "-") })
        else { return nil }
        description = text
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "a") < 26 }

    public static func < (left: OpenWord, right: OpenWord) -> Bool { left.description < right.description }

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> OpenWord {
        let start = reader.offset
        guard let word = OpenWord(try String.read(from: &reader, field: field)) else {
            throw reader.invalid(field, expected: .openWord, at: start)
        }
        return word
    }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
}

/// `activity.scheduled`: something is to take place.
public struct ActivityScheduled: Payload {
    public static let type: StaticString = "activity.scheduled"

    public var activity: ActivityID
    public var content: String?
    /// Ids of the plan's items that it fulfils.
    public var fulfils: [String]
    /// How many half-days it takes, where attendance is counted by them.
    public var halfDays: Int64?
    /// Who may be counted; nil means all members in office on the day.
    public var invited: [MemberID]?
    public var kind: OpenWord
    /// Whose activity it is where it is not the body's own, such as `district`.
    public var level: OpenWord?
    /// When it is to take place.
    public var on: Occurrence
    public var partners: [String]
    public var place: String?
    public var responsible: String?
    public var title: String

    public init(from object: inout ObjectReader) throws(JSONError) {
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
        writer.field("responsible", responsible)
        writer.field("title", title)
    }

    public var about: [Subject] { [activity.subject] + (invited ?? []).map(\.subject) }
}

/// `activity.rescheduled`: another time or place.
public struct ActivityRescheduled: Payload {
    public static let type: StaticString = "activity.rescheduled"

    public var activity: ActivityID
    public var on: Occurrence
    public var place: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `activity.cancelled`: it does not take place.
public struct ActivityCancelled: Payload {
    public static let type: StaticString = "activity.cancelled"

    public var activity: ActivityID

    public init(from object: inout ObjectReader) throws(JSONError) { activity = try object.required("activity") }
    public func write(to writer: inout CanonicalWriter) { writer.field("activity", activity) }
    public var about: [Subject] { [activity.subject] }
}

/// `activity.opened`: it has begun.
public struct ActivityOpened: Payload {
    public static let type: StaticString = "activity.opened"

    public var activity: ActivityID

    public init(from object: inout ObjectReader) throws(JSONError) { activity = try object.required("activity") }
    public func write(to writer: inout CanonicalWriter) { writer.field("activity", activity) }
    public var about: [Subject] { [activity.subject] }
}

/// What came of an activity.
public struct Outcome: Equatable, Sendable, CanonicalField {
    public enum Kind: String, StoredWord { case suggestion, report, opinion, finding, decision, other }

    /// How many; nil where it was not counted.
    public var count: Int64?
    public var kind: Kind
    public var text: String?
    /// To whom it was passed on.
    public var to: String?

    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Outcome {
        var object = try ObjectReader(reader)
        let outcome = Outcome(
            count: try object.optionalPositive("count"), kind: try object.required("kind"),
            text: try object.optionalText("text"), to: try object.optionalText("to"))
        try object.end()
        reader = object.reader
        return outcome
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writer.field("count", count)
        writer.field("kind", kind)
        writer.field("text", text)
        writer.field("to", to)
        writer.endObject()
    }
}

/// `activity.closed`: it is over, with what came of it.
public struct ActivityClosed: Payload {
    public static let type: StaticString = "activity.closed"

    public var activity: ActivityID
    public var outcomes: [Outcome]
    /// How many took part, where no names were taken.
    public var participants: Int64?
    public var partners: [String]

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.required("activity")
        outcomes = try object.list("outcomes")
        participants = try object.optionalPositive("participants")
        partners = try object.texts("partners")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.list("outcomes", outcomes)
        writer.field("participants", participants)
        writer.list("partners", partners)
    }

    public var about: [Subject] { [activity.subject] }
}

extension ActivityEvent {
    static let commands = [
        CommandKind(
            "activity.schedule", records: ActivityScheduled.self,
            numbered: .field(ActivityKind.self) { $0.activities }, datesInWords: ["on"]),
        CommandKind(
            "activity.reschedule", records: ActivityRescheduled.self, datesInWords: ["on"], needsReason: true),
        CommandKind("activity.cancel", records: ActivityCancelled.self, needsReason: true),
        CommandKind("activity.open", records: ActivityOpened.self),
        CommandKind("activity.close", records: ActivityClosed.self),
    ]
}
