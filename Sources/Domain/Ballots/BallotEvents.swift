internal import CanonicalJSON
internal import EventLog

public enum BallotKind: IdentifierKind {
    public static let name: StaticString = "ballot"
    public static let prefix: StaticString = "B"
}

/// Of an election 选举, a vote on a decision 表决 or an appraisal 测评.
public typealias BallotID = Identifier<BallotKind>

public enum BallotRulesKind: IdentifierKind {
    public static let name: StaticString = "ballot-rules"
    public static let prefix: StaticString = "ballot-rules-"
}

public typealias BallotRulesID = Identifier<BallotRulesKind>

extension BallotEvent: ConceptEvent {
    typealias Owner = Ballot
}

extension BallotRulesAdopted: ConceptEvent {
    typealias Owner = AdoptedBallotRules
}

extension BallotCalled: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { ballot = state.ballots.nextID() }
}

extension BallotCounted: NumberedPayload {
    /// How many may vote is put on record with the count: a member whose joining is corrected later changes no result that was
    /// announced.
    mutating func takeNumber(in state: State, occurred: Occurrence) {
        guard let activity = state.ballots[ballot]?.called?.fact.activity else { return }
        eligible = Int64(max(1, state.electorate(of: activity).count))
    }
}

extension BallotCalled {
    public enum Kind: String, StoredWord {
        case election, decision, appraisal
    }

    public enum Method: String, StoredWord {
        /// 无记名投票.
        case secret
        /// 举手.
        case hands
        /// 记名: who voted how is in the open.
        case byName = "by-name"
    }

    var fault: JSONError.Kind? {
        switch kind {
        case .election:
            if seats == nil { return .missingField("seats") }
            if options.isEmpty { return .missingField("options") }
        case .decision:
            if !options.isEmpty { return .invalidValue(field: "options", expected: .noneForDecision) }
        case .appraisal:
            if options.isEmpty { return .missingField("options") }
        }
        if kind != .election, seats != nil { return .invalidValue(field: "seats", expected: .onlyForElection) }
        // Elections are secret or by show of hands; whom one thinks well of nobody has to say in the open.
        if method == .byName, kind != .decision { return .invalidValue(field: "method", expected: .byNameOnlyForDecision) }
        if method == .hands, kind == .appraisal { return .invalidValue(field: "method", expected: .secretForAppraisal) }
        return Set(options).count == options.count ? nil : .invalidValue(field: "options", expected: .eachOnce)
    }
}

extension BallotVoted {
    public enum Answer: String, StoredWord {
        case inFavour = "for"
        case against, abstain
    }
}

extension BallotOption {
    var fault: JSONError.Kind? {
        let said = [member != nil, name != nil, what != nil].count { $0 }
        return said == 1 ? nil : .invalidValue(field: "options", expected: .memberNameOrRecord)
    }
}

extension VoteCount {
    var fault: JSONError.Kind? {
        option != nil && name != nil ? .invalidValue(field: "votes", expected: .numberOrName) : nil
    }

    /// Which of the answers of an election or a vote it is; nil for a grade.
    public var vote: BallotVoted.Answer? { BallotVoted.Answer(rawValue: answer.description) }
}

extension BallotCounted {
    private struct Key: Hashable {
        let option: Int64?
        let name: String?
        let answer: OpenWord
    }

    var fault: JSONError.Kind? {
        let keys = Set(votes.map { Key(option: $0.option, name: $0.name, answer: $0.answer) })
        return keys.count == votes.count ? nil : .invalidValue(field: "votes", expected: .eachOnce)
    }
}
