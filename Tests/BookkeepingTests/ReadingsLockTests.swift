import Bookkeeping
import DomainTestSupport
import EventLog
import Foundation
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("The readings' lock")
struct ReadingsLockTests {
    private let bench = Bench()

    /// A name that cannot be put on record as read is not shown; the next reading is as ever.
    @Test func aHeldLockWithholdsNames() throws {
        let book = try bench.makeBook()
        #expect(bench.isRecorded(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#, in: book))
        #expect(try bench.name(of: id("M1"), in: book) == .text("甲") && book.namesWithheld == nil)
        let readings = BookFiles.readings(ofBookAt: bench.path)
        let stranger = open(readings + "-lock", O_RDONLY | O_CLOEXEC)
        #expect(stranger >= 0 && flock(stranger, LOCK_EX | LOCK_NB) == 0)
        #expect(try bench.name(of: id("M1"), in: book) == .unreadable)
        #expect(book.namesWithheld == .busy(path: readings))
        #expect(throws: LogError.busy(path: readings)) { try book.signReadings() }
        // What needs no name, and whoever records, is not concerned.
        bench.record(1, in: book)
        close(stranger)
        #expect(try bench.name(of: id("M1"), in: book) == .text("甲"))
        try book.signReadings()
        let report = try book.verify()
        #expect(report.isSound && report.readings == VerificationReport.Readings(entryCount: 2, signedUpTo: 2))
    }
}
