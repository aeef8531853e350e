// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension BookOpened {
    static let kinds: [EventKind] = [
        EventKind(BookOpened.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("book.open", records: BookOpened.self),
    ]
}

/// `book.opened`: The first entry of every book: what the book is.
public struct BookOpened: Equatable, Sendable {
    /// UUID of the book; what is sealed is bound to it.
    public var book: Identifier<BookKind>
    /// Version of the entry format.
    public var format: Int64
    /// In the body's own words, such as 街道政协联络处.
    public var kind: String?
    /// Name of the body whose book it is.
    public var name: String
    /// IANA name of the zone whose clock the body lives by, such as Asia/Shanghai.
    public var timeZone: String
}

extension BookOpened: Payload {
    public static let type: StaticString = "book.opened"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        book = try object.required("book")
        format = try object.required("format")
        kind = try object.optionalText("kind")
        name = try object.text("name")
        timeZone = try object.text("timeZone", characterMax: 64)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("book", book)
        writer.field("format", format)
        writer.field("kind", kind)
        writer.field("name", name)
        writer.field("timeZone", timeZone)
    }

    public var about: [Subject] { [book.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("book", .uuid, isRequired: true),
        CommandField("format", .integer(1...1), isRequired: true),
        CommandField("kind", .text(characterMax: 4_000)),
        CommandField("name", .text(characterMax: 4_000), isRequired: true),
        CommandField("timeZone", .text(characterMax: 64), isRequired: true),
    ]
}
