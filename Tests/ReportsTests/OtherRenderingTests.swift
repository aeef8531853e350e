import Bookkeeping
import CanonicalJSON
import Domain
import Foundation
import Rendering
import Reports
import Testing
import Wording

/// Reports of earlier and of later renderings: the figures are compared, and what was not compared is told.
@Suite("Reports of other renderings")
struct OtherRenderingTests {
    private let bench: ReportBench

    init() throws { bench = try ReportBench() }

    static let formats = ReportParameters.Format.verifiable

    private func replaced(_ text: String, _ old: String, _ new: String, _ format: ReportParameters.Format) throws -> String {
        try #require(text.contains(old), "\(format): \(old)")
        return text.replacingOccurrences(of: old, with: new)
    }

    private func words(_ verified: VerifiedReport) -> [VerifiedReport.OtherWords]? {
        if case .reworded(let words) = verified.text { words } else { nil }
    }

    // MARK: - Rendering 1, which has no data

    @Test(arguments: formats, Language.allCases)
    func theFirstRenderingIsStillMade(format: ReportParameters.Format, language: Language) throws {
        for names in [true, false] {
            let text = try bench.report(format, language, names: names, rendering: 1)
            #expect(!text.contains("\"columns\":[\"item\""))
            #expect(try bench.verify(text).isComplete)
        }
    }

    @Test(arguments: formats)
    func otherWordsAreTold(format: ReportParameters.Format) throws {
        let text = try bench.report(format, rendering: 1)
        let reworded = try replaced(text, "一年概况", "全年情况", format)
        let verified = try bench.verify(reworded)
        #expect(!verified.isComplete)
        #expect(words(verified)?.map { [$0.inReport, $0.today, "\($0.placeCount)"] } == [["全年情况", "一年概况", "1"]])
        // In another order, too. JSON has no subtitle.
        guard format != .json else { return }
        let moved = try replaced(text, "截至 2019-12-31，依据第 1–8 条记录", "第 1–8 条记录，到 2019-12-31", format)
        #expect(words(try bench.verify(moved))?.map(\.inReport) == ["第 1–8 条记录，到 2019-12-31"])
    }

    /// What is not a word of the catalogue must be the same: numbers, dates, positions, markup, and what the book says.
    @Test(arguments: formats)
    func figuresAreNoWords(format: ReportParameters.Format) throws {
        let text = try bench.report(format, rendering: 1)
        for (old, new) in [
            ("增设公交站", "增设地铁站"), ("2019-03-01", "2019-03-02"), ("1–8 条记录", "1–9 条记录"), ("留下的人", "别的人"), ("100.0 %", "10.0 %"),
            ("一年概况", "一年概况 9"), ("一年概况", "一年概况 ٣"), ("一年概况", "一年\u{202E}概况"),
            ("一年概况", "一年\n概况"), ("一年概况", "一年\u{200B}概况"),
        ] + Self.markup(format).map({ ("一年概况", "一年\($0)概况") }) {
            let forged = try replaced(text, old, new, format)
            #expect(bench.accepted(forged) == nil, "\(format): \(new)")
        }
        let evidence = format == .json ? ("\"evidence\":[7]", "\"evidence\":[6]") : format == .html ? (">7</td>", ">6</td>") : ("| 7 |", "| 6 |")
        #expect(bench.accepted(try replaced(text, evidence.0, evidence.1, format)) == nil)
    }

    /// What steers the format where a word is.
    private static func markup(_ format: ReportParameters.Format) -> [String] {
        switch format {
        case .md: ["|", " | ", "`", "<b>", "[a](b)", "*", "_", "\\", "#"]
        case .html: ["<b>", "</h2>", "\"", "&lt;"]
        case .json: ["\"", "\\u0041", "\",\""]
        case .csv: []
        }
    }

    @Test(arguments: formats)
    func whoWasErasedMayBeNamedInIt(format: ReportParameters.Format) throws {
        let text = try replaced(bench.report(format, rendering: 1), "一年概况", "全年情况", format)
        try bench.erase("M1")
        let places = text.components(separatedBy: "M1 欧阳一").count - 1
        #expect(try bench.verify(text).unchecked.map(\.shown) == ["欧阳一"])
        #expect(try bench.verify(text).unchecked.map(\.placeCount) == [places])
        for forged in ["24", "欧阳一（优秀）", "<b>欧</b>", "欧阳一 24", "欧阳一、李四"] {
            #expect(bench.accepted(text.replacingOccurrences(of: "欧阳一", with: forged)) == nil, "\(format): \(forged)")
        }
        let first = try #require(text.range(of: "M1 欧阳一"))
        #expect(bench.accepted(text.replacingCharacters(in: first, with: "M1 李四")) == nil)
    }

    // MARK: - Data

    private func data(_ text: String) throws -> String {
        if let value = try? JSONParser.parse(text), let data = value.objectValue?["data"] {
            return String(decoding: data.canonicalBytes, as: UTF8.self)
        }
        let start = try #require(text.range(of: "<!-- minutebook-report-data\n"))
        return String(text[start.upperBound...].prefix { $0 != "\n" })
    }

    @Test func dataIsInNoLanguageAndNamesNobody() throws {
        let texts = try Self.formats.flatMap { format in
            try Language.allCases.flatMap { language in
                try [true, false].map { try bench.report(format, language, names: $0) }
            }
        }
        let data = try Set(texts.map { try self.data($0).replacingOccurrences(of: "\\u003c", with: "<").replacingOccurrences(of: "\\u003e", with: ">") })
        #expect(data.count == 1)
        let one = try #require(data.first)
        #expect(!one.contains("欧阳一") && !one.contains("留下的人") && one.contains("\"M1\""))
        #expect(one.contains("学习 <章程>"))
        // Only what the plan or the book says.
        #expect(!one.contains("\"zh\""))
    }

    @Test(arguments: formats)
    func dataAndTextMustBothBeTheBooks(format: ReportParameters.Format) throws {
        let text = try bench.report(format)
        let data = try data(text)
        let forged = try replaced(data, "[\"activities\",1]", "[\"activities\",9]", format)
        #expect(throws: ReportFault.figure(table: "overview", row: 2, column: "figure", expected: "1", found: "9")) {
            try bench.verify(text.replacingOccurrences(of: data, with: forged))
        }
        // An honest block does not cover a forged text, nor the other way round.
        #expect(bench.accepted(text.replacingOccurrences(of: "增设公交站", with: "增设地铁站")) == nil)
        let parts = text.components(separatedBy: data)
        let visible = parts[0].replacingOccurrences(of: "2019-03-01", with: "2019-03-02")
        guard format != .json else { return }
        guard case .differs? = #expect(throws: ReportFault.self, performing: { try bench.verify(visible + data + parts[1]) }) else {
            Issue.record("not by its line")
            return
        }
    }

    // MARK: - A later rendering

    private func later(_ format: ReportParameters.Format) throws -> String {
        try replaced(bench.report(format), "\"layout\":\(ReportParameters.rendering)", "\"layout\":99", format)
    }

    @Test(arguments: formats)
    func ofALaterRenderingTheFiguresAreCompared(format: ReportParameters.Format) throws {
        // Whatever else it may show.
        let text = try later(format).replacingOccurrences(of: "一年概况", with: "全年 99")
        let verified = try bench.verify(text)
        #expect(!verified.isComplete && verified.uncheckedParts.isEmpty && verified.unchecked.isEmpty)
        guard case .notCompared(let document) = verified.text else {
            Issue.record("compared")
            return
        }
        // What the book gives is shown instead.
        #expect(TextRenderer(.chinese).render(document).contains("增设公交站"))
        try bench.erase("M1")
        #expect(try bench.verify(text).isComplete == false)
        #expect(verified.json["text"] == "not-compared")
        #expect(verified.summary.first?.zh.contains("没有核对") == true)
    }

    @Test(arguments: formats)
    func ofALaterRenderingForgedDataIsRefused(format: ReportParameters.Format) throws {
        let text = try later(format)
        let data = try data(text)
        func accepted(_ old: String, _ new: String) throws -> VerifiedReport? {
            let forged = text.replacingOccurrences(of: data, with: try replaced(data, old, new, format))
            do { return try bench.verify(forged) } catch is ReportFault { return nil }
        }
        let rows = #"{"cells":["activities",1],"evidence":[4]},"#
        for (old, new) in [
            ("[\"activities\",1]", "[\"activities\",2]"), ("\"evidence\":[4]", "\"evidence\":[4,5]"), (rows, ""), (rows, rows + rows),
            ("增设公交站", "增设地铁站"), ("\"of\":1,\"value\":1", "\"of\":2,\"value\":1"), ("[{\"columns\"", "[{\"Columns\""),
            ("[\"item\",\"figure\"]", "[\"item\",\"item\"]"), ("\"key\":\"overview\"", "\"key\":\"proposals\""),
        ] { #expect(try accepted(old, new) == nil, "\(format): \(old)") }
        #expect(try accepted("\"figure\"]", "\"number\"]")?.uncheckedParts == [
            .onlyInReport(table: "overview", column: "number"), .onlyInBook(table: "overview", column: "figure"),
        ])
        #expect(try accepted("\"key\":\"overview\"", "\"key\":\"summary\"")?.uncheckedParts == [
            .onlyInReport(table: "summary", column: nil), .onlyInBook(table: "overview", column: nil),
        ])
        #expect(throws: ReportFault.noFigures(rendering: 99)) {
            try bench.verify(text.replacingOccurrences(of: data, with: format == .json ? "1" : "x"))
        }
    }

    /// Nothing that a text contains ends the comment that the data is in.
    @Test func dataCannotEndItsComment() throws {
        try bench.record(#"{"command":"proposal.file","title":"--> <script>x</script> --!> 𠮷","kind":"individual","signers":["M1"],"occurred":"2019-03-02"}"#)
        for format in [ReportParameters.Format.html, .md] {
            let text = try bench.report(format)
            #expect(text.components(separatedBy: "-->").count == 3)
            #expect(!text.contains("<script>") || format == .md)
            #expect(try bench.verify(text).isComplete)
        }
    }
}
