package import CanonicalJSON
internal import GRDB
internal import TransparencyTree

/// A write transaction: it sees every entry before it, and what it appends comes right behind them. It is good for the
/// call it is handed to, not longer.
public struct LogTransaction {
    let db: Database
    private let appending: Appending

    /// What appending remembers from one entry to the next.
    private final class Appending {
        /// Read from the rows at the first append.
        var edge: TreeEdge?
        /// The hashes of one row, one after the other.
        var hashes: [UInt8] = []
        /// After some faults SQLite has rolled the whole transaction back: nothing may be appended outside of it.
        var fault: (any Error)?
    }

    init(_ db: Database) throws {
        self.db = db
        appending = Appending()
    }

    static func last(_ db: Database) throws -> Position {
        Position(
            try Int64.fetchOne(db.cachedStatement(sql: "SELECT max(position) FROM entries")) ?? 0)
    }

    static func forEach(after position: Position, _ db: Database, _ body: (EntryView) throws -> Bool) throws {
        var expected = position.value
        try EntryStatements.forEach(after: position, db) { row, bytes in
            expected += 1
            let entry: EntryView
            do throws(JSONError) {
                entry = try EntryView(bytes)
            } catch {
                throw LogError.damaged(position: Position(row), .entryMalformed(error))
            }
            guard entry.position.value == row, row == expected else {
                throw LogError.damaged(position: Position(expected), .entryOutOfPlace(found: Position(row)))
            }
            return try body(entry)
        }
    }

    static func entry(at position: Position, _ db: Database) throws -> RecordedEvent? {
        var found: RecordedEvent?
        guard position > .start else { return nil }
        try forEach(after: Position(position.value - 1), db) { entry in
            found = try entry.recordedEvent()
            return false
        }
        return found
    }

    public func lastPosition() throws -> Position { try Self.last(db) }

    public func entry(at position: Position) throws -> RecordedEvent? { try Self.entry(at: position, db) }

    /// Hands over each entry behind `position`, valid for the call only; false stops.
    public func forEach(after position: Position, _ body: (EntryView) throws -> Bool) throws {
        try Self.forEach(after: position, db, body)
    }

    /// How far the index of commands reaches; a caller keeps count of the commands behind it.
    public func indexCheckpoint() throws -> Position { try AboutIndex.checkpoint(db) }

    /// The position of a command's first entry, as far as the index reaches.
    public func indexedFirstPosition(of command: CommandID) throws -> Position? {
        try AboutIndex.firstPosition(of: command, db)
    }

    /// All entries of the command whose first entry stands at `position`.
    public func entries(ofCommandAt position: Position) throws -> [RecordedEvent] {
        var entries: [RecordedEvent] = []
        try Self.forEach(after: Position(position.value - 1), db) { entry in
            if let first = entries.first, try entry.command() != first.event.command { return false }
            entries.append(try entry.recordedEvent())
            return true
        }
        return entries
    }

    /// The tree over the entries so far, those of this transaction included.
    public func tree() throws -> LogTree { try LogTree(db) }

    /// Appends an encoded entry, and to the tree.
    ///
    /// - Throws: `LogError.entryTooLong`; SQLite's errors.
    package func append(_ entry: CanonicalWriter, at position: Position) throws {
        try entry.bytes.withUnsafeBytes { try append($0, at: position) }
    }

    /// Appends the bytes of an entry as they are: a copy of one that stands in another log.
    func append(_ bytes: UnsafeRawBufferPointer, at position: Position) throws {
        guard bytes.count <= EntryFormat.byteLimit else {
            throw LogError.entryTooLong(byteCount: bytes.count, limit: EntryFormat.byteLimit)
        }
        try requireIntact()
        if appending.edge == nil { appending.edge = try LogTree(db).edge() }
        appending.hashes.removeAll(keepingCapacity: true)
        appending.edge?.append(.leaf(of: bytes)) { hash in hash.withUnsafeBytes { appending.hashes += $0 } }
        do {
            try appending.hashes.withUnsafeBytes { hashes in
                try EntryStatements.append(bytes, hashes: hashes, at: position, db)
            }
        } catch {
            // The edge is ahead of the rows now: a caller that goes on has it read from them again.
            appending.edge = nil
            if !db.isInsideTransaction { appending.fault = error }
            throw error
        }
    }

    /// - Throws: the fault by which SQLite rolled the transaction back, however the caller took it.
    func requireIntact() throws { if let fault = appending.fault { throw fault } }

    /// Keeps a checkpoint in the list; one of the same size is replaced.
    public func store(_ checkpoint: StoredCheckpoint) throws { try Checkpoints.store(checkpoint, db) }

    /// The checkpoint of the largest size, as it is stored.
    public func lastCheckpoint() throws -> StoredCheckpoint? { try Checkpoints.last(db) }

    /// The checkpoint of a size, as it is stored.
    public func checkpoint(size: Int64) throws -> StoredCheckpoint? { try Checkpoints.find(size: size, db) }

    /// Brings the index to the log's end.
    public func catchUpIndex() throws { try AboutIndex.catchUp(db) }

    func rebuildIndex() throws {
        try AboutIndex.clear(db)
        try AboutIndex.catchUp(db)
    }
}
