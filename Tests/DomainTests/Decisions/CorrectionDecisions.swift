import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

extension DecisionCase {
    private static func personal(_ name: String, _ owner: String, _ more: String = #","reason":"x""#) -> String {
        #"{"command":"personal-data.\#(name)","owner":"\#(owner)"\#(more)}"#
    }
    private static let m1 = subject("member:M1")

    static let personalData: [DecisionCase] = all(
        afterJoining(then: [
            .gives(personal("restrict", "member:M1"), #"personal-data.restricted {"owner":"member:M1"}"#, about: "member:M1"),
            .gives(personal("erase", "member:M1"), #"personal-data.erased {"owner":"member:M1"}"#, about: "member:M1"),
            .refuses(personal("erase", "member:M1", ""), .reasonMissing),
            .refuses(personal("erase", "member:M9"), .unknown(subject("member:M9"))),
            .refuses(personal("release", "member:M1"), .personalData(.notRestricted(m1))),
            // An activity has no personal data of its own.
            .cannotRead(
                personal("erase", "activity:A1"),
                .field("owner", .invalid(expected: .init("subject-of", ["donation", "expense", "member", "minutes", "petition", "visit"])))),
        ]),
        afterJoining(
            personal("restrict", "member:M1"),
            then: [
                .refuses(personal("restrict", "member:M1"), .personalData(.alreadyRestricted(m1))),
                .gives(personal("release", "member:M1"), #"personal-data.released {"owner":"member:M1"}"#, about: "member:M1"),
                .gives(personal("erase", "member:M1"), #"personal-data.erased {"owner":"member:M1"}"#),
            ]),
        // Nothing new is sealed for a person who was erased; what is no text about the person goes on.
        afterJoining(
            personal("erase", "member:M1"),
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
            then: [
                .refuses(personal("erase", "member:M1"), .personalData(.erased(m1))),
                .refuses(personal("restrict", "member:M1"), .personalData(.erased(m1))),
                .refuses(personal("release", "member:M1"), .personalData(.erased(m1))),
                .refuses(#"{"command":"member.change","member":"M1","phone":"139"}"#, .personalData(.erased(m1))),
                .refuses(#"{"command":"attendance.ask-leave","activity":"A1","member":"M1","why":"病"}"#, .personalData(.erased(m1))),
                .gives(
                    #"{"command":"attendance.ask-leave","activity":"A1","member":"M1"}"#,
                    #"attendance.leave-asked {"activity":"A1","member":"M1"}"#),
                .gives(#"{"command":"member.leave","member":"M1","on":"2019-03-31"}"#, #"member.left {"member":"M1","on":"2019-03-31"}"#),
                .refuses(#"{"command":"fact.correct","corrects":2,"set":{"phone":"139"},"reason":"x"}"#, .personalData(.erased(m1))),
                // A destroyed key does not come back.
                .refuses(#"{"command":"fact.void","corrects":6,"reason":"x"}"#, .correction(.cannotBeCorrected(Position(6)))),
                .refuses(
                    #"{"command":"fact.correct","corrects":6,"set":{"owner":"member:M3"},"reason":"x"}"#,
                    .correction(.cannotBeCorrected(Position(6)))),
            ]))

    private static func void(_ position: Int) -> String { #"{"command":"fact.void","corrects":\#(position),"reason":"x"}"# }
    private static func correct(_ position: Int, _ fields: String) -> String {
        #"{"command":"fact.correct","corrects":\#(position),"set":\#(fields),"reason":"x"}"#
    }

    private static let donation = #"{"command":"donation.receive","donation":"D1","kind":"money","amount":50000,"purpose":"慰问"}"#
    private static let amended = #"{"amount":60000,"donation":"D1","kind":"money","purpose":"慰问"}"#

    /// The donation is entry 2.
    static let corrections: [DecisionCase] = all(
        after(
            donation,
            then: [
                // In full, in the version that is current.
                .gives(
                    correct(2, #"{"amount":60000}"#), #"fact.corrected {"corrects":2,"data":\#(amended),"type":"donation.received","v":2}"#,
                    about: "donation:D1"),
                .gives(
                    correct(2, #"{"purpose":null}"#),
                    #"fact.corrected {"corrects":2,"data":{"amount":50000,"donation":"D1","kind":"money"},"type":"donation.received","v":2}"#
                ),
                .gives(
                    #"{"command":"fact.correct","corrects":2,"when":"2019-05-02","reason":"x"}"#,
                    #"fact.corrected {"corrects":2,"data":{"amount":50000,"donation":"D1","kind":"money","purpose":"慰问"},"occurred":"2019-05-02","type":"donation.received","v":2}"#
                ),
                // A kind by its name.
                .gives(
                    correct(2, #"{"kind":"引进资金"}"#),
                    #"fact.corrected {"corrects":2,"data":{"amount":50000,"donation":"D1","kind":"brought-in","purpose":"慰问"},"type":"donation.received","v":2}"#
                ),
                .gives(void(2), #"fact.voided {"corrects":2}"#, about: "donation:D1"),
                .refuses(#"{"command":"fact.void","corrects":2}"#, .reasonMissing),
                .refuses(#"{"command":"fact.correct","corrects":2,"set":{"amount":1}}"#, .reasonMissing),
                .refuses(void(3), .noSuchEntry(Position(3))),
                .refuses(correct(3, #"{"amount":1}"#), .noSuchEntry(Position(3))),
                .refuses(correct(2, #"{"amount":50000}"#), .correction(.nothingChanges(Position(2)))),
                .refuses(
                    #"{"command":"fact.correct","corrects":2,"when":"2019-01-01","reason":"x"}"#, .correction(.nothingChanges(Position(2)))),
                .refuses(correct(2, #"{"donation":"D7"}"#), .correction(.wouldChangeSubject(Position(2)))),
                .refuses(
                    correct(2, #"{"amount":"many"}"#),
                    .correction(.doesNotFit(Position(2), JSONError(.wrongType(field: "amount", expected: .integer), offset: 0)))),
                .refuses(
                    correct(2, #"{"amuont":1}"#), .correction(.doesNotFit(Position(2), JSONError(.unknownField("amuont"), offset: 0)))),
                .refuses(correct(2, #"{"kind":null}"#), .correction(.doesNotFit(Position(2), JSONError(.missingField("kind"), offset: 0)))),
                .refuses(
                    correct(2, #"{"amount":null}"#),
                    .correction(.wouldBreak([.entry(2, .donation(.incomplete(id("D1"), field: "amount")))]))),
                // The opening of the book is corrected, and never voided.
                .gives(
                    correct(1, #"{"name":"某街道"}"#),
                    #"fact.corrected {"corrects":1,"data":{"book":"b1","format":1,"name":"某街道","timeZone":"Asia/Shanghai"},"type":"book.opened","v":1}"#,
                    about: "book:b1"),
                .refuses(void(1), .correction(.cannotBeCorrected(Position(1)))),
            ],
            after(
                void(2),
                then: [
                    .refuses(void(2), .correction(.alreadyVoided(Position(2)))),
                    .refuses(correct(2, #"{"amount":1}"#), .correction(.alreadyVoided(Position(2)))),
                    .refuses(correct(3, #"{"amount":1}"#), .correction(.isACorrection(Position(3)))),
                    // Its id is free again; voiding the voiding would bring back what it was taken for.
                    .gives(donation, #"donation.received {"amount":50000,"donation":"D1","kind":"money","purpose":"慰问"}"#),
                    .gives(void(3), #"fact.voided {"corrects":3}"#, about: "donation:D1"),
                ],
                after(donation, then: [.refuses(void(3), .correction(.wouldBreak([.entry(4, .idTaken(subject("donation:D1")))])))]),
                after(void(3), then: [.refuses(void(3), .correction(.alreadyVoided(Position(3))))])),
            after(
                correct(2, #"{"amount":60000}"#),
                then: [
                    .refuses(correct(3, #"{"amount":1}"#), .correction(.isACorrection(Position(3)))),
                    .refuses(correct(2, #"{"amount":60000}"#), .correction(.nothingChanges(Position(2)))),
                    // Back to what it first said: a correction like any other, or none any more.
                    .gives(
                        correct(2, #"{"amount":50000}"#),
                        #"fact.corrected {"corrects":2,"data":{"amount":50000,"donation":"D1","kind":"money","purpose":"慰问"},"type":"donation.received","v":2}"#
                    ),
                    .gives(void(3), #"fact.voided {"corrects":3}"#),
                ])))

    private static let session = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#

    /// What depends on an entry is named, each with why it would not be allowed.
    static let brokenByCorrections: [DecisionCase] = all(
        // Members are entries 2 to 5, the session 6, who attended 7 and 8.
        afterJoining(
            session, #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"]}"#,
            then: [
                .refuses(
                    void(6),
                    .correction(.wouldBreak([.entry(7, .unknown(subject("activity:A1"))), .entry(8, .unknown(subject("activity:A1")))]))),
                .refuses(
                    correct(6, #"{"on":"2019-07-01"}"#),
                    .correction(
                        .wouldBreak([
                            .entry(7, away("attendance.checked-in", on: "2019-03-12", from: "2019-07-01")),
                            .entry(8, .member(.notInOffice([id("M2")], on: day("2019-07-01")))),
                        ]))),
                .refuses(
                    correct(6, #"{"invited":["M2"]}"#),
                    .correction(.wouldBreak([.entry(7, .attendance(.notInvited([id("M1")], id("A1"))))]))),
                .refuses(void(2), .correction(.wouldBreak([.entry(7, .member(.notInOffice([id("M1")], on: day("2019-03-12"))))]))),
                .refuses(
                    correct(2, #"{"from":"2019-03-13"}"#),
                    .correction(.wouldBreak([.entry(7, .member(.notInOffice([id("M1")], on: day("2019-03-12"))))]))),
                .gives(
                    correct(2, #"{"from":"2019-03-12"}"#),
                    #"fact.corrected {"corrects":2,"data":{"from":"2019-03-12","member":"M1","name":"甲"},"type":"member.joined","v":1}"#,
                    about: "member:M1"),
                // Whose mark it was is concerned as well.
                .gives(
                    correct(7, #"{"member":"M3"}"#),
                    #"fact.corrected {"corrects":7,"data":{"activity":"A1","member":"M3"},"type":"attendance.checked-in","v":1}"#,
                    about: "activity:A1 member:M1 member:M3"),
                .refuses(
                    correct(7, #"{"member":"M2"}"#),
                    .correction(.wouldBreak([.entry(8, .attendance(.alreadyCheckedIn(id("M2"), id("A1"), at: Position(7))))]))),
            ],
            after(
                #"{"command":"attendance.leave-early","activity":"A1","member":"M1"}"#,
                then: [.refuses(void(7), .correction(.wouldBreak([.entry(9, .attendance(.notPresent(id("M1"), id("A1"))))])))])),
        // Filed as entry 6, accepted as 7: the steps of one life rest on each other.
        afterJoining(
            #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"],"occurred":"2019-05-01"}"#,
            #"{"command":"proposal.accept","proposal":"P1","occurred":"2019-05-02"}"#,
            #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","occurred":"2019-05-03"}"#,
            then: [
                .refuses(void(7), .correction(.wouldBreak([.entry(8, .proposal(.wrongStage(id("P1"), .filed, needs: [.accepted])))]))),
                .refuses(
                    void(6),
                    .correction(.wouldBreak([.entry(7, .unknown(subject("proposal:P1"))), .entry(8, .unknown(subject("proposal:P1")))]))),
                .refuses(
                    correct(2, #"{"until":"2019-04-30"}"#),
                    .correction(.wouldBreak([.entry(6, .member(.notInOffice([id("M1")], on: day("2019-05-01"))))]))),
                .gives(void(8), #"fact.voided {"corrects":8}"#, about: "proposal:P1"),
            ]),
        afterJoining(
            #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"]}"#,
            #"{"command":"proposal.file","proposal":"P2","title":"路灯","kind":"individual","signers":["M1"]}"#,
            #"{"command":"proposal.merge","proposal":"P2","into":"P1"}"#,
            then: [.refuses(void(6), .correction(.wouldBreak([.entry(8, .unknown(subject("proposal:P1")))])))]),
        // A member who goes on for another.
        afterJoining(
            #"{"command":"member.merge","member":"M3","into":"M1","reason":"x"}"#,
            then: [.gives(void(6), #"fact.voided {"corrects":6}"#, about: "member:M1 member:M3")]))

    /// What every command may have beside its fields.
    static let envelopes: [DecisionCase] = after(
        #"{"command":"visit.record","visit":"V1"}"#,
        then: [
            .gives(
                #"{"command":"visit.record","cause":2,"by":"小李","reason":"x","ahead":true,"occurred":"2099-01-01"}"#,
                #"visit.made {"visit":"V2"}"#),
            .refuses(#"{"command":"visit.record","cause":3}"#, .noSuchEntry(Position(3))),
            .cannotRead(#"{"command":"visit.record","cause":0}"#, .field("cause", .invalid(expected: .position))),
            .cannotRead(#"{"command":"visit.record","cause":"2"}"#, .field("cause", .wrongType(expected: .integer))),
            .cannotRead(#"{"command":"visit.record","occurred":"昨天"}"#, .field("occurred", .invalid(expected: .init("written-date")))),
            .cannotRead(
                #"{"command":"visit.record","occurred":20190101}"#, .field("occurred", .wrongType(expected: .init("written-date")))),
            .cannotRead(#"{"command":"visit.record","id":"7"}"#, .field("id", .invalid(expected: .uuid))),
            .cannotRead(#"{"command":"visit.record","reason":" "}"#, .field("reason", .invalid(expected: .someText))),
            .cannotRead(#"{"command":"visit.record","ahead":"yes"}"#, .field("ahead", .wrongType(expected: .boolean))),
            .cannotRead(#"{"command":"visit.record","colour":"red"}"#, .field("colour", .unknown)),
            .cannotRead(#"{"visit":"V3"}"#, .field("command", .missing)),
            .cannotRead(#"{"command":"visit.walk"}"#, .unknownCommand("visit.walk")),
            .cannotRead(#"["visit.record"]"#, .notAnObject),
            .cannotRead(#"{"command":"visit.record""#, .notJSON(JSONError(.unexpectedEnd, offset: 25))),
        ])
}
