import CanonicalJSON
import EventLog

/// The limits of plain text: something to read, no control characters, an end.
enum PlainText {
    static let characterMax = 4_000

    /// What the text should have been; nil if it is as it should be.
    static func expectation(of text: String, characterMax: Int = characterMax) -> Expectation? {
        if !text.contains(where: { !$0.isWhitespace }) { return .someText }
        if text.unicodeScalars.count > characterMax { return .characters(max: characterMax) }
        let hasControls = text.unicodeScalars.contains {
            $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F
        }
        return hasControls ? .withoutControlCharacters : nil
    }
}

/// A text with the limits of `PlainText`, as a field.
struct Text: CanonicalField {
    var value: String

    static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Text {
        let start = reader.offset
        return try Text(String.read(from: &reader, field: field), field, at: start)
    }

    static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Text {
        try Text(String.read(from: value, field: field), field, at: 0)
    }

    private init(_ text: String, _ field: StaticString, at start: Int) throws(JSONError) {
        if let expected = PlainText.expectation(of: text) { throw .invalid(field, expected: expected, at: start) }
        value = text
    }

    func write(to writer: inout CanonicalWriter) { writer.string(value) }
}

extension FieldReader where Self: ~Copyable {
    mutating func text(_ key: StaticString) throws(JSONError) -> String {
        try required(key, as: Text.self).value
    }

    mutating func optionalText(_ key: StaticString) throws(JSONError) -> String? {
        try optional(key, as: Text.self)?.value
    }

    /// A text that has a limit of its own.
    mutating func text(_ key: StaticString, characterMax: Int) throws(JSONError) -> String {
        let start = offset
        return try text(key).limited(to: characterMax, key, at: start)
    }

    mutating func optionalText(_ key: StaticString, characterMax: Int) throws(JSONError) -> String? {
        let start = offset
        guard let text = try optionalText(key) else { return nil }
        return try text.limited(to: characterMax, key, at: start)
    }

    /// A list of texts that may be left out.
    mutating func texts(_ key: StaticString) throws(JSONError) -> [String] {
        try optional(key, as: [Text].self)?.map(\.value) ?? []
    }

    /// A list that may be left out.
    mutating func list<Element: CanonicalField>(_ key: StaticString) throws(JSONError) -> [Element] {
        try optional(key) ?? []
    }

    /// A subject of one of these kinds.
    mutating func subject(_ key: StaticString, of kinds: [String]) throws(JSONError) -> Subject {
        let start = offset
        let subject: Subject = try required(key)
        guard kinds.contains(String(subject.kind)) else {
            throw .invalid(key, expected: .subject(of: kinds), at: start)
        }
        return subject
    }

    mutating func optionalSubject(_ key: StaticString, of kinds: [String]) throws(JSONError) -> Subject? {
        let start = offset
        let subject: Subject? = try optional(key)
        guard let subject else { return nil }
        guard kinds.contains(String(subject.kind)) else { throw .invalid(key, expected: .subject(of: kinds), at: start) }
        return subject
    }
}

extension String {
    fileprivate func limited(to characterMax: Int, _ field: StaticString, at start: Int) throws(JSONError) -> String {
        guard unicodeScalars.count <= characterMax else {
            throw .invalid(field, expected: .characters(max: characterMax), at: start)
        }
        return self
    }
}

extension CanonicalWriter {
    /// Writes nothing for an empty list.
    mutating func list(_ key: StaticString, _ values: [some CanonicalField]) {
        if !values.isEmpty { field(key, values) }
    }
}

/// A closed list of words in the storage format; the raw values are stored.
protocol StoredWord: StringField, CaseIterable, RawRepresentable<String>, Sendable {}

extension StoredWord {
    public init?(_ text: String) { self.init(rawValue: text) }
    public static var expectation: Expectation { .oneOf(allCases.map(\.rawValue)) }
    public func write(to writer: inout CanonicalWriter) { writer.string(rawValue) }
}

extension FieldReader where Self: ~Copyable {
    /// A whole number from 1 on: a count, or hundredths of a point.
    mutating func positive(_ key: StaticString) throws(JSONError) -> Int64 {
        try integer(key, 1...IntegerRange.limit)
    }

    mutating func optionalPositive(_ key: StaticString) throws(JSONError) -> Int64? {
        try optionalInteger(key, 1...IntegerRange.limit)
    }

    mutating func integer(_ key: StaticString, _ bounds: ClosedRange<Int64>) throws(JSONError) -> Int64 {
        let start = offset
        return try required(key, as: Int64.self).bounded(by: bounds, key, at: start)
    }

    mutating func optionalInteger(_ key: StaticString, _ bounds: ClosedRange<Int64>) throws(JSONError) -> Int64? {
        let start = offset
        guard let value = try optional(key, as: Int64.self) else { return nil }
        return try value.bounded(by: bounds, key, at: start)
    }

    mutating func fen(_ key: StaticString) throws(JSONError) -> Int64 {
        let start = offset
        return try positive(key).fen(key, at: start)
    }

    mutating func optionalFen(_ key: StaticString) throws(JSONError) -> Int64? {
        let start = offset
        guard let fen = try optionalPositive(key) else { return nil }
        return try fen.fen(key, at: start)
    }
}

extension Int64 {
    fileprivate func bounded(
        by bounds: ClosedRange<Int64>, _ field: StaticString, at start: Int
    ) throws(JSONError) -> Int64 {
        if bounds.contains(self) { return self }
        let isUnlimited = bounds.upperBound == IntegerRange.limit
        let expected = isUnlimited ? Expectation.wholeNumber(from: bounds.lowerBound) : .wholeNumber(bounds)
        throw .invalid(field, expected: expected, at: start)
    }

    fileprivate func fen(_ field: StaticString, at start: Int) throws(JSONError) -> Int64 {
        guard self <= Amount.fenMax else { throw .invalid(field, expected: .fen(max: Amount.fenMax), at: start) }
        return self
    }
}

/// An object within a payload.
protocol CanonicalRecord: CanonicalField {
    init(from object: inout ObjectReader) throws(JSONError)
    init(from object: inout ParsedObjectReader) throws(JSONError)
    /// Writes the fields in canonical order.
    func writeFields(to writer: inout CanonicalWriter)
}

extension CanonicalRecord {
    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Self {
        var object = try ObjectReader(reader)
        let value = try Self(from: &object)
        try object.end()
        reader = object.reader
        return value
    }

    public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Self {
        guard case .object(let members) = value else {
            throw .wrongType(field, expected: .object)
        }
        var object = ParsedObjectReader(members)
        let value = try Self(from: &object)
        try object.end()
        return value
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.beginObject()
        writeFields(to: &writer)
        writer.endObject()
    }
}
