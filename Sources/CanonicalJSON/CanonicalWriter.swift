/// Writes canonical JSON (RFC 8785 restricted to integers) into a byte buffer.
///
/// The caller gives an object's keys in canonical order; they are names known when the program is written, so they are not
/// sorted at run time. Debug builds, which tests are, stop at a key that is out of order or repeated; release builds trust
/// the caller, since looking at every key would cost every append.
public struct CanonicalWriter: Sendable {
    @inlinable public var bytes: [UInt8] { buffer }
    @usableFromInline var buffer: [UInt8]
    @usableFromInline var needsComma = false
    #if DEBUG
    /// The last key of each object that is open.
    @usableFromInline var lastKeys: [String?] = []
    #endif

    public init(capacity: Int = 512) {
        buffer = []
        buffer.reserveCapacity(capacity)
    }

    /// Empties the buffer and keeps its storage, for the next value.
    @inlinable public mutating func reset() {
        buffer.removeAll(keepingCapacity: true)
        needsComma = false
        #if DEBUG
        lastKeys = []
        #endif
    }

    @inlinable @inline(__always) mutating func separate() {
        if needsComma { buffer.append(UInt8(ascii: ",")) }
    }

    @inlinable public mutating func beginObject() {
        separate()
        buffer.append(UInt8(ascii: "{"))
        needsComma = false
        #if DEBUG
        lastKeys.append(nil)
        #endif
    }

    @inlinable public mutating func endObject() {
        buffer.append(UInt8(ascii: "}"))
        needsComma = true
        #if DEBUG
        lastKeys.removeLast()
        #endif
    }

    #if DEBUG
    @usableFromInline mutating func follow(_ key: String) {
        precondition(!lastKeys.isEmpty, "the key \(key) is in no object")
        if let last = lastKeys[lastKeys.count - 1] {
            precondition(last.precedesInCanonicalOrder(key), "the key \(key) comes before \(last), or is repeated")
        }
        lastKeys[lastKeys.count - 1] = key
    }
    #endif

    @inlinable public mutating func beginArray() {
        separate()
        buffer.append(UInt8(ascii: "["))
        needsComma = false
    }

    @inlinable public mutating func endArray() {
        buffer.append(UInt8(ascii: "]"))
        needsComma = true
    }

    /// A key written as it stands: it must need no escape.
    @inlinable public mutating func key(_ name: StaticString) {
        #if DEBUG
        follow(name.description)
        #endif
        separate()
        buffer.append(UInt8(ascii: "\""))
        buffer.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
        buffer.append(UInt8(ascii: "\""))
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    /// A key that is known at run time only, escaped where it must be.
    public mutating func key(dynamic name: String) {
        #if DEBUG
        follow(name)
        #endif
        string(name)
        buffer.append(UInt8(ascii: ":"))
        needsComma = false
    }

    @inlinable public mutating func integer(_ value: Int64) {
        precondition(IntegerRange.contains(value), "an integer outside ±2^53 has no canonical form")
        separate()
        appendDecimal(value)
        needsComma = true
    }

    @inlinable public mutating func bool(_ value: Bool) {
        raw(value ? "true" : "false")
    }

    public mutating func null() {
        raw("null")
    }

    @inlinable public mutating func string(_ value: String) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { appendEscaped($0) }
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    /// A string of ASCII buffer that need no escape: times, ids and hashes in hot loops.
    @inlinable public mutating func plainString(_ append: (inout [UInt8]) -> Void) {
        separate()
        buffer.append(UInt8(ascii: "\""))
        append(&buffer)
        buffer.append(UInt8(ascii: "\""))
        needsComma = true
    }

    @usableFromInline mutating func raw(_ text: StaticString) {
        separate()
        buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        needsComma = true
    }

    @usableFromInline mutating func appendDecimal(_ value: Int64) {
        if value < 0 { buffer.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        if rest < 10 {
            buffer.append(UInt8(ascii: "0") + UInt8(rest))
            return
        }
        let start = buffer.count
        while rest > 0 {
            buffer.append(UInt8(ascii: "0") + UInt8(rest % 10))
            rest /= 10
        }
        buffer[start...].reverse()
    }

    @usableFromInline mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var clean = 0
        for index in text.indices where Self.needsEscape(text[index]) {
            buffer.append(contentsOf: text[clean..<index])
            appendEscape(text[index])
            clean = index + 1
        }
        buffer.append(contentsOf: text[clean...])
    }

    @inline(__always) private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscape(_ byte: UInt8) {
        buffer.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
        case 0x08: buffer.append(UInt8(ascii: "b"))
        case 0x09: buffer.append(UInt8(ascii: "t"))
        case 0x0A: buffer.append(UInt8(ascii: "n"))
        case 0x0C: buffer.append(UInt8(ascii: "f"))
        case 0x0D: buffer.append(UInt8(ascii: "r"))
        default:
            let digits = Array("0123456789abcdef".utf8)
            buffer.append(contentsOf: [
                UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), digits[Int(byte >> 4)], digits[Int(byte & 15)],
            ])
        }
    }
}
