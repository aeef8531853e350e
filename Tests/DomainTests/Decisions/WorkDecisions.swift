import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

extension DecisionCase {
    private static let session = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#

    static let works: [DecisionCase] = afterJoining(
        session, #"{"command":"work.file","work":"W1","kind":"minutes","title":"纪要"}"#,
        then: [
            .gives(
                #"{"command":"work.file","kind":"report","title":"调研报告","text":"全文","authors":["M2","M1"],"activity":"A1"}"#,
                #"work.filed {"activity":"A1","authors":["M2","M1"],"kind":"report","text":"全文","title":"调研报告","work":"W2"}"#,
                about: "activity:A1 member:M1 member:M2 work:W2"),
            // Who wrote it may have left since.
            .gives(
                #"{"command":"work.file","kind":"reflection","title":"心得","authors":["M2"],"occurred":"2019-07-01"}"#,
                #"work.filed {"authors":["M2"],"kind":"reflection","title":"心得","work":"W2"}"#),
            // Kinds of the body's own, and known ones by their names; so for quantities.
            .gives(
                #"{"command":"work.file","kind":"审议发言","title":"x","quantities":[{"amount":250,"of":"小时"},{"amount":1200,"of":"亩"}]}"#,
                #"work.filed {"kind":"审议发言","quantities":[{"amount":250,"of":"hour"},{"amount":1200,"of":"亩"}],"title":"x","work":"W2"}"#),
            .gives(#"{"command":"work.file","kind":"心得体会","title":"x"}"#, #"work.filed {"kind":"reflection","title":"x","work":"W2"}"#),
            .cannotRead(#"{"command":"work.file","kind":"两 词","title":"x"}"#, .field("kind", .invalid(expected: .init("open-word")))),
            .cannotRead(
                #"{"command":"work.file","kind":"report","title":"x","quantities":[{"amount":0,"of":"hour"}]}"#,
                .field("amount", .invalid(expected: .wholeNumber(from: 1)))),
            .refuses(#"{"command":"work.file","work":"W1","kind":"minutes","title":"纪要"}"#, .idTaken(subject("work:W1"))),
            // Members by name, what they did, or the body itself.
            .gives(
                #"{"command":"commendation.record","title":"优秀委员","level":"nation","from":"全国政协","members":["M2","M1"]}"#,
                #"commendation.given {"commendation":"H1","from":"全国政协","level":"nation","members":["M2","M1"],"title":"优秀委员"}"#,
                about: "commendation:H1 member:M1 member:M2"),
            .gives(
                #"{"command":"commendation.record","title":"好纪要","level":"township","what":"work:W1"}"#,
                #"commendation.given {"commendation":"H1","level":"township","title":"好纪要","what":"work:W1"}"#,
                about: "commendation:H1 work:W1"),
            .gives(
                #"{"command":"commendation.record","title":"先进集体","level":"province"}"#,
                #"commendation.given {"commendation":"H1","level":"province","title":"先进集体"}"#),
            .refuses(
                #"{"command":"commendation.record","title":"x","level":"city","members":["M1","M9","M8"]}"#,
                .unknown([subject("member:M9"), subject("member:M8")])),
            .refuses(#"{"command":"commendation.record","title":"x","level":"city","members":["M1","M1"]}"#, .namedTwice([id("M1")])),
            .refuses(#"{"command":"commendation.record","title":"x","level":"city","what":"work:W9"}"#, .unknown(subject("work:W9"))),
            .cannotRead(
                #"{"command":"commendation.record","title":"x","level":"city","what":"member:M1"}"#,
                .field("what", .invalid(expected: .init("subject-of", ["activity", "proposal", "suggestion", "work"])))),
            .refuses(
                #"{"command":"work.file","kind":"minutes","title":"纪要","authors":["M8","M1","M9"]}"#,
                .unknown([subject("member:M8"), subject("member:M9")])),
            .refuses(#"{"command":"work.file","kind":"minutes","title":"纪要","activity":"A9"}"#, .unknown(subject("activity:A9"))),
            .cannotRead(#"{"command":"work.file","kind":"minutes"}"#, .field("title", .missing)),
        ])

    static let visits: [DecisionCase] = afterJoining(
        #"{"command":"visit.record","visit":"V2"}"#,
        then: [
            // One has been recorded: the second has the next number, and that is taken.
            .gives(
                #"{"command":"visit.record","members":["M2","M1"],"to":"张家","place":"东村 3 号","area":"东村","note":"慰问"}"#,
                #"visit.made {"area":"东村","members":["M2","M1"],"note":"慰问","place":"东村 3 号","to":"张家","visit":"V3"}"#,
                about: "member:M1 member:M2 visit:V3"),
            .refuses(#"{"command":"visit.record","visit":"V2"}"#, .idTaken(subject("visit:V2"))),
            .refuses(#"{"command":"visit.record","members":["M9"]}"#, .unknown(subject("member:M9"))),
            .cannotRead(#"{"command":"visit.record","visit":"-1"}"#, .field("visit", .invalid(expected: .id))),
        ])

    private static let content = String(repeating: "ab", count: 32)
    private static let file: AttachmentID = id(content)

    private static func attach(to: String, owner: String? = nil) -> String {
        let owner = owner.map { #","owner":"\#($0)""# } ?? ""
        return
            #"{"command":"attachment.add","attachment":"\#(content)","bytes":12,"mediaType":"text/plain","name":"签到表","to":"\#(to)"\#(owner)}"#
    }

    static let attachments: [DecisionCase] = all(
        afterJoining(
            session,
            then: [
                .gives(
                    attach(to: "activity:A1"),
                    #"attachment.added {"attachment":"\#(content)","bytes":12,"mediaType":"text/plain","name":"签到表","to":"activity:A1"}"#,
                    about: "activity:A1 attachment:\(content)"),
                .gives(
                    attach(to: "activity:A1", owner: "member:M1"),
                    #"attachment.added {"attachment":"\#(content)","bytes":12,"mediaType":"text/plain","name":"签到表","owner":"member:M1","to":"activity:A1"}"#,
                    about: "activity:A1 attachment:\(content) member:M1"),
                .gives(
                    attach(to: "book:b1"),
                    #"attachment.added {"attachment":"\#(content)","bytes":12,"mediaType":"text/plain","name":"签到表","to":"book:b1"}"#),
                .refuses(attach(to: "activity:A9"), .unknown(subject("activity:A9"))),
                .refuses(attach(to: "activity:A1", owner: "member:M9"), .unknown(subject("member:M9"))),
                .refuses(attach(to: "activity:A1", owner: "activity:A1"), .attachment(.ownerCannotBeErased(subject("activity:A1")))),
                .cannotRead(
                    #"{"command":"attachment.add","attachment":"abc","bytes":1,"name":"x","to":"activity:A1"}"#,
                    .field("attachment", .invalid(expected: .init("sha-256")))),
            ]),
        afterJoining(
            session, attach(to: "activity:A1"),
            then: [
                .refuses(attach(to: "activity:A1"), .attachment(.alreadyAttached(file, to: subject("activity:A1"), at: Position(7)))),
                // The same content may belong to something else as well.
                .gives(
                    attach(to: "member:M1"),
                    #"attachment.added {"attachment":"\#(content)","bytes":12,"mediaType":"text/plain","name":"签到表","to":"member:M1"}"#),
            ],
            after(
                #"{"command":"fact.void","corrects":7,"reason":"x"}"#,
                then: [
                    .gives(
                        attach(to: "activity:A1"),
                        #"attachment.added {"attachment":"\#(content)","bytes":12,"mediaType":"text/plain","name":"签到表","to":"activity:A1"}"#
                    )
                ])),
        afterJoining(
            session, #"{"command":"personal-data.erase","owner":"member:M1","reason":"x"}"#,
            then: [.refuses(attach(to: "activity:A1", owner: "member:M1"), .personalData(.erased(subject("member:M1"))))]))
}
