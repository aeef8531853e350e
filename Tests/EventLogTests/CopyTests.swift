import EventLog
import Foundation
import Testing

@Suite("Copies and attachments of a log")
struct CopyTests {
    private let folder = TemporaryFolder()

    private func makeLog(_ name: String, _ count: Int64 = 0, text: String = "样本") throws -> EventLog {
        try EventLog.create(path: folder.path(name))
        let log = try EventLog(path: folder.path(name))
        try Self.append(count, to: log, text)
        return log
    }

    private static func append(_ count: Int64, to log: EventLog, _ text: String = "样本") throws {
        guard count > 0 else { return }
        try log.write { transaction in
            let last = try transaction.lastPosition().value
            for value in (last + 1)...(last + count) {
                try transaction.append(Sample.entry(value, text: text), at: Position(value))
            }
        }
    }

    @discardableResult
    private func attach(_ pieces: [[UInt8]], to log: EventLog, max: Int64 = 1 << 30) throws -> StoredAttachment {
        var rest = pieces[...]
        return try log.write { try $0.storeAttachment(byteCountMax: max) { rest.popFirst() } }
    }

    // MARK: - Copies

    @Test func aCopyIsBroughtUpToDate() throws {
        let log = try makeLog("log.db", 100)
        try attach([[1, 2, 3]], to: log)
        let copy = try makeLog("copy.db")
        let first = try log.update(copy: copy)
        #expect((first.kept, first.added, first.attachmentsAdded) == (0, 100, 1))
        try Self.append(23, to: log)
        let second = try log.update(copy: copy)
        #expect((second.kept, second.added, second.attachmentsAdded) == (100, 23, 0))
        #expect(try log.update(copy: copy).added == 0)
        #expect(try copy.withTree { try $0.root() } == log.withTree { try $0.root() })
        #expect(try copy.attachments() == log.attachments())
        #expect(try copy.structuralFaults() == [])
    }

    /// Differences are found wherever they begin, and nothing is added to what is no copy.
    @Test(arguments: [1, 2, 50, 99, 100] as [Int64])
    func whatIsNoCopyIsLeftAlone(same: Int64) throws {
        let log = try makeLog("log.db", 120)
        let other = try makeLog("other.db", same - 1)
        try Self.append(101 - same, to: other, "anders")
        #expect(throws: LogError.diverged(after: Position(same - 1))) { try log.update(copy: other) }
        #expect(try other.lastPosition() == Position(100))
    }

    @Test func aLongerCopyIsNone() throws {
        let log = try makeLog("log.db", 10)
        let other = try makeLog("other.db", 11)
        #expect(throws: LogError.diverged(after: Position(10))) { try log.update(copy: other) }
    }

    /// Damage is not carried into a backup.
    @Test func aDamagedEntryStopsTheCopy() throws {
        let log = try makeLog("log.db", 50)
        try log.executeUnchecked(
            "DROP TRIGGER entries_are_never_updated; UPDATE entries SET bytes = CAST(bytes || x'20' AS BLOB) WHERE position = 31")
        let copy = try makeLog("copy.db")
        #expect(throws: LogError.damaged(position: Position(31), .hashDiffers)) {
            try log.update(copy: copy)
        }
        #expect(try copy.lastPosition() == .start)
    }

    @Test func recordingGoesOnMeanwhile() async throws {
        let log = try makeLog("log.db", 5_000)
        let copy = try makeLog("copy.db")
        let recording = Task { [log] in for _ in 0..<50 { try CopyTests.append(1, to: log) } }
        let result = try log.update(copy: copy)
        try await recording.value
        #expect(result.added >= 5_000)
        #expect(try log.update(copy: copy).kept == result.added)
        #expect(try copy.lastPosition() == Position(5_050))
    }

    // MARK: - Attachments

    @Test func anAttachmentIsHeldOnce() throws {
        let log = try makeLog("log.db")
        let bytes = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let first = try attach([bytes], to: log)
        // The same bytes in other pieces, and a third time.
        let second = try attach([Array(bytes[..<1]), [], Array(bytes[1..<400_000]), Array(bytes[400_000...])], to: log)
        #expect(first == second)
        #expect(first.byteCount == 700_000)
        try attach([bytes], to: log)
        #expect(try log.attachments() == [first])
        var read: [UInt8] = []
        try log.readAttachment(first.hash) { piece in
            #expect(piece.count <= 1 << 18)
            read += piece
        }
        #expect(read == bytes)
    }

    /// SHA-256 of nothing and of "abc", from FIPS 180-4's examples.
    @Test(arguments: [
        ([], "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (Array("abc".utf8), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ] as [([UInt8], String)])
    func theNameIsTheHash(bytes: [UInt8], hash: String) throws {
        let log = try makeLog("log.db")
        #expect(try attach([bytes], to: log).hash.description == hash)
        #expect(try log.attachments().map(\.hash.description) == [hash])
    }

    @Test func whatIsTooLongLeavesNothing() throws {
        let log = try makeLog("log.db")
        #expect(throws: LogError.attachmentTooLong(limit: 10)) { try attach([Array(0..<6), Array(0..<6)], to: log, max: 10) }
        #expect(try log.attachments() == [])
        #expect(try attach([Array(0..<10)], to: log, max: 10).byteCount == 10)
    }

    @Test(arguments: [
        "UPDATE attachment_pieces SET bytes = x'FF' WHERE number = 0", "DELETE FROM attachment_pieces WHERE number = 1",
        "UPDATE attachments SET byte_count = 1",
    ])
    func whatWasTamperedWithIsNoticed(sql: String) throws {
        let log = try makeLog("log.db")
        let stored = try attach([Array(repeating: 7, count: 300_000)], to: log)
        try log.executeUnchecked(sql)
        #expect(throws: LogError.attachmentDamaged(stored.hash)) { try log.readAttachment(stored.hash) { _ in } }
        let copy = try makeLog("copy.db")
        #expect(throws: LogError.attachmentDamaged(stored.hash)) { try log.update(copy: copy) }
        #expect(try copy.attachments() == [])
    }

    @Test func whatIsNotHeldIsSaid() throws {
        let log = try makeLog("log.db")
        let hash = try #require(ContentHash(hexadecimal: String(repeating: "0", count: 64)))
        #expect(throws: LogError.attachmentMissing(hash)) { try log.readAttachment(hash) { _ in } }
        #expect(ContentHash(hexadecimal: String(repeating: "0", count: 63) + "G") == nil)
        #expect(ContentHash(hexadecimal: String(repeating: "A", count: 64)) == nil)
    }
}
