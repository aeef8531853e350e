import CanonicalJSON
import Domain
import EventLog
import Testing

/// A payload is read from an entry's bytes and from a command's parsed object: both say the same of the same fields.
@Suite("The two readers of payloads")
struct ReaderTests {
    /// What replaces a field: of every type, and of the forms that fields have.
    private static let replacements: [JSONValue] = [
        .null, true, 0, 1, -1, 1_001, "", " ", "x", "M1", "x y", "member:M1", "expense:E1", "2019-02-03", "2019-02-30",
        "02-29", "goods", "A",
        .string(String(repeating: "字", count: 1_501)), .string(String(repeating: "x", count: 4_001)), "a\u{7}b",
        [], [1], ["M1"], [["kind": "other"]], [["step": "answer", "days": 5]],
        [["step": "answer", "days": 5, "months": 1]], ["sealed": "x"], ["sealed": "x", "entry": 0],
        ["kind": "role", "name": "组长"], ["interval": "2019-02-01/2019-02-03", "words": "二月初"],
        ["interval": "2019-02-01T10:00:00Z", "words": "上午"],
    ]

    @Test func theySayTheSame() throws {
        var (read, refused) = (0, 0)
        try GoldenLog.forEach { entry in
            let type = String(decoding: entry.type, as: UTF8.self)
            let kind = try #require(
                EventCatalogue.kinds.first { $0.type.description == type && $0.version == entry.version })
            let object = try #require(JSONParser.parse(entry.data).objectValue)
            for variant in Self.variants(of: object) {
                let bytes = JSONValue.object(variant).canonicalBytes
                let fromBytes = Result { () throws(JSONError) in
                    try bytes.withUnsafeBytes { bytes in
                        Result { () throws(JSONError) in try EventCatalogue.decode(kind, bytes) }
                    }.get()
                }
                let parsed = Result { () throws(JSONError) in try EventCatalogue.read(kind, variant) }
                switch (fromBytes, parsed) {
                case (.success(let left), .success(let right)):
                    #expect(left == right, "\(type) \(variant)")
                    read += 1
                case (.failure(let left), .failure(let right)):
                    // A value of the wrong type may be nothing that the bytes' reader knows.
                    let isTyped = if case .unexpected = left.kind { false } else { true }
                    #expect(left.kind == right.kind || !isTyped, "\(type) \(variant): \(left), \(right)")
                    refused += 1
                case (.success, .failure), (.failure, .success):
                    Issue.record("\(type) \(variant): \(fromBytes), \(parsed)")
                }
            }
        }
        #expect(read > 500 && refused > 5_000)
    }

    private static func variants(of object: JSONObject) -> [JSONObject] {
        var variants = [object]
        func add(_ key: String, _ value: JSONValue?) {
            var variant = object
            variant[key] = value
            variants.append(variant)
        }
        for member in object.members {
            add(member.key, nil)
            for replacement in replacements { add(member.key, replacement) }
        }
        for unknown in ["", "A", "m", "zzz", "é"] { add(unknown, "x") }
        return variants
    }
}
