import Bookkeeping
import Domain
import EventLog
import Foundation
import Testing
import Views

/// What the program's clock gives to commands and questions that name no time.
@Suite("The clock at the ends of the calendar")
struct ClockTests {
    @Test(arguments: [
        ("Asia/Shanghai", "9999-12-31T15:59:59.999999Z", true), ("Asia/Shanghai", "9999-12-31T16:00:00.000000Z", false),
        ("America/New_York", "0001-01-01T02:00:00.000000Z", false), ("GMT", "9999-12-31T23:59:59.999999Z", true),
        ("GMT", "0001-01-01T00:00:00.000000Z", true),
    ])
    func aTimeThatHasNoDateWhereTheBodyLivesIsRefused(zone: String, now: String, isThere: Bool) throws {
        let (clock, now) = (BookClock(named: zone), try #require(Timestamp(now)))
        guard isThere else {
            #expect(throws: ClockFault.outsideCalendar) { try Occurrence(now, by: clock) }
            #expect(throws: ClockFault.outsideCalendar) { try Command.Defaults(by: "tester", clock: clock, now: now) }
            return
        }
        let defaults = try Command.Defaults(by: "tester", clock: clock, now: now)
        #expect(Occurrence(defaults.occurred.interval) == defaults.occurred)
    }

    @Test(arguments: [Int64.min, 253_402_300_800_000_000, .max]) func aTimeThatHasNoDateAnywhereIsRefused(microseconds: Int64) throws {
        let error = #expect(throws: ClockFault.outsideCalendar) { try State().today(at: Timestamp(microsecondsSince1970: microseconds)) }
        #expect(error.flatMap { Problem($0) }?.code == "clock-outside-calendar")
    }
}
