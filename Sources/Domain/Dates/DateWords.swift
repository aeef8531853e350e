public import EventLog

/// Dates as people say and write them. What is not exact is held as an interval that remembers its wording.
///
/// 上旬 is the 1st to the 10th, 中旬 the 11th to the 20th, 下旬 the 21st to the end of the month; 月初 and 月底 are read as
/// the first and the last of these.
public enum DateWords {
    /// Reads ISO 8601, the ways in which offices write days and times, and words in Chinese or English.
    ///
    /// - Parameters:
    ///   - clock: the body's, for a time that is given without an offset from UTC.
    ///   - today: what a day without its year, and a time without its day, are read by.
    public static func read(
        _ text: String, clock: BookClock? = nil, today: CalendarDate? = nil
    ) throws(DateFault) -> Occurrence {
        let text = text.trimmingSpace()
        if let occurrence = Occurrence(text) { return occurrence }
        let spelling = DateSpelling.normalised(text)
        var reader = DayReader(spelling.lowercased(), today: today, clock: clock)
        if let exact = try reader.occurrence() { return exact }
        guard let (first, last) = chinese(spelling) ?? english(spelling) ?? digits(spelling),
            let occurrence = Occurrence(from: first, to: last, words: text)
        else { throw .unknownForm }
        return occurrence
    }

    /// One whole day, written exactly.
    public static func readDay(_ text: String, today: CalendarDate? = nil) throws(DateFault) -> CalendarDate {
        let occurrence = try read(text, today: today)
        guard occurrence.isExact, occurrence.start == nil, occurrence.first == occurrence.last else { throw .unknownForm }
        return occurrence.first
    }

    /// Why a text is no date and no time; nil for one that is.
    public static func fault(of text: String) -> DateFault? {
        do {
            _ = try read(text, clock: BookClock(offsetMinutes: 0))
            return nil
        } catch {
            return error
        }
    }

    /// A day of every year, such as a birthday: `03-12`, `3.12`, `3/12`, `3月12日`.
    ///
    /// - Returns: `03-12`; nil for what is no such day.
    static func readMonthAndDay(_ text: String) -> String? {
        var cursor = TextCursor(DateSpelling.normalised(text.trimmingSpace()))
        guard let month = cursor.number(digits: 1...2), cursor.skip(anyOf: "-./月"), let day = cursor.number(digits: 1...2) else { return nil }
        _ = cursor.skip("日")
        // A leap year has every day.
        guard cursor.isAtEnd, let date = CalendarDate(year: 2000, month: month, day: day) else { return nil }
        return String(date.description.dropFirst(5))
    }

    /// One whole month: `2019-05`, `2019.5`, `2019年5月`, `May 2019`.
    ///
    /// - Returns: its first day; nil for what is no month.
    public static func readMonth(_ text: String) -> CalendarDate? {
        guard let days = try? read(text), days.start == nil else { return nil }
        let (year, month, day) = days.first.components
        return day == 1 && days.last == months(year, month, month)?.1 ? days.first : nil
    }

    /// A month without its year, as `5` or `5月`; nil for anything else.
    public static func readMonthNumber(_ text: String) -> Int? {
        var cursor = TextCursor(DateSpelling.normalised(text.trimmingSpace()))
        guard let month = cursor.number(digits: 1...2) else { return nil }
        _ = cursor.skip("月") && cursor.skip("份")
        return cursor.isAtEnd && (1...12).contains(month) ? month : nil
    }

    private typealias Days = (CalendarDate, CalendarDate)

    static let dayDashes = "—–-－~～至到"
    private static let monthDashes = dayDashes + "、"

    // MARK: - In words

    private static func chinese(_ text: String) -> Days? {
        var cursor = TextCursor(text)
        guard let year = cursor.number(digits: 4...4), cursor.skip("年") else { return nil }
        if cursor.isAtEnd { return months(year, 1, 12) }
        guard let month = cursor.number(digits: 1...2) else {
            let months = cursor.word(of: ["上半年": (1, 6), "下半年": (7, 12)]) ?? quarter(&cursor)
            guard let months, cursor.isAtEnd else { return nil }
            return Self.months(year, months.0, months.1)
        }
        let isNamed = cursor.skip("月")
        if cursor.skip(anyOf: monthDashes) {
            guard let last = cursor.number(digits: 1...2), cursor.skip("月") else { return nil }
            _ = cursor.skip("份")
            return cursor.isAtEnd ? months(year, month, last) : nil
        }
        if !isNamed {
            // `2019年1季度`: the number was no month's.
            guard cursor.skip("季度"), cursor.isAtEnd else { return nil }
            return quarter(year, month)
        }
        _ = cursor.skip("份")
        if cursor.isAtEnd { return months(year, month, month) }
        let index = cursor.word(of: ["上旬": 0, "初": 0, "中旬": 1, "下旬": 2, "底": 2, "末": 2])
        return cursor.isAtEnd ? index.flatMap { third(year, month, $0) } : nil
    }

    /// `第一季度`, as its first and last month.
    private static func quarter(_ cursor: inout TextCursor) -> (Int, Int)? {
        _ = cursor.skip("第")
        let number = cursor.word(of: ["1": 1, "2": 2, "3": 3, "4": 4])
        guard let number, cursor.skip("季度") else { return nil }
        return (number * 3 - 2, number * 3)
    }

    private static func english(_ text: String) -> Days? {
        var cursor = TextCursor(text.lowercased())
        if let index = cursor.word(of: ["early": 0, "middle": 1, "mid": 1, "late": 2]) {
            guard cursor.skip(anyOf: " -") else { return nil }
            _ = cursor.skip("of ")
            return monthAndYear(&cursor).flatMap { third($0.year, $0.month, index) }
        }
        if let index = cursor.word(of: ["first ten days of ": 0, "second ten days of ": 1, "last ten days of ": 2]) {
            return monthAndYear(&cursor).flatMap { third($0.year, $0.month, index) }
        }
        guard let first = EnglishMonth.read(&cursor) else { return nil }
        if let year = yearAtEnd(cursor) { return months(year, first, first) }
        guard cursor.skip(" to ") || skipDash(&cursor), let last = monthAndYear(&cursor) else { return nil }
        return months(last.year, first, last.month)
    }

    private static func skipDash(_ cursor: inout TextCursor) -> Bool {
        _ = cursor.skip(" ")
        guard cursor.skip(anyOf: "–—-") else { return false }
        _ = cursor.skip(" ")
        return true
    }

    /// `march 2019`, to the text's end.
    private static func monthAndYear(_ cursor: inout TextCursor) -> (month: Int, year: Int)? {
        guard let month = EnglishMonth.read(&cursor), let year = yearAtEnd(cursor) else { return nil }
        return (month, year)
    }

    private static func yearAtEnd(_ cursor: TextCursor) -> Int? {
        var cursor = cursor
        guard cursor.skip(" "), let year = cursor.number(digits: 4...4), cursor.isAtEnd else { return nil }
        return year
    }

    /// `2019`, `2019-02`, `2019.2`, `2019-Q1`, `2019-01/2019-02`.
    private static func digits(_ text: String) -> Days? {
        var cursor = TextCursor(text)
        guard let year = cursor.number(digits: 4...4) else { return nil }
        if cursor.isAtEnd { return months(year, 1, 12) }
        let hasSign = cursor.skip(anyOf: "-./")
        if cursor.skip("Q") {
            guard let number = cursor.number(digits: 1...1), cursor.isAtEnd else { return nil }
            return quarter(year, number)
        }
        guard hasSign, let month = cursor.number(digits: 1...2), let first = months(year, month, month) else { return nil }
        if cursor.isAtEnd { return first }
        guard cursor.skip("/"), let lastYear = cursor.number(digits: 4...4), cursor.skip("-"),
            let lastMonth = cursor.number(digits: 1...2), cursor.isAtEnd, let last = months(lastYear, lastMonth, lastMonth)
        else { return nil }
        return (first.0, last.1)
    }

    // MARK: - Parts of a year

    private static func quarter(_ year: Int, _ number: Int) -> Days? {
        (1...4).contains(number) ? months(year, number * 3 - 2, number * 3) : nil
    }

    private static func months(_ year: Int, _ first: Int, _ last: Int) -> Days? {
        guard let start = CalendarDate(year: year, month: first, day: 1),
            let end = CalendarDate(year: year, month: last, day: CalendarDate.dayCount(year: year, month: last))
        else { return nil }
        return (start, end)
    }

    private static func third(_ year: Int, _ month: Int, _ index: Int) -> Days? {
        guard let (start, end) = months(year, month, month) else { return nil }
        return index == 2 ? (start.adding(days: 20), end) : (start.adding(days: index * 10), start.adding(days: index * 10 + 9))
    }
}

extension String {
    fileprivate func trimmingSpace() -> String {
        guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
