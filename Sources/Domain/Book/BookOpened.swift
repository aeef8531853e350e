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

    /// The clock of the state is that of the book: where a correction gives it another zone, every day is told by that.
    static func change<Result>(at index: Int, in state: inout State, _ body: (inout BookRecord) -> Result) -> Result {
        let result = body(&state.books.values[index])
        if let name = state.books.values[index].opened?.timeZone, name != state.clock.name {
            state.clock = BookClock(named: name)
            for concept in Concepts.all { concept.bringToClock(in: &state) }
        }
        return result
    }

    /// Without its opening, a book would not be one.
    static var canBeVoided: Bool { false }

    func check(_ fact: Recorded<BookOpened>, in state: State) throws(Rejection) {
        guard opened == nil else { throw .bookAlreadyOpened }
        // Books that were opened before keep what they have.
        if state.position == .start { try Self.require(fact.fact.timeZone) }
    }

    private static func require(_ timeZone: String) throws(Rejection) {
        guard BookClock.isUnambiguous(timeZone) else { throw .notATimeZone(timeZone) }
    }

    static func checkAmendment(
        of place: State.Place, _ corrects: Position, _ amendment: State.Amendment, in state: State
    ) throws(Rejection) {
        var trial = state
        guard amend(place, corrects, amendment, in: &trial) else { throw .correction(.alreadyVoided(corrects)) }
        // What a correction took away comes back as it was.
        guard amendment.event != nil, let timeZone = trial.book.opened?.timeZone, timeZone != state.book.opened?.timeZone else { return }
        try require(timeZone)
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
