import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Three commands bring P1, entry 8, to being handed over by entry 10.
extension DecisionCase {
    private static let p1: ProposalID = id("P1")

    private static func afterwards(_ commands: String..., then cases: [DecisionCase]...) -> [DecisionCase] {
        after(people + Course.others + commands, cases)
    }

    private static func wrongStage(_ stage: Proposal.Stage, needs stages: Proposal.Stage...) -> Rejection {
        .proposal(.wrongStage(p1, stage, needs: stages))
    }

    /// Handed over by entry 10.
    static let handling: [DecisionCase] = all(
        afterwards(
            Course.file, Course.accept,
            then: [
                .gives(
                    #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站"],"separate":true,"difficult":true,"due":"2019-09-01"}"#,
                    #"proposal.handed-over {"difficult":true,"due":"2019-09-01","joint":["站"],"lead":"局","proposal":"P1","separate":true}"#,
                    about: "proposal:P1"),
                .refuses(
                    #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站","局","站"]}"#,
                    .handling(.unitListedTwice(p1, ["局", "站"]))),
                .refuses(Course.answer, wrongStage(.accepted, needs: .handedOver, .answered)),
                .refuses(#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#, wrongStage(.accepted, needs: .handedOver)),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver,
            then: [
                .gives(
                    #"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#, #"proposal.signed-for {"proposal":"P1","unit":"局"}"#,
                    about: "proposal:P1"),
                .refuses(#"{"command":"proposal.sign-for","proposal":"P1","unit":"外"}"#, .handling(.notHandedTo(p1, "外"))),
                .gives(
                    #"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"不属职责"}"#,
                    #"proposal.returned {"proposal":"P1","unit":"局"}"#,
                    about: "proposal:P1"),
                .refuses(#"{"command":"proposal.return","proposal":"P1","unit":"局"}"#, .reasonMissing),
                .refuses(#"{"command":"proposal.return","proposal":"P1","unit":"外","reason":"x"}"#, .handling(.notHandedTo(p1, "外"))),
                .gives(
                    #"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"委"}"#,
                    #"proposal.reassigned {"proposal":"P1","to":"委","unit":"局"}"#, about: "proposal:P1"),
                .refuses(#"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"站"}"#, .handling(.unitAlreadyHandles(p1, "站"))),
                .refuses(#"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"局"}"#, .handling(.unitAlreadyHandles(p1, "局"))),
                .refuses(#"{"command":"proposal.reassign","proposal":"P1","unit":"外","to":"委"}"#, .handling(.notHandedTo(p1, "外"))),
                .gives(
                    #"{"command":"proposal.pause","proposal":"P1","reason":"待批复"}"#, #"proposal.paused {"proposal":"P1"}"#,
                    about: "proposal:P1"),
                .refuses(#"{"command":"proposal.pause","proposal":"P1"}"#, .reasonMissing),
                .refuses(#"{"command":"proposal.resume","proposal":"P1"}"#, .handling(.notPaused(p1))),
                .gives(
                    #"{"command":"proposal.extend","proposal":"P1","until":"2019-10-01","reason":"x"}"#,
                    #"proposal.extended {"proposal":"P1","until":"2019-10-01"}"#, about: "proposal:P1"),
                .refuses(#"{"command":"proposal.extend","proposal":"P1","until":"2019-10-01"}"#, .reasonMissing),
                .refuses(
                    #"{"command":"proposal.withdraw","proposal":"P1","reason":"x"}"#,
                    wrongStage(.handedOver, needs: .draft, .filed, .accepted)),
                .refuses(
                    #"{"command":"proposal.co-sign","proposal":"P1","member":"M3"}"#,
                    wrongStage(.handedOver, needs: .draft, .filed, .accepted)),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, #"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#,
            then: [
                .refuses(#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#, .handling(.unitHasActed(p1, "局", .signedFor))),
                .gives(
                    #"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"x"}"#,
                    #"proposal.returned {"proposal":"P1","unit":"局"}"#),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, #"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"x"}"#,
            then: [
                .refuses(#"{"command":"proposal.sign-for","proposal":"P1","unit":"局"}"#, .handling(.unitHasActed(p1, "局", .returned))),
                .refuses(
                    #"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"x"}"#, .handling(.unitHasActed(p1, "局", .returned))),
                .refuses(#"{"command":"proposal.draft-answer","proposal":"P1","unit":"局"}"#, .handling(.unitHasActed(p1, "局", .returned))),
                .refuses(Course.answer, .handling(.unitHasActed(p1, "局", .returned))),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, #"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"委"}"#,
            then: [.refuses(Course.answer, .handling(.notHandedTo(p1, "局")))]),
        // A pause is resumed on its own day at the earliest.
        afterwards(
            Course.file, Course.accept, Course.handOver,
            #"{"command":"proposal.pause","proposal":"P1","reason":"x","occurred":"2019-05-01"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.pause","proposal":"P1","reason":"x","occurred":"2019-05-02"}"#, .handling(.alreadyPaused(p1))),
                .gives(
                    #"{"command":"proposal.resume","proposal":"P1","occurred":"2019-05-01"}"#, #"proposal.resumed {"proposal":"P1"}"#,
                    about: "proposal:P1"),
                .refuses(
                    #"{"command":"proposal.resume","proposal":"P1","occurred":"2019-04-30"}"#,
                    .time(
                        .beforeEarlierStep(
                            p1.subject, step: "proposal.resumed", on: day("2019-04-30"), follows: "proposal.paused",
                            of: day("2019-05-01")))),
            ]),
        // Time is extended, and not cut short: beyond what was set, and beyond the last extension.
        afterwards(
            Course.file, Course.accept, #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","due":"2019-09-01"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.extend","proposal":"P1","until":"2019-09-01","reason":"x"}"#,
                    .handling(.extensionNotLater(p1, than: day("2019-09-01")))),
                .gives(
                    #"{"command":"proposal.extend","proposal":"P1","until":"2019-09-02","reason":"x"}"#,
                    #"proposal.extended {"proposal":"P1","until":"2019-09-02"}"#),
            ],
            after(
                #"{"command":"proposal.extend","proposal":"P1","until":"2019-10-01","reason":"x"}"#,
                then: [
                    .refuses(
                        #"{"command":"proposal.extend","proposal":"P1","until":"2019-10-01","reason":"x"}"#,
                        .handling(.extensionNotLater(p1, than: day("2019-10-01"))))
                ]),
            // Handled again, it has a new time; what was extended then is not cut short either.
            after(
                Course.answer, #"{"command":"proposal.send-back","proposal":"P1","reason":"x"}"#,
                then: [
                    .gives(
                        #"{"command":"proposal.extend","proposal":"P1","until":"2019-08-01","reason":"x"}"#,
                        #"proposal.extended {"proposal":"P1","until":"2019-08-01"}"#)
                ],
                after(
                    #"{"command":"proposal.extend","proposal":"P1","until":"2019-08-01","reason":"x"}"#,
                    then: [
                        .refuses(
                            #"{"command":"proposal.extend","proposal":"P1","until":"2019-07-31","reason":"x"}"#,
                            .handling(.extensionNotLater(p1, than: day("2019-08-01"))))
                    ]))))

    static let answers: [DecisionCase] = all(
        afterwards(
            Course.file, Course.accept, Course.handOver,
            then: [
                .gives(
                    #"{"command":"proposal.draft-answer","proposal":"P1","unit":"局","text":"一稿"}"#,
                    #"proposal.answer-drafted {"proposal":"P1","text":"一稿","unit":"局"}"#, about: "proposal:P1"),
                .refuses(#"{"command":"proposal.draft-answer","proposal":"P1","unit":"外"}"#, .handling(.notHandedTo(p1, "外"))),
                .refuses(
                    #"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#, .handling(.noDraftToCheck(p1, "局"))),
                .refuses(
                    #"{"command":"proposal.check-answer","proposal":"P1","unit":"外","passed":true}"#, .handling(.notHandedTo(p1, "外"))),
                .gives(
                    #"{"command":"proposal.answer","proposal":"P1","unit":"局","class":"A","text":"已装","to":["M1"]}"#,
                    #"proposal.answered {"class":"A","proposal":"P1","text":"已装","to":["M1"],"unit":"局"}"#, about: "proposal:P1"),
                .refuses(#"{"command":"proposal.answer","proposal":"P1","unit":"外"}"#, .handling(.notHandedTo(p1, "外"))),
                .refuses(
                    #"{"command":"proposal.answer","proposal":"P1","unit":"局","to":["M3","M1","M4"]}"#,
                    .handling(.answeredToNonSigners([id("M3"), id("M4")], p1))),
                .cannotRead(
                    #"{"command":"proposal.answer","proposal":"P1","unit":"局","to":[]}"#,
                    .field("to", .invalid(expected: .init("filled-list")))),
                .cannotRead(
                    #"{"command":"proposal.answer","proposal":"P1","unit":"局","class":"E"}"#,
                    .field("class", .invalid(expected: .oneOf(["A", "B", "C", "D"])))),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, #"{"command":"proposal.draft-answer","proposal":"P1","unit":"局","text":"一稿"}"#,
            then: [
                .gives(
                    #"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#,
                    #"proposal.answer-checked {"passed":true,"proposal":"P1","unit":"局"}"#, about: "proposal:P1"),
                .refuses(Course.answer, .handling(.draftNotPassed(p1, "局"))),
            ],
            after(
                #"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":false}"#,
                then: [
                    .refuses(Course.answer, .handling(.draftNotPassed(p1, "局"))),
                    .refuses(
                        #"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#,
                        .handling(.noDraftToCheck(p1, "局"))),
                ]),
            after(
                #"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#,
                then: [.gives(Course.answer, #"proposal.answered {"proposal":"P1","unit":"局"}"#)]),
            // A new draft is checked anew.
            after(
                #"{"command":"proposal.check-answer","proposal":"P1","unit":"局","passed":true}"#,
                #"{"command":"proposal.draft-answer","proposal":"P1","unit":"局","text":"二稿"}"#,
                then: [.refuses(Course.answer, .handling(.draftNotPassed(p1, "局")))])),
        // A joint unit has answered the lead unit, and not the members.
        afterwards(
            Course.file, Course.accept, Course.handOver, #"{"command":"proposal.answer","proposal":"P1","unit":"站"}"#,
            then: [
                .refuses(#"{"command":"proposal.answer","proposal":"P1","unit":"站"}"#, .handling(.unitHasActed(p1, "站", .answered))),
                .refuses(
                    #"{"command":"proposal.return","proposal":"P1","unit":"站","reason":"x"}"#, .handling(.unitHasActed(p1, "站", .answered))),
                .refuses(
                    #"{"command":"proposal.reassign","proposal":"P1","unit":"站","to":"所"}"#, .handling(.unitHasActed(p1, "站", .answered))),
                .refuses(#"{"command":"proposal.close","proposal":"P1"}"#, wrongStage(.handedOver, needs: .answered)),
                .refuses(
                    #"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"satisfied"}"#,
                    wrongStage(.handedOver, needs: .answered)),
            ]))

    private static func rate(_ member: String, _ more: String = "") -> String {
        #"{"command":"proposal.rate","proposal":"P1","member":"\#(member)","handling":"satisfied","result":"not-satisfied"\#(more)}"#
    }

    /// Answered by entry 11; the promise is entry 12.
    static let outcomes: [DecisionCase] = all(
        afterwards(
            Course.file, Course.accept, Course.handOver, Course.answer,
            then: [
                .gives(
                    rate("M1"), #"proposal.rated {"handling":"satisfied","member":"M1","proposal":"P1","result":"not-satisfied"}"#,
                    about: "member:M1 proposal:P1"),
                .refuses(rate("M3"), .handling(.notASigner(id("M3"), p1))),
                .refuses(rate("M1", #","commitment":8"#), .handling(.noSuchCommitment(p1, Position(8)))),
                .gives(
                    #"{"command":"proposal.send-back","proposal":"P1","reason":"没有措施"}"#, #"proposal.sent-back {"proposal":"P1"}"#,
                    about: "proposal:P1"),
                .refuses(#"{"command":"proposal.send-back","proposal":"P1"}"#, .reasonMissing),
                .gives(#"{"command":"proposal.close","proposal":"P1"}"#, #"proposal.closed {"proposal":"P1"}"#, about: "proposal:P1"),
                .gives(
                    #"{"command":"proposal.commit","proposal":"P1","unit":"局","what":"年内装好","due":"2019-12-31"}"#,
                    #"proposal.committed {"due":"2019-12-31","proposal":"P1","unit":"局","what":"年内装好"}"#, about: "proposal:P1"),
                .refuses(
                    #"{"command":"proposal.commit","proposal":"P1","unit":"外","what":"x","due":"2019-12-31"}"#,
                    .handling(.notHandedTo(p1, "外"))),
                .refuses(
                    #"{"command":"proposal.settle-commitment","proposal":"P1","commitment":11,"kept":true}"#,
                    .handling(.noSuchCommitment(p1, Position(11)))),
                .gives(
                    #"{"command":"proposal.mark","proposal":"P1","mark":"key","supervisor":"李主任"}"#,
                    #"proposal.marked {"mark":"key","proposal":"P1","supervisor":"李主任"}"#, about: "proposal:P1"),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, Course.answer, rate("M1"),
            then: [.refuses(rate("M1"), .handling(.alreadyRated(id("M1"), p1)))]),
        afterwards(
            Course.file, Course.accept, Course.handOver, Course.answer, #"{"command":"proposal.send-back","proposal":"P1","reason":"x"}"#,
            then: [
                .refuses(#"{"command":"proposal.send-back","proposal":"P1","reason":"x"}"#, wrongStage(.handedOver, needs: .answered)),
                .refuses(
                    #"{"command":"proposal.commit","proposal":"P1","unit":"局","what":"x","due":"2019-12-31"}"#,
                    wrongStage(.handedOver, needs: .answered, .closed)),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, Course.answer, #"{"command":"proposal.close","proposal":"P1"}"#,
            then: [
                .refuses(#"{"command":"proposal.close","proposal":"P1"}"#, wrongStage(.closed, needs: .answered)),
                .refuses(rate("M1"), wrongStage(.closed, needs: .answered)),
            ]),
        afterwards(
            Course.file, Course.accept, Course.handOver, Course.answer,
            #"{"command":"proposal.commit","proposal":"P1","unit":"局","what":"x","due":"2019-12-31"}"#,
            then: [
                .refuses(rate("M1", #","commitment":12"#), .handling(.commitmentOpen(p1, Position(12)))),
                .gives(
                    #"{"command":"proposal.settle-commitment","proposal":"P1","commitment":12,"kept":false,"text":"经费未到"}"#,
                    #"proposal.commitment-settled {"commitment":12,"kept":false,"proposal":"P1","text":"经费未到"}"#, about: "proposal:P1"),
            ],
            after(
                #"{"command":"proposal.settle-commitment","proposal":"P1","commitment":12,"kept":true}"#,
                then: [
                    .refuses(
                        #"{"command":"proposal.settle-commitment","proposal":"P1","commitment":12,"kept":true}"#,
                        .handling(.commitmentSettled(p1, Position(12)))),
                    .gives(
                        rate("M1", #","commitment":12"#),
                        #"proposal.rated {"commitment":12,"handling":"satisfied","member":"M1","proposal":"P1","result":"not-satisfied"}"#),
                    .refuses(rate("M3", #","commitment":12"#), .handling(.notASigner(id("M3"), p1))),
                ],
                after(
                    rate("M1", #","commitment":12"#),
                    then: [.refuses(rate("M1", #","commitment":12"#), .handling(.alreadyRated(id("M1"), p1)))]))),
        afterwards(
            Course.file, #"{"command":"proposal.mark","proposal":"P1","mark":"public"}"#,
            then: [
                .refuses(#"{"command":"proposal.mark","proposal":"P1","mark":"public"}"#, .proposal(.alreadyMarked(p1, .public))),
                .refuses(
                    #"{"command":"proposal.mark","proposal":"P1","mark":"confidential"}"#,
                    .proposal(.marksContradict(p1, .public, .confidential))),
                .gives(
                    #"{"command":"proposal.mark","proposal":"P1","mark":"excellent"}"#,
                    #"proposal.marked {"mark":"excellent","proposal":"P1"}"#),
            ]),
        afterwards(
            Course.file, #"{"command":"proposal.adopt","proposal":"P1","level":"city"}"#,
            then: [
                .refuses(#"{"command":"proposal.adopt","proposal":"P1","level":"city"}"#, .proposal(.adoptedAlready(p1, .city))),
                .gives(
                    #"{"command":"proposal.adopt","proposal":"P1","level":"prefecture"}"#,
                    #"proposal.adopted {"level":"prefecture","proposal":"P1"}"#, about: "proposal:P1"),
                .gives(
                    #"{"command":"proposal.instruct","proposal":"P1","leader":"王书记","level":"city","text":"请办"}"#,
                    #"proposal.instructed {"leader":"王书记","level":"city","proposal":"P1","text":"请办"}"#, about: "proposal:P1"),
                .gives(
                    #"{"command":"proposal.send-up","proposal":"P1","to":"省政协","level":"province","issue":"第3期"}"#,
                    #"proposal.sent-up {"issue":"第3期","level":"province","proposal":"P1","to":"省政协"}"#, about: "proposal:P1"),
                .refuses(#"{"command":"proposal.send-up","proposal":"P77","to":"省政协"}"#, .unknown(subject("proposal:P77"))),
                .gives(
                    #"{"command":"commendation.record","title":"优秀提案","level":"city","what":"proposal:P1"}"#,
                    #"commendation.given {"commendation":"H1","level":"city","title":"优秀提案","what":"proposal:P1"}"#,
                    about: "commendation:H1 proposal:P1"),
            ]),
        afterwards(
            Course.file, #"{"command":"proposal.mark","proposal":"P1","mark":"confidential"}"#,
            then: [
                .refuses(
                    #"{"command":"proposal.mark","proposal":"P1","mark":"public"}"#, .proposal(.marksContradict(p1, .confidential, .public))
                )
            ]))
}
