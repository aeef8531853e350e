import Foundation
import Testing

/// Every text of the catalogue, read in its source: what a text says beside its arguments.
@Suite("The catalogue of texts")
struct CatalogueTests {
    struct Literal: CustomTestStringConvertible {
        let place: String
        let text: String
        var testDescription: String { "\(place): \(text)" }
    }

    /// The literals after a label, such as `zh:`, with `…` in the place of each argument.
    private static func literals(_ label: String) throws -> [Literal] {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/Wording")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return try files.filter { $0.pathExtension == "swift" }.flatMap { file in
            let source = Array(try String(contentsOf: file, encoding: .utf8))
            let start = Array("\(label) \"")
            return source.indices.filter { source[$0...].starts(with: start) }.map { index in
                Literal(place: file.lastPathComponent, text: text(source, from: index + start.count))
            }
        }
    }

    /// What a literal says, and the literals that are added to it with `+`.
    private static func text(_ source: [Character], from start: Int) -> String {
        var text = ""
        var index = start
        while index < source.count, source[index] != "\"" {
            guard source[index] == "\\" else {
                text.append(source[index])
                index += 1
                continue
            }
            guard source[index + 1] == "(" else {
                text.append(source[index + 1] == "n" ? "\n" : source[index + 1])
                index += 2
                continue
            }
            text.append("…")
            index = end(ofArgument: source, from: index + 2)
        }
        // A literal that goes on: `" + "`.
        let rest = String(source[(index + 1)..<min(index + 200, source.count)])
        guard let next = rest.prefixMatch(of: /\s*\+\s*"/) else { return text }
        return text + self.text(source, from: index + 1 + rest.distance(from: rest.startIndex, to: next.range.upperBound))
    }

    private static func end(ofArgument source: [Character], from start: Int) -> Int {
        var depth = 1
        var index = start
        while depth > 0 {
            switch source[index] {
            case "(": depth += 1
            case ")": depth -= 1
            case "\"":
                index += 1
                while source[index] != "\"" {
                    index = source[index] == "\\" && source[index + 1] == "(" ? end(ofArgument: source, from: index + 2) : index + 1
                }
            default: break
            }
            index += 1
        }
        return index
    }

    /// Names of formats, units and algorithms that are the same in Chinese; what is typed into a terminal; ids in examples.
    private static func withoutNames(_ text: String) -> String {
        text.replacing(/“[^”]*”|"[^"]*"/, with: "")
            .replacing(/minutebook( [a-z][a-z-]*)+|Tools\/verify_log\.py|ulimit -[a-z] ?\d*|chmod 600|sha256sum --check SHA256SUMS|LANG=zh_CN\.UTF-8/, with: "")
            .replacing(/--?[a-z][a-z-]*|\.readings|LANG/, with: "")
            .replacing(/\b(JSON|YAML|UTF-8|SHA-256|UUID|MiB)\b|\b[a-z]+:[A-Z]\d+|\d[-0-9a-zA-Z:+]*/, with: "")
    }

    @Test func thereAreManyTexts() throws {
        #expect(try Self.literals("zh:").count > 600)
    }

    @Test func chineseTextsContainNoEnglish() throws {
        for literal in try Self.literals("zh:") {
            #expect(!Self.withoutNames(literal.text).contains { $0.isASCII && $0.isLetter }, "\(literal.testDescription)")
        }
    }

    @Test func englishTextsContainNoChinese() throws {
        for literal in try Self.literals("en:") {
            let isExample = literal.text.contains("年")
            let isChinese = literal.text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || (0xFF00...0xFFEF).contains($0.value) }
            #expect(isExample || !isChinese, "\(literal.testDescription)")
        }
    }

    /// Chinese sentences have Chinese punctuation, and quote with “ and ”.
    @Test func chinesePunctuationIsChinese() throws {
        for literal in try Self.literals("zh:") {
            #expect(!literal.text.replacing(/“[^”]*”/, with: "").contains(/\p{Han}[,;:!?.()']|['(]\p{Han}|[「」]/), "\(literal.testDescription)")
        }
    }

    @Test func noSentenceHasAnArchaism() throws {
        // A title of reports that were handed out stays as it is.
        for literal in try Self.literals("en:") where literal.text != "Where the plan stands" {
            #expect(!literal.text.contains(/\b(stands|anew|rightly|lest|beside which|thereof|whosoever|speaks of)\b/), "\(literal.testDescription)")
        }
    }
}
