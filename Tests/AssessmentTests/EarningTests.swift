import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// How points are earned: who is asked, from the n-th on, from full marks down, around a norm. The figures were derived by
/// hand, as each test says.
@Suite("How points are earned")
struct EarningTests {
    private static func head(_ more: String = "") -> String { "plan: T\ntitle: 试\nyear: 2026\n\(more)targets:\n" }

    private func status(
        _ targets: String, _ more: String = "", asOf: String = "2026-12-31", of commands: [String]
    ) throws -> PlanStatus {
        var given = try Given()
        for command in commands { try given.record(command) }
        return assess(try Plan(yaml: Self.head(more) + targets), given.state, asOf: try #require(CalendarDate(asOf)))
    }

    private static func joins(_ member: String, _ more: String = "", from: String = "2026-01-01") -> String {
        #"{"command":"member.join","member":"\#(member)","name":"\#(member)","from":"\#(from)"\#(more)}"#
    }

    private static func proposal(_ id: String, on day: String, _ signers: String...) -> String {
        let kind = signers.count > 1 ? "joint" : "individual"
        let list = signers.map { "\"\($0)\"" }.joined(separator: ",")
        return #"{"command":"proposal.file","proposal":"\#(id)","kind":"\#(kind)","title":"x","signers":[\#(list)],"occurred":"\#(day)"}"#
    }

    /// A meeting, and what was recorded of each member; who is not named is absent.
    private static func meeting(_ id: String, on day: String, kind: String = "meeting", present: [String], more: [String] = []) -> [String] {
        [#"{"command":"activity.schedule","activity":"\#(id)","kind":"\#(kind)","title":"\#(id)","on":"\#(day)"}"#]
            + present.map { #"{"command":"attendance.check-in","activity":"\#(id)","member":"\#($0)"}"# } + more
            + [#"{"command":"activity.close","activity":"\#(id)"}"#]
    }

    // MARK: - From the n-th on

    /// M1 filed P1 alone, P2 as first of two, P3 as second of two, P4 alone; M2 filed P2 as second and P3 as first.
    private static let proposals = [
        joins("M1"), joins("M2"), joins("M3"), proposal("P4", on: "2026-09-01", "M1"), proposal("P1", on: "2026-02-01", "M1"),
        proposal("P3", on: "2026-05-01", "M2", "M1"), proposal("P2", on: "2026-03-01", "M1", "M2"),
    ]

    @Test(arguments: [
        // The first 10, each further 5. M1: 10 + 5 + 5 + 5; M2: 10 + 5.
        ("{each: [{from: 1, points: 10}, {from: 2, points: 5}]}", [2_500, 1_500, 0]),
        // From the second on. M1: three of four; M2: one of two.
        ("{each: 6, from: 2}", [1_800, 600, 0]),
        // The second and third 3 each, from the fourth 1. M1: 3 + 3 + 1; M2: 3.
        ("{each: [{from: 2, points: 3}, {from: 4, points: 1}]}", [700, 300, 0]),
        // By the part played: M1 leads P1, P2 and P4 and comes second in P3: 10 + 5 + 2 + 5; M2: second in P2, first in P3: 4 + 5.
        ("{each: [{from: 1, points: {lead: 10, other: 4}}, {from: 2, points: {lead: 5, other: 2}}]}", [2_200, 900, 0]),
        // A part that earns nothing takes no place: of the three that M1 leads the second and third; M2 leads one.
        ("{each: {lead: 8}, from: 2}", [1_600, 0, 0]),
        // The best two of 10, 5, 5, 5.
        ("{each: [{from: 1, points: 10}, {from: 2, points: 5}], times: 2}", [1_500, 1_500, 0]),
    ])
    func fromTheNthOn(score: String, points: [Int64]) throws {
        let status = try status("  - {id: a, title: x, for: member, score: \(score), acts: {proposals: any}}", of: Self.proposals)
        #expect(status.targets[0].members.map(\.points) == points)
    }

    /// The order is that of the dates, not that in which they were recorded; each line says which it is.
    @Test func eachLineSaysWhichItIs() throws {
        let target = "  - {id: a, title: x, for: member, score: {each: 6, from: 2}, acts: {proposals: any}}"
        let lines = try status(target, of: Self.proposals).targets[0].members[0].lines
        #expect(lines.map(\.subject.description) == ["proposal:P1", "proposal:P2", "proposal:P3", "proposal:P4"])
        #expect(lines.map(\.outcome) == [.beforeCount(1, from: 2), .countsAs(2), .countsAs(3), .countsAs(4)])
        #expect(lines.allSatisfy { !$0.evidence.isEmpty })
        // As of a day, what came later has no place.
        let early = try status(target, asOf: "2026-03-31", of: Self.proposals).targets[0].members.map(\.points)
        #expect(early == [600, 0, 0])
    }

    /// Those of one day are in the order of their ids.
    @Test func ofOneDayTheIdDecides() throws {
        let commands = [Self.joins("M1"), Self.proposal("B", on: "2026-02-01", "M1"), Self.proposal("A", on: "2026-02-01", "M1")]
        let status = try status("  - {id: a, title: x, for: member, score: {each: 6, from: 2}, acts: {proposals: any}}", of: commands)
        #expect(status.targets[0].members[0].lines.map(\.subject.description) == ["proposal:A", "proposal:B"])
        #expect(status.targets[0].members[0].lines.map { $0.points.rounded } == [0, 600])
    }

    /// The body's own: four proposals, 10 + 3 × 5; the next one earns 5, and where none counts yet two are needed.
    @Test func theBodysOwn() throws {
        let further = "  - {id: a, title: x, score: {each: [{from: 1, points: 10}, {from: 2, points: 5}]}, acts: {proposals: any}}"
        let status = try status(further, asOf: "2026-10-01", of: Self.proposals)
        #expect(status.points == 2_500)
        #expect(status.nextActs.map(\.gain) == [500])
        let later = "  - {id: a, title: x, score: {each: 5, from: 2}, acts: {proposals: any}}"
        let none = try self.status(later, asOf: "2026-01-31", of: Self.proposals)
        #expect(none.nextActs.map(\.what) == [.acts(Selector([.init(.init(.proposals, nil))]), count: 2)])
        #expect(none.nextActs.map(\.gain) == [500])
    }

    // MARK: - Who

    private static let committee =
        [joins("M1", #","roles":["常委"],"sector":"经济界""#), joins("M2"), joins("M3", #","roles":["常委"]"#)]
        + meeting("A1", on: "2026-02-01", kind: "standing-committee", present: ["M1", "M2"])
        + [#"{"command":"member.release","member":"M3","of":{"kind":"role","name":"常委"},"on":"2026-03-31"}"#]
        + meeting("A2", on: "2026-04-01", kind: "standing-committee", present: ["M1", "M2"])

    /// 30 for each meeting, 5 off for an absence. M1: both; M2 was there and does not hold the role; M3 held it in February
    /// only, and missed that meeting alone.
    @Test(arguments: ["role: 常委", "who: {role: 常委}", "who: {role: [常委, 主席]}"])
    func aRoleNarrows(who: String) throws {
        let target = "  - {id: a, title: x, for: member, \(who), score: {award: {present: 30}, deduct: {absent: 5}}, acts: {activities: any}}"
        let status = try status(target, of: Self.committee)
        #expect(status.targets[0].members.map(\.points) == [6_000, 0, -500])
        #expect(status.targets[0].members.map(\.isAsked) == [true, false, true])
        #expect(status.targets[0].members[1].lines.isEmpty)
        #expect(status.members.map(\.total.points) == [6_000, 0, -500])
    }

    /// Who does not hold it: M2 both meetings; M3, who was let go before the second, that one alone.
    @Test func whoDoesNotHoldARole() throws {
        let target = "  - {id: a, title: x, for: member, who: {not: {role: 常委}}, require: [{absences: any, at-most: 0}]}"
        let status = try status(target, of: Self.committee)
        #expect(status.targets[0].members.map(\.isAsked) == [false, true, true])
        #expect(status.targets[0].members.map { $0.requirements.map(\.actual) } == [[], [.count(0)], [.count(1)]])
        // Of those who are asked, one has missed it.
        #expect(status.targets[0].state == .missed)
    }

    @Test func ofASector() throws {
        let target = "  - {id: a, title: x, for: member, who: {sector: 经济界, role: 常委}, require: [{activities: any, at-least: 3}]}"
        let status = try status(target, of: Self.committee)
        #expect(status.targets[0].members.map(\.isAsked) == [true, false, false])
        #expect(status.targets[0].members[0].requirements.map(\.actual) == [.count(2)])
    }

    // MARK: - From full marks down

    /// Three meetings: M1 was at all, M2 at one, M3 took office after the first two and was at the third, M4 at none.
    private static let meetings =
        [joins("M1"), joins("M2"), joins("M3", from: "2026-06-01"), joins("M4")]
        + meeting("A1", on: "2026-02-01", present: ["M1", "M2"]) + meeting("A2", on: "2026-05-01", present: ["M1"])
        + meeting("A3", on: "2026-08-01", present: ["M1", "M3"])

    /// 10, 5 off for each absence: 10, 10 − 10, 10 of who came in June, 10 − 15 which is nothing.
    @Test func fullMarksAreUsedUp() throws {
        let target = "  - {id: a, title: x, for: member, points: 10, start: full, score: {deduct: {absent: 5}}, acts: {activities: any}}"
        let status = try status(target, of: Self.meetings)
        #expect(status.targets[0].members.map(\.points) == [1_000, 0, 1_000, 0])
        #expect(status.targets[0].members.map(\.uncapped) == [1_000, 0, 1_000, -500])
        #expect(status.targets[0].members.map(\.state) == [.met, .missed, .met, .missed])
        #expect(status.targets[0].members[0].start == .full(1_000))
        #expect(try Plan(yaml: Self.head() + target).warnings == [])
    }

    /// Two targets take from the 20 of their heading: M2 20 − 2 × 10, M4 20 − 30, which is nothing.
    @Test func aHeadingIsUsedUp() throws {
        let heading = "headings: [{id: h, title: 会议, cap: 20, start: full}]\n"
        let targets = """
              - {id: a, title: x, for: member, heading: h, score: {deduct: {absent: 10}}, acts: {activities: meeting}}
              - {id: b, title: x, for: member, heading: h, score: {deduct: {absent: 5}}, acts: {activities: plenary}}
            """
        let status = try status(targets, heading, of: Self.meetings)
        #expect(status.members.map(\.total.points) == [2_000, 0, 2_000, 0])
        #expect(status.members.map { $0.total.headings.map(\.sum) } == [[2_000], [0], [2_000], [-1_000]])
        #expect(status.members[0].total.headings.map(\.start) == [2_000])
    }

    /// What only takes points has no full marks to reach; a heading that starts full needs something that takes.
    @Test(arguments: [
        ("", "points: 10, score: {deduct: {absent: 5}}, acts: {activities: any}", PlanWarning.deductsFromNothing(id: "a")),
        ("headings: [{id: h, title: x, cap: 10, start: full}]\n", "heading: h, score: {each: 5}, acts: {proposals: any}", .nothingDeducts(heading: "h")),
        ("", "score: {around: 3, points: 10, each: 5}, acts: {proposals: any}", .mayFallBelowZero(id: "a", points: -500)),
        ("headings: [{id: h, title: x, cap: 20}]\n", "heading: h, score: {each: 5, times: 3}, acts: {proposals: any}", .capOutOfReach(heading: "h")),
    ])
    func plausibleMistakesAreWarnedOf(more: String, target: String, warning: PlanWarning) throws {
        #expect(try Plan(yaml: Self.head(more) + "  - {id: a, title: x, for: member, \(target)}").warnings == [warning])
    }

    @Test(arguments: [
        "for: member, start: full, score: {deduct: {absent: 5}}, acts: {activities: any}",
        "for: member, points: 10, start: full, score: {award: {present: 5}}, acts: {activities: any}",
        "for: member, points: 10, start: full, score: {each: 5}, acts: {proposals: any}",
        "for: member, points: 10, start: half, score: {deduct: {absent: 5}}, acts: {activities: any}",
        "for: member, role: 常委, who: {sector: 经济界}, score: {each: 5}, acts: {proposals: any}",
        "who: {sector: 经济界}, score: {each: 5}, acts: {proposals: any}",
        "for: member, who: {}, score: {each: 5}, acts: {proposals: any}",
        "score: {each: [{from: 2, points: 5}, {from: 2, points: 3}]}, acts: {proposals: any}",
        "score: {each: [{from: 1, points: 5}], from: 2}, acts: {proposals: any}",
        "score: {each: []}, acts: {proposals: any}",
        "score: {share: 10, from: 2}, acts: {proposals: any}",
        "score: {around: 3, each: 5}, acts: {proposals: any}",
    ])
    func whatDoesNotGoTogetherIsRefused(target: String) {
        #expect(throws: PlanError.self) { try Plan(yaml: Self.head() + "  - {id: a, title: x, \(target)}") }
    }

    @Test func underAFullHeadingNothingElseStartsFull() {
        let heading = "headings: [{id: h, title: x, cap: 10, start: full}]\n"
        let target = "  - {id: a, title: x, for: member, heading: h, points: 5, start: full, score: {deduct: {absent: 5}}, acts: {activities: any}}"
        #expect(throws: PlanError.self) { try Plan(yaml: Self.head(heading) + target) }
    }

    // MARK: - Around a norm

    /// Three are worth 10, each more or fewer 5. M1 filed or signed four: 15; M2 two: 5; M3 none: 10 − 15, or the floor.
    @Test(arguments: [("", [1_500, 500, -500]), ("floor: 0, ", [1_500, 500, 0]), ("points: 12, ", [1_200, 500, -500])])
    func moreOrFewer(limits: String, points: [Int64]) throws {
        let target = "  - {id: a, title: x, for: member, \(limits)score: {around: 3, points: 10, each: 5}, acts: {proposals: any}}"
        let status = try status(target, of: Self.proposals)
        #expect(status.targets[0].members.map(\.points) == points)
        #expect(status.targets[0].members.map(\.state) == [.met, .missed, .missed])
        guard case .norm(let norm, 4)? = status.targets[0].members[0].start else {
            Issue.record("no norm")
            return
        }
        #expect([norm.count, norm.points, norm.each] == [3, 1_000, 500])
    }

    // MARK: - Parts of a meeting

    /// A session of four half-days: M1 all, late and left early; M2 three; M3 on leave; M4 absent. A meeting without
    /// half-days, at which M1 and M2 were.
    private static let session =
        [joins("M1"), joins("M2"), joins("M3"), joins("M4")]
        + [
            #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2026-01-10/2026-01-11","halfDays":4}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","late":true}"#,
            #"{"command":"attendance.leave-early","activity":"A1","member":"M1"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M2","halfDays":3}"#,
            #"{"command":"attendance.grant-leave","activity":"A1","member":"M3"}"#,
            #"{"command":"activity.close","activity":"A1"}"#,
        ] + meeting("A2", on: "2026-05-01", present: ["M1", "M2"])

    @Test(arguments: [
        // Late 1, left early 2, both on one day: 3.
        ("points: 10, start: full, score: {deduct: {late: 1, left-early: 2}}", "plenary", [700, 1_000, 1_000, 1_000]),
        // 5 for each half-day: 4 × 5, 3 × 5.
        ("score: {award: {half-day: 5}}", "plenary", [2_000, 1_500, 0, 0]),
        // 10 in proportion: all of it, three quarters; leave 4 is not in proportion.
        ("score: {award: {present: 10, leave: 4}, by: half-days}", "plenary", [1_000, 750, 400, 0]),
        // 2 off for each half-day missed: one, and all four of who was absent.
        ("score: {deduct: {half-day: 2}}", "plenary", [0, -200, 0, -800]),
        // Who is absent loses what is said of absence alone.
        ("score: {deduct: {half-day: 2, absent: 5}}", "plenary", [0, -200, 0, -500]),
        // Without half-days on record whoever was there was there for all of it.
        ("score: {award: {present: 10}, by: half-days}", "meeting", [1_000, 1_000, 0, 0]),
        ("score: {award: {half-day: 5}}", "meeting", [0, 0, 0, 0]),
    ])
    func partsOfAMeeting(rule: String, kind: String, points: [Int64]) throws {
        let status = try status("  - {id: a, title: x, for: member, \(rule), acts: {activities: \(kind)}}", of: Self.session)
        #expect(status.targets[0].members.map(\.points) == points)
    }

    /// Each line says what was there; only where it has points.
    @Test func aLineSaysWhatWasThere() throws {
        func outcomes(_ score: String, _ kind: String) throws -> [ScoreLine.Outcome] {
            let target = "  - {id: a, title: x, for: member, score: \(score), acts: {activities: \(kind)}}"
            return try status(target, of: Self.session).targets[0].members.prefix(2).flatMap { $0.lines.map(\.outcome) }
        }
        let (m1, m2) = (try #require(MemberID("M1")), try #require(MemberID("M2")))
        #expect(try outcomes("{deduct: {late: 1}}", "plenary") == [.late(m1), .present(m2)])
        #expect(
            try outcomes("{deduct: {left-early: 1}}", "plenary")
                == [.attended(m1, late: true, leftEarly: true, halfDays: nil, of: nil), .present(m2)])
        #expect(
            try outcomes("{award: {half-day: 1}}", "plenary")
                == [
                    .attended(m1, late: true, leftEarly: false, halfDays: 4, of: 4),
                    .attended(m2, late: false, leftEarly: false, halfDays: 3, of: 4),
                ])
        #expect(try outcomes("{award: {half-day: 1}}", "meeting") == [.halfDaysUnknown(m1), .halfDaysUnknown(m2)])
        // Entry 1 opens the book and four members join: the activity is 6, the check-in 7, leaving early 8, the closing 11.
        let target = "  - {id: a, title: x, for: member, score: {deduct: {left-early: 1}}, acts: {activities: plenary}}"
        let evidence = try status(target, of: Self.session).targets[0].members[0].lines[0].evidence
        #expect(evidence.map(\.value) == [6, 7, 8, 11])
    }

    // MARK: - Parts of a whole

    /// 24 members, so many of whom were there.
    private func gathering(present: Int, _ requirement: String) throws -> RequirementStatus {
        let members = (1...24).map { "M\($0)" }
        let commands = members.map { Self.joins($0) } + Self.meeting("A1", on: "2026-03-01", present: Array(members.prefix(present)))
        return try status("  - {id: a, title: x, points: 6, score: pro-rata, require: [{\(requirement)}]}", of: commands).targets[0].requirements[0]
    }

    /// 16 of 24 are two thirds, and 12 are not more than half; 66.67 % is a little more than two thirds.
    @Test(arguments: [
        (16, "turnout: any, at-least: 2/3", true), (15, "turnout: any, at-least: 2/3", false),
        (13, "turnout: any, more-than: 1/2", true), (12, "turnout: any, more-than: 1/2", false),
        (12, "turnout: any, at-least: 1/2", true), (12, "turnout: any, more-than: 50%", false),
        (16, "turnout: any, at-least: 66.67%", false), (16, "turnout: any, at-least: 66.66%", true),
        (16, "activities: any, attendance: 2/3, at-least: 1", true), (15, "activities: any, attendance: 2/3, at-least: 1", false),
        (13, "activities: any, attendance: {more-than: 1/2}, at-least: 1", true),
        (12, "activities: any, attendance: {more-than: 1/2}, at-least: 1", false),
    ])
    func partsOfAWhole(present: Int, requirement: String, isMet: Bool) throws {
        #expect(try gathering(present: present, requirement).isMet == isMet)
    }

    /// Two of three members are asked for, and more than half of four are three: one proposal is half of the two, and a third
    /// of the three.
    @Test(arguments: [("at-least: 2/3", 3, 300, 1), ("more-than: 1/2", 4, 200, 2)])
    func aRatioAsksForWholeActs(bound: String, members: Int, points: Int64, remaining: Int64) throws {
        let commands = (1...members).map { Self.joins("M\($0)") } + [Self.proposal("P1", on: "2026-02-01", "M1")]
        let target = "  - {id: a, title: x, points: 6, score: pro-rata, require: [{ratio: proposals, \(bound)}]}"
        let status = try status(target, asOf: "2026-06-30", of: commands)
        #expect(status.points == points)
        #expect(status.targets[0].requirements.map(\.remaining) == [remaining])
    }

    /// Exactly half of two members is not more than half, and two thirds of three is the step from two thirds on.
    @Test(arguments: [(2, 200), (3, 200), (1, 900)])
    func stepsOfFractions(members: Int, points: Int64) throws {
        let commands = (1...members).map { Self.joins("M\($0)") } + [Self.proposal("P1", on: "2026-02-01", "M1")]
        let bands = "[{from: 1/3, points: 2}, {more-than: 1/2, points: 5}, {from: 2/3, points: 9}]"
        let target = "  - {id: a, title: x, score: {bands: \(bands)}, require: [{ratio: proposals, at-least: 100%}]}"
        #expect(try status(target, of: commands).points == points)
    }

    @Test(arguments: [
        "require: [{turnout: any, at-least: 2/0}]", "require: [{turnout: any, at-least: 0/3}]", "require: [{turnout: any, at-least: 2 / 3}]",
        "require: [{turnout: any, at-least: 66.667%}]", "require: [{turnout: any, at-least: 1/2, more-than: 1/2}]",
        "require: [{proposals: any, at-least: 2, more-than: 1/2}]", "require: [{activities: any, attendance: {at-least: 1/2}, at-least: 1}]",
        "for: member, score: {award: {leave: 5}, by: half-days}, acts: {activities: any}",
        "for: member, score: {award: {present: 5}, by: days}, acts: {activities: any}",
        "for: member, score: {each: 5, by: half-days}, acts: {activities: any}",
    ])
    func partsThatMakeNoSenseAreRefused(target: String) {
        #expect(throws: PlanError.self) { try Plan(yaml: Self.head() + "  - {id: a, title: x, \(target)}") }
    }

    @Test func aDecimalForAFractionIsWarnedOf() throws {
        func warnings(_ least: String) throws -> [PlanWarning] {
            try Plan(yaml: Self.head() + "  - {id: a, title: x, require: [{turnout: any, at-least: \(least)}]}").warnings
        }
        #expect(try warnings("66.7%") == [.decimalForFraction(id: "a", Threshold(.percent(6_670)), of: .fraction(2, 3))])
        #expect(try warnings("33.33%") == [.decimalForFraction(id: "a", Threshold(.percent(3_333)), of: .fraction(1, 3))])
        #expect(try warnings("87.5%").isEmpty)
        #expect(try warnings("2/3").isEmpty)
        #expect(try warnings("3/2") == [.neverReached(id: "a", Threshold(.fraction(3, 2)))])
    }

    // MARK: - What the plan adds up to

    /// 70 and the heading's 50; of bounded targets what they can earn; what a norm is worth.
    @Test(arguments: [
        ("base: 70\nheadings: [{id: h, title: x, cap: 50}]\npoints: 120\n", "heading: h, score: {each: 5}, acts: {proposals: any}", "heading: h, points: 10, score: {each: 2}, acts: {suggestions: any}"),
        ("points: 20\n", "score: {around: 3, points: 10, each: 5}, floor: 0, acts: {proposals: any}", "points: 10, score: by-hand"),
        ("points: 60\nheadings: [{id: h, title: x, cap: 50, start: full}]\n", "heading: h, score: {deduct: {absent: 5}}, acts: {activities: any}", "points: 10, score: by-hand"),
        ("points: 12\nheadings: [{id: h, title: x, cap: 12}]\n", "heading: h, score: {each: [{from: 1, points: 5}, {from: 2, points: 2}], times: 2}, acts: {proposals: any}", "heading: h, points: 10, score: by-hand"),
    ])
    func whatItAddsUpTo(more: String, first: String, second: String) throws {
        let targets = "  - {id: a, title: x, for: member, \(first)}\n  - {id: b, title: x, for: member, \(second)}\n"
        #expect(try Plan(yaml: Self.head(more) + targets).warnings == [])
    }
}
