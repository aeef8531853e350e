internal import Crypto
internal import EventLog
internal import Foundation
internal import GRDB
#if canImport(Glibc)
internal import Glibc
#endif

/// The keys of persons, in a file of its own beside the book: readable by its owner only, with a backup rule of its own.
///
/// It is an SQLite database in rollback mode with `secure_delete`: a destroyed key leaves no page behind in it.
final class KeyStore: Sendable {
    let path: String
    private let queue: DatabaseQueue

    static func path(ofBookAt path: String) -> String { path + ".keys" }

    /// Makes an empty key file where none stands.
    static func create(path: String) throws {
        // The mode is set when the file is made: no moment in which others could read it.
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST
                ? LogError.alreadyExists(path: path)
                : LogError.inputOutput(path: path, message: String(cString: strerror(errno)))
        }
        _ = Glibc.close(descriptor)
        let store = try KeyStore(path: path)
        try store.queue.write { db in
            try db.execute(
                sql: """
                    PRAGMA application_id = \(Self.applicationID);
                    PRAGMA user_version = 1;
                    CREATE TABLE keys (subject TEXT NOT NULL PRIMARY KEY, key BLOB NOT NULL) STRICT, WITHOUT ROWID;
                    """)
        }
        try store.close()
    }

    /// "MBKY" in SQLite's header.
    private static let applicationID: Int32 = 0x4D42_4B59

    /// Opens a key file.
    ///
    /// - Throws: `LogError.noSuchFile` where it is missing: a lost key file is never replaced in silence.
    init(path: String) throws {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { throw LogError.noSuchFile(path: path) }
        var configuration = Configuration()
        configuration.label = "minutebook.keys"
        configuration.busyMode = .timeout(10)
        configuration.readonly = !FileManager.default.isWritableFile(atPath: path)
        configuration.prepareDatabase { db in
            guard !db.configuration.readonly else { return }
            try db.execute(sql: "PRAGMA secure_delete = ON")
            // A key is durable before the first entry sealed with it: the rollback journal's directory entry included.
            try db.execute(sql: "PRAGMA synchronous = EXTRA")
        }
        let settings = configuration
        queue = try LogError.translating(path: path) { try DatabaseQueue(path: path, configuration: settings) }
    }

    func close() throws { try queue.close() }

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
        if let key = try key(of: subject) { return key }
        let key = SymmetricKey(size: .bits256)
        try LogError.translating(path: path) {
            try queue.write { db in
                try db.execute(
                    sql: "INSERT INTO keys (subject, key) VALUES (?, ?)",
                    arguments: [subject.description, key.withUnsafeBytes { Data($0) }])
            }
        }
        return key
    }
}
