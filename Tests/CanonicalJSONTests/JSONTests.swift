import CanonicalJSON
import Testing

@Suite("Canonical JSON")
struct JSONTests {
    @Test func keysAreSortedAndNothingIsSpacedOut() throws {
        let value: JSONValue = ["name": "某镇", "format": 1, "kind": .null, "list": [true, -5]]
        let text = #"{"format":1,"kind":null,"list":[true,-5],"name":"某镇"}"#
        #expect(String(decoding: value.canonicalBytes, as: UTF8.self) == text)
        #expect(try JSONParser.parse(text) == value)
    }

    /// RFC 8785, section 3.2.3: keys by UTF-16 code units, so that U+1F600 comes before U+FB33.
    @Test func keysAreSortedByUTF16() {
        let value: JSONValue = [
            "\u{20AC}": "Euro Sign", "\r": "Carriage Return", "\u{FB33}": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\u{1F600}": "Emoji: Grinning Face", "\u{80}": "Control", "\u{F6}": "Latin Small Letter O With Diaeresis",
        ]
        #expect(
            value.objectValue?.members.map(\.value.stringValue) == [
                "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
            ])
    }

    @Test(arguments: [
        ("\u{20}\"a\"", "\"a\""), (#""A\u000a\/\"\\""#, #""A\n/\"\\""#), (#""\u001f\u0008""#, "\"\\u001f\\b\""),
        (#""\ud83d\ude00""#, "\"😀\""), ("[ 1 , 2 ]", "[1,2]"), ("9007199254740992", "9007199254740992"),
    ])
    func otherSpellingsBecomeCanonical(text: String, canonical: String) throws {
        #expect(String(decoding: try JSONParser.parse(text).canonicalBytes, as: UTF8.self) == canonical)
        #expect(text == canonical || !isCanonical(text))
        #expect(isCanonical(canonical))
    }

    private func isCanonical(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBytes { JSONValue.isCanonical($0) }
    }

    @Test(arguments: [
        ("1.0", .notAnInteger, 0), ("[1e3]", .notAnInteger, 1), ("9007199254740993", .integerOutOfRange, 0),
        ("99999999999999999999", .integerOutOfRange, 0), ("-0", .notCanonical, 0), ("01", .notCanonical, 0),
        (#"{"a":1,"a":2}"#, .duplicateKey("a"), 7), ("{\"a\":1", .unexpectedEnd, 6), ("\"\u{1}\"", .controlCharacter, 1),
        (#""\ud800""#, .invalidEscape, 1), (#""\x""#, .invalidEscape, 1), ("1 2", .trailingContent, 2), ("", .unexpectedEnd, 0),
        ("nul", .unexpected("n"), 0), ("[1,]", .unexpected("]"), 3),
    ] as [(String, JSONError.Kind, Int)])
    func badTextsAreRefusedWithTheirPlace(text: String, kind: JSONError.Kind, offset: Int) {
        #expect(throws: JSONError(kind, offset: offset)) { try JSONParser.parse(text) }
    }

    @Test func nestingHasAnEnd() {
        let text = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError(.tooDeep(limit: 64), offset: 64)) { try JSONParser.parse(text) }
    }

    @Test func invalidUTF8IsRefused() {
        let bytes: [UInt8] = [0x22, 0xFF, 0x22]
        #expect(throws: JSONError(.invalidUTF8, offset: 0)) { try bytes.withUnsafeBytes { try JSONParser.parse($0) } }
    }

    /// No damaged text makes the reader read past its end or stop the process.
    @Test func everyTruncationAndEveryFlippedByteIsSurvived() {
        let text = Array(#"{"a":["x\n",-12,true,null,{"b":"某"}],"c":"\u0001"}"#.utf8)
        for length in 0..<text.count {
            #expect(throws: JSONError.self) { try text[..<length].withUnsafeBytes { try JSONParser.parse($0) } }
        }
        for index in text.indices {
            for bit in 0..<8 {
                var damaged = text
                damaged[index] ^= 1 << bit
                _ = damaged.withUnsafeBytes { try? JSONParser.parse($0) }
            }
        }
    }

    /// é in one code point and as e with an accent are equivalent in Unicode and equal in Swift, but not the same bytes.
    @Test func equivalentTextsAreTwo() throws {
        let (one, two) = ("\u{E9}", "e\u{301}")
        try #require(one == two)
        let text = "{\"\(two)\":1,\"\(one)\":2}"
        let object = try #require(try JSONParser.parse(text).objectValue)
        #expect((object[one], object[two]) == (2, 1))
        #expect(String(decoding: JSONValue.object(object).canonicalBytes, as: UTF8.self).utf8.elementsEqual(text.utf8))
        #expect(isCanonical(text))
        // Whichever comes first.
        #expect(try JSONParser.parse("{\"\(one)\":2,\"\(two)\":1}") == .object(object))
        var other = JSONObject()
        other[one] = 2
        #expect(other[two] == nil)
        var half = object
        half[one] = nil
        #expect(half.members.count == 1 && half[two] == 1 && half[one] == nil)
        #expect(JSONValue.string(one) != .string(two))
        #expect(JSONValue.array([.string(one)]) != .array([.string(two)]))
        #expect(([one: 1] as JSONValue) != [two: 1])
        #expect(throws: JSONError(.duplicateKey(two), offset: 9)) { try JSONParser.parse("{\"\(two)\":1,\"\(two)\":2}") }
    }

    #if DEBUG
    /// Debug builds stop at a key out of order: such an object would not be canonical.
    @Test func keysOutOfOrderStopTheWriter() async {
        await #expect(processExitsWith: .failure) { write(["b", "a"]) }
        await #expect(processExitsWith: .failure) { write(["a", "a"]) }
        // By UTF-16 code units, an emoji comes before U+FB33.
        await #expect(processExitsWith: .failure) { write(["\u{FB33}", "\u{1F600}"]) }
        await #expect(processExitsWith: .success) { write(["a", "b", "\u{1F600}", "\u{FB33}"]) }
        await #expect(processExitsWith: .failure) {
            var writer = CanonicalWriter()
            writer.beginObject()
            writer.key("b")
            writer.beginObject()
            writer.key("z")
            writer.null()
            writer.endObject()
            writer.key("a")
        }
    }
    #endif

    @Test func removingAMemberIsNotWritingNull() {
        var object = JSONObject()
        object["a"] = 1
        object["a"] = nil
        #expect(object.members.isEmpty)
        object["a"] = .null
        #expect(object["a"] == .some(.null))
    }
}

private func write(_ keys: [String]) {
    var writer = CanonicalWriter()
    writer.beginObject()
    for key in keys {
        writer.key(dynamic: key)
        writer.null()
    }
    writer.endObject()
}
