import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Rendering
import Testing
import TransparencyTree
import Wording

@testable import Reports

/// The year-end report and the bulletin have who left, with their final figures, and the report every plan of its year. Reports
/// of rendering 3 have neither, and are made again as they were.
@Suite("Reports with who left, and with several plans")
struct LeaversAndPlansTests {
    /// The bench's M1 and M2 were at A1 on 1 March, for a point each; M2 leaves on 30 April. M1 alone comes to A2 in May. The plan of
    /// the body gives 5 for each proposal, of which there is one.
    private func bench(hasSecondPlan: Bool = true) throws -> ReportBench {
        let bench = try ReportBench()
        let plan = #"plan: B\ntitle: 单位\nyear: 2019\ntargets:\n  - {id: x, title: 提案, points: 20, score: {each: 5}, acts: {proposals: any}}\n"#
        for line in [
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"再学","on":"2019-05-10","occurred":"2019-05-01"}"#,
            #"{"command":"member.leave","member":"M2","on":"2019-04-30","reason":"调离","occurred":"2019-04-30"}"#,
            #"{"command":"attendance.check-in","activity":"A2","members":["M1"],"occurred":"2019-05-10"}"#,
        ] + (hasSecondPlan ? [#"{"command":"plan.adopt","plan":"B","title":"单位","year":2019,"text":"\#(plan)"}"#] : []) {
            try bench.record(line)
        }
        return bench
    }

    private func text(
        _ bench: ReportBench, _ format: ReportParameters.Format = .json, plan: String = "T", beside: [String] = [], part: Period? = nil,
        rendering: Int64 = ReportParameters.rendering
    ) throws -> String {
        let state = try bench.book.state()
        let parameters = ReportParameters(
            year: 2019, part: part, asOf: part?.last ?? day("2019-12-31"), position: state.position, plan: plan, format: format,
            language: .chinese, hasNames: true, rendering: rendering, beside: beside)
        let checkpoint = try bench.book.takeCheckpoint(at: state.position)
        return try ReportFile(bench.book, state: state, parameters, checkpoint: checkpoint, for: ReportBench.purpose).text
    }

    private func cells(_ text: String, _ key: String) throws -> [JSONValue]? {
        let tables = try JSONParser.parse(text).objectValue?["data"]?.arrayValue ?? []
        return tables.first { $0.objectValue?["key"] == .string(key) }?.objectValue?["rows"]?.arrayValue?.map { $0.objectValue?["cells"] ?? .null }
    }

    @Test func whoLeftKeepsALine() throws {
        let bench = try bench()
        let text = try text(bench)
        #expect(try cells(text, "members") == [["M1", ["points": 200], 200, .null]])
        #expect(try cells(text, "members-left") == [["M2", "2019-04-30", ["points": 100], 100, .null]])
        #expect(try self.text(bench, .md).contains("M2 留下的人"))
        // Nobody had left in April.
        #expect(try cells(self.text(bench, part: Period(first: day("2019-01-01"), last: day("2019-04-30"))), "left") == nil)
        let bulletin = try self.text(bench, part: Period(first: day("2019-04-01"), last: day("2019-06-30")))
        #expect(try cells(bulletin, "left") == [["M2", "2019-04-30", 100]])
        #expect(try cells(bulletin, "standings")?.count == 1)
        for report in [text, bulletin] { #expect(try bench.verify(report).isComplete) }
    }

    @Test(arguments: ReportParameters.Format.verifiable)
    func everyPlanOfTheYearIsShown(format: ReportParameters.Format) throws {
        let bench = try bench()
        let both = try text(bench, format, plan: "B", beside: ["T"])
        #expect(try bench.verify(both).isComplete)
        #expect(both.contains("单位") && both.contains("到会"))
        #expect(!(try text(bench, format, plan: "B")).contains("到会"))
        // The figures of the second plan are vouched for too, by a program of another rendering as well.
        let later = both.replacingOccurrences(of: "\"layout\":\(ReportParameters.rendering)", with: "\"layout\":99")
        #expect(try bench.verify(later).uncheckedParts.isEmpty)
        #expect(bench.accepted(later.replacingOccurrences(of: "[\"M2\",\"2019-04-30\"", with: "[\"M2\",\"2019-04-29\"")) == nil)
    }

    @Test func theirDataIsApart() throws {
        let text = try text(bench(), plan: "B", beside: ["T"])
        #expect(try cells(text, "targets")?.first?.arrayValue?.first == "x")
        #expect(try cells(text, "plan:T:targets")?.first?.arrayValue?.first == "1")
        #expect(try cells(text, "plan:T:members-left")?.count == 1 && cells(text, "members") == nil)
    }

    @Test(arguments: ReportParameters.Format.verifiable)
    func renderingThreeIsStillMade(format: ReportParameters.Format) throws {
        let bench = try bench()
        let report = try text(bench, format, rendering: 3)
        #expect(!report.contains("2019-04-30") && report.contains("\"layout\":3"))
        #expect(try bench.verify(report).isComplete)
        let bulletin = try text(bench, format, part: Period(first: day("2019-04-01"), last: day("2019-06-30")), rendering: 3)
        #expect(!bulletin.contains("离任") && bulletin.contains("\"layout\":3"))
        #expect(try bench.verify(bulletin).isComplete)
    }
}
