public import CanonicalJSON

/// A day of the proleptic Gregorian calendar, in no time zone: the day as people there called it.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let daysSince1970: Int32

    public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

    /// Nil for a day that does not exist, such as 30 February, and for years outside 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(year: year, month: month)
        else { return nil }
        daysSince1970 = Int32(Self.days(year: year, month: month, day: day))
    }

    /// Reads `YYYY-MM-DD`.
    public init?(_ text: String) {
        var text = text
        guard let date = text.withUTF8({ Self(ascii: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = date
    }

    init?(ascii text: UnsafeRawBufferPointer) {
        guard text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
            let year = text.decimal(0, 4), let month = text.decimal(5, 2), let day = text.decimal(8, 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    // Days from the civil date and back, by Howard Hinnant's well-known era arithmetic: years start in March, so the
    // leap day comes last.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    public var components: (year: Int, month: Int, day: Int) {
        let shifted = Int(daysSince1970) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    public var year: Int { components.year }
    public var month: Int { components.month }

    /// So many days later; the first or the last day there is, where that would be beyond it.
    public func adding(days: Int) -> CalendarDate {
        let (sum, overflows) = Int(daysSince1970).addingReportingOverflow(days)
        let bounds = Int(Self.distantPast.daysSince1970)...Int(Self.distantFuture.daysSince1970)
        guard !overflows, bounds.contains(sum) else { return days < 0 ? .distantPast : .distantFuture }
        return CalendarDate(daysSince1970: Int32(sum))
    }

    /// The same day of another month, or that month's last day where it has no such day; the first or the last day there
    /// is, where that would be beyond it.
    public func adding(months: Int) -> CalendarDate {
        let (year, month, day) = components
        let (count, overflows) = (year * 12 + (month - 1)).addingReportingOverflow(months)
        guard !overflows, (12..<120_000).contains(count) else { return months < 0 ? .distantPast : .distantFuture }
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        let last = CalendarDate.dayCount(year: newYear, month: newMonth)
        return CalendarDate(year: newYear, month: newMonth, day: min(day, last)) ?? self
    }

    /// The first day there is, 0001-01-01.
    public static let distantPast = CalendarDate(daysSince1970: -719_162)

    /// The last day there is, 9999-12-31.
    public static let distantFuture = CalendarDate(daysSince1970: 2_932_896)

    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.daysSince1970 < right.daysSince1970
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func append(to bytes: inout [UInt8]) {
        bytes.appendFixed(10) { write(to: $0) }
    }

    /// Writes ten bytes.
    func write(to out: UnsafeMutableBufferPointer<UInt8>) {
        let (year, month, day) = components
        out.writeTwoDigits(year / 100, at: 0)
        out.writeTwoDigits(year % 100, at: 2)
        out[4] = UInt8(ascii: "-")
        out.writeTwoDigits(month, at: 5)
        out[7] = UInt8(ascii: "-")
        out.writeTwoDigits(day, at: 8)
    }
}

extension CalendarDate: StringField {
    public static var expectation: Expectation { .date }

    public func write(to writer: inout CanonicalWriter) { writer.plainString(append) }
}

extension UnsafeRawBufferPointer {
    /// The decimal number of `count` digits at `start`; nil where a byte is no digit or the text ends before.
    @inline(__always) func decimal(_ start: Int, _ count: Int) -> Int? {
        guard start + count <= self.count else { return nil }
        var value = 0
        for index in start..<(start + count) {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }
}

extension [UInt8] {
    /// Appends exactly `count` bytes, all of which `write` fills in: one growth instead of one for each byte.
    @inline(__always) mutating func appendFixed(
        _ count: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Void
    ) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count) { out in
            write(out)
            append(contentsOf: UnsafeBufferPointer(out))
        }
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes 0…99 with a zero in front.
    @inline(__always) func writeTwoDigits(_ value: Int, at index: Int) {
        self[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value / 10)
        self[index + 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value % 10)
    }
}
