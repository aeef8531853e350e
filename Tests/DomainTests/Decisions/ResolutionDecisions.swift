import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The meeting A1 is entry 6, the rules 7; the vote B1 (8) is carried by 9, the vote B2 (10) is not by 11. The decision R1 is 12.
extension DecisionCase {
    private static func make(_ id: String, _ fields: String, on day: String = "2019-03-01") -> String {
        #"{"command":"decision.record","decision":"\#(id)","kind":"opinion","title":"审议意见",\#(fields)"occurred":"\#(day)"}"#
    }

    private static func step(_ verb: String, _ fields: String, on day: String) -> String {
        #"{"command":"decision.\#(verb)","decision":"R1",\#(fields)"occurred":"\#(day)"}"#
    }

    private static func vote(_ id: String, _ inFavour: Int) -> [String] {
        [
            #"{"command":"ballot.call","ballot":"\#(id)","activity":"A1","kind":"decision","method":"hands","title":"决议\#(id)"}"#,
            #"{"command":"ballot.count","ballot":"\#(id)","eligible":4,"present":4,"votes":[{"answer":"for","votes":\#(inFavour)}],"occurred":"2019-03-01"}"#,
        ]
    }

    private static let meetingWithVotes =
        [
            #"{"command":"activity.schedule","activity":"A1","kind":"congress","title":"大会","on":"2019-03-01"}"#,
            #"{"command":"ballot-rules.adopt","rules":"R1","title":"办法","items":[{"kind":"decision","pass":{"moreThan":"1/2","of":"all"}},{"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"}]}]}"#,
        ] + vote("B1", 3) + vote("B2", 2)

    private static let handOver = step("hand-over", #""to":"财政所","due":"2019-06-30","#, on: "2019-03-05")
    private static let answer = step("answer", #""unit":"财政所","text":"照办","#, on: "2019-05-05")
    private static let handle = step("handle", "", on: "2019-06-05")
    private static let appraisal = [
        #"{"command":"ballot.call","ballot":"B3","activity":"A1","kind":"appraisal","method":"secret","title":"测评","options":[{"what":"decision:R1"}]}"#,
        #"{"command":"ballot.count","ballot":"B3","eligible":4,"present":4,"issued":4,"returned":4,"votes":[{"of":1,"answer":"满意","votes":4}],"occurred":"2019-03-01"}"#,
    ]
    private static let appraise = step("appraise", #""ballot":"B3","#, on: "2019-07-01")

    static let resolutions: [DecisionCase] = all(
        after(
            people + meetingWithVotes,
            [
                [
                    .gives(
                        #"{"command":"decision.record","kind":"resolution","title":"决议","activity":"A1","ballot":"B1","occurred":"2019-03-01"}"#,
                        #"decision.made {"activity":"A1","ballot":"B1","decision":"R1","kind":"resolution","title":"决议"}"#,
                        about: "activity:A1 ballot:B1 decision:R1"),
                    .refuses(make("R1", #""ballot":"B2","#), .decision(.notCarried(id("R1"), id("B2")))),
                    .refuses(make("R1", #""ballot":"B9","#), .unknown(subject("ballot:B9"))),
                    .refuses(make("R1", #""activity":"A9","#), .unknown(subject("activity:A9"))),
                    .refuses(
                        make("R1", #""activity":"A1","#, on: "2019-02-28"),
                        .time(.awayFromActivity(id("A1"), step: "decision.made", on: day("2019-02-28"), from: day("2019-03-01"), until: day("2019-03-01")))),
                    .cannotRead(make("R1", #""item":"I1","#), .field("activity", .missing)),
                    .refuses(handOver, .unknown(subject("decision:R1"))),
                ]
            ]),
        after(
            people + meetingWithVotes + [make("R1", #""activity":"A1","ballot":"B1","#)],
            [
                [
                    .refuses(make("R1", ""), .idTaken(subject("decision:R1"))),
                    .gives(handOver, #"decision.handed-over {"decision":"R1","due":"2019-06-30","to":"财政所"}"#, about: "decision:R1"),
                    .refuses(answer, .decision(.notHandedTo(id("R1"), "财政所"))),
                    .gives(handle, #"decision.handled {"decision":"R1"}"#, about: "decision:R1"),
                    // The vote is what it rests on.
                    .refuses(
                        #"{"command":"fact.void","corrects":9,"reason":"x"}"#,
                        .correction(.wouldBreak([.entry(12, .ballot(.notCounted(id("B1"))))]))),
                ],
                after(
                    [handOver],
                    [
                        [
                            .refuses(handOver, .decision(.withUnit(id("R1"), "财政所"))),
                            .gives(answer, #"decision.answered {"decision":"R1","text":"照办","unit":"财政所"}"#, about: "decision:R1"),
                            .refuses(answer.replacing("财政所", with: "派出所"), .decision(.notHandedTo(id("R1"), "派出所"))),
                            .refuses(
                                step("answer", #""unit":"财政所","#, on: "2019-03-04"),
                                .time(
                                    .beforeEarlierStep(
                                        subject("decision:R1"), step: "decision.answered", on: day("2019-03-04"), follows: "decision.handed-over",
                                        of: day("2019-03-05")))),
                        ]
                    ]),
                after([handOver, answer], [[.refuses(answer, .decision(.alreadyAnswered(id("R1"), at: Position(14))))]]),
                after([handOver, answer, handle], [[.refuses(handle, .decision(.alreadyHandled(id("R1"), at: Position(15))))]]),
                after(
                    [handOver, answer, handle] + appraisal,
                    [
                        [
                            .gives(appraise, #"decision.appraised {"ballot":"B3","decision":"R1"}"#, about: "ballot:B3 decision:R1"),
                            .refuses(step("appraise", #""ballot":"B1","#, on: "2019-07-01"), .decision(.notOnBallot(id("R1"), id("B1")))),
                            .refuses(step("appraise", #""ballot":"B9","#, on: "2019-07-01"), .unknown(subject("ballot:B9"))),
                        ]
                    ]),
                after([appraisal[0]], [[.refuses(appraise, .ballot(.notCounted(id("B3"))))]]),
                after(
                    appraisal + [appraise],
                    [[.refuses(appraise, .decision(.alreadyAppraised(id("R1"), at: Position(15))))]]),
            ]))
}

@Suite("Decisions that are handled")
struct HandledDecisionTests {
    private static let given = [
        #"{"command":"decision.record","decision":"R1","kind":"opinion","title":"审议意见","occurred":"2019-03-01"}"#,
        #"{"command":"decision.hand-over","decision":"R1","to":"财政所","due":"2019-06-30","occurred":"2019-03-05"}"#,
        #"{"command":"decision.answer","decision":"R1","unit":"财政所","occurred":"2019-07-02"}"#,
        #"{"command":"decision.handle","decision":"R1","occurred":"2019-08-01"}"#,
    ]

    /// Its limits are those of every other matter: a day that was set, or the rules'.
    @Test func hasTimeLimits() throws {
        let rules = #"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"decision","months":2,"article":"一"}]}"#
        let again = #"{"command":"decision.hand-over","decision":"R1","to":"水利站","occurred":"2019-09-10"}"#
        let state = try Given([rules] + Self.given + [again]).state
        let decision = try #require(state.decisions[id("R1")])
        #expect(decision.stage == .handedOver && decision.rounds.count == 2)
        let deadlines = state.deadlines(asOf: day("2019-11-11"))
        #expect(deadlines.map(\.step) == [.decision, .decision])
        #expect(deadlines.map(\.unit) == ["财政所", "水利站"])
        #expect(deadlines.map(\.due) == [day("2019-06-30"), day("2019-11-10")])
        #expect(deadlines.map { $0.standing(asOf: day("2019-11-11")) } == [.doneLate, .overdue])
        #expect(deadlines.map(\.isSet) == [true, false] && deadlines[1].article == "一")
    }

    @Test func goesThroughItsStages() throws {
        var stages: [Decision.Stage?] = []
        for count in 1...Self.given.count {
            stages.append(try Given(Array(Self.given.prefix(count))).state.decisions[id("R1")]?.stage)
        }
        #expect(stages == [.made, .handedOver, .answered, .handled])
    }
}
