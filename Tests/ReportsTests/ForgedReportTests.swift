import Bookkeeping
import Domain
import Foundation
import Reports
import TestSupport
import Testing
import TransparencyTree
import Wording

/// Once somebody was erased, nobody can say what the name was: whatever a forger puts in its place, only a name passes, the
/// same everywhere, and it is named as what could not be checked.
@Suite("Forged reports")
struct ForgedReportTests {
    private let bench: ReportBench

    init() throws { bench = try ReportBench() }

    static let formats = ReportParameters.Format.verifiable

    /// Made of every format while M1 could be named; M1 is erased then.
    private func reports() throws -> [(format: ReportParameters.Format, text: String)] {
        let reports = try Self.formats.map { (format: $0, text: try bench.report($0)) }
        try bench.erase("M1")
        return reports
    }

    private static let names = [
        "欧阳一", "阿不都热依木·买买提", "阿依古丽•艾力", "ئابدۇرېھىم ئۆتكۈر", "བཀྲ་ཤིས་", "བསྒྲུབས", "𠮷田〇", "𰻝", "佐々木", "ジョン・スミス",
        "O'Brien-Smith Jr.", "José Muñoz", "Jose\u{301} Mun\u{303}oz", "J.R.R. Tolkien", "张  三", "葛\u{E0100}", "买买提.艾力", "D’Angelo",
        "ᠪᠠᠲᠤ", "Nguyễn Văn A", String(repeating: "长", count: 40),
    ]

    @Test func aNameMayStandWhereOneWas() throws {
        for (format, text) in try reports() {
            for name in Self.names {
                let unchecked = bench.accepted(text.replacingOccurrences(of: "欧阳一", with: name))
                #expect(unchecked?.map(\.shown) == [name], "\(format): \(name)")
                #expect(unchecked?.map(\.member.description) == ["M1"])
                #expect(unchecked?.map(\.placeCount) == [text.components(separatedBy: "欧阳一").count - 1])
            }
        }
    }

    private static let noNames = [
        "欧阳一 24", "24", "欧阳一|24", "欧阳一 | 24", "<b>欧阳一</b>", "&lt;", "欧阳一,李四", "欧阳一、李四", "欧阳一（优秀）", "欧阳一\u{202E}",
        "欧阳一\u{200B}", "欧\u{00AD}阳", "www.example.com", "example.com", "a@b", "http://a", "\u{3164}", "\u{301}欧", "欧阳一\t", "①", "Ⅷ",
        "٣", "欧 - - 阳", "...", "🙂", "欧阳一\\u4e00", "\\", "*欧阳一*", "_", "`", "[欧](a)", "欧\u{F8FF}", "&#27431;", "満点%", "\"",
        "欧" + String(repeating: "\u{308}", count: 5), String(repeating: "长", count: 41), "欧阳一\n李四", "欧阳一\u{2028}李四", "\u{85}", "", "欧阳一 ",
    ]

    @Test func nothingElseMay() throws {
        for (format, text) in try reports() {
            for forged in Self.noNames {
                let forgery = text.replacingOccurrences(of: "欧阳一", with: forged)
                #expect(bench.accepted(forgery) == nil, "\(format): \(forged)")
            }
        }
    }

    /// What once passed as the same, byte by byte.
    @Test func markupRowsAndFiguresDoNotPass() throws {
        let forgeries: [(ReportParameters.Format, String)] = [
            (.html, "欧阳一</td></tr></table></section><h1>全部满分</h1><table hidden><tr><td>"),
            (.html, "欧阳一<script>document.title='x'</script>"), (.html, "欧阳一</td><td class=\"number\">24"),
            (.md, "欧阳一 | 24 / 24 | 100 % | 100 | <!--"), (.md, "欧阳一 | 24 |\n| M1 欧阳一"),
            (.json, #"欧阳一","24","24"],"x":[""#), (.json, #"欧阳一"],"evidence":[]},{"cells":["M1 欧阳一"#),
        ]
        let texts = try Dictionary(uniqueKeysWithValues: Self.formats.map { ($0, try bench.report($0)) })
        try bench.erase("M1")
        for (format, forged) in forgeries {
            let text = try #require(texts[format])
            #expect(bench.accepted(text.replacingOccurrences(of: "欧阳一", with: forged)) == nil, "\(forged)")
            let first = try #require(text.range(of: "欧阳一"))
            #expect(bench.accepted(text.replacingCharacters(in: first, with: forged)) == nil, "\(forged)")
        }
    }

    @Test(arguments: formats, Language.allCases)
    func theNameIsTheSameEverywhere(format: ReportParameters.Format, language: Language) throws {
        let text = try bench.report(format, language)
        try bench.erase("M1")
        try bench.erase("M2")
        #expect(text.components(separatedBy: "欧阳一").count > 2)
        let first = try #require(text.range(of: "欧阳一"))
        let last = try #require(text.range(of: "欧阳一", options: .backwards))
        for range in [first, last] { #expect(bench.accepted(text.replacingCharacters(in: range, with: "李四")) == nil) }
        // Two names exchanged in one table only; and everywhere, which nobody can tell any more, and which is said.
        let other = try #require(text.range(of: "留下的人"))
        let exchangedOnce = text.replacingCharacters(in: other, with: "欧阳一").replacingCharacters(in: first, with: "留下的人")
        #expect(bench.accepted(exchangedOnce) == nil)
        let exchanged = text.replacingOccurrences(of: "欧阳一", with: "\u{E000}").replacingOccurrences(of: "留下的人", with: "欧阳一")
            .replacingOccurrences(of: "\u{E000}", with: "留下的人")
        #expect(bench.accepted(exchanged)?.map(\.shown) == ["留下的人", "欧阳一"])
    }

    /// A title that looks like what is shown in a name's place is no such place.
    @Test(arguments: formats)
    func onlyTheNamesPlacesAreOpen(format: ReportParameters.Format) throws {
        let text = try bench.report(format)
        try bench.erase("M1")
        #expect(text.contains("M1（已删除）"))
        #expect(bench.accepted(text.replacingOccurrences(of: "M1（已删除）", with: "M1 欧阳一")) == nil)
        #expect(bench.accepted(text.replacingOccurrences(of: "增设公交站", with: "M1 欧阳一")) == nil)
        #expect(bench.accepted(text.replacingOccurrences(of: "留下的人", with: "别的人")) == nil)
        // Of whom no name is shown, nothing has to be checked.
        let anonymous = text.replacingOccurrences(of: "M1 欧阳一", with: "M1（已删除）")
        #expect(bench.accepted(anonymous) == [])
        #expect(bench.accepted(text.replacingOccurrences(of: "M1 欧阳一", with: "M1（已封存）"))?.map(\.shown) == ["（已封存）"])
    }

    @Test(arguments: formats)
    func otherBytesAreNotTheSame(format: ReportParameters.Format) throws {
        let text = try bench.report(format)
        for isErased in [false, true] {
            if isErased { try bench.erase("M1") }
            #expect(throws: ReportFault.byteOrderMark) { try bench.verify("\u{FEFF}" + text) }
            #expect(throws: ReportFault.lineEnds) { try bench.verify(text.replacingOccurrences(of: "\n", with: "\r\n")) }
            for added in ["\n", " ", "\0", "x", "<!-- -->\n"] { #expect(bench.accepted(text + added) == nil) }
            #expect(bench.accepted(" " + text) == nil)
        }
    }

    /// Signatures that nobody checked are no part of a report.
    @Test(arguments: formats)
    func noFurtherSignatureLines(format: ReportParameters.Format) throws {
        let text = try bench.report(format)
        let name = try bench.book.origin()
        let key = try #require(SigningKey(name: name))
        let note = try Checkpoint(origin: name, size: 1, root: .emptyRoot).signed(with: key)
        let line = try #require(note.description.split(separator: "\n").last)
        let end = format == .json ? "\\n" : "\n"
        let signature = try #require(text.range(of: "— \(name) ", options: .backwards))
        #expect(bench.accepted(text.replacingCharacters(in: signature, with: "\(line)\(end)— \(name) ")) == nil)
    }

    /// Thousands of insertions and replacements at random places: what passes is a name, everywhere the same.
    @Test(arguments: formats)
    func randomForgeriesDoNotPass(format: ReportParameters.Format) throws {
        let text = try bench.report(format)
        try bench.erase("M1")
        let seed = UInt64.random(in: 0 ... .max)
        print("forged reports: seed \(seed)")
        var random = Generator(seed: seed)
        let runs = ProcessInfo.processInfo.environment["MINUTEBOOK_LONG"] == nil ? 60 : 5_000
        for run in 0..<runs {
            let forged = Forgery.make(of: text, &random)
            guard forged != text, let unchecked = bench.accepted(forged) else { continue }
            let shown = unchecked.first?.shown ?? "（已删除）"
            let label = shown.isEmpty ? "M1" : shown.hasPrefix("（") ? "M1\(shown)" : "M1 \(shown)"
            let isOnlyTheName = text.replacingOccurrences(of: "M1 欧阳一", with: label).utf8.elementsEqual(forged.utf8)
            let isPlain = shown.unicodeScalars.allSatisfy { !"0123456789<>|\"&\\*_`[]{};:,/=%#@!$^~\n\r\t".unicodeScalars.contains($0) }
            #expect(isOnlyTheName && isPlain && shown.unicodeScalars.count <= 40, "run \(run) of seed \(seed): \(shown)")
        }
    }
}

/// A change that a forger might make.
private enum Forgery {
    private static let fragments = [
        "李四", " ", "·", "24", "|", " | 24 ", "</td>", "<td>", "\"", "\",\"", "\\u0041", "\n", "（已删除）", "M1", "M1 李四", "-", "'", ".", "é",
        "\u{301}", "\u{200B}", "&amp;", "<!--", "-->", "A", "\u{F8FF}0\u{F8FF}",
    ]

    static func make(of text: String, _ random: inout Generator) -> String {
        var inserted = ""
        for _ in 0..<Int.random(in: 0...4, using: &random) { inserted += fragments.randomElement(using: &random) ?? "" }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return text.replacingOccurrences(of: "欧阳一", with: inserted)
        case 1: return text.replacingOccurrences(of: "欧阳一", with: "欧阳一" + inserted)
        case 2:
            guard let range = text.range(of: "欧阳一", options: Bool.random(using: &random) ? [] : .backwards) else { return text }
            return text.replacingCharacters(in: range, with: Bool.random(using: &random) ? inserted : "欧阳一" + inserted)
        default:
            let scalars = Array(text.unicodeScalars)
            let place = Int.random(in: 0...scalars.count, using: &random)
            let end = min(scalars.count, place + Int.random(in: 0...3, using: &random))
            return String(String.UnicodeScalarView(scalars[..<place])) + inserted + String(String.UnicodeScalarView(scalars[end...]))
        }
    }
}
