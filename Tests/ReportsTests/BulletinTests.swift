import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Rendering
import Testing
import Wording

@testable import Reports

/// The bulletin of a quarter over a small book, its figures derived by hand.
@Suite("The bulletin of a quarter")
struct BulletinTests {
    private static let plan = """
        plan: B\\ntitle: 亮分\\nyear: 2019\\nbase: 10\\ngrades: [{from: 40, title: 合格}, {from: 0, title: 不合格}]\\ntargets:\\n\
          - {id: s, title: 学习, for: member, points: 15, score: {award: {present: 10}}, acts: {activities: study}}\\n\
          - {id: p, title: 提案, for: member, score: {each: 5}, acts: {proposals: any}}\\n
        """
    private static let before = """
        plan: A\\ntitle: 上年\\nyear: 2018\\ntargets:\\n\
          - {id: p, title: 提案, for: member, score: {each: 7}, acts: {proposals: any}}\\n
        """

    /// Beside the bench's own: both were at A1 on 1 March, M1 filed P1 on 2 March. Since: M1 at A2 in April, M2 files in May, M3
    /// comes in June and was at A3. In 2018 M2 filed in February and in November.
    private func bench() throws -> ReportBench {
        let bench = try ReportBench()
        for line in [
            #"{"command":"plan.adopt","plan":"B","title":"亮分","year":2019,"text":"\#(Self.plan)","occurred":"2019-01-01"}"#,
            #"{"command":"plan.adopt","plan":"A","title":"上年","year":2018,"text":"\#(Self.before)","occurred":"2018-01-01"}"#,
            #"{"command":"fact.correct","corrects":3,"set":{"from":"2018-01-01"},"reason":"x","occurred":"2019-01-02"}"#,
            #"{"command":"proposal.file","proposal":"Q1","title":"甲","kind":"individual","signers":["M2"],"occurred":"2018-02-01"}"#,
            #"{"command":"proposal.file","proposal":"Q2","title":"乙","kind":"individual","signers":["M2"],"occurred":"2018-11-01"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"学习二","on":"2019-04-01"}"#,
            #"{"command":"attendance.check-in","activity":"A2","members":["M1"],"occurred":"2019-04-01"}"#,
            #"{"command":"proposal.file","proposal":"P2","title":"路灯","kind":"individual","signers":["M2"],"occurred":"2019-05-01"}"#,
            #"{"command":"member.join","member":"M3","name":"新来的人","from":"2019-06-01","occurred":"2019-06-01"}"#,
            #"{"command":"activity.schedule","activity":"A3","kind":"study","title":"学习三","on":"2019-06-20"}"#,
            #"{"command":"attendance.check-in","activity":"A3","members":["M3"],"occurred":"2019-06-20"}"#,
            #"{"command":"appeal.file","appeal":"O1","member":"M2","plan":"B","target":"s","why":"秘密的理由","occurred":"2019-06-21"}"#,
            #"{"command":"appeal.answer","appeal":"O1","outcome":"upheld","answer":"签到表上有签名","occurred":"2019-06-22"}"#,
            #"{"command":"points.award","award":"G1","plan":"B","target":"s","member":"M2","points":500,"appeal":"O1","reason":"x","occurred":"2019-06-23"}"#,
        ] { try bench.record(line) }
        return bench
    }

    private func parameters(
        _ bench: ReportBench, _ first: String = "2019-04-01", _ last: String = "2019-06-30", format: ReportParameters.Format = .md,
        _ language: Language = .chinese, names: Bool = true
    ) throws -> ReportParameters {
        ReportParameters(
            year: 2019, part: .init(first: day(first), last: day(last)), asOf: day(last), position: try bench.book.lastPosition(), plan: "B",
            format: format, language: language, hasNames: names)
    }

    private func tables(_ bench: ReportBench, _ first: String, _ last: String) throws -> [String: Table] {
        let state = try bench.book.state()
        let report = try ReportFile.report(bench.book, state, parameters(bench, first, last), nil, ReportBench.purpose)
        var tables: [String: Table] = [:]
        for case .table(let table) in report.document.sections.flatMap(\.blocks) { tables[table.key] = table }
        return tables
    }

    private func rows(_ table: Table?, _ keys: String...) throws -> [[JSONValue]] {
        try #require(table).json.arrayValue?.map { row in keys.map { row.objectValue?[$0] ?? .null } } ?? []
    }

    /// First quarter: base 10; M1 10 + 5, M2 10. Second: M1 10 more, of which the cap leaves 5; M2 5 + 5 for the appeal, which the cap
    /// of 15 allows; M3 began with the base of 10 and earned 10.
    @Test func pointsSoFarAndOfTheQuarter() throws {
        let bench = try bench()
        let first = try tables(bench, "2019-01-01", "2019-03-31")
        #expect(try rows(first["standings"], "member", "points", "earned") == [["M1", 2500, 1500], ["M2", 2000, 1000]])
        let second = try tables(bench, "2019-04-01", "2019-06-30")
        #expect(try rows(second["standings"], "member", "points", "earned") == [["M1", 3000, 500], ["M2", 3000, 1000], ["M3", 2000, 1000]])
        #expect(try rows(second["standings"], "rank") == [
            [["rank": 1, "tied": true]], [["rank": 1, "tied": true]], [["rank": 3, "tied": false]],
        ])
        #expect(try rows(second["earned"], "member", "target:s", "target:p", "earned") == [
            ["M1", 500, 0, 500], ["M2", 500, 500, 1000], ["M3", 1000, 0, 1000],
        ])
        #expect(try rows(second["overview"], "figure") == [[3], [2667], [833], [0], [3]])
    }

    /// On 30 June 2018 M2 had 7 points, at its end 14; M1 and M3 were not in office then.
    @Test func theYearBefore() throws {
        let second = try tables(bench(), "2019-04-01", "2019-06-30")
        #expect(try rows(second["standings"], "sameDay", "before") == [[.null, .null], [700, 1400], [.null, .null]])
    }

    @Test func whereThePointsComeFrom() throws {
        let second = try tables(bench(), "2019-04-01", "2019-06-30")
        #expect(try rows(second["acts:s"], "act", "members") == [
            ["activity:A2", [["points": 1000, "members": ["M1"]]]], ["activity:A3", [["points": 1000, "members": ["M3"]]]],
            ["award:G1", [["points": 500, "members": ["M2"]]]],
        ])
        #expect(try rows(second["acts:p"], "act") == [["proposal:P2"]])
        #expect(try #require(second["acts:p"]).rows.map { $0.evidence.map(\.value) } == [[16]])
        #expect(try rows(second["appeals"], "appeal", "member", "outcome", "settlements") == [
            ["O1", "M2", "upheld", [["target": "s", "points": 500]]]
        ])
        // M2 is short of 40 by 10: a proposal earns 5.
        #expect(try rows(second["atRisk"], "member", "shortBy") == [["M1", 1000], ["M2", 1000], ["M3", 2000]])
    }

    /// A second plan of the year gives 2 points for each proposal alone: M1 and M2 filed one each, M2's in the quarter. It comes behind
    /// the first, each with tables of its own, and the list of what was done once.
    @Test(arguments: ReportParameters.Format.verifiable)
    func anotherPlanStandsBeside(format: ReportParameters.Format) throws {
        let bench = try bench()
        let other = #"plan: C\ntitle: 提案考核\nyear: 2019\ntargets:\n  - {id: p, title: 提案, for: member, score: {each: 2}, acts: {proposals: any}}\n"#
        try bench.record(
            #"{"command":"plan.adopt","plan":"C","title":"提案考核","year":2019,"text":"\#(other)","occurred":"2019-01-01"}"#)
        var parameters = try parameters(bench, format: format)
        parameters.beside = ["C"]
        let state = try bench.book.state()
        let document = try ReportFile.report(bench.book, state, parameters, nil, ReportBench.purpose).document
        var tables: [String: Table] = [:]
        for case .table(let table) in document.sections.flatMap(\.blocks) { tables[table.key] = table }
        #expect(try rows(tables["standings"], "member", "points", "earned") == [["M1", 3000, 500], ["M2", 3000, 1000], ["M3", 2000, 1000]])
        #expect(try rows(tables["plan:C:standings"], "member", "points", "earned") == [["M1", 200, 0], ["M2", 200, 200], ["M3", 0, 0]])
        #expect(try rows(tables["plan:C:acts:p"], "act") == [["proposal:P2"]])
        #expect(document.sections.count { $0.key == "objection" } == 1 && !document.sections.contains { $0.key == "plan:C:objection" })
        let text = try ReportFile(
            bench.book, state: state, parameters, checkpoint: bench.book.takeCheckpoint(at: state.position), for: ReportBench.purpose).text
        #expect(try bench.verify(text).isComplete && text.contains("提案考核"))
    }

    @Test(arguments: ReportParameters.Format.verifiable, [true, false])
    func itIsVerified(format: ReportParameters.Format, names: Bool) throws {
        let bench = try bench()
        func file() throws -> String {
            let state = try bench.book.state()
            return try ReportFile(
                bench.book, state: state, parameters(bench, format: format, names: names),
                checkpoint: bench.book.takeCheckpoint(at: state.position), for: ReportBench.purpose).text
        }
        let text = try file()
        #expect(try bench.verify(text).isComplete)
        #expect(bench.accepted(text.replacingOccurrences(of: "路灯", with: "路标")) == nil)
        #expect(text.contains("欧阳一") == names && text.contains("提出申诉") && text.contains("2019 年第二季度"))
        // What a member says is theirs.
        #expect(!text.contains("秘密的理由"))
        // Who was erased since may be named in it.
        try bench.erase("M1")
        #expect(bench.accepted(text)?.map(\.member.description) == (names ? ["M1"] : []))
    }

    @Test func inEnglish() throws {
        let bench = try bench()
        let state = try bench.book.state()
        func text(_ first: String, _ last: String) throws -> String {
            try ReportFile(
                bench.book, state: state, parameters(bench, first, last, .english), checkpoint: nil, for: ReportBench.purpose).text
        }
        let quarter = try text("2019-04-01", "2019-06-30")
        for part in ["quarter 2 of 2019", "Members by points", "How to object to a figure", "+10: M1 欧阳一", "upheld", "=1"] {
            #expect(quarter.contains(part), "\(part)")
        }
        #expect(try text("2019-01-01", "2019-06-30").contains("first half of 2019") && text("2019-05-01", "2019-05-31").contains("2019-05\n"))
        // What is no part of the plan's year is not called one.
        let other = try text("2019-02-01", "2019-04-30")
        #expect(!other.contains("quarter 1") && other.contains("2019-02-01 to 2019-04-30"))
    }

    @Test func asCSV() throws {
        let bench = try bench()
        let state = try bench.book.state()
        let text = try ReportFile(bench.book, state: state, parameters(bench, format: .csv), checkpoint: nil, for: ReportBench.purpose).text
        let lines = text.components(separatedBy: "\r\n")
        let head = try #require(lines.firstIndex { $0.hasPrefix("名次,委员,累计得分,本期得分,等次,") })
        #expect(lines[head - 1] == "委员得分" && lines[head + 1].hasPrefix("并列 1,M1 欧阳一,30.00,5.00,不合格,"))
        #expect(text.unicodeScalars.first == "\u{FEFF}" && text.unicodeScalars.count { $0 == "\u{FEFF}" } == 1)
    }

    /// Beside what the plan counts: of the quarter alone, and in no earlier rendering.
    @Test func speechesAndReceptions() throws {
        let bench = try bench()
        let first = Int64(try bench.book.state().position.value)
        for line in [
            #"{"command":"speech.record","activity":"A1","members":["M1"],"form":"oral","title":"一季度","occurred":"2019-03-01"}"#,
            #"{"command":"speech.record","activity":"A2","members":["M1"],"form":"oral","title":"二季度","occurred":"2019-04-01"}"#,
            #"{"command":"petition.receive","petition":"L1","kind":"letter","title":"一季度来信","occurred":"2019-03-20"}"#,
            #"{"command":"petition.answer","petition":"L1","text":"已办","occurred":"2019-04-20"}"#,
        ] { try bench.record(line) }
        func table(rendering: Int64) throws -> Table? {
            let state = try bench.book.state()
            let bulletin = try Bulletin(
                state, year: 2019, period: #require(Period(first: day("2019-04-01"), last: day("2019-06-30"))), asOf: day("2019-06-30"),
                plan: #require(state.plans.values.first { $0.id.description == "B" }), checkpoint: nil, reader: nil, rendering: rendering,
                keepsEarned: true)
            return bulletin.document.sections.first { $0.key == "done" }?.blocks.lazy.compactMap { block -> Table? in
                if case .table(let table) = block { table } else { nil }
            }.first
        }
        let found = try #require(try table(rendering: 4))
        #expect(found.json == [["item": "speeches", "figure": 1], ["item": "petitions-answered", "figure": 1]])
        #expect(found.rows.map { $0.evidence.map(\.value) } == [[first + 2], [first + 3, first + 4]])
        #expect(try table(rendering: 3) == nil)
    }
}
