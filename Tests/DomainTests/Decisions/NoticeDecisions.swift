import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// A1 is entry 6, its notice entry 7.
extension DecisionCase {
    private static func issue(_ activity: String, on day: String = "2019-03-05", more: String = "") -> String {
        #"{"command":"notice.issue","activity":"\#(activity)","occurred":"\#(day)"\#(more)}"#
    }

    static let notices: [DecisionCase] = afterJoining(
        #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"例会","on":"2019-03-12/2019-03-13"}"#,
        issue("A1", more: #","notice":"N1""#),
        then: [
            .gives(
                issue("A1", more: #","means":["message","phone"]"#),
                #"notice.issued {"activity":"A1","means":["message","phone"],"notice":"N2"}"#, about: "activity:A1 notice:N2"),
            .gives(issue("A1"), #"notice.issued {"activity":"A1","notice":"N2"}"#),
            .refuses(issue("A1", more: #","notice":"N1""#), .idTaken(subject("notice:N1"))),
            .refuses(issue("A9"), .unknown(subject("activity:A9"))),
            .cannotRead(
                issue("A1", more: #","means":["drum"]"#), .field("means", .invalid(expected: .oneOf(["paper", "message", "phone", "email"])))),
            // Until the last day, and not when it is over.
            .gives(issue("A1", on: "2019-03-13"), #"notice.issued {"activity":"A1","notice":"N2"}"#),
            .refuses(
                issue("A1", on: "2019-03-14"),
                .time(
                    .awayFromActivity(
                        id("A1"), step: "notice.issued", on: day("2019-03-14"), from: day("2019-03-12"), until: day("2019-03-13")))),
            // A notice does not keep an activity from getting another day, even one before it.
            .gives(
                #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-01","reason":"x"}"#,
                #"activity.rescheduled {"activity":"A1","on":"2019-03-01"}"#),
            .refuses(
                #"{"command":"fact.void","corrects":6,"reason":"x"}"#,
                .correction(.wouldBreak([.entry(7, .unknown(subject("activity:A1")))]))),
        ])
}
