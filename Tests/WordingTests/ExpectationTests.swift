import Assessment
import CanonicalJSON
import Domain
import EventLog
import Foundation
import Testing
import Wording

@Suite("What a value should have been, in words")
struct ExpectationTests {
    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    private static func matches(_ expression: Regex<(Substring, Substring)>, below folder: String) throws -> [String] {
        let files = FileManager.default.enumerator(at: sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        let swift = (files?.compactMap { $0 as? URL } ?? []).filter { $0.lastPathComponent.hasPrefix("Expectation") }
        return try swift.flatMap { try String(contentsOf: $0, encoding: .utf8).matches(of: expression).map { String($0.1) } }
    }

    /// Keys are literals in the files of that name; a key without a text would be shown as "another value".
    @Test func everyKeyHasATextAndEveryTextAKey() throws {
        let keys = try ["CanonicalJSON", "EventLog", "Domain", "Assessment"].flatMap {
            try Self.matches(/Expectation\("([a-z0-9-]+)"/, below: $0)
        }
        let texts = try Self.matches(/case "([a-z0-9-]+)":/, below: "Wording")
        #expect(keys.count > 30)
        #expect(keys.sorted() == texts.sorted())
    }

    @Test(arguments: [
        (.string, "带引号的文字", "text in quotation marks"),
        (.boolean, "“true”（是）或“false”（否）", "true or false"),
        (.date, "日期，如 2026-03-12", "a date, such as 2026-03-12"),
        (.oneOf(["money", "goods"]), "以下之一：“money”、“goods”", "one of 'money', 'goods'"),
        (.oneOf(["any"]), "“any”", "'any'"),
        (.wholeNumber(from: 3), "不小于 3 的整数", "a whole number, 3 or more"),
        (.percent(max: 100), "不超过 100% 的百分比", "at most 100%"),
        (.keys(["zh", "en"]), "以下各项：“zh”、“en”", "these keys: 'zh', 'en'"),
        (.notLess(than: "at-least"), "不小于“at-least”的数", "no less than 'at-least'"),
    ] as [(CanonicalJSON.Expectation, String, String)])
    func words(expectation: CanonicalJSON.Expectation, zh: String, en: String) {
        #expect(Phrase.expectation(expectation) == Phrase(zh: zh, en: en))
    }

    @Test func aFieldAndWhatItMustBe() {
        let fault = CommandError.field("kind", .invalid(expected: .oneOf(["money", "goods"])))
        #expect(
            Phrase.commandError(fault)
                == Phrase(zh: "“kind”应为以下之一：“money”、“goods”。", en: "'kind' must be one of 'money', 'goods'."))
        let plan = PlanFault(kind: .invalid("year", expected: .year), line: 3, column: 7)
        #expect(
            Phrase.planFault(plan)
                == Phrase(zh: "第 3 行第 7 列：“year”应为年份，如 2026。", en: "line 3, column 7: 'year' must be a year, such as 2026."))
    }
}
