// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum BookKind: IdentifierKind {
    public static let name: StaticString = "book"
    public static let prefix: StaticString = ""
}

/// `book.opened`: the first entry of every book, and what the book is.
public struct BookOpened: Payload {
    public static let type: StaticString = "book.opened"

    /// A UUID; what is sealed is bound to it.
    public var book: Identifier<BookKind>
    /// Version of the entry format.
    public var format: Int64
    /// What the body is, in its own words, such as 街道政协联络处.
    public var kind: String?
    public var name: String
    /// IANA name of the zone whose clock the body lives by.
    public var timeZone: String

    public init(book: Identifier<BookKind>, name: String, kind: String?, timeZone: String) {
        self.book = book
        format = EntryFormat.version
        self.kind = kind
        self.name = name
        self.timeZone = timeZone
    }

    public init(from object: inout ObjectReader) throws(JSONError) {
        book = try object.required("book")
        format = try object.required("format")
        kind = try object.optionalText("kind")
        name = try object.text("name")
        timeZone = try object.text("timeZone")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("book", book)
        writer.field("format", format)
        writer.field("kind", kind)
        writer.field("name", name)
        writer.field("timeZone", timeZone)
    }

    public var about: [Subject] { [book.subject] }
}

/// There is one book in a book: a second opening concerns it too, and is refused.
struct OnlyBook: Hashable, Sendable {}

/// What the book is, as the facts are now.
public struct BookRecord: RegisteredConcept {
    let id: OnlyBook
    public internal(set) var history: History<BookOpened> = []
    public private(set) var opened: BookOpened?

    init(id: OnlyBook) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<OnlyBook, BookRecord>> { \.books }
    static func id(of fact: BookOpened) -> OnlyBook { OnlyBook() }
    static var hasOwnDays: Bool { true }

    /// Without its opening, a book would not be one.
    static var canBeVoided: Bool { false }

    func check(_ fact: Recorded<BookOpened>, in state: State) throws(Rejection) {
        guard opened == nil else { throw .bookAlreadyOpened }
    }

    mutating func apply(_ fact: Recorded<BookOpened>) { opened = fact.fact }
}

extension BookOpened: ConceptEvent {
    typealias Owner = BookRecord

    static let openName = "book.open"
    static let kinds = [EventKind(BookOpened.self)]
    static let commands = [CommandKind(openName, records: BookOpened.self)]
}
