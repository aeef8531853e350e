import EventLog
import Testing

@Suite("Time")
struct TimeTests {
    @Test(arguments: [("1970-01-01", 0), ("2000-02-29", 11_016), ("2019-12-31", 18_261), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896)])
    func daysAreCounted(text: String, days: Int32) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.daysSince1970 == days)
        #expect(date.description == text)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        for days in Int32(-70_000)...80_000 {
            let date = CalendarDate(daysSince1970: days)
            #expect(CalendarDate(date.description)?.daysSince1970 == days)
        }
    }

    @Test(arguments: ["2019-02-29", "2019-13-01", "2019-00-10", "2019-1-1", "20190101", "2019-01-0١", ""])
    func isNoDay(text: String) { #expect(CalendarDate(text) == nil) }

    @Test(arguments: [
        "2019-03-12", "2019-03-12T09:30:00+08:00", "2019-03-12T01:30:00Z", "2012-02-11/2012-02-20",
        "2019-03-12T09:00:00+08:00/2019-03-12T11:00:00+08:00",
    ])
    func occurrencesComeBack(text: String) throws {
        #expect(try #require(Occurrence(text)).interval == text)
    }

    @Test(arguments: [
        "2012-02-20/2012-02-11", "2019-03-12/2019-03-12", "2019-03-12T09:30:00+00:00", "2019-03-12T24:00:00Z",
        "2019-03-12/2019-03-13T09:00:00Z", "2019-03-12T09:30+08:00", "2019-03-12 ",
    ])
    func isNoOccurrence(text: String) { #expect(Occurrence(text) == nil) }

    @Test func aTimestampHasMicroseconds() throws {
        let text = "2019-03-12T01:00:00.000001Z"
        #expect(try #require(Timestamp(text)).microsecondsSince1970 == 1_552_352_400_000_001)
        #expect(Timestamp(text)?.description == text)
        #expect(Timestamp("2019-03-12T01:00:00Z") == nil)
    }

    @Test func commandIdsComeBackInLowerCase() throws {
        let text = "6D696E75-7465-4000-8000-0123456789AB"
        #expect(try #require(CommandID(text)).description == text.lowercased())
        #expect(CommandID("6D696E7574654000-8000-0123456789AB") == nil)
    }
}

/// Dates are moved by what people type: past the first and the last day they stay there.
@Suite("Dates at their ends")
struct DateEndTests {
    @Test(arguments: [Int.min, -4_000_000, 4_000_000, 3_000_000_000, Int.max]) func daysStayWithinTheCalendar(days: Int) throws {
        let day = try #require(CalendarDate("2019-03-12"))
        #expect(day.adding(days: days) == (days < 0 ? .distantPast : .distantFuture))
        #expect(day.adding(months: days) == (days < 0 ? .distantPast : .distantFuture))
    }

    @Test func theLastDayIsReached() throws {
        let day = try #require(CalendarDate("9999-12-30"))
        #expect(day.adding(days: 1) == .distantFuture && day.adding(days: 2) == .distantFuture)
        #expect(try #require(CalendarDate("9999-11-30")).adding(months: 1).description == "9999-12-30")
        #expect(try #require(CalendarDate("0001-02-01")).adding(months: -1) == .distantPast)
        #expect(try #require(CalendarDate("2019-01-31")).adding(months: -11).description == "2018-02-28")
    }

    /// Clocks that were never set say 1970, or less.
    @Test(arguments: [
        (-1, 0, "1969-12-31T23:59:59Z"), (-1, 480, "1970-01-01T07:59:59+08:00"), (0, -60, "1969-12-31T23:00:00-01:00"),
        (-86_400_000_000, 0, "1969-12-31T00:00:00Z"), (1_552_352_400_000_000, 480, "2019-03-12T09:00:00+08:00"),
    ] as [(Int64, Int, String)])
    func momentsBefore1970AreMoments(microseconds: Int64, offset: Int, text: String) {
        #expect(Occurrence(instant: Timestamp(microsecondsSince1970: microseconds), offsetMinutes: offset)?.interval == text)
    }

    /// The first second that a calendar has in a zone, the last, and those beside them.
    @Test(arguments: [
        ("9999-12-31T15:59:59.999999Z", 480, true), ("9999-12-31T16:00:00.000000Z", 480, false),
        ("9999-12-31T23:59:59.999999Z", 0, true), ("9999-12-31T23:59:59.000000Z", -60, true),
        ("0001-01-01T05:00:00.000000Z", -300, true), ("0001-01-01T04:59:59.999999Z", -300, false),
        ("0001-01-01T00:00:00.000000Z", 0, true), ("0001-01-01T00:00:00.000000Z", 480, true),
    ])
    func momentsOutsideTheCalendarAreNone(instant: String, offset: Int, isThere: Bool) throws {
        let moment = Occurrence(instant: try #require(Timestamp(instant)), offsetMinutes: offset)
        #expect((moment != nil) == isThere)
        if let moment { #expect(Occurrence(moment.interval) == moment) }
    }

    @Test(arguments: [Int64.min, Int64.max, 253_402_300_800_000_000, -62_135_596_800_000_001])
    func momentsThatCannotBeWrittenAreNone(microseconds: Int64) {
        let instant = Timestamp(microsecondsSince1970: microseconds)
        #expect(!instant.isInCalendar)
        for offset in [-1_080, 0, 1_080] where microseconds.magnitude > 300_000_000_000_000_000 {
            #expect(Occurrence(instant: instant, offsetMinutes: offset) == nil)
        }
    }

    @Test func sumsStayWithinTheirRange() {
        #expect(Int64.max.addingClamped(1) == .max && Int64.min.addingClamped(-1) == .min && Int64.min.subtractingClamped(1) == .min)
        #expect(Int64.max.multipliedClamped(by: 2) == .max && Int64.max.multipliedClamped(by: -2) == .min && Int64(3).multipliedClamped(by: -2) == -6)
        #expect([Int64.max, 1, 5].sumClamped == .max && [1, 2, 3].sumClamped == 6)
        #expect(Int64.max.scaled(by: 10_000, over: 1) == .max && Int64(1).scaled(by: 1_000, over: 3) == 333 && Int64(2).scaled(by: 1_000, over: 3) == 667)
        #expect(Int64.max.share(percent: 1_000) == .max && Int64(23).share(percent: 80) == 19)
    }
}
