import Bookkeeping
import DomainTestSupport
import EventLog
import Foundation
import Testing
import TransparencyTree
import Wording

@Suite("The log of readings is signed")
struct ReadingsCheckpointTests {
    private let bench = Bench()

    private var readings: String { BookFiles.readings(ofBookAt: bench.path) }

    /// A book in which a name was read so many times, all signed.
    private func makeBook(readings count: Int = 4) throws -> Book {
        let book = try bench.makeBook()
        #expect(bench.isRecorded(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#, in: book))
        try read(count, in: book)
        _ = try book.signReadings()
        return book
    }

    private func read(_ count: Int, in book: Book) throws {
        for _ in 0..<count { #expect(try bench.name(of: id("M1"), in: book) == .text("甲")) }
    }

    private func change(_ sql: String) throws {
        let log = try EventLog(path: readings)
        try log.executeUnchecked(sql)
        try log.close()
    }

    private static let unguard = """
        DROP TRIGGER entries_are_never_updated; DROP TRIGGER entries_are_never_deleted; DROP TRIGGER entries_are_only_appended;

        """

    private func faults(_ book: Book) throws -> [VerificationReport.Fault] {
        try book.verify().findings.compactMap { if case .inReadings(let finding) = $0.fault { finding.fault } else { nil } }
    }

    @Test func whatWasReadIsSigned() throws {
        let book = try makeBook()
        let report = try book.verify()
        #expect(report.isSound && report.readings == VerificationReport.Readings(entryCount: 4, signedUpTo: 4))
        try read(2, in: book)
        #expect(try book.verify().readings == VerificationReport.Readings(entryCount: 6, signedUpTo: 4))
        let signed = try #require(try book.signReadings())
        #expect(try signed.checkpoint.origin == book.origin() + "/readings" && signed.checkpoint.size == 6)
        // The same again, and by a new key what the old one signed.
        #expect(try book.signReadings() == signed)
        _ = try book.rotateSigningKey()
        #expect(try book.verify().readings.signedUpTo == 6 && book.verify().isSound)
        // The book's own key, under the name of the readings: whoever names the key checks them too.
        let named = try TrustedKeys(named: book.trustedKeys().all)
        _ = try book.takeCheckpoint()
        #expect(try book.verify(trusting: named).readings.signedUpTo == 6)
    }

    /// To whoever names a key, readings that it did not sign prove nothing, and accuse nobody.
    @Test func readingsThatNobodySignedAccuseNobody() throws {
        let book = try bench.makeBook()
        #expect(bench.isRecorded(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#, in: book))
        try read(2, in: book)
        _ = try book.takeCheckpoint()
        let report = try book.verify(trusting: TrustedKeys(named: book.trustedKeys().all))
        #expect(report.isSound && report.readings == VerificationReport.Readings(entryCount: 2, signedUpTo: 0))
    }

    @Test func aBookThatNobodyReadHasNothingToSign() throws {
        let book = try bench.makeBook()
        #expect(try book.signReadings() == nil)
        #expect(try book.verify().isSound)
    }

    @Test func aChangedReadingIsFound() throws {
        let book = try makeBook()
        try change(Self.unguard + "UPDATE entries SET bytes = CAST(replace(bytes, 'tester', 'nobody') AS BLOB) WHERE position = 2")
        let found = try faults(book)
        #expect(found.contains(.wrongLeafHash) && found.contains(.notWhatWasSigned(size: 4, soundUpTo: 0)))
        #expect(try book.verify().firstFault == nil)
        #expect(Phrase.advice(try book.verify()).map(\.en).joined().contains("The log of readings is not trustworthy"))
    }

    /// Hashes and all, as somebody would who knows how the file is made: written anew with one reading less.
    @Test func aRewrittenLogOfReadingsIsFound() throws {
        let book = try makeBook()
        try book.close()
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: readings + suffix) }
        let again = try bench.openBook()
        try read(4, in: again)
        #expect(try faults(again) == [.notWhatWasSigned(size: 4, soundUpTo: 0)])
        #expect(throws: KeyFileError.readingsChanged(signed: 4, held: 4)) { try again.signReadings() }
    }

    @Test func aShortenedLogOfReadingsIsFound() throws {
        let book = try makeBook()
        try change(Self.unguard + "DELETE FROM entries WHERE position > 2; DELETE FROM checkpoints")
        #expect(try faults(book).contains(.entriesMissing(signed: 4, held: 2)))
        #expect(throws: KeyFileError.readingsChanged(signed: 4, held: 2)) { try book.signReadings() }
    }

    @Test func aMissingLogOfReadingsIsFound() throws {
        let book = try makeBook()
        try book.close()
        for suffix in ["", "-wal", "-shm", "-lock"] { try? FileManager.default.removeItem(atPath: readings + suffix) }
        let again = try bench.openBook()
        #expect(try faults(again) == [.entriesMissing(signed: 4, held: 0)])
        #expect(throws: KeyFileError.readingsChanged(signed: 4, held: 0)) { try again.signReadings() }
        // The book itself is not accused, and signs on; whoever lost them says so.
        _ = try again.takeCheckpoint()
        _ = try again.rotateSigningKey(afterLoss: true)
        #expect(try again.verify().isSound)
    }

    /// Readings that were taken out of the index are missing from a person's list, and so it is checked as well.
    @Test func anIndexThatHidesReadingsIsFoundAndMadeAnew() throws {
        let book = try makeBook()
        try EventLog(path: readings).rebuildIndex()
        try change("DELETE FROM about WHERE position = 1")
        let found = try faults(book)
        #expect(!found.isEmpty)
        try book.rebuildIndex()
        #expect(try faults(book).isEmpty)
    }
}
