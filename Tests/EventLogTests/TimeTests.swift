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
