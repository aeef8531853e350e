public import CanonicalJSON

/// When something happened: a moment, a day or an interval, with the words it was said in where it was not exact.
///
/// In an entry it is a string — `2019-03-12`, `2019-03-12T09:30:00+08:00`, or two of those as an ISO 8601 interval
/// `A/B`, both ends included — or an object `{"interval":"A/B","words":"…"}`.
public struct Occurrence: Hashable, Sendable {
    public let first: CalendarDate
    public let last: CalendarDate
    /// Nil for whole days said exactly, which are by far the most: they take 16 bytes, in state by the million.
    private let details: Details?

    private final class Details: Hashable, Sendable {
        let start: ClockTime?
        let end: ClockTime?
        let words: String?

        init(start: ClockTime?, end: ClockTime?, words: String?) {
            self.start = start
            self.end = end
            self.words = words
        }

        static func == (left: Details, right: Details) -> Bool {
            guard (left.start, left.end) == (right.start, right.end) else { return false }
            guard let words = left.words, let others = right.words else { return left.words == nil && right.words == nil }
            return words.hasSameBytes(as: others)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(start)
            hasher.combine(end)
            hasher.combine(words)
        }
    }

    /// The clock's time at the beginning and at the end, where they are known.
    public var start: ClockTime? { details?.start }
    public var end: ClockTime? { details?.end }
    /// How it was said, such as 2月中旬; nil where it was said exactly.
    public var words: String? { details?.words }

    /// A whole day.
    public init(_ day: CalendarDate) {
        self.init(unchecked: day, day, nil, nil, nil)
    }

    /// A moment of a day.
    public init(_ day: CalendarDate, at time: ClockTime) {
        self.init(unchecked: day, day, time, time, nil)
    }

    /// Days `first` to `last`, both included. Nil where they are in the wrong order.
    public init?(from first: CalendarDate, to last: CalendarDate, words: String? = nil) {
        guard first <= last else { return nil }
        self.init(unchecked: first, last, nil, nil, words)
    }

    /// From a moment to a moment. Nil where they are in the wrong order.
    public init?(from first: CalendarDate, at start: ClockTime, to last: CalendarDate, at end: ClockTime) {
        guard start.secondsSince1970(on: first) <= end.secondsSince1970(on: last), first <= last else { return nil }
        self.init(unchecked: first, last, start, end, nil)
    }

    private init(
        unchecked first: CalendarDate, _ last: CalendarDate, _ start: ClockTime?, _ end: ClockTime?, _ words: String?
    ) {
        self.first = first
        self.last = last
        let isWholeDays = start == nil && end == nil && words == nil
        details = isWholeDays ? nil : Details(start: start, end: end, words: words)
    }

    /// Reads the string form of an entry.
    public init?(_ text: String) {
        var text = text
        guard let occurrence = text.withUTF8({ Self(ascii: UnsafeRawBufferPointer($0)) }) else { return nil }
        self = occurrence
    }

    init?(ascii text: UnsafeRawBufferPointer) {
        guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
            guard let (date, time) = Self.moment(text) else { return nil }
            self.init(unchecked: date, date, time, time, nil)
            return
        }
        guard let (first, start) = Self.moment(UnsafeRawBufferPointer(rebasing: text[..<slash])),
            let (last, end) = Self.moment(UnsafeRawBufferPointer(rebasing: text[(slash + 1)...]))
        else { return nil }
        switch (start, end) {
        case (nil, nil) where first < last: self.init(from: first, to: last)
        case (let start?, let end?) where (first, start) != (last, end):
            self.init(from: first, at: start, to: last, at: end)
        default: return nil
        }
    }

    private static func moment(_ text: UnsafeRawBufferPointer) -> (CalendarDate, ClockTime?)? {
        guard text.count >= 10, let date = CalendarDate(ascii: UnsafeRawBufferPointer(rebasing: text[..<10])) else {
            return nil
        }
        if text.count == 10 { return (date, nil) }
        guard text[10] == UInt8(ascii: "T"),
            let time = ClockTime(ascii: UnsafeRawBufferPointer(rebasing: text[11...]))
        else { return nil }
        return (date, time)
    }

    /// Whether it was said exactly: no words stand in for a date.
    public var isExact: Bool { words == nil }

    /// The string form, without the words.
    public var interval: String {
        var bytes: [UInt8] = []
        append(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// As an entry has it.
    public var json: JSONValue {
        words.map { ["interval": .string(interval), "words": .string($0)] } ?? .string(interval)
    }

    private func append(to bytes: inout [UInt8]) {
        func append(_ date: CalendarDate, _ time: ClockTime?) {
            date.append(to: &bytes)
            guard let time else { return }
            bytes.append(UInt8(ascii: "T"))
            time.append(to: &bytes)
        }
        append(first, start)
        guard last != first || end != start else { return }
        bytes.append(UInt8(ascii: "/"))
        append(last, end)
    }
}

extension Occurrence: CanonicalField {
    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Occurrence {
        if reader.peek() != UInt8(ascii: "{") {
            return try readInterval(from: &reader, field: field)
        }
        var object = try ObjectReader(reader)
        let occurrence = try readWithWords(from: &object, field: field)
        reader = object.reader
        return occurrence
    }

    public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Occurrence {
        guard case .object(let object) = value else {
            return try Interval.read(from: value, field: field).occurrence
        }
        var reader = ParsedObjectReader(object)
        return try readWithWords(from: &reader, field: field)
    }

    private static func readWithWords(
        from object: inout some FieldReader & ~Copyable, field: StaticString
    ) throws(JSONError) -> Occurrence {
        let start = object.offset
        let interval = try object.required("interval", as: Interval.self).occurrence
        let words: String = try object.required("words")
        try object.end()
        guard interval.start == nil, let occurrence = Occurrence(from: interval.first, to: interval.last, words: words)
        else { throw .invalid(field, expected: .intervalWithWords, at: start) }
        return occurrence
    }

    /// The string form alone, as the member `interval`.
    private struct Interval: StringField {
        var occurrence: Occurrence

        init(occurrence: Occurrence) { self.occurrence = occurrence }

        init?(_ text: String) {
            guard let occurrence = Occurrence(text) else { return nil }
            self.occurrence = occurrence
        }

        static var expectation: Expectation { .occurrence }

        static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Interval {
            Interval(occurrence: try readInterval(from: &reader, field: field))
        }

        func write(to writer: inout CanonicalWriter) { writer.plainString(occurrence.append) }
    }

    private static func readInterval(
        from reader: inout CanonicalReader, field: StaticString
    ) throws(JSONError) -> Occurrence {
        let start = reader.offset
        let (contents, isPlain) = try reader.boundString()
        guard isPlain, let occurrence = Occurrence(ascii: reader.slice(contents)) else {
            throw .invalid(field, expected: .occurrence, at: start)
        }
        return occurrence
    }

    public func write(to writer: inout CanonicalWriter) {
        guard let words else {
            writer.plainString(append)
            return
        }
        writer.beginObject()
        writer.field("interval", Interval(occurrence: self))
        writer.field("words", words)
        writer.endObject()
    }
}

extension Occurrence {
    /// To the second, in UTC or as clocks at an offset show it: when a program did something.
    ///
    /// Nil for a moment that is before the year 1 or after 9999 there: it cannot be written.
    public init?(instant: Timestamp, offsetMinutes: Int = 0) {
        let seconds = instant.microsecondsSince1970.flooredDivision(by: 1_000_000).quotient
        guard let (day, time) = ClockTime.moment(secondsSince1970: seconds, offsetMinutes: offsetMinutes) else { return nil }
        self.init(day, at: time)
    }

    /// As clocks elsewhere show it: its times at other offsets, and its days there. Whole days stay as they are, and so does a
    /// moment that has no date there.
    ///
    /// - Parameter offsetMinutes: minutes east of UTC at a moment, which is given in seconds since 1970.
    public func shown(at offsetMinutes: (Int64) -> Int) -> Occurrence {
        guard let start, let end else { return self }
        func moment(_ day: CalendarDate, _ time: ClockTime) -> (day: CalendarDate, time: ClockTime)? {
            let seconds = time.secondsSince1970(on: day)
            let offset = offsetMinutes(seconds)
            return offset == time.offsetMinutes ? (day, time) : ClockTime.moment(secondsSince1970: seconds, offsetMinutes: offset)
        }
        guard let from = moment(first, start), let to = moment(last, end) else { return self }
        if from.time == start, to.time == end { return self }
        // Clocks that are put back over midnight show an earlier day at a later moment.
        return Occurrence(unchecked: from.day, max(from.day, to.day), from.time, to.time, nil)
    }

    /// Whether its moments have a date from the year 1 to 9999 in UTC and at another offset, and not only at their own.
    public func isInCalendar(offsetMinutes: Int) -> Bool {
        [(first, start), (last, end)].allSatisfy { day, time in
            guard let time else { return true }
            let seconds = time.secondsSince1970(on: day)
            return [0, offsetMinutes].allSatisfy { ClockTime.moment(secondsSince1970: seconds, offsetMinutes: $0) != nil }
        }
    }
}

extension ClockTime {
    /// Nil before the year 1 and after 9999.
    fileprivate static func moment(secondsSince1970 seconds: Int64, offsetMinutes: Int) -> (CalendarDate, ClockTime)? {
        let (day, second) = (seconds + Int64(offsetMinutes) * 60).flooredDivision(by: 86_400)
        guard let time = ClockTime(secondOfDay: Int(second), offsetMinutes: offsetMinutes) else {
            preconditionFailure("the remainder of a day is a time of day, and zones are at most 18 hours from UTC")
        }
        let bounds = Int64(CalendarDate.distantPast.daysSince1970)...Int64(CalendarDate.distantFuture.daysSince1970)
        guard bounds.contains(day) else { return nil }
        return (CalendarDate(daysSince1970: Int32(day)), time)
    }
}
