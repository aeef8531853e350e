import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The reception A1 is entry 6, the petition L1 entry 7.
extension DecisionCase {
    private static let receive =
        #"{"command":"petition.receive","petition":"L1","kind":"visit","title":"路灯","from":"某人","matter":"路灯不亮","activity":"A1","members":["M1"],"occurred":"2019-03-01"}"#
    private static let duty =
        #"{"command":"activity.schedule","activity":"A1","kind":"duty","title":"接待日","on":"2019-03-01","invited":["M1"]}"#
    private static let handOver =
        #"{"command":"petition.hand-over","petition":"L1","to":"供电所","way":"handle","due":"2019-04-01","occurred":"2019-03-02"}"#

    private static func answer(_ unit: String?, on day: String = "2019-03-20") -> String {
        let unit = unit.map { #""unit":"\#($0)","# } ?? ""
        return #"{"command":"petition.answer","petition":"L1",\#(unit)"text":"已修","occurred":"\#(day)"}"#
    }

    static let petitions: [DecisionCase] = all(
        after(
            people + [duty],
            [
                [
                    .gives(
                        receive.replacing(#""petition":"L1","#, with: ""),
                        #"petition.received {"activity":"A1","from":"某人","kind":"visit","matter":"路灯不亮","members":["M1"],"petition":"L1","title":"路灯"}"#,
                        about: "activity:A1 member:M1 petition:L1"),
                    .refuses(receive.replacing(#"["M1"]"#, with: #"["M9"]"#), .unknown(subject("member:M9"))),
                    .refuses(receive.replacing(#"["M1"]"#, with: #"["M1","M1"]"#), .namedTwice([id("M1")])),
                    .refuses(receive.replacing(#""A1""#, with: #""A9""#), .unknown(subject("activity:A9"))),
                    .refuses(
                        receive.replacing("2019-03-01", with: "2019-02-28"),
                        .time(
                            .awayFromActivity(
                                id("A1"), step: "petition.received", on: day("2019-02-28"), from: day("2019-03-01"), until: day("2019-03-01")))),
                    .refuses(handOver, .unknown(subject("petition:L1"))),
                ]
            ]),
        after(
            people + [duty, receive],
            [
                [
                    .refuses(receive, .idTaken(subject("petition:L1"))),
                    .gives(
                        handOver, #"petition.handed-over {"due":"2019-04-01","petition":"L1","to":"供电所","way":"handle"}"#, about: "petition:L1"),
                    .gives(
                        #"{"command":"petition.supervise","petition":"L1","members":["M3"],"text":"已催办","occurred":"2019-03-10"}"#,
                        #"petition.supervised {"members":["M3"],"petition":"L1","text":"已催办"}"#, about: "member:M3 petition:L1"),
                    .refuses(#"{"command":"petition.supervise","petition":"L1","members":["M9"],"occurred":"2019-03-10"}"#, .unknown(subject("member:M9"))),
                    // The body answers by itself.
                    .gives(answer(nil), #"petition.answered {"petition":"L1","text":"已修"}"#, about: "petition:L1"),
                    .refuses(answer("供电所"), .petition(.notHandedTo(id("L1"), "供电所"))),
                    .refuses(
                        answer(nil, on: "2019-02-28"),
                        .time(
                            .beforeEarlierStep(
                                subject("petition:L1"), step: "petition.answered", on: day("2019-02-28"), follows: "petition.received",
                                of: day("2019-03-01")))),
                ],
                after(
                    [handOver],
                    [
                        [
                            .refuses(handOver, .petition(.withUnit(id("L1"), "供电所"))),
                            .gives(answer("供电所"), #"petition.answered {"petition":"L1","text":"已修","unit":"供电所"}"#),
                            .refuses(answer("城管办"), .petition(.notHandedTo(id("L1"), "城管办"))),
                        ]
                    ]),
                after([handOver, answer("供电所")], [[.refuses(answer("供电所"), .petition(.alreadyAnswered(id("L1"), at: Position(9))))]]),
            ]))
}

@Suite("Petitions")
struct PetitionTests {
    @Test func haveTimeLimits() throws {
        let state = try Given([
            #"{"command":"petition.receive","petition":"L1","kind":"letter","title":"路灯","occurred":"2019-03-01"}"#,
            #"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"petition","days":60}]}"#,
            #"{"command":"petition.hand-over","petition":"L1","to":"供电所","occurred":"2019-03-02"}"#,
            // The body's own answer settles what a unit was given.
            #"{"command":"petition.answer","petition":"L1","occurred":"2019-04-01"}"#,
            #"{"command":"petition.hand-over","petition":"L1","to":"城管办","due":"2019-05-01","occurred":"2019-04-10"}"#,
        ]).state
        let deadlines = state.deadlines(asOf: day("2019-05-02"))
        // 60 days after 2 March are 1 May.
        #expect(deadlines.map(\.due) == [day("2019-05-01"), day("2019-05-01")])
        #expect(deadlines.map { $0.standing(asOf: day("2019-05-02")) } == [.doneInTime, .overdue])
        #expect(state.petitions[id("L1")]?.stage == .handedOver)
    }
}
