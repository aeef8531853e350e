import CanonicalJSON
import Domain
import EventLog
import Foundation
import Rendering
import Testing
import Wording

/// What people type is text in every rendering: it starts no column, no line, no tag and no formula.
@Suite("Hostile cells")
struct HostileTableTests {
    static let texts = [
        "|", "| a | b |", "a\nb", "a\r\nb", "\n\n", "<script>alert(1)</script>", "</td></tr></table>", "<!--", "]]>", "&amp;", "&#60;b>",
        "\"", "'", "\" onload=x",
        "=1+1", "=HYPERLINK(\"http://x\";\"y\")", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'=1", ",", ";", "\"\"", "a,b;\"c\"\n=d", "**b**",
        "`x`", "[a](http://b)",
        "# h", "- x", "1. x", "---", "\\", "\\|", "a\\", "履职簿", "ＡＢＣ", "e\u{301}\u{327}", "\"\u{301}", "<\u{338}", "|\u{20D2}", "👩‍👩‍👧‍👦", "𠮷㛃",
        "\u{202E}abc",
        "\u{0}", "\u{1B}[2J", "\u{7}", "\u{200B}", "\u{FEFF}", "", " ", "  a  ", String(repeating: "长", count: 1_000),
    ]

    /// One row of two cells, as they are read back.
    private static func table(_ text: String) -> Table {
        Table(
            "t", [.init("a", text, text), .init("b", "乙", "B", .word), .init("n", "数", "N", .number)],
            rows: [.init([.plain(text), .plain(text), .number(-5)])])
    }

    private static func document(_ table: Table, _ text: String) -> Document {
        Document(
            title: .plain(text), subtitle: .plain(text),
            sections: [.init(key: "s", title: .plain(text), blocks: [.paragraph(.plain(text)), .table(table)])])
    }

    // MARK: - CSV

    /// RFC 4180, read apart from the program: fields, or nil where it is not that.
    private static func csv(_ text: String) -> [[String]]? {
        var scalars = Array(text.unicodeScalars)[...]
        guard scalars.first == "\u{FEFF}" else { return nil }
        scalars = scalars.dropFirst()
        var records: [[String]] = []
        var record: [String] = []
        while !scalars.isEmpty {
            var field = ""
            if scalars.first == "\"" {
                scalars = scalars.dropFirst()
                while true {
                    guard let next = scalars.popFirst() else { return nil }
                    if next != "\"" {
                        field.unicodeScalars.append(next)
                    } else if scalars.first == "\"" {
                        scalars = scalars.dropFirst()
                        field.unicodeScalars.append("\"")
                    } else {
                        break
                    }
                }
            } else {
                while let next = scalars.first, next != ",", next != "\r" {
                    guard next != "\"", next != "\n" else { return nil }
                    field.unicodeScalars.append(next)
                    scalars = scalars.dropFirst()
                }
            }
            record.append(field)
            if scalars.popFirst() == "," { continue }
            guard scalars.popFirst() == "\n" else { return nil }
            records.append(record)
            record = []
        }
        return record.isEmpty ? records : nil
    }

    @Test(arguments: texts) func csvIsReadBack(text: String) throws {
        let records = try #require(Self.csv(CSVRenderer(.english).render(Self.table(text))))
        #expect(records.map(\.count) == [3, 3])
        // What is shown in place of what cannot be shown; and an apostrophe before what would be a formula.
        let shown =
            text.unicodeScalars.first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } == true
            ? "'" + text.visibleLines : text.visibleLines
        #expect(records[1][0].utf8.elementsEqual(shown.utf8) && records[1][1].utf8.elementsEqual(shown.utf8), "\(records[1])")
        #expect(records[0][0].utf8.elementsEqual(shown.utf8) && records[0][1...] == ["B", "N"] && records[1][2] == "-5")
        for field in records.joined() where field != "-5" {
            #expect(!"=+-@\t\r\n＝＋－＠".unicodeScalars.contains(field.unicodeScalars.first ?? "a"), "\(field)")
        }
    }

    // MARK: - Markdown

    /// The cells of a line of a GitHub table: parted by bars that no backslash is before.
    private static func cells(_ line: String) -> [String] {
        var cells: [String] = [""]
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                cells[cells.count - 1].unicodeScalars.append(scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else if scalar == "|" {
                cells.append("")
            } else {
                cells[cells.count - 1].unicodeScalars.append(scalar)
            }
        }
        return cells.dropFirst().dropLast().map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " ")) }
    }

    @Test(arguments: texts) func markdownIsReadBack(text: String) throws {
        let rendered = MarkdownRenderer(.english).render(Self.document(Self.table(text), text))
        let lines = String(rendered.unicodeScalars).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let bar = try #require(lines.firstIndex { $0.hasPrefix("| --- | ---") })
        #expect(lines[bar] == "| --- | --- | ---: | --- |")
        let row = Self.cells(lines[bar + 1])
        let shown = text.visibleLines.replacing("\n", with: " ").trimmingCharacters(in: CharacterSet(charactersIn: " "))
        #expect(row.count == 4 && row[0].utf8.elementsEqual(shown.utf8) && row[1].utf8.elementsEqual(shown.utf8), "\(lines[bar + 1])")
        #expect(Self.cells(lines[bar - 1]).count == 4)
        // Nothing that was typed begins a line of its own.
        #expect(lines.count { $0.hasPrefix("# ") } == 1 && lines.count { $0.hasPrefix("## ") } == 1)
        #expect(!rendered.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" && $0 != "\t" })
    }

    // MARK: - HTML

    @Test(arguments: texts) func htmlIsReadBack(text: String) throws {
        let page = try #require(HTMLPage(HTMLRenderer(.chinese).render(Self.withChart(text))))
        let shown = text.visibleLines
        func texts(_ element: String) -> [String] { page.elements.filter { $0.name == element }.map(\.text) }
        for element in ["title", "h1", "h2", "pre", "figcaption"] {
            #expect(texts(element).map { $0.utf8.elementsEqual(shown.utf8) } == [true], "\(element)")
        }
        #expect(texts("td")[0...1].allSatisfy { $0.utf8.elementsEqual(shown.utf8) } && texts("td").count == 4)
        #expect(texts("th").count == 4 && texts("th")[0].utf8.elementsEqual(shown.utf8))
        #expect(texts("p").allSatisfy { $0.utf8.elementsEqual(shown.utf8) })
        let images = page.elements.filter { $0.name == "svg" }
        #expect(images.map { $0.attributes["aria-label"]?.utf8.elementsEqual(shown.utf8) } == [true])
        // What is typed adds no element: the page has those that any text gives.
        let plain = try #require(HTMLPage(HTMLRenderer(.chinese).render(Self.withChart("x"))))
        #expect(page.elements.map(\.name) == plain.elements.map(\.name))
    }

    private static func withChart(_ text: String) -> Document {
        var all = document(table(text), text)
        let bar = BarChart.Bar(label: .plain(text), value: 1, full: 2, caption: .plain(text), isGood: true)
        all.sections[0].blocks += [.chart(BarChart(title: .plain(text), bars: [bar], markPercent: 50)), .code(text)]
        return all
    }

    // MARK: - The terminal, and programs

    @Test(arguments: texts) func aRowIsALineOnTheTerminal(text: String) {
        let lines = TextRenderer(.english).lines(Self.table(text))
        #expect(lines.count == 2)
        #expect(lines.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) } })
        // Both columns of the text are as wide as it is; the number is one wide behind them.
        let width = max(text.visible.displayWidth, 1)
        #expect(lines[1].displayWidth == text.visible.displayWidth + 2 + width + 2 + 2, "\(lines)")
        let document = TextRenderer(.english).lines(Self.document(Self.table(text), text))
        #expect(document.allSatisfy { !$0.contains("\n") })
    }

    /// Programs are given the text itself.
    @Test(arguments: texts) func jsonHasTheTextItself(text: String) throws {
        let bytes = Self.table(text).json.canonicalBytes
        let row = try #require(try bytes.withUnsafeBytes { try JSONParser.parse($0) }.arrayValue?.first?.objectValue)
        #expect(row["a"] == .string(text) && row["b"] == .string(text) && row["n"] == -5)
    }

    // MARK: - Shapes

    private static let empty = Table("t", [.init("a", "甲", "A"), .init("n", "数", "N", .number)])

    @Test func aTableWithoutRowsHasItsTitles() throws {
        #expect(Self.csv(CSVRenderer(.chinese).render(Self.empty)) == [["甲", "数"]])
        #expect(TextRenderer(.chinese).lines(Self.empty) == ["甲  数"])
        #expect(TextRenderer(.chinese).lines(Self.empty, hasHeader: false) == [])
        #expect(Self.empty.json == [])
        let document = Document(
            title: .plain("T"), subtitle: .plain(""), sections: [.init(title: .plain("S"), blocks: [.table(Self.empty)])])
        #expect(MarkdownRenderer(.chinese).render(document).hasSuffix("\n| 甲 | 数 | 依据 |\n| --- | ---: | --- |\n"))
        let page = try #require(HTMLPage(HTMLRenderer(.chinese).render(document)))
        #expect(page.elements.filter { $0.name == "tr" }.count == 1 && page.elements.contains { $0.name == "tbody" })
    }

    /// Wide characters take two columns, combining ones none: numbers stand under each other.
    @Test func columnsStandUnderEachOther() {
        var table = Table("t", [.init("a", "项", "A"), .init("n", "数", "N", .number)])
        for (index, text) in ["履职", "abcd", "e\u{301}\u{327}", "👍", "Ａ", ""].enumerated() {
            table.append([.plain(text), .number(index * 7)])
        }
        #expect(
            TextRenderer(.english).lines(table) == [
                "A      N", "履职   0", "abcd   7", "e\u{301}\u{327}     14", "👍    21", "Ａ    28", "      35",
            ])
    }
}
