internal import Domain
internal import EventLog

extension ActSource {
    /// Ballots that were counted, by the day of the count. Who voted how is nobody's act; who is appraised has a part in it where
    /// appraisals of members are asked for.
    public static let ballots = ActSource(
        "ballots", .codes(of: BallotCalled.Kind.self, .ballot), filters: ["titled", "at", "result", "appraises"],
        hasDoers: { $0.appraised == .member }
    ) { facts, kinds, filters in
        facts.state.ballots.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ ballot: Ballot, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let called = ballot.called?.fact, let counted = ballot.counted, happened(counted.occurred), kinds.allow(called.kind),
            isMeant(called.activity, filters), filters.titled.map({ called.title.contains($0) }) ?? true,
            filters.appraised.map({ called.appraises($0) }) ?? true
        else { return nil }
        let appraised = filters.appraised == .member ? called.options.compactMap(\.member) : []
        let lacks = filters.result.flatMap { result in state.outcome(of: ballot)?.result.has(result) ?? false ? nil : result }
        return record(
            ballot.id.subject, counted.occurred, by: appraised, outcome: lacks.map { .withoutResult($0) } ?? .counts, filters,
            evidence: ballot.evidence)
    }
}

extension BallotCalled {
    /// Whether it appraises such things; a paper may have several sorts.
    fileprivate func appraises(_ what: Selector.Appraised) -> Bool {
        kind == .appraisal
            && options.contains { option in
                switch what {
                case .member: option.member != nil
                case .office: option.name != nil
                case .record: option.what != nil
                }
            }
    }
}

extension BallotOutcome.Result {
    fileprivate func has(_ asked: Selector.Result) -> Bool {
        switch (self, asked) {
        case (.void, _): false
        case (_, .valid): true
        case (.election(let election), .elected): !election.elected.isEmpty
        case (.decision(let isCarried), .carried): isCarried
        case (.election, .carried), (.decision, .elected), (.appraisal, .elected), (.appraisal, .carried): false
        }
    }
}
