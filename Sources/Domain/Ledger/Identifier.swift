public import CanonicalJSON
public import EventLog

/// What a kind of identifier is called: in subjects (`member:M7`), in commands, and in front of numbers the book gives.
public protocol IdentifierKind: Sendable {
    static var name: StaticString { get }
    static var prefix: StaticString { get }
}

/// An id that a person or the book gave: 1–64 letters, digits, `.`, `_`, `-`, beginning with a letter or digit.
public struct Identifier<Kind: IdentifierKind>: SubjectID, Comparable, CustomStringConvertible, StringField {
    public let description: String

    public init?(_ text: String) {
        guard Self.isValid(text) else { return nil }
        description = text
    }

    /// Nil for a subject of another kind.
    public init?(_ subject: Subject) {
        guard subject.kind == Kind.name.description[...] else { return nil }
        self.init(String(subject.id))
    }

    private static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard let first = bytes.first, bytes.count <= 64, isAlphanumeric(first) else { return false }
            for byte in bytes
            where !isAlphanumeric(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_")
                && byte != UInt8(ascii: ".")
            { return false }
            return true
        }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    public static var kind: String { Kind.name.description }

    public var subject: Subject { Subject(kind: Kind.name.description, id: description) }

    /// M2 before M10: numbers at the end are compared as numbers, however long they are.
    public static func < (left: Self, right: Self) -> Bool {
        left.withBytes { left in right.withBytes { right in IdentifierOrder.precedes(left, right) } }
    }

    private func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        var text = description
        return text.withUTF8(body)
    }

    public static var expectation: Expectation { .id }

    public func write(to writer: inout CanonicalWriter) { writer.string(description) }
}

/// The order of ids that differ, by their bytes: lists of a book are sorted by them at every question.
private enum IdentifierOrder {
    static func precedes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        let (leftNumber, rightNumber) = (numberStart(left), numberStart(right))
        let stems = compared(left[..<leftNumber], right[..<rightNumber])
        guard stems == 0 else { return stems < 0 }
        let hasNumbers = (leftNumber < left.count, rightNumber < right.count)
        guard hasNumbers.0 == hasNumbers.1 else { return hasNumbers.1 }
        let (leftDigits, rightDigits) = (withoutZeros(left[leftNumber...]), withoutZeros(right[rightNumber...]))
        guard leftDigits.count == rightDigits.count else { return leftDigits.count < rightDigits.count }
        let numbers = compared(leftDigits, rightDigits)
        // `M1` and `M01` are the same number, and two ids.
        return numbers == 0 ? left.count > right.count : numbers < 0
    }

    private static func numberStart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var start = bytes.count
        while start > 0, bytes[start - 1] &- UInt8(ascii: "0") < 10 { start -= 1 }
        return start
    }

    private static func withoutZeros(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
        digits.drop { $0 == UInt8(ascii: "0") }
    }

    /// Less than 0 where the left comes first, and more where the right does.
    private static func compared(_ left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        for (one, other) in zip(left, right) where one != other { return Int(one) - Int(other) }
        return left.count - right.count
    }
}
