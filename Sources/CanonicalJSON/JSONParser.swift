/// Reads any JSON text of the restricted kind: white space and any order of keys allowed, fractions and duplicate keys not.
public struct JSONParser {
    /// Deeper texts are refused: no input of this product nests further, and recursion must have an end.
    public static let depthLimit = 64

    private var reader: CanonicalReader

    public static func parse(_ bytes: UnsafeRawBufferPointer) throws(JSONError) -> JSONValue {
        var parser = JSONParser(reader: CanonicalReader(bytes))
        parser.skipSpace()
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.reader.isAtEnd else { throw parser.reader.failure(.trailingContent) }
        return value
    }

    public static func parse(_ text: String) throws(JSONError) -> JSONValue {
        var text = text
        let result = text.withUTF8 { bytes in
            Result { () throws(JSONError) in try parse(UnsafeRawBufferPointer(bytes)) }
        }
        return try result.get()
    }

    private mutating func skipSpace() {
        while let byte = reader.peek(), byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
            reader.at += 1
        }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        guard depth < Self.depthLimit else { throw reader.failure(.tooDeep(limit: Self.depthLimit)) }
        guard let byte = reader.peek() else { throw reader.failure(.unexpectedEnd) }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try reader.string())
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try reader.integer())
        default:
            if reader.accept("null") { return .null }
            return .bool(try reader.bool())
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        try reader.expect(UInt8(ascii: "{"))
        var object = JSONObject()
        skipSpace()
        if reader.accept(UInt8(ascii: "}")) { return object }
        repeat {
            skipSpace()
            let start = reader.offset
            let key = try reader.string()
            guard object[key] == nil else { throw JSONError(.duplicateKey(key), offset: start) }
            skipSpace()
            try reader.expect(UInt8(ascii: ":"))
            skipSpace()
            object[key] = try value(depth: depth + 1)
            skipSpace()
        } while reader.accept(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "}"))
        return object
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        try reader.expect(UInt8(ascii: "["))
        var values: [JSONValue] = []
        skipSpace()
        if reader.accept(UInt8(ascii: "]")) { return values }
        repeat {
            skipSpace()
            values.append(try value(depth: depth + 1))
            skipSpace()
        } while reader.accept(UInt8(ascii: ","))
        try reader.expect(UInt8(ascii: "]"))
        return values
    }
}
