internal import Domain
internal import EventLog
internal import Synchronization

/// The newest state that this process knows of what is committed, for whoever reads.
///
/// Nobody waits for a writer, and only for another reader where the same long fold would be done twice: the state is
/// handed over under a lock, and entries are read without it. Copies share what they have in common, so that what a reader
/// holds costs the next writer little.
final class PublishedState: Sendable {
    private let newest = Mutex(State())
    /// Held while many entries are folded.
    private let folding = Mutex(())

    /// Entries that a reader folds by itself, although another may be doing just that.
    private static let foldedAloneMax: Int64 = 10_000

    /// - Parameter state: as it is committed; an older one than is known changes nothing.
    func publish(_ state: State) {
        // What it replaces is released behind the lock, as nobody else may have it any more.
        var replaced = state
        newest.withLock { newest in
            if newest.position < state.position { swap(&newest, &replaced) }
        }
    }

    func clear() { newest.withLock { $0 = State() } }

    /// The state as of the last commit.
    func state(of log: EventLog, _ progress: FoldProgress? = nil) throws -> State {
        let state = newest.withLock { $0 }
        let last = try log.lastPosition()
        guard last > state.position else { return state }
        guard last.value - state.position.value > Self.foldedAloneMax else { return try caughtUp(state, log, progress) }
        return try folding.withLock { _ in try caughtUp(newest.withLock { $0 }, log, progress) }
    }

    private func caughtUp(_ state: State, _ log: EventLog, _ progress: FoldProgress?) throws -> State {
        var state = state
        try state.catchUp(log, progress)
        publish(state)
        return state
    }
}
