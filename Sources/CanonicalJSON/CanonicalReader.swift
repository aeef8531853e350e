/// A cursor over canonical JSON bytes.
///
/// It reads what the canonical writer writes: no white space, keys in order. Every access is bounded by the buffer, so
/// damaged bytes give an error, never a read past the end. The bytes must outlive the cursor.
public struct CanonicalReader {
    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let end: Int
    /// Offset of the next byte to read.
    public internal(set) var offset = 0

    public init(_ bytes: UnsafeRawBufferPointer) {
        // An empty buffer may have no address; it is never read through.
        base = bytes.baseAddress.map { $0.assumingMemoryBound(to: UInt8.self) } ?? Self.nothing
        end = bytes.count
    }

    private static var nothing: UnsafePointer<UInt8> { UnsafePointer(bitPattern: 1).unsafelyUnwrapped }

    public var isAtEnd: Bool { offset == end }

    @inline(__always) package func peek() -> UInt8? {
        offset < end ? base[offset] : nil
    }

    /// The bytes between two offsets of this text.
    package func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        precondition(range.lowerBound >= 0 && range.upperBound <= end)
        return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    func failure(_ kind: JSONError.Kind) -> JSONError { JSONError(kind, offset: offset) }

    func unexpected() -> JSONError {
        guard let byte = peek() else { return failure(.unexpectedEnd) }
        return failure(.unexpected(byte < 0x80 ? String(UnicodeScalar(byte)) : "0x" + String(byte, radix: 16)))
    }

    @inline(__always) package mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard offset < end, base[offset] == byte else { throw unexpected() }
        offset += 1
    }

    @inline(__always) package mutating func accept(_ byte: UInt8) -> Bool {
        guard offset < end, base[offset] == byte else { return false }
        offset += 1
        return true
    }

    /// Consumes `text` if it stands here.
    @inline(__always) package mutating func accept(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - offset >= count else { return false }
        let expected = text.utf8Start
        for index in 0..<count where base[offset + index] != expected[index] { return false }
        offset += count
        return true
    }

    public mutating func integer() throws(JSONError) -> Int64 {
        let start = offset
        let negative = accept(UInt8(ascii: "-"))
        let digits = offset
        var value: Int64 = 0
        while offset < end, case let digit = base[offset] &- UInt8(ascii: "0"), digit < 10 {
            value = value &* 10 &+ Int64(digit)
            offset += 1
            // 17 digits cannot overflow an Int64, and no integer in range has more than 16.
            guard offset - digits <= 16 else { throw JSONError(.integerOutOfRange, offset: start) }
        }
        guard offset > digits else { throw unexpected() }
        if base[digits] == UInt8(ascii: "0"), offset - digits > 1 || negative {
            throw JSONError(.notCanonical, offset: start)
        }
        if let next = peek(), next == UInt8(ascii: ".") || next | 0x20 == UInt8(ascii: "e") {
            throw JSONError(.notAnInteger, offset: start)
        }
        guard IntegerRange.contains(value) else { throw JSONError(.integerOutOfRange, offset: start) }
        return negative ? -value : value
    }

    public mutating func bool() throws(JSONError) -> Bool {
        if accept("true") { return true }
        if accept("false") { return false }
        throw unexpected()
    }

    public mutating func string() throws(JSONError) -> String {
        let start = offset
        let (contents, escaped) = try rawString()
        let text = slice(contents)
        if escaped { return try Self.unescape(text, offset: contents.lowerBound) }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw JSONError(.invalidUTF8, offset: start)
        }
        return string
    }

    /// Skips a string and gives the range between its quotes, and whether an escape stands in it.
    @inline(__always) package mutating func rawString() throws(JSONError) -> (contents: Range<Int>, escaped: Bool) {
        try expect(UInt8(ascii: "\""))
        let start = offset
        var escaped = false
        while offset < end {
            let byte = base[offset]
            if byte == UInt8(ascii: "\"") {
                offset += 1
                return (start..<(offset - 1), escaped)
            }
            if byte == UInt8(ascii: "\\") {
                escaped = true
                offset += 1
            } else if byte < 0x20 {
                throw failure(.controlCharacter)
            }
            offset += 1
        }
        offset = end
        throw failure(.unexpectedEnd)
    }

    /// Skips one value of any kind. Brackets are matched by depth; the contents are not looked at further.
    package mutating func skipValue() throws(JSONError) {
        guard let first = peek() else { throw failure(.unexpectedEnd) }
        switch first {
        case UInt8(ascii: "\""): _ = try rawString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try integer()
        default:
            guard accept("true") || accept("false") || accept("null") else { throw unexpected() }
        }
    }

    private mutating func skipContainer() throws(JSONError) {
        var depth = 0
        while let byte = peek() {
            switch byte {
            case UInt8(ascii: "\""):
                _ = try rawString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                offset += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                offset += 1
                if depth == 0 { return }
            default:
                offset += 1
            }
        }
        throw failure(.unexpectedEnd)
    }
}
