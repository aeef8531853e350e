/// Reads the members of an object that was parsed, in their order and in a single pass, as `ObjectReader` reads them from
/// bytes.
///
/// Ask for the fields in canonical order: each call looks only at the next member. The offsets of its errors are 0.
public struct ParsedObjectReader: FieldReader {
    private let members: [JSONObject.Member]
    private var next = 0

    public init(_ object: JSONObject) { members = object.members }

    public var offset: Int { 0 }

    /// The value of the next member, if that is `key`.
    private mutating func enter(_ key: StaticString) -> JSONValue? {
        guard next < members.count, members[next].key.hasSameBytes(as: key) else { return nil }
        next += 1
        return members[next - 1].value
    }

    public mutating func required<Value: CanonicalField>(
        _ key: StaticString, as type: Value.Type
    ) throws(JSONError) -> Value {
        guard let value = enter(key) else { throw missing(key.description) }
        return try Value.read(from: value, field: key)
    }

    public mutating func optional<Value: CanonicalField>(
        _ key: StaticString, as type: Value.Type
    ) throws(JSONError) -> Value? {
        guard let value = enter(key) else { return nil }
        return try Value.read(from: value, field: key)
    }

    public func end() throws(JSONError) {
        if next < members.count { throw JSONError(.unknownField(members[next].key), offset: 0) }
    }

    /// A field that is there where another was expected is unknown if it sorts before it: it can never come up later.
    private func missing(_ key: String) -> JSONError {
        if next < members.count, members[next].key.precedesInCanonicalOrder(key) {
            return JSONError(.unknownField(members[next].key), offset: 0)
        }
        return JSONError(.missingField(key), offset: 0)
    }
}

extension String {
    fileprivate func hasSameBytes(as other: StaticString) -> Bool {
        utf8.count == other.utf8CodeUnitCount
            && utf8.elementsEqual(UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
    }
}
