import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

@testable import Bookkeeping
import TransparencyTree

@Suite("Attachments, backups")
struct SafekeepingTests {
    private let bench = Bench()

    private func makeBook() throws -> Book {
        let book = try bench.makeBook()
        for line in [
            #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-01"}"#,
            #"{"command":"work.file","work":"W1","kind":"report","title":"报告"}"#,
        ] { #expect(bench.isRecorded(line, in: book)) }
        return book
    }

    private func attach(
        _ bytes: [UInt8], to subject: String, owner: String? = nil, pieces: Int = 100_000, in book: Book
    ) throws -> (hash: ContentHash, result: CommandResult) {
        var rest = bytes[...]
        var fields = JSONObject(["name": "纪要.pdf", "to": .string(subject)])
        fields["owner"] = owner.map { .string($0) }
        return try book.attach(fields, defaults: bench.defaults()) {
            defer { rest = rest.dropFirst(pieces) }
            return rest.isEmpty ? nil : Array(rest.prefix(pieces))
        }
    }

    private func read(_ index: Int, in book: Book) throws -> [UInt8] {
        let state = try book.state()
        let link = state.attachments.values.flatMap(\.links)[index].fact
        var bytes: [UInt8] = []
        try book.readAttachment(link, for: Bench.purpose, in: state) { bytes += $0 }
        return bytes
    }

    private static func noise(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 5) } }

    // MARK: - Attachments

    @Test(arguments: [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 1, 1_000_000])
    func whatIsHandedInIsHandedOut(count: Int) throws {
        let book = try makeBook()
        let bytes = Self.noise(count)
        #expect(try attach(bytes, to: "activity:A1", in: book).result.isDone)
        #expect(try attach(bytes, to: "activity:A1", owner: "member:M1", in: book).result.isDone)
        #expect(try read(0, in: book) == bytes)
        #expect(try read(1, in: book) == bytes)
        #expect(try book.verify().attachmentCount == 2)
        #expect(try book.verify().isSound)
    }

    /// The same scan belongs to two things, and is held and counted once.
    @Test func oneAttachmentMayBelongToSeveral() throws {
        let book = try makeBook()
        let bytes = Self.noise(50_000)
        let first = try attach(bytes, to: "activity:A1", in: book)
        let second = try attach(bytes, to: "work:W1", in: book)
        #expect(first.hash == second.hash)
        #expect(try book.storedAttachments().count == 1)
        guard case .refused(let rejection) = try attach(bytes, to: "work:W1", in: book).result else {
            Issue.record("attached twice to one thing")
            return
        }
        #expect(rejection.code == "already-attached")
        #expect(try book.state().attachments.values.map { $0.links.count } == [2])
    }

    @Test func aRefusedAttachmentLeavesNothing() throws {
        let book = try makeBook()
        let before = try book.lastPosition()
        #expect(try !attach(Self.noise(9), to: "activity:A9", in: book).result.isDone)
        #expect(throws: (any Error).self) { try attach(Self.noise(9), to: "nothing", in: book) }
        #expect(throws: LogError.attachmentTooLong(limit: AttachmentFormat.byteCountMax)) {
            var left = 70
            _ = try book.attach(JSONObject(["name": "x", "to": "work:W1"]), defaults: bench.defaults()) {
                left -= 1
                return left < 0 ? nil : Array(repeating: 0, count: 1 << 20)
            }
        }
        #expect(try book.storedAttachments().isEmpty)
        #expect(try book.lastPosition() == before)
    }

    /// A command that speaks of bytes which nobody handed in.
    @Test func whatIsNotHeldIsNotAttached() throws {
        let book = try makeBook()
        let hash = String(repeating: "ab", count: 32)
        let line = #"{"command":"attachment.add","attachment":"\#(hash)","bytes":5,"name":"x","to":"work:W1"}"#
        #expect(try bench.rejection(of: line, in: book) == "attachment-not-held")
        let held = try attach(Self.noise(10), to: "activity:A1", in: book).hash
        let wrong = #"{"command":"attachment.add","attachment":"\#(held)","bytes":11,"name":"x","to":"work:W1"}"#
        #expect(try bench.rejection(of: wrong, in: book) == "attachment-not-held")
        let right = #"{"command":"attachment.add","attachment":"\#(held)","bytes":10,"name":"x","to":"work:W1"}"#
        #expect(bench.isRecorded(right, in: book))
    }

    // MARK: - Backups

    @Test func aBackupIsTheBook() throws {
        let book = try makeBook()
        _ = try attach(Self.noise(300_000), to: "activity:A1", in: book)
        let checkpoint = try book.takeCheckpoint()
        let path = bench.path("backup.db")
        #expect(try book.backUp(to: path).added == 5)
        bench.record(3, in: book)
        let update = try book.backUp(to: path)
        #expect((update.kept, update.added) == (5, 3))
        let copy = try bench.openBook(path)
        #expect(try copy.verify(trusting: book.trustedKeys()).provedUpTo == checkpoint.checkpoint.size)
        #expect(try copy.root(size: 8) == book.root(size: 8))
        #expect(try copy.checkpoints() == book.checkpoints())
        #expect(try read(0, in: copy) == Self.noise(300_000))
        // Keys are no part of it.
        #expect(!FileManager.default.fileExists(atPath: BookFiles.keys(ofBookAt: path)))
        #expect(try bench.name(of: id("M1"), in: copy) == .unreadable)
    }

    /// An earlier copy of the same keys is brought up to date, and overwritten; anything that would be lost stays.
    @Test func keysAreBackedUpAgain() throws {
        let book = try makeBook()
        let keys = bench.path("safe")
        _ = try book.backUpKeys(to: keys)
        #expect(bench.isRecorded(#"{"command":"member.join","member":"M9","name":"新","from":"2019-01-01"}"#, in: book))
        _ = try book.takeCheckpoint()
        _ = try book.backUpKeys(to: keys)
        #expect(try KeyStore(path: keys + ".keys").subjects().contains(#require(Subject("member:M9"))))
        let later = try SigningKeyFile(path: keys + ".signing-key").load()
        #expect(later.signed?.size == (try book.lastPosition().value))
        #expect(!FileManager.default.fileExists(atPath: keys + ".keys.old"))
        // A backup that has more than the book's own file, as where an old one was put back.
        try book.close()
        for file in [".keys", ".signing-key"] { try FileManager.default.removeItem(atPath: bench.path + file) }
        try KeyStore.create(path: bench.path + ".keys", book: "11111111-1111-4111-8111-111111111111")
        let poorer = try bench.openBook()
        #expect(throws: LogError.alreadyExists(path: keys + ".keys")) { try poorer.backUpKeys(to: keys) }
        #expect(try KeyStore(path: keys + ".keys").subjects().contains(#require(Subject("member:M9"))))
        // The book's own files, and another book's.
        #expect(throws: LogError.alreadyExists(path: bench.path + ".keys")) { try poorer.backUpKeys(to: bench.path) }
        let other = Bench()
        let stranger = try other.makeBook("22222222-2222-4222-8222-222222222222")
        #expect(throws: LogError.alreadyExists(path: keys + ".keys")) { try stranger.backUpKeys(to: keys) }
    }

    /// Killed before the book was there, an attempt leaves key files with which nothing was sealed or signed.
    @Test func unusedKeysAreNoObstacle() throws {
        try KeyStore.create(path: bench.path + ".keys", book: "22222222-2222-4222-8222-222222222222")
        try SigningKeyFile(path: bench.path + ".signing-key").store(.new(origin: "minutebook/22222222-2222-4222-8222-222222222222"))
        let book = try bench.makeBook()
        #expect(try book.verify().isSound)
        bench.record(1, in: book)
        // Keys of a book that was lost stay.
        _ = try book.takeCheckpoint()
        try book.close()
        try FileManager.default.removeItem(atPath: bench.path)
        #expect(throws: LogError.alreadyExists(path: bench.path + ".signing-key")) { try Bench.createBook(path: bench.path) }
        #expect(try SigningKeyFile(path: bench.path + ".signing-key").load().signed?.size == 2)
    }

    @Test func aRestoredBookIsTheBook() throws {
        let book = try makeBook()
        _ = try book.takeCheckpoint()
        let (backup, keys, restored) = (bench.path("backup.db"), bench.path("safe"), bench.path("restored.db"))
        _ = try book.backUp(to: backup)
        #expect(try book.backUpKeys(to: keys) == [keys + ".keys", keys + ".signing-key"])
        for file in [keys + ".keys", keys + ".signing-key"] {
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
        }
        #expect(try Book.restore(from: backup, to: restored, keys: keys, clock: Bench.clock).report.isSound)
        let again = try bench.openBook(restored)
        #expect(try bench.name(of: id("M1"), in: again) == .text("甲"))
        #expect(try again.verify().provedUpTo == 4)
        #expect(bench.isRecorded(#"{"command":"visit.record"}"#, in: again))
        #expect(try again.takeCheckpoint().checkpoint.size == 5)
        // Nothing is ever overwritten.
        #expect(throws: LogError.alreadyExists(path: restored)) {
            try Book.restore(from: backup, to: restored, clock: Bench.clock)
        }
    }

    @Test func aDamagedBackupIsNotRestored() throws {
        let book = try makeBook()
        let backup = bench.path("backup.db")
        _ = try book.backUp(to: backup)
        let log = try EventLog(path: backup)
        try log.executeUnchecked(
            "DROP TRIGGER entries_are_never_updated; UPDATE entries SET bytes = CAST(replace(bytes, '甲', '乙') AS BLOB)")
        try log.close()
        let report = try Book.restore(from: backup, to: bench.path("restored.db"), clock: Bench.clock).report
        #expect(!report.isSound)
        #expect(!FileManager.default.fileExists(atPath: bench.path("restored.db")))
    }

    /// What stands there and is no earlier copy is left as it is.
    @Test func aBackupIsNotWrittenOverSomethingElse() throws {
        let book = try makeBook()
        let other = Bench()
        let stranger = try other.makeBook("22222222-2222-4222-8222-222222222222")
        try stranger.close()
        #expect(throws: LogError.diverged(after: .start)) { try book.backUp(to: other.path) }
        try "text".write(toFile: bench.path("notes.txt"), atomically: true, encoding: .utf8)
        #expect(throws: LogError.notALog(path: bench.path("notes.txt"))) { try book.backUp(to: bench.path("notes.txt")) }
        #expect(try String(contentsOfFile: bench.path("notes.txt"), encoding: .utf8) == "text")
    }
}

extension JSONObject {
    init(_ members: [String: JSONValue]) {
        self.init()
        for (key, value) in members { self[key] = value }
    }
}
