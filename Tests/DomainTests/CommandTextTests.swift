import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// What is asked of the texts and numbers that come in; what older entries have is read as it is.
@Suite("Texts of commands")
struct CommandTextTests {
    private func command(_ fields: JSONObject, by: String = "tester") throws -> Command {
        let day = try #require(CalendarDate("2019-01-01"))
        return try Command(
            fields, defaults: Command.Defaults(id: CommandID(high: 0, low: 1), by: by, occurred: Occurrence(day), clock: BookClock(offsetMinutes: 480)))
    }

    private func visit(_ key: String, _ text: String) throws -> Command {
        var fields: JSONObject = (["command": "visit.record", "visit": "V1"] as JSONValue).objectValue ?? JSONObject()
        fields[key] = .string(text)
        return try command(fields)
    }

    /// The field as it is recorded, or the fault.
    private func recorded(_ key: String, _ text: String) throws -> String? {
        let events = try Given().state.decide(try visit(key, text))
        return key == "reason" ? try visit(key, text).reason : events.first?.fields[key]?.stringValue
    }

    private static let hidden: [Unicode.Scalar] = [
        "\u{0}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{9D}", "\u{AD}", "\u{61C}", "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}",
        "\u{202A}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{E0041}", "\u{3164}", "\u{115F}",
        "\u{FFFE}",
    ]

    @Test(arguments: hidden) func isRefusedInsideATextOfEitherKind(scalar: Unicode.Scalar) throws {
        for key in ["to", "place", "reason", "note", "by"] {
            let error = #expect(throws: CommandError.self) { try visit(key, "甲\(Character(scalar))乙") }
            guard case .field(key, .hidden(let found))? = error else { Issue.record("\(key): \(String(describing: error))"); continue }
            #expect(found.scalar == scalar && found.place == 2)
        }
    }

    @Test(arguments: ["\n", "\t", "\r\n", "\r"]) func linesAreForLongTexts(space: String) throws {
        #expect(throws: CommandError.self) { try visit("to", "甲\(space)乙") }
        if space == "\r" {
            #expect(throws: CommandError.self) { try visit("reason", "甲\(space)乙") }
        } else {
            #expect(try recorded("reason", "甲\(space)乙") == (space == "\r\n" ? "甲\n乙" : "甲\(space)乙"))
        }
    }

    @Test func placesAreCountedInWhatWasTyped() throws {
        let error = #expect(throws: CommandError.self) { try visit("to", "  甲\u{200B}") }
        guard case .field("to", .hidden(let found))? = error else { Issue.record("\(String(describing: error))"); return }
        #expect(found.place == 4 && found.code == "U+200B")
    }

    @Test(arguments: ["\u{200B}", "\u{200B}\u{200B}", " \u{3000}\n", "", "\u{2060} ", "\u{2800}", "\u{FE0F}", "\u{180E} \u{E0100}"]) func isNoText(text: String) {
        for key in ["to", "by", "reason"] { #expect(throws: CommandError.self) { try visit(key, text) } }
    }

    /// Trimmed, and composed; nothing else is changed.
    @Test(arguments: [
        (" 张三 ", "张三"), ("\u{3000}张三\n", "张三"), ("Jose\u{301}", "Jos\u{E9}"), ("Ａ\u{30A}", "Ａ\u{30A}"), ("\u{212B}", "\u{C5}"),
        ("甲 乙", "甲 乙"), ("葛\u{E0100}城", "葛\u{E0100}城"), ("ᠮᠣᠩᠭᠣᠯ\u{180B}", "ᠮᠣᠩᠭᠣᠯ\u{180B}"), ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("क\u{94D}\u{200D}ष", "क\u{94D}\u{200D}ष"),
        ("买买提·吐尔逊", "买买提·吐尔逊"), ("ئابدۇللا", "ئابدۇللا"), ("་བཀྲ་ཤིས", "་བཀྲ་ཤིས"), ("①ﬁ", "①ﬁ"),
    ])
    func isRecordedAs(text: String, form: String) throws {
        let found = try #require(try recorded("to", text))
        #expect(Array(found.unicodeScalars) == Array(form.unicodeScalars))
        // It is its own form, so a command that is sent again is the same.
        #expect(Array(try #require(try recorded("to", form)).unicodeScalars) == Array(form.unicodeScalars))
    }

    @Test func aCommandThatIsSentAgainIsTheSame() throws {
        let state = try Given().state
        let command = try visit("to", " Jose\u{301} ")
        let events = try state.decide(command)
        var given = try Given()
        let (entry, old) = try given.record(
            "visit.made", version: 1, about: ["visit:V1"], #"{"to":" Jos\#u{E9}\n","visit":"V1"}"#.replacing("\n", with: #"\n"#))
        #expect(state.isSameContent(try visit("to", "Jos\u{E9}"), as: [entry], opened: events))
        #expect(!state.isSameContent(try visit("to", "Jose"), as: [entry], opened: events))
        // As earlier versions recorded it.
        #expect(old != events.first)
        #expect(state.isSameContent(command, as: [entry], opened: [old]))
        #expect(!state.isSameContent(try visit("to", "Jose"), as: [entry], opened: [old]))
    }

    /// Whatever an older version let through is still folded.
    @Test func olderEntriesAreReadAsTheyAre() throws {
        var given = try Given()
        try given.record(
            "visit.made", version: 1, about: ["visit:V7"], #"{"note":"a\tb","place":"\#u{9B}2J\#u{202E}","to":" x\n#99 ","visit":"V7"}"#,
            occurred: Occurrence(.distantFuture))
        #expect(given.state.visits[id("V7")]?.made?.fact.to == .plain(" x\n#99 "))
    }

    @Test func whatIsHiddenIsShown() {
        #expect("a\nb\u{200B}\u{9B}2J\u{202E}".visible == "a⏎b⟨U+200B⟩⟨U+009B⟩2J⟨U+202E⟩")
        #expect("a\nb\tc\r".visibleLines == "a\nb\tc⟨U+000D⟩")
        #expect("买买提·吐尔逊 می\u{200C}خواهم 葛\u{E0100}".visible == "买买提·吐尔逊 می\u{200C}خواهم 葛\u{E0100}")
    }

    /// Numbers that JSON does not keep are refused, however deep they are.
    @Test(arguments: [9_007_199_254_740_993, Int64.max, Int64.min]) func numbersAreOnesThatJSONKeeps(number: Int64) {
        let limit: JSONValue = ["step": "answer", "months": .integer(number), "article": "x"]
        let rules: JSONValue = ["command": "rules.adopt", "rules": "R", "title": "x", "limits": .array([limit])]
        let error = #expect(throws: CommandError.self) { try command(rules.objectValue ?? JSONObject()) }
        guard case .field("months", .invalid)? = error else { Issue.record("\(String(describing: error))"); return }
    }

    @Test func whoRecordsIsATextToo() throws {
        let fields = (["command": "visit.record"] as JSONValue).objectValue ?? JSONObject()
        #expect(try command(fields, by: " 张三 ").by == "张三")
        for name in ["", "\u{200B}", "a\u{9B}b", String(repeating: "x", count: 201)] { #expect(throws: CommandError.self) { try command(fields, by: name) } }
    }

    @Test func aCauseIsAnEntryThatIsThere() throws {
        let given = try Given()
        given.when(#"{"command":"visit.record","cause":2}"#).then(.noSuchEntry(Position(2)))
        given.when(#"{"command":"visit.record","cause":9007199254740991}"#).then(.noSuchEntry(Position(9_007_199_254_740_991)))
        given.when(#"{"command":"visit.record","cause":1}"#).thenAccepted()
    }

    /// Where a schema says that a list is not empty, no command gets past with an empty one.
    @Test func listsAreNotEmptyWhereTheirSchemaSaysSo() throws {
        let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Schemas/events").path
        var checked = 0
        for kind in CommandCatalogue.kinds {
            let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(schemas)/\(kind.eventType)/v1.schema.json")))
            let properties = try bytes.withUnsafeBytes { try JSONParser.parse($0) }.objectValue?["properties"]?.objectValue
            for member in properties?.members ?? [] where (member.value.objectValue?["minItems"] ?? 0) != 0 {
                var fields = JSONObject()
                fields["command"] = .string(kind.name)
                fields[member.key] = []
                let error = #expect(throws: CommandError.self) { try command(fields) }
                guard case .field(member.key, .invalid)? = error else { Issue.record("\(kind.name): \(String(describing: error))"); continue }
                checked += 1
            }
        }
        #expect(checked >= 7)
    }
}
