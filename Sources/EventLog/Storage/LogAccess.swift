internal import Foundation
internal import GRDB
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The connections to a log's file: to write and to read, or to read alone.
enum LogAccess {
    case readWrite(writer: DatabaseQueue, readers: ReaderPool, lock: WriterLock)
    /// With why nothing can be written.
    case readOnly(DatabaseQueue, LogError)

    /// Where nothing can be written, the file is opened for reading.
    static func open(path: String) throws -> LogAccess {
        do {
            return try LogError.translating(path: path) { try openForWriting(path: path) }
        } catch let error as LogError where error.isOfMedium {
            return try openForReading(path: path, because: error)
        }
    }

    /// See `EventLog.close`.
    func close() throws {
        switch self {
        case .readWrite(let writer, let readers, let lock):
            let isFolded: Void? = try lock.holdIfFree {
                try readers.close()
                try writer.close()
            }
            guard isFolded == nil else { return }
            // The connection that closes last checkpoints if it can. Without the lock it must not: a reader cannot.
            try writer.close()
            try readers.close()
        case .readOnly(let queue, _):
            try queue.close()
        }
    }

    private static func openForWriting(path: String) throws -> LogAccess {
        let lock = try WriterLock(logPath: path)
        let writer = try DatabaseQueue(path: path, configuration: LogFile.writerConfiguration())
        try migrate(writer, lock)
        return .readWrite(writer: writer, readers: try ReaderPool(path: path), lock: lock)
    }

    private static func migrate(_ writer: DatabaseQueue, _ lock: WriterLock) throws {
        guard try writer.read({ try Int32.fetchOne($0, sql: "PRAGMA user_version") }) != FileFormat.version else { return }
        try lock.hold {
            try writer.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    try FileFormat.migrate(db)
                    return .commit
                }
            }
        }
    }

    /// - Parameter fault: why it cannot be opened for writing; thrown where it cannot be read either.
    private static func openForReading(path: String, because fault: LogError) throws -> LogAccess {
        let ways = [openShared, openExclusive, openImmutable]
        for way in ways {
            guard let queue = try? way(path) else { continue }
            guard try queue.read({ try Int32.fetchOne($0, sql: "PRAGMA user_version") }) == FileFormat.version else { throw fault }
            return .readOnly(queue, fault)
        }
        guard case .readOnly = fault, hasWriteAheadLog(path: path) else { throw fault }
        throw LogError.inputOutput(path: path, .writeAheadLogLeft)
    }

    private static func hasWriteAheadLog(path: String) -> Bool {
        var status = stat()
        return stat(path + "-wal", &status) == 0 && status.st_size > 0
    }

    /// Beside others, by the shared memory of the write-ahead log.
    private static func openShared(path: String) throws -> DatabaseQueue {
        try opened(DatabaseQueue(path: path, configuration: LogFile.readerConfiguration()))
    }

    /// On a full disk there is no room for the shared memory.
    private static func openExclusive(path: String) throws -> DatabaseQueue {
        try opened(DatabaseQueue(path: path, configuration: LogFile.exclusiveConfiguration()))
    }

    /// On a read-only medium nothing changes; but what is in the write-ahead log alone cannot be read there.
    private static func openImmutable(path: String) throws -> DatabaseQueue {
        guard !hasWriteAheadLog(path: path) else { throw LogError.readOnly(path: path) }
        return try opened(LogFile.immutable(path: path))
    }

    /// A connection that can read: opening it shows nothing yet.
    private static func opened(_ queue: DatabaseQueue) throws -> DatabaseQueue {
        _ = try queue.read { try Int32.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master") }
        return queue
    }
}
