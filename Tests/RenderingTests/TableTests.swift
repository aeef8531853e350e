import CanonicalJSON
import EventLog
import Rendering
import Testing
import Wording

/// One table with cells of every kind, in every rendering.
@Suite("Tables")
struct TableTests {
    static let table: Table = {
        var table = Table(
            "sample",
            [
                .init("what", "事项", "What"), .init("state", "状态", "State", .word), .init("day", "日期", "Date", .date),
                .init("count", "件数", "Count", .number), .init("money", "金额（元）", "Yuan", .money),
                .init("points", "得分", "Points", .points), .init("attended", "到会", "Attended", .share),
                .init("rate", "出勤率", "Rate", .percent),
            ])
        table.append(
            [
                .plain("学习 | <章程>"), .code("met", Phrase(zh: "已完成", en: "met")), .date(CalendarDate("2019-03-01")), .number(12),
                .money(fen: 1_234_550), .points(hundredths: 1_250), .share(12, of: 15), .percent(12, of: 15),
            ], evidence: [3, 4, 5, 9].map { Position($0) })
        table.append(
            [.text(Phrase(zh: "合计", en: "Total")), .empty, .empty, .number(12), .empty, .points(hundredths: -50), .empty, .empty],
            isTotal: true)
        return table
    }()

    @Test func asText() {
        #expect(
            TextRenderer(.chinese).lines(Self.table, hasEvidence: true) == [
                "事项           状态    日期        件数  金额（元）   得分   到会  出勤率  依据",
                "学习 | <章程>  已完成  2019-03-01    12   12,345.50  12.50  12/15  80.0 %  3–5, 9",
                "合计                                 12              −0.50",
            ])
        #expect(TextRenderer(.english).lines(Self.table, hasHeader: false).count == 2)
    }

    @Test func asMarkdown() {
        let document = Document(
            title: .plain("T"), subtitle: .plain("S"), sections: [.init(key: "s", title: .plain("1"), blocks: [.table(Self.table)])])
        #expect(
            MarkdownRenderer(.english).render(document) == #"""
                # T

                S

                ## 1

                | What | State | Date | Count | Yuan | Points | Attended | Rate | Entries |
                | --- | --- | --- | ---: | ---: | ---: | ---: | ---: | --- |
                | 学习 \| \<章程\> | met | 2019-03-01 | 12 | 12,345.50 | 12.50 | 12/15 | 80.0 % | 3–5, 9 |
                | **Total** |  |  | **12** |  | **−0.50** |  |  |  |

                """#)
    }

    @Test func asHTML() {
        let document = Document(
            title: .plain("\"T\" & <t>"), subtitle: .plain("S"), sections: [.init(key: "s", title: .plain("1"), blocks: [.table(Self.table)])])
        let text = HTMLRenderer(.chinese).render(document)
        #expect(text.contains("<title>&quot;T&quot; &amp; &lt;t&gt;</title>"))
        #expect(
            text.contains(
                #"<tr><td>学习 | &lt;章程&gt;</td><td class="word">已完成</td><td class="word">2019-03-01</td><td class="number">12</td>"#
                    + #"<td class="number">12,345.50</td><td class="number">12.50</td><td class="number">12/15</td>"#
                    + #"<td class="number">80.0 %</td><td class="evidence">3–5, 9</td></tr>"#))
        #expect(text.contains(#"<tr class="total"><td>合计</td>"#))
    }

    /// The same in every language, but for what only the catalogue says, which is in every language.
    @Test func asJSON() throws {
        let expected = """
            [{"attended":{"of":15,"value":12},"count":12,"day":"2019-03-01","money":1234550,"points":1250,\
            "rate":{"of":15,"value":12},"state":"met","what":"学习 | <章程>"},\
            {"count":12,"points":-50,"what":{"en":"Total","zh":"合计"}}]
            """
        #expect(String(decoding: Self.table.json.canonicalBytes, as: UTF8.self) == expected)
    }

    @Test func asCSV() {
        #expect(
            CSVRenderer(.english).render(Self.table).split(separator: "\r\n", omittingEmptySubsequences: false) == [
                "\u{FEFF}What,State,Date,Count,Yuan,Points,Attended,Attended (of),Rate,entries",
                "学习 | <章程>,met,2019-03-01,12,12345.50,12.50,12,15,80.0%,\"3–5, 9\"", "Total,,,12,,-0.50,,,,", "",
            ])
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+86 21", "'+86 21"), ("-5", "'-5"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "\"'\t=1\""), ("\r=1", "'⟨U+000D⟩=1"),
        ("＝1", "'＝1"), ("a=1", "a=1"), ("他说\"好\"", "\"他说\"\"好\"\"\""), ("一,二", "\"一,二\""), ("一\n二", "\"一\n二\""), ("\u{202E}x", "⟨U+202E⟩x"),
    ])
    func noTextIsAFormulaInCSV(text: String, field: String) {
        let table = Table("t", [.init("a", "甲", "A"), .init("n", "数", "N", .number)], rows: [.init([.plain(text), .number(-5)])])
        let csv = CSVRenderer(.english).render(table)
        #expect(csv.utf8.elementsEqual("\u{FEFF}A,N\r\n\(field),-5\r\n".utf8), "\(csv)")
    }

    @Test(arguments: [
        ("abc", 3), ("履职", 4), ("，", 2), ("Mun\u{303}oz", 5), ("欧\u{308}", 2), ("한국", 4), ("ｱ", 1), ("Ａ", 2), ("👍", 2), ("👩‍👩‍👧", 2), ("🇨🇳", 2),
        ("☎", 1), ("☎\u{FE0F}", 2), ("🚌", 2), ("🥇", 2), ("𠮷", 2), ("བཀྲ", 2), ("", 0),
    ])
    func columnsOnATerminal(text: String, width: Int) {
        #expect(text.displayWidth == width)
    }

    @Test func nothingMovesTheCursor() {
        let table = Table("t", [.init("a", "甲", "A"), .init("b", "乙", "B")], rows: [.init([.plain("\u{1B}[2J\r\n\u{202E}"), .plain("x")])])
        #expect(TextRenderer(.english).lines(table).last == "⟨U+001B⟩[2J⟨U+000D⟩⏎⟨U+202E⟩  x")
        let document = Document(title: .plain("a\nb"), subtitle: .plain("\u{7}"), sections: [.init(key: "s", title: .plain("c"), blocks: [.table(table)])])
        #expect(TextRenderer(.english).render(document).hasPrefix("a⏎b\n⟨U+0007⟩\n\nc\n\nA"))
    }
}

extension Table.Column {
    init(_ key: String, _ zh: String, _ en: String, _ kind: Table.Kind = .text) {
        self.init(key, Phrase(zh: zh, en: en), kind)
    }
}
