internal import CanonicalJSON
internal import EventLog

public enum BookKind: IdentifierKind {
    public static let name: StaticString = "book"
    public static let prefix: StaticString = ""
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

    public init(book: Identifier<BookKind>, name: String, kind: String?, timeZone: String) {
        self.init(book: book, format: EntryFormat.version, kind: kind, name: name, timeZone: timeZone)
    }
}
