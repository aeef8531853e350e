internal import Foundation
internal import GRDB

/// The SQLite file of a log: how it is recognised, made and opened.
enum LogFile {
    /// Refuses what is no log, or a later format, before SQLite touches the file.
    static func checkHeader(path: String) throws(LogError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .noSuchFile(path: path) }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw .inputOutput(path: path, message: "cannot be read")
        }
        defer { try? file.close() }
        let header = Array((try? file.read(upToCount: 100)) ?? Data())
        guard SQLiteHeader.applicationID(header) == FileFormat.applicationID else { throw .notALog(path: path) }
        let version = SQLiteHeader.integer(header, at: 60)
        guard version <= FileFormat.version else { throw .laterFormat(path: path, version: version) }
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

    /// Makes an empty log. The caller chooses a path where nothing stands.
    static func create(path: String) throws {
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
        }
    }

    private static func isWritable(folderOf path: String) -> Bool {
        FileManager.default.isWritableFile(atPath: FilePath.folder(of: path))
    }

    private init(_ error: DatabaseError, path: String) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .diskFull(path: path)
        case .SQLITE_READONLY: self = .readOnly(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notALog(path: path)
        case .SQLITE_CORRUPT: self = .damaged(position: nil, message: error.message ?? "")
        case .SQLITE_CANTOPEN where !Self.isWritable(folderOf: path): self = .readOnly(path: path)
        default: self = .inputOutput(path: path, message: error.message ?? "\(error.resultCode)")
        }
    }
}
