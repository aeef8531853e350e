internal import CanonicalJSON
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// The two statements of the hot path, on SQLite's own interface: GRDB's rows and statement arguments copy each value.
enum EntryStatements {
    static let insert = "INSERT INTO entries (position, hashes, bytes) VALUES (?1, ?2, ?3)"
    static let scan = "SELECT position, bytes FROM entries WHERE position > ?1 ORDER BY position"
    static let scanWithHashes = "SELECT position, bytes, hashes FROM entries WHERE position > ?1 ORDER BY position"

    /// - Parameter hashes: of the leaf and of each subtree that it completes.
    static func append(
        _ bytes: UnsafeRawBufferPointer, hashes: UnsafeRawBufferPointer, at position: Position, _ db: Database
    ) throws {
        let statement = try db.cachedStatement(sql: insert).sqliteStatement
        sqlite3_bind_int64(statement, 1, position.value)
        sqlite3_bind_blob(statement, 2, hashes.baseAddress, Int32(hashes.count), nil)
        sqlite3_bind_blob(statement, 3, bytes.baseAddress, Int32(bytes.count), nil)
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
        guard code == SQLITE_DONE else { throw failure(db, code) }
    }

    /// Hands over each row behind `position`: its position and bytes, valid for the call only.
    ///
    /// - Parameter body: gives false to stop.
    static func forEach(
        after position: Position, _ db: Database, _ body: (Int64, UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        try step(scan, after: position, db) { statement in
            try body(sqlite3_column_int64(statement, 0), blob(statement, 1))
        }
    }

    /// The same with the stored hashes.
    static func forEachWithHashes(
        after position: Position, _ db: Database,
        _ body: (Int64, UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        try step(scanWithHashes, after: position, db) { statement in
            try body(sqlite3_column_int64(statement, 0), blob(statement, 1), blob(statement, 2))
        }
    }

    private static func step(
        _ sql: String, after position: Position, _ db: Database, _ row: (OpaquePointer) throws -> Bool
    ) throws {
        // Not from the cache: a caller may read again while it reads.
        let prepared = try db.makeStatement(sql: sql)
        let statement = prepared.sqliteStatement
        sqlite3_bind_int64(statement, 1, position.value)
        var count = 0
        defer {
            sqlite3_reset(statement)
            EventLog.readCounter.add(count, ordering: .relaxed)
        }
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw failure(db, code) }
            count += 1
            guard try row(statement) else { return }
        }
    }

    private static func blob(_ statement: OpaquePointer, _ column: Int32) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(statement, column)
        return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(statement, column)))
    }

    private static func failure(_ db: Database, _ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: db.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    }
}
