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
        let lacks = filters.reached.flatMap { decision.reached(by: asOf).contains($0) ? nil : $0 }
        return record(
            decision.id.subject, made.occurred, by: [], outcome: lacks.map { .notYet($0) } ?? .counts, filters, evidence: decision.evidence)
    }
}

extension Decision {
    /// The steps that it came to by a day since it was last given to a unit: what is handed over again begins again.
    fileprivate func reached(by day: CalendarDate) -> Set<Selector.Reached> {
        history.reduce(into: []) { reached, slot in
            guard let fact = slot.standing, fact.occurred.last <= day else { return }
            switch fact.fact {
            case .made: break
            case .handedOver: reached = [.handedOver]
            case .answered: reached.insert(.answered)
            case .handled: reached.insert(.handled)
            case .appraised: reached.insert(.appraised)
            }
        }
    }
}
