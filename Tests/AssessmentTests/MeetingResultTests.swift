import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Ballots, decisions, and what was brought in letters and visits, in plans; the figures were derived by hand.
@Suite("Ballots, decisions, letters and visits in plans")
struct MeetingResultTests {
    private static let head = [
        #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"乙","from":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M3","name":"丙","from":"2026-01-01"}"#,
        #"{"command":"ballot-rules.adopt","rules":"R1","title":"办法","items":[{"kind":"election","pass":{"moreThan":"1/2","of":"all"}},{"kind":"decision","pass":{"moreThan":"1/2","of":"all"}},{"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"}]}]}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"congress","title":"大会","on":"2026-03-10"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"duty","title":"接待日","on":"2026-09-01"}"#,
    ]

    private static func call(_ id: String, _ activity: String, _ fields: String) -> String {
        #"{"command":"ballot.call","ballot":"\#(id)","activity":"\#(activity)",\#(fields)}"#
    }

    private static func count(_ id: String, _ votes: String, on day: String, papers: String = #""issued":3,"returned":3,"#) -> String {
        let votes = votes.isEmpty ? "" : #""votes":[\#(votes)],"#
        return #"{"command":"ballot.count","ballot":"\#(id)","present":3,\#(papers)\#(votes)"occurred":"\#(day)"}"#
    }

    /// Two of three are enough. M1 is elected in B1, and nobody in B2; B3 is carried by three, B4 is not by one. B5 appraises an
    /// office and M3; B6, of M1 and M3, is void; B7 is not counted. The count of B3 is entry 13.
    private static let ballots =
        head + [
            call("B1", "A1", #""kind":"选举","method":"secret","title":"选举主席","seats":1,"options":[{"member":"M1"},{"member":"M2"}]"#),
            count("B1", #"{"of":1,"answer":"for","votes":2},{"of":2,"answer":"for","votes":1}"#, on: "2026-03-10"),
            call("B2", "A1", #""kind":"election","method":"secret","title":"选举副主席","seats":1,"options":[{"member":"M2"},{"member":"M3"}]"#),
            count("B2", #"{"of":1,"answer":"for","votes":1},{"of":2,"answer":"for","votes":1}"#, on: "2026-03-10"),
            call("B3", "A1", #""kind":"decision","method":"hands","title":"关于预算的决议""#),
            count("B3", #"{"answer":"for","votes":3}"#, on: "2026-03-10", papers: ""),
            call("B4", "A2", #""kind":"decision","method":"hands","title":"关于计划的决议""#),
            count("B4", #"{"answer":"for","votes":1},{"answer":"against","votes":2}"#, on: "2026-09-01", papers: ""),
            call("B5", "A2", #""kind":"appraisal","method":"secret","title":"测评","options":[{"name":"财政所"},{"member":"M3"}]"#),
            count("B5", #"{"of":1,"answer":"满意","votes":3},{"of":2,"answer":"满意","votes":3}"#, on: "2026-09-01"),
            call("B6", "A2", #""kind":"appraisal","method":"secret","title":"评议委员","options":[{"member":"M1"},{"member":"M3"}]"#),
            count("B6", "", on: "2026-09-01", papers: #""issued":3,"returned":4,"#),
            call("B7", "A2", #""kind":"decision","method":"hands","title":"关于预算的决议之二""#),
        ]

    /// R1 at the meeting; R2 was handed over in March, answered, handled and appraised by July, and handed over again in August; R3
    /// was made elsewhere, and handed over.
    private static let decisions =
        head + [
            #"{"command":"decision.record","decision":"R1","kind":"决议","title":"关于预算的决议","activity":"A1","occurred":"2026-03-10"}"#,
            #"{"command":"decision.record","decision":"R2","kind":"opinion","title":"审议意见","activity":"A1","occurred":"2026-03-10"}"#,
            #"{"command":"decision.hand-over","decision":"R2","to":"财政所","occurred":"2026-03-20"}"#,
            #"{"command":"decision.record","decision":"R3","kind":"decision","title":"任命","occurred":"2026-04-01"}"#,
            #"{"command":"decision.hand-over","decision":"R3","to":"办公室","occurred":"2026-04-02"}"#,
            #"{"command":"decision.answer","decision":"R2","unit":"财政所","text":"照办","occurred":"2026-05-01"}"#,
            #"{"command":"decision.handle","decision":"R2","occurred":"2026-06-01"}"#,
            call("B1", "A1", #""kind":"appraisal","method":"secret","title":"测评","options":[{"what":"decision:R2"}]"#),
            count("B1", #"{"of":1,"answer":"满意","votes":3}"#, on: "2026-07-01"),
            #"{"command":"decision.appraise","decision":"R2","ballot":"B1","occurred":"2026-07-01"}"#,
            #"{"command":"decision.hand-over","decision":"R2","to":"卫生所","occurred":"2026-08-01"}"#,
        ]

    /// L1 was brought to M1 and M2 on the day of duty: handed over, supervised and answered by the 20th, and handed over again in
    /// November. L2 is a letter that the body answered itself; L3 came online to M2, and was handed over.
    private static let petitions =
        head + [
            #"{"command":"petition.receive","petition":"L1","kind":"来访","title":"路灯","matter":"不亮","activity":"A2","members":["M1","M2"],"occurred":"2026-09-01"}"#,
            #"{"command":"petition.hand-over","petition":"L1","to":"供电所","way":"handle","occurred":"2026-09-02"}"#,
            #"{"command":"petition.supervise","petition":"L1","members":["M3"],"text":"催办","occurred":"2026-09-10"}"#,
            #"{"command":"petition.answer","petition":"L1","unit":"供电所","text":"已修","occurred":"2026-09-20"}"#,
            #"{"command":"petition.hand-over","petition":"L1","to":"城管所","way":"transfer","occurred":"2026-11-01"}"#,
            #"{"command":"petition.receive","petition":"L2","kind":"letter","title":"水管","occurred":"2026-10-01"}"#,
            #"{"command":"petition.answer","petition":"L2","text":"已答复","occurred":"2026-10-05"}"#,
            #"{"command":"petition.receive","petition":"L3","kind":"online","title":"道路","members":["M2"],"occurred":"2026-10-02"}"#,
            #"{"command":"petition.hand-over","petition":"L3","to":"城管所","way":"handle","occurred":"2026-10-03"}"#,
        ]

    /// What is known now of the day, and what was known on it, come to the same.
    private func status(_ target: String, _ facts: [String], asOf: String = "2026-12-31") throws -> TargetStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, \(target)}\n")
        let state = try Given(facts).state
        let (kept, cut) = (assess(plan, state, asOf: day(asOf)), assess(plan, state.asOf(day(asOf)), asOf: day(asOf)))
        #expect(kept.targets.map(\.requirements).map { $0.map(\.actual) } == cut.targets.map(\.requirements).map { $0.map(\.actual) })
        return cut.targets[0]
    }

    private func count(_ selector: String, _ facts: [String], asOf: String = "2026-12-31") throws -> Quantity {
        try status("require: [{\(selector), at-least: 1}]", facts, asOf: asOf).requirements[0].actual
    }

    @Test(arguments: [
        ("ballots: any", 6), ("ballots: election", 2), ("ballots: [选举, 表决]", 4), ("ballots: 测评", 2),
        ("ballots: election, result: elected", 1), ("ballots: election, result: valid", 2), ("ballots: any, result: elected", 1),
        ("ballots: decision, result: carried", 1), ("ballots: appraisal, result: valid", 1), ("ballots: any, result: valid", 5),
        ("ballots: appraisal, appraises: office", 1), ("ballots: appraisal, appraises: member", 2), ("ballots: any, appraises: record", 0),
        ("ballots: any, appraises: member, result: valid", 1), ("ballots: any, at: congress", 3), ("ballots: any, at: [人代会, 值班接访]", 6),
        ("ballots: any, titled: 预算", 1),
    ])
    func countsBallots(selector: String, expected: Int64) throws {
        #expect(try count(selector, Self.ballots) == .count(expected))
    }

    /// A ballot is of the day of its count; of one that lacks what is asked for, the line says what.
    @Test func theDayAndTheOutcomeOfABallot() throws {
        #expect(try count("ballots: any", Self.ballots, asOf: "2026-08-31") == .count(3))
        let lines = try status("score: {each: 2}, acts: {ballots: any, result: elected}", Self.ballots).lines
        #expect(lines.map { $0.subject.id } == ["B1", "B2", "B3", "B4", "B5", "B6"])
        #expect(lines.map(\.outcome) == [.counts] + Array(repeating: .withoutResult(.elected), count: 5))
        #expect(lines.map(\.points) == [Ratio(200)] + Array(repeating: Ratio(0), count: 5))
    }

    /// B5 appraises M3, and B6 M1 and M3; B6 is void. Who stands for election is appraised in nothing.
    @Test func whoIsAppraised() throws {
        let each = "for: member, score: {each: 1}, acts: {ballots: appraisal, appraises: member"
        #expect(try status("\(each)}", Self.ballots).members.map(\.points) == [100, 0, 200])
        #expect(try status("\(each), result: valid}", Self.ballots).members.map(\.points) == [0, 0, 100])
        #expect(try count("ballots: any, appraises: member, per: member", Self.ballots) == .parts(reached: 2, of: 3))
        #expect(try count("ballots: any, appraises: member, distinct: member", Self.ballots) == .count(2))
    }

    /// One vote for it is not enough, once the count is corrected.
    @Test func aCorrectedCountCarriesNothing() throws {
        let corrected = Self.ballots + [
            #"{"command":"fact.correct","corrects":13,"set":{"votes":[{"answer":"for","votes":1},{"answer":"against","votes":2}]},"reason":"记反了"}"#,
        ]
        #expect(try count("ballots: decision, result: carried", corrected) == .count(0))
        #expect(try count("ballots: decision", corrected) == .count(2))
        #expect(try count("ballots: decision", Self.ballots + [#"{"command":"fact.void","corrects":13,"reason":"重计"}"#]) == .count(1))
    }

    @Test(arguments: [
        ("decisions: any", "2026-12-31", 3), ("decisions: resolution", "2026-12-31", 1), ("decisions: [决定, 审议意见]", "2026-12-31", 2),
        ("decisions: any, at: congress", "2026-12-31", 2), ("decisions: any, titled: 预算", "2026-12-31", 1),
        ("decisions: any", "2026-03-31", 2),
        ("decisions: any, reached: handed-over", "2026-03-31", 1), ("decisions: any, reached: handed-over", "2026-12-31", 2),
        ("decisions: any, reached: answered", "2026-04-30", 0), ("decisions: any, reached: answered", "2026-05-01", 1),
        ("decisions: opinion, reached: handled", "2026-05-31", 0), ("decisions: opinion, reached: handled", "2026-06-01", 1),
        ("decisions: opinion, reached: appraised", "2026-07-31", 1),
        // What was handed over again begins again.
        ("decisions: opinion, reached: answered", "2026-08-01", 0), ("decisions: opinion, reached: handled", "2026-08-01", 0),
        ("decisions: opinion, reached: appraised", "2026-12-31", 0),
    ])
    func countsDecisions(selector: String, asOf: String, expected: Int64) throws {
        #expect(try count(selector, Self.decisions, asOf: asOf) == .count(expected))
    }

    /// Handled again, and not yet appraised again.
    @Test func whatIsHandledAgainCountsAgain() throws {
        let again = Self.decisions + [
            #"{"command":"decision.answer","decision":"R2","unit":"卫生所","text":"照办","occurred":"2026-08-20"}"#,
            #"{"command":"decision.handle","decision":"R2","occurred":"2026-09-01"}"#,
        ]
        #expect(try count("decisions: any, reached: handled", again) == .count(1))
        #expect(try count("decisions: any, reached: appraised", again) == .count(0))
        // Entry 18 is the second hand-over: without it, the first appraisal stands.
        let voided = Self.decisions + [#"{"command":"fact.void","corrects":18,"reason":"没有交办"}"#]
        #expect(try count("decisions: any, reached: appraised", voided) == .count(1))
    }

    @Test(arguments: [
        ("petitions: any", "2026-12-31", 3), ("petitions: [来信, 网上]", "2026-12-31", 2), ("petitions: visit", "2026-12-31", 1),
        ("petitions: any, at: duty", "2026-12-31", 1), ("petitions: any, titled: 路灯", "2026-12-31", 1), ("petitions: any", "2026-09-30", 1),
        ("petitions: any, reached: handed-over", "2026-12-31", 2), ("petitions: any, reached: supervised", "2026-09-09", 0),
        ("petitions: any, reached: supervised", "2026-10-31", 1), ("petitions: any, reached: answered", "2026-10-31", 2),
        // L1 was handed over again.
        ("petitions: any, reached: answered", "2026-11-01", 1), ("petitions: any, reached: supervised", "2026-12-31", 0),
    ])
    func countsPetitions(selector: String, asOf: String, expected: Int64) throws {
        #expect(try count(selector, Self.petitions, asOf: asOf) == .count(expected))
    }

    /// L1 was received by M1, and M2 beside; L3 by M2.
    @Test func whoReceivesThem() throws {
        let status = try status("for: member, score: {each: {lead: 2, other: 1}}, acts: {petitions: any}", Self.petitions)
        #expect(status.members.map(\.points) == [200, 300, 0])
        #expect(try count("activities: duty", Self.petitions + [#"{"command":"activity.close","activity":"A2"}"#]) == .count(1))
    }

    /// The fault, as the checker words it, in a plan that asks what cannot be.
    @Test(arguments: [
        ("for: member, score: {each: 1}, acts: {decisions: any}", .excludes("for: member", "decisions: any")),
        ("for: group, require: [{ballots: election, at-least: 1}]", .excludes("for: group", "ballots: election")),
        ("for: office-holder, role: 主任, require: [{decisions: opinion, at-least: 1}]", .excludes("for: office-holder", "decisions: opinion")),
        ("for: member, require: [{either: [{speeches: any}, {decisions: any}], at-least: 1}]", .excludes("for: member", "decisions: any")),
        ("require: [{decisions: any, per: member, at-least: 1}]", .excludes("per: member", "decisions: any")),
        ("require: [{ballots: any, distinct: member, at-least: 1}]", .excludes("distinct", "ballots: any")),
        ("require: [{ballots: election, result: carried, at-least: 1}]", .doesNotApply("result: carried", beside: "ballots: election")),
        ("require: [{ballots: election, appraises: member, at-least: 1}]", .doesNotApply("appraises", beside: "ballots: election")),
        ("require: [{ballots: any, appraises: member, result: elected, at-least: 1}]", .doesNotApply("result: elected", beside: "ballots: any")),
        ("require: [{ballots: any, result: [elected, carried], at-least: 1}]", .oneValue("result")),
        ("require: [{ballots: any, result: lost, at-least: 1}]", .invalid("result", expected: .oneOf(["valid", "elected", "carried"]))),
        ("require: [{proposals: any, reached: [answered, closed], at-least: 1}]", .oneValue("reached")),
        ("require: [{proposals: any, marked: [key, excellent], at-least: 1}]", .oneValue("marked")),
        ("score: {each: 1}, acts: {suggestions: any, came-from: [proposal, none]}", .oneValue("came-from")),
        (
            "require: [{decisions: any, reached: accepted, at-least: 1}]",
            .invalid("reached", expected: .oneOf(["handed-over", "answered", "handled", "appraised"]))
        ),
        (
            "require: [{petitions: any, reached: handled, at-least: 1}]",
            .invalid("reached", expected: .oneOf(["handed-over", "supervised", "answered"]))
        ),
        ("require: [{speeches: any, reached: answered, at-least: 1}]", .doesNotApply("reached", beside: "speeches")),
        ("require: [{speeches: 念稿, at-least: 1}]", .invalid("speeches", expected: .oneOf(["oral", "written"]))),
        ("require: [{works: any, at: plenary, at-least: 1}]", .doesNotApply("at", beside: "works")),
        ("require: [{commendations: any, kind: best, at-least: 1}]", .invalid("kind", expected: .oneOf(["honour", "model"]))),
        ("require: [{proposals: any, kind: model, at-least: 1}]", .doesNotApply("kind", beside: "proposals")),
    ] as [(String, PlanFault.Kind)])
    func whatCannotBeIsRefused(target: String, fault: PlanFault.Kind) throws {
        let error = #expect(throws: PlanError.self) { try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, \(target)}\n") }
        #expect(error?.faults.map(\.kind) == [fault])
    }
}
