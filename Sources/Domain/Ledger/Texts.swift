import CanonicalJSON

/// The limits of plain text: something to read, no control characters, an end.
enum PlainText {
    static let characterMax = 4_000

    static func read(
        from reader: inout CanonicalReader, field: StaticString, characterMax: Int = characterMax
    ) throws(JSONError) -> String {
        let start = reader.offset
        let text = try String.read(from: &reader, field: field)
        if let expected = expectation(of: text, characterMax: characterMax) {
            throw reader.invalid(field, expected: expected, at: start)
        }
        return text
    }

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
        Text(value: try PlainText.read(from: &reader, field: field))
    }

    func write(to writer: inout CanonicalWriter) { writer.string(value) }
}

extension ObjectReader {
    mutating func text(_ key: StaticString) throws(JSONError) -> String {
        try required(key, as: Text.self).value
    }

    mutating func optionalText(_ key: StaticString) throws(JSONError) -> String? {
        try optional(key, as: Text.self)?.value
    }

    mutating func texts(_ key: StaticString) throws(JSONError) -> [String] {
        try optional(key, as: [Text].self)?.map(\.value) ?? []
    }

    /// A list that may be left out.
    mutating func list<Element: CanonicalField>(_ key: StaticString) throws(JSONError) -> [Element] {
        try optional(key) ?? []
    }
}

extension CanonicalWriter {
    /// Writes nothing for an empty list.
    mutating func list(_ key: StaticString, _ values: [some CanonicalField]) {
        if !values.isEmpty { field(key, values) }
    }
}

/// A closed list of words in the storage format; the raw values are stored.
protocol StoredWord: CanonicalField, CaseIterable, RawRepresentable<String>, Sendable {}

extension StoredWord {
    public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Self {
        let start = reader.offset
        guard let word = Self(rawValue: try String.read(from: &reader, field: field)) else {
            throw unknown(field, reader, at: start)
        }
        return word
    }

    @inline(never) private static func unknown(
        _ field: StaticString, _ reader: CanonicalReader, at start: Int
    ) -> JSONError {
        reader.invalid(field, expected: .oneOf(allCases.map(\.rawValue)), at: start)
    }

    public func write(to writer: inout CanonicalWriter) { writer.string(rawValue) }
}

extension ObjectReader {
    /// A whole number from 1 on.
    mutating func positive(_ key: StaticString) throws(JSONError) -> Int64 {
        try required(key, as: PositiveInteger.self).value
    }

    mutating func optionalPositive(_ key: StaticString) throws(JSONError) -> Int64? {
        try optional(key, as: PositiveInteger.self)?.value
    }
}

/// An amount of money in fen. A trillion yuan is more than any office handles, and leaves room to add amounts up.
enum Money {
    static let fenMax: Int64 = 100_000_000_000_000
}

extension ObjectReader {
    mutating func fen(_ key: StaticString) throws(JSONError) -> Int64 {
        let start = reader.offset
        let fen = try positive(key)
        guard fen <= Money.fenMax else { throw reader.invalid(key, expected: .fen(max: Money.fenMax), at: start) }
        return fen
    }

    mutating func optionalFen(_ key: StaticString) throws(JSONError) -> Int64? {
        let start = reader.offset
        guard let fen = try optionalPositive(key) else { return nil }
        guard fen <= Money.fenMax else { throw reader.invalid(key, expected: .fen(max: Money.fenMax), at: start) }
        return fen
    }
}

/// A count, an amount of fen or hundredths of a point: never 0, never less.
private struct PositiveInteger: CanonicalField {
    var value: Int64

    static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> PositiveInteger {
        let start = reader.offset
        let value = try Int64.read(from: &reader, field: field)
        guard value >= 1 else { throw reader.invalid(field, expected: .wholeNumber(from: 1), at: start) }
        return PositiveInteger(value: value)
    }

    func write(to writer: inout CanonicalWriter) { writer.integer(value) }
}
