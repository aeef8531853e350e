import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Every assessment rule that is known from the field, as plan data; the figures were derived by hand.
@Suite("Rules seen in the field")
struct FieldRuleTests {
    /// Four members; three joint proposals and one alone; a plenary and a study session.
    private func year() throws -> State {
        var given = try Given()
        for number in 1...4 {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2026-01-01"}"#)
        }
        let facts = [
            #"{"command":"proposal.file","proposal":"P1","kind":"joint","title":"路灯","signers":["M1","M2","M3"],"occurred":"2026-02-10"}"#,
            #"{"command":"proposal.mark","proposal":"P1","mark":"key","occurred":"2026-03-01"}"#,
            #"{"command":"proposal.file","proposal":"P2","kind":"individual","title":"公交","signers":["M1"],"occurred":"2026-04-01"}"#,
            #"{"command":"proposal.file","proposal":"P3","kind":"joint","title":"河道","signers":["M2","M1"],"occurred":"2026-05-01"}"#,
            #"{"command":"proposal.file","proposal":"P4","kind":"joint","title":"停车","signers":["M4","M1","M2","M3"],"occurred":"2026-06-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2026-03-05"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1"]}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M2"],"late":true}"#,
            #"{"command":"attendance.grant-leave","activity":"A1","member":"M3"}"#,
            #"{"command":"attendance.mark-absent","activity":"A1","member":"M4"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"plenary","title":"全会","on":"2026-01-15"}"#,
            #"{"command":"attendance.check-in","activity":"A2","members":["M2","M3"]}"#,
            #"{"command":"attendance.mark-absent","activity":"A2","member":"M1"}"#,
            #"{"command":"attendance.excuse","activity":"A2","member":"M4","duty":"出差"}"#,
            #"{"command":"suggestion.submit","suggestion":"S1","kind":"social-opinion","title":"x","members":["M3"],"occurred":"2026-02-01"}"#,
            #"{"command":"suggestion.adopt","suggestion":"S1","level":"city","occurred":"2026-07-01"}"#,
            #"{"command":"suggestion.adopt","suggestion":"S1","level":"district","occurred":"2026-03-01"}"#,
            #"{"command":"work.file","work":"W1","kind":"plan","title":"计划","occurred":"2026-01-20"}"#,
            #"{"command":"work.file","work":"W2","kind":"summary","title":"总结","occurred":"2026-12-20"}"#,
        ]
        for fact in facts { try given.record(fact) }
        return given.state
    }

    private func status(_ targets: String, _ head: String = "", asOf: String = "2026-12-31") throws -> PlanStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n\(head)\ntargets:\n\(targets)\n")
        return assess(plan, try year(), asOf: try #require(CalendarDate(asOf)))
    }

    /// Hundredths of each member's points for the first target.
    private func points(_ target: String, asOf: String = "2026-12-31") throws -> [Int64?] {
        try status("  - {id: a, title: x, for: member, \(target)}", asOf: asOf).targets[0].members.map(\.points)
    }

    @Test(arguments: [
        // The lead author 15, a co-author 3, once a year: the best part counts.
        ("score: {each: {lead: 15, other: 3}, times: 1}, acts: {proposals: any}", [1_500, 1_500, 300, 1_500]),
        // A key proposal earns as much again.
        ("score: {each: {lead: 15, other: 3}}, acts: {proposals: any, marked: key}", [1_500, 300, 300, 0]),
        // Half to the first signer, the rest in equal parts. M1: 5 + 10 + 5 + 5/3; M2: 5/2 + 5 + 5/3; M3: 5/2 + 5/3; M4: 5.
        ("score: {share: 10, lead: 50%}, acts: {proposals: any}", [2_167, 917, 417, 500]),
        // Present 50, on leave 30, absent nothing, late one less.
        ("score: {award: {present: 50, leave: 30}, deduct: {late: 1}}, acts: {activities: study}", [5_000, 4_900, 3_000, 0]),
        // Absent without cause: 5 off, at a plenary 10; a higher duty is not counted at all.
        ("score: {deduct: {absent: 5}}, acts: {activities: study}", [0, 0, 0, -500]),
        ("score: {deduct: {absent: 10}}, acts: {activities: plenary}", [-1_000, 0, 0, 0]),
        // The highest level of adoption.
        ("score: {level: {district: 1, city: 3, province: 5}}, acts: {suggestions: any}", [0, 0, 300, 0]),
        // A floor: nobody goes below it.
        ("floor: -4, score: {deduct: {absent: 5}}, acts: {activities: study}", [0, 0, 0, -400]),
        // A cap: nobody goes above it.
        ("points: 40, score: {award: {present: 50, leave: 30}}, acts: {activities: study}", [4_000, 4_000, 3_000, 0]),
        // A quota of two proposals, pro rata: 4, 3, 2 and 1 of them.
        ("points: 10, score: pro-rata, require: [{proposals: any, at-least: 4}]", [1_000, 750, 500, 250]),
    ] as [(String, [Int64])])
    func pointsOfMembers(target: String, expected: [Int64]) throws {
        #expect(try points(target) == expected)
    }

    @Test func adoptionCountsFromItsDay() throws {
        let rule = "score: {level: {district: 1, city: 3}}, acts: {suggestions: any}"
        #expect(try points(rule, asOf: "2026-02-28") == [0, 0, 0, 0])
        #expect(try points(rule, asOf: "2026-06-30") == [0, 0, 100, 0])
    }

    /// Base 70, a bonus capped at 20 together, deductions, and grades at 90, 80 and 60.
    @Test func baseBonusAndGrades() throws {
        let head = """
            base: 70
            floor: 0
            headings: [{id: 加分, title: 加分, cap: 20}]
            grades: [{from: 60, title: 合格}, {from: 90, title: 优秀}, {from: 80, title: 良好}]
            """
        let targets = """
              - {id: a, title: x, for: member, heading: 加分, score: {each: {lead: 15, other: 3}, times: 1}, acts: {proposals: any}}
              - {id: b, title: x, for: member, heading: 加分, score: {each: {lead: 15, other: 3}}, acts: {proposals: any, marked: key}}
              - {id: c, title: x, for: member, score: {deduct: {absent: 10}}, acts: {activities: plenary}}
              - {id: d, title: x, for: member, score: {deduct: {absent: 5}}, acts: {activities: study}}
              - {id: e, title: x, for: member, score: {level: {district: 1, city: 3}}, acts: {suggestions: any}}
            """
        let status = try status(targets, head)
        // 70 + min(30, 20) − 10; 70 + 18; 70 + 6 + 3; 70 + 15 − 5.
        #expect(status.members.map(\.total.points) == [8_000, 8_800, 7_900, 8_000])
        #expect(status.members.map(\.total.grade?.title.zh) == ["良好", "良好", "合格", "良好"])
        #expect(status.members[0].total.headings.map(\.sum) == [3_000])
        // The body has no points of its own, and the base is not its.
        #expect(status.points == 0)
    }

    @Test func aTotalDoesNotFallBelowItsFloor() throws {
        let status = try status(
            "  - {id: a, title: x, for: member, score: {deduct: {absent: 99}}, acts: {activities: any}}", "base: 70\nfloor: 0")
        #expect(status.members.map(\.total.sum) == [-2_900, 7_000, 7_000, -2_900])
        #expect(status.members.map(\.total.points) == [0, 7_000, 7_000, 0])
    }

    /// Missing one plenary of at most none is a flag that shows at once; not missing any is met when the year is over.
    @Test func absencesBeyondALimitAreFlagged() throws {
        let target = "  - {id: a, title: x, for: member, require: [{absences: plenary, at-most: 0}]}"
        #expect(try status(target).targets[0].members.map(\.state) == [.missed, .met, .met, .met])
        #expect(try status(target, asOf: "2026-06-30").targets[0].members.map(\.state) == [.missed, .onTrack, .onTrack, .onTrack])
        #expect(try status(target.replacingOccurrences("at-most: 0", "at-most: 1")).targets[0].state == .met)
    }

    /// Five points for having plan and summary on file: both, or nothing.
    @Test func allOrNothing() throws {
        let target = "  - {id: a, title: x, points: 5, score: when-met, require: [{works: plan, at-least: 1}, {works: summary, at-least: 1}]}"
        #expect(try status(target, asOf: "2026-12-19").points == 0)
        #expect(try status(target, asOf: "2026-12-20").points == 500)
    }

    /// Steps by the share of members: three proposals of four members are 75 %.
    @Test func steps() throws {
        let target = "  - {id: a, title: x, points: 10, score: {bands: [{from: 60%, points: 6}, {from: 80%, points: 10}]}, require: [{ratio: proposals, at-least: 100%}]}"
        #expect(try status(target, asOf: "2026-04-30").points == 0)
        #expect(try status(target, asOf: "2026-05-31").points == 600)
        #expect(try status(target, asOf: "2026-06-01").points == 1_000)
    }

    /// Two of four at the study session, one of them late; two of three at the plenary, where M4 is excused.
    @Test func turnoutIsOverAllMeetings() throws {
        let requirement = try status("  - {id: a, title: x, require: [{turnout: any, at-least: 80%}]}").targets[0].requirements[0]
        #expect(requirement.actual == .share(numerator: 4, denominator: 7))
        #expect(requirement.state == .missed)
    }
}

extension String {
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
