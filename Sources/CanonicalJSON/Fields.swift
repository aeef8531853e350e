/// A value that is one member of a canonical object.
///
/// Both directions stand side by side, so that what is written is what is read.
public protocol CanonicalField {
    /// Reads the value at the cursor. `field` names it for errors.
    static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Self
    func write(to writer: inout CanonicalWriter)
}

/// Reads the members of one canonical object in their order, in a single pass.
///
/// Ask for the fields in canonical order: each call looks only at the member the cursor stands on.
public struct ObjectReader: ~Copyable {
    public var reader: CanonicalReader
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
        _ key: StaticString, as type: Value.Type = Value.self
    ) throws(JSONError) -> Value {
        guard enter(key) else { throw missing(key) }
        return try Value.read(from: &reader, field: key)
    }

    @inlinable public mutating func optional<Value: CanonicalField>(
        _ key: StaticString, as type: Value.Type = Value.self
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
    /// An error about the value that starts at `start`.
    public func invalid(_ field: StaticString, expected: Expectation, at start: Int) -> JSONError {
        JSONError(.invalidValue(field: field.description, expected: expected), offset: start)
    }

    @usableFromInline func wrongType(_ field: StaticString, expected: Expectation) -> JSONError {
        failure(.wrongType(field: field.description, expected: expected))
    }
}

extension String: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> String {
        guard reader.peek() == UInt8(ascii: "\"") else { throw reader.wrongType(field, expected: .string) }
        return try reader.string()
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

    @inlinable public func write(to writer: inout CanonicalWriter) { writer.integer(self) }
}

extension Bool: CanonicalField {
    @inlinable public static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> Bool {
        guard let value = try? reader.bool() else { throw reader.wrongType(field, expected: .boolean) }
        return value
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
}
