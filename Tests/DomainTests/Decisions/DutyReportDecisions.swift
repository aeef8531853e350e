import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The meeting A1 is entry 6, the rules 7, the report J1 of M1 entry 8; the appraisal B1 (9) has it on its paper and is counted by 10,
/// the vote B2 (11) has not.
extension DecisionCase {
    private static let record =
        #"{"command":"duty-report.record","report":"J1","member":"M1","activity":"A1","form":"oral","title":"履职报告","occurred":"2019-03-01"}"#
    private static let beforeIt = [
        #"{"command":"activity.schedule","activity":"A1","kind":"appraisal","title":"述职评议","on":"2019-03-01"}"#,
        #"{"command":"ballot-rules.adopt","rules":"R1","title":"办法","items":[{"kind":"decision"},{"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"}]}]}"#,
    ]
    private static func call(_ option: String) -> String {
        #"{"command":"ballot.call","ballot":"B1","activity":"A1","kind":"appraisal","method":"secret","title":"测评","options":[\#(option)]}"#
    }
    private static let count =
        #"{"command":"ballot.count","ballot":"B1","eligible":4,"present":4,"issued":4,"returned":4,"votes":[{"of":1,"answer":"满意","votes":4}],"occurred":"2019-03-01"}"#
    private static let vote = #"{"command":"ballot.call","ballot":"B2","activity":"A1","kind":"decision","method":"hands","title":"决议"}"#

    private static func tell(_ ballot: String, on day: String = "2019-03-05") -> String {
        #"{"command":"duty-report.tell","report":"J1","ballot":"\#(ballot)","occurred":"\#(day)"}"#
    }

    static let dutyReports: [DecisionCase] = all(
        after(
            people + beforeIt,
            [
                [
                    .gives(
                        record.replacing(#""report":"J1","#, with: ""),
                        #"duty-report.given {"activity":"A1","form":"oral","member":"M1","report":"J1","title":"履职报告"}"#,
                        about: "activity:A1 duty-report:J1 member:M1"),
                    .refuses(record.replacing(#""M1""#, with: #""M9""#), .unknown(subject("member:M9"))),
                    .refuses(record.replacing(#""A1""#, with: #""A9""#), .unknown(subject("activity:A9"))),
                    .refuses(
                        record.replacing("2019-03-01", with: "2019-02-28"),
                        .time(
                            .awayFromActivity(
                                id("A1"), step: "duty-report.given", on: day("2019-02-28"), from: day("2019-03-01"), until: day("2019-03-01")))),
                    // What is written may be handed in before.
                    .gives(
                        record.replacing("2019-03-01", with: "2019-02-28").replacing("oral", with: "written"),
                        #"duty-report.given {"activity":"A1","form":"written","member":"M1","report":"J1","title":"履职报告"}"#),
                    .refuses(tell("B1"), .unknown(subject("duty-report:J1"))),
                ]
            ]),
        after(
            people + beforeIt + [record, call(#"{"what":"duty-report:J1"}"#)],
            [
                [
                    .refuses(record, .idTaken(subject("duty-report:J1"))),
                    .gives(
                        #"{"command":"duty-report.question","report":"J1","asker":"M3","question":"几次","answer":"四次","occurred":"2019-03-01"}"#,
                        #"duty-report.questioned {"answer":"四次","asker":"M3","question":"几次","report":"J1"}"#,
                        about: "duty-report:J1 member:M3"),
                    .refuses(
                        #"{"command":"duty-report.question","report":"J1","asker":"M9","question":"几次","occurred":"2019-03-01"}"#,
                        .unknown(subject("member:M9"))),
                    .refuses(tell("B1"), .ballot(.notCounted(id("B1")))),
                    .refuses(tell("B9"), .unknown(subject("ballot:B9"))),
                ],
                after([vote], [[.refuses(tell("B2"), .dutyReport(.notOnBallot(id("J1"), id("B2"))))]]),
                after(
                    [count],
                    [
                        [
                            .gives(tell("B1"), #"duty-report.told {"ballot":"B1","report":"J1"}"#, about: "ballot:B1 duty-report:J1"),
                            .refuses(
                                tell("B1", on: "2019-02-28"),
                                .time(
                                    .beforeEarlierStep(
                                        subject("duty-report:J1"), step: "duty-report.told", on: day("2019-02-28"), follows: "duty-report.given",
                                        of: day("2019-03-01")))),
                        ]
                    ]),
                after([count, tell("B1")], [[.refuses(tell("B1"), .dutyReport(.alreadyTold(id("J1"), at: Position(11))))]]),
            ]),
        // The paper has the member, and not the report.
        after(
            people + beforeIt + [record, call(#"{"member":"M1"}"#), count],
            [[.gives(tell("B1"), #"duty-report.told {"ballot":"B1","report":"J1"}"#)]]))
}
