/// What is wrong with a JSON text, and at which byte.
public struct JSONError: Error, Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case unexpected(String)
        case unexpectedEnd
        case invalidUTF8
        case invalidEscape
        case controlCharacter
        case notAnInteger
        case integerOutOfRange
        case duplicateKey(String)
        case tooDeep(limit: Int)
        case trailingContent
        case missingField(String)
        case unknownField(String)
        case wrongType(field: String, expected: Expectation)
        case invalidValue(field: String, expected: Expectation)
        case notCanonical
    }

    public var kind: Kind
    /// Offset in bytes from the start of the text.
    public var offset: Int

    public init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }

    /// The field the error is about, where it is about one.
    public var field: String? {
        switch kind {
        case .missingField(let field), .unknownField(let field), .duplicateKey(let field),
            .wrongType(let field, _), .invalidValue(let field, _):
            field.isEmpty ? nil : field
        case .unexpected, .unexpectedEnd, .invalidUTF8, .invalidEscape, .controlCharacter, .notAnInteger,
            .integerOutOfRange, .tooDeep, .trailingContent, .notCanonical:
            nil
        }
    }
}

extension JSONError {
    /// About a value of a text that was parsed.
    public static func wrongType(_ field: StaticString, expected: Expectation) -> JSONError {
        JSONError(.wrongType(field: field.description, expected: expected), offset: 0)
    }

    /// About the value that starts at `start`: 0 of a text that was parsed.
    public static func invalid(_ field: StaticString, expected: Expectation, at start: Int = 0) -> JSONError {
        JSONError(.invalidValue(field: field.description, expected: expected), offset: start)
    }
}

/// The integers that every JSON reader keeps exactly (RFC 8785 builds on IEEE doubles): ±2^53.
public enum IntegerRange {
    public static let limit: Int64 = 1 << 53

    @inlinable public static func contains(_ value: Int64) -> Bool {
        value >= -limit && value <= limit
    }
}
