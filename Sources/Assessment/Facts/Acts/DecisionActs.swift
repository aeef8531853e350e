internal import Domain
internal import EventLog

extension ActSource {
    /// Resolutions, decisions and opinions on reports, by the day on which they were passed. Nobody has a part in one.
    public static let decisions = ActSource(
        "decisions", .codes(of: DecisionMade.Kind.self, .decision), filters: ["titled", "at", "reached"],
        reached: [.handedOver, .answered, .handled, .appraised], hasDoers: { _ in false }
    ) { facts, kinds, filters in
        facts.state.decisions.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ decision: Decision, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let made = decision.made, happened(made.occurred), kinds.allow(made.fact.kind), isMeant(made.fact.activity, filters),
            filters.titled.map({ made.fact.title.contains($0) }) ?? true
        else { return nil }
        return record(
            decision.id.subject, made.occurred, by: [], outcome: outcome(filters, of: decision.history, \.step), filters, evidence: decision.evidence)
    }
}

extension DecisionEvent {
    fileprivate var step: Selector.Reached? {
        switch self {
        case .made: nil
        case .handedOver: .handedOver
        case .answered: .answered
        case .handled: .handled
        case .appraised: .appraised
        }
    }
}
