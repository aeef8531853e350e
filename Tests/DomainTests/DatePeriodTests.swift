import Domain
import EventLog
import Testing

/// The parts of years and months that people name, to the day. Last days of months are typed by hand.
@Suite("Parts of the year in words")
struct DatePeriodTests {
    private static let names = [
        ("January", "jan"), ("February", "Feb"), ("March", "mar"), ("April", "APR"), ("May", "may"), ("June", "Jun"), ("July", "jul"),
        ("August", "aug"), ("September", "Sept"), ("October", "oct"), ("November", "nov"), ("December", "dec"),
    ]
    private static let lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    /// A common year, a leap year, and the two kinds of last years of a century.
    private static let februaries = [(2019, 28), (2020, 29), (1900, 28), (2000, 29)]

    private func expect(_ words: [String], _ interval: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for words in words {
            let found = try? DateWords.read(words)
            #expect(found?.interval == interval, "\(words)", sourceLocation: sourceLocation)
            #expect(found?.words == words, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: februaries, 1...12) func thirdsOfAMonth(year: (Int, Int), month: Int) {
        let last = month == 2 ? year.1 : Self.lastDays[month - 1]
        let (name, short) = Self.names[month - 1]
        let prefix = "\(year.0)-\(month < 10 ? "0" : "")\(month)"
        let chinese = "\(year.0)年\(month)月"
        expect(
            [chinese + "上旬", chinese + "初", "early \(name) \(year.0)", "early-\(short) \(year.0)", "first ten days of \(name) \(year.0)"],
            "\(prefix)-01/\(prefix)-10")
        expect(
            [
                chinese + "中旬", "mid \(name) \(year.0)", "mid-\(short) \(year.0)", "middle of \(name) \(year.0)",
                "second ten days of \(name) \(year.0)",
            ],
            "\(prefix)-11/\(prefix)-20")
        expect(
            [chinese + "下旬", chinese + "底", chinese + "末", "late \(name) \(year.0)", "last ten days of \(short) \(year.0)"],
            "\(prefix)-21/\(prefix)-\(last)")
        expect([chinese, chinese + "份", "\(name) \(year.0)", "\(short) \(year.0)", prefix], "\(prefix)-01/\(prefix)-\(last)")
    }

    @Test func monthsHaveTwoDigitsOrOne() {
        expect(["2019年03月上旬", "2019年3月份上旬"], "2019-03-01/2019-03-10")
        expect(["2019年03月"], "2019-03-01/2019-03-31")
    }

    @Test(arguments: [
        (1, "一", "2019-01-01/2019-03-31"), (2, "二", "2019-04-01/2019-06-30"), (3, "三", "2019-07-01/2019-09-30"),
        (4, "四", "2019-10-01/2019-12-31"),
    ])
    func quarters(number: Int, character: String, interval: String) {
        expect(
            [
                "2019年第\(character)季度", "2019年\(character)季度", "2019年第\(number)季度", "2019年\(number)季度", "2019-Q\(number)", "2019Q\(number)",
            ], interval)
    }

    @Test func halvesAndYears() {
        expect(["2019年上半年"], "2019-01-01/2019-06-30")
        expect(["2019年下半年"], "2019-07-01/2019-12-31")
        expect(["2019年", "2019"], "2019-01-01/2019-12-31")
        expect(["0001年"], "0001-01-01/0001-12-31")
        expect(["9999年12月下旬"], "9999-12-21/9999-12-31")
    }

    @Test(arguments: ["—", "–", "-", "－", "~", "～", "至", "到", "、"]) func fromMonthToMonth(dash: String) {
        expect(["2020年1\(dash)2月", "2020年1月\(dash)2月", "2020年01月\(dash)02月份"], "2020-01-01/2020-02-29")
    }

    @Test func fromMonthToMonthInEnglish() {
        expect(
            ["November–December 2019", "nov - dec 2019", "Nov-Dec 2019", "november — december 2019", "Nov to December 2019"],
            "2019-11-01/2019-12-31")
        expect(["2019-11/2020-02"], "2019-11-01/2020-02-29")
        // One month is the interval from it to itself.
        expect(["2019年3月至3月", "March to March 2019"], "2019-03-01/2019-03-31")
    }

    /// Days in Chinese are no less exact than in digits, and keep no words.
    @Test(arguments: [
        ("2020年2月29日", "2020-02-29"), ("2019年3月12日至15日", "2019-03-12/2019-03-15"), ("2019年3月12—15日", "2019-03-12/2019-03-15"),
        ("2019年12月31日", "2019-12-31"), ("2019年3月12日至12日", "2019-03-12"), ("2019-03-12/2019-04-02", "2019-03-12/2019-04-02"),
        ("  2019年3月12日\u{3000}", "2019-03-12"),
    ])
    func exactDays(words: String, interval: String) {
        let found = try? DateWords.read(words)
        #expect(found?.interval == interval)
        #expect(found?.isExact == true)
    }

    /// Spaces around words are not part of them.
    @Test func wordsAreTrimmed() {
        #expect((try? DateWords.read(" 2019年5月\n"))?.words == "2019年5月")
    }

    @Test(arguments: [
        ("2019-03-12T09:30", "2019-03-12T09:30:00+08:00"), ("2019-03-12 09:30", "2019-03-12T09:30:00+08:00"),
        ("2019-03-12T23:59:59", "2019-03-12T23:59:59+08:00"), ("2019-03-12T00:00Z", "2019-03-12T00:00:00Z"),
        ("2019-03-12T09:30-05:00", "2019-03-12T09:30:00-05:00"), ("2019-03-12T09:30:15+18:00", "2019-03-12T09:30:15+18:00"),
    ])
    func moments(words: String, interval: String) {
        let found = try? DateWords.read(words, clock: BookClock(offsetMinutes: 480))
        #expect(found?.interval == interval)
        #expect(found?.isExact == true)
    }

    /// Without a zone, a time of day is nobody's.
    @Test func aTimeNeedsAnOffset() {
        #expect((try? DateWords.read("2019-03-12T09:30")) == nil)
        #expect((try? DateWords.read("2019-03-12T09:30Z")) != nil)
        #expect((try? DateWords.read("2019-03-12")) != nil)
    }

    @Test(arguments: [
        // Days and months that there are not.
        "2019年2月29日", "1900年2月29日", "2020年2月30日", "2019年4月31日", "2019年0月", "2019年13月上旬", "2019年3月0日", "2019-00", "2019-13", "2019-02-29",
        "0000年3月",
        "2019年五季度", "2019年第5季度", "2019年0季度", "2019年13季度", "2019-Q0", "2019-Q5",
        // In the wrong order.
        "2019年12—1月", "December–January 2019", "2019-12/2019-01", "2019年3月15日至12日", "2019-04-02/2019-03-12",
        // Half said, or too much.
        "2019年3月上", "2019年中半年", "2019年半年", "2019年3月12日3月", "2019年3月中旬左右", "19年3月", "2019年123月", "mid 2019", "early March",
        "March",
        "early march march 2019", "March 19", "late Marchh 2019", "Ma 2019", "three days of March 2019", "2019-Q12", "2019-Q",
        "2019Q", "2019-01/2019", "20190312",
        "2019年1—2", "从2019年3月", "明年",
        // Moments that there are not.
        "2019-03-12T24:00", "2019-03-12T09:60", "2019-03-12T09:30:60", "2019-03-12T09:30+19:00",
        "2019-03-12T09:30+18:01",
        "2019-03-12T09:30+08:60", "2019-03-12T09:30+8", "2019-02-30T09:30", "2019-03-12T", "2019-03-12T09", "2019-03-12T09:30:15.5",
        "2019-03-12T09:30 Z",
    ])
    func isNoDate(words: String) {
        #expect((try? DateWords.read(words, clock: BookClock(offsetMinutes: 480))) == nil)
    }
}
