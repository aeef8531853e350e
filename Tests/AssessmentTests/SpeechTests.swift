import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Speeches in plans; the figures were derived by hand.
@Suite("Speeches in plans")
struct SpeechTests {
    /// At the plenary A1: M1 spoke on its second day (F1); M2 and M1 handed in a joint one before it (F2). At the meeting A2: M1
    /// spoke without a title (F3), and M3 spoke (F4). The speeches are entries 7 to 10.
    private static let year = [
        #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"乙","from":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M3","name":"丙","from":"2026-01-01"}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2026-03-10/2026-03-12"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"座谈","on":"2026-06-01"}"#,
        #"{"command":"speech.record","speech":"F1","activity":"A1","members":["M1"],"form":"口头","title":"关于教育","on":"2026-03-11","occurred":"2026-03-12"}"#,
        #"{"command":"speech.record","speech":"F2","activity":"A1","members":["M2","M1"],"form":"书面","title":"关于医疗","occurred":"2026-03-01"}"#,
        #"{"command":"speech.record","speech":"F3","activity":"A2","members":["M1"],"form":"oral","occurred":"2026-06-01"}"#,
        #"{"command":"speech.record","speech":"F4","activity":"A2","members":["M3"],"form":"oral","title":"关于教育","occurred":"2026-06-01"}"#,
    ]

    private func status(_ target: String, asOf: String = "2026-12-31", and more: [String] = []) throws -> TargetStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, \(target)}\n")
        let state = try Given(Self.year + more).state
        let (kept, cut) = (assess(plan, state, asOf: day(asOf)), assess(plan, state.asOf(day(asOf)), asOf: day(asOf)))
        #expect(kept.targets.map(\.lines) == cut.targets.map(\.lines))
        return cut.targets[0]
    }

    @Test(arguments: [
        ("score: {each: 5}, acts: {speeches: any}", [1_500, 500, 500]),
        // F1 6, F2 as the second speaker 2, F3 6.
        ("score: {each: {lead: 6, other: 2}}, acts: {speeches: any}", [1_400, 600, 600]),
        ("score: {each: 5}, acts: {speeches: oral}", [1_000, 0, 500]),
        ("score: {each: 5}, acts: {speeches: [书面]}", [500, 500, 0]),
        ("score: {each: 5}, acts: {speeches: any, at: plenary}", [1_000, 500, 0]),
        ("score: {each: 5}, acts: {speeches: any, at: [全会, 会议]}", [1_500, 500, 500]),
        ("score: {each: 5}, acts: {speeches: any, at: presidium}", [0, 0, 0]),
        // F3 has no title.
        ("score: {each: 5}, acts: {speeches: any, titled: 教育}", [500, 0, 500]),
        // The first 10, each further 5.
        ("score: {each: [{from: 1, points: 10}, {from: 2, points: 5}]}, acts: {speeches: any}", [2_000, 1_000, 1_000]),
        ("score: {each: 5, from: 2}, acts: {speeches: any}", [1_000, 0, 0]),
        ("score: {each: 5, times: 1}, acts: {speeches: any}", [500, 500, 500]),
        ("score: {share: 10, lead: 60%}, acts: {speeches: written}", [400, 600, 0]),
    ] as [(String, [Int64])])
    func pointsOfMembers(target: String, expected: [Int64]) throws {
        #expect(try status("for: member, \(target)").members.map(\.points) == expected)
    }

    /// Three speakers: the first 10, each further 5. At the plenary two, and F1 brings nobody new.
    @Test func distinctSpeakers() throws {
        let rule = "score: {each: [{from: 1, points: 10}, {from: 2, points: 5}]}"
        #expect(try status("\(rule), acts: {speeches: any, distinct: member}").points == 2_000)
        let plenary = try status("\(rule), acts: {speeches: any, at: plenary, distinct: member}")
        #expect(plenary.points == 1_500)
        #expect(plenary.lines.filter { $0.subject.id == "F1" }.map(\.outcome) == [.nobodyNew])
        #expect(try status("require: [{speeches: any, distinct: member, at-least: 2}]").requirements[0].actual == .count(3))
        #expect(try status("require: [{speeches: any, at-least: 2}]").requirements[0].actual == .count(4))
    }

    /// F1 is of its day at the plenary, and known from the day on which it is dated.
    @Test func theDayOfASpeech() throws {
        #expect(try status("require: [{speeches: any, within: 2026-03-11, at-least: 1}]").requirements[0].actual == .count(1))
        let each = "for: member, score: {each: 5}, acts: {speeches: any}"
        #expect(try status(each, asOf: "2026-02-28").members.map(\.points) == [0, 0, 0])
        #expect(try status(each, asOf: "2026-03-11").members.map(\.points) == [500, 500, 0])
        #expect(try status(each, asOf: "2026-03-12").members.map(\.points) == [1_000, 500, 0])
    }

    /// F3 was M3's, and F1 written; F4 was not given at all.
    @Test func correctionsChangeWhatCounts() throws {
        let corrections = [
            #"{"command":"fact.correct","corrects":9,"set":{"members":["M3"]},"reason":"记错了"}"#,
            #"{"command":"fact.correct","corrects":7,"set":{"form":"书面"},"reason":"没有发言"}"#,
            #"{"command":"fact.void","corrects":10,"reason":"没有发言"}"#,
        ]
        #expect(try status("for: member, score: {each: 5}, acts: {speeches: any}", and: corrections).members.map(\.points) == [1_000, 500, 500])
        #expect(try status("for: member, score: {each: 5}, acts: {speeches: oral}", and: corrections).members.map(\.points) == [0, 0, 500])
    }

    /// What was recorded under two ids of one member is that member's.
    @Test func whoWasMergedSpokeOnce() throws {
        let merged = [#"{"command":"member.merge","member":"M3","into":"M1","reason":"一人"}"#]
        #expect(try status("for: member, score: {each: 5}, acts: {speeches: any}", and: merged).members.map(\.points) == [2_000, 500])
        #expect(try status("require: [{speeches: any, distinct: member, at-least: 2}]", and: merged).requirements[0].actual == .count(2))
    }

    /// Nothing is at two sorts of meetings at once.
    @Test(arguments: [("at: plenary", "at: presidium", 0), ("at: plenary", "titled: 教育", 1), ("at: [plenary, meeting]", "at: meeting", 1)])
    func whatEarnsTwiceIsSaid(one: String, other: String, count: Int) throws {
        let targets = [("a", one), ("b", other)].map { "  - {id: \($0.0), title: x, score: {each: 1}, acts: {speeches: any, \($0.1)}}\n" }
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n" + targets.joined())
        #expect(plan.warnings == Array(repeating: .earnsTwice(id: "a", other: "b"), count: count))
    }
}
