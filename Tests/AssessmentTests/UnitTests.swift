import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Groups and sectors that are assessed each by itself. The figures were derived by hand.
@Suite("Groups and sectors as subjects")
struct UnitTests {
    /// 一组: M1, M2 and, until June, M3, who then goes over to 二组 with M4.
    private func year(_ more: [String] = []) throws -> State {
        var given = try Given()
        for (member, group) in [(1, "一组"), (2, "一组"), (3, "一组"), (4, "二组")] {
            try given.record(
                #"{"command":"member.join","member":"M\#(member)","name":"x","from":"2026-01-01","sector":"经济","groups":["\#(group)"]}"#)
        }
        for fact in [
            #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"x","signers":["M3"],"occurred":"2026-03-01"}"#,
            #"{"command":"proposal.file","proposal":"P2","kind":"joint","title":"x","signers":["M4","M1"],"occurred":"2026-04-01"}"#,
            #"{"command":"member.release","member":"M3","of":{"kind":"group","name":"一组"},"on":"2026-06-30"}"#,
            #"{"command":"member.assign","member":"M3","to":{"kind":"group","name":"二组"},"from":"2026-07-01"}"#,
            #"{"command":"proposal.file","proposal":"P3","kind":"individual","title":"x","signers":["M3"],"occurred":"2026-08-01"}"#,
            #"{"command":"proposal.file","proposal":"P4","kind":"collective","title":"x","signers":[],"body":"一组","occurred":"2026-09-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2026-05-10","invited":["M1","M2"]}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1"],"occurred":"2026-05-10"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"学习","on":"2026-05-20","responsible":"二组"}"#,
            #"{"command":"attendance.check-in","activity":"A2","members":["M1","M4"],"occurred":"2026-05-20"}"#,
        ] + more { try given.record(fact) }
        return given.state
    }

    private func status(
        _ targets: String, _ head: String = "", asOf: String = "2026-12-31", state: State? = nil
    ) throws -> PlanStatus {
        let plan = try Plan(yaml: Self.yaml(targets, head))
        return assess(plan, try state ?? year(), asOf: try #require(CalendarDate(asOf)))
    }

    private static func yaml(_ targets: String, _ head: String = "") -> String {
        "plan: T\ntitle: 试\nyear: 2026\n\(head)\ntargets:\n\(targets)\n"
    }

    private func points(_ target: String) throws -> [String: Int64?] {
        let units = try status("  - {id: a, title: x, for: group, \(target)}").targets[0].units
        return Dictionary(uniqueKeysWithValues: units.map { ($0.unit.name, $0.status.points) })
    }

    /// Membership is that of the act's day. 一组: P1 (M3 was there), P2, P4. 二组: P2, P3 (M3 came in July).
    @Test func whatItsMembersDid() throws {
        #expect(try points("score: {each: 10}, acts: {proposals: any}") == ["一组": 3_000, "二组": 2_000])
        // 一组 leads P1 and P4 and joins in P2: 5 + 5 + 2. 二组 leads P2 and P3.
        #expect(try points("score: {each: {lead: 5, other: 2}}, acts: {proposals: any}") == ["一组": 1_200, "二组": 1_000])
        // P2 is halved: 10 + 5 + 10 and 5 + 10.
        #expect(try points("score: {share: 10}, acts: {proposals: any}") == ["一组": 2_500, "二组": 1_500])
    }

    /// A1 is 一组's, whose members alone are invited; A2 二组 answers for.
    @Test func activitiesOfItsOwn() throws {
        #expect(try points("score: {each: 1}, acts: {activities: study}") == ["一组": 100, "二组": 100])
    }

    /// Turnout is over its members of the day. 一组: A1 one of two, A2 one of three: 2/5. 二组 on 20 May: M4 alone.
    @Test func turnout() throws {
        let units = try status("  - {id: a, title: x, for: group, require: [{turnout: study, at-least: 40%}]}").targets[0].units
        #expect(units.map(\.unit.name) == ["一组", "二组"])
        #expect(units.map { $0.status.requirements[0].actual } == [
            .share(numerator: 2, denominator: 5), .share(numerator: 1, denominator: 1),
        ])
        #expect(units.map(\.status.state) == [.met, .met])
    }

    /// Proposals to members on the as-of day: 3 of 2, and 2 of 2.
    @Test func perMember() throws {
        let units = try status("  - {id: a, title: x, for: group, require: [{ratio: proposals, at-least: 150%}]}").targets[0].units
        #expect(units.map { $0.status.requirements[0].actual } == [
            .share(numerator: 3, denominator: 2), .share(numerator: 2, denominator: 2),
        ])
        #expect(units.map(\.status.state) == [.met, .missed])
    }

    /// Each of its members files one: in 一组 M1 has P2 and M2 none; in 二组 M3 has P3 (P1 was 一组's) and M4 has P2.
    @Test func eachOfItsMembers() throws {
        let units = try status("  - {id: a, title: x, for: group, require: [{proposals: any, per: member, at-least: 1}]}").targets[0].units
        #expect(units.map { $0.status.requirements[0].actual } == [.parts(reached: 1, of: 2), .parts(reached: 2, of: 2)])
    }

    /// Base, grades and places are the groups' where they alone have points: 50 + 30 and 50 + 20.
    @Test func totalsAndGrades() throws {
        let head = "base: 50\ngrades:\n  - {from: 60, title: 先进, at-most: 1}\n  - {from: 60, title: 达标}"
        let status = try status("  - {id: a, title: x, for: group, score: {each: 10}, acts: {proposals: any}}", head)
        #expect(status.units.map(\.total.points) == [8_000, 7_000])
        #expect(status.units.map(\.total.grade?.title.zh) == ["先进", "达标"])
        #expect(status.units.map { $0.members.map(\.description) } == [["M1", "M2"], ["M3", "M4"]])
        #expect(status.points == 0)
    }

    @Test func sectors() throws {
        let units = try status("  - {id: a, title: x, for: sector, score: {each: 10}, acts: {proposals: any}}").units
        // All are of one sector: P1, P2, P3; P4 is 一组's own.
        #expect(units.map(\.total.points) == [3_000])
    }

    /// As of a day, what is later is left out: in May M3 is still of 一组.
    @Test func asOfADay() throws {
        let status = try status(
            "  - {id: a, title: x, for: group, score: {each: 10}, acts: {proposals: any}}", asOf: "2026-05-31")
        #expect(status.units.map { $0.members.map(\.description) } == [["M1", "M2", "M3"], ["M4"]])
        #expect(status.units.map(\.total.points) == [2_000, 1_000])
    }

    private func pointsByHand(_ targets: String, _ commands: [String]) throws -> PlanStatus {
        let text = String(decoding: JSONValue.string(Self.yaml(targets)).canonicalBytes, as: UTF8.self)
        let adopt = #"{"command":"plan.adopt","plan":"T","title":"试","year":2026,"text":\#(text),"occurred":"2026-01-01"}"#
        return try status(targets, state: year([adopt] + commands))
    }

    private static func points(_ command: String, _ points: Int, _ whose: String) -> String {
        #"{"command":"points.\#(command)","plan":"T","points":\#(points),\#(whose),"reason":"x","occurred":"2026-10-01"}"#
    }

    /// 一组: from full 10, 3 taken: 7. 二组: 2 given, no more than 10. The sector: 4 - 1.5.
    @Test func whatIsGivenByHand() throws {
        let status = try pointsByHand(
            """
              - {id: g, title: x, for: group, points: 10, start: full, score: by-hand}
              - {id: s, title: x, for: sector, score: by-hand}
            """,
            [
                Self.points("deduct", 300, #""target":"g","group":"一组""#), Self.points("award", 200, #""target":"g","group":"二组""#),
                Self.points("award", 400, #""target":"s","sector":"经济""#), Self.points("deduct", 150, #""target":"s","sector":"经济""#),
            ])
        #expect(status.units.map(\.unit.name) == ["一组", "二组", "经济"])
        #expect(status.units.map(\.total.points) == [700, 1_000, 250])
        // Opening 1, members 2 to 5, the year 6 to 16 (two came to A2), plan 17: the deduction is 18.
        #expect(status.targets[0].units[0].status.evidence.map(\.value) == [18])
        #expect(status.points == 0)
    }

    /// M1's appeal about what 一组 filed: 30 counted, and 5 by hand. 二组 has its 20.
    @Test func anAppealOfOneOfThem() throws {
        let status = try pointsByHand(
            "  - {id: a, title: x, for: group, score: {each: 10}, acts: {proposals: any}}",
            [
                #"{"command":"appeal.file","appeal":"O1","member":"M1","plan":"T","target":"a","why":"漏记","occurred":"2026-09-10"}"#,
                #"{"command":"appeal.answer","appeal":"O1","outcome":"upheld","answer":"是","occurred":"2026-09-20"}"#,
                Self.points("award", 500, #""target":"a","group":"一组","appeal":"O1""#),
            ])
        #expect(status.units.map(\.total.points) == [3_500, 2_000])
        #expect(status.targets[0].units[0].status.lines.last?.outcome == .settles(id("O1")))
    }

    @Test(arguments: ["mark: by-hand", "require: [{spent: brought-in, at-least: 100%}]"])
    func whatGroupsAreNotAssessedBy(rule: String) throws {
        #expect(throws: PlanError.self) { try status("  - {id: a, title: x, for: group, \(rule)}") }
    }
}
