import Assessment
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// The smallest histories that once gave a wrong figure, in `Smallest`: `NAME.yaml` and `NAME.ndjson`.
@Suite("The smallest histories")
struct SmallestTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Smallest")

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    private static func status(_ history: String, _ plan: String? = nil, asOf: String = "2024-12-31") throws -> PlanStatus {
        let plan = try Plan(yaml: text("\(plan ?? history).yaml"))
        var given = try Given()
        for line in try text("\(history).ndjson").split(separator: "\n") { try given.record(String(line)) }
        return assess(plan, given.state.asOf(day(asOf)), asOf: day(asOf))
    }

    private static func points(_ status: PlanStatus) -> [String: Int64] {
        Dictionary(uniqueKeysWithValues: status.members.map { ($0.member.description, $0.total.points) })
    }

    /// M2 was at the standing committee as an observer.
    @Test func aRoleBesideMembersNarrows() throws {
        #expect(Self.points(try Self.status("role")) == ["M1": 3_000, "M2": 0])
    }

    /// M3 co-signs in June; the ten points are then shared by three.
    @Test func whoCoSignsLaterChangesNothingBefore() throws {
        #expect(Self.points(try Self.status("cosign", asOf: "2024-03-31")) == ["M1": 500, "M2": 500, "M3": 0])
        #expect(Self.points(try Self.status("cosign")) == ["M1": 500, "M2": 250, "M3": 250])
    }

    /// As it is written its points cannot be reached, and it says so; from full marks on it is what the paper means.
    @Test func fullMarksAreReduced() throws {
        let plan = try Plan(yaml: Self.text("deduct-of.yaml"))
        #expect(plan.warnings == [.deductsFromNothing(id: "a")])
        let full = try Plan(yaml: Self.text("deduct-of.yaml").replacing("points: 10,", with: "points: 10, start: full,"))
        var given = try Given()
        for line in try Self.text("deduct-of.ndjson").split(separator: "\n") { try given.record(String(line)) }
        #expect(Self.points(assess(full, given.state, asOf: day("2024-12-31"))) == ["M1": 1_000, "M2": 500])
    }

    /// M3 takes office on 1 August, and is there once a month from then on.
    @Test func nothingIsOwedBeforeTakingOffice() throws {
        let status = try Self.status("joiner")
        let own = status.targets.map { $0.members[1] }
        #expect(own.map(\.state) == [.met, .met])
        #expect(own[1].requirements[0].actual == .parts(reached: 2, of: 2) && own[1].points == 400)
        #expect(own[1].requirements[0].parts.map(\.of) == [
            .days(Period(first: day("2024-08-01"), last: day("2024-09-30"))), .days(Period(first: day("2024-10-01"), last: day("2024-12-31"))),
        ])
        // Nothing is behind for it on the first days.
        #expect(try Self.status("joiner", asOf: "2024-08-05").targets.flatMap { $0.members[1].requirements }.allSatisfy { $0.behind.count <= 1 && $0.state == .notDue })
    }

    /// The meeting was never closed and nobody was found there, so nothing is on record that it took place: it costs nobody
    /// anything, and no register has it.
    @Test func leaveOfWhatWasNeverClosed() throws {
        let status = try Self.status("open-leave")
        #expect(status.targets[0].points == 0 && status.targets[0].lines.isEmpty)
        var given = try Given()
        for line in try Self.text("open-leave.ndjson").split(separator: "\n") { try given.record(String(line)) }
        #expect(AttendanceRegister(given.state, period: status.plan.period, asOf: status.asOf).rows.isEmpty)
    }

    @Test func whatIsWithdrawnEarnsNothing() throws {
        #expect(Self.points(try Self.status("withdrawn")) == ["M1": 0])
    }

    @Test func aHeadingsCapIsOfTheSum() throws {
        let status = try Self.status("explain-act")
        let heading = try #require(status.members[0].total.headings.first)
        #expect(heading.id == "h" && heading.sum == 2_000 && heading.points == 1_500)
        #expect(Self.points(status) == ["M1": 1_500])
    }

    /// A base of 70 and a heading of 50 are the 120 points that the plan says.
    @Test func baseAndHeadingsAddUp() throws {
        let plan = try Plan(yaml: Self.text("sum.yaml"))
        #expect(plan.pointsOfMember + plan.base == 12_000)
        #expect(!plan.warnings.contains { if case .pointsDoNotAddUp = $0 { true } else { false } })
    }
}
