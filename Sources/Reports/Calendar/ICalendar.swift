internal import Assessment
internal import Domain
public import EventLog
public import Views
public import Wording

/// A plan's year as an iCalendar file (RFC 5545) that a phone subscribes to.
public struct ICalendar: Sendable {
    private let calendar: CalendarView
    private let book: String
    private let name: String
    private let made: Timestamp
    private let language: Language

    /// - Parameters:
    ///   - book: the book's id, which makes the events' ids unlike those of any other book.
    ///   - name: what the calendar is called.
    ///   - made: when the last entry was recorded: the same book gives the same file.
    public init(_ calendar: CalendarView, book: String, name: String, made: Timestamp, language: Language) {
        self.calendar = calendar
        self.book = book
        self.name = name
        self.made = made
        self.language = language
    }

    public var text: String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Minutebook//Minutebook 0.1//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "X-WR-CALNAME:\(Self.escaped(name))",
        ]
        for entry in calendar.entries { lines += event(entry) }
        lines.append("END:VCALENDAR")
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ entry: CalendarEntry) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:\(Self.escaped(entry.id))@\(book)", "DTSTAMP:\(Self.utc(made))"]
        lines += Self.times(entry.when)
        lines.append("SUMMARY:\(Self.escaped(entry.summary[language]))")
        if let place = entry.place { lines.append("LOCATION:\(Self.escaped(place))") }
        let state = entry.state.map { Phrase.state($0)[language] }
        let by = entry.fulfilledBy?.description
        let description = [state, by].compactMap(\.self).joined(separator: " · ")
        if !description.isEmpty { lines.append("DESCRIPTION:\(Self.escaped(description))") }
        if case .birthday(_, _, let isOfLeapDay) = entry.what {
            lines.append("RRULE:FREQ=YEARLY" + (isOfLeapDay ? ";BYMONTH=2;BYMONTHDAY=-1" : ""))
        }
        lines += ["CATEGORIES:\(entry.kind.rawValue.uppercased())", "TRANSP:TRANSPARENT", "END:VEVENT"]
        return lines
    }

    /// Whole days end before the day after; moments are in UTC.
    private static func times(_ when: Occurrence) -> [String] {
        // A book of an earlier version may have moments that have no date in UTC: their days are exact all the same.
        guard let start = when.start, when.isInCalendar(offsetMinutes: 0) else {
            // The last day of all has none after it.
            let end = when.last < .distantFuture ? ["DTEND;VALUE=DATE:\(digits(when.last.adding(days: 1)))"] : []
            return ["DTSTART;VALUE=DATE:\(digits(when.first))"] + end
        }
        let end = when.end ?? start
        return ["DTSTART:\(utc(timestamp(when.first, start)))"]
            + (timestamp(when.last, end).microsecondsSince1970 > timestamp(when.first, start).microsecondsSince1970
                ? ["DTEND:\(utc(timestamp(when.last, end)))"] : [])
    }

    private static func timestamp(_ day: CalendarDate, _ time: ClockTime) -> Timestamp {
        Timestamp(microsecondsSince1970: time.secondsSince1970(on: day) * 1_000_000)
    }

    private static func digits(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }

    /// `20190312T013000Z`.
    private static func utc(_ time: Timestamp) -> String {
        time.description.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
    }

    /// Scalar by scalar: with a combining mark behind it, a sign is another character to Swift.
    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.visibleLines.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\n": escaped.append(contentsOf: ["\\", "n"])
            // Other control characters may not stand in a text.
            case _ where scalar.properties.generalCategory == .control: escaped.append(" ")
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }

    /// Lines have at most 75 octets; the next begins with a space. No character is cut in two.
    private static func folded(_ line: String) -> String {
        var folded = ""
        var count = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if count + width > 75 {
                folded += "\r\n "
                count = 1
            }
            folded.unicodeScalars.append(scalar)
            count += width
        }
        return folded
    }
}

extension CalendarEntry {
    /// The title where nothing beside it says what kind of entry it is.
    fileprivate var summary: Phrase {
        switch kind {
        case .item, .activity: title
        case .due: .isDue(title)
        case .birthday: .hasBirthday(title)
        }
    }
}
