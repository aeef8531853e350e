import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What looks further back than the plan's days, and absences by where they fall. The figures were derived by hand.
@Suite("Over years, in a row, made good")
struct LookingBackTests {
    /// M1 and M2, in office since 2024; M1's second term begins in 2026. A plenary each January and July of 2024 to 2026, and two
    /// make-up meetings in 2025. Of six plenaries M1 misses those of July 2024, January and July 2025, and January 2026; M2 the one
    /// of January 2024, is on leave in July 2025 and misses January 2026.
    private func book(_ plans: [String] = []) throws -> State {
        var given = try Given()
        for fact in [
            #"{"command":"member.join","member":"M1","name":"x","from":"2024-01-01","until":"2025-12-31"}"#,
            #"{"command":"member.join","member":"M2","name":"x","from":"2024-01-01"}"#,
            #"{"command":"member.begin-term","member":"M1","from":"2026-01-01"}"#,
        ] + plans { try given.record(fact) }
        let absent = ["2024-07": ["M1"], "2025-01": ["M1"], "2025-07": ["M1"], "2026-01": ["M1", "M2"], "2024-01": ["M2"]]
        for year in 2024...2026 {
            for month in ["01", "07"] {
                let (id, day) = ("A\(year)-\(month)", "\(year)-\(month)-15")
                try given.record(#"{"command":"activity.schedule","activity":"\#(id)","kind":"plenary","title":"全会","on":"\#(day)"}"#)
                for member in ["M1", "M2"] {
                    let isAbsent = absent["\(year)-\(month)"]?.contains(member) ?? false
                    let command =
                        year == 2025 && month == "07" && member == "M2"
                        ? "attendance.grant-leave" : isAbsent ? "attendance.mark-absent" : "attendance.check-in"
                    try given.record(#"{"command":"\#(command)","activity":"\#(id)","member":"\#(member)","occurred":"\#(day)"}"#)
                }
            }
        }
        for day in ["2025-03-01", "2025-10-01"] {
            try given.record(#"{"command":"activity.schedule","activity":"B\#(day)","kind":"make-up","title":"补课","on":"\#(day)"}"#)
            try given.record(#"{"command":"attendance.check-in","activity":"B\#(day)","members":["M1","M2"],"occurred":"\#(day)"}"#)
        }
        return given.state
    }

    private func measured(_ requirement: String, asOf: String = "2026-12-31") throws -> [RequirementStatus] {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, for: member, require: [\(requirement)]}\n")
        return assess(plan, try book(), asOf: try #require(CalendarDate(asOf))).targets[0].members.map { $0.requirements[0] }
    }

    private func counts(_ requirement: String, asOf: String = "2026-12-31") throws -> [Quantity] {
        try measured(requirement, asOf: asOf).map(\.actual)
    }

    @Test func overYears() throws {
        #expect(try counts("{absences: plenary, at-most: 9}") == [.count(1), .count(1)])
        #expect(try counts("{absences: plenary, at-most: 9, over: 2 years}") == [.count(3), .count(1)])
        #expect(try counts("{absences: plenary, at-most: 9, over: 3 years}") == [.count(4), .count(2)])
        // M1's term began in 2026, M2's in 2024.
        #expect(try counts("{absences: plenary, at-most: 9, over: term}") == [.count(1), .count(2)])
        // What is later than the as-of day is left out.
        #expect(try counts("{absences: plenary, at-most: 9, over: 2 years}", asOf: "2026-01-14") == [.count(2), .count(0)])
        // Six plenaries: M1 was at two; of M2's one was leave.
        #expect(try counts("{turnout: plenary, at-least: 50%, over: 3 years}") == [
            .share(numerator: 2, denominator: 6), .share(numerator: 3, denominator: 6),
        ])
    }

    /// M1: July 2024, January and July 2025, January 2026 are four in a row. M2: leave in between, and presence, end every row.
    @Test func inARow() throws {
        let row = "{absences: plenary, at-most: 2, in-any: row, over: 3 years}"
        #expect(try counts(row) == [.count(4), .count(1)])
        #expect(try measured(row).map(\.state) == [.missed, .met])
        #expect(try counts(row, asOf: "2025-12-31") == [.count(3), .count(1)])
    }

    /// Within twelve months: from July 2024 to January 2025 two, from January to July 2025 two; a third would be in July 2025, a
    /// year after the first to the day, which is no longer within twelve months.
    @Test func inAnyTwelveMonths() throws {
        #expect(try counts("{absences: plenary, at-most: 2, in-any: 12 months, over: 3 years}") == [.count(2), .count(1)])
        #expect(try counts("{absences: plenary, at-most: 2, in-any: 7 months, over: 3 years}") == [.count(2), .count(1)])
        #expect(try counts("{absences: plenary, at-most: 2, in-any: 6 months, over: 3 years}") == [.count(1), .count(1)])
    }

    /// The make-up of March 2025 makes good July 2024, that of October January 2025: of four, two are left, and no two of them are
    /// alone in a row but those of July 2025 and January 2026. M2's of January 2024 is made good in March 2025.
    @Test func madeGood() throws {
        let rule = "{absences: plenary, at-most: 9, made-good: make-up, over: 3 years}"
        #expect(try counts(rule) == [.count(2), .count(1)])
        #expect(try counts("{absences: plenary, at-most: 9, made-good: make-up, in-any: row, over: 3 years}") == [.count(2), .count(1)])
        // Before the make-up meeting nothing is made good.
        #expect(try counts(rule, asOf: "2025-02-28") == [.count(2), .count(1)])
        #expect(try counts(rule, asOf: "2025-03-01") == [.count(1), .count(0)])
    }

    // MARK: - What years came to

    private static func plan(_ year: Int, _ rest: String = "") -> String {
        #"plan: Y\#(year)\ntitle: x\nyear: \#(year)\ngrades: [{from: 60, title: 称职}, {from: 0, title: 不称职}]\ntargets:\n"#
            + #"  - {id: p, title: x, for: member, points: 100, score: {award: {present: 30}}, acts: {activities: plenary}, require: [{absences: plenary, at-most: 0}]}\n\#(rest)"#
    }

    private static func adopt(_ year: Int, _ rest: String = "") -> String {
        #"{"command":"plan.adopt","plan":"Y\#(year)","title":"x","year":\#(year),"text":"\#(plan(year, rest))"}"#
    }

    private static let running = #"  - {id: r, title: x, for: member, require: [{grade: 不称职, over: 2 years, at-most: 1}]}\n  - {id: m, title: x, for: member, require: [{missed: p, over: 3 years, at-most: 1}]}\n"#

    /// Points: M1 30, 0, 30 in 2024, 2025, 2026; M2 30, 30, 30 (leave earns nothing). Nobody has 60 in any year, so everybody is
    /// 不称职 in each. p is missed by M1 in all three, by M2 in 2024 and 2026.
    @Test func yearsRunning() throws {
        let facts = try book([Self.adopt(2024), Self.adopt(2025), Self.adopt(2026, Self.running)])
        func status(_ day: String) throws -> PlanStatus {
            let day = try #require(CalendarDate(day))
            let id = try #require(PlanID("Y2026"))
            let plan = try facts.plans[id]?.plan(on: day)
            return assess(try #require(plan), facts, asOf: day)
        }
        let (end, middle) = (try status("2026-12-31"), try status("2026-06-30"))
        #expect(end.members.map(\.total.grade?.title.zh) == ["不称职", "不称职"])
        // 2025 and 2026: two of two. In June the year's own grade is not known: one.
        #expect(end.targets[1].members.map { $0.requirements[0].actual } == [.count(2), .count(2)])
        #expect(end.targets[1].members.map(\.state) == [.missed, .missed])
        #expect(middle.targets[1].members.map { $0.requirements[0].actual } == [.count(1), .count(1)])
        #expect(middle.targets[1].members.map(\.state) == [.onTrack, .onTrack])
        #expect(end.targets[2].members.map { $0.requirements[0].actual } == [.count(3), .count(2)])
        #expect(middle.targets[2].members.map { $0.requirements[0].actual } == [.count(2), .count(1)])
        #expect(!end.targets[2].members[0].requirements[0].evidence.isEmpty)
    }

    /// The same where it is one of several ways: 2025 and 2026 are 不称职 for both, and nobody made a visit.
    @Test func yearsRunningAmongSeveralWays() throws {
        let ways = #"  - {id: r, title: x, for: member, require: [{one-of: [{grade: 不称职, over: 2 years, at-most: 1}, {visits: any, at-least: 9}]}]}\n"#
        let facts = try book([Self.adopt(2024), Self.adopt(2025), Self.adopt(2026, ways)])
        let end = try #require(CalendarDate("2026-12-31"))
        let plan = try facts.plans[#require(PlanID("Y2026"))]?.plan(on: end)
        #expect(assess(try #require(plan), facts, asOf: end).targets[1].members.map(\.state) == [.missed, .missed])
    }

    @Test(arguments: [
        "require: [{absences: plenary, at-most: 1, over: 1 year}]", "require: [{absences: plenary, at-most: 1, over: 2 years, within: 2026年}]",
        "require: [{visits: any, at-least: 1, in-any: row}]", "require: [{grade: x, at-most: 1}]",
        "points: 1, score: when-met, require: [{grade: x, at-most: 1, over: 2 years}]", "require: [{visits: any, every: 3 months, over: term}]",
        "require: [{absences: plenary, at-most: 1, made-good: any}]",
    ])
    func whatCannotLookBack(rule: String) throws {
        #expect(throws: PlanError.self) {
            try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, for: member, \(rule)}\n")
        }
    }

    /// Points for an absence are taken once and for all; where it is said instead, the plan is read.
    @Test(arguments: ["{deduct: {absent: 5, made-good: make-up}}", "{deduct: {absent: 5}, made-good: make-up}"])
    func nothingTakenIsMadeGood(score: String) throws {
        func plan(_ rest: String) throws -> Plan {
            try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, for: member, \(rest)}\n")
        }
        let error = #expect(throws: PlanError.self) { try plan("score: \(score), acts: {activities: plenary}") }
        #expect(error?.faults.map(\.kind) == [.madeGoodNotRequired])
        _ = try plan("points: 5, score: when-met, require: [{absences: plenary, at-most: 2, made-good: make-up}]")
    }

    @Test func theBodyHasNoTerm() throws {
        #expect(throws: PlanError.self) {
            try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, require: [{visits: any, at-least: 1, over: term}]}\n")
        }
    }
}
