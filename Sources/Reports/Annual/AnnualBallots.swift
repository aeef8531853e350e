internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Views
internal import Wording

/// Elections, votes and appraisals of the year with what came of them, which reports of earlier renderings do not list.
extension AnnualReport {
    var ballotRows: [BallotsView.Row] {
        guard rendering > 3 else { return [] }
        return state.ballotRows { _ in true }.filter { period.contains(($0.date ?? $0.called.occurred).last) }
    }

    /// Each ballot, and behind them what was appraised.
    var ballots: Document.Section? {
        let rows = ballotRows
        guard !rows.isEmpty else { return nil }
        let appraised = appraisedTable(rows)
        return section(
            "ballots", ReportSection.ballots,
            [.table(table(of: rows))] + (appraised.rows.isEmpty ? [] : [.paragraph(ReportSection.appraised), .table(appraised)]))
    }

    private func table(of rows: [BallotsView.Row]) -> Table {
        var table = Table(
            "ballots",
            [
                .init("ballot", ReportColumn.ballot), .init("date", ReportColumn.date, .date), .init("kind", ReportColumn.kind, .word),
                .init("method", ReportColumn.method, .word), .init("present", ReportColumn.presentOfAll, .share), .init("returned", ReportColumn.papers, .share),
                .init("invalid", ReportColumn.invalidPapers, .number),
                .init("result", ReportColumn.result), .init("votes", ReportColumn.votes),
            ])
        for row in rows {
            let called = row.called.fact
            let count = state.ballots[row.ballot]?.counted
            let counted = count?.fact
            table.append(
                [
                    .plain("\(row.ballot) \(called.title)"), .when(day(of: row, count)),
                    .code(called.kind.rawValue, .ballotKind(called.kind)), .code(called.method.rawValue, .ballotMethod(called.method)),
                    counted.map { .share($0.present, of: $0.eligible) } ?? .empty, papers(counted), counted?.issued == nil ? .empty : .number(counted?.invalid ?? 0),
                    .code(row.outcome?.finding.rawValue ?? "open", .outcome(row.outcome, of: called)), .list(votes(of: row)),
                ], evidence: row.evidence)
        }
        return table
    }

    private func papers(_ counted: BallotCounted?) -> Cell {
        guard let issued = counted?.issued, let returned = counted?.returned else { return .empty }
        return .share(returned, of: issued)
    }

    /// The day of the count, where that is one of the meeting's days; else those, as it was typed in later.
    private func day(of row: BallotsView.Row, _ counted: Recorded<BallotCounted>?) -> Occurrence {
        guard let date = row.date else { return row.called.occurred }
        guard let count = counted?.occurred, count.first >= date.first, count.last <= date.last else { return date }
        return count
    }

    /// Of an election, who was elected, with the votes; whoever was not is not named in a report that is posted. Of a decision, how many
    /// gave each answer.
    private func votes(of row: BallotsView.Row) -> [Cell] {
        guard let ballot = state.ballots[row.ballot], let outcome = row.outcome else { return [] }
        let called = row.called.fact
        switch called.kind {
        case .decision:
            return ballot.answers.map { count in
                .figure(["answer": .string(count.answer.description), "votes": .integer(count.votes)], .votes(count.votes, .ballotAnswer(count.answer)))
            }
        case .election:
            return (outcome.election?.elected ?? []).map { candidate in
                let option = called.option(candidate)
                let votes = ballot.votes(for: candidate)
                let name = option.member.map { label(state.canonical($0)) } ?? .plain(option.name ?? "")
                let code = option.member.map { JSONValue.string(state.canonical($0).description) } ?? .string(option.name ?? "")
                return .figure(["elected": code, "votes": .integer(votes)], .votes(votes, name))
            }
        case .appraisal: return []
        }
    }

    private func appraisedTable(_ rows: [BallotsView.Row]) -> Table {
        var table = Table(
            "appraised",
            [
                .init("ballot", ReportColumn.ballot, .word), .init("appraised", ReportColumn.appraised), .init("expressed", ReportColumn.ofExpressed),
                .init("returned", ReportColumn.ofReturned), .init("rank", ReportColumn.rank, .number),
            ])
        for row in rows {
            for (index, option) in row.called.fact.options.enumerated() {
                guard let appraised = row.outcome?.appraised(index) else { continue }
                let whom = option.member.map { cell(of: state.canonical($0)) } ?? option.what.map(cell) ?? .text(option.name)
                table.append(
                    [.code(row.ballot.description, .plain(row.ballot)), whom] + Optional(appraised).rates + [appraised.rank.map { .number($0) } ?? .empty],
                    evidence: row.evidence)
            }
        }
        return table
    }
}
