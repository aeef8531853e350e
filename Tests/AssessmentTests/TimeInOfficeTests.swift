import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What is asked of who is in office for a part of the year.
@Suite("Time in office")
struct TimeInOfficeTests {
    private static func status(_ targets: String, _ commands: [String], asOf: String) throws -> PlanStatus {
        var given = try Given()
        for command in commands { try given.record(command) }
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2024\ntargets:\n" + targets)
        return assess(plan, given.state, asOf: day(asOf))
    }

    private static func joins(_ id: String, _ day: String) -> String {
        #"{"command":"member.join","member":"\#(id)","name":"甲","from":"\#(day)","occurred":"2024-01-01"}"#
    }

    private static func visits(_ id: String, _ days: String...) -> [String] {
        days.map { #"{"command":"visit.record","visit":"V\#(id)-\#($0)","members":["\#(id)"],"area":"甲村","occurred":"\#($0)"}"# }
    }

    private static func of(_ member: String, _ status: PlanStatus, _ target: Int = 0) -> MemberTarget? {
        status.targets[target].members.first { $0.member.description == member }
    }

    /// Of 144 days from 10 August on, 23 are over on 1 September: of a norm of 3 that is none, and one is ahead of it. Of the whole
    /// year it would be two.
    @Test func theNormsPaceBeginsThen() throws {
        let status = try Self.status(
            "  - {id: a, title: 走访, for: member, score: {around: 3, points: 10, each: 5}, acts: {visits: any}}\n",
            [Self.joins("M1", "2024-01-01"), Self.joins("M2", "2024-08-10")] + Self.visits("M1", "2024-08-20") + Self.visits("M2", "2024-08-20"),
            asOf: "2024-09-01")
        #expect(Self.of("M1", status)?.state == .behind)
        #expect(Self.of("M2", status)?.state == .onTrack)
    }

    /// M2 takes office on 10 August: the third quarter from then on and the fourth are asked, and no gap before counts.
    @Test func partsOfTheYearAreAskedFromThenOn() throws {
        let targets = """
              - {id: q, title: 季, for: member, points: 4, score: pro-rata, require: [{visits: any, per: quarter, at-least: 1}]}
              - {id: e, title: 隔, for: member, require: [{visits: any, every: 3 months}]}

            """
        let commands = [Self.joins("M1", "2024-01-01"), Self.joins("M2", "2024-08-10")] + Self.visits("M2", "2024-09-01", "2024-11-20")
        let end = try Self.status(targets, commands, asOf: "2024-12-31")
        // M1 did nothing.
        #expect(Self.of("M1", end)?.requirements[0].actual == .parts(reached: 0, of: 4))
        #expect(Self.of("M1", end, 1)?.state == .missed)
        #expect(Self.of("M2", end)?.requirements[0].actual == .parts(reached: 2, of: 2))
        #expect(Self.of("M2", end)?.points == 400 && Self.of("M2", end)?.state == .met)
        #expect(Self.of("M2", end, 1)?.state == .met)
        #expect(Self.of("M2", end)?.requirements[0].parts.map(\.of) == [
            .days(Period(first: day("2024-08-10"), last: day("2024-09-30"))), .days(Period(first: day("2024-10-01"), last: day("2024-12-31"))),
        ])
        // From 10 August three months on: 9 November.
        #expect(Self.of("M2", try Self.status(targets, commands.dropLast(2) + [], asOf: "2024-11-08"), 1)?.state == .notDue)
        #expect(Self.of("M2", try Self.status(targets, commands.dropLast(2) + [], asOf: "2024-11-09"), 1)?.state == .missed)
    }

    /// Twelve in the year are one a month: of who takes office in August nothing is behind before a twelfth of the rest is over.
    @Test func thePaceBeginsWithTheTerm() throws {
        let targets = "  - {id: n, title: 走访, for: member, require: [{visits: any, at-least: 12}]}\n"
        let commands = [Self.joins("M1", "2024-01-01"), Self.joins("M2", "2024-08-01")]
        let status = try Self.status(targets, commands, asOf: "2024-08-12")
        #expect(Self.of("M1", status)?.state == .behind)
        // 12 of 153 days: less than one is to be expected.
        #expect(Self.of("M2", status)?.state == .notDue)
        // 13 of 153.
        #expect(Self.of("M2", try Self.status(targets, commands, asOf: "2024-08-13"))?.state == .behind)
        #expect(Self.of("M2", try Self.status(targets, commands, asOf: "2024-12-31"))?.state == .missed)
    }

    /// What was to be done in the first half is not asked of who came in August, of each by themselves or of all together.
    @Test func whatWasOverBeforeIsNotAsked() throws {
        let targets = """
              - {id: m, title: 走访, for: member, points: 5, score: when-met, require: [{visits: any, at-least: 1, within: 2024年上半年}]}
              - {id: b, title: 走访, require: [{visits: any, at-least: 1, per: member, within: 2024年上半年}]}

            """
        let commands = [Self.joins("M1", "2024-01-01"), Self.joins("M2", "2024-08-01")] + Self.visits("M1", "2024-02-01")
        let status = try Self.status(targets, commands, asOf: "2024-12-31")
        #expect(Self.of("M1", status)?.state == .met)
        #expect(Self.of("M2", status)?.isAsked == false)
        #expect(status.targets[0].state == .met)
        #expect(status.targets[1].requirements[0].actual == .parts(reached: 1, of: 1) && status.targets[1].state == .met)
    }

    /// Who was away from April to September is asked for the first and the last quarter; a gap in office is no gap.
    @Test func twoTermsAreEachAskedByThemselves() throws {
        let targets = """
              - {id: q, title: 季, for: member, require: [{visits: any, per: quarter, at-least: 1}]}
              - {id: e, title: 隔, for: member, require: [{visits: any, every: 3 months}]}

            """
        let commands =
            [Self.joins("M1", "2024-01-01"),
             #"{"command":"member.leave","member":"M1","on":"2024-03-31","reason":"x","occurred":"2024-03-31"}"#,
             #"{"command":"member.begin-term","member":"M1","from":"2024-10-01","occurred":"2024-10-01"}"#]
            + Self.visits("M1", "2024-02-01", "2024-11-01")
        let status = try Self.status(targets, commands, asOf: "2024-12-31")
        #expect(Self.of("M1", status)?.requirements[0].actual == .parts(reached: 2, of: 2))
        #expect(Self.of("M1", status, 1)?.state == .met)
    }
}
