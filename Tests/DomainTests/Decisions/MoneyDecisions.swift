import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Money is in fen.
extension DecisionCase {
    static let donations: [DecisionCase] = afterJoining(
        #"{"command":"donation.receive","donation":"D1","kind":"money","amount":1}"#,
        then: [
            .gives(
                #"{"command":"donation.receive","kind":"money","amount":50000,"member":"M1","purpose":"慰问","beneficiary":"老王","handler":"小李","receipt":"0012","consent":false}"#,
                #"donation.received {"amount":50000,"beneficiary":"老王","consent":false,"donation":"D2","handler":"小李","kind":"money","member":"M1","purpose":"慰问","receipt":"0012"}"#,
                about: "donation:D2 member:M1"),
            // With neither member nor donor, it was given anonymously.
            .gives(
                #"{"command":"donation.receive","kind":"goods","goods":"大米","value":9000}"#,
                #"donation.received {"donation":"D2","goods":"大米","kind":"goods","value":9000}"#, about: "donation:D2"),
            .gives(
                #"{"command":"donation.receive","kind":"brought-in","amount":1,"donor":"某企业"}"#,
                #"donation.received {"amount":1,"donation":"D2","donor":"某企业","kind":"brought-in"}"#),
            .gives(
                #"{"command":"donation.receive","kind":"money","amount":100000000000000}"#,
                #"donation.received {"amount":100000000000000,"donation":"D2","kind":"money"}"#),
            .cannotRead(
                #"{"command":"donation.receive","kind":"money","amount":100000000000001}"#,
                .field("amount", .invalid(expected: .init("fen-max", ["100000000000000"])))),
            .cannotRead(
                #"{"command":"donation.receive","kind":"money","amount":0}"#, .field("amount", .invalid(expected: .wholeNumber(from: 1)))),
            .refuses(#"{"command":"donation.receive","kind":"money","goods":"大米"}"#, .donation(.incomplete(id("D2"), field: "amount"))),
            .refuses(#"{"command":"donation.receive","kind":"brought-in"}"#, .donation(.incomplete(id("D2"), field: "amount"))),
            .refuses(
                #"{"command":"donation.receive","kind":"goods","amount":1,"value":1}"#, .donation(.incomplete(id("D2"), field: "goods"))),
            .refuses(
                #"{"command":"donation.receive","kind":"money","amount":1,"member":"M1","donor":"某企业"}"#, .donation(.twoDonors(id("D2")))),
            .refuses(#"{"command":"donation.receive","kind":"money","amount":1,"member":"M9"}"#, .unknown(subject("member:M9"))),
            .refuses(#"{"command":"donation.receive","donation":"D1","kind":"money","amount":1}"#, .idTaken(subject("donation:D1"))),
        ])

    private static func spend(_ fen: Int, _ more: String = "") -> String {
        #"{"command":"fund.spend","purpose":"送戏","amount":\#(fen)\#(more)}"#
    }

    /// 1,050 yuan came in: goods cannot be spent, and what was given for another purpose is not.
    static let funds: [DecisionCase] = all(
        after(
            #"{"command":"donation.receive","donation":"D1","kind":"brought-in","amount":100000,"purpose":"送戏"}"#,
            #"{"command":"donation.receive","donation":"D2","kind":"money","amount":5000,"purpose":"送戏"}"#,
            #"{"command":"donation.receive","donation":"D3","kind":"goods","goods":"米","value":9000,"purpose":"送戏"}"#,
            #"{"command":"donation.receive","donation":"D4","kind":"money","amount":70000,"purpose":"慰问"}"#,
            then: [
                .gives(spend(105_000), #"fund.spent {"amount":105000,"expense":"E1","purpose":"送戏"}"#, about: "expense:E1"),
                .refuses(spend(105_001), .fund(.overspent("送戏", left: 105_000, expense: id("E1")))),
                .gives(
                    spend(105_001, #","overdraws":true,"payee":"剧团","receipt":"7""#),
                    #"fund.spent {"amount":105001,"expense":"E1","overdraws":true,"payee":"剧团","purpose":"送戏","receipt":"7"}"#),
                .refuses(spend(105_001, #","overdraws":false"#), .fund(.overspent("送戏", left: 105_000, expense: id("E1")))),
                .refuses(
                    #"{"command":"fund.spend","purpose":"没有的","amount":1}"#, .fund(.overspent("没有的", left: 0, expense: id("E1")))),
                .refuses(spend(1, #","activity":"A9""#), .unknown(subject("activity:A9"))),
                .cannotRead(spend(0), .field("amount", .invalid(expected: .wholeNumber(from: 1)))),
                .cannotRead(#"{"command":"fund.spend","amount":1}"#, .field("purpose", .missing)),
            ],
            after(
                spend(100_000),
                then: [
                    .gives(spend(5_000), #"fund.spent {"amount":5000,"expense":"E2","purpose":"送戏"}"#),
                    .refuses(spend(5_001), .fund(.overspent("送戏", left: 5_000, expense: id("E2")))),
                    .refuses(spend(1, #","expense":"E1""#), .idTaken(subject("expense:E1"))),
                    // Without the large sum there would be less than was spent; without the small one there is just enough.
                    .refuses(
                        #"{"command":"fact.void","corrects":2,"reason":"x"}"#,
                        .correction(.wouldBreak([.entry(6, .fund(.overspent("送戏", left: 5_000, expense: id("E1"))))]))),
                    .gives(#"{"command":"fact.void","corrects":3,"reason":"x"}"#, #"fact.voided {"corrects":3}"#, about: "donation:D2"),
                    .refuses(
                        #"{"command":"fact.correct","corrects":2,"set":{"amount":94999},"reason":"x"}"#,
                        .correction(.wouldBreak([.entry(6, .fund(.overspent("送戏", left: 99_999, expense: id("E1"))))]))),
                ]),
            after(
                spend(105_002, #","overdraws":true"#),
                then: [.refuses(spend(1), .fund(.overspent("送戏", left: -2, expense: id("E2"))))])),
        after(
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
            then: [
                .gives(
                    spend(1, #","activity":"A1","overdraws":true"#),
                    #"fund.spent {"activity":"A1","amount":1,"expense":"E1","overdraws":true,"purpose":"送戏"}"#,
                    about: "activity:A1 expense:E1")
            ]))
}
