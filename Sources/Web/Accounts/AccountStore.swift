#if Web
internal import Bookkeeping
package import Domain
package import EventLog
internal import Foundation
internal import GRDB

/// Who may sign in to a book's pages and with what, and the secrets of its meetings: a file of its own beside the book, which
/// only its owner may read.
///
/// Nothing in it is part of the record, and no backup of the book has it: see `BookFiles.accounts`. Every method waits for the
/// disk, some for a derivation of a key too: call them where a thread may wait.
package final class AccountStore: Sendable {
    package let path: String
    let clock: @Sendable () -> Timestamp
    let hasher: PasswordHasher
    private let queue: DatabaseQueue
    private let registration: OpenDatabases.Registration

    /// Opens the file of a book's accounts; makes one without accounts where there is none.
    ///
    /// - Parameter cost: what a new password costs to check.
    /// - Throws: `AccountError.otherBook`, `.notAccounts`, `.newerFormat`, `.exposed`; `LogError`.
    package init(
        path: String, book: Identifier<BookKind>, cost: PasswordCost = .production, clock: @escaping @Sendable () -> Timestamp
    ) throws {
        (self.path, self.clock, hasher) = (path, clock, PasswordHasher(cost: cost))
        if !Draft.exists(path) { try Self.create(path: path, book) }
        do {
            try KeyFile.requirePrivate(path: path)
        } catch {
            throw AccountError.exposed(path: path)
        }
        guard let header = SQLiteHeader.read(fileAt: path), SQLiteHeader.applicationID(header) == BookFiles.accountsApplicationID
        else { throw AccountError.notAccounts(path: path) }
        registration = OpenDatabases.Registration(path: path)
        queue = try Self.open(path)
        try read { db in
            let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            guard version <= AccountSchema.version else { throw AccountError.newerFormat(path: path) }
            guard try String.fetchOne(db, sql: "SELECT id FROM book") == book.description else {
                throw AccountError.otherBook(path: path)
            }
        }
    }

    /// Where another process makes the file meanwhile, that one is taken.
    private static func create(path: String, _ book: Identifier<BookKind>) throws {
        do {
            try Draft.publish(at: path) { draft in
                try KeyFile.create(path: draft)
                let queue = try open(draft)
                try LogError.translating(path: draft) {
                    try queue.write { db in
                        try db.execute(
                            sql: """
                                PRAGMA application_id = \(BookFiles.accountsApplicationID);
                                PRAGMA user_version = \(AccountSchema.version);
                                \(AccountSchema.tables)
                                """)
                        try db.execute(sql: "INSERT INTO book (id) VALUES (?)", arguments: [book.description])
                        try db.execute(sql: "INSERT INTO pepper (key) VALUES (?)", arguments: [SecretToken().digest])
                    }
                }
                try queue.close()
            }
        } catch LogError.alreadyExists {}
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "minutebook.accounts"
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // A secret that is withdrawn is gone from the file.
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // Nothing of it is written elsewhere.
            try db.execute(sql: "PRAGMA temp_store = MEMORY")
            // Its directory entry need not be flushed with every write.
            try db.execute(sql: "PRAGMA journal_mode = PERSIST")
            // An account that was ended stays so after a power loss.
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        let settings = configuration
        return try LogError.translating(path: path) { try DatabaseQueue(path: path, configuration: settings) }
    }

    package func close() throws {
        try queue.close()
        registration.end()
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try LogError.translating(path: path) { try queue.read(body) }
    }

    /// All or nothing: what throws has changed nothing.
    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try LogError.translating(path: path) { try queue.write(body) }
    }
}

extension Timestamp {
    /// So many seconds later.
    func adding(seconds: Int64) -> Timestamp { Timestamp(microsecondsSince1970: microsecondsSince1970 + seconds * 1_000_000) }
}
#endif
