/// Why a command about a ballot was refused.
public enum BallotRejection: Equatable, Sendable {
    /// No rules that were adopted say what follows from a ballot of this kind.
    case noRule(BallotCalled.Kind)
    /// The count is on record.
    case alreadyCounted(BallotID)
    /// What it follows has to be counted first.
    case notCounted(BallotID)
    /// Nothing of the former ballot is open: it was neither void nor tied, and filled its seats.
    case nothingOpen(BallotID)
    /// Another ballot follows it already.
    case followed(BallotID, by: BallotID)
    /// It is not of the former ballot's kind.
    case ofAnotherKind(BallotID)
    /// A vote among the tied has these options of the former ballot, and this number of seats.
    case notAmongTied(BallotID, options: [Int], seats: Int64)
    /// More seats than the former ballot left open.
    case moreSeatsThanOpen(BallotID, seats: Int64, open: Int64)
    /// Too few are present for it to begin.
    case noQuorum(present: Int64, needed: Int64)
    /// A figure is larger than the one that it is a part of. Figures are said by the names of their fields.
    case exceeds(String, Int64, String, Int64)
    /// A figure that the ballot's method needs, or has no place for. Figures are said by the names of their fields.
    case figureMissing(String)
    case figureNotMeant(String)
    /// Of an option, the answers do not make up the papers; nil for a decision.
    case sumDiffers(option: Int?, sum: Int64, papers: Int64)
    /// More votes than the papers allow.
    case tooManyVotes(votes: Int64, atMost: Int64)
    /// No option of the ballot has this number.
    case noSuchOption(Int64, of: Int)
    /// An answer that is none of this ballot's.
    case noSuchAnswer(OpenWord, of: [String])
    /// An option without the votes for it.
    case votesMissing(option: Int?)
    /// A name that was added by hand is on the paper, or cannot be added to this ballot.
    case nameNotMeant(String)
    /// Candidates neither supervise nor count.
    case candidateCounts([MemberID])
    /// Votes are given by name only where it was called so.
    case notByName(BallotID)
    case alreadyVoted(MemberID, BallotID)
    /// They may not vote in it: not in office on the day, or not invited.
    case mayNotVote(MemberID, BallotID)

    public enum Code: String, CaseIterable, Sendable {
        case noRule = "ballot-without-rule"
        case alreadyCounted = "ballot-counted"
        case notCounted = "ballot-not-counted"
        case nothingOpen = "ballot-nothing-open"
        case followed = "ballot-followed"
        case ofAnotherKind = "ballot-of-another-kind"
        case notAmongTied = "ballot-not-among-tied"
        case moreSeatsThanOpen = "ballot-seats-exceed-open"
        case noQuorum = "ballot-without-quorum"
        case exceeds = "ballot-figure-exceeds"
        case figureMissing = "ballot-figure-missing"
        case figureNotMeant = "ballot-figure-not-meant"
        case sumDiffers = "ballot-sum-differs"
        case tooManyVotes = "ballot-too-many-votes"
        case noSuchOption = "ballot-no-such-option"
        case noSuchAnswer = "ballot-no-such-answer"
        case votesMissing = "ballot-votes-missing"
        case nameNotMeant = "ballot-name-not-meant"
        case candidateCounts = "ballot-candidate-counts"
        case notByName = "ballot-not-by-name"
        case alreadyVoted = "ballot-already-voted"
        case mayNotVote = "ballot-may-not-vote"
    }

    public var code: Code {
        switch self {
        case .noRule: .noRule
        case .alreadyCounted: .alreadyCounted
        case .notCounted: .notCounted
        case .nothingOpen: .nothingOpen
        case .followed: .followed
        case .ofAnotherKind: .ofAnotherKind
        case .notAmongTied: .notAmongTied
        case .moreSeatsThanOpen: .moreSeatsThanOpen
        case .noQuorum: .noQuorum
        case .exceeds: .exceeds
        case .figureMissing: .figureMissing
        case .figureNotMeant: .figureNotMeant
        case .sumDiffers: .sumDiffers
        case .tooManyVotes: .tooManyVotes
        case .noSuchOption: .noSuchOption
        case .noSuchAnswer: .noSuchAnswer
        case .votesMissing: .votesMissing
        case .nameNotMeant: .nameNotMeant
        case .candidateCounts: .candidateCounts
        case .notByName: .notByName
        case .alreadyVoted: .alreadyVoted
        case .mayNotVote: .mayNotVote
        }
    }
}
