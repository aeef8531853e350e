internal import Domain
internal import EventLog

extension ActSource {
    /// What was brought in letters and visits, by the day on which it was received: of the members who received it.
    public static let petitions = ActSource(
        "petitions", .codes(of: PetitionReceived.Kind.self, .petition), filters: ["titled", "at", "reached"],
        reached: [.handedOver, .supervised, .answered]
    ) { facts, kinds, filters in
        facts.state.petitions.values.compactMap { facts.act($0, kinds, filters) }
    }
}

extension YearFacts {
    fileprivate func act(_ petition: Petition, _ kinds: [OpenWord]?, _ filters: Selector.Filters) -> Act? {
        guard let received = petition.received, happened(received.occurred), kinds.allow(received.fact.kind),
            isMeant(received.fact.activity, filters), filters.titled.map({ received.fact.title.contains($0) }) ?? true
        else { return nil }
        return record(
            petition.id.subject, received.occurred, by: received.fact.members, outcome: outcome(filters, of: petition.history, \.step), filters,
            evidence: petition.evidence)
    }
}

extension PetitionEvent {
    fileprivate var step: Selector.Reached? {
        switch self {
        case .received: nil
        case .handedOver: .handedOver
        case .supervised: .supervised
        case .answered: .answered
        }
    }
}
