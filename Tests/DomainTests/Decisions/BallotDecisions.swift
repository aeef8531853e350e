import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The meeting A1 is entry 6, the rules 7. The ballots: B1 (entry 8) elects two of M1, M3 and 王五; B2 (9) is a vote by hand, B3 (10)
/// one by name, B4 (11) an appraisal of two offices. M2 is not in office on the day.
extension DecisionCase {
    private static let ballotRules = #"""
        {"command":"ballot-rules.adopt","rules":"R1","title":"选举办法","items":[
        {"kind":"election","begin":{"atLeast":"2/3","of":"all"},"pass":{"moreThan":"1/2","of":"all"}},
        {"kind":"decision","begin":{"atLeast":"2/3","of":"all"},"pass":{"moreThan":"1/2","of":"all"}},
        {"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"},{"grade":"不了解","is":"unexpressed"}]}]}
        """#
    private static let meeting =
        #"{"command":"activity.schedule","activity":"A1","kind":"congress","title":"大会","on":"2019-09-01/2019-09-02"}"#

    private static func call(_ ballot: String, _ fields: String) -> String {
        #"{"command":"ballot.call","ballot":"\#(ballot)","activity":"A1",\#(fields)}"#
    }

    private static func count(_ ballot: String, _ fields: String, on day: String = "2019-09-01") -> String {
        #"{"command":"ballot.count","ballot":"\#(ballot)","occurred":"\#(day)",\#(fields)}"#
    }

    private static func votes(_ counts: String...) -> String { #""votes":[\#(counts.joined(separator: ","))]"# }

    private static func option(_ number: Int, _ votes: Int, _ answer: String = "for") -> String {
        #"{"of":\#(number),"answer":"\#(answer)","votes":\#(votes)}"#
    }

    private static func hands(_ votes: Int, _ answer: String = "for") -> String { #"{"answer":"\#(answer)","votes":\#(votes)}"# }

    private static func added(_ name: String, _ votes: Int, _ answer: String = "for") -> String {
        #"{"name":"\#(name)","answer":"\#(answer)","votes":\#(votes)}"#
    }

    private static let election = call(
        "B1", #""kind":"election","method":"secret","title":"选举主席团成员","seats":2,"options":[{"member":"M1"},{"member":"M3"},{"name":"王五"}]"#)
    private static let byHand = call("B2", #""kind":"decision","method":"hands","title":"关于预算的决议""#)
    private static let byName = call("B3", #""kind":"decision","method":"by-name","title":"关于计划的决议""#)
    private static let appraisal = call(
        "B4", #""kind":"appraisal","method":"secret","title":"评议","options":[{"name":"财政所"},{"name":"派出所"}]"#)
    private static let fourBallots = [meeting, ballotRules, election, byHand, byName, appraisal]

    /// A count of B1 with three present.
    private static let whole = #""eligible":3,"present":3,"issued":3,"returned":3"#

    static let ballots: [DecisionCase] = all(
        after(people, [calling]),
        after(people + fourBallots, [counting, figures, byNames]),
        after(people + fourBallots + [count("B1", whole + "," + votes(option(1, 3), option(2, 1), option(3, 1)))], [again]),
        after(people + fourBallots + [count("B1", whole + "," + votes(option(1, 3), option(2, 1), option(3, 0)))], [filled]))

    private static let calling: [DecisionCase] = all(
        [
            .refuses(#"{"command":"ballot.call","activity":"A1","kind":"decision","method":"hands","title":"x"}"#, .unknown(subject("activity:A1")))
        ],
        after(
            [meeting],
            [
                [
                    .refuses(byHand, .ballot(.noRule(.decision))),
                    .gives(
                        ballotRules,
                        #"""
                        ballot-rules.adopted {"rules":"R1","title":"选举办法","items":[
                        {"kind":"election","begin":{"atLeast":"2/3","of":"all"},"pass":{"moreThan":"1/2","of":"all"}},
                        {"kind":"decision","begin":{"atLeast":"2/3","of":"all"},"pass":{"moreThan":"1/2","of":"all"}},
                        {"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"},{"grade":"不了解","is":"unexpressed"}]}]}
                        """#, about: "ballot-rules:R1"),
                    .cannotRead(
                        #"{"command":"ballot-rules.adopt","rules":"R1","title":"x","items":[{"kind":"decision","pass":{"moreThan":"3/2","of":"all"}}]}"#,
                        .field("all", .invalid(expected: Expectation("vote-share")))),
                    .cannotRead(
                        #"{"command":"ballot-rules.adopt","rules":"R1","title":"x","items":[{"kind":"appraisal","rate":"expressed"}]}"#,
                        .field("items", .invalid(expected: Expectation("appraisal-rule")))),
                    .cannotRead(
                        #"{"command":"ballot-rules.adopt","rules":"R1","title":"x","items":[{"kind":"decision"},{"kind":"decision"}]}"#,
                        .field("items", .invalid(expected: Expectation("rule-of-kind-once")))),
                ]
            ]),
        after(
            [meeting, ballotRules],
            [
                [
                    .refuses(ballotRules.replacing("选举办法", with: "另一办法"), .idTaken(subject("ballot-rules:R1"))),
                    .gives(
                        #"{"command":"ballot.call","activity":"A1","kind":"election","method":"secret","title":"选举","seats":1,"options":[{"member":"M1"}]}"#,
                        #"ballot.called {"activity":"A1","ballot":"B1","kind":"election","method":"secret","options":[{"member":"M1"}],"seats":1,"title":"选举"}"#,
                        about: "activity:A1 ballot:B1"),
                    .refuses(call("B1", #""kind":"decision","method":"hands","title":"x","rules":"R9""#), .unknown(subject("ballot-rules:R9"))),
                    .refuses(call("B1", #""kind":"decision","method":"hands","title":"x","rule":"two-thirds""#), .ballot(.noRule(.decision))),
                    .refuses(
                        call("B1", #""kind":"election","method":"secret","title":"x","seats":1,"options":[{"member":"M9"}]"#),
                        .unknown(subject("member:M9"))),
                    .refuses(
                        call("B1", #""kind":"appraisal","method":"secret","title":"x","options":[{"what":"work:W9"}]"#), .unknown(subject("work:W9"))),
                    .refuses(call("B1", #""kind":"decision","method":"hands","title":"x","follows":"B9""#), .unknown(subject("ballot:B9"))),
                    .cannotRead(
                        call("B1", #""kind":"election","method":"secret","title":"x","options":[{"member":"M1"}]"#), .field("seats", .missing)),
                    .cannotRead(call("B1", #""kind":"election","method":"secret","title":"x","seats":1"#), .field("options", .missing)),
                    .cannotRead(call("B1", #""kind":"appraisal","method":"secret","title":"x""#), .field("options", .missing)),
                    .cannotRead(
                        call("B1", #""kind":"decision","method":"hands","title":"x","options":[{"name":"甲"}]"#),
                        .field("options", .invalid(expected: Expectation("none-for-decision")))),
                    .cannotRead(
                        call("B1", #""kind":"decision","method":"hands","title":"x","seats":2"#),
                        .field("seats", .invalid(expected: Expectation("only-for-election")))),
                    .cannotRead(
                        call("B1", #""kind":"election","method":"by-name","title":"x","seats":1,"options":[{"name":"甲"}]"#),
                        .field("method", .invalid(expected: Expectation("by-name-only-for-decision")))),
                    .cannotRead(
                        call("B1", #""kind":"appraisal","method":"hands","title":"x","options":[{"name":"甲"}]"#),
                        .field("method", .invalid(expected: Expectation("secret-for-appraisal")))),
                    .cannotRead(
                        call("B1", #""kind":"appraisal","method":"secret","title":"x","options":[{"name":"甲"},{"name":"甲"}]"#),
                        .field("options", .invalid(expected: Expectation("each-once")))),
                    .cannotRead(
                        call("B1", #""kind":"appraisal","method":"secret","title":"x","options":[{"name":"甲","member":"M1"}]"#),
                        .field("options", .invalid(expected: Expectation("member-name-or-record")))),
                ]
            ]),
        after(
            [meeting, ballotRules, #"{"command":"activity.cancel","activity":"A1","reason":"x"}"#], [[.refuses(byHand, .activity(.cancelled(id("A1"))))]]))

    private static let counting: [DecisionCase] = [
        .refuses(call("B1", #""kind":"decision","method":"hands","title":"x""#), .idTaken(subject("ballot:B1"))),
        .refuses(count("B9", whole), .unknown(subject("ballot:B9"))),
        // Three of the four are in office on the day.
        .gives(
            count("B1", #""present":3,"issued":3,"returned":3,"supervisors":["M4"],"# + votes(option(1, 3), option(2, 2), option(3, 1))),
            #"ballot.counted {"ballot":"B1","eligible":3,"issued":3,"present":3,"returned":3,"supervisors":["M4"],"votes":[{"answer":"for","of":1,"votes":3},{"answer":"for","of":2,"votes":2},{"answer":"for","of":3,"votes":1}]}"#,
            about: "ballot:B1 member:M4"),
        .gives(
            count("B2", #""eligible":3,"present":2,"# + votes(hands(2))),
            #"ballot.counted {"ballot":"B2","eligible":3,"present":2,"votes":[{"answer":"for","votes":2}]}"#),
        // Two thirds of three are two.
        .refuses(count("B2", #""eligible":3,"present":1,"# + votes(hands(1))), .ballot(.noQuorum(present: 1, needed: 2))),
        .refuses(count("B1", #""supervisors":["M1"],"# + whole + "," + votes(option(1, 1), option(2, 1), option(3, 1))), .ballot(.candidateCounts([id("M1")]))),
        .refuses(
            count("B1", #""supervisors":["M4"],"tellers":["M4"],"# + whole + "," + votes(option(1, 1), option(2, 1), option(3, 1))),
            .namedTwice([id("M4")])),
        .refuses(
            count("B1", #""tellers":["M9"],"# + whole + "," + votes(option(1, 1), option(2, 1), option(3, 1))), .unknown(subject("member:M9"))),
        .refuses(
            count("B1", whole + "," + votes(option(1, 1), option(2, 1), option(3, 1)), on: "2019-08-31"),
            .time(.awayFromActivity(id("A1"), step: "ballot.counted", on: day("2019-08-31"), from: day("2019-09-01"), until: day("2019-09-02")))),
        .refuses(call("B5", #""kind":"election","method":"secret","title":"x","seats":1,"options":[{"name":"甲"}],"follows":"B1""#), .ballot(.notCounted(id("B1")))),
    ]

    private static let figures: [DecisionCase] = [
        .refuses(count("B1", #""eligible":2,"present":3,"issued":3,"returned":3"#), .ballot(.exceeds("present", 3, "eligible", 2))),
        .refuses(count("B1", #""eligible":3,"present":2,"issued":3,"returned":3"#), .ballot(.exceeds("issued", 3, "present", 2))),
        .refuses(count("B1", whole + #","invalid":4"#), .ballot(.exceeds("invalid", 4, "returned", 3))),
        .refuses(count("B1", #""eligible":3,"present":3,"returned":3"#), .ballot(.figureMissing("issued"))),
        .refuses(count("B1", whole), .ballot(.figureMissing("votes"))),
        .refuses(count("B2", whole + "," + votes(hands(1))), .ballot(.figureNotMeant("issued"))),
        .refuses(count("B1", whole + "," + votes(option(1, 1), option(2, 1))), .ballot(.votesMissing(option: 3))),
        .refuses(count("B1", whole + "," + votes(hands(1))), .ballot(.votesMissing(option: nil))),
        .refuses(count("B2", #""eligible":3,"present":3,"# + votes(hands(1, "against"))), .ballot(.votesMissing(option: nil))),
        .refuses(count("B1", whole + "," + votes(option(4, 1))), .ballot(.noSuchOption(4, of: 3))),
        .refuses(count("B2", #""eligible":3,"present":3,"# + votes(option(1, 1))), .ballot(.noSuchOption(1, of: 0))),
        .refuses(count("B1", whole + "," + votes(option(1, 1, "满意"))), .ballot(.noSuchAnswer(word("满意"), of: ["for", "against", "abstain"]))),
        .refuses(count("B4", whole + "," + votes(option(1, 1))), .ballot(.noSuchAnswer(word("for"), of: ["满意", "不满意", "不了解"]))),
        // Three papers: two for, two against is one too many; with all three answers it has to be three.
        .refuses(
            count("B1", whole + "," + votes(option(1, 2), option(1, 2, "against"), option(2, 0), option(3, 0))),
            .ballot(.sumDiffers(option: 1, sum: 4, papers: 3))),
        .refuses(
            count("B1", whole + "," + votes(option(1, 1), option(1, 1, "against"), option(1, 0, "abstain"), option(2, 0), option(3, 0))),
            .ballot(.sumDiffers(option: 1, sum: 2, papers: 3))),
        .refuses(count("B2", #""eligible":3,"present":2,"# + votes(hands(2), hands(1, "against"))), .ballot(.sumDiffers(option: nil, sum: 3, papers: 2))),
        // Papers that nobody marked are no votes.
        .refuses(count("B4", whole + "," + votes(option(1, 3, "满意"), option(1, 1, "不了解"), option(2, 1, "满意"))), .ballot(.sumDiffers(option: 1, sum: 4, papers: 3))),
        .refuses(count("B4", whole + "," + votes(option(1, 3, "满意"))), .ballot(.votesMissing(option: 2))),
        // Two papers are valid, so four votes at most; nobody has more than two.
        .refuses(
            count("B1", whole + #","invalid":1,"# + votes(option(1, 2), option(2, 2), option(3, 0), added("赵六", 1))),
            .ballot(.tooManyVotes(votes: 5, atMost: 4))),
        .refuses(
            count("B1", whole + "," + votes(option(1, 1), option(2, 0), option(3, 0), added("赵六", 4))), .ballot(.tooManyVotes(votes: 4, atMost: 3))),
        .refuses(count("B1", whole + "," + votes(option(1, 1), option(2, 0), option(3, 0), added("王五", 1))), .ballot(.nameNotMeant("王五"))),
        .refuses(count("B1", whole + "," + votes(option(1, 1), option(2, 0), option(3, 0), added("赵六", 1, "against"))), .ballot(.nameNotMeant("赵六"))),
        .refuses(count("B2", #""eligible":3,"present":3,"# + votes(hands(1), added("赵六", 1))), .ballot(.nameNotMeant("赵六"))),
        .cannotRead(
            count("B1", whole + #","votes":[{"of":1,"name":"甲","answer":"for","votes":1}]"#),
            .field("votes", .invalid(expected: Expectation("number-or-name")))),
        .cannotRead(count("B1", whole + "," + votes(option(1, 1), option(1, 2))), .field("votes", .invalid(expected: Expectation("each-once")))),
        // Void: whatever was counted.
        .gives(
            count("B1", #""eligible":3,"present":3,"issued":3,"returned":4,"# + votes(option(1, 4))),
            #"ballot.counted {"ballot":"B1","eligible":3,"issued":3,"present":3,"returned":4,"votes":[{"answer":"for","of":1,"votes":4}]}"#),
    ]

    private static let byNames: [DecisionCase] = all(
        [
            .gives(
                #"{"command":"ballot.vote","ballot":"B3","member":"M1","answer":"for","occurred":"2019-09-01"}"#,
                #"ballot.voted {"answer":"for","ballot":"B3","member":"M1"}"#, about: "ballot:B3 member:M1"),
            .refuses(
                #"{"command":"ballot.vote","ballot":"B2","member":"M1","answer":"for","occurred":"2019-09-01"}"#, .ballot(.notByName(id("B2")))),
            .refuses(
                #"{"command":"ballot.vote","ballot":"B3","member":"M2","answer":"for","occurred":"2019-09-01"}"#,
                .ballot(.mayNotVote(id("M2"), id("B3")))),
            .refuses(
                #"{"command":"ballot.vote","ballot":"B3","member":"M9","answer":"for","occurred":"2019-09-01"}"#, .unknown(subject("member:M9"))),
            .refuses(count("B3", #""eligible":3,"present":3,"# + votes(hands(3))), .ballot(.figureNotMeant("votes"))),
        ],
        after(
            [
                #"{"command":"ballot.vote","ballot":"B3","members":["M1","M3","M4"],"answer":"for","occurred":"2019-09-01"}"#
            ],
            [
                [
                    .refuses(
                        #"{"command":"ballot.vote","ballot":"B3","member":"M1","answer":"against","occurred":"2019-09-01"}"#,
                        .ballot(.alreadyVoted(id("M1"), id("B3")))),
                    .gives(count("B3", #""eligible":3,"present":3"#), #"ballot.counted {"ballot":"B3","eligible":3,"present":3}"#),
                    .refuses(count("B3", #""eligible":3,"present":2"#), .ballot(.exceeds("votes", 3, "present", 2))),
                ]
            ]))

    /// M1 has all three, M3 and 王五 one each: not enough for the second seat.
    private static let again: [DecisionCase] = [
        .refuses(count("B1", whole + "," + votes(option(1, 3), option(2, 1), option(3, 1))), .ballot(.alreadyCounted(id("B1")))),
        .gives(
            call("B5", #""kind":"election","method":"secret","title":"x","seats":1,"options":[{"member":"M3"},{"name":"赵六"}],"follows":"B1""#),
            #"ballot.called {"activity":"A1","ballot":"B5","follows":"B1","kind":"election","method":"secret","options":[{"member":"M3"},{"name":"赵六"}],"seats":1,"title":"x"}"#,
            about: "activity:A1 ballot:B1 ballot:B5"),
        .refuses(
            call("B5", #""kind":"election","method":"secret","title":"x","seats":2,"options":[{"member":"M3"}],"follows":"B1""#),
            .ballot(.moreSeatsThanOpen(id("B1"), seats: 2, open: 1))),
        .refuses(call("B5", #""kind":"decision","method":"hands","title":"x","follows":"B1""#), .ballot(.ofAnotherKind(id("B1")))),
    ] + after(
        [call("B5", #""kind":"election","method":"secret","title":"x","seats":1,"options":[{"member":"M3"},{"name":"赵六"}],"follows":"B1""#)],
        [
            [
                .refuses(
                    call("B6", #""kind":"election","method":"secret","title":"x","seats":1,"options":[{"member":"M3"}],"follows":"B1""#),
                    .ballot(.followed(id("B1"), by: id("B5")))),
            ],
            after(
                [count("B5", whole + "," + votes(option(1, 2), option(2, 1)))],
                [
                    [
                        .refuses(
                            call("B6", #""kind":"election","method":"secret","title":"x","seats":1,"options":[{"member":"M4"}],"follows":"B5""#),
                            .ballot(.nothingOpen(id("B5"))))
                    ]
                ]),
        ])

    /// In a first vote of two seats, M3 and 王五 are tied behind M1 with two each.
    private static let filled: [DecisionCase] = after(
        [
            call("B7", #""kind":"election","method":"secret","title":"y","seats":2,"options":[{"member":"M1"},{"member":"M3"},{"name":"王五"}]"#),
            count("B7", whole + "," + votes(option(1, 2), option(2, 2), option(3, 2))),
        ],
        [
            [
                .refuses(
                    call("B8", #""kind":"election","method":"secret","title":"y","seats":2,"options":[{"member":"M1"},{"member":"M3"}],"follows":"B7""#),
                    .ballot(.notAmongTied(id("B7"), options: [1, 2, 3], seats: 2)))
            ]
        ])
}
