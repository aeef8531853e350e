internal import CanonicalJSON
public import Domain
public import EventLog
internal import Synchronization

extension Book {
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
            // Taken out, so that it is not copied. A long fold stops no other process that records.
            var working = try live.take() ?? LiveState(published.state(of: log))
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
                published.publish(working.state)
                commits.announce(working.state.position)
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
        guard working.indexLag > Self.indexLagMax || working.isNew else { return }
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
            return try repeated(command, firstAt: first, &live, transaction)
        }
        if !command.isAhead, command.occurred.isLaterThanDay(after: clock()) {
            return .refused(.liesAhead(live.state.clock.local(command.occurred).first))
        }
        let events: [Event]
        do {
            if let today = live.state.clock.moment(clock())?.first { try live.state.requireNoYearsAhead(command, today: today) }
            events = try live.state.decide(command)
        } catch {
            return .refused(error)
        }
        for condition in live.state.conditions(of: events) {
            if let fault = PlanGuard.fault(in: condition, live.state) { return .faultyPlan(fault) }
            if case .held(let attachment) = condition, try !transaction.holds(attachment) {
                return .refused(.attachment(.notHeld(attachment.attachment)))
            }
        }
        return try append(events, of: command, &live, transaction)
    }

    /// A command sent twice gives its first result; another command under its id is refused.
    private func repeated(
        _ command: Command, firstAt first: Position, _ live: inout LiveState, _ transaction: LogTransaction
    ) throws -> CommandResult {
        let state = live.state
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
        let sealing = try? sealing(state)
        let warnings = zip(recorded, opened).flatMap { live.advice.warnings(of: $1, at: $0.position, state, sealing) }
        return .repeated(recorded.map(\.position), warnings)
    }

    private func append(
        _ events: [Event], of command: Command, _ live: inout LiveState, _ transaction: LogTransaction
    ) throws -> CommandResult {
        // Everything is encoded before anything is appended: an entry that is too long refuses the whole command.
        var encoded: [Encoded] = []
        for var event in events {
            let position = Position(live.state.position.value + Int64(encoded.count) + 1)
            do { event = try withTextsOfNewOwner(event, live.state) } catch let rejection as Rejection { return .refused(rejection) }
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
        // Advice: where names cannot be opened, a command that needs no key goes on without it.
        let sealing = try? sealing(live.state)
        let warnings = encoded.flatMap { live.advice.warnings(of: $0.event, at: $0.position, live.state, sealing) }
        return .recorded(encoded.map(\.position), warnings)
    }

    private func withTextsOfNewOwner(_ event: Event, _ state: State) throws -> Event {
        guard let former = event.corrects.flatMap(state.standing), event.isPersonal else { return event }
        return try requireSealing(state).handingOver(event, from: former.fact)
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
}
