import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// A1 and A2 are entries 6 and 7, the first draft of A1's minutes is entry 8.
extension DecisionCase {
    private static func draft(_ more: String, on day: String = "2019-03-13") -> String {
        #"{"command":"minutes.draft","activity":"A1","text":"记录","occurred":"\#(day)"\#(more)}"#
    }

    private static let approval = #"{"command":"minutes.approve","minutes":"K1","approvedBy":"主席","occurred":"2019-03-20"}"#

    private static let meetings = [
        #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"例会","on":"2019-03-12"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"例会","on":"2019-04-12"}"#,
        draft(#","minutes":"K1""#),
    ]

    private static func filed(_ given: String..., then cases: DecisionCase...) -> [DecisionCase] { after(people + meetings + given, [cases]) }

    static let minutes: [DecisionCase] = all(
        filed(
            then:
                // A further draft is a version of the minutes that are there; other minutes have an id of their own.
                .gives(draft(""), #"minutes.drafted {"activity":"A1","minutes":"K1","text":"记录"}"#, about: "activity:A1 minutes:K1"),
            .gives(draft(#","minutes":"K2""#), #"minutes.drafted {"activity":"A1","minutes":"K2","text":"记录"}"#),
            .gives(
                #"{"command":"minutes.draft","activity":"A2","text":"记录\n二","occurred":"2019-04-12"}"#,
                #"minutes.drafted {"activity":"A2","minutes":"K2","text":"记录\n二"}"#),
            .refuses(
                #"{"command":"minutes.draft","activity":"A2","minutes":"K1","text":"记录","occurred":"2019-04-12"}"#,
                .minutes(.ofAnotherActivity(id("K1"), id("A1")))),
            .refuses(#"{"command":"minutes.draft","activity":"A9","text":"记录"}"#, .unknown(subject("activity:A9"))),
            .refuses(
                draft("", on: "2019-03-11"),
                .time(
                    .awayFromActivity(
                        id("A1"), step: "minutes.drafted", on: day("2019-03-11"), from: day("2019-03-12"), until: day("2019-03-12")))),
            .cannotRead(
                #"{"command":"minutes.draft","activity":"A1","text":"\#(String(repeating: "字", count: 12_001))"}"#,
                .field("text", .invalid(expected: .init("characters-max", ["12000"])))),
            .gives(approval, #"minutes.approved {"approvedBy":"主席","minutes":"K1"}"#, about: "minutes:K1"),
            .refuses(#"{"command":"minutes.approve","minutes":"K9","approvedBy":"主席"}"#, .unknown(subject("minutes:K9"))),
            .refuses(
                #"{"command":"minutes.approve","minutes":"K1","approvedBy":"主席","occurred":"2019-03-12"}"#,
                .time(
                    .beforeEarlierStep(
                        subject("minutes:K1"), step: "minutes.approved", on: day("2019-03-12"), follows: "minutes.drafted", of: day("2019-03-13"))))),
        filed(
            approval,
            then:
                .refuses(approval, .minutes(.alreadyApproved(id("K1"), at: Position(9)))),
            // What was approved is not taken away under its approval.
            .refuses(
                #"{"command":"fact.void","corrects":8,"reason":"x"}"#,
                .correction(.wouldBreak([.entry(9, .unknown(subject("minutes:K1")))])))),
        // A new draft is to be approved again, and the earlier approval stays.
        filed(
            approval, draft(""),
            then: .gives(approval, #"minutes.approved {"approvedBy":"主席","minutes":"K1"}"#)),
        // Once a draft is voided, the one before it can be approved.
        filed(
            draft(""), #"{"command":"fact.void","corrects":9,"reason":"x"}"#,
            then: .gives(approval, #"minutes.approved {"approvedBy":"主席","minutes":"K1"}"#)),
        filed(
            #"{"command":"fact.void","corrects":8,"reason":"x"}"#,
            then: .refuses(approval, .unknown(subject("minutes:K1")))))
}
