import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

extension DecisionCase {
    private static let session = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#

    /// The activity is entry 6.
    static let activities: [DecisionCase] = all(
        afterJoining(
            session,
            then: [
                .gives(
                    #"{"command":"activity.schedule","kind":"reading","title":"读书","on":"2019-04-01"}"#,
                    #"activity.scheduled {"activity":"A2","kind":"reading","on":"2019-04-01","title":"读书"}"#, about: "activity:A2"),
                .gives(
                    #"{"command":"activity.schedule","activity":"A7","kind":"plenary","title":"全会","on":"2019年4月中旬","place":"礼堂","content":"听报告","responsible":"办公室","partners":["街道"],"fulfils":["C1"],"level":"city","halfDays":4,"invited":["M3","M1"]}"#,
                    #"activity.scheduled {"activity":"A7","content":"听报告","fulfils":["C1"],"halfDays":4,"invited":["M3","M1"],"kind":"plenary","level":"city","on":{"interval":"2019-04-11/2019-04-20","words":"2019年4月中旬"},"partners":["街道"],"place":"礼堂","responsible":"办公室","title":"全会"}"#,
                    about: "activity:A7 member:M1 member:M3"),
                // Nobody invited is not the same as everybody.
                .gives(
                    #"{"command":"activity.schedule","kind":"study","title":"学习","on":"2019-04-01","invited":[]}"#,
                    #"activity.scheduled {"activity":"A2","invited":[],"kind":"study","on":"2019-04-01","title":"学习"}"#),
                .refuses(session, .idTaken(subject("activity:A1"))),
                .refuses(
                    #"{"command":"activity.schedule","kind":"study","title":"学习","on":"2019-04-01","invited":["M8","M1","M9"]}"#,
                    .unknown([subject("member:M8"), subject("member:M9")])),
                .cannotRead(
                    #"{"command":"activity.schedule","kind":"Study","title":"学习","on":"2019-04-01"}"#,
                    .field("kind", .invalid(expected: .openWord))),
                .cannotRead(
                    #"{"command":"activity.schedule","kind":"study","title":"学习","on":"下周"}"#,
                    .field("on", .invalid(expected: .init("written-date")))),
                .cannotRead(
                    #"{"command":"activity.schedule","kind":"study","title":"学习","on":"2019-04-01","halfDays":0}"#,
                    .field("halfDays", .invalid(expected: .wholeNumber(from: 1)))),

                .gives(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-13","place":"礼堂","reason":"会场"}"#,
                    #"activity.rescheduled {"activity":"A1","on":"2019-03-13","place":"礼堂"}"#, about: "activity:A1"),
                .refuses(#"{"command":"activity.reschedule","activity":"A1","on":"2019-03-13"}"#, .reasonMissing),
                .refuses(
                    #"{"command":"activity.reschedule","activity":"A9","on":"2019-03-13","reason":"x"}"#, .unknown(subject("activity:A9"))),
                .gives(
                    #"{"command":"activity.cancel","activity":"A1","reason":"汛情"}"#, #"activity.cancelled {"activity":"A1"}"#,
                    about: "activity:A1"),
                .refuses(#"{"command":"activity.cancel","activity":"A1"}"#, .reasonMissing),
                .refuses(#"{"command":"activity.cancel","activity":"A9","reason":"x"}"#, .unknown(subject("activity:A9"))),
                .gives(#"{"command":"activity.open","activity":"A1"}"#, #"activity.opened {"activity":"A1"}"#, about: "activity:A1"),
                .refuses(#"{"command":"activity.open","activity":"A9"}"#, .unknown(subject("activity:A9"))),
                .gives(
                    #"{"command":"activity.close","activity":"A1","participants":40,"partners":["街道"],"outcomes":[{"kind":"report","count":2}]}"#,
                    #"activity.closed {"activity":"A1","outcomes":[{"count":2,"kind":"report"}],"participants":40,"partners":["街道"]}"#,
                    about: "activity:A1"),
                .refuses(#"{"command":"activity.close","activity":"A9"}"#, .unknown(subject("activity:A9"))),
            ]),
        afterJoining(
            session, #"{"command":"activity.cancel","activity":"A1","reason":"汛情"}"#,
            then: [
                .refuses(session, .idTaken(subject("activity:A1"))),
                .refuses(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-13","reason":"x"}"#, .activity(.cancelled(id("A1")))),
                .refuses(#"{"command":"activity.cancel","activity":"A1","reason":"x"}"#, .activity(.cancelled(id("A1")))),
                .refuses(#"{"command":"activity.open","activity":"A1"}"#, .activity(.cancelled(id("A1")))),
                .refuses(#"{"command":"activity.close","activity":"A1"}"#, .activity(.cancelled(id("A1")))),
                .refuses(#"{"command":"attendance.register","activity":"A1","member":"M1"}"#, .activity(.cancelled(id("A1")))),
            ]),
        afterJoining(
            session, #"{"command":"activity.close","activity":"A1"}"#,
            then: [
                .refuses(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-13","reason":"x"}"#, .activity(.closed(id("A1")))),
                .refuses(#"{"command":"activity.open","activity":"A1"}"#, .activity(.closed(id("A1")))),
                .refuses(#"{"command":"activity.close","activity":"A1"}"#, .activity(.closed(id("A1")))),
                .refuses(#"{"command":"activity.cancel","activity":"A1","reason":"x"}"#, .activity(.held(id("A1")))),
                // A list is often typed in afterwards.
                .gives(
                    #"{"command":"attendance.check-in","activity":"A1","member":"M1","method":"paper"}"#,
                    #"attendance.checked-in {"activity":"A1","member":"M1","method":"paper"}"#),
            ]),
        // That it took place is shown by its opening, by who was there and by who was missed; a plan and a leave show nothing.
        held(by: #"{"command":"activity.open","activity":"A1"}"#),
        held(by: #"{"command":"attendance.check-in","activity":"A1","member":"M1"}"#),
        held(by: #"{"command":"attendance.mark-absent","activity":"A1","member":"M1"}"#),
        notHeld(by: #"{"command":"attendance.register","activity":"A1","member":"M1"}"#),
        notHeld(by: #"{"command":"attendance.grant-leave","activity":"A1","member":"M1"}"#),
        notHeld(by: #"{"command":"attendance.excuse","activity":"A1","member":"M1","duty":"出差"}"#),
        // So is it by what was said, counted or decided there; not by what was handed in before, nor by a ballot that is not counted.
        hasRecords(["speech:F1"], speech("oral", "2019-03-12")),
        hasRecords(["speech:F1"], speech("written", "2019-03-12")),
        notHeld(by: speech("written", "2019-03-11")),
        hasRecords(["decision:R1"], #"{"command":"decision.record","decision":"R1","kind":"opinion","title":"意见","activity":"A1","occurred":"2019-03-12"}"#),
        hasRecords(
            ["duty-report:J1"],
            #"{"command":"duty-report.record","report":"J1","activity":"A1","member":"M1","form":"oral","occurred":"2019-03-12"}"#),
        hasRecords(["ballot:B1"], ballotRules, call, #"{"command":"ballot.count","ballot":"B1","present":2,"votes":[{"answer":"for","votes":2}],"occurred":"2019-03-12"}"#),
        afterJoining(session, ballotRules, call, then: [.gives(cancel, #"activity.cancelled {"activity":"A1"}"#)]),
        // What was recorded of the wrong activity is voided first.
        afterJoining(
            session, speech("oral", "2019-03-12"), #"{"command":"fact.void","corrects":7,"reason":"记错会"}"#,
            then: [.gives(cancel, #"activity.cancelled {"activity":"A1"}"#)]),
        // Who attended must have been in office on the new day; of an interval, on some day of it.
        afterJoining(
            session, #"{"command":"attendance.register","activity":"A1","member":"M1"}"#,
            #"{"command":"attendance.register","activity":"A1","member":"M2"}"#,
            then: [
                .gives(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2019-06-30","reason":"x"}"#,
                    #"activity.rescheduled {"activity":"A1","on":"2019-06-30"}"#),
                .gives(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2019-06-30/2019-07-01","reason":"x"}"#,
                    #"activity.rescheduled {"activity":"A1","on":"2019-06-30/2019-07-01"}"#),
                .refuses(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2019-07-01","reason":"x"}"#,
                    .correction(.wouldBreak([.entry(8, .member(.notInOffice([id("M2")], on: day("2019-07-01"))))]))),
                .refuses(
                    #"{"command":"activity.reschedule","activity":"A1","on":"2018-12-31","reason":"x"}"#,
                    .correction(
                        .wouldBreak([
                            .entry(7, .member(.notInOffice([id("M1")], on: day("2018-12-31")))),
                            .entry(8, .member(.notInOffice([id("M2")], on: day("2018-12-31")))),
                        ]))),
            ]))

    private static let cancel = #"{"command":"activity.cancel","activity":"A1","reason":"汛情"}"#

    private static let ballotRules =
        #"{"command":"ballot-rules.adopt","rules":"b","title":"办法","items":[{"kind":"decision","pass":{"moreThan":"1/2","of":"present"}}],"occurred":"2019-01-01"}"#
    private static let call =
        #"{"command":"ballot.call","ballot":"B1","activity":"A1","kind":"decision","method":"hands","title":"通过","occurred":"2019-03-12"}"#

    private static func speech(_ form: String, _ day: String) -> String {
        #"{"command":"speech.record","speech":"F1","activity":"A1","members":["M1"],"form":"\#(form)","title":"路灯","occurred":"\#(day)"}"#
    }

    private static func hasRecords(_ records: [String], _ commands: String...) -> [DecisionCase] {
        after(people + [session] + commands, [[.refuses(cancel, .activity(.hasRecords(id("A1"), records.map { subject($0) })))]])
    }

    private static func held(by command: String) -> [DecisionCase] {
        afterJoining(session, command, then: [.refuses(cancel, .activity(.held(id("A1"))))])
    }

    private static func notHeld(by command: String) -> [DecisionCase] {
        afterJoining(session, command, then: [.gives(cancel, #"activity.cancelled {"activity":"A1"}"#)])
    }
}
