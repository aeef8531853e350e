import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// A1 is entry 6, A2 entry 7, its item I1 entry 8, and the speech F1 entry 9.
extension DecisionCase {
    private static func speech(_ more: String) -> String { #"{"command":"speech.record","members":["M1"],"form":"oral"\#(more)}"# }

    private static let spoken = [
        #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-12/2019-03-13"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"例会","on":"2019-04-12"}"#,
        #"{"command":"agenda.add","item":"I1","activity":"A2","title":"议题"}"#,
        speech(#","speech":"F1","activity":"A2","item":"I1","occurred":"2019-04-12""#),
    ]

    static let speeches: [DecisionCase] = all(
        after(
            people + spoken,
            [
                [
                    .gives(
                        #"{"command":"speech.record","activity":"A1","members":["M2","M1"],"form":"oral","title":"联合发言","text":"全文","on":"2019-03-13","occurred":"2019-03-13"}"#,
                        #"speech.given {"activity":"A1","form":"oral","members":["M2","M1"],"on":"2019-03-13","speech":"F2","text":"全文","title":"联合发言"}"#,
                        about: "activity:A1 member:M1 member:M2 speech:F2"),
                    .gives(
                        speech(#","activity":"A2","item":"I1","occurred":"2019-04-12""#),
                        #"speech.given {"activity":"A2","form":"oral","item":"I1","members":["M1"],"speech":"F2"}"#,
                        about: "activity:A2 agenda-item:I1 member:M1 speech:F2"),
                    // What is written may be handed in before; what is spoken is said there.
                    .gives(
                        #"{"command":"speech.record","activity":"A1","members":["M1"],"form":"written","occurred":"2019-03-01"}"#,
                        #"speech.given {"activity":"A1","form":"written","members":["M1"],"speech":"F2"}"#),
                    .refuses(
                        speech(#","activity":"A1","occurred":"2019-03-11""#),
                        .time(
                            .awayFromActivity(
                                id("A1"), step: "speech.given", on: day("2019-03-11"), from: day("2019-03-12"), until: day("2019-03-13")))),
                    .refuses(
                        speech(#","activity":"A1","on":"2019-03-14","occurred":"2019-03-14""#),
                        .time(
                            .awayFromActivity(
                                id("A1"), step: "speech.given", on: day("2019-03-14"), from: day("2019-03-12"), until: day("2019-03-13")))),
                    .refuses(speech(#","speech":"F1","activity":"A1""#), .idTaken(subject("speech:F1"))),
                    .refuses(speech(#","activity":"A9""#), .unknown(subject("activity:A9"))),
                    .refuses(speech(#","activity":"A1","item":"I9""#), .unknown(subject("agenda-item:I9"))),
                    .refuses(speech(#","activity":"A1","item":"I1""#), .agenda(.ofAnotherActivity(id("I1"), id("A1")))),
                    .refuses(
                        #"{"command":"speech.record","activity":"A1","members":["M9","M1"],"form":"oral"}"#, .unknown(subject("member:M9"))),
                    .refuses(#"{"command":"speech.record","activity":"A1","members":["M1","M1"],"form":"oral"}"#, .namedTwice([id("M1")])),
                    .cannotRead(
                        #"{"command":"speech.record","activity":"A1","members":[],"form":"oral"}"#,
                        .field("members", .invalid(expected: .init("filled-list")))),
                    .cannotRead(
                        #"{"command":"speech.record","activity":"A1","members":["M1"],"form":"sung"}"#,
                        .field("form", .invalid(expected: .oneOf(["oral", "written"])))),
                    // It rests on its agenda item, and on the day of its activity.
                    .refuses(
                        #"{"command":"fact.void","corrects":8,"reason":"x"}"#,
                        .correction(.wouldBreak([.entry(9, .unknown(subject("agenda-item:I1")))]))),
                    .refuses(
                        #"{"command":"activity.reschedule","activity":"A2","on":"2019-05-12","reason":"x"}"#,
                        .correction(
                            .wouldBreak([
                                .entry(
                                    9,
                                    .time(
                                        .awayFromActivity(
                                            id("A2"), step: "speech.given", on: day("2019-04-12"), from: day("2019-05-12"),
                                            until: day("2019-05-12"))))
                            ]))),
                ]
            ]),
        afterJoining(
            spoken[0], #"{"command":"activity.cancel","activity":"A1","reason":"x"}"#,
            then: [.refuses(speech(#","activity":"A1""#), .activity(.cancelled(id("A1"))))]))
}
