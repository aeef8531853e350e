public import EventLog

/// Why recording stops: the clock cannot be right, or the one before it was not.
///
/// The order of entries is the log's, so each entry is recorded later than the one before it. After one command at a
/// clock that ran ahead, all later entries would have its time, without a word.
public enum ClockFault: Error, Equatable, Sendable {
    /// The clock is far behind the last entry: one of the two is wrong.
    case behind(clock: Timestamp, lastEntry: Timestamp)
    /// The clock is before the year 1 or after 9999, in UTC or where the body lives: no entry can have that time.
    case outsideCalendar
}

extension Timestamp {
    private static let behindMax: Int64 = 5 * 60 * 1_000_000

    /// Whether this time is more than five minutes before another: more than clocks of two machines differ by.
    func isFarBehind(_ other: Timestamp) -> Bool {
        let (distance, overflows) = other.microsecondsSince1970.subtractingReportingOverflow(microsecondsSince1970)
        return self < other && (overflows || distance > Self.behindMax)
    }
}

extension Occurrence {
    /// Whether it begins more than a day after a moment, wherever on Earth the day is meant.
    func isLaterThanDay(after moment: Timestamp) -> Bool {
        // In the easternmost zone a day begins 14 hours before it does at Greenwich.
        let second = start?.secondsSince1970(on: first) ?? (Int64(first.daysSince1970) * 86_400 - 14 * 3_600)
        return second - 86_400 > moment.microsecondsSince1970 / 1_000_000
    }
}
