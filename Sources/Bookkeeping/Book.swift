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
    private let live = Mutex<LiveState?>(nil)
    private let queue = CommandQueue()

    /// Opens a book.
    ///
    /// - Parameter clock: gives the time of recording; below the edge nothing else reads a clock.
    public init(path: String, clock: @escaping @Sendable () -> Timestamp) throws {
        self.path = path
        self.clock = clock
        log = try EventLog(path: path)
        readings = ReadingLog(path: BookFiles.readings(ofBookAt: path))
        do {
            keys = try KeyStore(path: BookFiles.keys(ofBookAt: path))
        } catch LogError.noSuchFile {
            keys = nil
        }
    }

    public func close() throws {
        live.withLock { $0 = nil }
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
    func transact<Value: Sendable>(_ body: (inout LiveState, LogTransaction) throws -> Value) throws -> Value {
        try live.withLock { live in
            // Taken out, so that it is not copied; and gone if the transaction is: then it is folded anew.
            var working = live ?? LiveState()
            live = nil
            let value = try log.write { transaction in
                try working.catchUp(transaction)
                return try body(&working, transaction)
            }
            try completeErasures(working.state)
            live = working
            return value
        }
    }

    /// Destroys the keys of everybody who was erased. The entry comes first and the key after it: whatever was
    /// interrupted between, or brought an old key file back, is made good here.
    private func completeErasures(_ state: State) throws {
        guard let keys, !keys.isReadOnly, !state.erased.isEmpty else { return }
        try keys.destroy(state.erased)
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
        for command in commands {
            outcomes.append(try record(command, &live, transaction))
        }
        if isAtomic, outcomes.contains(where: { !$0.isDone }) {
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
        let events: [Event]
        do {
            events = try live.state.decide(command)
        } catch {
            return .refused(error)
        }
        if let fault = PlanGuard.fault(in: events, live.state) { return .faultyPlan(fault) }
        if let missing = try Self.attachmentNotHeld(by: events, transaction) { return .refused(.attachmentNotHeld(missing)) }
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
    }

    private func encode(
        _ event: Event, of command: Command, at position: Position, after previous: Timestamp, _ state: State
    ) throws -> Encoded {
        let recorded = clock().following(previous)
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
        guard keys.book == nil || keys.book == book else { throw KeyFileError.otherBook(path: keys.path) }
        return Sealing(keys: keys, book: book)
    }

    func requireSealing(_ state: State) throws -> Sealing {
        guard let sealing = try sealing(state) else {
            throw KeyFileError.personalKeysMissing(path: BookFiles.keys(ofBookAt: path))
        }
        return sealing
    }

    // MARK: - Reading

    /// The state as of the last entry, whoever recorded it.
    public func state(progress: FoldProgress? = nil) throws -> State {
        try live.withLock { live in
            var working = live ?? LiveState()
            live = nil
            try working.catchUp(log, progress)
            try completeErasures(working.state)
            live = working
            return working.state
        }
    }

    /// The state as it was known at each of some positions or times: the same fold, looked at on its way to now. One pass
    /// over the log serves them all.
    public func states(known cuts: [KnowledgeCut], progress: FoldProgress? = nil) throws -> [State] {
        try live.withLock { live in
            var working = LiveState()
            var found: [State?] = Array(repeating: nil, count: cuts.count)
            try working.catchUp(log, progress) { position, recorded, state in
                for (index, cut) in cuts.enumerated() where found[index] == nil && !cut.includes(position, recorded) {
                    found[index] = state
                }
            }
            try completeErasures(working.state)
            live = working
            return found.map { $0 ?? working.state }
        }
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

    /// Makes the index of subjects and commands anew from the entries.
    public func rebuildIndex() throws { try log.rebuildIndex() }
}
