import Bookkeeping
import EventLog
import Foundation
import Testing
import TransparencyTree

/// A backup of book and keys that is older than what was signed: one key must not sign two histories.
@Suite("Restoring an older backup")
struct RestoreTests {
    private let bench = Bench()

    private var restored: String { bench.path("restored.db") }
    private var backup: String { bench.path("backup.db") }
    private var keys: String { bench.path("safe") }

    /// Backed up at 5 entries, given away at 5 and at 8, and lost.
    private func makeLoss() throws -> (old: SignedCheckpoint, lost: SignedCheckpoint, key: VerifierKey) {
        let book = try bench.makeBook()
        bench.record(4, in: book)
        let old = try book.takeCheckpoint()
        _ = try book.backUp(to: backup)
        _ = try book.backUpKeys(to: keys)
        bench.record(3, in: book)
        let lost = try book.takeCheckpoint()
        let key = try book.trustedKeys().log[0].key
        try book.close()
        return (old, lost, key)
    }

    @Test func theOldKeySignsNoSecondHistory() throws {
        let (_, lost, old) = try makeLoss()
        let restoration = try Book.restore(from: backup, to: restored, keys: keys, clock: Bench.clock)
        let new = try #require(restoration.newKey)
        #expect(restoration.report.isSound && new != old)
        let book = try bench.openBook(restored)
        #expect(try book.trustedKeys().log == [TrustedKeys.LogKey(new), TrustedKeys.LogKey(old, upTo: 5)])
        bench.record(3, in: book)
        let again = try book.takeCheckpoint()
        #expect(again.checkpoint.size == lost.checkpoint.size && again.checkpoint.root != lost.checkpoint.root)
        // Not by the key that signed the lost tree of that size.
        #expect(throws: NoteError.notSigned) { try again.verified(by: [old]) }
        // What the old key signed of the entries that are there is good; what it signed of the lost ones is shown.
        #expect(try book.verify().isSound && book.verify().checkpoints.map(\.checkpoint.size) == [5, 8])
        let report = try book.verify(against: [lost])
        #expect(!report.isSound && report.provedUpTo == 5)
        #expect(report.findings.contains { $0.fault == .signedByRetiredKey(size: 8, key: old, upTo: 5) })
    }

    @Test func theNewestCheckpointKeepsTheKey() throws {
        let (newest, _, key) = try makeLoss()
        let restoration = try Book.restore(from: backup, to: restored, keys: keys, newest: newest, clock: Bench.clock)
        #expect(restoration.report.isSound && restoration.newKey == nil)
        let book = try bench.openBook(restored)
        #expect(try book.trustedKeys().log == [TrustedKeys.LogKey(key)])
        bench.record(1, in: book)
        #expect(try book.takeCheckpoint().checkpoint.size == 6)
    }

    @Test func aBackupThatIsOlderThanTheCheckpointIsRefused() throws {
        let (_, lost, _) = try makeLoss()
        #expect(throws: RestoreError.olderThanCheckpoint(signed: 8, held: 5)) {
            try Book.restore(from: backup, to: restored, keys: keys, newest: lost, clock: Bench.clock)
        }
        for suffix in ["", ".keys", ".signing-key"] { #expect(!FileManager.default.fileExists(atPath: restored + suffix)) }
    }

    @Test func aCheckpointOfAnotherHistoryBookOrKeyIsRefused() throws {
        let (newest, _, _) = try makeLoss()
        let text = try String(contentsOfFile: keys + ".signing-key", encoding: .utf8)
        let signer = try #require(
            text.split(separator: "\n").first { $0.hasPrefix("signer ") }.flatMap { SigningKey($0.dropFirst(7)) })
        let other = try Checkpoint(origin: signer.name, size: 4, root: .emptyRoot).signed(with: signer)
        #expect(throws: RestoreError.otherHistory(signed: 4)) {
            try Book.restore(from: backup, to: restored, keys: keys, newest: other, clock: Bench.clock)
        }
        let stranger = try #require(SigningKey(name: signer.name))
        let forged = try Checkpoint(origin: signer.name, size: 5, root: newest.checkpoint.root).signed(with: stranger)
        #expect(throws: NoteError.notSigned) {
            try Book.restore(from: backup, to: restored, keys: keys, newest: forged, clock: Bench.clock)
        }
        #expect(!FileManager.default.fileExists(atPath: restored))
    }

    /// The living key beside the place was never lost: it knows all that it signed, and stays.
    @Test func aKeyThatIsThereStays() throws {
        let (_, _, key) = try makeLoss()
        try FileManager.default.removeItem(atPath: bench.path)
        #expect(try Book.restore(from: backup, to: bench.path, keys: keys, clock: Bench.clock).newKey == nil)
        let book = try bench.openBook()
        #expect(try book.trustedKeys().log.map(\.key) == [key])
        #expect(throws: KeyFileError.bookIsShorter(signed: 8, held: 5)) { try book.takeCheckpoint() }
        _ = try book.rotateSigningKey(afterLoss: true)
        #expect(try book.trustedKeys().log.map(\.upTo) == [nil, 5])
        #expect(try book.takeCheckpoint().checkpoint.size == 5)
    }

    /// Keys that were replaced before the loss count no further than what is left either.
    @Test func everyRetiredKeyEndsWhereTheBackupEnds() throws {
        let book = try bench.makeBook()
        bench.record(2, in: book)
        _ = try book.backUp(to: backup)
        bench.record(4, in: book)
        _ = try book.takeCheckpoint()
        _ = try book.rotateSigningKey()
        _ = try book.backUpKeys(to: keys)
        try book.close()
        _ = try Book.restore(from: backup, to: restored, keys: keys, clock: Bench.clock)
        #expect(try bench.openBook(restored).trustedKeys().log.map(\.upTo) == [nil, 3, 3])
    }

    /// Another book's keys, or keys that cannot be read: nothing is written then, neither keys nor book.
    @Test func onlyTheBooksOwnKeysAreRestored() throws {
        let (bench, other) = (Bench(), Bench())
        let book = try bench.makeBook()
        let stranger = try other.makeBook("22222222-2222-4222-8222-222222222222")
        let (backup, keys, restored) = (bench.path("usb.db"), bench.path("strange"), bench.path("restored.db"))
        _ = try book.backUp(to: backup)
        _ = try stranger.backUpKeys(to: keys)
        #expect(throws: KeyFileError.otherBook(path: keys + ".keys")) {
            try Book.restore(from: backup, to: restored, keys: keys, clock: Bench.clock)
        }
        let own = bench.path("own")
        _ = try book.backUpKeys(to: own)
        try FileManager.default.removeItem(atPath: own + ".signing-key")
        try FileManager.default.copyItem(atPath: keys + ".signing-key", toPath: own + ".signing-key")
        #expect(throws: KeyFileError.otherBook(path: own + ".signing-key")) {
            try Book.restore(from: backup, to: restored, keys: own, clock: Bench.clock)
        }
        for file in [restored, restored + ".keys", restored + ".signing-key"] { #expect(!FileManager.default.fileExists(atPath: file)) }
    }
}
