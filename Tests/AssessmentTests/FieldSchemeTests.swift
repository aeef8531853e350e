import Assessment
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// Published schemes, each with a small recorded year in `Field`: the figures are what the paper gives, derived by hand.
@Suite("Schemes from the field")
struct FieldSchemeTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Field")

    private func status(_ scheme: String, asOf: String) throws -> PlanStatus {
        func text(_ name: String) throws -> String {
            try String(contentsOf: Self.folder.appendingPathComponent("\(scheme).\(name)"), encoding: .utf8)
        }
        let plan = try Plan(yaml: text("yaml"))
        var given = try Given()
        try given.record(#"{"command":"plan.adopt","plan":"\#(plan.id)","title":"x","year":\#(plan.year),"text":"x"}"#)
        for line in try text("ndjson").split(separator: "\n") { try given.record(String(line)) }
        return assess(plan, given.state, asOf: try #require(CalendarDate(asOf)))
    }

    /// A year from July to June. Level 1 four times; Level 2 three times (two, and not two more); no Level 3; Levels 4 and 5 once
    /// each; four joined; of two trainings one had four officers; dues in the first quarter and the list in the first half.
    @Test func speakersClub() throws {
        let status = try status("DCP", asOf: "2025-06-30")
        let goals: [String: Int64] = [
            "G1": 100, "G2": 100, "G3": 0, "G4": 0, "G5": 100, "G6": 100, "G7": 100, "G8": 0, "G9": 0, "G10": 100,
        ]
        for (goal, points) in goals {
            #expect(status.targets.first { $0.target.id == goal }?.points == points, "\(goal)")
        }
        #expect(status.points == 600)
        // Six goals are enough for Distinguished, twelve members, four more than at the start, are not.
        #expect(status.total.grade == nil)
        #expect(status.total.withheld.map(\.grade.title.zh) == ["Distinguished"])
    }

    /// M1 39, M2 14, M3 4; M4, who joined in September, 0.
    @Test func partyMembers() throws {
        #expect(try status("DY", asOf: "2024-12-31").members.map(\.total.points) == [3_900, 1_400, 400, 0])
    }

    /// M1: 提交 10, two accepted 20, one of them key 10, sent to the province 10; an opinion 5, adopted by the prefecture 10 and
    /// by the province 10: 75. M2: a proposal 10, an opinion 5 that was adopted 10; a co-signer earns nothing: 25. M3: a proposal
    /// 10, and nothing again for the opinion that it was turned into. M4: an opinion 5, instructed by the prefecture's leader 10.
    @Test func membersOfThePrefecture() throws {
        let status = try status("YB", asOf: "2024-12-31")
        #expect(status.members.map(\.total.points) == [7_500, 2_500, 1_000, 1_500])
        #expect(status.targets.first { $0.target.id == "民意" }?.members[2].lines.map(\.outcome) == [.countedUnder("提交")])
    }

    /// Five suggestions: 10 and 5 for each of two beyond three. Three speakers: 10, 5 and 5; two speeches at the presidium: 15 and
    /// 5. One absence at the presidium. 7 and 5 households.
    @Test func groupOfDeputies() throws {
        let status = try status("CF", asOf: "2024-12-31")
        let rows: [String: Int64] = [
            "人代会": 1_000, "建议3件": 2_000, "发言": 2_000, "主席团会": 0, "议题调研": 0, "主席团发言": 2_000, "记录": 500, "指导村民代表": 0,
            "经费": 0, "小组活动": 1_000, "联系选民": 500, "优秀代表": 0, "实事": 500,
        ]
        #expect(Dictionary(uniqueKeysWithValues: status.targets.map { ($0.target.id, $0.points) }) == rows.mapValues { Optional($0) })
    }
}
