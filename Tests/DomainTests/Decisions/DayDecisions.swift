import Domain
import DomainTestSupport
import EventLog
import Testing

/// Time has an order: what is dated before it can have happened is refused.
extension DecisionCase {
    private static let (p1, a1): (Subject, String) = (subject("proposal:P1"), #""activity":"A1""#)

    /// What happened at A1 on another day than the activity's.
    static func away(_ step: String, on other: String, from first: String, until last: String? = nil) -> Rejection {
        .time(.awayFromActivity(id("A1"), step: step, on: day(other), from: day(first), until: day(last ?? first)))
    }

    private static func early(_ step: String, on other: String, follows earlier: String, of first: String) -> Rejection {
        .time(.beforeEarlierStep(p1, step: step, on: day(other), follows: earlier, of: day(first)))
    }

    private static func step(_ name: String, _ day: String, _ more: String = "") -> String {
        #"{"command":"\#(name)","occurred":"\#(day)","reason":"x",\#(more)}"#
    }

    private static func proposal(_ name: String, _ day: String, _ more: String = "") -> String {
        step("proposal.\(name)", day, #""proposal":"P1""# + (more.isEmpty ? "" : "," + more))
    }

    // MARK: - At an activity

    private static let session = #"{"command":"activity.schedule",\#(a1),"kind":"plenary","title":"全会","on":"2019-03-26/2019-03-28"}"#

    private static func at(_ name: String, _ day: String) -> String { step(name, day, #"\#(a1),"member":"M1""#) }

    /// People arrive on the day before, and a sheet is typed in within a month; leave is asked for long before.
    static let daysOfActivities: [DecisionCase] = all(
        afterJoining(
            session,
            then: [
                .refuses(
                    at("attendance.check-in", "2019-03-24"), away("attendance.checked-in", on: "2019-03-24", from: "2019-03-26", until: "2019-03-28")),
                .gives(at("attendance.check-in", "2019-03-25"), #"attendance.checked-in {"activity":"A1","member":"M1"}"#),
                // Sheets are typed in later; long after, success has a warning.
                .gives(at("attendance.check-in", "2020-06-01"), #"attendance.checked-in {"activity":"A1","member":"M1"}"#),
                // Said vaguely, it may have been.
                .gives(at("attendance.check-in", "2019-03-01/2019-03-25"), #"attendance.checked-in {"activity":"A1","member":"M1"}"#),
                .refuses(
                    at("attendance.mark-absent", "2018-03-26"), away("attendance.marked-absent", on: "2018-03-26", from: "2019-03-26", until: "2019-03-28")),
                .gives(at("attendance.ask-leave", "2018-03-25"), #"attendance.leave-asked {"activity":"A1","member":"M1"}"#),
                .refuses(
                    at("attendance.ask-leave", "2018-03-24"), away("attendance.leave-asked", on: "2018-03-24", from: "2019-03-26", until: "2019-03-28")),
                .gives(at("attendance.grant-leave", "2020-03-28"), #"attendance.leave-granted {"activity":"A1","member":"M1"}"#),
                .refuses(
                    at("attendance.grant-leave", "2020-03-29"), away("attendance.leave-granted", on: "2020-03-29", from: "2019-03-26", until: "2019-03-28")),
                .gives(step("activity.open", "2019-03-25", a1), #"activity.opened {"activity":"A1"}"#),
                .refuses(
                    step("activity.open", "2019-03-24", a1), away("activity.opened", on: "2019-03-24", from: "2019-03-26", until: "2019-03-28")),
                .gives(step("activity.close", "2019-03-26", a1), #"activity.closed {"activity":"A1"}"#),
                .refuses(
                    step("activity.close", "2019-03-25", a1), away("activity.closed", on: "2019-03-25", from: "2019-03-26", until: "2019-03-28")),
            ]),
        // What took place is not moved away from who was there: entry 7.
        afterJoining(
            session, at("attendance.check-in", "2019-03-26"),
            then: [
                .gives(
                    step("activity.reschedule", "2019-03-20", #"\#(a1),"on":"2019-03-27""#),
                    #"activity.rescheduled {"activity":"A1","on":"2019-03-27"}"#),
                .refuses(
                    step("activity.reschedule", "2019-03-20", #"\#(a1),"on":"2019-03-28""#),
                    .correction(.wouldBreak([.entry(7, away("attendance.checked-in", on: "2019-03-26", from: "2019-03-28"))]))),
                .refuses(
                    step("fact.correct", "2019-03-20", #""corrects":6,"set":{"on":"2018-03-26"}"#),
                    .correction(.wouldBreak([.entry(7, .member(.notInOffice([id("M1")], on: day("2018-03-26"))))]))),
                .refuses(
                    step("fact.correct", "2019-03-20", #""corrects":7,"when":"2018-03-26""#),
                    .correction(
                        .wouldBreak([
                            .entry(7, away("attendance.checked-in", on: "2018-03-26", from: "2019-03-26", until: "2019-03-28"))
                        ]))),
            ]))

    // MARK: - Steps

    private static let file = #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M3"],"occurred":"2019-04-01"}"#
    private static let accept = proposal("accept", "2019-04-02")
    private static let handOver = proposal("hand-over", "2019-04-03", #""lead":"局","joint":["站"]"#)
    private static let signFor = proposal("sign-for", "2019-04-04", #""unit":"局""#)
    private static let answer = proposal("answer", "2019-04-09", #""unit":"局""#)
    private static let rating = #""member":"M1","handling":"satisfied","result":"satisfied""#

    static let daysOfProposals: [DecisionCase] = all(
        afterJoining(
            file,
            then: [
                .refuses(
                    proposal("accept", "2019-03-31"),
                    early("proposal.accepted", on: "2019-03-31", follows: "proposal.filed", of: "2019-04-01")),
                .gives(proposal("accept", "2019-04-01"), #"proposal.accepted {"proposal":"P1"}"#),
                // It may have been on the day of filing.
                .gives(proposal("accept", "2019-03-20/2019-04-01"), #"proposal.accepted {"proposal":"P1"}"#),
                .refuses(
                    proposal("decline", "2018-04-02", #""code":"other""#),
                    early("proposal.declined", on: "2018-04-02", follows: "proposal.filed", of: "2019-04-01")),
                .refuses(
                    proposal("withdraw", "2018-04-02"),
                    early("proposal.withdrawn", on: "2018-04-02", follows: "proposal.filed", of: "2019-04-01")),
                .refuses(
                    proposal("mark", "2018-04-02", #""mark":"key""#),
                    early("proposal.marked", on: "2018-04-02", follows: "proposal.filed", of: "2019-04-01")),
                .refuses(
                    proposal("co-sign", "2019-03-31", #""member":"M4""#),
                    early("proposal.co-signed", on: "2019-03-31", follows: "proposal.filed", of: "2019-04-01")),
            ]),
        // With a draft, signatures come before the filing.
        afterJoining(
            proposal("draft", "2019-03-20", #""title":"路灯","signers":["M1","M3","M4"]"#), file,
            then: [.gives(proposal("co-sign", "2019-03-31", #""member":"M4""#), #"proposal.co-signed {"member":"M4","proposal":"P1"}"#)]),
        afterJoining(
            file, accept,
            then: [
                .refuses(
                    proposal("hand-over", "2019-04-01", #""lead":"局""#),
                    early("proposal.handed-over", on: "2019-04-01", follows: "proposal.accepted", of: "2019-04-02"))
            ]),
        afterJoining(
            file, accept, handOver,
            then: [
                .refuses(
                    proposal("sign-for", "2019-04-02", #""unit":"局""#),
                    early("proposal.signed-for", on: "2019-04-02", follows: "proposal.handed-over", of: "2019-04-03")),
                .refuses(
                    proposal("answer", "2019-04-02", #""unit":"局""#),
                    early("proposal.answered", on: "2019-04-02", follows: "proposal.handed-over", of: "2019-04-03")),
                .refuses(
                    proposal("extend", "2018-04-03", #""until":"2019-12-01""#),
                    early("proposal.extended", on: "2018-04-03", follows: "proposal.handed-over", of: "2019-04-03")),
                .refuses(
                    proposal("return", "2018-04-03", #""unit":"站""#),
                    early("proposal.returned", on: "2018-04-03", follows: "proposal.handed-over", of: "2019-04-03")),
            ],
            after(
                proposal("reassign", "2019-04-06", #""unit":"站","to":"所""#),
                then: [
                    .refuses(
                        proposal("sign-for", "2019-04-05", #""unit":"所""#),
                        early("proposal.signed-for", on: "2019-04-05", follows: "proposal.reassigned", of: "2019-04-06"))
                ])),
        afterJoining(
            file, accept, handOver, signFor,
            then: [
                // Of two steps that it follows, the later one is named.
                .refuses(
                    proposal("answer", "2019-04-02", #""unit":"局""#),
                    early("proposal.answered", on: "2019-04-02", follows: "proposal.signed-for", of: "2019-04-04"))
            ],
            after(
                proposal("draft-answer", "2019-04-05", #""unit":"局""#),
                then: [
                    .refuses(
                        proposal("check-answer", "2019-04-04", #""unit":"局","passed":true"#),
                        early("proposal.answer-checked", on: "2019-04-04", follows: "proposal.answer-drafted", of: "2019-04-05"))
                ])),
        afterJoining(
            file, accept, handOver, answer,
            then: [
                .refuses(
                    proposal("rate", "2019-04-08", rating),
                    early("proposal.rated", on: "2019-04-08", follows: "proposal.answered", of: "2019-04-09")),
                .refuses(
                    proposal("close", "2019-04-08"),
                    early("proposal.closed", on: "2019-04-08", follows: "proposal.answered", of: "2019-04-09")),
                .refuses(
                    proposal("commit", "2019-04-08", #""unit":"局","what":"装灯","due":"2019-12-31""#),
                    early("proposal.committed", on: "2019-04-08", follows: "proposal.answered", of: "2019-04-09")),
                // A correction that would be right by itself, and leaves what follows it too early: the answer is entry 9.
                .refuses(
                    step("fact.correct", "2019-05-01", #""corrects":8,"when":"2019-04-10""#),
                    .correction(
                        .wouldBreak([.entry(9, early("proposal.answered", on: "2019-04-09", follows: "proposal.handed-over", of: "2019-04-10"))]))),
                .gives(
                    step("fact.correct", "2019-05-01", #""corrects":8,"when":"2019-04-09""#),
                    #"fact.corrected {"corrects":8,"data":{"joint":["站"],"lead":"局","proposal":"P1"},"occurred":"2019-04-09","type":"proposal.handed-over","v":1}"#
                ),
            ],
            after(
                proposal("rate", "2019-04-12", rating),
                then: [
                    .refuses(
                        proposal("send-back", "2019-04-11"),
                        early("proposal.sent-back", on: "2019-04-11", follows: "proposal.rated", of: "2019-04-12")),
                    .gives(proposal("close", "2019-04-12"), #"proposal.closed {"proposal":"P1"}"#),
                ])))

    private static let submit = #"{"command":"suggestion.submit","suggestion":"S1","title":"路灯","kind":"suggestion","members":["M1"],"occurred":"2019-04-01"}"#

    private static func suggestion(_ name: String, _ day: String, _ more: String) -> String {
        step("suggestion.\(name)", day, #""suggestion":"S1",\#(more)"#)
    }

    private static func early(_ of: String, _ step: String, on other: String, follows earlier: String, of first: String) -> Rejection {
        .time(.beforeEarlierStep(subject(of), step: step, on: day(other), follows: earlier, of: day(first)))
    }

    static let daysOfOthers: [DecisionCase] = all(
        afterJoining(
            submit,
            then: [
                .refuses(
                    suggestion("hand-over", "2019-03-31", #""to":"局""#),
                    early(
                        "suggestion:S1", "suggestion.handed-over", on: "2019-03-31", follows: "suggestion.submitted", of: "2019-04-01")),
                .refuses(
                    suggestion("adopt", "2018-04-01", #""level":"city""#),
                    early("suggestion:S1", "suggestion.adopted", on: "2018-04-01", follows: "suggestion.submitted", of: "2019-04-01")),
            ],
            after(
                suggestion("hand-over", "2019-04-05", #""to":"局""#),
                then: [
                    .refuses(
                        suggestion("answer", "2019-04-04", #""unit":"局""#),
                        early(
                            "suggestion:S1", "suggestion.answered", on: "2019-04-04", follows: "suggestion.handed-over", of: "2019-04-05"))
                ],
                after(
                    suggestion("answer", "2019-04-06", #""unit":"局""#),
                    then: [
                        .refuses(
                            suggestion("rate", "2019-04-05", rating),
                            early("suggestion:S1", "suggestion.rated", on: "2019-04-05", follows: "suggestion.answered", of: "2019-04-06"))
                    ]))),
        afterJoining(
            #"{"command":"plan.adopt","plan":"P6","title":"计划","year":2019,"text":"plan: P6"}"#,
            step("appeal.file", "2019-12-10", #""appeal":"O1","member":"M1","plan":"P6","why":"漏记""#),
            then: [
                .refuses(
                    step("appeal.answer", "2019-12-09", #""appeal":"O1","outcome":"upheld","answer":"签到表上有""#),
                    early("appeal:O1", "appeal.answered", on: "2019-12-09", follows: "appeal.filed", of: "2019-12-10"))
            ]),
        // Money is spent once it is there: 100 yuan from February on, 50 more from May on. Entries 2 and 3.
        after(
            #"{"command":"donation.receive","donation":"D1","kind":"brought-in","amount":10000,"purpose":"送戏","occurred":"2019-02-01"}"#,
            #"{"command":"donation.receive","donation":"D2","kind":"brought-in","amount":5000,"purpose":"送戏","occurred":"2019-05-01"}"#,
            then: [
                .refuses(spend(1, on: "2019-01-31"), .fund(.overspent("送戏", left: 0, expense: id("E1")))),
                .gives(spend(10_000, on: "2019-02-01"), #"fund.spent {"amount":10000,"expense":"E1","purpose":"送戏"}"#),
                .refuses(spend(10_001, on: "2019-04-30"), .fund(.overspent("送戏", left: 10_000, expense: id("E1")))),
                .gives(spend(15_000, on: "2019-05-01"), #"fund.spent {"amount":15000,"expense":"E1","purpose":"送戏"}"#),
            ],
            // What is spent later is not there to be spent before: entry 4.
            after(
                spend(12_000, on: "2019-06-01"),
                then: [
                    .refuses(spend(3_001, on: "2019-03-01"), .fund(.overspent("送戏", left: 3_000, expense: id("E2")))),
                    .gives(spend(3_000, on: "2019-03-01"), #"fund.spent {"amount":3000,"expense":"E2","purpose":"送戏"}"#),
                    .refuses(
                        step("fact.correct", "2019-07-01", #""corrects":3,"when":"2019-06-02""#),
                        .correction(.wouldBreak([.entry(4, .fund(.overspent("送戏", left: 10_000, expense: id("E1"))))]))),
                    .refuses(
                        step("fact.correct", "2019-07-01", #""corrects":4,"when":"2019-04-30""#),
                        .correction(.wouldBreak([.entry(4, .fund(.overspent("送戏", left: 10_000, expense: id("E1"))))]))),
                    .gives(
                        step("fact.correct", "2019-07-01", #""corrects":3,"when":"2019-06-01""#),
                        #"fact.corrected {"corrects":3,"data":{"amount":5000,"donation":"D2","kind":"brought-in","purpose":"送戏"},"occurred":"2019-06-01","type":"donation.received","v":2}"#
                    ),
                ])))

    private static func spend(_ fen: Int, on day: String) -> String {
        #"{"command":"fund.spend","purpose":"送戏","amount":\#(fen),"occurred":"\#(day)"}"#
    }
}
