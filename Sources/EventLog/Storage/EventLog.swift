internal import CanonicalJSON
internal import Foundation
internal import GRDB
internal import Synchronization
internal import TransparencyTree
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// One append-only log in one SQLite file: totally ordered, gapless, safe for several processes.
///
/// Use it from several threads as you like. Writing takes a lock that spans processes; reading never waits for it.
public final class EventLog: Sendable {
    public let path: String
    private let access: LogAccess
    private let registration: OpenDatabases.Registration

    /// Write-ahead logs longer than this are folded back into the file after a commit, in bytes. A task may have a value
    /// of its own, so that a test reaches a checkpoint with a short log.
    @TaskLocal package static var walByteMax = 4 << 20
    /// Entries behind the index's checkpoint after which a writer brings it up to date.
    static let indexLagMax: Int64 = 10_000

    /// Entries that this process has read one after the other, of all logs: what a question cost.
    public static var entriesRead: Int { readCounter.load(ordering: .relaxed) }
    static let readCounter = Atomic(0)

    /// Makes an empty log where no file is yet: whole, or not at all.
    ///
    /// - Throws: `LogError.alreadyExists`.
    public static func create(path: String) throws { try LogFile.create(path: path) }

    /// The file that a path leads to: the path itself, or where a symbolic link of this name points. What belongs to a
    /// log is beside the file, and not beside the link.
    public static func resolved(_ path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { return path }
        return FilePath.real(path) ?? path
    }

    /// Opens a log. Where nothing can be written, it is opened for reading.
    ///
    /// - Throws: `LogError`.
    public init(path: String) throws {
        let path = Self.resolved(path)
        self.path = path
        try LogFile.checkHeader(path: path)
        registration = OpenDatabases.Registration(path: path)
        access = try LogError.translating(path: path) { try LogAccess.open(path: path) }
    }

    /// Whoever lets go of a log without closing it still leaves one file behind, which may be copied as it lies.
    deinit { try? close() }

    /// Closes the file. The last one to do so folds the write-ahead log back in, unless somebody else has the writer's lock:
    /// closing waits for nobody.
    public func close() throws {
        try access.close()
        registration.end()
    }

    public var isReadOnly: Bool { writingFault != nil }

    /// Why nothing can be written; nil where it can.
    public var writingFault: LogError? {
        if case .readOnly(_, let fault) = access { fault } else { nil }
    }

    // MARK: - Writing

    /// Runs `body` in one transaction that no other process can write beside. What it appends is durable when this
    /// returns; when it throws, nothing was appended.
    public func write<Value>(_ body: (LogTransaction) throws -> Value) throws -> Value {
        try write(waitMillisecondsMax: WriterLock.waitMillisecondsMax, body)
    }

    /// The same, with another limit to how long it waits for whoever writes now.
    ///
    /// - Throws: `LogError.busy` after that.
    package func write<Value>(waitMillisecondsMax: Int, _ body: (LogTransaction) throws -> Value) throws -> Value {
        let (writer, lock) = try writing()
        return try LogError.translating(path: path) {
            try lock.hold(waitMillisecondsMax: waitMillisecondsMax) { try write(writer, body) }
        }
    }

    /// The connection that writes, and its lock.
    ///
    /// - Throws: `LogError`: why nothing can be written.
    private func writing() throws(LogError) -> (DatabaseQueue, WriterLock) {
        switch access {
        case .readWrite(let writer, _, let lock): return (writer, lock)
        case .readOnly(_, let fault): throw fault
        }
    }

    private func write<Value>(_ writer: DatabaseQueue, _ body: (LogTransaction) throws -> Value) throws -> Value {
        let value = try writer.writeWithoutTransaction { db in
            var value: Value?
            try db.inTransaction(.immediate) {
                let transaction = try LogTransaction(db)
                value = try body(transaction)
                try transaction.requireIntact()
                return .commit
            }
            return value
        }
        try checkpointIfDue(writer)
        guard let value else { preconditionFailure("a committed transaction has a value") }
        return value
    }

    /// Folds a long write-ahead log back into the file. Not being able to now loses nothing: a later commit tries again.
    private func checkpointIfDue(_ writer: DatabaseQueue) throws {
        let size = (try? FileManager.default.attributesOfItem(atPath: path + "-wal"))?[.size] as? Int ?? 0
        guard size > Self.walByteMax else { return }
        try? writer.writeWithoutTransaction { db in _ = try db.checkpoint(.passive) }
    }

    /// Folds the whole write-ahead log back into the file. Closing does that too, but does not say when it could not.
    package func foldIn() throws {
        let (writer, lock) = try writing()
        try LogError.translating(path: path) {
            try lock.hold { try writer.writeWithoutTransaction { db in _ = try db.checkpoint(.truncate) } }
        }
    }

    // MARK: - Reading

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try LogError.translating(path: path) {
            switch access {
            case .readWrite(_, let readers, _): try readers.read(body)
            case .readOnly(let queue, _): try queue.read(body)
            }
        }
    }

    /// The last position, or `start` for an empty log.
    public func lastPosition() throws -> Position {
        try read { db in try LogTransaction.last(db) }
    }

    /// Hands over each entry behind `position` in order, valid for the call only.
    ///
    /// - Parameter body: gives false to stop.
    public func forEach(after position: Position = .start, _ body: (EntryView) throws -> Bool) throws {
        try read { db in try LogTransaction.forEach(after: position, db, body) }
    }

    /// Hands over the stored bytes and hashes of each entry behind `position`, unread: for export and verification.
    ///
    /// - Parameter body: is given the hash of the entry's leaf and, behind it, those of the subtrees it completes.
    public func forEachStored(
        after position: Position = .start,
        _ body: (Position, _ bytes: UnsafeRawBufferPointer, _ hashes: UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        try read { db in
            try EntryStatements.forEachWithHashes(after: position, db) { try body(Position($0), $1, $2) }
        }
    }

    /// Makes roots and proofs from the tree as it is now.
    public func withTree<Value>(_ body: (LogTree) throws -> Value) throws -> Value {
        try read { db in try body(LogTree(db)) }
    }

    /// The list of checkpoints, in the order of their sizes, as stored: unchecked.
    public func checkpoints() throws -> [StoredCheckpoint] { try read(Checkpoints.all) }

    /// One entry; nil where the log does not reach.
    public func entry(at position: Position) throws -> RecordedEvent? {
        try read { db in try LogTransaction.entry(at: position, db) }
    }

    /// The positions of all entries about a subject, in order.
    public func positions(about subject: Subject) throws -> [Position] {
        try catchUpIndexIfFree()
        return try read { db in try AboutIndex.positions(about: subject, db) }
    }

    /// Brings the index up to date where it lags far behind. A reader waits for no writer: reading works either way.
    private func catchUpIndexIfFree() throws {
        guard case .readWrite(let writer, let readers, let lock) = access else { return }
        try LogError.translating(path: path) {
            let lag = try readers.read { db in try LogTransaction.last(db).value - AboutIndex.checkpoint(db).value }
            guard lag > Self.indexLagMax else { return }
            do {
                _ = try lock.holdIfFree { try write(writer) { transaction in try transaction.catchUpIndex() } }
            } catch let error as DatabaseError where error.isOfWritingAlone {}
        }
    }

    /// Brings the index to the log's end if it is more than `lagMax` entries behind.
    ///
    /// - Returns: the entry that it has reached, for good.
    package func catchUpIndex(lagMax: Int64) throws -> Position {
        let (last, reached) = try read { db in try (LogTransaction.last(db), AboutIndex.checkpoint(db)) }
        guard last.value - reached.value > lagMax else { return reached }
        return try write { transaction in
            try transaction.catchUpIndex()
            return try transaction.indexCheckpoint()
        }
    }

    /// Makes the index anew from the entries.
    public func rebuildIndex() throws {
        try write { transaction in try transaction.rebuildIndex() }
    }

    /// SQLite's own view of the file, and whether its tables and the guards of the entries are as they were made.
    public func structuralFaults() throws -> [StructuralFault] {
        try read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }.map { .database($0) }
                + FileFormat.differences(db)
        }
    }

    /// Where the index of subjects and commands says something else than the entries it was made from.
    public func indexFaults() throws -> [IndexFault] { try read(AboutIndex.faults) }

    /// The writing connection's settings in force, for tests and `verify`: `journal_mode`, `synchronous`, `wal_autocheckpoint`.
    package func pragma(_ name: String) throws -> String? {
        guard case .readWrite(let writer, _, _) = access else { return nil }
        return try writer.unsafeRead { db in try String.fetchOne(db, sql: "PRAGMA \(name)") }
    }

    /// How SQLite looks up a subject's trail, for the test that holds it to a range read.
    package func queryPlan(ofTrail subject: Subject) throws -> String {
        try read { db in
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + AboutIndex.positionsSQL, arguments: [subject.description])
                .map { $0["detail"] as String }.joined(separator: "\n")
        }
    }

    /// Runs SQL on the writing connection, for tests that prove what the log refuses.
    package func executeUnchecked(_ sql: String) throws {
        try writing().0.write { db in try db.execute(sql: sql) }
    }
}
