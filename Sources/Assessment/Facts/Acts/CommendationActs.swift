internal import Domain
internal import EventLog

extension ActSource {
    /// Commendations: of members, of the body, of what members did.
    public static let commendations = ActSource("commendations", .codes(of: CommendationGiven.Of.self), filters: ["titled", "kind", "commended"]) { facts, kinds, filters in
        facts.state.commendations.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ commendation: Commendation, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let given = commendation.given, happened(given.occurred), kinds.allow(given.fact.of),
            filters.commendation.map({ $0 == given.fact.sort }) ?? true,
            filters.titled.map({ given.fact.title.contains($0) }) ?? true
        else { return nil }
        let doers = given.fact.members.isEmpty ? given.fact.what.map(doers) ?? [] : given.fact.members
        return record(
            commendation.id.subject, given.occurred, by: doers, honours: Honours(levels: [.commended: given.fact.level]), filters,
            evidence: commendation.evidence)
    }

    /// Who did what was commended.
    private func doers(of what: Subject) -> [MemberID] {
        if let id = ProposalID(what) { return state.proposals[id]?.signers ?? [] }
        if let id = SuggestionID(what) { return state.suggestions[id]?.submitted?.fact.members ?? [] }
        if let id = WorkID(what) { return state.works[id]?.filed?.fact.authors ?? [] }
        return ActivityID(what).flatMap { state.activities[$0] }.map { attendance(of: $0).present } ?? []
    }
}
