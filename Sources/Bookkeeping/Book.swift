public import Domain
public import EventLog
internal import Synchronization

/// One body's record: its log, the keys of its persons, and the state folded from every entry.
///
/// Use it from several threads and several processes as you like: each command is decided inside the write
/// transaction, against everything recorded before it, by whomever; and whoever reads waits for nobody who writes.
///
/// Its methods block the thread that calls them, but for those that are `async`. From a task, use `perform`.
public final class Book: Sendable {
    public let path: String
    let log: EventLog
    /// Nil where the key file is missing: what is sealed stays sealed then.
    let keys: KeyStore?
    let readings: ReadingLog
    let clock: @Sendable () -> Timestamp
    let acceptsClockBehind: Bool
    /// What commands are decided against. Whoever records holds it, over the flush of the disk too.
    let live = Mutex<LiveState?>(nil)
    /// What readers get.
    let published = PublishedState()
    let commits = Commits()
    let queue = CommandQueue()

    /// Opens a book.
    ///
    /// - Parameters:
    ///   - clock: gives the time of recording; below the edge nothing else reads a clock.
    ///   - acceptsClockBehind: whether recording goes on where the clock is far behind the last entry: see `ClockFault`.
    public init(
        path: String, clock: @escaping @Sendable () -> Timestamp, acceptsClockBehind: Bool = false
    ) throws {
        log = try EventLog(path: path)
        // Where the path is a link, what belongs to the book is beside the file.
        let path = log.path
        self.path = path
        self.clock = clock
        self.acceptsClockBehind = acceptsClockBehind
        readings = ReadingLog(path: BookFiles.readings(ofBookAt: path))
        do {
            keys = try KeyStore(path: BookFiles.keys(ofBookAt: path))
        } catch LogError.noSuchFile {
            keys = nil
        }
    }

    public func close() throws {
        endChanges()
        live.withLock { $0 = nil }
        published.clear()
        try keys?.close()
        try readings.close()
        try log.close()
    }
}
