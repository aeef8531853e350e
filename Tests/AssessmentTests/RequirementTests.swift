import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What is asked of each member, in each place, in each part of the year, or again and again.
@Suite("Requirements")
struct RequirementTests {
    private func state(_ facts: [String], members: [(String, String)] = []) throws -> State {
        var given = try Given()
        for (member, from) in members {
            try given.record(#"{"command":"member.join","member":"\#(member)","name":"x","from":"\#(from)"}"#)
        }
        for fact in facts { try given.record(fact) }
        return given.state
    }

    /// Activities that took place.
    private func held(_ activities: [(day: String, kind: String, more: String)]) -> [String] {
        activities.enumerated().flatMap { index, activity in
            [
                #"{"command":"activity.schedule","activity":"A\#(index + 1)","kind":"\#(activity.kind)","title":"x","on":"\#(activity.day)"\#(activity.more)}"#,
                #"{"command":"activity.close","activity":"A\#(index + 1)"}"#,
            ]
        }
    }

    private func requirement(
        _ require: String, _ state: State, asOf: String, head: String = ""
    ) throws -> RequirementStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n\(head)\ntargets:\n  - {id: a, title: x, require: [{\(require)}]}\n")
        let day = try #require(CalendarDate(asOf))
        return assess(plan, state, asOf: day).targets[0].requirements[0]
    }

    @Test(arguments: [
        // The first quarter is not over; nothing is owed yet.
        ("2026-03-30", 0, TargetState.notDue, "2026-03-31", 0),
        // It is over without a session: that cannot be made good.
        ("2026-03-31", 0, .missed, "2026-06-30", 1),
        ("2026-05-01", 1, .missed, "2026-09-30", 1),
    ] as [(String, Int64, TargetState, String, Int)])
    func everyQuarter(asOf: String, reached: Int64, state: TargetState, due: String, behind: Int) throws {
        let facts = try self.state(held([("2026-05-01", "study", "")]))
        let status = try requirement("activities: study, per: quarter, at-least: 1", facts, asOf: asOf)
        #expect(status.actual == .parts(reached: reached, of: 4))
        #expect(status.state == state)
        #expect(status.due.description == due)
        // On 30 March the first quarter runs without one: it is behind, and owed by nobody yet.
        #expect(status.behind.count == max(behind, state == .notDue ? 1 : behind))
    }

    @Test func fourQuartersAreMet() throws {
        let days = ["2026-01-31", "2026-04-01", "2026-09-30", "2026-12-31"]
        let facts = try state(held(days.map { ($0, "study", "") }))
        #expect(try requirement("activities: study, per: quarter, at-least: 1", facts, asOf: "2026-09-30").state == .onTrack)
        #expect(try requirement("activities: study, per: quarter, at-least: 1", facts, asOf: "2026-12-31").state == .met)
    }

    /// At least every three months, from the day before the year: by 31 March, then three months from each.
    @Test(arguments: [
        // A day that is asked about is over, as the last day of a quarter is.
        (["2026-03-31"], "2026-06-29", TargetState.onTrack), (["2026-03-31"], "2026-06-30", .missed),
        (["2026-04-01"], "2026-04-01", .missed), ([], "2026-03-30", .notDue), ([], "2026-03-31", .missed),
        // 30 November and three months end beyond the year.
        (["2026-03-31", "2026-06-30", "2026-09-30", "2026-11-30"], "2026-12-31", .met),
        (["2026-03-31", "2026-06-30", "2026-09-30"], "2026-12-31", .missed),
    ] as [([String], String, TargetState)])
    func atLeastEveryThreeMonths(days: [String], asOf: String, expected: TargetState) throws {
        let facts = try state(held(days.map { ($0, "meeting", "") }))
        #expect(try requirement("activities: meeting, every: 3 months", facts, asOf: asOf).state == expected)
    }

    @Test func eachPlace() throws {
        let facts = try state(held([
            ("2026-02-01", "performance", #","place":"甲村""#), ("2026-03-01", "performance", #","place":"甲村""#),
            ("2026-04-01", "performance", #","place":"乙村""#), ("2026-05-01", "performance", #","place":"别处""#),
        ]))
        let status = try requirement(
            "activities: performance, per: place, at-least: 2", facts, asOf: "2026-12-31", head: "places: [甲村, 乙村, 丙村]")
        #expect(status.actual == .parts(reached: 1, of: 3))
        #expect(status.behind.map(\.of) == [.place("乙村"), .place("丙村")])
        #expect(status.behind.map(\.count) == [1, 0])
    }

    /// Where a visit was is sealed; it counts for the place that its area names.
    @Test func eachPlaceThatWasVisited() throws {
        let facts = try state([
            #"{"command":"visit.record","area":"甲村","place":"3组12号","occurred":"2026-02-01"}"#,
            #"{"command":"visit.record","area":"别处","occurred":"2026-02-01"}"#,
        ])
        let status = try requirement("visits: any, per: place, at-least: 1", facts, asOf: "2026-12-31", head: "places: [甲村, 乙村]")
        #expect(status.actual == .parts(reached: 1, of: 2))
        #expect(status.behind.map(\.of) == [.place("乙村")])
    }

    /// M2 has been in office for less than six months of the year and is not asked; M3 has left.
    @Test func eachMemberWhoIsAsked() throws {
        let members = [("M1", "2026-01-01"), ("M2", "2026-07-02"), ("M3", "2026-01-01"), ("M4", "2026-07-01")]
        let facts = try state(
            [
                #"{"command":"member.leave","member":"M3","on":"2026-08-31"}"#,
                #"{"command":"proposal.file","kind":"individual","title":"x","signers":["M1"],"occurred":"2026-02-01"}"#,
            ], members: members)
        let asked = try requirement("proposals: any, per: member, in-office: 6 months, at-least: 1", facts, asOf: "2026-12-31")
        #expect(asked.actual == .parts(reached: 1, of: 2))
        #expect(asked.behind.map { "\($0.of)" } == ["member(M4)"])
        let all = try requirement("proposals: any, per: member, at-least: 1", facts, asOf: "2026-12-31")
        #expect(all.actual == .parts(reached: 1, of: 3))
    }

    @Test(arguments: [
        ("activities: contest, participants: 15, at-least: 1", 1), ("activities: contest, participants: 16, at-least: 1", 0),
        ("activities: contest, particulars: [time, place, content, responsible], at-least: 1", 1),
        ("activities: forum, particulars: [time], at-least: 1", 0), ("activities: any, at-least: 1", 3),
        ("activities: any, titled: 预算, at-least: 1", 0), ("activities: meeting, with: [notice, minutes], at-least: 1", 1),
        ("activities: meeting, with: report, at-least: 1", 0), ("activities: any, level: district, at-least: 1", 0),
        ("either: [{activities: forum}, {activities: contest}], at-least: 1", 2), ("works: any, at-least: 1", 2),
        // What two branches find is one thing.
        ("either: [{activities: forum}, {activities: any}], at-least: 1", 3),
        ("activities: any, within: 2026年第二季度, at-least: 1", 1),
    ] as [(String, Int64)])
    func whatCounts(require: String, expected: Int64) throws {
        let facts = try state([
            #"{"command":"activity.schedule","activity":"A1","kind":"contest","title":"跳绳","on":"2026-03-08","place":"广场","content":"x","responsible":"站长"}"#,
            #"{"command":"activity.close","activity":"A1","participants":15}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"forum","title":"座谈","on":"2026年5月中旬"}"#,
            #"{"command":"activity.open","activity":"A2"}"#,
            #"{"command":"activity.schedule","activity":"A3","kind":"meeting","title":"例会","on":"2026-07-01"}"#,
            #"{"command":"activity.open","activity":"A3"}"#,
            #"{"command":"work.file","kind":"notice","title":"通知","activity":"A3","occurred":"2026-06-25"}"#,
            #"{"command":"work.file","kind":"minutes","title":"记录","activity":"A3","occurred":"2026-07-02"}"#,
        ])
        #expect(try requirement(require, facts, asOf: "2026-12-31").actual == .count(expected))
    }

    /// An answer counts from the day it was given.
    @Test func followedUntilAnswered() throws {
        let facts = try state([
            #"{"command":"suggestion.submit","suggestion":"S1","kind":"deputy-suggestion","title":"x","members":[],"occurred":"2026-02-01"}"#,
            #"{"command":"suggestion.hand-over","suggestion":"S1","to":"水务站","occurred":"2026-02-05"}"#,
            #"{"command":"suggestion.answer","suggestion":"S1","unit":"水务站","occurred":"2026-04-05"}"#,
        ])
        let require = "suggestions: deputy-suggestion, reached: answered, at-least: 1"
        #expect(try requirement(require, facts, asOf: "2026-04-04").actual == .count(0))
        #expect(try requirement(require, facts, asOf: "2026-04-05").actual == .count(1))
    }

    /// Two to three: two are enough, and a fourth does no harm.
    @Test(arguments: [(1, TargetState.missed), (2, .met), (3, .met), (4, .met)])
    func twoToThree(count: Int, expected: TargetState) throws {
        let facts = try state(held((0..<count).map { ("2026-0\($0 + 1)-01", "oversight", "") }))
        let status = try requirement("activities: oversight, at-least: 2, at-most: 3", facts, asOf: "2026-12-31")
        #expect(status.state == expected)
    }

    /// A goal in words is what somebody found, by the day they found it; the last finding stands.
    @Test func wordsAreMarkedByHand() throws {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: 争先, title: 争先进, mark: by-hand}\n")
        let facts = try state([
            #"{"command":"plan.adopt","plan":"T","title":"x","year":2026,"text":"x"}"#,
            #"{"command":"target.mark","plan":"T","target":"争先","met":false,"reason":"x","occurred":"2026-11-01"}"#,
            #"{"command":"target.mark","plan":"T","target":"争先","met":true,"reason":"y","occurred":"2026-12-01"}"#,
        ])
        func mark(_ asOf: String, _ facts: State) throws -> TargetState {
            assess(plan, facts, asOf: try #require(CalendarDate(asOf))).targets[0].state
        }
        #expect(try mark("2026-10-31", facts) == .notDue)
        #expect(try mark("2026-11-30", facts) == .missed)
        #expect(try mark("2026-12-01", facts) == .met)
        #expect(try mark("2026-12-31", state([])) == .missed)
    }

    /// An amendment speaks for figures as of its first day and later.
    @Test func amendmentsSpeakFromTheirDay() throws {
        func text(_ least: Int) -> String { "plan: T\\ntitle: x\\nyear: 2026\\ntargets: [{id: a, title: x, require: [{visits: any, at-least: \(least)}]}]" }
        let facts = try state([
            #"{"command":"plan.adopt","plan":"T","title":"x","year":2026,"text":"\#(text(4))"}"#,
            #"{"command":"plan.amend","plan":"T","from":"2026-07-01","text":"\#(text(2))","reason":"x"}"#,
        ])
        let adopted = try #require(PlanID("T").flatMap { facts.plans[$0] })
        func least(_ day: String) throws -> Requirement.Measure? {
            try adopted.plan(on: try #require(CalendarDate(day)))?.targets[0].requirements[0].measure
        }
        let visits = Selector([.init(.init(.visits, nil))])
        #expect(try least("2026-06-30") == .count(visits, atLeast: 4, atMost: nil))
        #expect(try least("2026-07-01") == .count(visits, atLeast: 2, atMost: nil))
    }

    /// Of two items of one kind in one month, the title decides; the deed that names an item comes first.
    @Test func deedsFindTheirItems() throws {
        let plan = try Plan(
            yaml: """
                plan: T
                title: 试
                year: 2026
                calendar:
                  - {id: C1, title: 视察停车场, when: 2026年10月, kind: inspection}
                  - {id: C2, title: 视察污水管网, when: 2026年10月, kind: inspection}
                  - {id: C3, title: 走访, when: 2026年10月, kind: visit}
                  - {id: C4, title: 视察学校, when: 2026年11月, kind: inspection, participants: 15}
                """)
        let facts = try state(
            [
                #"{"command":"activity.schedule","activity":"A1","kind":"inspection","title":"污水管网改造视察","on":"2026-10-12"}"#,
                #"{"command":"activity.open","activity":"A1"}"#,
                #"{"command":"activity.schedule","activity":"A2","kind":"inspection","title":"停车场建设视察","on":"2026年10月下旬"}"#,
                #"{"command":"activity.open","activity":"A2"}"#,
                #"{"command":"visit.record","visit":"V1","occurred":"2026-10-20"}"#,
                #"{"command":"activity.schedule","activity":"A3","kind":"inspection","title":"学校","on":"2026-11-12"}"#,
                #"{"command":"activity.close","activity":"A3","participants":14}"#,
            ])
        let status = assess(plan, facts, asOf: try #require(CalendarDate("2026-12-31")))
        #expect(status.calendar.map { $0.fulfilledBy?.description } == ["activity:A2", "activity:A1", "visit:V1", nil])
        #expect(status.unplanned.map(\.description) == ["A3"])
    }

    @Test(arguments: [
        ("require: [{visits: any, at-least: 0}]", "at-least"), ("require: [{visits: any}]", "at-least"),
        ("require: [{visits: any, activities: any, at-least: 1}]", "activities"),
        ("require: [{activities: any, per: week, at-least: 1}]", "per"),
        ("require: [{activities: performance, per: place, at-least: 1}]", "places"),
        ("require: [{visits: any, attendance: 80%, at-least: 1}]", "attendance"),
        ("require: [{works: poem, at-least: 1}]", "works"), ("require: [{visits: any, every: 13 months}]", "every"),
        ("require: [{visits: any, at-least: 3, at-most: 2}]", "at-most"), ("for: everybody, mark: by-hand", "for"),
        ("for: member, require: [{ratio: proposals, at-least: 50%}]", "ratio"), ("heading: x, mark: by-hand", "heading"),
        ("score: {each: 1, share: 2}, acts: {visits: any}", "each"), ("score: {each: 1}", "acts"),
        ("score: {deduct: {absent: 1}}, acts: {activities: any}", "role"), ("score: sometimes", "score"),
        ("mark: sometimes", "mark"), ("mark: by-hand, require: [{visits: any, at-least: 1}]", "mark"),
    ])
    func whatDoesNotGoTogetherIsRefused(target: String, key: String) throws {
        let error = #expect(throws: PlanError.self) {
            try Plan(yaml: "plan: T\ntitle: x\nyear: 2026\ntargets:\n  - {id: a, title: x, \(target)}\n")
        }
        let fault = try #require(error?.faults.first)
        #expect(fault.line == 5 && fault.column > 1)
        #expect("\(fault.kind)".contains(key))
    }

    @Test(arguments: [
        ("  - {id: a, title: x, score: {each: 1}, acts: {activities: study}}\n  - {id: b, title: x, score: {each: 1}, acts: {activities: any}}", PlanWarning.earnsTwice(id: "a", other: "b")),
        ("  - {id: a, title: x, require: [{visits: any, at-least: 2}]}\n  - {id: b, title: x, require: [{visits: any, at-least: 3}]}", .quotasDiffer(id: "a", other: "b")),
        ("  - {id: a, title: x, require: [{activities: any, attendance: 101%, at-least: 1}]}", .neverReached(id: "a", Threshold(percent: 101))),
        ("  - {id: a, title: x, require: [{visits: any, within: 2027年3月, at-least: 1}]}", .withinOutsideYear(id: "a")),
        ("  - {id: a, title: x}", .asksNothing(id: "a")),
        ("  - {id: a, title: x, points: 10, score: {each: 2}, acts: {visits: any}, require: [{visits: any, at-least: 4}]}", .fullMarksOutOfReach(id: "a")),
    ])
    func oddPlansAreWarnedOf(targets: String, warning: PlanWarning) throws {
        #expect(try Plan(yaml: "plan: T\ntitle: x\nyear: 2026\ntargets:\n\(targets)\n").warnings == [warning])
    }
}
