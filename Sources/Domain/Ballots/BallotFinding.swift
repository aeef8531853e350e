/// What a ballot came to, in a word; the raw values are what scripts see.
public enum BallotFinding: String, CaseIterable, Sendable {
    case void, carried
    case notCarried = "not-carried"
    /// Everybody who was to be elected is.
    case elected
    /// Some, or none, with a tie over the rest.
    case tied
    case seatsLeft = "seats-left"
    case appraised

    /// Of a candidate, once the ballot is counted; the raw values are what scripts see.
    public enum Standing: String, CaseIterable, Sendable {
        case elected, tied
        case notElected = "not-elected"
    }

    /// What is left to be voted on; the raw values are what scripts see.
    public enum Open: String, CaseIterable, Sendable {
        case all, tied, seats
    }
}

extension BallotOutcome {
    public var finding: BallotFinding {
        switch result {
        case .void: .void
        case .decision(let isCarried): isCarried ? .carried : .notCarried
        case .election(let election): !election.tied.isEmpty ? .tied : election.seatsLeft > 0 ? .seatsLeft : .elected
        case .appraisal: .appraised
        }
    }

    /// Nil for anything but an election that is not void.
    public var election: Election? { if case .election(let election) = result { election } else { nil } }

    /// How an option was appraised, by its index from 0; nil for anything but an appraisal that is not void.
    public func appraised(_ option: Int) -> Appraised? {
        guard case .appraisal(let appraised) = result, appraised.indices.contains(option) else { return nil }
        return appraised[option]
    }

    /// Nil for anything but an election that is not void.
    public func standing(of candidate: Candidate) -> BallotFinding.Standing? {
        guard let election else { return nil }
        return election.elected.contains(candidate) ? .elected : election.tied.contains(candidate) ? .tied : .notElected
    }
}

extension BallotOutcome.Open {
    public var finding: BallotFinding.Open {
        switch self {
        case .all: .all
        case .tied: .tied
        case .seats: .seats
        }
    }
}

extension State {
    /// How something was appraised by a ballot; nil where that is not counted, or was no appraisal.
    ///
    /// - Parameter index: of what it is among the options, from 0; nil where it is not on the paper.
    func appraisal(by ballot: BallotID, of index: (BallotCalled) -> Int?) -> BallotOutcome.Appraised? {
        guard let ballot = ballots[ballot], let index = ballot.called.flatMap({ index($0.fact) }) else { return nil }
        return outcome(of: ballot)?.appraised(index)
    }
}

extension BallotCounted {
    /// Papers that are valid; nil where there are none.
    public func valid(_ method: BallotCalled.Method) -> Int64? { method == .secret ? returned.map { $0 - (invalid ?? 0) } : nil }
}
