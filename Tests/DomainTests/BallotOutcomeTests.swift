import Domain
import DomainTestSupport
import EventLog
import Testing

/// The worked cases of 63 deputies in office, 44 of them present: an election may begin with two thirds of all, which are 42, and it
/// takes more than half of all, which are 32.
@Suite("Ballots")
struct BallotOutcomeTests {
    private static let given = [
        #"{"command":"activity.schedule","activity":"A1","kind":"congress","title":"大会","on":"2019-03-01"}"#,
        #"""
        {"command":"ballot-rules.adopt","rules":"R1","title":"选举办法","items":[
        {"kind":"election","begin":{"atLeast":"2/3","of":"all"},"pass":{"moreThan":"1/2","of":"all"}},
        {"kind":"decision","pass":{"moreThan":"1/2","of":"all"}},
        {"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"},{"grade":"不了解","is":"unexpressed"}]},
        {"kind":"appraisal","name":"returned","rate":"returned","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"},{"grade":"不了解","is":"unexpressed"}]}]}
        """#,
    ]

    private static func call(_ ballot: String = "B1", seats: Int, _ names: String..., follows: String? = nil) -> String {
        let options = names.map { #"{"name":"\#($0)"}"# }.joined(separator: ",")
        let follows = follows.map { #","follows":"\#($0)""# } ?? ""
        return #"{"command":"ballot.call","ballot":"\#(ballot)","activity":"A1","kind":"election","method":"secret","title":"选举\#(ballot)","seats":\#(seats),"options":[\#(options)]\#(follows)}"#
    }

    private static func count(
        of ballot: String = "B1", present: Int = 44, returned: Int = 44, invalid: Int = 0, _ inFavour: Int..., others: String = ""
    ) -> String {
        let votes = inFavour.enumerated().map { #"{"of":\#($0.offset + 1),"answer":"for","votes":\#($0.element)}"# }.joined(separator: ",")
        return #"{"command":"ballot.count","ballot":"\#(ballot)","eligible":63,"present":\#(present),"issued":\#(present),"returned":\#(returned),"invalid":\#(invalid),"occurred":"2019-03-01","votes":[\#(votes)\#(others)]}"#
    }

    private static func outcome(_ commands: String..., ballot: String = "B1") throws -> BallotOutcome {
        try outcome(of: ballot, in: try Given(given + commands).state)
    }

    private static func outcome(of ballot: String, in state: State) throws -> BallotOutcome {
        let ballot = try #require(state.ballots[id(ballot)])
        return try #require(state.outcome(of: ballot))
    }

    private static func election(_ outcome: BallotOutcome) throws -> BallotOutcome.Election {
        guard case .election(let election) = outcome.result else { throw Unexpected(outcome: outcome) }
        return election
    }

    private struct Unexpected: Error { let outcome: BallotOutcome }

    @Test func oneSeatOneCandidate() throws {
        let others = #",{"of":1,"answer":"against","votes":2},{"of":1,"answer":"abstain","votes":1}"#
        let outcome = try Self.outcome(Self.call(seats: 1, "甲"), Self.count(invalid: 1, 40, others: others))
        #expect(outcome.needed == 32)
        #expect(try Self.election(outcome) == .init(elected: [.option(0)]))
        #expect(outcome.open == nil)
    }

    @Test func anyOtherSumIsRefused() throws {
        let others = #",{"of":1,"answer":"against","votes":2},{"of":1,"answer":"abstain","votes":2}"#
        try Given(Self.given + [Self.call(seats: 1, "甲")]).when(Self.count(invalid: 1, 40, others: others))
            .then(.ballot(.sumDiffers(option: 1, sum: 44, papers: 43)))
    }

    @Test func threeOfFour() throws {
        let outcome = try Self.outcome(Self.call(seats: 3, "甲", "乙", "丙", "丁"), Self.count(returned: 43, invalid: 2, 38, 33, 32, 19))
        #expect(try Self.election(outcome) == .init(elected: [.option(0), .option(1), .option(2)]))
    }

    @Test func thirtyOneIsNotHalf() throws {
        let outcome = try Self.outcome(Self.call(seats: 3, "甲", "乙", "丙", "丁"), Self.count(returned: 43, invalid: 2, 38, 33, 31, 19))
        #expect(try Self.election(outcome) == .init(elected: [.option(0), .option(1)], seatsLeft: 1))
        #expect(outcome.open == .seats(1))
    }

    @Test func moreVotesThanThePapersAllow() throws {
        try Given(Self.given + [Self.call(seats: 2, "甲", "乙", "丙")]).when(Self.count(36, 34, 34))
            .then(.ballot(.tooManyVotes(votes: 104, atMost: 88)))
    }

    @Test func underHalfIsNoTie() throws {
        let outcome = try Self.outcome(Self.call(seats: 2, "甲", "乙", "丙"), Self.count(36, 26, 26))
        #expect(try Self.election(outcome) == .init(elected: [.option(0)], seatsLeft: 1))
    }

    @Test func tiedForTwoSeats() throws {
        let outcome = try Self.outcome(Self.call(seats: 3, "甲", "乙", "丙", "丁"), Self.count(36, 32, 32, 32))
        #expect(try Self.election(outcome) == .init(elected: [.option(0)], tied: [.option(1), .option(2), .option(3)], seatsLeft: 2))
        #expect(outcome.open == .tied([.option(1), .option(2), .option(3)], seats: 2))
    }

    @Test func secondRound() throws {
        // 32 each: both have more than half of all, and A is behind.
        let first = [Self.call(seats: 2, "甲", "乙", "丙"), Self.count(24, 31, 31), Self.call("B2", seats: 2, "甲", "乙", "丙", follows: "B1")]
        let state = try Given(Self.given + first + [Self.count(of: "B2", 24, 32, 32)]).state
        let outcome = try Self.outcome(of: "B2", in: state)
        #expect(try Self.election(outcome) == .init(elected: [.option(1), .option(2)]))
    }

    /// Among the tied the most votes are enough, and the same votes settle nothing.
    @Test func tiedAgain() throws {
        let first = [
            Self.call(seats: 2, "甲", "乙", "丙"), Self.count(24, 32, 32), Self.call("B2", seats: 1, "丁", "戊"), Self.count(of: "B2", returned: 44, 22, 22),
        ]
        let state = try Given(Self.given + first).state
        // A first vote: 22 is under half of all.
        #expect(try Self.election(try Self.outcome(of: "B2", in: state)) == .init(seatsLeft: 1))
        let tied = [
            Self.call("B3", seats: 2, "甲", "乙", "丙"), Self.count(of: "B3", 32, 28, 28), Self.call("B4", seats: 3, "甲", "乙", "丙", "丁"),
            Self.count(of: "B4", 36, 32, 32, 32), Self.call("B5", seats: 2, "丙", "丁", "乙", follows: "B4"), Self.count(of: "B5", 30, 22, 22),
            Self.call("B6", seats: 1, "丁", "乙", follows: "B5"),
        ]
        let open = try Given(Self.given + tied + [Self.count(of: "B6", 22, 22)]).state
        let among = try Self.election(try Self.outcome(of: "B5", in: open))
        #expect(among == .init(elected: [.option(0)], tied: [.option(1), .option(2)], seatsLeft: 1))
        let again = try Self.outcome(of: "B6", in: open)
        #expect(try Self.election(again) == .init(tied: [.option(0), .option(1)], seatsLeft: 1))
        #expect(again.needed == nil)
        let settled = try Given(Self.given + tied + [Self.count(of: "B6", 21, 23)]).state
        let last = try Self.outcome(of: "B6", in: settled)
        #expect(try Self.election(last) == .init(elected: [.option(1)]))
    }

    @Test func moreReturnedThanIssued() throws {
        let outcome = try Self.outcome(Self.call(seats: 1, "甲"), Self.count(returned: 45, 45))
        #expect(outcome.result == .void)
        #expect(outcome.open == .all)
    }

    @Test func decisionIsOfAll() throws {
        let call = #"{"command":"ballot.call","ballot":"B1","activity":"A1","kind":"decision","method":"hands","title":"预算"}"#
        func count(_ inFavour: Int, _ against: Int) -> String {
            #"{"command":"ballot.count","ballot":"B1","eligible":63,"present":44,"occurred":"2019-03-01","votes":[{"answer":"for","votes":\#(inFavour)},{"answer":"against","votes":\#(against)},{"answer":"abstain","votes":10}]}"#
        }
        #expect(try Self.outcome(call, count(31, 3)).result == .decision(isCarried: false))
        #expect(try Self.outcome(call, count(32, 2)).result == .decision(isCarried: true))
    }

    /// Satisfied 30, not satisfied 6, don't know 5, unmarked 3, and 28, 4, 9, 3: who is ahead depends on the rule.
    @Test(arguments: [nil, "returned"]) func appraisal(rule: String?) throws {
        let name = rule.map { #","rule":"\#($0)""# } ?? ""
        let call = #"{"command":"ballot.call","ballot":"B1","activity":"A1","kind":"appraisal","method":"secret","title":"评议","options":[{"name":"X"},{"name":"Y"}]\#(name)}"#
        func grade(_ of: Int, _ grade: String, _ votes: Int) -> String { #"{"of":\#(of),"answer":"\#(grade)","votes":\#(votes)}"# }
        let votes = [
            grade(1, "满意", 30), grade(1, "不满意", 6), grade(1, "不了解", 5), grade(2, "满意", 28), grade(2, "不满意", 4), grade(2, "不了解", 9),
        ].joined(separator: ",")
        let count = #"{"command":"ballot.count","ballot":"B1","eligible":63,"present":44,"issued":44,"returned":44,"occurred":"2019-03-01","votes":[\#(votes)]}"#
        guard case .appraisal(let offices) = try Self.outcome(call, count).result else { throw Unexpected(outcome: try Self.outcome(call, count)) }
        #expect(offices.map(\.satisfied) == [30, 28])
        #expect(offices.map(\.expressed) == [36, 32])
        #expect(offices.map(\.returned) == [44, 44])
        #expect(offices.map(\.unmarked) == [3, 3])
        // 30/36 is under 28/32, and 30/44 is over 28/44.
        #expect(offices.map(\.rank) == (rule == nil ? [2, 1] : [1, 2]))
    }

    /// Rules that are adopted later change no result.
    @Test func earlierRulesStand() throws {
        let later = #"{"command":"ballot-rules.adopt","rules":"R2","title":"新办法","items":[{"kind":"election","pass":{"moreThan":"1/2","of":"present"}}]}"#
        let outcome = try Self.outcome(Self.call(seats: 1, "甲"), later, Self.count(31))
        #expect(try Self.election(outcome) == .init(seatsLeft: 1))
        // 23 is more than half of the 44 present.
        let newer = try Self.outcome(later, Self.call(seats: 1, "甲"), Self.count(31))
        #expect(newer.needed == 23)
        #expect(try Self.election(newer) == .init(elected: [.option(0)]))
    }

    /// An added name with enough votes is elected.
    @Test func addedName() throws {
        let outcome = try Self.outcome(Self.call(seats: 1, "甲"), Self.count(5, others: #",{"name":"乙","answer":"for","votes":33}"#))
        #expect(try Self.election(outcome) == .init(elected: [.added("乙")]))
    }

    @Test(arguments: [
        ("2/3", true, 63, 42), ("2/3", true, 62, 42), ("2/3", true, 64, 43), ("1/2", false, 63, 32), ("1/2", false, 64, 33), ("1/2", true, 64, 32),
        ("1/1", true, 7, 7), ("2/3", false, 63, 43),
    ] as [(String, Bool, Int64, Int64)])
    func fewest(part: String, isEnough: Bool, of count: Int64, is expected: Int64) throws {
        let share = isEnough ? #"{"atLeast":"\#(part)","of":"all"}"# : #"{"moreThan":"\#(part)","of":"all"}"#
        let state = try Given([
            #"{"command":"ballot-rules.adopt","rules":"R1","title":"x","items":[{"kind":"decision","pass":\#(share)}]}"#
        ]).state
        #expect(state.ballotRules[id("R1")]?.adopted?.fact.rulings[0].pass?.fewest(of: count) == expected)
    }
}
