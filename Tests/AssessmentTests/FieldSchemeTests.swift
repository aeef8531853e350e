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
        // Six goals are enough for Distinguished, eight members are not.
        #expect(status.total.grade == nil)
        #expect(status.total.withheld.map(\.grade.title.zh) == ["Distinguished"])
    }

    /// M1 39, M2 14, M3 4; M4, who joined in September, 0.
    @Test func partyMembers() throws {
        #expect(try status("DY", asOf: "2024-12-31").members.map(\.total.points) == [3_900, 1_400, 400, 0])
    }
}
