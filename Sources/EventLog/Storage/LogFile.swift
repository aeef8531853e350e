internal import Foundation
internal import GRDB
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The SQLite file of a log: how it is recognised, made and opened.
package enum LogFile {
    /// What SQLite and the writer's lock add to a file's name for the files that they put beside it.
    package static let besideSuffixes = ["-wal", "-shm", "-lock", "-journal"]

    /// Refuses what is no log, or a later format, before SQLite touches the file.
    static func checkHeader(path: String) throws(LogError) {
        try checkKind(path: path)
        guard let header = SQLiteHeader.read(fileAt: path) else {
            throw .inputOutput(path: path, .unreadable)
        }
        guard SQLiteHeader.applicationID(header) == SQLiteHeader.ofLogs else { throw .notALog(path: path) }
        let version = SQLiteHeader.integer(header, at: 60)
        guard version <= FileFormat.version else { throw .laterFormat(path: path, version: version) }
    }

    /// A connection that takes the file for one that nobody changes.
    static func immutable(path: String) throws -> DatabaseQueue {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: readerConfiguration())
    }

    /// A file, and not a folder or a pipe; and one with one name: its lock and its write-ahead log go by the name.
    private static func checkKind(path: String) throws(LogError) {
        Draft.removeLeftovers(of: path)
        var status = stat()
        guard stat(path, &status) == 0 else { throw errno == ENOENT ? .noSuchFile(path: path) : .failed(path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notALog(path: path) }
        guard status.st_nlink <= 1 else { throw .severalNames(path: path) }
    }

    static func writerConfiguration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "minutebook.writer"
        configuration.foreignKeysEnabled = false
        // Another process may hold the lock while it commits a group.
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            // Readers go on while one connection writes.
            try db.execute(sql: "PRAGMA journal_mode = WAL")
            // An acknowledged command survives power loss: WAL alone would leave that to NORMAL.
            try db.execute(sql: "PRAGMA synchronous = FULL")
            // Checkpoints run under the same lock as writes (WriterLock), never on SQLite's own initiative.
            try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
            // REPLACE would delete without firing the delete trigger.
            try db.execute(sql: "PRAGMA recursive_triggers = ON")
            // A log is read from front to back: fewer system calls per page.
            try db.execute(sql: "PRAGMA mmap_size = 268435456")
        }
        return configuration
    }

    /// For a full disk: the write-ahead log's index is in memory, as there is no room for it beside the file. Nobody else
    /// can have the file open meanwhile.
    static func exclusiveConfiguration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "minutebook.exclusive"
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; PRAGMA query_only = ON")
        }
        return configuration
    }

    static func readerConfiguration() -> Configuration {
        var configuration = Configuration()
        configuration.label = "minutebook.reader"
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { db in
            try db.execute(sql: "PRAGMA mmap_size = 268435456")
        }
        return configuration
    }

    /// Makes an empty log, aside: it has its name once it is whole.
    static func create(path: String) throws {
        try Draft.publish(at: path) { draft in try LogError.translating(path: draft) { try make(path: draft) } }
    }

    private static func make(path: String) throws {
        let queue = try DatabaseQueue(path: path, configuration: writerConfiguration())
        try queue.write { db in try db.execute(sql: FileFormat.schema) }
        // Closing would fold the write-ahead log in without saying when it could not.
        try queue.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) }
        try queue.close()
    }
}

extension LogError {
    /// What an error of SQLite or the file system means to the user of a log.
    package static func translating<Value>(path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw LogError(error, path: path)
        } catch is RowDecodingError {
            throw LogError.damaged(position: nil, .valueMissing)
        }
    }

    private static func isWritable(folderOf path: String) -> Bool {
        FileManager.default.isWritableFile(atPath: FilePath.folder(of: path))
    }

    private init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        // There is no room for the index of the write-ahead log.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notALog(path: path)
        case .SQLITE_CORRUPT: self = .damaged(position: nil, .database(error.message ?? "\(error.resultCode)"))
        case .SQLITE_CANTOPEN where !Self.isWritable(folderOf: path): self = .readOnly(path: path)
        default: self = .inputOutput(path: path, .database(error.message ?? "\(error.resultCode)"))
        }
    }
}

extension DatabaseError {
    /// Whether a disk that is full or cannot be written, or another writer, is all that it tells of: reading goes on.
    var isOfWritingAlone: Bool {
        switch resultCode {
        case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_BUSY: true
        default: false
        }
    }
}
