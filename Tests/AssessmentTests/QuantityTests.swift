import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Hours, households, copies, and the body's own words; the figures were derived by hand.
@Suite("Quantities, own kinds, persons")
struct QuantityTests {
    /// A1, 志愿服务 of 2.5 hours: M1 and M2 were there, M2 for 4 hours. A2 was not counted as a whole: M1 did 1.25 hours.
    /// V1: 12 households, 3 copies; V2: 30 households in the second half-year. W1: 审议发言 of M1 and M2, W2 of M1, W3 of M3.
    private func year() throws -> State {
        var given = try Given()
        for number in 1...3 {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2026-01-01","occurred":"2026-01-01"}"#)
        }
        for fact in [
            #"{"command":"activity.schedule","activity":"A1","kind":"志愿服务","title":"a","on":"2026-03-05","quantities":[{"amount":100,"of":"hour"}]}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M2","quantities":[{"amount":400,"of":"小时"}]}"#,
            #"{"command":"activity.close","activity":"A1","quantities":[{"amount":250,"of":"小时"},{"amount":700,"of":"家"}]}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"志愿服务","title":"b","on":"2026-04-05"}"#,
            #"{"command":"attendance.check-in","activity":"A2","member":"M1","quantities":[{"amount":125,"of":"hour"}]}"#,
            #"{"command":"activity.schedule","activity":"A3","kind":"学习","title":"c","on":"2026-04-06"}"#,
            #"{"command":"attendance.check-in","activity":"A3","member":"M3"}"#,
            #"{"command":"visit.record","visit":"V1","members":["M1"],"area":"东村","quantities":[{"amount":1200,"of":"户"},{"amount":300,"of":"copy"}],"occurred":"2026-02-01"}"#,
            #"{"command":"visit.record","visit":"V2","members":["M2"],"area":"西村","quantities":[{"amount":1000,"of":"household"},{"amount":2000,"of":"household"}],"occurred":"2026-08-01"}"#,
            #"{"command":"work.file","work":"W1","kind":"审议发言","title":"x","authors":["M1","M2"],"occurred":"2026-05-01"}"#,
            #"{"command":"work.file","work":"W2","kind":"审议发言","title":"x","authors":["M1"],"occurred":"2026-05-02"}"#,
            #"{"command":"work.file","work":"W3","kind":"审议发言","title":"x","authors":["M3"],"occurred":"2026-09-03"}"#,
            #"{"command":"member.leave","member":"M3","on":"2026-10-31","why":"x","occurred":"2026-10-31"}"#,
            #"{"command":"member.join","member":"M4","name":"x","from":"2026-06-01","occurred":"2026-06-01"}"#,
            #"{"command":"member.join","member":"M5","name":"x","from":"2026-07-01","occurred":"2026-07-01"}"#,
        ] { try given.record(fact) }
        return given.state
    }

    private let own = "kinds: {activities: [志愿服务], works: [审议发言], quantities: [家]}\n"

    private func status(_ targets: String, asOf: String = "2026-12-31") throws -> PlanStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n\(own)targets:\n\(targets)\n")
        return assess(plan, try year(), asOf: try #require(CalendarDate(asOf)))
    }

    private func points(_ rule: String) throws -> [Int64?] {
        try status("  - {id: a, title: x, for: member, \(rule)}").targets[0].members.prefix(2).map(\.points)
    }

    /// What is recorded of the member goes before what is recorded of the act; M1: 2.5 + 1.25 hours, M2: 4.
    @Test(arguments: [
        ("score: {each: 1, sum: hour}, acts: {activities: 志愿服务}", [375, 400]),
        ("score: {each: 1, sum: 小时, per: 0.5}, acts: {activities: any}", [750, 800]),
        // A third of a point for each hour, rounded once: 3.75/3 = 1.25, 4/3 = 1.333…
        ("score: {each: 1, sum: hour, per: 3}, acts: {activities: any}", [125, 133]),
        // Of the sum, full ones alone: three hours and four; one time three hours each.
        ("score: {each: 2, sum: hour, per-full: 1}, acts: {activities: any}", [600, 800]),
        ("score: {each: 2, sum: hour, per-full: 3}, acts: {activities: any}", [200, 200]),
        ("points: 3, score: {each: 1, sum: hour}, acts: {activities: any}", [300, 300]),
        // A word of the body's own.
        ("score: {each: 1, sum: 家}, acts: {activities: any}", [700, 700]),
        ("score: {each: {lead: 0.1, other: 0}, sum: household, per: 10}, acts: {visits: any}", [12, 30]),
        ("points: 10, score: pro-rata, require: [{activities: any, sum: hour, at-least: 7.5}]", [500, 533]),
    ] as [(String, [Int64])])
    func pointsOfMembers(rule: String, expected: [Int64]) throws {
        #expect(try points(rule) == expected)
    }

    private func requirement(_ rule: String, asOf: String = "2026-12-31") throws -> RequirementStatus {
        try status("  - {id: a, title: x, require: [{\(rule)}]}", asOf: asOf).targets[0].requirements[0]
    }

    @Test func sumsOfTheBody() throws {
        let household = try #require(OpenWord("household"))
        let visited = try requirement("visits: any, sum: 户, at-least: 42")
        #expect(visited.actual == .amount(4_200, of: household) && visited.isMet)
        let missing = try requirement("visits: any, sum: household, at-least: 42.5", asOf: "2026-09-30")
        #expect(missing.remaining == 50 && !missing.isMet)
        // What was recorded of the activity as a whole; where nothing was, what those who were there did.
        let hours = try requirement("activities: any, sum: hour, at-least: 3.75")
        #expect(hours.actual == .amount(375, of: try #require(OpenWord("hour"))) && hours.isMet)
        #expect(try requirement("visits: any, sum: copy, at-most: 2").state == .missed)
        #expect(try requirement("visits: any, sum: copy, at-most: 3").state == .met)
        let halves = try requirement("visits: any, sum: household, per: half-year, at-least: 20")
        #expect(halves.actual == .parts(reached: 1, of: 2) && halves.parts.map(\.count) == [1_200, 3_000])
        let each = try requirement("visits: any, sum: household, per: member, at-least: 20")
        #expect(each.parts.map(\.count) == [1_200, 3_000, 0, 0] && each.actual == .parts(reached: 1, of: 4))
    }

    /// The largest amounts that can be recorded: nothing overflows.
    @Test func theLargestAmounts() throws {
        var given = try Given()
        try given.record(#"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01"}"#)
        for number in 1...3 {
            try given.record(
                #"{"command":"visit.record","visit":"V\#(number)","members":["M1"],"quantities":[{"amount":9007199254740992,"of":"hour"},{"amount":9007199254740992,"of":"hour"}],"occurred":"2026-02-01"}"#)
        }
        let targets = """
              - {id: a, title: x, for: member, points: 5, score: {each: 9999999999, sum: hour, per: 0.01}, acts: {visits: any}}
              - {id: b, title: x, for: member, score: {each: 9999999999, sum: hour, per-full: 0.01}, acts: {visits: any}}
              - {id: c, title: x, require: [{visits: any, sum: hour, per: quarter, at-least: 9999999999}]}
            """
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n\(targets)\n")
        let status = assess(plan, given.state, asOf: try #require(CalendarDate("2026-12-31")))
        #expect(status.targets[0].members[0].points == 500)
        #expect(status.targets[1].members[0].points == .max)
        #expect(status.targets[2].requirements[0].actual == .parts(reached: 1, of: 4))
    }

    // MARK: - Persons

    /// W1 is M1's and M2's, W2 again M1's, W3 M3's: three persons, in the order of what they did.
    @Test func distinctPersons() throws {
        let target = try status("  - {id: a, title: x, score: {each: [{from: 1, points: 10}, {from: 2, points: 5}]}, acts: {works: 审议发言, distinct: member}}")
            .targets[0]
        #expect(target.points == 2_000)
        #expect(target.lines.map(\.points) == [Ratio(1_000), Ratio(500), Ratio(0), Ratio(500)])
        #expect(target.lines[2].outcome == .nobodyNew)
        let plain = try status("  - {id: a, title: x, score: {each: 5}, acts: {works: 审议发言, distinct: member}}").targets[0]
        #expect(plain.points == 1_500 && plain.lines.map(\.outcome) == [.firstOf(id("M1")), .firstOf(id("M2")), .nobodyNew, .firstOf(id("M3"))])
        #expect(try requirement("works: 审议发言, distinct: member, at-least: 4").actual == .count(3))
        // Within the time alone: M1's work of May is not the first of the second half-year.
        #expect(try requirement("works: 审议发言, distinct: member, within: 2026年下半年, at-least: 1").actual == .count(1))
    }

    /// Five at some time: three at the start, M3 left, M4 and M5 joined.
    @Test func membership() throws {
        #expect(try requirement("members: joined, at-least: 5").actual == .count(5))
        #expect(try requirement("members: joined, within: 2026年下半年, at-least: 1").actual == .count(1))
        #expect(try requirement("members: left, at-least: 1").actual == .count(1))
        #expect(try requirement("membership: end, at-least: 4").state == .met)
        #expect(try requirement("membership: end, at-least: 5").state == .missed)
        #expect(try requirement("membership: growth, at-least: 1").actual == .count(1))
        #expect(try requirement("membership: growth, at-least: 2", asOf: "2026-09-30").state == .onTrack)
        #expect(try requirement("membership: growth, at-least: 2").state == .missed)
        let either = try requirement("one-of: [{membership: end, at-least: 20}, {membership: growth, at-least: 1}]")
        #expect(either.state == .met && either.requirement.measure == .membership(isGrowth: true, atLeast: 1))
    }

    @Test func oneOfSeveralWays() throws {
        let rule = "require: [{one-of: [{works: 审议发言, at-least: 2}, {activities: 志愿服务, at-least: 1}]}]"
        let members = try status("  - {id: a, title: x, for: member, points: 10, score: when-met, \(rule)}").targets[0].members
        // M1 by both, M2 by one activity, who joined later by neither.
        #expect(members.map(\.points) == [1_000, 1_000, 0, 0])
    }

    // MARK: - Own kinds

    @Test func kindsAreUnderstoodByNameAndShownAsTheyAre() throws {
        let state = try year()
        #expect(state.activities[id("A3")]?.schedule?.kind == OpenWord("study"))
        #expect(state.activities[id("A1")]?.schedule?.kind.description == "志愿服务")
        #expect(try requirement("activities: 学习, at-least: 1").isMet)
        #expect(try requirement("works: 审议发言, at-least: 3").isMet)
    }

    @Test(arguments: [
        "- {id: a, title: x, require: [{activities: 常委会, at-least: 1}]}", "- {id: a, title: x, require: [{works: 提交, at-least: 1}]}",
        "- {id: a, title: x, require: [{visits: any, sum: 亩, at-least: 1}]}",
        "- {id: a, title: x, require: [{visits: any, sum: household, at-least: 0}]}",
        "- {id: a, title: x, require: [{visits: any, sum: household, at-least: 1.005}]}",
        "- {id: a, title: x, require: [{visits: any, sum: household, every: 3 months}]}",
        "- {id: a, title: x, require: [{turnout: any, sum: hour, at-least: 80%}]}",
        "- {id: a, title: x, require: [{works: any, distinct: member, per: quarter, at-least: 1}]}",
        "- {id: a, title: x, require: [{works: any, distinct: title, at-least: 1}]}",
        "- {id: a, title: x, for: member, require: [{works: any, distinct: member, at-least: 1}]}",
        "- {id: a, title: x, for: member, require: [{membership: end, at-least: 1}]}",
        "- {id: a, title: x, require: [{one-of: [{works: any, at-least: 1}]}]}",
        "- {id: a, title: x, score: {each: 1, per: 10}, acts: {visits: any}}",
        "- {id: a, title: x, score: {sum: hour}, acts: {visits: any}}",
        "- {id: a, title: x, score: {each: 1, sum: hour, times: 2}, acts: {visits: any}}",
        "- {id: a, title: x, score: {each: 1, sum: hour, per: 1, per-full: 1}, acts: {visits: any}}",
        "- {id: a, title: x, score: {each: {lead: 1, other: 2}, sum: hour, per-full: 1}, acts: {visits: any}}",
        "- {id: a, title: x, for: member, score: {each: 1}, acts: {works: any, distinct: member}}",
    ])
    func whatIsRefused(target: String) {
        #expect(throws: PlanError.self) { try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n\(own)targets:\n  \(target)\n") }
    }

    @Test func codesOfWorksAreDeclared() throws {
        let target = "targets: [{id: a, title: x, require: [{works: level-2, at-least: 1}]}]\n"
        #expect(throws: PlanError.self) { try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n" + target) }
        _ = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\nkinds: {works: [level-2]}\n" + target)
    }

    @Test func aKnownNameIsNotDeclared() {
        #expect(throws: PlanError.self) { try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\nkinds: {activities: [学习]}\ntargets: []\n") }
    }
}
