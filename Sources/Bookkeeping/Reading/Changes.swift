public import EventLog

/// One entry that was recorded, for whoever shows what it concerns.
public struct Change: Equatable, Sendable {
    public let position: Position
    /// What the entry is about.
    public let subjects: [Subject]

    public init(position: Position, subjects: [Subject]) {
        self.position = position
        self.subjects = subjects
    }
}

/// The entries behind a position, and then each that is recorded, by this process or another: a sequence that ends with
/// `endChanges`, or when the task is cancelled.
///
/// Whoever reads slowly misses nothing and holds nothing up: entries are read from the log when they are asked for.
public struct Changes: AsyncSequence, Sendable {
    fileprivate let book: Book
    fileprivate let start: Position

    public func makeAsyncIterator() -> Iterator { Iterator(book: book, position: start) }

    public struct Iterator: AsyncIteratorProtocol {
        /// Entries that are read at once.
        private static let countMax = 256
        /// How soon another process's entries are seen.
        private static let pollMilliseconds = 500

        fileprivate let book: Book
        fileprivate var position: Position
        private var read: ArraySlice<Change> = []

        fileprivate init(book: Book, position: Position) {
            self.book = book
            self.position = position
        }

        /// - Throws: `LogError`.
        public mutating func next() async throws -> Change? {
            while read.isEmpty {
                guard !Task.isCancelled, !book.commits.isEnded else { return nil }
                let position = position
                read = try await book.perform { try $0.changes(after: position, countMax: Self.countMax) }[...]
                if read.isEmpty { await book.commits.wait(behind: position, millisecondsMax: Self.pollMilliseconds) }
            }
            guard let change = read.popFirst() else { return nil }
            position = change.position
            return change
        }
    }
}

extension Book {
    /// What is recorded behind a position, as it comes.
    public func changes(after position: Position) -> Changes { Changes(book: self, start: position) }

    /// Ends the changes of all who follow the book: before it is closed, as they ask it until then.
    public func endChanges() { commits.end() }

    fileprivate func changes(after position: Position, countMax: Int) throws -> [Change] {
        var changes: [Change] = []
        try forEachEntry(after: position) { entry in
            changes.append(Change(position: entry.position, subjects: try entry.about()))
            return changes.count < countMax
        }
        return changes
    }
}
