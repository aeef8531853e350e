// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension WorkFiled {
    static let kinds: [EventKind] = [
        EventKind(WorkFiled.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("work.file", records: WorkFiled.self, numbered: "work"),
    ]
}

/// `work.filed`: Something written is on file.
public struct WorkFiled: Equatable, Sendable {
    /// Id of the activity it belongs to.
    public var activity: ActivityID?
    /// Ids of the members who wrote it.
    public var authors: [MemberID]
    /// What sort of writing: report, minutes, notice, materials, plan, summary, reflection, article, publicity, other,
    /// or another word.
    public var kind: OpenWord
    /// How much of what it comes to, such as copies printed.
    public var quantities: [ActQuantity]
    /// What it says.
    public var text: String?
    /// What it is called.
    public var title: String
    /// Id of the work.
    public var work: WorkID
}

extension WorkFiled: Payload {
    public static let type: StaticString = "work.filed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.optional("activity")
        authors = try object.list("authors")
        kind = try object.required("kind")
        quantities = try object.list("quantities")
        text = try object.optionalText("text")
        title = try object.text("title")
        work = try object.required("work")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.list("authors", authors)
        writer.field("kind", kind)
        writer.list("quantities", quantities)
        writer.field("text", text)
        writer.field("title", title)
        writer.field("work", work)
    }

    public var about: [Subject] { [work.subject] + authors.map(\.subject) + (activity.map { [$0.subject] } ?? []) }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity")),
        CommandField("authors", .list(.id("member"))),
        CommandField("kind", .openWord, isRequired: true),
        CommandField("quantities", .list(.object(ActQuantity.fields))),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
        CommandField("work", .id("work")),
    ]
}
