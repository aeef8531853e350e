// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension SpeechGiven {
    static let kinds: [EventKind] = [
        EventKind(SpeechGiven.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("speech.record", records: SpeechGiven.self, numbered: "speech"),
    ]
}

/// `speech.given`: Members speak at an activity, or hand in what they have to say.
public struct SpeechGiven: Equatable, Sendable {
    public enum Form: String, StoredWord {
        /// Spoken at the activity.
        case oral
        /// Handed in.
        case written
    }

    /// Id of the activity that it was given at.
    public var activity: ActivityID
    /// How it was given.
    public var form: Form
    /// Id of the agenda item that it was about.
    public var item: AgendaItemID?
    /// Ids of the members who gave it; several for a joint speech, the first speaker first.
    public var members: [MemberID]
    /// The day on which it was given, within an activity of several days.
    public var on: CalendarDate?
    /// Id of the speech.
    public var speech: SpeechID
    /// What was said, in the open; what is longer is an attachment.
    public var text: String?
    /// What it is called, or about.
    public var title: String?
}

extension SpeechGiven: Payload {
    public static let type: StaticString = "speech.given"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        form = try object.required("form")
        item = try object.optional("item")
        members = try object.required("members")
        on = try object.optional("on")
        speech = try object.required("speech")
        text = try object.optionalText("text")
        title = try object.optionalText("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("form", form)
        writer.field("item", item)
        writer.field("members", members)
        writer.field("on", on)
        writer.field("speech", speech)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] {
        [speech.subject, activity.subject] + (item.map { [$0.subject] } ?? []) + members.map(\.subject)
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("form", .words(["oral", "written"]), isRequired: true),
        CommandField("item", .id("agenda-item")),
        CommandField("members", .list(.id("member"), canBeEmpty: false), isRequired: true),
        CommandField("on", .date),
        CommandField("speech", .id("speech")),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000)),
    ]
}
