/// A JSON value of the restricted kind: integers within ±2^53, no fractions, object members in canonical order.
public enum JSONValue: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

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
    }

    public private(set) var members: [Member] = []

    public init() {}

    /// Reading gives nil for a key that is not there; writing nil removes it.
    public subscript(key: String) -> JSONValue? {
        get {
            let index = insertionIndex(of: key)
            return index < members.count && members[index].key == key ? members[index].value : nil
        }
        set {
            let index = insertionIndex(of: key)
            let exists = index < members.count && members[index].key == key
            switch (newValue, exists) {
            case (let value?, true): members[index].value = value
            case (let value?, false): members.insert(Member(key: key, value: value), at: index)
            case (nil, true): members.remove(at: index)
            case (nil, false): break
            }
        }
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
    func precedesInCanonicalOrder(_ other: String) -> Bool {
        utf16.lexicographicallyPrecedes(other.utf16)
    }
}
