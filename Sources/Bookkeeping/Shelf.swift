public import EventLog
internal import Synchronization

/// The books of a server: each is opened once, shared by whoever asks for it, and closed when others need the room.
public final class Shelf: Sendable {
    /// A book that is open, or is being opened.
    private final class Place: Sendable {
        let book = Mutex<Book?>(nil)
    }

    private struct Use {
        let place: Place
        var userCount: Int
        var lastUse: UInt64
    }

    private struct Places {
        var byPath: [String: Use] = [:]
        var time: UInt64 = 0
        var isClosed = false
    }

    private let places = Mutex(Places())
    private let openMax: Int
    private let clock: @Sendable () -> Timestamp

    /// - Parameters:
    ///   - openMax: how many books are open at most. Each has three files with their connections: to write, and as many to
    ///     read as threads read it.
    ///   - clock: see `Book`.
    public init(openMax: Int, clock: @escaping @Sendable () -> Timestamp) {
        precondition(openMax > 0, "no book could be opened")
        self.openMax = openMax
        self.clock = clock
    }

    /// Lets `body` use a book, which stays open for those who come next.
    ///
    /// - Throws: `ShelfError`; `LogError` where it cannot be opened; what `body` throws.
    public func withBook<Value>(at path: String, _ body: (Book) throws -> Value) throws -> Value {
        let path = FilePath.real(path) ?? path
        let (place, displaced) = try take(path)
        defer { putBack(path) }
        // Nothing waits to be written in a book that nobody uses: what fails in closing it is none of whoever opens another.
        try? displaced?.book.withLock { try $0?.close() }
        return try body(opened(place, path))
    }

    /// The same from a task: `body` runs on a thread that it may block.
    public func perform<Value: Sendable>(
        at path: String, _ body: @escaping @Sendable (Book) throws -> Value
    ) async throws -> Value {
        try await BlockingWork.run { try self.withBook(at: path, body) }
    }

    /// Lets a task use a book for as long as it goes on, such as one that follows the book's changes: what blocks, the task asks by
    /// `Book.perform`.
    public func use<Value: Sendable>(
        at path: String, _ body: @Sendable (Book) async throws -> Value
    ) async throws -> Value {
        let path = FilePath.real(path) ?? path
        let (place, displaced) = try take(path)
        defer { putBack(path) }
        let book = try await BlockingWork.run {
            try? displaced?.book.withLock { try $0?.close() }
            return try self.opened(place, path)
        }
        return try await body(book)
    }

    /// Closes every book. Nobody uses one any more.
    public func close() throws {
        let all = places.withLock { places in
            places.isClosed = true
            defer { places.byPath = [:] }
            return places.byPath.values.map(\.place)
        }
        for place in all { try place.book.withLock { try $0.take()?.close() } }
    }

    /// How many books are open, or being opened.
    public var openCount: Int { places.withLock { $0.byPath.count } }

    /// Whoever asks for a book that is being opened waits for it; others do not.
    private func opened(_ place: Place, _ path: String) throws -> Book {
        try place.book.withLock { book in
            if let book { return book }
            let opened = try Book(path: path, clock: clock)
            book = opened
            return opened
        }
    }

    /// - Returns: the place of a book, and one that has to be closed before it is opened.
    private func take(_ path: String) throws(ShelfError) -> (Place, displaced: Place?) {
        let taken = places.withLock { places -> Result<(Place, displaced: Place?), ShelfError> in
            guard !places.isClosed else { return .failure(.closed) }
            places.time += 1
            if let place = places.byPath[path]?.place {
                places.byPath[path]?.userCount += 1
                places.byPath[path]?.lastUse = places.time
                return .success((place, nil))
            }
            var displaced: Place?
            if places.byPath.count >= openMax {
                let idle = places.byPath.filter { $0.value.userCount == 0 }.min { $0.value.lastUse < $1.value.lastUse }
                guard let idle else { return .failure(.full(openMax: openMax)) }
                displaced = places.byPath.removeValue(forKey: idle.key)?.place
            }
            let place = Place()
            places.byPath[path] = Use(place: place, userCount: 1, lastUse: places.time)
            return .success((place, displaced))
        }
        return try taken.get()
    }

    /// What could not be opened takes no room.
    private func putBack(_ path: String) {
        places.withLock { places in
            guard var use = places.byPath[path] else { return }
            use.userCount -= 1
            let isIdle = use.userCount == 0
            places.byPath[path] = isIdle && use.place.book.withLock({ $0 == nil }) ? nil : use
        }
    }
}

/// Why a shelf gives no book.
public enum ShelfError: Error, Equatable, Sendable {
    /// As many books as may be open are in use.
    case full(openMax: Int)
    case closed
}
