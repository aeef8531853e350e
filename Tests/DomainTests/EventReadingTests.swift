import CanonicalJSON
import DomainTestSupport
import EventLog
import Testing

@testable import Domain

/// An event is read from bytes and from an object that was parsed: both read what is written, and neither reads more.
@Suite("Reading events")
struct EventReadingTests {
    /// Every event that a table of decisions has, in all its forms.
    private static let lines: [(type: String, data: JSONObject)] = DecisionTests.all.flatMap { line -> [(String, JSONObject)] in
        guard case .events(let events, _) = line.expected else { return [] }
        return events.compactMap { event in
            let parts = event.split(separator: " ", maxSplits: 1)
            let data = try? Array(parts[1].utf8).withUnsafeBytes { try JSONParser.parse($0) }
            return data?.objectValue.map { (String(parts[0]), $0) }
        }
    }

    private static func kind(_ type: String) throws -> EventKind {
        try #require(EventCatalogue.kinds.first { $0.type.description == type && $0.isCurrent })
    }

    private static func decode(_ kind: EventKind, _ data: JSONObject) throws -> Event {
        try JSONValue.object(data).canonicalBytes.withUnsafeBytes { try EventCatalogue.decode(kind, $0) }
    }

    @Test func whatIsWrittenIsReadBack() throws {
        #expect(Self.lines.count > 140)
        for (type, data) in Self.lines {
            let kind = try Self.kind(type)
            let (decoded, read) = (try Self.decode(kind, data), try EventCatalogue.read(kind, data))
            #expect(decoded == read, "\(type)")
            #expect(decoded.fields == data && read.fields == data, "\(type)")
            #expect(decoded.type.description == type && decoded.version == kind.version)
            #expect(decoded.about == Array(Set(decoded.about)).sorted(), "\(type)")
            // Whom a voided entry concerned is in the entry alone.
            if type != "fact.voided" { #expect(decoded.about.contains(decoded.subject), "\(type)") }
        }
    }

    /// A field too many is refused, and so is a required one too few; both readers say the same.
    @Test func nothingElseIsRead() throws {
        for (type, data) in Self.lines {
            let kind = try Self.kind(type)
            func faults(_ data: JSONObject) -> [JSONError.Kind?] {
                [
                    #expect(throws: JSONError.self, "\(type)") { try Self.decode(kind, data) }?.kind,
                    #expect(throws: JSONError.self, "\(type)") { try EventCatalogue.read(kind, data) }?.kind,
                ]
            }
            var more = data
            more["zzz"] = "x"
            #expect(faults(more) == [.unknownField("zzz"), .unknownField("zzz")], "\(type)")
            for field in kind.fields where field.isRequired && data[field.name] != nil {
                var less = data
                less[field.name] = nil
                let found = faults(less)
                #expect(found[0] == found[1] && found[0] != nil, "\(type): \(field.name): \(found)")
            }
        }
    }

    /// What an earlier version recorded is read as the current one would say it; the texts that were in the open are plain.
    @Test(arguments: [
        (
            "member.left", ["member:M1"], #"{"member":"M1","on":"2019-03-31","why":"调离"}"#, #"{"member":"M1","on":"2019-03-31","why":"调离"}"#
        ),
        ("member.left", ["member:M1"], #"{"member":"M1","on":"2019-03-31"}"#, #"{"member":"M1","on":"2019-03-31"}"#),
        (
            "visit.made", ["member:M1", "visit:V1"], #"{"members":["M1"],"note":{"sealed":"eA=="},"place":"东村","to":"张家","visit":"V1"}"#,
            #"{"members":["M1"],"note":{"entry":3,"sealed":"eA=="},"place":"东村","to":"张家","visit":"V1"}"#
        ),
        (
            "donation.received", ["donation:D1"], #"{"amount":100,"donation":"D1","handler":"小李","kind":"money"}"#,
            #"{"amount":100,"donation":"D1","handler":"小李","kind":"money"}"#
        ),
        ("personal-data.restricted", ["member:M1"], #"{"owner":"member:M1"}"#, #"{"owner":"member:M1"}"#),
        ("personal-data.erased", ["member:M1"], #"{"owner":"member:M1"}"#, #"{"owner":"member:M1"}"#),
    ])
    func earlierVersionsAreReadAsTheCurrentOne(type: String, about: [String], data: String, current: String) throws {
        var given = try Given(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#)
        let event = try given.record(type, version: 1, about: about, data).event
        #expect(event.version == 2 && event.type.description == type)
        #expect(String(decoding: JSONValue.object(event.fields).canonicalBytes, as: UTF8.self) == current)
        #expect(event.about.map(\.description) == about)
    }

    /// Each version that is not current any more is in the table above, or is read in the same way.
    @Test func thereAreNoOtherEarlierVersions() {
        let past = EventCatalogue.kinds.filter { !$0.isCurrent }.map { "\($0.type) \($0.version)" }
        #expect(
            past.sorted() == [
                "donation.received 1", "member.left 1", "personal-data.erased 1", "personal-data.released 1", "personal-data.restricted 1",
                "visit.made 1",
            ])
    }

    /// In the first version nobody could be meant whom an expense names.
    @Test func whatWasNotAllowedThenIsNotReadAsThen() throws {
        var given = try Given(#"{"command":"fund.spend","purpose":"x","amount":1,"overdraws":true}"#)
        #expect(throws: (any Error).self) {
            try given.record("personal-data.erased", version: 1, about: ["expense:E1"], #"{"owner":"expense:E1"}"#)
        }
        given.when(#"{"command":"personal-data.erase","owner":"expense:E1","reason":"x"}"#).then(
            #"personal-data.erased {"owner":"expense:E1"}"#)
    }

    /// Whatever is decided after a book's events is decided after its entries: folding reads the same in both.
    @Test func entriesAndEventsFoldAlike() throws {
        for line in DecisionTests.all { line.check(try Given(line.given, asEntries: true).when(line.command)) }
    }
}
