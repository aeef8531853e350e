internal import Crypto
internal import EventLog
internal import Foundation
internal import GRDB
internal import Synchronization

/// The keys of persons, in a file of its own beside the book: readable by its owner only, with a backup rule of its own.
///
/// It is an SQLite database in rollback mode with `secure_delete`: a destroyed key leaves no page behind in it.
final class KeyStore: Sendable {
    let path: String
    private let queue: DatabaseQueue
    /// Whether a write may have failed since the last that succeeded: in this process, or in one before it.
    private let isUnsettled = Mutex(true)

    /// The book whose keys these are; nil in a file of format 1, which did not say.
    let book: String?

    /// Makes an empty key file where none stands.
    static func create(path: String, book: String) throws {
        try KeyFile.create(path: path)
        let store = try KeyStore(path: path)
        try store.write { db in
            try db.execute(
                sql: """
                    PRAGMA application_id = \(Self.applicationID);
                    PRAGMA user_version = 2;
                    CREATE TABLE keys (subject TEXT NOT NULL PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
                    CREATE TABLE book (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;
                    """)
            try db.execute(sql: "INSERT INTO book (id) VALUES (?)", arguments: [book])
        }
        try store.close()
    }

    /// "MBKY" in SQLite's header.
    static let applicationID: Int32 = 0x4D42_4B59

    /// Opens a key file.
    ///
    /// - Throws: `LogError.noSuchFile` where it is missing: a lost key file is never replaced in silence.
    init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { throw LogError.noSuchFile(path: path) }
        try KeyFile.requirePrivate(path: path)
        var configuration = Configuration()
        configuration.label = "minutebook.keys"
        configuration.busyMode = .timeout(10)
        configuration.readonly = !FileManager.default.isWritableFile(atPath: path)
        configuration.prepareDatabase { db in
            guard !db.configuration.readonly else { return }
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // No key is written to a temporary file.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            // A key is durable before the first entry sealed with it: the rollback journal's directory entry included.
            try db.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        let settings = configuration
        (queue, book) = try LogError.translating(path: path) {
            let queue = try DatabaseQueue(path: path, configuration: settings)
            let book = try queue.read { db in
                try db.tableExists("book") ? String.fetchOne(db, sql: "SELECT id FROM book") : nil
            }
            return (queue, book)
        }
    }

    func close() throws { try queue.close() }

    var isReadOnly: Bool { queue.configuration.readonly }

    /// The key of a subject; nil if it has none, or none any more.
    func key(of subject: Subject) throws -> SymmetricKey? {
        try LogError.translating(path: path) {
            try queue.read { db in
                try Data.fetchOne(
                    db.cachedStatement(sql: "SELECT key FROM keys WHERE subject = ?"), arguments: [subject.description])
            }
        }.map { SymmetricKey(data: $0) }
    }

    /// The key of a subject, made now if it has none yet.
    func makeKey(of subject: Subject) throws -> SymmetricKey {
        try settle()
        if let key = try key(of: subject) { return key }
        let key = SymmetricKey(size: .bits256)
        try write { db in
            try db.execute(
                sql: "INSERT INTO keys (subject, key) VALUES (?, ?)",
                arguments: [subject.description, key.withUnsafeBytes { Data($0) }])
        }
        return key
    }

    /// A write that failed may have happened all the same, and a power loss may still undo it: its journal was deleted,
    /// but the deletion not flushed. No entry may be sealed with such a key; another commit flushes the folder.
    private func settle() throws {
        guard isUnsettled.withLock({ $0 }) else { return }
        try write { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
    }

    private func write(_ body: (Database) throws -> Void) throws {
        isUnsettled.withLock { $0 = true }
        try LogError.translating(path: path) { try queue.write(body) }
        isUnsettled.withLock { $0 = false }
    }

    /// Destroys keys, so that nothing sealed under them opens again.
    ///
    /// Those that are gone already cost a look and no write.
    func destroy(_ subjects: [Subject]) throws {
        let held = try subjects.filter { try key(of: $0) != nil }
        guard !held.isEmpty else { return }
        try write { db in
            for subject in held {
                try db.execute(sql: "DELETE FROM keys WHERE subject = ?", arguments: [subject.description])
            }
        }
        try LogError.translating(path: path) {
            // Where a tree was rebalanced, a page may keep what it held before in a gap: all pages are written anew.
            try queue.vacuum()
        }
    }

    /// A copy of its own, for a backup that is kept apart from the book's.
    func copy(to path: String) throws {
        try KeyFile.create(path: path)
        try LogError.translating(path: path) {
            let target = try DatabaseQueue(path: path)
            try queue.backup(to: target)
            try target.close()
        }
    }
}
