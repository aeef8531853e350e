public import EventLog
internal import Foundation
internal import Synchronization

/// The clock that a body lives by, which is that of its book's time zone: which day it is there at a moment, and which moment is
/// meant by a time of a day.
///
/// Days are taken from occurrences everywhere, so every occurrence is brought to this clock in one place: where the state takes
/// an entry in, and where a command is decided on. Entries keep what was said.
public struct BookClock: Sendable, Equatable {
    /// The name of the zone, as the book has it.
    public let name: String
    private let zone: TimeZone
    private let offsets = OffsetCache()

    /// Books of earlier versions have zones that are not opened with any more, such as `CST`: they are read as they were then.
    /// What is no zone at all counts as UTC+08:00.
    public init(named name: String) {
        self.name = name
        zone = TimeZone(identifier: name) ?? TimeZone(secondsFromGMT: 8 * 3600) ?? .gmt
    }

    /// Always so many minutes east of UTC.
    public init(offsetMinutes: Int) {
        zone = TimeZone(secondsFromGMT: offsetMinutes * 60) ?? .gmt
        name = zone.identifier
    }

    public static func == (left: BookClock, right: BookClock) -> Bool { left.name == right.name }

    /// Minutes east of UTC at a moment. Before there were zones, clocks differed by seconds too: those are left out.
    public func offsetMinutes(atSecondsSince1970 seconds: Int64) -> Int {
        let day = seconds.flooredQuotient(by: 86_400)
        let ofDay = offsets.ofDay(day) { (exactOffset(at: day * 86_400), exactOffset(at: (day + 1) * 86_400)) }
        return ofDay ?? exactOffset(at: seconds)
    }

    private func exactOffset(at seconds: Int64) -> Int {
        Int(Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))).flooredQuotient(by: 60))
    }

    /// An occurrence as this clock shows it: whole days are days of the body, and times at other offsets become its own.
    public func local(_ occurrence: Occurrence) -> Occurrence {
        guard occurrence.start != nil else { return occurrence }
        return occurrence.shown { offsetMinutes(atSecondsSince1970: $0) }
    }

    /// A moment, to the second; nil where it has no date here or in UTC.
    public func moment(_ time: Timestamp) -> Occurrence? {
        let seconds = time.microsecondsSince1970.flooredQuotient(by: 1_000_000)
        guard time.isInCalendar else { return nil }
        return Occurrence(instant: time, offsetMinutes: offsetMinutes(atSecondsSince1970: seconds))
    }

    /// The time of a day that its clocks show. Where they show it twice, as they are put back, the first; nil where they never do,
    /// as they are put forward.
    func time(secondOfDay: Int, on day: CalendarDate) -> ClockTime? {
        let local = Int64(day.daysSince1970) * 86_400 + Int64(secondOfDay)
        // The offset before a change, and the one after it: there is no more than one within two days.
        return [local - 86_400, local + 86_400].lazy.map { offsetMinutes(atSecondsSince1970: $0) }
            .filter { offsetMinutes(atSecondsSince1970: local - Int64($0) * 60) == $0 }
            .compactMap { ClockTime(secondOfDay: secondOfDay, offsetMinutes: $0) }.first
    }

    /// Whether the moments of an occurrence have a date from the year 1 to 9999 here and in UTC.
    func hasDates(of occurrence: Occurrence) -> Bool {
        let ends = [(occurrence.first, occurrence.start), (occurrence.last, occurrence.end)]
        return ends.allSatisfy { day, time in
            guard let seconds = time?.secondsSince1970(on: day) else { return true }
            return occurrence.isInCalendar(offsetMinutes: offsetMinutes(atSecondsSince1970: seconds))
        }
    }
}

/// Offsets by days of UTC. Entries come by the hundred thousand, and a zone's rules are slow to ask; few days change clocks.
private final class OffsetCache: Sendable {
    /// Nil for a day in which the clocks are changed.
    private let offsets = Mutex<[Int64: Int?]>([:])

    /// - Parameter ends: the offset at the day's beginning and at its end.
    /// - Returns: nil for a day in which the clocks are changed.
    func ofDay(_ day: Int64, _ ends: () -> (Int, Int)) -> Int? {
        offsets.withLock { offsets in
            if let known = offsets[day] { return known }
            let (first, last) = ends()
            let offset = first == last ? first : nil
            offsets[day] = .some(offset)
            return offset
        }
    }
}

extension Int64 {
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
