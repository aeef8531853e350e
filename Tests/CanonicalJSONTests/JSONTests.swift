import CanonicalJSON
import Testing

@Suite("Canonical JSON")
struct JSONTests {
    @Test func writesAndReadsBack() throws {
        let value: JSONValue = ["format": 1, "name": "某镇", "kind": .null]
        let bytes = value.canonicalBytes
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"format":1,"kind":null,"name":"某镇"}"#)
        #expect(try bytes.withUnsafeBytes { try JSONParser.parse($0) } == value)
    }
}
