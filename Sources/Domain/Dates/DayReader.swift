import EventLog

/// Reads days and times that are said exactly, in the ways in which offices write them.
struct DayReader {
    private var cursor: TextCursor
    /// For a day without its year.
    private let today: CalendarDate?
    /// The body's, for a time without an offset from UTC.
    private let clock: BookClock?

    /// - Parameter text: in the spelling of `DateSpelling`, in small letters.
    init(_ text: String, today: CalendarDate?, clock: BookClock?) {
        cursor = TextCursor(text)
        self.today = today
        self.clock = clock
    }

    /// A day, a range of days, a time of a day, or from a time to a time of a day; nil for anything else.
    mutating func occurrence() throws(DateFault) -> Occurrence? {
        guard let first = try day() else {
            guard let today else { return nil }
            return try times(on: today)
        }
        if cursor.isAtEnd { return Occurrence(first.date) }
        if let range = try range(from: first) { return range }
        return first.hasUnit ? try times(on: first.date) : nil
    }

    /// With the sign between its parts, if it is written in digits alone.
    private struct Day {
        let date: CalendarDate
        var sign: Character?
        /// False for `3月1` in `3月1—3日`.
        var hasUnit = true
    }

    // MARK: - Days

    /// - Parameter former: the first day of a range: what it says need not be said again.
    private mutating func day(after former: Day? = nil) throws(DateFault) -> Day? {
        let start = cursor
        if let day = try chineseDay(former) { return day }
        cursor = start
        if let day = try dayInDigits(former) { return day }
        cursor = start
        if let day = try englishDay() { return day }
        cursor = start
        return nil
    }

    /// `2026年3月12日`, `3月12日`, and `12日` at the end of a range.
    private mutating func chineseDay(_ former: Day?) throws(DateFault) -> Day? {
        let start = cursor
        var year = cursor.number(digits: 4...4)
        if year != nil, !cursor.skip("年") {
            cursor = start
            year = nil
        }
        guard let number = cursor.number(digits: 1...2) else { return nil }
        if cursor.skip("日") {
            guard year == nil, let former else { return nil }
            let (formerYear, formerMonth, _) = former.date.components
            return Day(date: try existing(formerYear, formerMonth, number))
        }
        guard cursor.skip("月"), let day = cursor.number(digits: 1...2) else { return nil }
        let hasUnit = cursor.skip("日") || cursor.isAtEnd
        guard let year = year ?? former?.date.year else { return Day(date: try nearest(number, day), hasUnit: hasUnit) }
        return Day(date: try existing(year, number, day), hasUnit: hasUnit)
    }

    /// `2026-3-12`, `2026.3.12`, `2026/3/12`; `4.2` and `15` at the end of a range.
    private mutating func dayInDigits(_ former: Day?) throws(DateFault) -> Day? {
        let start = cursor
        if let year = cursor.number(digits: 4...4), let sign = sign(), let month = cursor.number(digits: 1...2), cursor.skip(String(sign)),
            let day = cursor.number(digits: 1...2), !cursor.isAtDigit
        {
            return Day(date: try existing(year, month, day), sign: sign)
        }
        cursor = start
        guard let former, let sign = former.sign, sign != "-" else { return nil }
        let (year, month, _) = former.date.components
        guard let number = cursor.number(digits: 1...2) else { return nil }
        if cursor.isAtEnd { return Day(date: try existing(year, month, number), sign: sign) }
        guard cursor.skip(String(sign)), let day = cursor.number(digits: 1...2), cursor.isAtEnd else { return nil }
        return Day(date: try existing(year, number, day), sign: sign)
    }

    private mutating func sign() -> Character? { cursor.word(of: ["-": "-", ".": ".", "/": "/"]) }

    /// `12 March 2026`, `March 12, 2026`.
    private mutating func englishDay() throws(DateFault) -> Day? {
        let start = cursor
        if let day = cursor.number(digits: 1...2), cursor.skip(" "), let month = EnglishMonth.read(&cursor), cursor.skip(" "),
            let year = cursor.number(digits: 4...4), !cursor.isAtDigit
        {
            return Day(date: try existing(year, month, day))
        }
        cursor = start
        guard let month = EnglishMonth.read(&cursor), cursor.skip(" "), let day = cursor.number(digits: 1...2),
            cursor.skip(", ") || cursor.skip(" "), let year = cursor.number(digits: 4...4), !cursor.isAtDigit
        else { return nil }
        return Day(date: try existing(year, month, day))
    }

    private func existing(_ year: Int, _ month: Int, _ day: Int) throws(DateFault) -> CalendarDate {
        guard let date = CalendarDate(year: year, month: month, day: day) else {
            throw .doesNotExist("\(year)-\(month)-\(day)")
        }
        return date
    }

    /// Without its year, a day is this year's; where last year's or next year's is as near, nobody knows which.
    private func nearest(_ month: Int, _ day: Int) throws(DateFault) -> CalendarDate {
        guard let today else { throw .yearMissing("\(month)-\(day)") }
        let date = try existing(today.year, month, day)
        guard abs(date.daysSince1970 - today.daysSince1970) <= Self.nearMax else { throw .yearMissing("\(month)-\(day)") }
        return date
    }

    /// Days: a little less than half a year.
    private static let nearMax: Int32 = 180

    private mutating func range(from first: Day) throws(DateFault) -> Occurrence? {
        let start = cursor
        defer { cursor = start }
        _ = cursor.skip(" ")
        guard first.sign == "-" ? cursor.skip(anyOf: "至到~—–/") : cursor.skip(anyOf: DateWords.dayDashes) else { return nil }
        _ = cursor.skip(" ")
        guard let last = try day(after: first), cursor.isAtEnd else { return nil }
        return Occurrence(from: first.date, to: last.date)
    }

    // MARK: - Times

    /// `9:00`, `上午9点`, `下午3点半`, and from one to another.
    private mutating func times(on day: CalendarDate) throws(DateFault) -> Occurrence? {
        let isISO = cursor.skip("t")
        _ = cursor.skip(" ")
        guard let first = try time(of: day, isISO: isISO) else { return nil }
        if cursor.isAtEnd { return Occurrence(day, at: first.time) }
        guard cursor.skip(anyOf: DateWords.dayDashes), let last = try time(of: day, in: first.half), cursor.isAtEnd else { return nil }
        return Occurrence(from: day, at: first.time, to: day, at: last.time)
    }

    /// Parts of the day, as they are said.
    private enum Half { case night, morning, noon, afternoon }

    /// - Parameters:
    ///   - day: whose time it is.
    ///   - former: the part of the day that the first time of two said.
    ///   - isISO: whether `9:00-11:00` is a time with its offset from UTC, and not from nine to eleven.
    private mutating func time(
        of day: CalendarDate, in former: Half? = nil, isISO: Bool = false
    ) throws(DateFault) -> (time: ClockTime, half: Half?)? {
        let half =
            cursor.word(of: [
                "凌晨": Half.night, "上午": .morning, "早上": .morning, "中午": .noon, "下午": .afternoon, "傍晚": .afternoon, "晚上": .afternoon,
            ]) ?? former
        guard let hour = cursor.number(digits: 1...2), let (minute, second) = minuteAndSecond() else { return nil }
        let offset = offset(isISO: isISO)
        guard offset != nil || clock != nil else { return nil }
        let hourOfDay =
            switch half {
            case .afternoon where hour < 12, .noon where hour < 3: hour + 12
            case .night where hour == 12: 0
            case .night, .morning, .noon, .afternoon, nil: hour
            }
        let secondOfDay = hourOfDay * 3600 + minute * 60 + second
        guard minute < 60, second < 60, secondOfDay < 86_400,
            let time = offset.map({ ClockTime(secondOfDay: secondOfDay, offsetMinutes: $0) })
                ?? clock?.time(secondOfDay: secondOfDay, on: day)
        else { throw .doesNotExist("\(hour):\(minute < 10 ? "0" : "")\(minute)") }
        return (time, half)
    }

    /// What follows the hour; nil where nothing does that an hour has.
    private mutating func minuteAndSecond() -> (minute: Int, second: Int)? {
        if cursor.skip(":") {
            guard let minute = cursor.number(digits: 2...2) else { return nil }
            guard cursor.skip(":") else { return (minute, 0) }
            return cursor.number(digits: 2...2).map { (minute, $0) }
        }
        guard cursor.skip("点") else { return nil }
        if cursor.skip("半") { return (30, 0) }
        if cursor.skip("整") { return (0, 0) }
        guard let minute = cursor.number(digits: 1...2) else { return (0, 0) }
        _ = cursor.skip("分")
        return (minute, 0)
    }

    /// `Z`, `+08:00`: in minutes. Nil where none is given.
    private mutating func offset(isISO: Bool) -> Int? {
        let start = cursor
        if cursor.skip("z") { return 0 }
        guard let sign = cursor.word(of: isISO ? ["+": 1, "-": -1] : ["+": 1]), let hours = cursor.number(digits: 2...2),
            cursor.skip(":"), let minutes = cursor.number(digits: 2...2), minutes < 60
        else {
            cursor = start
            return nil
        }
        return sign * (hours * 60 + minutes)
    }
}

/// The months in English, whole or by their first letters.
enum EnglishMonth {
    private static let names = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ]

    /// - Returns: the number of the month that comes next, in small letters.
    static func read(_ cursor: inout TextCursor) -> Int? {
        guard let name = cursor.letters() else { return nil }
        return names.firstIndex { $0 == name || $0.prefix(3) == name || name == "sept" && $0 == "september" }.map { $0 + 1 }
    }
}
