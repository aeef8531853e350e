/// A JSON value of the restricted kind: integers within ±2^53, no fractions, object members in canonical order.
///
/// Strings are equal where their bytes are.
public enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameBytes(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.integer, _), (.string, _), (.array, _), (.object, _): false
        }
    }

    public var stringValue: String? { if case .string(let value) = self { value } else { nil } }
    public var integerValue: Int64? { if case .integer(let value) = self { value } else { nil } }
    public var objectValue: JSONObject? { if case .object(let value) = self { value } else { nil } }
    public var arrayValue: [JSONValue]? { if case .array(let value) = self { value } else { nil } }

    public func write(to writer: inout CanonicalWriter) {
        switch self {
        case .null: writer.null()
        case .bool(let value): writer.bool(value)
        case .integer(let value): writer.integer(value)
        case .string(let value): writer.string(value)
        case .array(let values):
            writer.beginArray()
            for value in values { value.write(to: &writer) }
            writer.endArray()
        case .object(let object):
            writer.beginObject()
            for member in object.members {
                writer.key(dynamic: member.key)
                member.value.write(to: &writer)
            }
            writer.endObject()
        }
    }

    /// The one canonical form of this value.
    public var canonicalBytes: [UInt8] {
        var writer = CanonicalWriter()
        write(to: &writer)
        return writer.bytes
    }

    /// Whether the bytes are the canonical form of some value.
    public static func isCanonical(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let value = try? JSONParser.parse(bytes) else { return false }
        return value.canonicalBytes.elementsEqual(bytes)
    }
}

// There is no nil literal: `object["key"] = nil` must remove the member, never write null.
extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        var object = JSONObject()
        for (key, value) in elements { object[key] = value }
        self = .object(object)
    }
}

extension JSONValue {
    /// With integers that JSON readers do not keep exactly as strings, as RFC 7493 advises: sums in what is shown may be such,
    /// entries have none.
    public var interoperable: JSONValue {
        switch self {
        case .integer(let number) where !IntegerRange.contains(number): .string(String(number))
        case .array(let values): .array(values.map(\.interoperable))
        case .object(let object):
            .object(object.members.reduce(into: JSONObject()) { $0[$1.key] = $1.value.interoperable })
        case .null, .bool, .integer, .string: self
        }
    }
}

/// An object's members, kept in canonical order (by the UTF-16 code units of the keys, RFC 8785 section 3.2.3).
public struct JSONObject: Equatable, Sendable {
    public struct Member: Equatable, Sendable {
        public var key: String
        public var value: JSONValue

        public static func == (left: Member, right: Member) -> Bool {
            left.key.hasSameBytes(as: right.key) && left.value == right.value
        }
    }

    public private(set) var members: [Member] = []

    public init() {}

    /// Reading gives nil for a key that is not there; writing nil removes it.
    public subscript(key: String) -> JSONValue? {
        get {
            let index = insertionIndex(of: key)
            return hasKey(key, at: index) ? members[index].value : nil
        }
        set {
            let index = insertionIndex(of: key)
            switch (newValue, hasKey(key, at: index)) {
            case (let value?, true): members[index].value = value
            case (let value?, false): members.insert(Member(key: key, value: value), at: index)
            case (nil, true): members.remove(at: index)
            case (nil, false): break
            }
        }
    }

    private func hasKey(_ key: String, at index: Int) -> Bool {
        index < members.count && members[index].key.hasSameBytes(as: key)
    }

    private func insertionIndex(of key: String) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if members[middle].key.precedesInCanonicalOrder(key) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension String {
    /// Whether both are the same bytes, as they are stored and hashed. Swift's `==` also takes for equal what Unicode calls
    /// equivalent: é in one code point, and as e with an accent.
    package func hasSameBytes(as other: String) -> Bool {
        utf8.count == other.utf8.count && utf8.elementsEqual(other.utf8)
    }

    func precedesInCanonicalOrder(_ other: String) -> Bool {
        utf16.lexicographicallyPrecedes(other.utf16)
    }
}
