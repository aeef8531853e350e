internal import Domain
internal import EventLog

/// What became of something above by the as-of day.
struct Honours {
    var levels: [Selector.Honour: SuggestionAdopted.Level?] = [:]
    /// Entries that are not the thing's own.
    var evidence: [Position] = []

    mutating func add(_ honour: Selector.Honour, _ level: SuggestionAdopted.Level?) {
        guard let known = levels[honour] else { return levels[honour] = .some(level) }
        levels[honour] = .some([known, level].compactMap(\.self).max())
    }
}

extension Selector.Filters {
    /// What a thing lacks of the honours that are asked for; nil for nothing.
    func missing(in found: [Selector.Honour: SuggestionAdopted.Level?]) -> ScoreLine.Outcome? {
        guard !honours.isEmpty else { return nil }
        for honour in Selector.Honour.allCases {
            guard let least = honours[honour] else { continue }
            if least == .nowhere {
                guard found[honour] == nil else { return .hasHonour(honour) }
                continue
            }
            guard let level = found[honour] else { return .withoutHonour(honour, least) }
            if case .level(let asked) = least, level.map({ $0 < asked }) ?? true { return .withoutHonour(honour, least) }
        }
        return nil
    }
}

extension YearFacts {
    /// What became of a thing above.
    ///
    /// - Parameter own: what the thing's own entries say.
    func honours(
        of subject: Subject, _ own: [(Selector.Honour, Occurrence, SuggestionAdopted.Level?)]
    ) -> Honours {
        var honours = Honours()
        for (honour, when, level) in own where when.last <= asOf { honours.add(honour, level) }
        for commendation in commendations[subject] ?? [] {
            guard let given = commendation.given else { continue }
            honours.add(.commended, given.fact.level)
            honours.evidence += commendation.evidence
        }
        return honours
    }

    /// What is on record with a day and those who did it.
    func record(
        _ subject: Subject, _ occurred: Occurrence, by actors: [MemberID], and others: [MemberID] = [], outcome: ScoreLine.Outcome = .counts,
        place: String? = nil, fen: Int64 = 0, honours: Honours = Honours(), _ filters: Selector.Filters = Selector.Filters(),
        quantities: [ActQuantity] = [], evidence: [Position]
    ) -> Act {
        Act(
            subject: subject, date: occurred, outcome: filters.missing(in: honours.levels) ?? outcome, attendance: nil,
            actors: state.canonical(actors + others), place: place, fen: fen, honours: honours.levels, quantities: quantities.byUnit,
            lead: actors.first.map(state.canonical),
            evidence: honours.evidence.isEmpty ? evidence : (evidence + honours.evidence).sortedUnique, marks: [:])
    }
}
