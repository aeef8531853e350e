internal import GRDB
public import TransparencyTree

/// The checkpoints that were taken of a log, one for each size, with every signature that was added to it.
///
/// They guard themselves: each is signed. That none was taken away has to be known from outside the file.
enum Checkpoints {
    /// In the order of their sizes, as they are stored: unread and unchecked.
    static func all(_ db: Database) throws -> [StoredCheckpoint] {
        try Row.fetchAll(db, sql: "SELECT size, note FROM checkpoints ORDER BY size").map { row in
            StoredCheckpoint(size: try row.value(0), note: try row.value(1))
        }
    }

    static func find(size: Int64, _ db: Database) throws -> StoredCheckpoint? {
        try String.fetchOne(db, sql: "SELECT note FROM checkpoints WHERE size = ?", arguments: [size]).map {
            StoredCheckpoint(size: size, note: $0)
        }
    }

    static func last(_ db: Database) throws -> StoredCheckpoint? {
        try Row.fetchOne(db, sql: "SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1").map { row in
            StoredCheckpoint(size: try row.value(0), note: try row.value(1))
        }
    }

    static func store(_ checkpoint: StoredCheckpoint, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO checkpoints (size, note) VALUES (?, ?)",
            arguments: [checkpoint.size, checkpoint.note])
    }
}

/// A checkpoint as it stands in the file.
public struct StoredCheckpoint: Equatable, Sendable {
    /// What it is filed under; a sound one says the same itself.
    public let size: Int64
    public let note: String

    init(size: Int64, note: String) {
        self.size = size
        self.note = note
    }

    public init(_ checkpoint: SignedCheckpoint) {
        self.init(size: checkpoint.checkpoint.size, note: checkpoint.description)
    }
}
