internal import Assessment
internal import Domain
internal import EventLog
internal import Rendering
internal import Wording

/// Commendations and appeals, which reports of earlier renderings do not list.
extension AnnualReport {
    /// Whom, for what, at which level and by whom.
    var commendations: Document.Section? {
        guard rendering > 2 else { return nil }
        let given = state.commendations.values.filter { $0.given.map { happened($0.occurred) } ?? false }
        // Reports from before there were models have no column for it.
        let hasModels = given.contains { $0.given?.fact.sort == .model }
        var table = Table(
            "commendations",
            [.init("commendation", MemberFileText.honour)] + (hasModels ? [.init("kind", ColumnTitle.kind, .word)] : []) + [
                .init("date", ReportColumn.date, .date), .init("level", ColumnTitle.level, .word),
                .init("from", MemberFileText.commendedBy), .init("of", ReportColumn.commendedSort, .word), .init("whom", ColumnTitle.commended),
            ])
        for commendation in given {
            guard let given = commendation.given else { continue }
            let fact = given.fact
            let kind: [Cell] = hasModels ? [.code(fact.sort.rawValue, .commendationKind(fact.sort))] : []
            let whom = fact.members.map(cell) + (fact.what.map { [cell(of: $0)] } ?? [])
            table.append(
                [.plain("\(commendation.id) \(fact.title)")] + kind + [
                    .when(given.occurred), .code(fact.level.rawValue, .adoptionLevel(fact.level)),
                    .text(fact.from), .code(fact.of.rawValue, .commended(fact.of)), .list(whom),
                ], evidence: commendation.evidence.sortedUnique)
        }
        return section(ReportSection.commendations, table)
    }

    /// Those filed or answered in the year.
    var appeals: Document.Section? {
        guard rendering > 2 else { return nil }
        return section(
            ReportSection.appeals,
            appealTable { appeal in [appeal.filed?.occurred, appeal.answered?.occurred].contains { $0.map(happened) ?? false } })
    }
}
