import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Two proposals on file beside the one that is decided on: P8 is entry 6, P9 entry 7, P1 entry 8.
extension DecisionCase {
    private static let p1: ProposalID = id("P1")

    private static func afterwards(_ commands: String..., then cases: [DecisionCase]...) -> [DecisionCase] {
        after(people + Course.others + commands, cases)
    }

    private static func wrongStage(_ stage: Proposal.Stage, needs stages: Proposal.Stage...) -> Rejection {
        .proposal(.wrongStage(p1, stage, needs: stages))
    }

    static let drafts: [DecisionCase] = all(
        afterwards(then: [
            .gives(
                #"{"command":"proposal.draft","title":"稿","kind":"joint","signers":["M1","M2"],"text":"正文","category":"城建","body":"民盟"}"#,
                #"proposal.drafted {"body":"民盟","category":"城建","kind":"joint","proposal":"P3","signers":["M1","M2"],"text":"正文","title":"稿"}"#,
                about: "member:M1 member:M2 proposal:P3"),
            // A half-written one is not lost, however little it has.
            .gives(#"{"command":"proposal.draft"}"#, #"proposal.drafted {"proposal":"P3"}"#, about: "proposal:P3"),
            .refuses(#"{"command":"proposal.draft","signers":["M8","M9"]}"#, .unknown([subject("member:M8"), subject("member:M9")])),
            .refuses(#"{"command":"proposal.draft","signers":["M1","M3","M1"]}"#, .namedTwice([id("M1")])),
            .refuses(
                #"{"command":"proposal.draft","proposal":"P8","title":"稿"}"#, .proposal(.wrongStage(id("P8"), .filed, needs: [.draft]))),
            .cannotRead(#"{"command":"proposal.draft","signers":[]}"#, .field("signers", .invalid(expected: .init("filled-list")))),
            .refuses(#"{"command":"proposal.co-sign","proposal":"P7","member":"M1"}"#, .unknown(subject("proposal:P7"))),
        ]),
        afterwards(
            Course.draft,
            then: [
                .gives(#"{"command":"proposal.draft","proposal":"P1","title":"二稿"}"#, #"proposal.drafted {"proposal":"P1","title":"二稿"}"#),
                .gives(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M2","occurred":"2019-06-30"}"#,
                    #"proposal.co-signed {"member":"M2","proposal":"P1"}"#, about: "member:M2 proposal:P1"),
                .refuses(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M2","occurred":"2019-07-01"}"#,
                    .member(.notInOffice([id("M2")], on: day("2019-07-01")))),
                .refuses(#"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#, .proposal(.notNamedInDraft(id("M3"), p1))),
                .gives(
                    #"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M2"}"#,
                    #"proposal.co-sign-refused {"member":"M2","proposal":"P1"}"#,
                    about: "member:M2 proposal:P1"),
                .refuses(
                    #"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M3"}"#, .proposal(.notNamedInDraft(id("M3"), p1))),
                .gives(
                    #"{"command":"proposal.withdraw","proposal":"P1","reason":"x"}"#, #"proposal.withdrawn {"proposal":"P1"}"#,
                    about: "proposal:P1"),
                .refuses(Course.accept, wrongStage(.draft, needs: .filed)),
                .refuses(#"{"command":"proposal.mark","proposal":"P1","mark":"key"}"#, wrongStage(.draft, needs: .filed)),
            ]),
        afterwards(
            Course.draft, #"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M2"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M2"}"#, .proposal(.alreadySaid(id("M2"), p1, refused: true))),
                .refuses(
                    #"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M2"}"#,
                    .proposal(.alreadySaid(id("M2"), p1, refused: true))),
                .refuses(Course.file, .proposal(.refusedToSign([id("M2")], p1))),
            ]),
        afterwards(
            Course.draft, #"{"command":"proposal.co-sign","proposal":"P1","member":"M2"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M2"}"#, .proposal(.alreadySaid(id("M2"), p1, refused: false))),
                .refuses(
                    #"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M2"}"#,
                    .proposal(.alreadySaid(id("M2"), p1, refused: false))),
            ]))

    static let filing: [DecisionCase] = all(
        afterwards(then: [
            .gives(
                #"{"command":"proposal.file","title":"路灯","kind":"individual","signers":["M2"],"session":"in-session","category":"城建","text":"正文","occurred":"2019-06-30"}"#,
                #"proposal.filed {"category":"城建","kind":"individual","proposal":"P3","session":"in-session","signers":["M2"],"text":"正文","title":"路灯"}"#,
                about: "member:M2 proposal:P3"),
            .gives(
                #"{"command":"proposal.file","title":"路灯","kind":"collective","body":"民盟"}"#,
                #"proposal.filed {"body":"民盟","kind":"collective","proposal":"P3","signers":[],"title":"路灯"}"#),
            .refuses(
                #"{"command":"proposal.file","proposal":"P8","title":"路灯","kind":"individual","signers":["M1"]}"#,
                .idTaken(subject("proposal:P8"))),
            .refuses(
                #"{"command":"proposal.file","title":"x","kind":"individual","signers":["M1","M3"]}"#,
                .proposal(.signersDoNotFit(id("P3"), .individual))),
            .refuses(#"{"command":"proposal.file","title":"x","kind":"individual"}"#, .proposal(.signersDoNotFit(id("P3"), .individual))),
            .refuses(
                #"{"command":"proposal.file","title":"x","kind":"joint","signers":["M1"]}"#, .proposal(.signersDoNotFit(id("P3"), .joint))),
            .refuses(
                #"{"command":"proposal.file","title":"x","kind":"collective","signers":["M1"]}"#,
                .proposal(.signersDoNotFit(id("P3"), .collective))),
            .refuses(#"{"command":"proposal.file","title":"x","kind":"joint","signers":["M1","M1"]}"#, .namedTwice([id("M1")])),
            .refuses(
                #"{"command":"proposal.file","title":"x","kind":"joint","signers":["M9","M2","M1"],"occurred":"2019-07-01"}"#,
                .several([.unknown(subject("member:M9")), .member(.notInOffice([id("M2")], on: day("2019-07-01")))])),
            .refuses(#"{"command":"proposal.co-sign","proposal":"P8","member":"M3"}"#, .proposal(.notJoint(id("P8")))),
        ]),
        afterwards(
            Course.file,
            then: [
                .gives(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#, #"proposal.co-signed {"member":"M3","proposal":"P1"}"#
                ),
                .refuses(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M1"}"#, .proposal(.alreadySaid(id("M1"), p1, refused: false))),
                .refuses(#"{"command":"proposal.refuse-co-sign","proposal":"P1","member":"M3"}"#, wrongStage(.filed, needs: .draft)),
                .gives(#"{"command":"proposal.withdraw","proposal":"P1","reason":"x"}"#, #"proposal.withdrawn {"proposal":"P1"}"#),
                .refuses(#"{"command":"proposal.withdraw","proposal":"P1"}"#, .reasonMissing),
            ]),
        afterwards(
            Course.file, #"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#, .proposal(.alreadySaid(id("M3"), p1, refused: false)))
            ]),
        // A motion needs as many signers as the rules say; anything else does not.
        afterwards(
            #"{"command":"rules.adopt","rules":"npc","title":"乡镇人大","motionSigners":3}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.file","title":"议案","kind":"joint","motion":true,"signers":["M1","M2"]}"#,
                    .proposal(.tooFewSigners(id("P3"), needs: 3))),
                .gives(
                    #"{"command":"proposal.file","title":"议案","kind":"joint","motion":true,"signers":["M1","M2","M3"]}"#,
                    #"proposal.filed {"kind":"joint","motion":true,"proposal":"P3","signers":["M1","M2","M3"],"title":"议案"}"#),
                .gives(
                    #"{"command":"proposal.file","title":"提案","kind":"joint","signers":["M1","M2"]}"#,
                    #"proposal.filed {"kind":"joint","proposal":"P3","signers":["M1","M2"],"title":"提案"}"#),
            ]))

    static let examination: [DecisionCase] = all(
        afterwards(
            Course.file,
            then: [
                .gives(Course.accept, #"proposal.accepted {"proposal":"P1"}"#, about: "proposal:P1"),
                .gives(
                    #"{"command":"proposal.accept","proposal":"P1","number":"26-1"}"#,
                    #"proposal.accepted {"number":"26-1","proposal":"P1"}"#),
                .gives(
                    #"{"command":"proposal.decline","proposal":"P1","code":"in-court","goesOnAs":"suggestion","reason":"已起诉"}"#,
                    #"proposal.declined {"code":"in-court","goesOnAs":"suggestion","proposal":"P1"}"#, about: "proposal:P1"),
                .refuses(#"{"command":"proposal.decline","proposal":"P1","code":"other"}"#, .reasonMissing),
                .cannotRead(
                    #"{"command":"proposal.decline","proposal":"P1","code":"boring","reason":"x"}"#,
                    .field(
                        "code",
                        .invalid(
                            expected: .oneOf([
                                "not-in-scope", "duplicate", "no-substance", "in-court", "personal", "already-solved", "other",
                            ])))),
                .gives(
                    #"{"command":"proposal.merge","proposal":"P1","into":"P8"}"#, #"proposal.merged {"into":"P8","proposal":"P1"}"#,
                    about: "proposal:P1 proposal:P8"),
                .refuses(#"{"command":"proposal.merge","proposal":"P1","into":"P1"}"#, .refersToItself(subject("proposal:P1"))),
                .refuses(#"{"command":"proposal.merge","proposal":"P1","into":"P7"}"#, .unknown(subject("proposal:P7"))),
                .gives(
                    #"{"command":"proposal.split","proposal":"P1","into":["P8","P9"]}"#,
                    #"proposal.split {"into":["P8","P9"],"proposal":"P1"}"#,
                    about: "proposal:P1 proposal:P8 proposal:P9"),
                .refuses(#"{"command":"proposal.split","proposal":"P1","into":["P8"]}"#, .proposal(.splitIntoOne(p1))),
                .refuses(
                    #"{"command":"proposal.split","proposal":"P1","into":["P8","P9","P8"]}"#, .proposal(.partListedTwice(p1, [id("P8")]))),
                .refuses(
                    #"{"command":"proposal.split","proposal":"P1","into":["P6","P1","P8","P7"]}"#,
                    .several([.refersToItself(subject("proposal:P1")), .unknown([subject("proposal:P6"), subject("proposal:P7")])])),
                .cannotRead(
                    #"{"command":"proposal.split","proposal":"P1","into":[]}"#, .field("into", .invalid(expected: .init("filled-list")))),
                .refuses(Course.handOver, wrongStage(.filed, needs: .accepted)),
            ]),
        afterwards(
            Course.file, Course.accept,
            then: [
                .refuses(Course.accept, wrongStage(.accepted, needs: .filed)),
                .refuses(
                    #"{"command":"proposal.decline","proposal":"P1","code":"other","reason":"x"}"#, wrongStage(.accepted, needs: .filed)),
            ]),
        // What it is merged into, or split into, is on file and goes on.
        afterwards(
            Course.file, #"{"command":"proposal.draft","proposal":"P2","title":"稿"}"#,
            #"{"command":"proposal.withdraw","proposal":"P9","reason":"x"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.merge","proposal":"P1","into":"P2"}"#,
                    .proposal(.wrongStage(id("P2"), .draft, needs: [.filed, .accepted, .handedOver]))),
                .refuses(
                    #"{"command":"proposal.merge","proposal":"P1","into":"P9"}"#,
                    .proposal(.wrongStage(id("P9"), .withdrawn, needs: [.filed, .accepted, .handedOver]))),
                .refuses(
                    #"{"command":"proposal.split","proposal":"P1","into":["P8","P2"]}"#,
                    .proposal(.wrongStage(id("P2"), .draft, needs: [.filed]))),
            ]),
        afterwards(
            Course.file, #"{"command":"proposal.merge","proposal":"P9","into":"P8"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.split","proposal":"P1","into":["P8","P9"]}"#,
                    .proposal(.wrongStage(id("P9"), .merged, needs: [.filed]))),
                .refuses(
                    #"{"command":"proposal.merge","proposal":"P9","into":"P1"}"#,
                    .proposal(.wrongStage(id("P9"), .merged, needs: [.filed, .accepted]))),
            ]),
        afterwards(
            Course.file, #"{"command":"proposal.accept","proposal":"P8","number":"26-1"}"#,
            then: [
                .refuses(#"{"command":"proposal.accept","proposal":"P1","number":"26-1"}"#, .proposal(.numberTaken("26-1", by: id("P8"))))
            ]),
        // Case numbers begin anew on 1 January; a number that somebody gave is passed over.
        afterwards(
            Course.file, #"{"command":"rules.adopt","rules":"r","title":"规则","numbering":"{year}-{serial:3}"}"#,
            #"{"command":"proposal.accept","proposal":"P8","number":"2019-001"}"#,
            then: [
                .gives(
                    #"{"command":"proposal.accept","proposal":"P1","occurred":"2019-12-31"}"#,
                    #"proposal.accepted {"number":"2019-002","proposal":"P1"}"#),
                .gives(
                    #"{"command":"proposal.accept","proposal":"P1","occurred":"2020-01-01"}"#,
                    #"proposal.accepted {"number":"2020-001","proposal":"P1"}"#),
            ]))
}
