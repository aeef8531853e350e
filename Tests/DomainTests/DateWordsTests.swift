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
        let occurrence = try #require(DateWords.parse(words, offsetMinutes: 480))
        #expect(occurrence.interval == interval)
        #expect(occurrence.isExact == isExact)
        #expect(occurrence.words == (isExact ? nil : words))
    }

    @Test(arguments: ["", "昨天", "2019-02-30", "2019年13月", "2019年2月30日", "2019-03-12T25:00", "2019年5—3月", "mid Foo 2019"])
    func isNoDate(words: String) {
        #expect(DateWords.parse(words, offsetMinutes: 480) == nil)
    }
}
