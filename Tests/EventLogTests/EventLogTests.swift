import CanonicalJSON
import EventLog
import Foundation
import Testing
import TransparencyTree

@Suite("Event log")
struct EventLogTests {
    private let folder = TemporaryFolder()

    private func makeLog(_ name: String = "log.db") throws -> EventLog {
        let path = folder.path(name)
        try EventLog.create(path: path)
        return try EventLog(path: path)
    }

    /// Appends entries numbered on from the last.
    private func append(_ count: Int64, to log: EventLog) throws {
        try log.write { transaction in
            let last = try transaction.lastPosition().value
            for value in (last + 1)...(last + count) {
                try transaction.append(Sample.entry(value), at: Position(value))
            }
        }
    }

    @Test func whatIsAppendedIsReadBack() throws {
        let log = try makeLog()
        try append(3, to: log)
        var read: [[UInt8]] = []
        try log.forEachStored { position, bytes, hash in
            read.append(Array(bytes))
            #expect(Array(hash.prefix(32)) == TreeHash.leaf(of: bytes).bytes)
            #expect(position.value == Int64(read.count))
            return true
        }
        #expect(read == (1...3).map { Sample.entry($0).bytes })
        #expect(try log.entry(at: Position(2))?.event.type == "sample.recorded")
        #expect(try log.entry(at: Position(4)) == nil)
    }

    /// The settings that an acknowledged command rests on, read back from the connection that writes.
    @Test func everyCommitIsFlushed() throws {
        let log = try makeLog()
        #expect(try log.pragma("journal_mode") == "wal")
        #expect(try log.pragma("synchronous") == "2")
        #expect(try log.pragma("wal_autocheckpoint") == "0")
    }

    @Test(arguments: [
        "UPDATE entries SET bytes = x'00' WHERE position = 1", "DELETE FROM entries WHERE position = 3",
        "REPLACE INTO entries VALUES (2, x'00', x'00')", "INSERT INTO entries VALUES (9, x'00', x'00')",
        "INSERT INTO entries VALUES (0, x'00', x'00')",
    ])
    func entriesAreOnlyAppended(sql: String) throws {
        let log = try makeLog()
        try append(3, to: log)
        #expect(throws: (any Error).self) { try log.executeUnchecked(sql) }
        #expect(try log.lastPosition() == Position(3))
        #expect(try log.entry(at: Position(2))?.bytes == Sample.entry(2).bytes)
    }

    @Test func aFailedTransactionLeavesNothing() throws {
        struct Stop: Error {}
        let log = try makeLog()
        #expect(throws: Stop.self) {
            try log.write { transaction in
                try transaction.append(Sample.entry(1), at: Position(1))
                throw Stop()
            }
        }
        #expect(try log.lastPosition() == .start)
    }

    @Test func anEntryHasAnEnd() throws {
        let log = try makeLog()
        let writer = Sample.entry(1, text: String(repeating: "x", count: EntryFormat.byteLimit))
        #expect(throws: LogError.entryTooLong(byteCount: writer.bytes.count, limit: 65_535)) {
            try log.write { try $0.append(writer, at: Position(1)) }
        }
    }

    @Test func theTrailOfASubjectIsARangeRead() throws {
        let log = try makeLog()
        try append(100, to: log)
        let odd = (1...100).filter { $0 % 2 == 1 }.map { Position(Int64($0)) }
        let subject = try #require(Subject("sample:odd"))
        #expect(try log.positions(about: subject) == odd)
        try log.rebuildIndex()
        #expect(try log.positions(about: subject) == odd)
        try append(1, to: log)
        #expect(try log.positions(about: subject) == odd + [Position(101)])
        #expect(try log.queryPlan(ofTrail: subject).contains("SEARCH about USING PRIMARY KEY"))
    }

    @Test func severalConnectionsMayWriteOneLog() throws {
        let first = try makeLog()
        let second = try EventLog(path: folder.path("log.db"))
        for _ in 0..<20 {
            try append(1, to: first)
            try append(1, to: second)
        }
        #expect(try first.lastPosition() == Position(40))
        #expect(try first.structuralFaults() == [])
    }

    /// A flipped bit can take a value away that the schema says is there.
    @Test func aMissingValueIsDamage() throws {
        let log = try makeLog()
        try log.executeUnchecked(
            """
            PRAGMA writable_schema = ON;
            UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '') WHERE name IN ('checkpoints', 'attachments');
            PRAGMA writable_schema = OFF;
            """)
        try log.close()
        let damaged = try EventLog(path: folder.path("log.db"))
        try damaged.executeUnchecked("INSERT INTO checkpoints VALUES (0, NULL); INSERT INTO attachments VALUES (1, NULL, NULL)")
        let fault = LogError.damaged(position: nil, .valueMissing)
        #expect(throws: fault) { try damaged.checkpoints() }
        #expect(throws: fault) { try damaged.attachments() }
    }

    // MARK: - What is no log

    @Test func aMissingFile() {
        let path = folder.path("none.db")
        #expect(throws: LogError.noSuchFile(path: path)) { try EventLog(path: path) }
    }

    @Test(arguments: ["", "not a database, but long enough to have a header of one hundred bytes, were it one; so it is refused."])
    func anotherKindOfFile(contents: String) throws {
        let path = folder.path("other.txt")
        try contents.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: LogError.notALog(path: path)) { try EventLog(path: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == contents)
    }

    @Test func aLaterFormat() throws {
        let log = try makeLog()
        try log.executeUnchecked("PRAGMA user_version = 3")
        try log.close()
        let path = folder.path("log.db")
        #expect(throws: LogError.laterFormat(path: path, version: 3)) { try EventLog(path: path) }
    }

    @Test func nothingIsOverwritten() throws {
        let path = folder.path("kept.txt")
        try "kept".write(toFile: path, atomically: true, encoding: .utf8)
        #expect(throws: LogError.alreadyExists(path: path)) { try EventLog.create(path: path) }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
    }
}

/// Entries of a ledger that is no minutebook: the log knows nothing of what is in it.
enum Sample {
    static func entry(_ position: Int64, text: String = "样本") -> CanonicalWriter {
        var writer = CanonicalWriter()
        let subject = Subject(kind: "sample", id: position % 2 == 1 ? "odd" : "even")
        NewEvent(
            type: "sample.recorded", version: 1, occurred: Occurrence(CalendarDate(daysSince1970: 18_000)),
            by: "tester", command: CommandID(high: 7, low: UInt64(position)), about: [subject]
        ).write(
            position: Position(position), recorded: Timestamp(microsecondsSince1970: position), to: &writer
        ) { data in
            data.beginObject()
            data.field("text", text)
            data.endObject()
        }
        return writer
    }
}

/// A folder that goes when the test does.
final class TemporaryFolder {
    private let url = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)")

    init() { try? FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appendingPathComponent(name).path }
}
