import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Synchronization
import Testing

@testable import Bookkeeping

/// A book that is open for months: what is refused costs nothing, nobody waits for a writer, and memory has bounds.
@Suite("A book that stays open")
struct LongLivedBookTests {
    private let bench = Bench()

    // MARK: - What is refused

    @Test func aRefusedGroupKeepsTheState() throws {
        let book = try bench.makeBook()
        bench.record(3, in: book)
        let group = try [#"{"command":"visit.record","visit":"V77"}"#, #"{"command":"activity.open","activity":"A9"}"#].map(bench.command)
        #expect(try book.execute(group, isAtomic: true).map(\.isDone) == [false, false])
        #expect(book.foldedUpTo == Position(4))
        // It is the state of what is on record: nothing of the group is in it.
        #expect(try bench.positions(of: #"{"command":"visit.record","visit":"V77"}"#, in: book) == [5])
    }

    @Test func aRefusedAttachmentKeepsTheState() throws {
        let book = try bench.makeBook()
        bench.record(3, in: book)
        var pieces: [[UInt8]] = [[1, 2, 3]]
        var fields = JSONObject()
        fields["to"] = "activity:A9"
        fields["name"] = "x"
        let result = try book.attach(fields, defaults: bench.defaults()) { pieces.popLast() }.result
        #expect(!result.isDone)
        #expect(book.foldedUpTo == Position(4))
    }

    /// What fails after something was taken into the state is folded anew, and only that.
    @Test func whatDidNotGetOnRecordIsForgotten() throws {
        struct Stop: Error {}
        let book = try bench.makeBook()
        bench.record(3, in: book)
        let visit = try bench.command(#"{"command":"visit.record","visit":"V77"}"#)
        #expect(throws: Stop.self) {
            _ = try book.transact { live, transaction -> Int in
                _ = try book.record(visit, &live, transaction)
                throw Stop()
            }
        }
        #expect(book.foldedUpTo == nil)
        #expect(try bench.positions(of: #"{"command":"visit.record","visit":"V77"}"#, in: book) == [5])
    }

    // MARK: - Waiting

    /// While a transaction is open, readers get what was committed before it, at once: they would wait for ever here.
    @Test func readersWaitForNoWriter() throws {
        let book = try bench.makeBook()
        bench.record(3, in: book)
        let (isInside, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let hasWaited = Atomic(false)
        let done = DispatchGroup()
        done.enter()
        let visit = try bench.command(#"{"command":"visit.record"}"#)
        Thread.detachNewThread {
            _ = try? book.transact { live, transaction in
                _ = try book.record(visit, &live, transaction)
                isInside.signal()
                hasWaited.store(mayGoOn.wait(timeout: .now() + 20) == .timedOut, ordering: .relaxed)
            }
            done.leave()
        }
        isInside.wait()
        #expect(try book.state().position == Position(4))
        #expect(try book.state(known: .position(Position(2))).position == Position(2))
        let first = try #require(Subject("visit:V1"))
        #expect(try book.entries(about: first).count == 1)
        #expect(try book.lastPosition() == Position(4))
        mayGoOn.signal()
        done.wait()
        let isLate = hasWaited.load(ordering: .relaxed)
        #expect(!isLate, "a reader waited for the writer")
        #expect(try book.state().position == Position(5))
    }

    /// A replay of an earlier moment holds nothing that a command needs.
    @Test func aReplayStopsNobody() throws {
        let book = try bench.makeBook()
        for _ in 0..<100 { _ = try book.execute((0..<300).map { _ in try bench.command(#"{"command":"visit.record"}"#) }) }
        let (isReplaying, mayGoOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let hasWaited = Atomic(false)
        let done = DispatchGroup()
        done.enter()
        Thread.detachNewThread {
            _ = try? book.state(
                known: .position(Position(2)),
                progress: FoldProgress { _, _ in
                    isReplaying.signal()
                    hasWaited.store(mayGoOn.wait(timeout: .now() + 20) == .timedOut, ordering: .relaxed)
                })
            done.leave()
        }
        isReplaying.wait()
        #expect(try bench.positions(of: #"{"command":"visit.record"}"#, in: book) == [30_002])
        #expect(try book.state().position == Position(30_002))
        mayGoOn.signal()
        done.wait()
        let isLate = hasWaited.load(ordering: .relaxed)
        #expect(!isLate, "a command waited for the replay")
    }

    // MARK: - Memory

    /// The index follows a process that only records, and what it has reached is not remembered beside it.
    @Test func commandsInMemoryHaveBounds() throws {
        let book = try bench.makeBook()
        let line = #"{"command":"visit.record","id":"00000000-0000-4000-8000-000000000001","to":"甲","occurred":"2019-02-18"}"#
        #expect(try bench.positions(of: line, in: book) == [2])
        for _ in 0..<100 {
            let commands = try (0..<250).map { _ in try bench.command(#"{"command":"visit.record"}"#) }
            #expect(try book.execute(commands).allSatisfy(\.isDone))
            #expect(book.rememberedCommandCount <= Int(Book.indexLagMax) + 250)
        }
        #expect(try bench.positions(of: line, in: book) == [2], "a command that is in the index is still known")
        #expect(try book.verify().isSound)
    }

    // MARK: - Clocks

    private func openBook(clock: Timestamp, acceptsClockBehind: Bool = false) throws -> Book {
        try Book(path: bench.path, clock: { clock }, acceptsClockBehind: acceptsClockBehind)
    }

    @Test func aClockFarBehindStopsRecording() throws {
        let ahead = Timestamp(microsecondsSince1970: Bench.clock().microsecondsSince1970 + 3_600_000_000)
        _ = try bench.makeBook()
        bench.record(1, in: try openBook(clock: ahead))
        let last = try #require(try bench.openBook().entry(at: Position(2))?.recorded)
        let book = try bench.openBook()
        #expect(throws: ClockFault.behind(clock: Bench.clock(), lastEntry: last)) {
            try bench.execute(#"{"command":"visit.record"}"#, in: book)
        }
        #expect(try book.lastPosition() == Position(2))
        #expect(book.foldedUpTo == Position(2))
        let accepting = try openBook(clock: Bench.clock(), acceptsClockBehind: true)
        #expect(try bench.positions(of: #"{"command":"visit.record"}"#, in: accepting) == [3])
    }

    /// Whoever checks is told which entries were recorded by a clock that ran ahead; nothing is wrong with them.
    @Test func entriesThatRunAheadAreNamed() throws {
        _ = try bench.makeBook()
        let ahead = try #require(Timestamp("2999-01-01T00:00:00.000000Z"))
        bench.record(2, in: try openBook(clock: ahead))
        bench.record(1, in: try openBook(clock: Bench.clock(), acceptsClockBehind: true))
        let report = try bench.openBook().verify()
        let found = try #require(report.ahead)
        #expect((found.first, found.last, found.count) == (Position(2), Position(4), 3))
        #expect(found.until.description == "2999-01-01T00:00:00.000002Z")
        #expect(report.isSound)
        #expect(try openBook(clock: ahead).verify().ahead == nil)
    }

    /// Clocks of two machines differ a little: order is the log's.
    @Test func aClockALittleBehindRecords() throws {
        let ahead = Timestamp(microsecondsSince1970: Bench.clock().microsecondsSince1970 + 299_000_000)
        _ = try bench.makeBook()
        bench.record(1, in: try openBook(clock: ahead))
        #expect(try bench.positions(of: #"{"command":"visit.record"}"#, in: bench.openBook()) == [3])
    }

    /// The clock of these tests is at 2099-01-01 in UTC, which is the morning of that day in Shanghai.
    @Test(arguments: [
        ("2099-01-02", true), ("2099-01-03", false), ("2099-01-01T23:59:59Z", true), ("2099-01-02T08:30:00+08:00", false),
        ("2099-01-02T07:59:59+08:00", true), ("2098-12-31/2099-06-30", true), ("2099年下半年", false),
    ])
    func whatLiesAheadIsSaid(occurred: String, isAccepted: Bool) throws {
        let book = try bench.makeBook()
        let line = #"{"command":"visit.record","occurred":"\#(occurred)"}"#
        #expect(try bench.rejection(of: line, in: book) == (isAccepted ? nil : "lies-ahead"))
        #expect(bench.isRecorded(line.replacingOccurrences(of: "}", with: #","ahead":true}"#), in: book))
    }

    /// A clock that no entry can have the time of stops recording, and the log of readings too.
    @Test(arguments: [Int64.min, -62_135_596_800_000_001, 253_402_300_800_000_000, .max])
    func aClockOutsideTheCalendarIsRefused(microseconds: Int64) throws {
        let book = try bench.makeBook()
        bench.record(1, in: book)
        #expect(bench.isRecorded(#"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#, in: book))
        try book.close()
        let strange = try openBook(clock: Timestamp(microsecondsSince1970: microseconds), acceptsClockBehind: true)
        #expect(throws: ClockFault.outsideCalendar) { try bench.execute(#"{"command":"visit.record","ahead":true}"#, in: strange) }
        #expect(try strange.lastPosition() == Position(3))
        #expect(throws: ClockFault.outsideCalendar) { try bench.name(of: id("M1"), in: strange) }
        try strange.close()
        let again = try bench.openBook()
        #expect(try again.verify().isSound && again.verify().readings.entryCount == 0)
        bench.record(1, in: again)
    }

    /// A moment that has a date at its own offset, and none in the book's zone or in UTC, is no time of an event there.
    @Test(arguments: [
        ("9999-12-31T16:00:00Z", 480, false), ("9999-12-31T15:59:59Z", 480, true), ("9999-12-31T23:59:59+08:00", 480, true),
        ("9999-12-31T23:59:59-01:00", -60, false), ("0001-01-01T04:59:59Z", -300, false), ("0001-01-01T05:00:00Z", -300, true),
        ("0001-01-01T00:00:00+08:00", 480, false), ("0001-01-01", -300, true), ("9999-12-31", 480, true),
        ("9999-12-31T10:00:00Z/9999-12-31T20:00:00Z", 480, false),
    ])
    func aMomentOutsideTheBooksCalendarIsRefused(occurred: String, offset: Int, isAccepted: Bool) throws {
        let book = try bench.makeBook()
        var defaults = bench.defaults()
        defaults.clock = BookClock(offsetMinutes: offset)
        let line = #"{"command":"visit.record","ahead":true,"occurred":"\#(occurred)"}"#
        do {
            let command = try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
            let result = try book.execute([command])[0]
            // The end of the calendar is years ahead of any clock: it is refused for that.
            if case .refused(let rejection) = result, occurred.hasPrefix("9999") {
                #expect(rejection.code == "years-ahead" && isAccepted)
                return
            }
            #expect(result.isDone && isAccepted)
        } catch CommandError.field("occurred", .invalid(let expected)) {
            #expect(!isAccepted && expected.key == "moment-in-calendar")
        }
        #expect(try book.lastPosition() == Position(isAccepted ? 2 : 1) && book.verify().isSound)
    }

    /// The end of the calendar: an entry that could not be read again is not recorded, and the book lives.
    @Test func anEntryThatCannotBeReadIsNotRecorded() throws {
        _ = try bench.makeBook()
        let end = try #require(Timestamp("9999-12-31T23:59:59.000000Z"))
        let book = try openBook(clock: end)
        var defaults = bench.defaults()
        // What such a clock shows in Shanghai: a day of the year 10000.
        defaults.occurred = Occurrence(
            CalendarDate(daysSince1970: 2_932_897), at: try #require(ClockTime(secondOfDay: 28_799, offsetMinutes: 480)))
        let command = try #"{"command":"visit.record"}"#.utf8.withContiguousStorageIfAvailable { bytes in
            try Command(json: UnsafeRawBufferPointer(bytes), defaults: defaults)
        }
        guard case .entryUnreadable = try book.execute([#require(command)])[0] else {
            Issue.record("it was recorded")
            return
        }
        #expect(try book.lastPosition() == Position(1))
        #expect(try bench.positions(of: #"{"command":"visit.record"}"#, in: book) == [2])
        #expect(try bench.openBook().verify().isSound)
    }
}
