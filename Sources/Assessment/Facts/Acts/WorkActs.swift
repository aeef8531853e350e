internal import Domain
internal import EventLog

extension ActSource {
    /// Written works.
    public static let works = ActSource("works", .named(.work), isRecord: true, filters: ["titled", "commended"]) { facts, kinds, filters in
        facts.state.works.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ work: Work, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let filed = work.filed, happened(filed.occurred), kinds?.contains(filed.fact.kind) ?? true,
            filters.titled.map({ filed.fact.title.contains($0) }) ?? true
        else { return nil }
        return record(
            work.id.subject, filed.occurred, by: filed.fact.authors, honours: honours(of: work.id.subject, []), filters,
            quantities: filed.fact.quantities, evidence: work.evidence)
    }
}
