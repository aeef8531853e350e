// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension NoticeIssued {
    static let kinds: [EventKind] = [
        EventKind(NoticeIssued.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("notice.issue", records: NoticeIssued.self, numbered: "notice"),
    ]
}

/// `notice.issued`: Members are told of an activity, of a change of it, or that it is cancelled. What they are told
/// follows from what is known of it then.
public struct NoticeIssued: Equatable, Sendable {
    public enum Means: String, StoredWord {
        case paper
        case message
        case phone
        case email
    }

    /// Id of the activity.
    public var activity: ActivityID
    /// How they were told; several where it was by several.
    public var means: [Means]
    /// Id of the notice.
    public var notice: NoticeID
}

extension NoticeIssued: Payload {
    public static let type: StaticString = "notice.issued"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        means = try object.list("means")
        notice = try object.required("notice")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.list("means", means)
        writer.field("notice", notice)
    }

    public var about: [Subject] { [notice.subject, activity.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("means", .list(.words(["paper", "message", "phone", "email"]))),
        CommandField("notice", .id("notice")),
    ]
}
