public import Domain
public import EventLog
internal import CanonicalJSON
internal import Foundation
internal import Synchronization
internal import TransparencyTree

/// One body's record: its log, the keys of its persons, and the state folded from every entry.
///
/// Use it from several threads and several processes as you like: each command is decided inside the write
/// transaction, against everything recorded before it, by whomever.
public final class Book: Sendable {
    public let path: String
    let log: EventLog
    /// Nil where the key file is missing: what is sealed stays sealed then.
    let keys: KeyStore?
    let readings: ReadingLog
    let clock: @Sendable () -> Timestamp
    private let acceptsClockBehind: Bool
    /// What commands are decided against. Whoever records holds it, over the flush of the disk too.
    private let live = Mutex<LiveState?>(nil)
    /// What readers get, as of the last commit. It follows the log by itself, so that no reader waits for a writer.
    private let published = Mutex<State?>(nil)
    private let queue = CommandQueue()

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
        live.withLock { $0 = nil }
        published.withLock { $0 = nil }
        try keys?.close()
        try readings.close()
        try log.close()
    }

    // MARK: - Recording

    /// Records a group of commands in one transaction, each decided in turn. When this returns, what was recorded is
    /// durable.
    ///
    /// - Parameter isAtomic: whether one refusal refuses the group.
    /// - Returns: an outcome for each command, in order.
    /// - Throws: `LogError`, and then nothing of the group is acknowledged. Where the flush itself failed, the group may be
    ///   found recorded as a whole once the book is opened again: commands sent again under their ids are not doubled.
    public func execute(_ commands: [Command], isAtomic: Bool = false) throws -> [CommandResult] {
        do {
            return try transact { live, transaction in
                try record(commands, isAtomic: isAtomic, &live, transaction)
            }
        } catch let refusal as AtomicRefusal {
            return refusal.outcomes
        }
    }

    /// Runs `body` in a write transaction, with the state as of the last entry in it.
    ///
    /// What is refused costs nothing: the state is folded anew only where something was taken into it that is not on record.
    func transact<Value: Sendable>(_ body: (inout LiveState, LogTransaction) throws -> Value) throws -> Value {
        try live.withLock { live in
            // Taken out, so that it is not copied.
            var working = live.take() ?? LiveState(published.withLock { $0 } ?? State())
            var committed: Position?
            do {
                try limitIndexLag(&working)
                let value = try log.write { transaction in
                    try working.catchUp(transaction)
                    committed = working.state.position
                    let value = try body(&working, transaction)
                    try keys?.writeMade()
                    return value
                }
                completeErasuresIfPossible(working.state)
                live = working
                return value
            } catch {
                keys?.forgetMade()
                if committed.map({ $0 == working.state.position }) ?? (error is LogError) { live = working }
                throw error
            }
        }
    }

    /// How far the state that commands are decided against is folded; nil where it has to be folded anew. For tests.
    var foldedUpTo: Position? { live.withLock { $0?.state.position } }

    /// Commands in memory, as the index has not reached them. For tests.
    var rememberedCommandCount: Int { live.withLock { $0?.rememberedCommandCount ?? 0 } }

    /// Entries that the index may be behind, and whose commands are in memory, before it is brought up to date.
    static let indexLagMax: Int64 = 10_000

    /// In a transaction of its own: what is rolled back later does not take the index with it.
    private func limitIndexLag(_ working: inout LiveState) throws {
        guard working.indexLag > Self.indexLagMax || working.state.position == .start else { return }
        working.forgetCommands(upTo: try log.catchUpIndex(lagMax: Self.indexLagMax))
    }

    /// Records one command together with those that wait beside it: one commit, and so one flush, for all of them.
    public func submit(_ command: Command) async throws -> CommandResult {
        try await queue.submit(command) { [self] in try execute($0) }
    }

    private struct AtomicRefusal: Error { let outcomes: [CommandResult] }

    private func record(
        _ commands: [Command], isAtomic: Bool, _ live: inout LiveState, _ transaction: LogTransaction
    ) throws -> [CommandResult] {
        var outcomes: [CommandResult] = []
        outcomes.reserveCapacity(commands.count)
        // A group may be taken back as a whole; then what it was decided against is still true.
        let before = isAtomic && commands.count > 1 ? live : nil
        for command in commands {
            outcomes.append(try record(command, &live, transaction))
        }
        if isAtomic, outcomes.contains(where: { !$0.isDone }) {
            if let before { live = before }
            throw AtomicRefusal(outcomes: outcomes.map { $0.isDone ? .notRecordedBesideRefusal : $0 })
        }
        return outcomes
    }

    func record(
        _ command: Command, _ live: inout LiveState, _ transaction: LogTransaction
    ) throws -> CommandResult {
        if let first = try live.firstPosition(of: command.id, transaction) {
            return try repeated(command, firstAt: first, live.state, transaction)
        }
        if !command.isAhead, command.occurred.isLaterThanDay(after: clock()) { return .refused(.liesAhead(command.occurred.first)) }
        let events: [Event]
        do {
            events = try live.state.decide(command)
        } catch {
            return .refused(error)
        }
        if let fault = PlanGuard.fault(in: events, live.state) { return .faultyPlan(fault) }
        if let missing = try Self.attachmentNotHeld(by: events, transaction) { return .refused(.attachment(.notHeld(missing))) }
        return try append(events, of: command, &live, transaction)
    }

    /// A command sent twice gives its first result; another command under its id is refused.
    private func repeated(
        _ command: Command, firstAt first: Position, _ state: State, _ transaction: LogTransaction
    ) throws -> CommandResult {
        let recorded = try transaction.entries(ofCommandAt: first)
        var opened: [Event] = []
        for entry in recorded {
            let event = try EventCatalogue.decode(entry)
            guard let plain = event.isPersonal ? try sealing(state)?.open(event) : event else {
                return .refused(.commandNoLongerComparable(command.id, firstAt: first))
            }
            opened.append(plain)
        }
        guard state.isSameContent(command, as: recorded, opened: opened) else {
            return .refused(.commandIDReused(command.id, firstAt: first))
        }
        return .repeated(recorded.map(\.position))
    }

    private func append(
        _ events: [Event], of command: Command, _ live: inout LiveState, _ transaction: LogTransaction
    ) throws -> CommandResult {
        // Everything is encoded before anything is appended: an entry that is too long refuses the whole command.
        var encoded: [Encoded] = []
        for event in events {
            let position = Position(live.state.position.value + Int64(encoded.count) + 1)
            let entry = try encode(event, of: command, at: position, after: encoded.last?.recorded ?? live.state.recorded, live.state)
            guard entry.writer.bytes.count <= EntryFormat.byteLimit else {
                return .entryTooLong(byteCount: entry.writer.bytes.count)
            }
            guard entry.isReadBack else { return .entryUnreadable }
            encoded.append(entry)
        }
        for entry in encoded {
            try transaction.append(entry.writer, at: entry.position)
            try live.apply(entry.event, at: entry.position, of: command, recorded: entry.recorded)
        }
        return .recorded(encoded.map(\.position))
    }

    private struct Encoded {
        let position: Position
        let recorded: Timestamp
        /// As it is folded: sealed texts know their entry.
        let event: Event
        let writer: CanonicalWriter

        /// An entry is read for ever, and one that cannot be read is the end of the book: what was written is read again
        /// before it is appended.
        var isReadBack: Bool {
            writer.bytes.withUnsafeBytes { bytes in
                guard let entry = try? EntryView(bytes), let read = try? EventCatalogue.decode(entry) else { return false }
                return entry.position == position && entry.recorded == recorded && read == event
            }
        }
    }

    private func encode(
        _ event: Event, of command: Command, at position: Position, after previous: Timestamp, _ state: State
    ) throws -> Encoded {
        let now = clock()
        guard now.isInCalendar else { throw ClockFault.outsideCalendar }
        guard acceptsClockBehind || !now.isFarBehind(previous) else { throw ClockFault.behind(clock: now, lastEntry: previous) }
        let recorded = now.following(previous)
        let sealed = event.hasPlainTexts() ? try requireSealing(state).seal(event, at: position) : event
        var writer = CanonicalWriter()
        NewEvent(
            type: event.type.description, version: event.version, occurred: command.occurred, by: command.by, command: command.id,
            about: event.about, cause: command.cause, reason: command.reason
        ).write(position: position, recorded: recorded, to: &writer) { sealed.writeData(to: &$0) }
        return Encoded(position: position, recorded: recorded, event: sealed.naming(entry: position), writer: writer)
    }

    /// Nil where the key file is missing, or before the book is opened.
    ///
    /// - Throws: `KeyFileError.otherBook`.
    func sealing(_ state: State) throws -> Sealing? {
        guard let keys, let book = state.book.opened?.book.description else { return nil }
        guard keys.isOf(book) else { throw KeyFileError.otherBook(path: keys.path) }
        return Sealing(keys: keys, book: book)
    }

    func requireSealing(_ state: State) throws -> Sealing {
        guard let sealing = try sealing(state) else {
            throw KeyFileError.personalKeysMissing(path: BookFiles.keys(ofBookAt: path))
        }
        return sealing
    }

    // MARK: - Reading

    /// The state as of the last commit, whoever recorded it. It waits for no writer.
    public func state(progress: FoldProgress? = nil) throws -> State {
        let state = try published.withLock { published in
            // Taken out, so that it is not copied; and gone if an entry cannot be taken in.
            var working = published.take() ?? State()
            try working.catchUp(log, progress)
            published = working
            return working
        }
        completeErasuresIfPossible(state)
        return state
    }

    /// The state as it was known at each of some positions or times: the same fold, looked at on its way to now. One pass
    /// over the log serves them all, and nobody waits for it.
    public func states(known cuts: [KnowledgeCut], progress: FoldProgress? = nil) throws -> [State] {
        var working = State()
        var found: [State?] = Array(repeating: nil, count: cuts.count)
        try working.catchUp(log, progress) { position, recorded, state in
            for (index, cut) in cuts.enumerated() where found[index] == nil && !cut.includes(position, recorded) {
                found[index] = state
            }
        }
        let last = working
        published.withLock { published in
            if published.map({ $0.position < last.position }) ?? true { published = last }
        }
        completeErasuresIfPossible(last)
        return found.map { $0 ?? last }
    }

    /// The state as it was known at a position or a time.
    public func state(known cut: KnowledgeCut, progress: FoldProgress? = nil) throws -> State {
        try states(known: [cut], progress: progress)[0]
    }

    /// One entry; nil where the log does not reach.
    public func entry(at position: Position) throws -> RecordedEvent? { try log.entry(at: position) }

    /// Every entry that concerns a subject, in order: its audit trail.
    public func entries(about subject: Subject) throws -> [RecordedEvent] {
        try log.positions(about: subject).compactMap { try log.entry(at: $0) }
    }

    /// Hands over every entry behind `position` in order; false stops.
    public func forEachEntry(
        after position: Position = .start, _ body: (EntryView) throws -> Bool
    ) throws {
        try log.forEach(after: position, body)
    }

    /// Hands over the stored bytes of every entry, and its hash as a leaf of the tree.
    public func forEachStored(
        _ body: (Position, _ bytes: UnsafeRawBufferPointer, _ leafHash: UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        try log.forEachStored { position, bytes, hashes in
            try body(position, bytes, UnsafeRawBufferPointer(rebasing: hashes.prefix(TreeHash.byteCount)))
        }
    }

    public func lastPosition() throws -> Position { try log.lastPosition() }

    /// Whether the book lies where nothing can be written.
    public var isReadOnly: Bool { log.isReadOnly }

    /// Makes the index of subjects and commands anew from the entries; that of the readings too.
    public func rebuildIndex() throws {
        try log.rebuildIndex()
        try readings.open()?.rebuildIndex()
    }
}
