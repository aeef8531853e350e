import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What was found by a second, independent assessor.
@Suite("What narrows, who holds an office, who is asked")
struct NarrowingTests {
    private static let head = "plan: T\ntitle: 试\nyear: 2026\ntargets:\n"

    /// A key without effect would be read as if it had one.
    @Test(arguments: [
        "require: [{count: [proposals, suggestions], marked: key, at-least: 1}]",
        "require: [{either: [{activities: any}, {proposals: any}], titled: 预算, at-least: 1}]",
        "require: [{ratio: [proposals], titled: 预算, at-least: 80%}]",
        "require: [{turnout: any, with: report, at-least: 80%}]",
        "require: [{absences: any, attendance: 80%, at-most: 5}]",
        "for: member, score: {deduct: {absent: 5}}, acts: {activities: any, with: report}",
        "for: member, mark: by-hand",
    ])
    func whatHasNoEffectIsRefused(target: String) {
        #expect(throws: PlanError.self) { try Plan(yaml: Self.head + "  - {id: a, title: 甲, \(target)}\n") }
    }

    private func status(_ targets: String, asOf: String = "2026-12-31", _ commands: [String]) throws -> PlanStatus {
        var given = try Given()
        for command in commands { try given.record(command) }
        return assess(try Plan(yaml: Self.head + targets), given.state, asOf: try #require(CalendarDate(asOf)))
    }

    private static let holder = #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01","roles":["主任"]}"#
    private static let other = #"{"command":"member.join","member":"M2","name":"乙","from":"2026-01-01"}"#

    /// M2 filed and was absent; the director did neither, and was there.
    @Test func anOfficeHolderIsAssessedByTheirOwnActs() throws {
        let status = try status(
            """
              - {id: a, title: 甲, for: office-holder, role: 主任, require: [{proposals: any, at-least: 1}, {absences: any, at-most: 0}]}
              - {id: b, title: 乙, for: office-holder, role: 主任, score: {each: 2}, acts: {proposals: any}}
            """,
            [
                Self.holder, Self.other, #"{"command":"proposal.file","title":"x","kind":"individual","signers":["M2"],"occurred":"2026-03-01"}"#,
                #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2026-03-12"}"#,
                #"{"command":"attendance.check-in","activity":"A1","member":"M1"}"#,
                #"{"command":"attendance.mark-absent","activity":"A1","member":"M2"}"#,
            ])
        #expect(status.targets[0].requirements.map(\.actual) == [.count(0), .count(0)])
        #expect(status.targets[0].requirements.map(\.state) == [.missed, .met])
        #expect(status.targets[1].points == 0)
    }

    /// Each was visited once. M2 is asked for 60 points of the plan's 100 alone, and has 50 of them: the grade takes 60 all the same.
    @Test func nothingIsScaledForWhoIsNotAsked() throws {
        let status = try status(
            """
              - {id: a, title: 甲, for: member, points: 60, score: {each: 50}, acts: {visits: any}}
              - {id: b, title: 乙, for: member, who: {role: 主任}, points: 40, score: {each: 40}, acts: {visits: any}}
            grades: [{from: 60, title: 合格}, {from: 0, title: 不合格}]
            """,
            [Self.holder, Self.other, #"{"command":"visit.record","members":["M1","M2"],"occurred":"2026-03-01"}"#])
        #expect(status.members.map(\.total.points) == [9_000, 5_000])
        #expect(status.members.map(\.total.grade?.title.zh) == ["合格", "不合格"])
        #expect(status.targets[1].members.map(\.isAsked) == [true, false])
    }

    /// Six months in two terms are six months; who is known to leave in May is not asked for nine.
    @Test func timeInOfficeIsAllOfIt() throws {
        let status = try status(
            """
              - {id: a, title: 甲, require: [{visits: any, per: member, in-office: 6 months, at-least: 1}]}
              - {id: b, title: 乙, require: [{visits: any, per: member, in-office: 9 months, at-least: 1}]}
            """, asOf: "2026-03-01",
            [
                Self.holder, #"{"command":"member.join","member":"M2","name":"乙","from":"2026-01-01","until":"2026-05-30"}"#,
                #"{"command":"member.begin-term","member":"M2","from":"2026-11-01"}"#,
            ])
        // M2: four months and 30 days to the end of May, and two months from November on.
        #expect(status.targets.map { $0.requirements[0].actual } == [.parts(reached: 0, of: 2), .parts(reached: 0, of: 1)])
    }

    /// A last day that went by is over.
    @Test(arguments: [("2026-06-29", TargetState.notDue), ("2026-06-30", .missed)])
    func anIntervalEndsWithItsLastDay(asOf: String, state: TargetState) throws {
        let status = try status("  - {id: a, title: 甲, require: [{visits: any, every: 6 months}]}\n", asOf: asOf, [Self.holder])
        #expect(status.targets[0].state == state)
    }

    /// Adopted higher up than the plan gives points for, it keeps what it had.
    @Test func aHigherAdoptionTakesNothingAway() throws {
        let status = try status(
            "  - {id: a, title: 甲, score: {level: {district: 1, city: 3}}, acts: {suggestions: any}}\n",
            [
                Self.holder, #"{"command":"suggestion.submit","suggestion":"S1","title":"x","kind":"suggestion","members":["M1"],"occurred":"2026-01-05"}"#,
                #"{"command":"suggestion.adopt","suggestion":"S1","level":"city","occurred":"2026-01-13"}"#,
                #"{"command":"suggestion.adopt","suggestion":"S1","level":"province","occurred":"2026-03-13"}"#,
            ])
        #expect(status.targets[0].points == 300)
    }
}
