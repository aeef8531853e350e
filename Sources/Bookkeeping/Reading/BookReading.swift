public import Domain
public import EventLog
internal import TransparencyTree

extension Book {
    /// The state as of the last commit, whoever recorded it.
    public func state(progress: FoldProgress? = nil) throws -> State {
        let state = try published.state(of: log, progress)
        completeErasuresIfPossible(state)
        return state
    }

    /// The state as it was known at each of some positions or times: the same fold, looked at on its way to now. One pass
    /// over the log serves them all, and nobody waits for it.
    public func states(known cuts: [KnowledgeCut], progress: FoldProgress? = nil) throws -> [State] {
        var working = State()
        var found: [State?] = Array(repeating: nil, count: cuts.count)
        try working.catchUp(log, progress) { position, recorded, state in
            for (index, cut) in cuts.enumerated() where found[index] == nil && !cut.includes(position, recorded, by: state.clock) {
                found[index] = state
            }
        }
        let last = working
        published.publish(last)
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
