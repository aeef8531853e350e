/// A moment in UTC with microseconds: when an entry entered the log.
public struct Timestamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let microsecondsSince1970: Int64

    static let microsecondsPerDay: Int64 = 86_400_000_000

    public init(microsecondsSince1970: Int64) { self.microsecondsSince1970 = microsecondsSince1970 }

    /// Reads `YYYY-MM-DDTHH:MM:SS.ffffffZ`, the only form an entry has.
    public init?(_ text: String) {
        var text = text
        guard let timestamp = text.withUTF8({ Self(ascii: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = timestamp
    }

    init?(ascii text: UnsafeRawBufferPointer) {
        guard text.count == 27, text[10] == UInt8(ascii: "T"), text[19] == UInt8(ascii: "."),
            text[26] == UInt8(ascii: "Z"),
            let date = CalendarDate(ascii: UnsafeRawBufferPointer(rebasing: text[..<10])),
            let time = ClockTime.seconds(text, at: 11), let fraction = text.decimal(20, 6)
        else { return nil }
        self.init(
            microsecondsSince1970: Int64(date.daysSince1970) * Self.microsecondsPerDay + Int64(time) * 1_000_000
                + Int64(fraction))
    }

    /// Whether it is in the years 1 to 9999: others cannot be written.
    public var isInCalendar: Bool { Occurrence(instant: self) != nil }

    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microsecondsSince1970 < right.microsecondsSince1970
    }

    /// This moment, or the one right after `previous` where the clock stands still or went back: order is the log's.
    package func following(_ previous: Timestamp) -> Timestamp {
        self > previous ? self : Timestamp(microsecondsSince1970: previous.microsecondsSince1970 + 1)
    }

    public var description: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    func append(to bytes: inout [UInt8]) {
        let (days, rest) = microsecondsSince1970.flooredDivision(by: Self.microsecondsPerDay)
        let fraction = Int(rest % 1_000_000)
        bytes.appendFixed(27) { out in
            CalendarDate(daysSince1970: Int32(days)).write(to: out)
            out[10] = UInt8(ascii: "T")
            ClockTime.write(seconds: Int(rest / 1_000_000), to: out, at: 11)
            out[19] = UInt8(ascii: ".")
            out.writeTwoDigits(fraction / 10_000, at: 20)
            out.writeTwoDigits(fraction / 100 % 100, at: 22)
            out.writeTwoDigits(fraction % 100, at: 24)
            out[26] = UInt8(ascii: "Z")
        }
    }
}

extension Int64 {
    func flooredDivision(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// A time of day with the offset that was in force, as the local clock showed it.
public struct ClockTime: Hashable, Sendable {
    public let secondOfDay: Int32
    /// Minutes east of UTC.
    public let offsetMinutes: Int16

    /// Nil outside 0…86,399 seconds and ±18 hours.
    public init?(secondOfDay: Int, offsetMinutes: Int) {
        guard (0..<86_400).contains(secondOfDay), (-1080...1080).contains(offsetMinutes) else { return nil }
        self.secondOfDay = Int32(secondOfDay)
        self.offsetMinutes = Int16(offsetMinutes)
    }

    /// The moment on a day that its clock shows this time, in seconds.
    public func secondsSince1970(on day: CalendarDate) -> Int64 {
        Int64(day.daysSince1970) * 86_400 + Int64(secondOfDay) - Int64(offsetMinutes) * 60
    }

    /// Reads `HH:MM:SS` and an offset, `Z` or `±HH:MM`.
    init?(ascii text: UnsafeRawBufferPointer) {
        guard let seconds = Self.seconds(text, at: 0) else { return nil }
        if text.count == 9, text[8] == UInt8(ascii: "Z") {
            self.init(secondOfDay: seconds, offsetMinutes: 0)
            return
        }
        guard text.count == 14, text[11] == UInt8(ascii: ":"), let hours = text.decimal(9, 2),
            let minutes = text.decimal(12, 2), minutes < 60
        else { return nil }
        switch text[8] {
        // "-00:00" would be a second spelling of Z, and so would "+00:00".
        case UInt8(ascii: "+") where hours + minutes > 0:
            self.init(secondOfDay: seconds, offsetMinutes: hours * 60 + minutes)
        case UInt8(ascii: "-") where hours + minutes > 0:
            self.init(secondOfDay: seconds, offsetMinutes: -(hours * 60 + minutes))
        default: return nil
        }
    }

    static func seconds(_ text: UnsafeRawBufferPointer, at start: Int) -> Int? {
        guard text.count >= start + 8, text[start + 2] == UInt8(ascii: ":"), text[start + 5] == UInt8(ascii: ":"),
            let hour = text.decimal(start, 2), let minute = text.decimal(start + 3, 2),
            let second = text.decimal(start + 6, 2), hour < 24, minute < 60, second < 60
        else { return nil }
        return hour * 3600 + minute * 60 + second
    }

    /// Writes eight bytes.
    static func write(seconds: Int, to out: UnsafeMutableBufferPointer<UInt8>, at index: Int) {
        out.writeTwoDigits(seconds / 3600, at: index)
        out[index + 2] = UInt8(ascii: ":")
        out.writeTwoDigits(seconds / 60 % 60, at: index + 3)
        out[index + 5] = UInt8(ascii: ":")
        out.writeTwoDigits(seconds % 60, at: index + 6)
    }

    func append(to bytes: inout [UInt8]) {
        bytes.appendFixed(8) { Self.write(seconds: Int(secondOfDay), to: $0, at: 0) }
        guard offsetMinutes != 0 else {
            bytes.append(UInt8(ascii: "Z"))
            return
        }
        bytes.appendFixed(6) { out in
            out[0] = offsetMinutes < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")
            out.writeTwoDigits(Int(offsetMinutes.magnitude) / 60, at: 1)
            out[3] = UInt8(ascii: ":")
            out.writeTwoDigits(Int(offsetMinutes.magnitude) % 60, at: 4)
        }
    }
}
