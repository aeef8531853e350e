internal import Domain
internal import EventLog

/// What is asked alike of the sorts of fact that arise at meetings and are given to units.
extension YearFacts {
    /// Whether what took place at an activity is meant by the kinds of activity that are asked for.
    func isMeant(_ activity: ActivityID?, _ filters: Selector.Filters) -> Bool {
        guard !filters.meetings.isEmpty else { return true }
        guard let kind = activity.flatMap({ state.activities[$0]?.schedule?.kind }) else { return false }
        return filters.meetings.contains(kind)
    }

    /// Whether a matter has come as far as is asked for, by what was recorded of it since it was last given to a unit: what is
    /// handed over again begins again.
    ///
    /// - Parameter step: that a fact is; nil for none.
    func outcome<Fact: Sendable>(
        _ filters: Selector.Filters, of history: History<Fact>, _ step: (Fact) -> Selector.Reached?
    ) -> ScoreLine.Outcome {
        guard let asked = filters.reached else { return .counts }
        let reached = history.reduce(into: Set<Selector.Reached>()) { reached, slot in
            guard let fact = slot.standing, fact.occurred.last <= asOf, let step = step(fact.fact) else { return }
            if step == .handedOver { reached = [] }
            reached.insert(step)
        }
        return reached.contains(asked) ? .counts : .notYet(asked)
    }
}
