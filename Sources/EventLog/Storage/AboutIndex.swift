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

    static func clear(_ db: Database) throws {
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

    /// Compares each row with the entries up to the index's checkpoint.
    static func faults(_ db: Database) throws -> [IndexFault] {
        let reached = try checkpoint(db)
        guard try reached <= LogTransaction.last(db) else { return [IndexFault(position: reached, what: .reachesTooFar)] }
        var faults: [IndexFault] = []
        var (rows, commands): (Int64, Int64) = (0, 0)
        try EntryStatements.forEach(after: .start, db) { row, bytes in
            let position = Position(row)
            guard position <= reached, faults.count < IndexFault.countMax else { return false }
            guard let entry = try? EntryView(bytes), let about = try? entry.about(), let command = try? entry.command()
            else { return true }
            rows += Int64(about.count)
            for subject in about where try !has(subject, at: position, db) {
                faults.append(IndexFault(position: position, what: .subjectMissing(subject)))
            }
            let first = try firstPosition(of: command, db)
            if first == position { commands += 1 }
            if first == nil || first! > position { faults.append(IndexFault(position: position, what: .commandMissing(command))) }
            return true
        }
        guard faults.isEmpty else { return faults }
        let stored = try (
            Int64.fetchOne(db, sql: "SELECT count(*) FROM about"), Int64.fetchOne(db, sql: "SELECT count(*) FROM commands"))
        return stored == (rows, commands) ? [] : [IndexFault(position: reached, what: .rowsWithoutEntry)]
    }

    private static func has(_ subject: Subject, at position: Position, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM about WHERE subject = ? AND position = ?"),
            arguments: [subject.description, position.value]) ?? false
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

/// Where the index says something else than the entries. It is mended by making it anew.
public struct IndexFault: Equatable, Sendable {
    public enum What: Equatable, Sendable {
        case subjectMissing(Subject)
        case commandMissing(CommandID)
        case rowsWithoutEntry
        case reachesTooFar
    }

    public let position: Position
    public let what: What

    static let countMax = 100
}

extension [UInt8] {
    var databaseBlob: DatabaseValue { withUnsafeBytes { DatabaseValue(value: Data($0)) ?? .null } }
}
