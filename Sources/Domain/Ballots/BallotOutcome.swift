public import EventLog

/// What follows from the count of a ballot by its rule.
public struct BallotOutcome: Equatable, Sendable {
    public enum Result: Equatable, Sendable {
        /// More papers were returned than issued: nothing follows but its repetition.
        case void
        case election(Election)
        case decision(isCarried: Bool)
        case appraisal([Appraised])
    }

    public struct Election: Equatable, Sendable {
        /// Numbers of the candidates, from 0, and names that were added by hand; most votes first.
        public var elected: [Candidate] = []
        /// Those who are voted on again, for the seats that are left to them: the last votes that would be enough are the same.
        public var tied: [Candidate] = []
        /// Seats for which nobody got enough votes: they go to a separate election. With a tie, the seats left to the tied.
        public var seatsLeft: Int64 = 0

        public init(elected: [Candidate] = [], tied: [Candidate] = [], seatsLeft: Int64 = 0) {
            (self.elected, self.tied, self.seatsLeft) = (elected, tied, seatsLeft)
        }
    }

    /// Somebody with votes.
    public enum Candidate: Hashable, Sendable {
        /// Index of the option.
        case option(Int)
        /// A name that was added by hand.
        case added(String)
    }

    /// Of one option of an appraisal.
    public struct Appraised: Equatable, Sendable {
        public let satisfied: Int64
        /// Papers that express a grade.
        public let expressed: Int64
        public let returned: Int64
        /// Papers that say nothing of it.
        public let unmarked: Int64
        /// 1 for the highest rate by the rule; the same rate shares it, and the next is further down by as many. Nil where
        /// the rate has no base.
        public internal(set) var rank: Int?
    }

    /// What a ballot that is held again is for.
    public enum Open: Equatable, Sendable {
        /// All of it, as it was void.
        case all
        /// A vote among the tied, for so many seats.
        case tied([Candidate], seats: Int64)
        /// A separate election for so many seats.
        case seats(Int64)
    }

    public let result: Result
    /// The votes that are enough; nil where the rule asks for none, or among the tied.
    public let needed: Int64?

    /// Nil where nothing is left to be voted on.
    public var open: Open? {
        switch result {
        case .void: .all
        case .election(let election) where !election.tied.isEmpty: .tied(election.tied, seats: election.seatsLeft)
        case .election(let election) where election.seatsLeft > 0: .seats(election.seatsLeft)
        case .election, .decision, .appraisal: nil
        }
    }
}

/// The figures of a count, whatever the way of voting.
struct BallotFigures {
    let eligible: Int64
    let present: Int64
    let returned: Int64
    let valid: Int64
    let votes: [VoteCount]

    /// - Parameter cast: the answers of a vote by name.
    init(_ counted: BallotCounted, _ method: BallotCalled.Method, cast: [BallotVoted.Answer]) {
        eligible = counted.eligible
        present = counted.present
        votes = method == .byName ? cast.counts : counted.votes
        switch method {
        case .secret:
            returned = counted.returned ?? 0
            valid = returned - (counted.invalid ?? 0)
        case .hands, .byName:
            returned = counted.present
            valid = counted.present
        }
    }

    func count(_ option: Int64?, _ answer: BallotVoted.Answer) -> Int64? {
        votes.first { $0.option == option && $0.name == nil && $0.vote == answer }?.votes
    }

    /// Votes that were cast, for the share of a vote by hand or name.
    private var castCount: Int64 { votes.reduce(0) { $0 + $1.votes } }

    func base(_ base: VoteShare.Base, _ method: BallotCalled.Method) -> Int64 {
        switch base {
        case .all: eligible
        case .present: present
        case .returned: returned
        case .valid: method == .secret ? valid : min(valid, castCount)
        }
    }
}

extension [BallotVoted.Answer] {
    /// How many gave each answer.
    fileprivate var counts: [VoteCount] {
        BallotVoted.Answer.allCases.compactMap { answer in
            OpenWord(answer.rawValue).map { VoteCount(answer: $0, name: nil, option: nil, votes: Int64(count { $0 == answer })) }
        }
    }
}

extension Ballot {
    /// How many gave each answer in a vote by name, or stands in the count of another.
    public var answers: [VoteCount] {
        called?.fact.method == .byName ? votes.values.map(\.fact.answer).counts : counted?.fact.votes ?? []
    }
}

extension Ballot {
    /// Of an election, how many votes a candidate has; 0 until it is counted.
    public func votes(for candidate: BallotOutcome.Candidate) -> Int64 {
        let count = counted?.fact.votes.first { count in
            guard count.vote == .inFavour else { return false }
            return switch candidate {
            case .option(let index): count.option == Int64(index) + 1 && count.name == nil
            case .added(let name): count.name == name
            }
        }
        return count?.votes ?? 0
    }
}

extension BallotOutcome {
    /// - Parameter isAmongTied: whether the most votes are enough, as those who are voted on had enough in the vote before.
    init(_ called: BallotCalled, _ rule: BallotRule, _ counted: BallotCounted, cast: [BallotVoted.Answer], isAmongTied: Bool) {
        let figures = BallotFigures(counted, called.method, cast: cast)
        let pass = isAmongTied ? nil : rule.pass
        let needed = pass.map { $0.fewest(of: figures.base($0.base, called.method)) }
        self.needed = needed
        if counted.isVoid {
            result = .void
            return
        }
        switch called.kind {
        case .decision:
            let votes = figures.count(nil, .inFavour) ?? 0
            result = .decision(isCarried: needed.map { votes >= $0 } ?? (votes > (figures.count(nil, .against) ?? 0)))
        case .election:
            result = .election(Self.election(called, figures, needed: needed))
        case .appraisal:
            result = .appraisal(Self.appraisal(called, rule, figures))
        }
    }

    private static func election(_ called: BallotCalled, _ figures: BallotFigures, needed: Int64?) -> Election {
        let seats = Int(clamping: called.seats ?? 0)
        var standings: [(candidate: Candidate, votes: Int64)] = called.options.indices.map { index in
            (.option(index), figures.count(Int64(index) + 1, .inFavour) ?? 0)
        }
        standings += figures.votes.compactMap { count in
            count.name.flatMap { name in count.vote == .inFavour ? (.added(name), count.votes) : nil }
        }
        // In the order of the paper where votes are the same.
        let passed = standings.enumerated().filter { $0.element.votes >= max(1, needed ?? 1) }
            .sorted { ($1.element.votes, $0.offset) < ($0.element.votes, $1.offset) }.map(\.element)
        guard passed.count > seats, seats > 0 else {
            return Election(elected: passed.map(\.candidate), seatsLeft: Int64(seats - passed.count))
        }
        let last = passed[seats - 1].votes
        guard passed[seats].votes == last else { return Election(elected: passed.prefix(seats).map(\.candidate)) }
        let safe = passed.filter { $0.votes > last }
        return Election(
            elected: safe.map(\.candidate), tied: passed.filter { $0.votes == last }.map(\.candidate),
            seatsLeft: Int64(seats - safe.count))
    }

    private static func appraisal(_ called: BallotCalled, _ rule: BallotRule, _ figures: BallotFigures) -> [Appraised] {
        let meanings = Dictionary(rule.grades.map { ($0.grade, $0.meaning) }) { first, _ in first }
        var appraised = called.options.indices.map { index in
            var (satisfied, expressed, marked): (Int64, Int64, Int64) = (0, 0, 0)
            for count in figures.votes where count.option == Int64(index) + 1 {
                marked += count.votes
                switch meanings[count.answer] {
                case .satisfied?: (satisfied, expressed) = (satisfied + count.votes, expressed + count.votes)
                case .notSatisfied?: expressed += count.votes
                case .unexpressed?, nil: break
                }
            }
            return Appraised(
                satisfied: satisfied, expressed: expressed, returned: figures.returned, unmarked: max(0, figures.valid - marked), rank: nil)
        }
        // Fractions are compared crosswise, exactly: counts have at most nine digits.
        func base(_ one: Appraised) -> Int64 { rule.rate == .returned ? one.returned : one.expressed }
        func isHigher(_ one: Appraised, _ other: Appraised) -> Bool {
            one.satisfied * base(other) > other.satisfied * base(one)
        }
        for index in appraised.indices where base(appraised[index]) > 0 {
            appraised[index].rank = 1 + appraised.count { base($0) > 0 && isHigher($0, appraised[index]) }
        }
        return appraised
    }
}

extension BallotCounted {
    /// More papers came back than were issued.
    var isVoid: Bool {
        guard let issued, let returned else { return false }
        return returned > issued
    }
}

extension State {
    /// What follows from a ballot; nil until it is counted.
    public func outcome(of ballot: Ballot) -> BallotOutcome? {
        // What is voted on again among the tied is known by the outcomes of those before, the first of all first.
        var (chain, known) = ([ballot], Set([ballot.id]))
        while let former = chain.last?.called?.fact.follows.flatMap({ ballots[$0] }), known.insert(former.id).inserted { chain.append(former) }
        return chain.reversed().reduce(nil) { outcome(of: $1, after: $0) }
    }

    /// - Parameter former: the outcome of the ballot that it follows.
    private func outcome(of ballot: Ballot, after former: BallotOutcome?) -> BallotOutcome? {
        guard let called = ballot.called, let counted = ballot.counted?.fact, let rule = rule(for: called)?.rule else { return nil }
        var isAmongTied = false
        if case .tied? = former?.open { isAmongTied = true }
        return BallotOutcome(called.fact, rule, counted, cast: ballot.votes.values.map(\.fact.answer), isAmongTied: isAmongTied)
    }
}
