import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Whose an act is, and which part in it. The figures were derived by hand from the guide.
@Suite("The part played")
struct PartTests {
    /// M1 of 一组, who holds 主任; M2 of 二组; M3 comes in July as 常委; M4 is entered twice, as M5 with the role of 常委.
    private func status(_ facts: [String], _ target: String) throws -> TargetStatus {
        var given = try Given()
        for fact in [
            #"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01","groups":["一组"],"roles":["主任"]}"#,
            #"{"command":"member.join","member":"M2","name":"x","from":"2026-01-01","groups":["二组"]}"#,
            #"{"command":"member.join","member":"M3","name":"x","from":"2026-07-01","roles":["常委"]}"#,
            #"{"command":"member.join","member":"M4","name":"x","from":"2026-01-01"}"#,
            #"{"command":"member.join","member":"M5","name":"x","from":"2026-01-01","roles":["常委"]}"#,
            #"{"command":"member.merge","member":"M5","into":"M4","reason":"同一人","occurred":"2026-01-02"}"#,
        ] + facts { try given.record(fact) }
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, \(target)}\n")
        return assess(plan, given.state, asOf: try #require(CalendarDate("2026-12-31"))).targets[0]
    }

    private func ofUnits(_ facts: [String], _ target: String) throws -> [String: Int64?] {
        let units = try status(facts, target).units
        return Dictionary(uniqueKeysWithValues: units.map { ($0.unit.name, $0.status.points) })
    }

    private func ofMembers(_ facts: [String], _ target: String) throws -> [String: Int64?] {
        let members = try status(facts, target).members
        return Dictionary(uniqueKeysWithValues: members.map { ($0.member.description, $0.points) })
    }

    private static let byParts = "score: {each: {lead: 5, other: 2}}, acts: {proposals: any}"
    /// 一组 files P1, which M2 of 二组 signs; 二组 files P2, which is merged into it.
    private static let collective = [
        #"{"command":"proposal.file","proposal":"P1","kind":"collective","title":"x","signers":["M2"],"body":"一组","occurred":"2026-02-01"}"#,
        #"{"command":"proposal.file","proposal":"P2","kind":"collective","title":"x","signers":[],"body":"二组","occurred":"2026-03-01"}"#,
        #"{"command":"proposal.file","proposal":"P3","kind":"collective","title":"x","signers":[],"body":"一组","occurred":"2026-03-02"}"#,
    ]

    @Test func aGroupLeadsWhatItFiles() throws {
        // 一组 leads P1 and P3; 二组 leads P1 by its first signer, and P2.
        #expect(try ofUnits(Self.collective, "for: group, " + Self.byParts) == ["一组": 1_000, "二组": 1_000])
        // All of P1 and P3 is 一组's; 二组 has M2's part, who signs P1 alone, and all of P2.
        #expect(try ofUnits(Self.collective, "for: group, score: {share: 10}, acts: {proposals: any}") == ["一组": 2_000, "二组": 2_000])
    }

    /// P2 counts as P3: for 二组, which filed it, as a further part; P2 itself no more.
    @Test func whatAGroupFiledGoesOnInAnother() throws {
        let merged = Self.collective + [#"{"command":"proposal.merge","proposal":"P2","into":"P3","occurred":"2026-04-01"}"#]
        #expect(try ofUnits(merged, "for: group, " + Self.byParts) == ["一组": 1_000, "二组": 700])
    }

    /// M1's P4 goes on in P3, which nobody signed: M1 has a part in it and does not lead it.
    @Test func whoComesByMergingLeadsNothing() throws {
        let facts = Self.collective + [
            #"{"command":"proposal.file","proposal":"P4","kind":"individual","title":"x","signers":["M1"],"occurred":"2026-03-03"}"#,
            #"{"command":"proposal.merge","proposal":"P4","into":"P3","occurred":"2026-04-01"}"#,
        ]
        #expect(try ofMembers(facts, "for: member, " + Self.byParts)["M1"] == 200)
    }

    /// M1 holds the office: P5 is led by M2, P6 by M1.
    @Test func anOfficeHolderHasThePartThatWasPlayed() throws {
        let facts = [
            #"{"command":"proposal.file","proposal":"P5","kind":"joint","title":"x","signers":["M2","M1"],"occurred":"2026-03-03"}"#,
            #"{"command":"proposal.file","proposal":"P6","kind":"individual","title":"x","signers":["M1"],"occurred":"2026-03-04"}"#,
        ]
        #expect(try status(facts, "for: office-holder, role: 主任, " + Self.byParts).points == 700)
        // Half of P5, and all of P6.
        #expect(try status(facts, "for: office-holder, role: 主任, score: {share: 10}, acts: {proposals: any}").points == 1_500)
    }

    @Test func nobodyLeadsAnActivity() throws {
        let facts = [
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"x","on":"2026-03-05"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"],"occurred":"2026-03-05"}"#,
        ]
        let points = try ofMembers(facts, "for: member, score: {each: {lead: 5, other: 2}}, acts: {activities: study}")
        #expect(points == ["M1": 200, "M2": 200, "M3": 0, "M4": 0])
    }

    /// Absent in March, on leave at the make-up meeting in April, there in May.
    @Test(arguments: [("2026-04-30", 1), ("2026-12-31", 0)])
    func leaveMakesNothingGood(day: String, absences: Int64) throws {
        var given = try Given()
        for fact in [
            #"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"x","on":"2026-03-05"}"#,
            #"{"command":"attendance.mark-absent","activity":"A1","member":"M1","occurred":"2026-03-05"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"make-up","title":"x","on":"2026-04-05"}"#,
            #"{"command":"attendance.grant-leave","activity":"A2","member":"M1","occurred":"2026-04-05"}"#,
            #"{"command":"activity.schedule","activity":"A3","kind":"make-up","title":"x","on":"2026-05-05"}"#,
            #"{"command":"attendance.check-in","activity":"A3","member":"M1","late":true,"occurred":"2026-05-05"}"#,
        ] { try given.record(fact) }
        let plan = try Plan(
            yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, for: member, require: [{absences: plenary, at-most: 9, made-good: make-up}]}\n")
        let status = assess(plan, given.state, asOf: try #require(CalendarDate(day)))
        #expect(status.targets[0].members.map { $0.requirements[0].actual } == [.count(absences)])
    }

    /// M3 was 常委 on every day in office, and nobody before it; M4 is, by the other id.
    @Test func whoWasNeverMeantIsNotAsked() throws {
        func asked(_ who: String) throws -> [String] {
            try status([], "for: member, who: \(who), require: [{proposals: any, at-least: 1}]").members.filter(\.isAsked).map(\.member.description)
        }
        #expect(try asked("{not: {role: 常委}}") == ["M1", "M2"])
        #expect(try asked("{role: 常委}") == ["M3", "M4"])
    }

    /// Points by hand for either id are the one member's.
    @Test func pointsByHandUnderEitherID() throws {
        var given = try Given()
        let plan = "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, for: member, score: by-hand}\n"
        for fact in [
            #"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"x","from":"2026-01-01"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2026,"text":"\#(plan.replacing("\n", with: "\\n"))"}"#,
            #"{"command":"points.award","plan":"T","target":"a","points":300,"member":"M1","reason":"x","occurred":"2026-02-01"}"#,
            #"{"command":"points.deduct","plan":"T","target":"a","points":50,"member":"M2","reason":"x","occurred":"2026-02-02"}"#,
            #"{"command":"member.merge","member":"M2","into":"M1","reason":"同一人","occurred":"2026-03-01"}"#,
        ] { try given.record(fact) }
        let status = assess(try Plan(yaml: plan), given.state, asOf: try #require(CalendarDate("2026-12-31")))
        #expect(status.targets[0].members.map(\.points) == [250])
    }
}
