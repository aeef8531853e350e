import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

extension DecisionCase {
    static let book: [DecisionCase] = [
        .refuses(#"{"command":"book.open","book":"b2","format":1,"name":"另一本","timeZone":"Asia/Shanghai"}"#, .bookAlreadyOpened),
        .refuses(
            #"{"command":"fact.correct","corrects":1,"set":{"timeZone":"CST"},"reason":"误记"}"#, .notATimeZone("CST")),
    ]

    static let members = afterJoining(
        then: [
            // The book gives the next number.
            .gives(
                #"{"command":"member.join","name":"戊","from":"2019-02-01"}"#,
                #"member.joined {"from":"2019-02-01","member":"M5","name":"戊"}"#,
                about: "member:M5"),
            // A term of one day has a first and a last day; 29 February is a birthday.
            .gives(
                #"{"command":"member.join","member":"7-x","name":"戊","phone":"139","birthday":"02-29","sector":"教育界","groups":["一组"],"roles":["主任"],"from":"2019-02-01","until":"2019-02-01"}"#,
                #"member.joined {"birthday":"02-29","from":"2019-02-01","groups":["一组"],"member":"7-x","name":"戊","phone":"139","roles":["主任"],"sector":"教育界","until":"2019-02-01"}"#
            ),
            .refuses(#"{"command":"member.join","member":"M1","name":"戊","from":"2019-02-01"}"#, .idTaken(subject("member:M1"))),
            .refuses(
                #"{"command":"member.join","name":"戊","from":"2019-02-01","until":"2019-01-31"}"#,
                .endsBeforeItBegins(from: day("2019-02-01"), until: day("2019-01-31"))),
            .cannotRead(#"{"command":"member.join","from":"2019-02-01"}"#, .field("name", .missing)),
            .cannotRead(#"{"command":"member.join","name":"戊"}"#, .field("from", .missing)),
            // A day that there is not is told apart from what is no date.
            .cannotRead(
                #"{"command":"member.join","name":"戊","from":"2019-02-29"}"#,
                .field("from", .invalid(expected: .init("existing-date", ["2019-2-29"])))),
            .cannotRead(#"{"command":"member.join","name":"戊","from":"下周"}"#, .field("from", .invalid(expected: .date))),
            .cannotRead(
                #"{"command":"member.join","name":"戊","from":"2019-02-01","birthday":"02-30"}"#,
                .field("birthday", .invalid(expected: .init("month-and-day")))),
            .cannotRead(
                #"{"command":"member.join","name":"戊","from":"2019-02-01","birthday":"1990-02-28"}"#,
                .field("birthday", .invalid(expected: .init("month-and-day")))),
            .cannotRead(#"{"command":"member.join","name":"戊","from":"2019-02-01","age":7}"#, .field("age", .unknown)),

            .gives(
                #"{"command":"member.change","member":"M1","phone":"139"}"#, #"member.details-changed {"member":"M1","phone":"139"}"#,
                about: "member:M1"),
            .gives(
                #"{"command":"member.change","member":"M1","name":"甲甲","birthday":"12-31"}"#,
                #"member.details-changed {"birthday":"12-31","member":"M1","name":"甲甲"}"#),
            .refuses(#"{"command":"member.change","member":"M9","phone":"139"}"#, .unknown(subject("member:M9"))),
            .cannotRead(#"{"command":"member.change","member":"M1"}"#, .field("name", .missing)),
            .cannotRead(
                #"{"command":"member.change","member":"M1","birthday":"13-01"}"#,
                .field("birthday", .invalid(expected: .init("month-and-day")))),
        ])

    /// The first and the last day in office are days in office.
    static let terms: [DecisionCase] = all(
        afterJoining(
            then: [
                .gives(
                    #"{"command":"member.leave","member":"M2","on":"2019-06-30","why":"调离"}"#,
                    #"member.left {"member":"M2","on":"2019-06-30","why":"调离"}"#, about: "member:M2"),
                .gives(#"{"command":"member.leave","member":"M1","on":"2019-01-01"}"#, #"member.left {"member":"M1","on":"2019-01-01"}"#),
                .refuses(
                    #"{"command":"member.leave","member":"M2","on":"2019-07-01"}"#, .member(.notInOffice([id("M2")], on: day("2019-07-01")))
                ),
                .refuses(
                    #"{"command":"member.leave","member":"M1","on":"2018-12-31"}"#, .member(.notInOffice([id("M1")], on: day("2018-12-31")))
                ),
                .refuses(#"{"command":"member.leave","member":"M9","on":"2019-07-01"}"#, .unknown(subject("member:M9"))),

                .gives(
                    #"{"command":"member.begin-term","member":"M2","from":"2019-07-01"}"#,
                    #"member.term-began {"from":"2019-07-01","member":"M2"}"#,
                    about: "member:M2"),
                .gives(
                    #"{"command":"member.begin-term","member":"M2","from":"2018-01-01","until":"2018-12-31"}"#,
                    #"member.term-began {"from":"2018-01-01","member":"M2","until":"2018-12-31"}"#),
                .refuses(
                    #"{"command":"member.begin-term","member":"M2","from":"2019-06-30"}"#,
                    .member(.termOverlaps(id("M2"), from: day("2019-06-30")))),
                .refuses(
                    #"{"command":"member.begin-term","member":"M2","from":"2018-01-01","until":"2019-01-01"}"#,
                    .member(.termOverlaps(id("M2"), from: day("2018-01-01")))),
                // A term without an end goes on.
                .refuses(
                    #"{"command":"member.begin-term","member":"M1","from":"2099-01-01"}"#,
                    .member(.termOverlaps(id("M1"), from: day("2099-01-01")))),
                .refuses(
                    #"{"command":"member.begin-term","member":"M2","from":"2019-07-01","until":"2019-06-30"}"#,
                    .endsBeforeItBegins(from: day("2019-07-01"), until: day("2019-06-30"))),
                .refuses(#"{"command":"member.begin-term","member":"M9","from":"2019-07-01"}"#, .unknown(subject("member:M9"))),
            ]),
        afterJoining(
            #"{"command":"member.leave","member":"M1","on":"2019-03-31"}"#,
            then: [
                .refuses(
                    #"{"command":"member.leave","member":"M1","on":"2019-04-01"}"#, .member(.notInOffice([id("M1")], on: day("2019-04-01")))
                ),
                .refuses(
                    #"{"command":"member.begin-term","member":"M1","from":"2019-03-31"}"#,
                    .member(.termOverlaps(id("M1"), from: day("2019-03-31")))),
                .gives(
                    #"{"command":"member.begin-term","member":"M1","from":"2019-04-01"}"#,
                    #"member.term-began {"from":"2019-04-01","member":"M1"}"#),
            ]),
        // What was done in office needs the day on which it was done.
        afterJoining(
            #"{"command":"suggestion.submit","suggestion":"S1","title":"路灯","kind":"suggestion","members":["M1"],"occurred":"2019-05-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"],"occurred":"2019-05-02"}"#,
            then: [
                .gives(#"{"command":"member.leave","member":"M1","on":"2019-05-02"}"#, #"member.left {"member":"M1","on":"2019-05-02"}"#),
                .refuses(
                    #"{"command":"member.leave","member":"M1","on":"2019-05-01"}"#,
                    .correction(.wouldBreak([.entry(7, .member(.notInOffice([id("M1")], on: day("2019-05-02"))))]))),
                .refuses(
                    #"{"command":"member.leave","member":"M1","on":"2019-04-30"}"#,
                    .correction(
                        .wouldBreak([
                            .entry(7, .member(.notInOffice([id("M1")], on: day("2019-05-02")))),
                            .entry(6, .member(.notInOffice([id("M1")], on: day("2019-05-01")))),
                        ]))),
            ]))

    static let affiliations: [DecisionCase] = all(
        afterJoining(
            then: [
                .gives(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-03-01","until":"2019-03-01"}"#,
                    #"member.assigned {"from":"2019-03-01","member":"M1","to":{"kind":"role","name":"主任"},"until":"2019-03-01"}"#,
                    about: "member:M1"),
                .gives(
                    #"{"command":"member.assign","member":"M2","to":{"kind":"place","name":"东村"},"from":"2019-06-30"}"#,
                    #"member.assigned {"from":"2019-06-30","member":"M2","to":{"kind":"place","name":"东村"}}"#),
                .refuses(
                    #"{"command":"member.assign","member":"M2","to":{"kind":"role","name":"主任"},"from":"2019-07-01"}"#,
                    .member(.notInOffice([id("M2")], on: day("2019-07-01")))),
                .refuses(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-03-02","until":"2019-03-01"}"#,
                    .endsBeforeItBegins(from: day("2019-03-02"), until: day("2019-03-01"))),
                .refuses(
                    #"{"command":"member.assign","member":"M9","to":{"kind":"role","name":"主任"},"from":"2019-03-01"}"#,
                    .unknown(subject("member:M9"))),
                .refuses(
                    #"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-03-01"}"#,
                    .member(.notAssigned(id("M1"), "主任"))),
                .cannotRead(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"party","name":"主任"},"from":"2019-03-01"}"#,
                    .field("kind", .invalid(expected: .oneOf(["sector", "group", "role", "place"])))),
            ]),
        afterJoining(
            #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-03-01","until":"2019-05-31"}"#,
            then: [
                .refuses(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-05-31"}"#,
                    .member(.alreadyAssigned(id("M1"), "主任"))),
                .gives(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-06-01"}"#,
                    #"member.assigned {"from":"2019-06-01","member":"M1","to":{"kind":"role","name":"主任"}}"#),
                // A group of that name is another thing.
                .gives(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"group","name":"主任"},"from":"2019-03-01"}"#,
                    #"member.assigned {"from":"2019-03-01","member":"M1","to":{"kind":"group","name":"主任"}}"#),
                .gives(
                    #"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-03-01"}"#,
                    #"member.released {"member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-03-01"}"#, about: "member:M1"),
                .refuses(
                    #"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-02-28"}"#,
                    .member(.notAssigned(id("M1"), "主任"))),
                .refuses(
                    #"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-06-01"}"#,
                    .member(.notAssigned(id("M1"), "主任"))),
                .refuses(
                    #"{"command":"member.release","member":"M1","of":{"kind":"group","name":"主任"},"on":"2019-03-01"}"#,
                    .member(.notAssigned(id("M1"), "主任"))),
            ]),
        // What was to begin after the last day in office does not begin, until somebody says so again.
        afterJoining(
            #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-06-15"}"#,
            #"{"command":"member.leave","member":"M1","on":"2019-06-14"}"#, #"{"command":"member.begin-term","member":"M1","from":"2019-07-01"}"#,
            then: [
                .refuses(
                    #"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-07-01"}"#,
                    .member(.notAssigned(id("M1"), "主任"))),
                .gives(
                    #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-07-01"}"#,
                    #"member.assigned {"from":"2019-07-01","member":"M1","to":{"kind":"role","name":"主任"}}"#),
            ]),
        afterJoining(
            #"{"command":"member.assign","member":"M1","to":{"kind":"role","name":"主任"},"from":"2019-06-15"}"#,
            #"{"command":"member.leave","member":"M1","on":"2019-06-15"}"#,
            then: [
                .gives(
                    #"{"command":"member.release","member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-06-15"}"#,
                    #"member.released {"member":"M1","of":{"kind":"role","name":"主任"},"on":"2019-06-15"}"#)
            ]),
        // What a member joins with is held from the first day, and ends with the term.
        after(
            #"{"command":"member.join","member":"M1","name":"甲","groups":["一组"],"from":"2019-01-01"}"#,
            #"{"command":"member.leave","member":"M1","on":"2019-03-31"}"#,
            then: [
                .gives(
                    #"{"command":"member.release","member":"M1","of":{"kind":"group","name":"一组"},"on":"2019-03-31"}"#,
                    #"member.released {"member":"M1","of":{"kind":"group","name":"一组"},"on":"2019-03-31"}"#),
                .refuses(
                    #"{"command":"member.release","member":"M1","of":{"kind":"group","name":"一组"},"on":"2019-04-01"}"#,
                    .member(.notAssigned(id("M1"), "一组"))),
            ]))

    static let duplicates: [DecisionCase] = all(
        afterJoining(
            then: [
                .gives(
                    #"{"command":"member.merge","member":"M3","into":"M1","reason":"同一人"}"#, #"member.merged {"into":"M1","member":"M3"}"#,
                    about: "member:M1 member:M3"),
                .refuses(#"{"command":"member.merge","member":"M3","into":"M1"}"#, .reasonMissing),
                .refuses(#"{"command":"member.merge","member":"M1","into":"M1","reason":"x"}"#, .refersToItself(subject("member:M1"))),
                .refuses(#"{"command":"member.merge","member":"M1","into":"M9","reason":"x"}"#, .unknown(subject("member:M9"))),
                .refuses(#"{"command":"member.merge","member":"M9","into":"M1","reason":"x"}"#, .unknown(subject("member:M9"))),
            ]),
        afterJoining(
            #"{"command":"member.merge","member":"M3","into":"M1","reason":"同一人"}"#,
            then: [
                // No chains, in either direction; a second duplicate is none.
                .gives(
                    #"{"command":"member.merge","member":"M4","into":"M1","reason":"x"}"#, #"member.merged {"into":"M1","member":"M4"}"#),
                .refuses(#"{"command":"member.merge","member":"M3","into":"M4","reason":"x"}"#, .member(.merged(id("M3"), into: id("M1")))),
                .refuses(#"{"command":"member.merge","member":"M4","into":"M3","reason":"x"}"#, .member(.merged(id("M3"), into: id("M1")))),
                .refuses(
                    #"{"command":"member.merge","member":"M1","into":"M4","reason":"x"}"#, .member(.hasDuplicates(id("M1"), [id("M3")]))),
                // Nothing new is recorded of a duplicate.
                .refuses(#"{"command":"member.change","member":"M3","phone":"139"}"#, .member(.merged(id("M3"), into: id("M1")))),
                .refuses(#"{"command":"visit.record","members":["M1","M3"]}"#, .member(.merged(id("M3"), into: id("M1")))),
                .gives(#"{"command":"visit.record","members":["M1"]}"#, #"visit.made {"members":["M1"],"visit":"V1"}"#),
            ]))
}
