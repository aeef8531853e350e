internal import Domain
internal import EventLog

extension ActSource {
    /// Members who joined or left.
    public static let members = ActSource("members", .codes(of: Selector.Movement.self), takesAny: false) { facts, kinds, _ in
        facts.state.members.values.flatMap { member in
            Selector.Movement.allCases.filter { kinds.allow($0) }.compactMap { facts.act(member, $0) }
        }
    }
}

extension YearFacts {
    /// A member's coming into office for the first time, or leaving it for good; nil where that is not of the year.
    fileprivate func act(_ member: Member, _ movement: Selector.Movement) -> Act? {
        let terms = member.mergedInto == nil ? state.terms(of: member.id) : []
        let day: CalendarDate?
        switch movement {
        case .joined: day = terms.map(\.from).min()
        case .left: day = terms.allSatisfy { $0.until != nil } ? terms.compactMap(\.until).max() : nil
        }
        guard let day, happened(Occurrence(day)) else { return nil }
        return record(member.id.subject, Occurrence(day), by: [member.id], evidence: member.evidence)
    }
}
