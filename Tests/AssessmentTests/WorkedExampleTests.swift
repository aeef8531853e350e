import Assessment
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// The year 2019 of the work committee under plan P6: each figure here was derived by hand from the plan's rules, before
/// the program existed. Positions are those of the seeds: 415 is the late correction.
@Suite("The worked example P6, 2019")
struct WorkedExampleTests {
    private static let correction: Int64 = 415

    private func status(_ asOf: String, at position: Int64 = correction) throws -> PlanStatus {
        let plan = try Plan(yaml: Seeds.text("plans/P6.yaml"))
        return assess(plan, try Seeds.state(of: "P6", plan: plan, upTo: position), asOf: try #require(CalendarDate(asOf)))
    }

    @Test(arguments: [
        ("2019-06-30", 414, [300, 1_000, 500, 500, 652, 348, 400, -200, 0], 3_500),
        ("2019-06-30", 415, [600, 1_000, 500, 500, 652, 348, 400, -200, 0], 3_800),
        ("2019-12-31", 414, [1_000, 1_000, 500, 1_000, 1_435, 957, 800, -300, 300], 6_692),
        ("2019-12-31", 415, [1_000, 1_000, 500, 1_000, 1_435, 957, 800, -300, 300], 6_692),
    ])
    func points(asOf: String, at position: Int64, items: [Int64], total: Int64) throws {
        let status = try status(asOf, at: position)
        let scored = status.targets.filter { $0.points != nil }
        #expect(scored.map(\.target.id) == ["1", "2", "3", "4", "5", "7", "8", "9", "10"])
        #expect(scored.map(\.points) == items)
        #expect(status.points == total)
        #expect(status.of == 9_000)
    }

    @Test(arguments: [(414, 3, TargetState.missed), (415, 4, .met)] as [(Int64, Int64, TargetState)])
    func theCorrectionMeetsTheRequiredFour(at position: Int64, sessions: Int64, state: TargetState) throws {
        let study = try #require(try status("2019-12-31", at: position).targets.first)
        #expect(study.requirements.map(\.actual) == [.count(sessions), .count(1)])
        #expect(study.state == state)
        #expect(study.evidence.contains(Position(415)) == (position == 415))
    }

    @Test(arguments: [
        ("S1", 19, 23), ("S2", 19, 23), ("S3", 19, 23), ("S4", 19, 23), ("T1", 20, 23), ("R1", 9, 23), ("R2", 8, 24),
        ("I1", 20, 23), ("I2", 18, 23), ("O1", 19, 23), ("O2", 19, 23),
    ])
    func shares(activity: String, present: Int, countable: Int) throws {
        let state = try Seeds.state(of: "P6", plan: Plan(yaml: Seeds.text("plans/P6.yaml")), upTo: Self.correction)
        let id = try #require(ActivityID(activity))
        let count = AttendanceCount(try #require(state.activities[id]), in: state)
        #expect(count.present.count == present)
        #expect(count.countable == countable)
    }

    @Test func everyFigureHasItsEntries() throws {
        for target in try status("2019-12-31").targets where target.points.map({ $0 != 0 }) ?? false {
            #expect(!target.evidence.isEmpty, "\(target.target.id)")
        }
    }

    @Test func thePlanAddsUpToNinetyAndSkipsSix() throws {
        let plan = try Plan(yaml: Seeds.text("plans/P6.yaml"))
        #expect(plan.warnings == [.pointsDoNotAddUp(sum: 9_000, stated: 10_000), .numberMissing(6)])
    }

    @Test func theCalendarIsFulfilled() throws {
        let calendar = try status("2019-12-31").calendar
        #expect(calendar.map(\.item.id) == (1...9).map { "C\($0)" })
        #expect(calendar.map(\.state) == Array(repeating: .met, count: 9))
        #expect(calendar.map(\.link) == [.given, .given, .given, .given, .given, .found, .given, .given, .given])
        #expect(try status("2019-06-30").calendar.last?.state == .notDue)
    }
}

/// The recorded years that ship with the product, folded without a log.
enum Seeds {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("seeds")

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    static func state(of body: String, plan: Plan, upTo last: Int64) throws -> State {
        var given = try Given()
        for line in try text("rosters/\(body).ndjson").split(separator: "\n") { try given.record(String(line)) }
        try given.record(#"{"command":"plan.adopt","plan":"\#(plan.id)","title":"x","year":\#(plan.year),"text":"x"}"#)
        for line in try text("years/\(body).ndjson").split(separator: "\n") where given.state.position.value < last {
            try given.record(String(line))
        }
        return given.state
    }
}
