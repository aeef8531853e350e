public import EventLog

/// Dates as people say them, held as intervals that remember their wording.
///
/// 上旬 is the 1st to the 10th, 中旬 the 11th to the 20th, 下旬 the 21st to the end of the month; 月初 and 月底 are read as
/// the first and the last of these.
public enum DateWords {
    /// Reads ISO 8601 or words in Chinese or English; nil where it is neither.
    ///
    /// - Parameter offsetMinutes: the offset from UTC, in minutes, of a time that is given without one.
    public static func parse(_ text: String, offsetMinutes: Int? = nil) -> Occurrence? {
        let text = text.trimmingSpace()
        if let exact = Occurrence(text) ?? moment(text, offsetMinutes) { return exact }
        if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月(\d{1,2})日/) {
            return day(match.1, match.2, match.3).map { Occurrence($0) }
        }
        if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月(\d{1,2})日?[—–\-－~～至到](\d{1,2})日/),
            let first = day(match.1, match.2, match.3), let last = day(match.1, match.2, match.4)
        {
            return Occurrence(from: first, to: last)
        }
        guard let (first, last) = chinese(text) ?? english(text) ?? digits(text) else { return nil }
        return Occurrence(from: first, to: last, words: text)
    }

    private typealias Days = (CalendarDate, CalendarDate)

    private static func day(_ year: some StringProtocol, _ month: some StringProtocol, _ day: some StringProtocol)
        -> CalendarDate?
    {
        guard let year = Int(year), let month = Int(month), let day = Int(day) else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// `2019-03-12T09:30`, with or without seconds and offset.
    private static func moment(_ text: String, _ offsetMinutes: Int?) -> Occurrence? {
        guard
            let match = text.wholeMatch(of: /(\d{4}-\d\d-\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?/),
            let date = CalendarDate(String(match.1)), let hour = Int(match.2), let minute = Int(match.3), minute < 60
        else { return nil }
        let second = match.4.flatMap { Int($0) } ?? 0
        guard second < 60, let offset = match.5.map(minutes) ?? offsetMinutes else { return nil }
        return ClockTime(secondOfDay: hour * 3600 + minute * 60 + second, offsetMinutes: offset)
            .map { Occurrence(date, at: $0) }
    }

    private static func minutes(_ offset: Substring) -> Int {
        guard offset != "Z", let hours = Int(offset.dropFirst().prefix(2)), let rest = Int(offset.suffix(2)) else {
            return 0
        }
        return (offset.hasPrefix("-") ? -1 : 1) * (hours * 60 + rest)
    }

    private static func chinese(_ text: String) -> Days? {
        if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月(?:份)?(上旬|中旬|下旬|初|底|末)/) {
            return thirds[String(match.3)].flatMap { third(match.1, match.2, $0) }
        }
        if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月?[—–\-－~～至到、](\d{1,2})月(?:份)?/) {
            return months(match.1, match.2, match.3)
        }
        if let match = text.wholeMatch(of: /(\d{4})年(\d{1,2})月(?:份)?/) { return months(match.1, match.2, match.2) }
        if let match = text.wholeMatch(of: /(\d{4})年第?([一二三四1-4])季度/) {
            return quarters[String(match.2)].flatMap { quarter(match.1, $0) }
        }
        if let match = text.wholeMatch(of: /(\d{4})年([上下])半年/) {
            return match.2 == "上" ? months(match.1, "1", "6") : months(match.1, "7", "12")
        }
        if let match = text.wholeMatch(of: /(\d{4})年/) { return months(match.1, "1", "12") }
        return nil
    }

    private static let thirds = ["上旬": 0, "初": 0, "中旬": 1, "下旬": 2, "底": 2, "末": 2]
    private static let quarters = ["一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4]

    private static func english(_ text: String) -> Days? {
        let text = text.lowercased()
        if let match = text.wholeMatch(of: /(early|mid|middle|late)[ -](?:of )?([a-z]+) (\d{4})/) {
            let thirds = ["early": 0, "mid": 1, "middle": 1, "late": 2]
            guard let month = monthNumber(match.2), let index = thirds[String(match.1)] else { return nil }
            return third(match.3, String(month), index)
        }
        if let match = text.wholeMatch(of: /(first|second|last) ten days of ([a-z]+) (\d{4})/) {
            let thirds = ["first": 0, "second": 1, "last": 2]
            guard let month = monthNumber(match.2), let index = thirds[String(match.1)] else { return nil }
            return third(match.3, String(month), index)
        }
        if let match = text.wholeMatch(of: /([a-z]+)(?: ?[–—-] ?| to )([a-z]+) (\d{4})/),
            let first = monthNumber(match.1), let last = monthNumber(match.2)
        {
            return months(match.3, String(first), String(last))
        }
        if let match = text.wholeMatch(of: /([a-z]+) (\d{4})/), let month = monthNumber(match.1) {
            return months(match.2, String(month), String(month))
        }
        return nil
    }

    private static func monthNumber(_ name: Substring) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        return names.firstIndex { $0 == name || $0.prefix(3) == name || name == "sept" && $0 == "september" }
            .map { $0 + 1 }
    }

    /// `2019`, `2019-02`, `2019-Q1`, `2019-01/2019-02`.
    private static func digits(_ text: String) -> Days? {
        if let match = text.wholeMatch(of: /(\d{4})-(\d\d)\/(\d{4})-(\d\d)/),
            let first = months(match.1, match.2, match.2), let last = months(match.3, match.4, match.4)
        {
            return (first.0, last.1)
        }
        if let match = text.wholeMatch(of: /(\d{4})-(\d\d)/) { return months(match.1, match.2, match.2) }
        if let match = text.wholeMatch(of: /(\d{4})-?Q([1-4])/) { return Int(match.2).flatMap { quarter(match.1, $0) } }
        if let match = text.wholeMatch(of: /(\d{4})/) { return months(match.1, "1", "12") }
        return nil
    }

    private static func quarter(_ year: Substring, _ number: Int) -> Days? {
        months(year, String(number * 3 - 2), String(number * 3))
    }

    private static func months(
        _ year: Substring, _ first: some StringProtocol, _ last: some StringProtocol
    ) -> Days? {
        guard let start = day(year, first, "1"), let month = Int(last), (1...12).contains(month),
            let end = day(year, last, String(CalendarDate.dayCount(year: start.year, month: month)))
        else { return nil }
        return (start, end)
    }

    private static func third(_ year: Substring, _ month: some StringProtocol, _ index: Int) -> Days? {
        guard let (start, end) = months(year, month, month) else { return nil }
        return index == 2 ? (start.adding(days: 20), end) : (start.adding(days: index * 10), start.adding(days: index * 10 + 9))
    }
}

extension String {
    fileprivate func trimmingSpace() -> String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
