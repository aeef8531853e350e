import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The plan is entry 6, the appeals 7 (of M1, about one target), 8 (of M1, about the whole) and 9 (of M2).
extension DecisionCase {
    private static func file(_ appeal: String, _ member: String, target: String? = nil) -> String {
        let target = target.map { #","target":"\#($0)""# } ?? ""
        return #"{"command":"appeal.file","appeal":"\#(appeal)","member":"\#(member)","plan":"P6"\#(target),"why":"漏记"}"#
    }

    private static func answer(_ appeal: String, _ outcome: String) -> String {
        #"{"command":"appeal.answer","appeal":"\#(appeal)","outcome":"\#(outcome)","answer":"签到表上有"}"#
    }

    private static func award(_ appeal: String, member: String = "M1", target: String = "10") -> String {
        #"{"command":"points.award","plan":"P6","target":"\#(target)","points":100,"member":"\#(member)","appeal":"\#(appeal)","reason":"x"}"#
    }

    private static func awardGroup(_ appeal: String) -> String {
        #"{"command":"points.award","plan":"P6","target":"10","points":100,"group":"一组","appeal":"\#(appeal)","reason":"x"}"#
    }

    private static let filed = [
        #"{"command":"plan.adopt","plan":"P6","title":"计划","year":2019,"text":"plan: P6"}"#,
        file("O1", "M1", target: "10"), file("O2", "M1"), file("O3", "M2"),
    ]

    static let appeals: [DecisionCase] = all(
        afterJoining(
            filed[0], filed[1], filed[2], filed[3],
            then: [
                .gives(
                    #"{"command":"appeal.file","member":"M1","plan":"P6","why":"漏记"}"#,
                    #"appeal.filed {"appeal":"O4","member":"M1","plan":"P6","why":"漏记"}"#, about: "appeal:O4 member:M1 plan:P6"),
                .refuses(file("O1", "M1"), .idTaken(subject("appeal:O1"))),
                .refuses(file("O4", "M9"), .unknown(subject("member:M9"))),
                .refuses(
                    #"{"command":"appeal.file","member":"M1","plan":"P9","why":"漏记"}"#, .unknown(subject("plan:P9"))),
                .cannotRead(#"{"command":"appeal.file","member":"M1","plan":"P6"}"#, .field("why", .missing)),
                .gives(
                    answer("O1", "partly-upheld"),
                    #"appeal.answered {"answer":"签到表上有","appeal":"O1","outcome":"partly-upheld"}"#, about: "appeal:O1"),
                .refuses(answer("O9", "upheld"), .unknown(subject("appeal:O9"))),
                .gives(#"{"command":"appeal.withdraw","appeal":"O1"}"#, #"appeal.withdrawn {"appeal":"O1"}"#, about: "appeal:O1"),
                // Nothing was found yet.
                .refuses(award("O1"), .appeal(.notUpheld(id("O1")))),
                .refuses(award("O9"), .unknown(subject("appeal:O9"))),
            ]),
        afterJoining(
            filed[0], filed[1], filed[2], filed[3], answer("O1", "upheld"), answer("O2", "dismissed"), answer("O3", "partly-upheld"),
            then: [
                .gives(
                    award("O1"),
                    #"points.awarded {"appeal":"O1","award":"G1","member":"M1","plan":"P6","points":100,"target":"10"}"#,
                    about: "appeal:O1 award:G1 member:M1 plan:P6"),
                .refuses(award("O1", target: "9"), .appeal(.ofSomethingElse(id("O1")))),
                .refuses(award("O1", member: "M2"), .appeal(.ofSomethingElse(id("O1")))),
                .refuses(award("O2"), .appeal(.notUpheld(id("O2")))),
                .gives(
                    award("O3", member: "M2", target: "9"),
                    #"points.awarded {"appeal":"O3","award":"G1","member":"M2","plan":"P6","points":100,"target":"9"}"#),
                .refuses(answer("O1", "dismissed"), .appeal(.alreadyAnswered(id("O1")))),
                .refuses(#"{"command":"appeal.withdraw","appeal":"O1"}"#, .appeal(.alreadyAnswered(id("O1")))),
            ]),
        // M1 was of 一组 for a while, M2 never.
        afterJoining(
            filed[0], filed[1], filed[2], filed[3], answer("O1", "upheld"), answer("O3", "upheld"),
            #"{"command":"member.assign","member":"M1","to":{"kind":"group","name":"一组"},"from":"2019-02-01","until":"2019-02-28"}"#,
            then: [
                .gives(
                    awardGroup("O1"), #"points.awarded {"appeal":"O1","award":"G1","group":"一组","plan":"P6","points":100,"target":"10"}"#,
                    about: "appeal:O1 award:G1 plan:P6"),
                .refuses(awardGroup("O3"), .appeal(.ofSomethingElse(id("O3")))),
            ]),
        afterJoining(
            filed[0], filed[1], #"{"command":"appeal.withdraw","appeal":"O1"}"#,
            then: [.refuses(answer("O1", "upheld"), .appeal(.alreadyWithdrawn(id("O1"))))]),
        // Points rest on the answer: it is entry 8, the award 9.
        afterJoining(
            filed[0], filed[1], answer("O1", "upheld"), award("O1"),
            then: [
                .refuses(
                    #"{"command":"fact.void","corrects":8,"reason":"x"}"#,
                    .correction(.wouldBreak([.entry(9, .appeal(.notUpheld(id("O1"))))])))
            ])
    )
}
