// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of agendas: one case for each event type.
public enum AgendaEvent: Equatable, Sendable {
    case itemAdded(AgendaItemAdded)
    case itemEnded(AgendaItemEnded)
    case itemMoved(AgendaItemMoved)

    var payload: any Payload {
        switch self {
        case .itemAdded(let event): event
        case .itemEnded(let event): event
        case .itemMoved(let event): event
        }
    }

    public var item: AgendaItemID {
        switch self {
        case .itemAdded(let event): event.item
        case .itemEnded(let event): event.item
        case .itemMoved(let event): event.item
        }
    }
}

extension AgendaEvent {
    static let kinds: [EventKind] = [
        EventKind(AgendaItemAdded.self) { AgendaEvent.itemAdded($0) },
        EventKind(AgendaItemEnded.self) { AgendaEvent.itemEnded($0) },
        EventKind(AgendaItemMoved.self) { AgendaEvent.itemMoved($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("agenda.add", records: AgendaItemAdded.self, numbered: "item"),
        CommandKind("agenda.end", records: AgendaItemEnded.self),
        CommandKind("agenda.move", records: AgendaItemMoved.self),
    ]
}

/// `agenda.item-added`: Something is put on the agenda of an activity.
public struct AgendaItemAdded: Equatable, Sendable {
    /// Id of the activity on whose agenda it is.
    public var activity: ActivityID
    /// Id of the agenda item.
    public var item: AgendaItemID
    /// Ids of the members who present it.
    public var members: [MemberID]
    /// Its place on the agenda, 1 for the first: whatever has that place and what follows come after it; left out, it
    /// is the last.
    public var number: Int64?
    /// The day it is for, within an activity of several days.
    public var on: CalendarDate?
    /// Which office or unit presents it; in the open, so that a private person's name does not belong in it.
    public var presenter: String?
    /// The sitting it is for, 1 for the first.
    public var sitting: Int64?
    /// What it is about.
    public var title: String
}

extension AgendaItemAdded: Payload {
    public static let type: StaticString = "agenda.item-added"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        item = try object.required("item")
        members = try object.list("members")
        number = try object.optionalPositive("number")
        on = try object.optional("on")
        presenter = try object.optionalText("presenter")
        sitting = try object.optionalPositive("sitting")
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("item", item)
        writer.list("members", members)
        writer.field("number", number)
        writer.field("on", on)
        writer.field("presenter", presenter)
        writer.field("sitting", sitting)
        writer.field("title", title)
    }

    public var about: [Subject] { [item.subject, activity.subject] + members.map(\.subject) }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("item", .id("agenda-item")),
        CommandField("members", .list(.id("member"))),
        CommandField("number", .count),
        CommandField("on", .date),
        CommandField("presenter", .text(characterMax: 4_000)),
        CommandField("sitting", .count),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `agenda.item-ended`: What became of an agenda item.
public struct AgendaItemEnded: Equatable, Sendable {
    public enum Outcome: String, StoredWord {
        /// The activity dealt with it.
        case dealtWith = "dealt-with"
        /// It is for another time.
        case postponed
        /// It is taken off the agenda.
        case dropped
    }

    /// Id of the agenda item.
    public var item: AgendaItemID
    /// What is to be said of it, in the open.
    public var note: String?
    /// What became of it.
    public var outcome: Outcome
    /// Id of the activity that it is postponed to; from then on it is the last item of that agenda.
    public var to: ActivityID?
}

extension AgendaItemEnded: Payload {
    public static let type: StaticString = "agenda.item-ended"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        item = try object.required("item")
        note = try object.optionalText("note")
        outcome = try object.required("outcome")
        to = try object.optional("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("item", item)
        writer.field("note", note)
        writer.field("outcome", outcome)
        writer.field("to", to)
    }

    public var about: [Subject] { [item.subject] + (to.map { [$0.subject] } ?? []) }

    public static let commandFields: [CommandField] = [
        CommandField("item", .id("agenda-item"), isRequired: true),
        CommandField("note", .text(characterMax: 4_000)),
        CommandField("outcome", .words(["dealt-with", "postponed", "dropped"]), isRequired: true),
        CommandField("to", .id("activity")),
    ]
}

/// `agenda.item-moved`: An agenda item gets another place on the agenda.
public struct AgendaItemMoved: Equatable, Sendable {
    /// Id of the agenda item.
    public var item: AgendaItemID
    /// Its place from now on, 1 for the first: whatever has that place and what follows come after it.
    public var number: Int64
}

extension AgendaItemMoved: Payload {
    public static let type: StaticString = "agenda.item-moved"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        item = try object.required("item")
        number = try object.positive("number")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("item", item)
        writer.field("number", number)
    }

    public var about: [Subject] { [item.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("item", .id("agenda-item"), isRequired: true),
        CommandField("number", .count, isRequired: true),
    ]
}
