import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Wording

@testable import Reports

/// The lists of a year-end report over a small year, typed by hand: what is in them, from which entries, and what is not.
@Suite("Lists of the year-end report")
struct AnnualListTests {
    /// After the bench's own entries: two members (2, 3), the session A1 (4), who attended (5, 6), the proposal P1 (7), the plan (8).
    private static let year = [
        #"{"command":"activity.close","activity":"A1","partners":["街道"],"outcomes":[{"kind":"suggestion","count":2}],"occurred":"2019-03-01"}"#,
        #"{"command":"proposal.accept","proposal":"P1","number":"1","occurred":"2019-03-10"}"#,
        #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","occurred":"2019-03-11"}"#,
        #"{"command":"proposal.answer","proposal":"P1","unit":"局","occurred":"2019-04-01"}"#,
        #"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"not-satisfied","occurred":"2019-04-02"}"#,
        #"{"command":"suggestion.submit","suggestion":"S1","title":"路灯","kind":"social-opinion","members":["M2"],"occurred":"2019-05-01"}"#,
        #"{"command":"suggestion.hand-over","suggestion":"S1","to":"局","occurred":"2019-05-02"}"#,
        #"{"command":"donation.receive","donation":"D1","kind":"money","amount":50000,"member":"M1","purpose":"慰问","occurred":"2019-05-05"}"#,
        #"{"command":"donation.receive","donation":"D2","kind":"brought-in","amount":30000,"donor":"某企业","consent":true,"purpose":"送戏","occurred":"2019-05-06"}"#,
        #"{"command":"donation.receive","donation":"D3","kind":"goods","goods":"米","value":9000,"member":"M2","consent":true,"occurred":"2019-12-31"}"#,
        #"{"command":"donation.receive","donation":"D4","kind":"money","amount":1,"purpose":"慰问","occurred":"2020-01-01"}"#,
        #"{"command":"fund.spend","expense":"E1","amount":20000,"purpose":"慰问","occurred":"2019-05-07"}"#,
        #"{"command":"visit.record","visit":"V1","members":["M1"],"to":"张家","place":"东村 3 号","area":"东村","occurred":"2019-05-08"}"#,
        #"{"command":"work.file","work":"W1","kind":"report","title":"调研","authors":["M2"],"activity":"A1","occurred":"2019-05-09"}"#,
        #"{"command":"fact.correct","corrects":16,"set":{"amount":60000},"reason":"看错","occurred":"2019-05-10"}"#,
        #"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"answer","days":30},{"step":"suggestion","months":3}],"occurred":"2019-01-01"}"#,
        #"{"command":"proposal.file","proposal":"P2","title":"来年","kind":"individual","signers":["M2"],"occurred":"2020-01-01"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"来年","on":"2020-01-01","occurred":"2019-12-01"}"#,
        #"{"command":"activity.schedule","activity":"A3","kind":"study","title":"未办","on":"2019-11-01","occurred":"2019-10-01"}"#,
    ]

    private func tables(asOf: String = "2019-12-31") throws -> [String: Table] {
        let bench = try ReportBench()
        for line in Self.year { try bench.record(line) }
        let report = try AnnualReport(
            bench.book, state: bench.book.state(), year: 2019, asOf: day(asOf), plan: nil, checkpoint: nil, reader: nil)
        var tables: [String: Table] = [:]
        for case .table(let table) in report.document.sections.flatMap(\.blocks) { tables[table.key] = table }
        return tables
    }

    /// M2 co-signs in June: as of March the ten points are M1's and M3's alone, as the status has it. Reports of rendering 2 had the later
    /// co-signer in sight, and are made again as they were.
    @Test(arguments: [(3, [500, 0, 500]), (2, [500, 250, 250])] as [(Int64, [Int64])])
    func whoCoSignsLaterSharesNothing(rendering: Int64, points: [Int64]) throws {
        let bench = try ReportBench()
        let plan = "plan: U\\ntitle: 试\\nyear: 2019\\ntargets:\\n  - {id: a, title: 提案, for: member, score: {share: 10, lead: 50%}, acts: {proposals: joint}}\\n"
        for line in [
            #"{"command":"member.join","member":"M3","name":"后来的人","from":"2019-01-01"}"#,
            #"{"command":"proposal.file","proposal":"P9","title":"联名","kind":"joint","signers":["M1","M3"],"occurred":"2019-03-05"}"#,
            #"{"command":"plan.adopt","plan":"U","title":"试","year":2019,"text":"\#(plan)"}"#,
            #"{"command":"proposal.co-sign","proposal":"P9","member":"M2","occurred":"2019-06-01"}"#,
        ] { try bench.record(line) }
        let state = try bench.book.state()
        let report = try AnnualReport(
            bench.book, state: state, year: 2019, asOf: day("2019-03-31"), plan: state.plans.values.first { $0.id.description == "U" },
            checkpoint: nil, reader: nil, rendering: rendering)
        #expect(report.status?.members.map(\.total.points) == points)
    }

    @Test func whatWasHeldAndWhoCame() throws {
        let tables = try tables()
        // What is planned, and what is of another year, is not in it.
        try check(
            tables["activities"],
            [
                (
                    #"{"date":"2019-03-01","activity":"A1 学习 <章程> M1（已删除）","kind":"study","attended":{"value":2,"of":2},"partners":["街道"],"outcome":[{"kind":"suggestion","count":2}]}"#,
                    [4, 5, 6, 9]
                )
            ])
        try check(
            tables["attendance"],
            [
                (
                    #"{"member":"M1","countable":1,"present":1,"late":0,"leave":0,"absent":0,"excused":0,"share":{"value":1,"of":1}}"#, [5]
                ),
                (
                    #"{"member":"M2","countable":1,"present":1,"late":0,"leave":0,"absent":0,"excused":0,"share":{"value":1,"of":1}}"#, [6]
                ),
            ])
    }

    @Test func proposalsSuggestionsAndTheirTime() throws {
        let tables = try tables()
        try check(
            tables["proposals"],
            [
                (
                    #"{"proposal":"P1 增设公交站","number":"1","kind":"individual","by":["M1"],"filed":"2019-03-02","units":["局"],"stage":"answered","rated":[{"handling":"satisfied","result":"not-satisfied"}]}"#,
                    [7, 10, 11, 12, 13]
                )
            ])
        try check(
            tables["suggestions"],
            [(#"{"suggestion":"S1 路灯","by":["M2"],"date":"2019-05-01","to":"局","stage":"handed-over"}"#, [14, 15])])
        // 30 days from 11 March; three months from 2 May.
        try check(
            tables["time-limits"],
            [
                (
                    #"{"step":"answer","who":"局","of":"proposal:P1","from":"2019-03-11","due":"2019-04-10","done":"2019-04-01","standing":"done-in-time"}"#,
                    [11, 12, 24]
                ),
                (
                    #"{"step":"suggestion","who":"局","of":"suggestion:S1","from":"2019-05-02","due":"2019-08-02","standing":"overdue"}"#,
                    [15, 24]
                ),
            ])
    }

    /// A donor is named who agreed to it; whoever was visited at home is not.
    @Test func moneyAndPeople() throws {
        let tables = try tables()
        try check(
            tables["donations"],
            [
                (
                    #"{"donation":"D1","date":"2019-05-05","kind":"money","amount":60000,"donor":"not-public","purpose":"慰问"}"#, [16, 23]
                ),
                (
                    #"{"donation":"D2","date":"2019-05-06","kind":"brought-in","amount":30000,"donor":"other","purpose":"送戏"}"#, [17]
                ),
                (#"{"donation":"D3","date":"2019-12-31","kind":"goods","amount":9000,"donor":"M2","purpose":"米"}"#, [18]),
                (#"{"donation":"given","amount":69000}"#, []), (#"{"donation":"brought-in","amount":30000}"#, []),
            ])
        try check(tables["funds"], [(#"{"purpose":"慰问","received":60000,"spent":20000,"left":40000}"#, [16, 20, 23])])
        try check(tables["visits"], [(#"{"visit":"V1","date":"2019-05-08","whom":["M1","not-public"],"place":"东村"}"#, [21])])
        try check(tables["works"], [(#"{"work":"W1 调研","kind":"report","date":"2019-05-09","activity":"activity:A1"}"#, [22])])
        try check(
            tables["corrections"],
            [
                (
                    #"{"kind":"corrected","date":"2019-05-10","corrects":16,"about":["donation:D1","member:M1"],"reason":"看错"}"#, [16, 23]
                )
            ])
    }

    /// On a day of the year, what happened later is not in it: neither the answer nor the gifts. A correction counts with what it corrects.
    @Test(
        arguments: [
            ("2019-03-31", ["activities", "attendance", "proposals", "time-limits"], "handed-over"),
            ("2019-04-01", ["activities", "attendance", "proposals", "time-limits"], "answered"),
            ("2019-05-05", ["activities", "attendance", "corrections", "donations", "proposals", "suggestions", "time-limits"], "answered"),
            ("2019-02-28", [], nil),
        ] as [(String, [String], String?)])
    func nothingLaterIsInIt(asOf: String, keys: [String], stage: String?) throws {
        let tables = try tables(asOf: asOf)
        #expect(tables.keys.filter { $0 != "overview" }.sorted() == keys)
        let proposal = tables["proposals"]?.json.arrayValue?.first?.objectValue
        #expect(proposal?["stage"]?.stringValue == stage)
    }

    /// Who was commended for what, and appeals with what came of them; not what the member said.
    @Test(arguments: [2, 3])
    func honoursAndAppeals(rendering: Int64) throws {
        let bench = try ReportBench()
        for line in [
            #"{"command":"commendation.record","commendation":"H1","title":"优秀委员","level":"city","from":"市政协","members":["M1"],"occurred":"2019-06-01"}"#,
            #"{"command":"commendation.record","commendation":"H2","title":"优秀提案","level":"district","what":"proposal:P1","occurred":"2019-06-02"}"#,
            #"{"command":"commendation.record","commendation":"H3","title":"来年","level":"city","members":["M2"],"occurred":"2020-01-01"}"#,
            #"{"command":"appeal.file","appeal":"O1","member":"M2","plan":"T","target":"1","why":"秘密的理由","occurred":"2019-06-03"}"#,
            #"{"command":"appeal.answer","appeal":"O1","outcome":"upheld","answer":"有签名","occurred":"2019-06-04"}"#,
            #"{"command":"points.award","award":"G1","plan":"T","target":"1","member":"M2","points":100,"appeal":"O1","reason":"x","occurred":"2019-06-05"}"#,
        ] { try bench.record(line) }
        let report = try AnnualReport(
            bench.book, state: bench.book.state(), year: 2019, asOf: day("2019-12-31"), plan: nil, checkpoint: nil, reader: nil,
            rendering: rendering)
        let tables = Dictionary(
            report.document.sections.flatMap(\.blocks).compactMap { block -> (String, Table)? in
                if case .table(let table) = block { (table.key, table) } else { nil }
            }) { first, _ in first }
        let text = MarkdownRenderer(.chinese).render(report.document)
        // Earlier renderings are made as they were.
        guard rendering > 2 else {
            #expect(tables["commendations"] == nil && tables["appeals"] == nil && !text.contains("没有记录的事项"))
            return
        }
        try check(
            tables["commendations"],
            [
                (
                    #"{"commendation":"H1 优秀委员","date":"2019-06-01","level":"city","from":"市政协","of":"member","whom":["M1"]}"#, [9]
                ),
                (#"{"commendation":"H2 优秀提案","date":"2019-06-02","level":"district","of":"proposal","whom":["proposal:P1"]}"#, [10]),
            ])
        try check(
            tables["appeals"],
            [
                (
                    #"{"appeal":"O1","member":"M2","target":"T 1","filed":"2019-06-03","outcome":"upheld","answer":"有签名","settlements":[{"target":"1","points":100}]}"#,
                    [12, 13, 14]
                )
            ])
        #expect(!text.contains("秘密的理由"))
        // What there is none of is said.
        #expect(text.contains("没有记录的事项：意见建议和社情民意、爱心捐助、经费收支、联系走访、报告和文稿。"))
    }

    /// What a commendation is stands in a column where it is not an honour every time.
    @Test(arguments: [3, 4] as [Int64])
    func modelsAreNamed(rendering: Int64) throws {
        let bench = try ReportBench()
        func commendations() throws -> Table? {
            let report = try AnnualReport(
                bench.book, state: bench.book.state(), year: 2019, asOf: day("2019-12-31"), plan: nil, checkpoint: nil, reader: nil,
                rendering: rendering)
            return report.document.sections.flatMap(\.blocks).compactMap { if case .table(let table) = $0 { table } else { nil } }
                .first { $0.key == "commendations" }
        }
        try bench.record(
            #"{"command":"commendation.record","commendation":"H1","title":"优秀委员","level":"city","kind":"honour","members":["M1"],"occurred":"2019-06-01"}"#)
        // A model of another year is none of this one.
        try bench.record(
            #"{"command":"commendation.record","commendation":"H2","title":"来年","level":"city","kind":"model","members":["M1"],"occurred":"2020-01-01"}"#)
        #expect(try commendations()?.columns.map(\.key) == ["commendation", "date", "level", "from", "of", "whom"])
        try bench.record(
            #"{"command":"commendation.record","commendation":"H3","title":"履职典型","level":"district","kind":"model","members":["M2"],"occurred":"2019-06-02"}"#)
        try check(
            commendations(),
            [
                (#"{"commendation":"H1 优秀委员","kind":"honour","date":"2019-06-01","level":"city","of":"member","whom":["M1"]}"#, [9]),
                (#"{"commendation":"H3 履职典型","kind":"model","date":"2019-06-02","level":"district","of":"member","whom":["M2"]}"#, [11]),
            ])
    }

    @Test(arguments: ReportParameters.Format.verifiable)
    func theRenderingBeforeIsStillMade(format: ReportParameters.Format) throws {
        let bench = try ReportBench()
        try bench.record(
            #"{"command":"commendation.record","commendation":"H1","title":"优秀委员","level":"city","members":["M1"],"occurred":"2019-06-01"}"#)
        let text = try bench.report(format, rendering: 2)
        #expect(!text.contains("优秀委员") && text.contains(#""layout":2"#))
        #expect(try bench.verify(text).isComplete)
        #expect(try bench.verify(bench.report(format)).isComplete)
    }
}
