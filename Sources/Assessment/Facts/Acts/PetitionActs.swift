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
        let lacks = filters.reached.flatMap { petition.reached(by: asOf).contains($0) ? nil : $0 }
        return record(
            petition.id.subject, received.occurred, by: received.fact.members, outcome: lacks.map { .notYet($0) } ?? .counts, filters,
            evidence: petition.evidence)
    }
}

extension Petition {
    /// The steps that it came to by a day since it was last given to a unit: what is handed over again begins again.
    fileprivate func reached(by day: CalendarDate) -> Set<Selector.Reached> {
        history.reduce(into: []) { reached, slot in
            guard let fact = slot.standing, fact.occurred.last <= day else { return }
            switch fact.fact {
            case .received: break
            case .handedOver: reached = [.handedOver]
            case .supervised: reached.insert(.supervised)
            case .answered: reached.insert(.answered)
            }
        }
    }
}
