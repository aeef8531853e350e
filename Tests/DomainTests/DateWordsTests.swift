import Domain
import EventLog
import Testing

@Suite("Dates in words")
struct DateWordsTests {
    @Test(arguments: [
        ("2012年1月17日", "2012-01-17", true), ("2012年2月中旬", "2012-02-11/2012-02-20", false),
        ("2012年2月下旬", "2012-02-21/2012-02-29", false), ("2019年2月下旬", "2019-02-21/2019-02-28", false),
        ("2012年3月初", "2012-03-01/2012-03-10", false), ("2012年3月上旬", "2012-03-01/2012-03-10", false),
        ("2019年1—2月", "2019-01-01/2019-02-28", false), ("2019年5月", "2019-05-01/2019-05-31", false),
        ("2019年第二季度", "2019-04-01/2019-06-30", false), ("2019年下半年", "2019-07-01/2019-12-31", false),
        ("2019年", "2019-01-01/2019-12-31", false), ("mid February 2012", "2012-02-11/2012-02-20", false),
        ("late Nov 2019", "2019-11-21/2019-11-30", false), ("January–February 2019", "2019-01-01/2019-02-28", false),
        ("2019-Q4", "2019-10-01/2019-12-31", false), ("2019-02", "2019-02-01/2019-02-28", false),
        ("2019-03-12T09:30", "2019-03-12T09:30:00+08:00", true), ("2019-03-12", "2019-03-12", true),
    ])
    func isRead(words: String, interval: String, isExact: Bool) throws {
        let occurrence = try DateWords.read(words, clock: BookClock(offsetMinutes: 480))
        #expect(occurrence.interval == interval)
        #expect(occurrence.isExact == isExact)
        #expect(occurrence.words == (isExact ? nil : words))
    }

    @Test(arguments: ["", "昨天", "2019-02-30", "2019年13月", "2019年2月30日", "2019-03-12T25:00", "2019年5—3月", "mid Foo 2019"])
    func isNoDate(words: String) {
        #expect((try? DateWords.read(words, clock: BookClock(offsetMinutes: 480))) == nil)
    }

    // MARK: - As offices write them

    /// Read on 2026-06-15, in a zone eight hours east.
    private static func read(_ text: String) throws(DateFault) -> Occurrence {
        try DateWords.read(text, clock: BookClock(offsetMinutes: 480), today: CalendarDate(year: 2026, month: 6, day: 15))
    }

    @Test(arguments: [
        ("2026.3.12", "2026-03-12"), ("2026/3/12", "2026-03-12"), ("2026-3-12", "2026-03-12"), ("２０２６．３．１２", "2026-03-12"),
        ("3月12号", "2026-03-12"), ("3月12日", "2026-03-12"), ("2026 年 3 月 12 日", "2026-03-12"), ("2026年3月12", "2026-03-12"),
        ("二〇二六年三月十二日", "2026-03-12"), ("二零二六年十二月三十一日", "2026-12-31"), ("二〇二六年十月二十日", "2026-10-20"),
        ("三月三十号", "2026-03-30"), ("12 March 2026", "2026-03-12"), ("March 12, 2026", "2026-03-12"), ("sept 1 2026", "2026-09-01"),

        ("3月30日至4月2日", "2026-03-30/2026-04-02"), ("2026年3月30日—4月2日", "2026-03-30/2026-04-02"),
        ("2025年12月30日至2026年1月2日", "2025-12-30/2026-01-02"), ("2026年3月1—3日", "2026-03-01/2026-03-03"),
        ("2026.3.30-4.2", "2026-03-30/2026-04-02"), ("2026.3.12-15", "2026-03-12/2026-03-15"), ("2026-3-1至2026-3-3", "2026-03-01/2026-03-03"),
        ("3月12日至15日", "2026-03-12/2026-03-15"), ("2026/3/30～2026/4/2", "2026-03-30/2026-04-02"),

        ("3月12日上午9时", "2026-03-12T09:00:00+08:00"), ("2026年3月12日9:00", "2026-03-12T09:00:00+08:00"),
        ("2026.3.12 9:00", "2026-03-12T09:00:00+08:00"), ("2026-03-12 9点", "2026-03-12T09:00:00+08:00"),
        ("3月12日下午3点半", "2026-03-12T15:30:00+08:00"), ("3月12日 下午2时30分", "2026-03-12T14:30:00+08:00"),
        ("3月12日晚上八点整", "2026-03-12T20:00:00+08:00"), ("3月12日中午12点", "2026-03-12T12:00:00+08:00"),
        ("3月12日凌晨12点05分", "2026-03-12T00:05:00+08:00"), ("2026/3/12 09:30:15", "2026-03-12T09:30:15+08:00"),
        ("2026-3-12T09:30-05:00", "2026-03-12T09:30:00-05:00"), ("2026-3-12T09:30Z", "2026-03-12T09:30:00Z"),
        ("9:00", "2026-06-15T09:00:00+08:00"), ("上午9时", "2026-06-15T09:00:00+08:00"),
        ("3月12日9:00-11:30", "2026-03-12T09:00:00+08:00/2026-03-12T11:30:00+08:00"),
        ("3月12日下午2点至4点", "2026-03-12T14:00:00+08:00/2026-03-12T16:00:00+08:00"),
    ])
    func isReadAsWritten(text: String, interval: String) throws {
        let occurrence = try Self.read(text)
        #expect(occurrence.interval == interval)
        #expect(occurrence.isExact)
    }

    @Test(arguments: [
        ("二〇二六年三月", "2026-03-01/2026-03-31"), ("2026.3", "2026-03-01/2026-03-31"), ("二〇二六年第一季度", "2026-01-01/2026-03-31"),
        ("二〇二六年三月中旬", "2026-03-11/2026-03-20"),
    ])
    func isReadInItsWords(text: String, interval: String) throws {
        let occurrence = try Self.read(text)
        #expect(occurrence.interval == interval)
        #expect(occurrence.words == text)
    }

    /// What no calendar and no clock shows is told apart from what is no date.
    @Test(arguments: [
        ("2026-02-30", .doesNotExist("2026-2-30")), ("2月30日", .doesNotExist("2026-2-30")), ("2026年13月1日", .doesNotExist("2026-13-1")),
        ("2026.4.31", .doesNotExist("2026-4-31")), ("3月30日至3月32日", .doesNotExist("2026-3-32")),
        ("3月12日25:00", .doesNotExist("25:00")), ("3月12日9:75", .doesNotExist("9:75")), ("31 Apr 2026", .doesNotExist("2026-4-31")),
        // Half a year away on either side: last year's, or this year's?
        ("12月30日", .yearMissing("12-30")), ("12月13日", .yearMissing("12-13")), ("12月12日", nil), ("1月1日", nil),
        ("昨天", .unknownForm), ("2026", nil), ("3月中旬", .unknownForm), ("2026-3-12-15", .unknownForm), ("4月2日至3月30日", .unknownForm),
        ("2026/3-12", .unknownForm), ("2026.3.123", .unknownForm), ("3月1", nil), ("9", .unknownForm), ("三十十日", .unknownForm),
    ] as [(String, DateFault?)])
    func isRefusedForWhatItIs(text: String, fault: DateFault?) {
        let found = Result { () throws(DateFault) in try Self.read(text) }
        switch found {
        case .success: #expect(fault == nil)
        case .failure(let error): #expect(error == fault)
        }
    }

    @Test func withoutATodayTheYearIsAskedFor() {
        #expect(throws: DateFault.yearMissing("3-12")) { try DateWords.read("3月12日", clock: BookClock(offsetMinutes: 480)) }
        #expect(throws: DateFault.unknownForm) { try DateWords.read("9:00", clock: BookClock(offsetMinutes: 480)) }
    }

    @Test(arguments: ["2026/1/1", "2026.01.01", "2026年1月1日", "1月1日", "2026-01-01"])
    func fieldsThatAreADayTakeThemToo(text: String) throws {
        let json = #"{"command":"member.join","member":"M1","name":"甲","from":"\#(text)"}"#
        let day = try #require(CalendarDate("2026-03-01"))
        let defaults = Command.Defaults(id: CommandID(high: 0, low: 1), by: "x", occurred: Occurrence(day), clock: BookClock(offsetMinutes: 480))
        let command = try Array(json.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        let opened = try Array(
            #"{"command":"book.open","book":"b1","format":1,"name":"x","timeZone":"Asia/Shanghai"}"#.utf8
        ).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        var state = State()
        for event in try state.decide(opened) {
            try state.apply(event, at: Position(1), occurred: Occurrence(day), recorded: Timestamp(microsecondsSince1970: 0))
        }
        let joined = try state.decide(command)[0].payload as? MemberJoined
        #expect(joined?.from.description == "2026-01-01")
    }
}
