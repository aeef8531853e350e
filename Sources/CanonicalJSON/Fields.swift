/// A value that is one member of a canonical object.
///
/// All directions are beside each other, so that what is written is what is read.
public protocol CanonicalField {
    /// Reads the value at the cursor. `field` names it for errors.
    static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Self
    /// Reads a value of a text that was parsed. The offsets of its errors are 0.
    static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Self
    func write(to writer: inout CanonicalWriter)
}

/// A value that is a string of a certain form, such as a date.
public protocol StringField: CanonicalField {
    /// Nil unless the text has the form.
    init?(_ text: String)
    static var expectation: Expectation { get }
}

extension StringField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Self {
        let start = reader.offset
        guard let value = Self(try String.read(from: &reader, field: field)) else {
            throw .invalid(field, expected: expectation, at: start)
        }
        return value
    }

    @inlinable public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Self {
        guard let value = Self(try String.read(from: value, field: field)) else {
            throw .invalid(field, expected: expectation)
        }
        return value
    }
}

/// Reads the members of one object in canonical order: from its bytes, or from its parsed value.
public protocol FieldReader: ~Copyable {
    /// For errors: where the next member is, in bytes; 0 of a parsed value.
    var offset: Int { get }
    mutating func required<Value: CanonicalField>(_ key: StaticString, as type: Value.Type) throws(JSONError) -> Value
    /// Nil where the next member is another.
    mutating func optional<Value: CanonicalField>(_ key: StaticString, as type: Value.Type) throws(JSONError) -> Value?
    /// Leaves the object; a member nobody asked for is an error.
    mutating func end() throws(JSONError)
}

extension FieldReader where Self: ~Copyable {
    @inlinable public mutating func required<Value: CanonicalField>(_ key: StaticString) throws(JSONError) -> Value {
        try required(key, as: Value.self)
    }

    @inlinable public mutating func optional<Value: CanonicalField>(_ key: StaticString) throws(JSONError) -> Value? {
        try optional(key, as: Value.self)
    }
}

/// Reads the members of one canonical object in their order, in a single pass.
///
/// Ask for the fields in canonical order: each call looks only at the member the cursor stands on.
public struct ObjectReader: FieldReader, ~Copyable {
    public var reader: CanonicalReader
    @inlinable public var offset: Int { reader.offset }
    @usableFromInline var isFirst = true

    /// Enters the object at the cursor.
    @inlinable public init(_ reader: CanonicalReader) throws(JSONError) {
        self.reader = reader
        try self.reader.expect(UInt8(ascii: "{"))
    }

    /// Whether the next member is `key`; if so, the cursor stands on its value.
    @inlinable @inline(__always) mutating func enter(_ key: StaticString) -> Bool {
        let start = reader.offset
        if !isFirst, !reader.accept(UInt8(ascii: ",")) { return false }
        guard reader.accept(UInt8(ascii: "\"")), reader.accept(key), reader.accept("\":") else {
            reader.at = start
            return false
        }
        isFirst = false
        return true
    }

    @inlinable public mutating func required<Value: CanonicalField>(
        _ key: StaticString, as type: Value.Type
    ) throws(JSONError) -> Value {
        guard enter(key) else { throw missing(key) }
        return try Value.read(from: &reader, field: key)
    }

    @inlinable public mutating func optional<Value: CanonicalField>(
        _ key: StaticString, as type: Value.Type
    ) throws(JSONError) -> Value? {
        guard enter(key) else { return nil }
        return try Value.read(from: &reader, field: key)
    }

    /// The range of the raw bytes of a member.
    @inlinable package mutating func raw(_ key: StaticString) throws(JSONError) -> Range<Int> {
        guard let range = try rawIfPresent(key) else { throw missing(key) }
        return range
    }

    /// The range of the raw bytes of a member, if it is there.
    @inlinable package mutating func rawIfPresent(_ key: StaticString) throws(JSONError) -> Range<Int>? {
        guard enter(key) else { return nil }
        let start = reader.offset
        try reader.skipValue()
        return start..<reader.offset
    }

    /// Leaves the object; a member nobody asked for is an error.
    @inlinable public mutating func end() throws(JSONError) {
        if reader.accept(UInt8(ascii: "}")) { return }
        throw unknownNext() ?? reader.unexpected()
    }

    /// A field that stands where another was expected is unknown if it sorts before it: it can never come up later.
    @usableFromInline mutating func missing(_ key: StaticString) -> JSONError {
        let name = key.description
        if case .unknownField(let found)? = unknownNext()?.kind, found.precedesInCanonicalOrder(name) {
            return reader.failure(.unknownField(found))
        }
        return reader.failure(.missingField(name))
    }

    @usableFromInline mutating func unknownNext() -> JSONError? {
        let start = reader.offset
        defer { reader.at = start }
        if !isFirst, !reader.accept(UInt8(ascii: ",")) { return nil }
        guard let found = try? reader.string() else { return nil }
        return JSONError(.unknownField(found), offset: start)
    }
}

extension CanonicalWriter {
    @inlinable public mutating func field(_ key: StaticString, _ value: some CanonicalField) {
        self.key(key)
        value.write(to: &self)
    }

    /// Writes nothing for nil: an optional member is left out, never null.
    @inlinable public mutating func field(_ key: StaticString, _ value: (some CanonicalField)?) {
        if let value { field(key, value) }
    }
}

extension CanonicalReader {
    @usableFromInline func wrongType(_ field: StaticString, expected: Expectation) -> JSONError {
        failure(.wrongType(field: field.description, expected: expected))
    }
}

extension String: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> String {
        guard reader.peek() == UInt8(ascii: "\"") else { throw reader.wrongType(field, expected: .string) }
        return try reader.string()
    }

    @inlinable public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> String {
        guard case .string(let text) = value else { throw .wrongType(field, expected: .string) }
        return text
    }

    @inlinable public func write(to writer: inout CanonicalWriter) { writer.string(self) }
}

extension Int64: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Int64 {
        guard let byte = reader.peek(), byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10 else {
            throw reader.wrongType(field, expected: .integer)
        }
        return try reader.integer()
    }

    @inlinable public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Int64 {
        guard case .integer(let number) = value else { throw .wrongType(field, expected: .integer) }
        return number
    }

    @inlinable public func write(to writer: inout CanonicalWriter) { writer.integer(self) }
}

extension Bool: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Bool {
        guard let value = try? reader.bool() else { throw reader.wrongType(field, expected: .boolean) }
        return value
    }

    @inlinable public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> Bool {
        guard case .bool(let flag) = value else { throw .wrongType(field, expected: .boolean) }
        return flag
    }

    @inlinable public func write(to writer: inout CanonicalWriter) { writer.bool(self) }
}

extension Array: CanonicalField where Element: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> [Element] {
        guard reader.accept(UInt8(ascii: "[")) else { throw reader.wrongType(field, expected: .array) }
        var values: [Element] = []
        if reader.accept(UInt8(ascii: "]")) { return values }
        repeat {
            values.append(try Element.read(from: &reader, field: field))
        } while reader.accept(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "]"))
        return values
    }

    @inlinable public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> [Element] {
        guard case .array(let values) = value else { throw .wrongType(field, expected: .array) }
        var elements: [Element] = []
        elements.reserveCapacity(values.count)
        for value in values { elements.append(try Element.read(from: value, field: field)) }
        return elements
    }

    @inlinable public func write(to writer: inout CanonicalWriter) {
        writer.beginArray()
        for value in self { value.write(to: &writer) }
        writer.endArray()
    }
}

extension JSONValue: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> JSONValue {
        let start = reader.offset
        try reader.skipValue()
        return try JSONParser.parse(reader.slice(start..<reader.offset))
    }

    @inlinable public static func read(from value: JSONValue, field: StaticString) throws(JSONError) -> JSONValue { value }
}
