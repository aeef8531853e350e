internal import Crypto
internal import EventLog
internal import Foundation
internal import GRDB
internal import Synchronization

/// The keys of persons, in a file of its own beside the book: readable by its owner only, with a backup rule of its own.
///
/// It is an SQLite database in rollback mode with `secure_delete`. Everything that contained a key is overwritten in its place: the
/// file's pages, and its journal, which is neither deleted nor cut off, as that would leave the key in blocks that are free.
/// What a drive or a file system keeps of overwritten blocks (flash, copy on write, snapshots) is beyond a program's reach.
final class KeyStore: Sendable {
    let path: String
    private let queue: DatabaseQueue
    private let registration: OpenDatabases.Registration
    /// Whether a write may have failed since the last that succeeded: in this process, or in one before it.
    private let isUnsettled = Mutex(true)
    /// Keys that were made and are not in the file yet.
    private let made = Mutex<[Subject: SymmetricKey]>([:])
    private let left = Mutex<[Subject]>([])
    private let lastLook = Mutex<Look?>(nil)

    /// The book whose keys these are; nil in a file of format 1, which did not say.
    let book: String?

    /// Makes a key file where there is none, in one transaction.
    ///
    /// - Parameter book: nil only in a copy of a file of format 1.
    static func create(path: String, book: String?, filling fill: (Database) throws -> Void = { _ in }) throws {
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
            if let book { try db.execute(sql: "INSERT INTO book (id) VALUES (?)", arguments: [book]) }
            try fill(db)
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
        Draft.removeLeftovers(of: path)
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
            // The journal stays, so that it can be overwritten: see `destroy`.
            try db.execute(sql: "PRAGMA journal_mode = PERSIST")
            // A key is durable before the first entry sealed with it: the rollback journal's directory entry included.
            try db.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        let settings = configuration
        registration = OpenDatabases.Registration(path: path)
        (queue, book) = try LogError.translating(path: path) {
            let queue = try DatabaseQueue(path: path, configuration: settings)
            let book = try queue.read { db in
                try db.tableExists("book") ? String.fetchOne(db, sql: "SELECT id FROM book") : nil
            }
            return (queue, book)
        }
    }

    func close() throws {
        try queue.close()
        registration.end()
    }

    /// Whether a file is a key file that has no key yet.
    static func isUnused(path: String) throws -> Bool {
        let store = try KeyStore(path: path)
        defer { try? store.close() }
        return try store.book != nil && store.subjects().isEmpty
    }

    var isReadOnly: Bool { queue.configuration.readonly }

    /// Whether these are the keys of a book; a file of format 1 may be any book's.
    func isOf(_ book: String?) -> Bool { self.book == nil || self.book == book }

    /// Whoever has a key.
    func subjects() throws -> Set<Subject> {
        try LogError.translating(path: path) {
            try queue.read { db in
                Set(try String.fetchAll(db, sql: "SELECT subject FROM keys").compactMap { Subject($0) })
            }
        }
    }

    /// Whether another key file is an earlier copy of this one: all that is in it is here, or was erased since.
    func covers(_ other: String, _ erased: [Subject]) throws -> Bool {
        let store = try KeyStore(path: other)
        defer { try? store.close() }
        return try store.book == book && store.subjects().subtracting(erased).isSubset(of: subjects())
    }

    /// The key of a subject; nil if it has none, or none any more.
    func key(of subject: Subject) throws -> SymmetricKey? {
        if let key = made.withLock({ $0[subject] }) { return key }
        return try LogError.translating(path: path) {
            try queue.read { db in
                try Data.fetchOne(
                    db.cachedStatement(sql: "SELECT key FROM keys WHERE subject = ?"), arguments: [subject.description])
            }
        }.flatMap { $0 == Data(count: Self.keyByteCount) ? nil : SymmetricKey(data: $0) }
    }

    /// The key of a subject, made now if it has none yet. A key that was made is in memory until `writeMade`.
    func makeKey(of subject: Subject) throws -> SymmetricKey {
        try settle()
        if let key = try key(of: subject) { return key }
        let key = SymmetricKey(size: .bits256)
        made.withLock { $0[subject] = key }
        return key
    }

    /// Writes the keys that were made, all in one flush. Nothing that is sealed under them may be committed before.
    func writeMade() throws {
        let keys = made.withLock { $0 }
        guard !keys.isEmpty else { return }
        try write { db in
            for (subject, key) in keys.sorted(by: { $0.key < $1.key }) {
                try Self.insert((subject.description, key.withUnsafeBytes { Data($0) }), db)
            }
        }
        forgetMade()
    }

    /// What would have been sealed under them is not on record.
    func forgetMade() { made.withLock { $0 = [:] } }

    /// A write that failed may have happened all the same, and a power loss may still undo it: its journal was closed, but
    /// that was not flushed. No entry may be sealed with such a key; another commit flushes the journal.
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

    /// A copy of its own, for a backup that is kept apart from the book's.
    ///
    /// - Parameter erased: whose keys are not copied, should they be there.
    func copy(to path: String, without erased: [Subject]) throws {
        let left = Set(erased.map(\.description))
        let rows = try LogError.translating(path: self.path) { try queue.read { try Self.rows($0) } }
        try Self.create(path: path, book: book) { db in
            for row in rows where !left.contains(row.subject) { try Self.insert(row, db) }
        }
    }

    // MARK: - Destroying

    /// Whoever was erased and has a key still, as of the last look.
    var keysOfErased: [Subject] { left.withLock { $0 } }

    /// Destroys the keys of everybody who was erased, if any is there.
    ///
    /// - Throws: `LogError`, where one is there and the file cannot be written.
    func destroyAll(of erased: [Subject]) throws {
        guard !erased.isEmpty else { return }
        let look = Look(erasedCount: erased.count, version: try dataVersion())
        guard look != lastLook.withLock({ $0 }) else { return }
        let held = try subjectsWithRows(among: erased)
        left.withLock { $0 = held }
        if !held.isEmpty {
            guard !isReadOnly else { throw LogError.readOnly(path: path) }
            try destroy(held)
            left.withLock { $0 = [] }
        }
        lastLook.withLock { $0 = look }
    }

    /// What has to change before another look is worth it: others' writes, or one more erasure.
    private struct Look: Equatable {
        let erasedCount: Int
        let version: Int
    }

    private func dataVersion() throws -> Int {
        try LogError.translating(path: path) { try queue.read { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 } }
    }

    /// A row whose key is blank is one that was being destroyed.
    private func subjectsWithRows(among subjects: [Subject]) throws -> [Subject] {
        try LogError.translating(path: path) {
            try queue.read { db in
                try subjects.filter {
                    try Bool.fetchOne(
                        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM keys WHERE subject = ?)"),
                        arguments: [$0.description]) ?? false
                }
            }
        }
    }

    /// Destroys keys, so that nothing sealed under them opens again.
    ///
    /// Interrupted at any point, it begins anew with the next look: the rows go last.
    private func destroy(_ subjects: [Subject]) throws {
        let destroyed = Set(subjects.map(\.description))
        try write { db in
            let rows = try Self.rows(db)
            // All pages of the table are overwritten: where a tree was rebalanced, a gap in a page may keep what was there.
            try db.execute(sql: "DELETE FROM keys")
            for row in rows {
                try Self.insert(destroyed.contains(row.subject) ? (row.subject, Data(count: Self.keyByteCount)) : row, db)
            }
        }
        // The journal has the pages as they were.
        try LogError.translating(path: path) {
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.exclusive) {
                    // Where a link leads to the file, an earlier journal may be beside the link.
                    for file in Set([path, EventLog.resolved(path)]) { try KeyFile.overwrite(path: file + "-journal") }
                    return .commit
                }
            }
        }
        try write { db in
            for subject in destroyed { try db.execute(sql: "DELETE FROM keys WHERE subject = ?", arguments: [subject]) }
        }
    }

    private static let keyByteCount = 32

    private static func rows(_ db: Database) throws -> [(subject: String, key: Data)] {
        try Row.fetchAll(db, sql: "SELECT subject, key FROM keys ORDER BY subject").map { try ($0.value(0), $0.value(1)) }
    }

    private static func insert(_ row: (subject: String, key: Data), _ db: Database) throws {
        try db.cachedStatement(sql: "INSERT INTO keys (subject, key) VALUES (?, ?)").execute(arguments: [row.subject, row.key])
    }
}
