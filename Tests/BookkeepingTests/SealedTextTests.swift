import CanonicalJSON
import Domain
import EventLog
import Foundation
import Testing
import Wording

/// `Schemas/sealed.md` says of every text whether it is sealed: none is left out, and none is said to be what it is not.
@Suite("What is sealed, and what never is")
struct SealedTextTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Schemas")

    private struct Texts: Equatable {
        var sealed: Set<String> = []
        var open: Set<String> = []
    }

    @Test func theTablesSayWhatTheSchemasSay() throws {
        let (schemas, tables) = (try Self.schemas(), try Self.tables())
        #expect(tables.sealed.subtracting(schemas.sealed) == [])
        #expect(schemas.sealed.subtracting(tables.sealed) == [])
        #expect(tables.open.subtracting(schemas.open) == [])
        #expect(schemas.open.subtracting(tables.open) == [])
        #expect(schemas.sealed.count > 10 && schemas.open.count > 50)
    }

    /// What the program has sealed in the golden logs, which have every field, is what the schemas call sealed.
    @Test func theProgramSealsJustThese() throws {
        var sealed: Set<String> = []
        try GoldenLog.forEach { entry in
            guard try EventCatalogue.decode(entry).version == entry.version else { return }
            let type = String(decoding: entry.type, as: UTF8.self)
            for member in try JSONParser.parse(entry.data).objectValue?.members ?? []
            where member.value.objectValue?["sealed"] != nil { sealed.insert("\(type) \(member.key)") }
        }
        #expect(try sealed == Self.schemas().sealed)
    }

    /// Whose data can be erased is said in the schema, in the table, in both guides of the README and in the help alike.
    @Test func everyKindThatCanBeErasedIsNamedWhereverTheyAreListed() throws {
        let file = Self.folder.appendingPathComponent("events/personal-data.erased/v2.schema.json")
        let pattern = try #require(
            String(contentsOf: file, encoding: .utf8).firstMatch(of: /\^\(\?:([a-z|-]+)\):/)?.1, "the kinds of owners")
        let kinds = Set(pattern.split(separator: "|").map(String.init))
        #expect(kinds.count > 4)
        func named(_ text: Substring) -> Set<String> {
            Set(text.matches(of: /\b([a-z]+):[A-Z][0-9]+/).map { String($0.1) })
        }
        let readme = try String(contentsOf: Self.folder.deletingLastPathComponent().appendingPathComponent("README.md"), encoding: .utf8)
        func part(_ first: String, _ last: String) throws -> Substring {
            let begin = try #require(readme.range(of: first))
            let end = readme[begin.upperBound...].range(of: last)?.lowerBound ?? readme.endIndex
            return readme[begin.lowerBound..<end]
        }
        #expect(try named(part("- **Erasure**", "\n- **")) == kinds)
        #expect(try named(part("- 个人信息：", "\n\n")).union(["member"]) == kinds)
        let help = PersonalDataHelp.noun.discussion
        #expect(named(help.zh[...]) == kinds && named(help.en[...]) == kinds)
        let sealed = try String(contentsOf: Self.folder.appendingPathComponent("sealed.md"), encoding: .utf8).components(separatedBy: "\n## ")[1]
        #expect(Set(sealed.matches(of: /personal-data erase ([a-z]+):/).map { String($0.1) }).union(["member"]) == kinds)
    }

    private static func tables() throws -> Texts {
        let text = try String(contentsOf: folder.appendingPathComponent("sealed.md"), encoding: .utf8)
        let parts = text.components(separatedBy: "\n## ")
        func fields(_ title: String) -> Set<String> {
            let part = parts.first { $0.hasPrefix(title) } ?? ""
            // `type field`: an example of a command begins otherwise.
            return Set(part.matches(of: /`([a-z-]+\.[a-z-]+ [A-Za-z.]+)`/).map { String($0.1) })
        }
        return Texts(sealed: fields("Sealed"), open: fields("Never sealed"))
    }

    /// Every text of the newest version of every event.
    private static func schemas() throws -> Texts {
        var texts = Texts()
        for kind in EventCatalogue.kinds where kind.isCurrent {
            let file = folder.appendingPathComponent("events/\(kind.type)/v\(kind.version).schema.json")
            let schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
            collect(try #require(schema), kind.type.description + " ", &texts)
        }
        return texts
    }

    private static func collect(_ schema: [String: Any], _ name: String, _ texts: inout Texts) {
        switch form(of: schema) {
        case "sealed": texts.sealed.insert(name)
        case "text": texts.open.insert(name)
        default:
            for (key, inner) in schema["properties"] as? [String: [String: Any]] ?? [:] {
                collect(inner, name + (name.hasSuffix(" ") ? "" : ".") + key, &texts)
            }
            if let items = schema["items"] as? [String: Any] { collect(items, name, &texts) }
        }
    }

    /// `sealed`, `text`, or nil for what is no free text: ids, dates, words of a list.
    private static func form(of schema: [String: Any]) -> String? {
        let branches = (schema["anyOf"] as? [[String: Any]] ?? []).compactMap { form(of: $0) }
        if branches.contains("sealed") { return "sealed" }
        if let reference = schema["$ref"] as? String {
            let last = reference.split(separator: "/").last.map(String.init)
            return last == "sealed" ? "sealed" : last == "text" || last == "by" ? "text" : nil
        }
        let isFree = schema["type"] as? String == "string" && ["enum", "const", "pattern", "format"].allSatisfy { schema[$0] == nil }
        return isFree ? "text" : nil
    }
}
