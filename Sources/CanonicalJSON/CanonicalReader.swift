/// A cursor over canonical JSON bytes.
///
/// It reads what the canonical writer writes: no white space, keys in order. Every access is bounded by the buffer, so
/// damaged bytes give an error, never a read past the end. The bytes must outlive the cursor.
public struct CanonicalReader {
    @usableFromInline let base: UnsafePointer<UInt8>
    @usableFromInline let end: Int
    /// Offset of the next byte to read.
    @inlinable public var offset: Int { at }
    @usableFromInline var at = 0

    @inlinable public init(_ bytes: UnsafeRawBufferPointer) {
        // An empty buffer may have no address; it is never read through.
        base = bytes.baseAddress.map { $0.assumingMemoryBound(to: UInt8.self) } ?? Self.nothing
        end = bytes.count
    }

    @usableFromInline static var nothing: UnsafePointer<UInt8> { UnsafePointer(bitPattern: 1).unsafelyUnwrapped }

    @inlinable public var isAtEnd: Bool { at == end }

    @inlinable @inline(__always) package func peek() -> UInt8? {
        at < end ? base[at] : nil
    }

    /// The bytes between two ats of this text.
    @inlinable package func slice(_ range: Range<Int>) -> UnsafeRawBufferPointer {
        precondition(range.lowerBound >= 0 && range.upperBound <= end)
        return UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    @usableFromInline func failure(_ kind: JSONError.Kind) -> JSONError { JSONError(kind, offset: at) }

    @usableFromInline func unexpected() -> JSONError {
        guard let byte = peek() else { return failure(.unexpectedEnd) }
        return failure(.unexpected(byte < 0x80 ? String(UnicodeScalar(byte)) : "0x" + String(byte, radix: 16)))
    }

    @inlinable @inline(__always) package mutating func expect(_ byte: UInt8) throws(JSONError) {
        guard at < end, base[at] == byte else { throw unexpected() }
        at += 1
    }

    @inlinable @inline(__always) package mutating func accept(_ byte: UInt8) -> Bool {
        guard at < end, base[at] == byte else { return false }
        at += 1
        return true
    }

    /// Consumes `text` if it stands here.
    @inlinable @inline(__always) package mutating func accept(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - at >= count else { return false }
        let expected = text.utf8Start
        for index in 0..<count where base[at + index] != expected[index] { return false }
        at += count
        return true
    }

    @inlinable public mutating func integer() throws(JSONError) -> Int64 {
        let start = at
        let negative = accept(UInt8(ascii: "-"))
        let digits = at
        var value: Int64 = 0
        while at < end, case let digit = base[at] &- UInt8(ascii: "0"), digit < 10 {
            value = value &* 10 &+ Int64(digit)
            at += 1
            // 17 digits cannot overflow an Int64, and no integer in range has more than 16.
            guard at - digits <= 16 else { throw JSONError(.integerOutOfRange, offset: start) }
        }
        guard at > digits else { throw unexpected() }
        if base[digits] == UInt8(ascii: "0"), at - digits > 1 || negative {
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

    @inlinable public mutating func string() throws(JSONError) -> String {
        let start = at
        let (contents, isPlain) = try boundString()
        // Plain ASCII needs neither unescaping nor validation, and is most of what there is.
        if isPlain { return String(decoding: UnsafeBufferPointer(start: base + contents.lowerBound, count: contents.count), as: UTF8.self) }
        return try otherString(contents, start: start)
    }

    @usableFromInline func otherString(_ contents: Range<Int>, start: Int) throws(JSONError) -> String {
        let text = slice(contents)
        if text.contains(UInt8(ascii: "\\")) { return try Self.unescape(text, offset: contents.lowerBound) }
        guard let string = String(validating: text, as: UTF8.self) else {
            throw JSONError(.invalidUTF8, offset: start)
        }
        return string
    }

    /// Skips a string and gives the range between its quotes, and whether it is ASCII without escapes.
    @inlinable @inline(__always) package mutating func boundString() throws(JSONError) -> (contents: Range<Int>, isPlain: Bool) {
        try expect(UInt8(ascii: "\""))
        let start = at
        var union: UInt8 = 0
        var isEscaped = false
        while at < end {
            let byte = base[at]
            if byte == UInt8(ascii: "\"") {
                at += 1
                return (start..<(at - 1), union < 0x80 && !isEscaped)
            }
            if byte == UInt8(ascii: "\\") {
                isEscaped = true
                at += 1
            } else if byte < 0x20 {
                throw failure(.controlCharacter)
            }
            union |= byte
            at += 1
        }
        at = end
        throw failure(.unexpectedEnd)
    }

    /// Skips one value of any kind. Strings and brackets are matched; the contents are not looked at further: whoever
    /// needs a value reads it, and verification reads all.
    @inlinable package mutating func skipValue() throws(JSONError) {
        guard at < end else { throw failure(.unexpectedEnd) }
        switch base[at] {
        case UInt8(ascii: "\""): try skipString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): try skipContainer()
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try integer()
        default:
            guard accept("true") || accept("false") || accept("null") else { throw unexpected() }
        }
    }

    /// The cursor stands on the opening quote.
    @inlinable @inline(__always) mutating func skipString() throws(JSONError) {
        var index = at + 1
        while index < end {
            let byte = base[index]
            if byte == UInt8(ascii: "\"") {
                at = index + 1
                return
            }
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        at = end
        throw failure(.unexpectedEnd)
    }

    @usableFromInline mutating func skipContainer() throws(JSONError) {
        var depth = 0
        while at < end {
            switch base[at] {
            case UInt8(ascii: "\""):
                try skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                at += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                at += 1
                if depth == 0 { return }
            default:
                at += 1
            }
        }
        throw failure(.unexpectedEnd)
    }
}
