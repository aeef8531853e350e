internal import Foundation
internal import GRDB

/// The tables of a log's file, and how files of earlier formats become files of this one.
///
/// A schema that files were made with never changes: a later format is a migration from it.
enum FileFormat {
    /// "MBLG" in SQLite's header: this database is an event log.
    static let applicationID: Int32 = 0x4D42_4C47

    /// In SQLite's `user_version`. Format 1 had the hash of each leaf alone, and neither checkpoints nor attachments.
    static let version: Int32 = 2

    static let schema = """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(version);
        \(entries)
        \(disposable)
        \(checkpoints)
        \(attachments)
        """

    /// Entries: the exact bytes, and before them the hashes of the tree that end with this entry: its leaf's, then
    /// those of the subtrees it completes.
    private static let entries = """
        CREATE TABLE entries (
            position INTEGER PRIMARY KEY,
            hashes BLOB NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER entries_are_never_updated BEFORE UPDATE ON entries BEGIN
            SELECT RAISE(ABORT, 'entries are never updated');
        END;
        CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN
            SELECT RAISE(ABORT, 'entries are never deleted');
        END;
        CREATE TRIGGER entries_are_only_appended BEFORE INSERT ON entries
            WHEN NEW.position <> (SELECT ifnull(max(position), 0) + 1 FROM entries) BEGIN
            SELECT RAISE(ABORT, 'entries are only appended, without gaps');
        END;
        """

    /// Made again from the entries whenever that is needed.
    private static let disposable = """
        CREATE TABLE about (
            subject TEXT NOT NULL,
            position INTEGER NOT NULL,
            PRIMARY KEY (subject, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE commands (
            id BLOB NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE projections (
            name TEXT NOT NULL PRIMARY KEY,
            position INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        """

    private static let checkpoints = """
        CREATE TABLE checkpoints (
            size INTEGER PRIMARY KEY,
            note TEXT NOT NULL
        ) STRICT;
        """

    /// What is too long for an entry, by the SHA-256 of its bytes, in pieces that are written and read one at a time.
    private static let attachments = """
        CREATE TABLE attachments (
            id INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE,
            byte_count INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE attachment_pieces (
            attachment INTEGER NOT NULL,
            number INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (attachment, number)
        ) STRICT, WITHOUT ROWID;
        """

    /// Brings a file of an earlier format up to this one, in the caller's transaction: all of it or nothing.
    static func migrate(_ db: Database) throws {
        guard try Int32.fetchOne(db, sql: "PRAGMA user_version") == 1 else { return }
        try db.execute(
            sql: """
                DROP TRIGGER entries_are_never_updated;
                DROP TRIGGER entries_are_never_deleted;
                DROP TRIGGER entries_are_only_appended;
                ALTER TABLE entries RENAME TO entries_of_format_1;
                \(entries)
                \(checkpoints)
                \(attachments)
                """)
        let log = try LogTransaction(db)
        let rows = try Row.fetchCursor(db, sql: "SELECT position, bytes FROM entries_of_format_1 ORDER BY position")
        while let row = try rows.next() {
            // Hashed anew: a leaf hash that was wrong is not carried on; what verifies the entries is elsewhere.
            try row.withUnsafeData(atIndex: 1) { bytes in
                try bytes?.withUnsafeBytes { try log.append($0, at: Position(row.value(0))) }
            }
        }
        try db.execute(sql: "DROP TABLE entries_of_format_1; PRAGMA user_version = \(version)")
    }

    /// Where a file's schema is not the one its format has: a guard that is gone, or something that was put there.
    static func differences(_ db: Database) throws -> [StructuralFault] {
        let expected = try DatabaseQueue().write { fresh in
            try fresh.execute(sql: schema)
            return try definitions(fresh)
        }
        let found = try definitions(db)
        return Set(expected.keys).union(found.keys).sorted { ($0.kind, $0.name) < ($1.kind, $1.name) }.compactMap { object in
            let change: StructuralFault.Change? =
                switch (expected[object], found[object]) {
                case (_?, nil): .gone
                case (nil, _?): .added
                case (let expected, let found): expected == found ? nil : .altered
                }
            return change.map { .schema(object: object.kind, name: object.name, $0) }
        }
    }

    private struct SchemaObject: Hashable {
        /// `table`, `trigger` or `index`.
        let kind: String
        let name: String
    }

    /// What each table and trigger was made with.
    private static func definitions(_ db: Database) throws -> [SchemaObject: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
        // Nothing keeps a damaged schema from having a name twice.
        return Dictionary(
            try rows.map { row in
                (SchemaObject(kind: try row.value(0), name: try row.value(1)), String.fromDatabaseValue(row[2]) ?? "")
            }, uniquingKeysWith: { first, second in first + second })
    }
}
