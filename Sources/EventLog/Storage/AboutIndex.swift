internal import CanonicalJSON
internal import Foundation
internal import GRDB

/// Which entries concern a subject, and which began a command: a disposable projection with a checkpoint of its own.
///
/// It is not written beside each entry: random inserts into two trees would cost a batch most of its speed. It follows
/// in batches, sorted so that each tree is filled from left to right, and what it has not reached is read from the log.
enum AboutIndex {
    private static let name = "about"
    /// Entries per batch: enough that sorting pays, few enough to hold in memory.
    static let batchSize = 65_536

    static func checkpoint(_ db: Database) throws -> Position {
        Position(
            try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT position FROM projections WHERE name = ?"), arguments: [name]) ?? 0)
    }

    /// Brings the index up to the log's end, inside the caller's transaction.
    static func catchUp(_ db: Database) throws {
        var reached = try checkpoint(db)
        while true {
            let batch = try Batch(after: reached, limit: batchSize, db)
            guard let last = batch.last else { return }
            try batch.insert(db)
            try db.execute(
                sql: "INSERT OR REPLACE INTO projections (name, position) VALUES (?, ?)", arguments: [name, last.value])
            reached = last
        }
    }

    static func forget(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM about; DELETE FROM commands; DELETE FROM projections")
    }

    /// The positions of the entries about a subject, in order: a range read, and a look at the few entries behind the
    /// checkpoint.
    static func positions(about subject: Subject, _ db: Database) throws -> [Position] {
        let indexed = try Int64.fetchAll(
            db.cachedStatement(sql: positionsSQL), arguments: [subject.description])
        var positions = indexed.map { Position($0) }
        try EntryStatements.forEach(after: checkpoint(db), db) { position, bytes in
            if try EntryView(bytes).about().contains(subject) { positions.append(Position(position)) }
            return true
        }
        return positions
    }

    static let positionsSQL = "SELECT position FROM about WHERE subject = ? ORDER BY position"

    /// The position of a command's first entry, as far as the index reaches.
    static func firstPosition(of command: CommandID, _ db: Database) throws -> Position? {
        let statement = try db.cachedStatement(sql: "SELECT position FROM commands WHERE id = ?")
        return try Int64.fetchOne(statement, arguments: [command.storage.databaseBlob]).map { Position($0) }
    }

    private struct Batch {
        var rows: [(subject: String, position: Int64)] = []
        var commands: [(id: CommandID, position: Int64)] = []
        var last: Position?

        init(after start: Position, limit: Int, _ db: Database) throws {
            var count = 0
            try EntryStatements.forEach(after: start, db) { position, bytes in
                let entry = try EntryView(bytes)
                for subject in try entry.about() { rows.append((subject.description, position)) }
                commands.append((try entry.command(), position))
                last = Position(position)
                count += 1
                return count < limit
            }
        }

        func insert(_ db: Database) throws {
            let about = try db.cachedStatement(sql: "INSERT OR IGNORE INTO about (subject, position) VALUES (?, ?)")
            for row in rows.sorted(by: { ($0.subject, $0.position) < ($1.subject, $1.position) }) {
                try about.execute(arguments: [row.subject, row.position])
            }
            // A command of several events is known by its first.
            let first = try db.cachedStatement(sql: "INSERT OR IGNORE INTO commands (id, position) VALUES (?, ?)")
            for row in commands.sorted(by: { ($0.id.high, $0.id.low, $0.position) < ($1.id.high, $1.id.low, $1.position) }) {
                try first.execute(arguments: [row.id.storage.databaseBlob, row.position])
            }
        }
    }
}

extension [UInt8] {
    var databaseBlob: DatabaseValue { withUnsafeBytes { DatabaseValue(value: Data($0)) ?? .null } }
}
