import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The suggestion is entry 6.
extension DecisionCase {
    private static let submit =
        #"{"command":"suggestion.submit","suggestion":"S1","title":"路灯","kind":"suggestion","members":["M1","M2"]}"#
    private static let handOver = #"{"command":"suggestion.hand-over","suggestion":"S1","to":"局"}"#
    private static let answer = #"{"command":"suggestion.answer","suggestion":"S1","unit":"局"}"#
    private static let s1: SuggestionID = id("S1")

    private static func rate(_ member: String) -> String {
        #"{"command":"suggestion.rate","suggestion":"S1","member":"\#(member)","handling":"basically-satisfied","result":"satisfied"}"#
    }

    static let suggestions: [DecisionCase] = all(
        afterJoining(
            submit,
            then: [
                .gives(
                    #"{"command":"suggestion.submit","kind":"social-opinion","title":"积水","text":"三处","members":["M2"],"occurred":"2019-06-30"}"#,
                    #"suggestion.submitted {"kind":"social-opinion","members":["M2"],"suggestion":"S2","text":"三处","title":"积水"}"#,
                    about: "member:M2 suggestion:S2"),
                // The body's own has no member.
                .gives(
                    #"{"command":"suggestion.submit","kind":"suggestion","title":"积水"}"#,
                    #"suggestion.submitted {"kind":"suggestion","suggestion":"S2","title":"积水"}"#, about: "suggestion:S2"),
                .refuses(submit, .idTaken(subject("suggestion:S1"))),
                .refuses(
                    #"{"command":"suggestion.submit","kind":"suggestion","title":"积水","members":["M2"],"occurred":"2019-07-01"}"#,
                    .member(.notInOffice([id("M2")], on: day("2019-07-01")))),
                .refuses(
                    #"{"command":"suggestion.submit","kind":"suggestion","title":"积水","members":["M1","M3","M1"]}"#, .namedTwice([id("M1")])
                ),
                .refuses(
                    #"{"command":"suggestion.submit","kind":"suggestion","title":"积水","activity":"A9"}"#, .unknown(subject("activity:A9"))),
                .refuses(
                    #"{"command":"suggestion.submit","kind":"suggestion","title":"积水","proposal":"P9"}"#, .unknown(subject("proposal:P9"))),
                .cannotRead(
                    #"{"command":"suggestion.submit","kind":"complaint","title":"积水"}"#,
                    .field("kind", .invalid(expected: .oneOf(["suggestion", "social-opinion", "deputy-suggestion"])))),

                .gives(
                    #"{"command":"suggestion.edit","suggestion":"S1","title":"路灯损坏","text":"三盏不亮"}"#,
                    #"suggestion.edited {"suggestion":"S1","text":"三盏不亮","title":"路灯损坏"}"#, about: "suggestion:S1"),
                .refuses(#"{"command":"suggestion.edit","suggestion":"S9","title":"x"}"#, .unknown(subject("suggestion:S9"))),
                .gives(
                    #"{"command":"suggestion.issue","suggestion":"S1","to":"区政协","issue":"第3期"}"#,
                    #"suggestion.issued {"issue":"第3期","suggestion":"S1","to":"区政协"}"#, about: "suggestion:S1"),
                .gives(
                    #"{"command":"suggestion.instruct","suggestion":"S1","leader":"王书记","text":"请办"}"#,
                    #"suggestion.instructed {"leader":"王书记","suggestion":"S1","text":"请办"}"#, about: "suggestion:S1"),
                .gives(
                    #"{"command":"suggestion.issue","suggestion":"S1","to":"省政协","level":"province"}"#,
                    #"suggestion.issued {"level":"province","suggestion":"S1","to":"省政协"}"#),
                .gives(
                    #"{"command":"suggestion.instruct","suggestion":"S1","leader":"王书记","level":"city"}"#,
                    #"suggestion.instructed {"leader":"王书记","level":"city","suggestion":"S1"}"#),
                .gives(
                    #"{"command":"suggestion.feed-back","suggestion":"S1","members":["M1"]}"#,
                    #"suggestion.fed-back {"members":["M1"],"suggestion":"S1"}"#, about: "member:M1 suggestion:S1"),
                .refuses(
                    #"{"command":"suggestion.feed-back","suggestion":"S1","members":["M3","M1","M4"]}"#,
                    .suggestion(.notItsMember([id("M3"), id("M4")], s1))),
                .gives(
                    #"{"command":"suggestion.adopt","suggestion":"S1","level":"city"}"#,
                    #"suggestion.adopted {"level":"city","suggestion":"S1"}"#,
                    about: "suggestion:S1"),
                .gives(
                    #"{"command":"suggestion.hand-over","suggestion":"S1","to":"局","due":"2019-09-01","difficult":true}"#,
                    #"suggestion.handed-over {"difficult":true,"due":"2019-09-01","suggestion":"S1","to":"局"}"#, about: "suggestion:S1"),
                .refuses(answer, .suggestion(.notHandedTo(s1, "局"))),
                .refuses(rate("M1"), .suggestion(.notAnswered(s1))),
            ]),
        afterJoining(
            submit, #"{"command":"suggestion.adopt","suggestion":"S1","level":"city"}"#,
            then: [
                .refuses(#"{"command":"suggestion.adopt","suggestion":"S1","level":"city"}"#, .suggestion(.alreadyAdopted(s1, .city))),
                .gives(
                    #"{"command":"suggestion.adopt","suggestion":"S1","level":"nation"}"#,
                    #"suggestion.adopted {"level":"nation","suggestion":"S1"}"#),
            ]),
        // What has left the office is not reworded.
        afterJoining(
            submit, #"{"command":"suggestion.issue","suggestion":"S1","to":"区政协"}"#,
            then: [.refuses(#"{"command":"suggestion.edit","suggestion":"S1","title":"x"}"#, .suggestion(.alreadySent(s1)))]),
        afterJoining(
            submit, handOver,
            then: [
                .refuses(#"{"command":"suggestion.edit","suggestion":"S1","title":"x"}"#, .suggestion(.alreadySent(s1))),
                .refuses(handOver, .suggestion(.alreadyHandedOver(s1))),
                .refuses(#"{"command":"suggestion.answer","suggestion":"S1","unit":"站"}"#, .suggestion(.notHandedTo(s1, "站"))),
                .gives(
                    #"{"command":"suggestion.answer","suggestion":"S1","unit":"局","text":"已修"}"#,
                    #"suggestion.answered {"suggestion":"S1","text":"已修","unit":"局"}"#, about: "suggestion:S1"),
            ]),
        afterJoining(
            submit, handOver, answer,
            then: [
                .refuses(answer, .suggestion(.alreadyAnswered(s1))),
                .gives(
                    rate("M1"),
                    #"suggestion.rated {"handling":"basically-satisfied","member":"M1","result":"satisfied","suggestion":"S1"}"#,
                    about: "member:M1 suggestion:S1"),
                .refuses(rate("M3"), .suggestion(.notItsMember([id("M3")], s1))),
            ], after(rate("M1"), then: [.refuses(rate("M1"), .suggestion(.alreadyRated(id("M1"), s1)))])),
        origins)

    private static let continued = #"{"command":"suggestion.submit","kind":"suggestion","title":"路灯","members":["M1"],"proposal":"P1"}"#
    private static let continuation =
        #"suggestion.submitted {"kind":"suggestion","members":["M1"],"proposal":"P1","suggestion":"S1","title":"路灯"}"#

    /// Only what did not become a case goes on as a suggestion.
    private static let origins: [DecisionCase] = afterJoining(
        #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"]}"#,
        then: [.refuses(continued, .proposal(.wrongStage(id("P1"), .filed, needs: [.declined, .withdrawn])))],
        after(
            #"{"command":"proposal.decline","proposal":"P1","code":"other","reason":"x"}"#,
            then: [.gives(continued, continuation, about: "member:M1 proposal:P1 suggestion:S1")]),
        after(#"{"command":"proposal.withdraw","proposal":"P1","reason":"x"}"#, then: [.gives(continued, continuation)]))
}
