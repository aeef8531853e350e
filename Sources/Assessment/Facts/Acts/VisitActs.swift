internal import Domain
internal import EventLog

extension ActSource {
    /// Contact visits.
    public static let visits = ActSource("visits", .none, isRecord: true, filters: ["place"]) { facts, _, filters in
        facts.state.visits.values.compactMap { facts.act($0, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ visit: Visit, _ filters: Selector.Filters) -> Act? {
        guard let made = visit.made, happened(made.occurred), filters.place.map({ $0 == made.fact.countedPlace }) ?? true
        else { return nil }
        return record(visit.id.subject, made.occurred, by: made.fact.members, place: made.fact.countedPlace, quantities: made.fact.quantities,
            evidence: visit.evidence)
    }
}
