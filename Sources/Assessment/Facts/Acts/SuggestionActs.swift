internal import Domain
internal import EventLog

extension ActSource {
    /// Suggestions and social opinion.
    public static let suggestions = ActSource("suggestions", .codes(of: SuggestionSubmitted.Kind.self, .suggestion), isRecord: true, filters: ["reached", "titled", "came-from", "adopted", "instructed", "sent-up", "commended"],
        reached: [.filed, .accepted, .handedOver, .answered, .closed]) { facts, kinds, filters in
        facts.state.suggestions.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ suggestion: Suggestion, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let submitted = suggestion.submitted, happened(submitted.occurred),
            kinds.allow(submitted.fact.kind), filters.titled.map({ submitted.fact.title.contains($0) }) ?? true,
            filters.cameFrom.map({ ($0 == .proposal) == (submitted.fact.proposal != nil) }) ?? true
        else { return nil }
        var outcome = ScoreLine.Outcome.counts
        if let reached = filters.reached, !suggestion.has(reached, by: asOf) { outcome = .notYet(reached) }
        let honours = honours(
            of: suggestion.id.subject,
            suggestion.adoptions.map { (.adopted, $0.occurred, $0.fact.level) }
                + suggestion.instructions.map { (.instructed, $0.occurred, $0.fact.level) }
                + suggestion.issues.map { (.sentUp, $0.occurred, $0.fact.level) })
        return record(
            suggestion.id.subject, submitted.occurred, by: submitted.fact.members, outcome: outcome, honours: honours, filters,
            evidence: suggestion.evidence)
    }
}

extension Suggestion {
    /// A suggestion is accepted by being handed over, and closed by its answer.
    fileprivate func has(_ reached: Selector.Reached, by day: CalendarDate) -> Bool {
        let step: Occurrence? =
            switch reached {
            case .filed: submitted.map(\.occurred)
            case .accepted, .handedOver: handedOver.map(\.occurred)
            case .answered, .closed: answered.map(\.occurred)
            case .supervised, .handled, .appraised: nil
            }
        return step.map { $0.last <= day } ?? false
    }
}
