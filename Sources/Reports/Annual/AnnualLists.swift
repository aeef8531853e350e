internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import TransparencyTree
internal import Wording

/// The report's lists: what was done, by whom, and what was corrected.
extension AnnualReport {
    var activities: Document.Section? {
        var table = Table(
            "activities",
            [
                .init("date", ReportColumn.date, .date), .init("activity", ReportColumn.activity),
                .init("kind", ReportColumn.kind, .word), .init("attended", ReportColumn.attended, .share),
                .init("partners", ReportColumn.partners), .init("outcome", ReportColumn.outcome),
            ])
        for activity in state.heldActivities(in: period, asOf: asOf) {
            guard let schedule = activity.schedule, let date = activity.date else { continue }
            let count = AttendanceCount(activity, in: state)
            let attended: Cell =
                !count.evidence.isEmpty
                ? .share(Int64(count.present.count), of: Int64(count.countable))
                : activity.closing?.participants.map { .figure(.integer($0), .participants($0)) } ?? .empty
            let outcomes = activity.closing?.outcomes ?? []
            table.append(
                [
                    .when(date), .plain("\(activity.id) \(schedule.title)"),
                    .code(schedule.kind.description, .activityKind(schedule.kind)), attended,
                    .list(activity.partners.map { .plain($0) }),
                    .figure(.array(outcomes.map(\.json)), .joined(outcomes.map(Phrase.outcomeKind), zh: "；", en: "; ")),
                ], evidence: (activity.evidence + count.evidence).sortedUnique)
        }
        return section(ReportSection.activities, table)
    }

    var attendance: Document.Section? {
        let register = AttendanceRegister(state, period: period, asOf: asOf)
        var table = Table(
            "attendance",
            [
                .init("member", ReportColumn.member), .init("countable", ReportColumn.countable, .number),
                .init("present", ReportColumn.present, .number),
                .init("late", ReportColumn.late, .number), .init("leave", ReportColumn.onLeave, .number),
                .init("absent", ReportColumn.absent, .number),
                .init("excused", ReportColumn.excused, .number), .init("share", ReportColumn.share, .percent),
            ])
        for (member, tally) in register.tallies.sorted(by: { $0.key < $1.key }) {
            let evidence = register.rows.flatMap { row in
                state.activities[row.activity]?.attendance.marks[member].map { [$0.position] + $0.corrections } ?? []
            }
            table.append(
                [
                    cell(of: member), .number(tally.countable), .number(tally.present), .number(tally.late),
                    .number(tally.onLeave), .number(tally.absent), .number(tally.excused),
                    .percent(Int64(tally.present), of: Int64(tally.countable)),
                ], evidence: evidence.sortedUnique)
        }
        guard !table.rows.isEmpty else { return nil }
        let asked = status?.plan.attendance
        let bars = register.rows.map { row in
            BarChart.Bar(
                label: title(of: row.activity.subject), value: Int64(row.count.present.count),
                full: Int64(max(1, row.count.countable)),
                caption: .plain(
                    Phrase.percent(
                        Int64(row.count.present.count), of: Int64(row.count.countable), beside: asked.map { [Limit($0)] } ?? [])),
                isGood: asked?.isReached(by: row.count.present.count, of: row.count.countable) ?? true)
        }
        let mark = asked.map { Phrase.line(at: $0) } ?? .plain("")
        let chart = BarChart(
            title: ReportSection.attendanceByActivity + mark, bars: bars, markPercent: asked.map { Int(($0.part * Ratio(100)).rounded) })
        return section(table.key, ReportSection.attendance, [.chart(chart), .table(table)])
    }

    var proposals: Document.Section? {
        var table = Table(
            "proposals",
            [
                .init("proposal", ReportColumn.proposal), .init("number", ReportColumn.number),
                .init("kind", ReportColumn.kind, .word), .init("by", ReportColumn.proposedBy),
                .init("filed", ReportColumn.filed, .date),
                .init("units", ReportColumn.units), .init("stage", ReportColumn.state, .word),
                .init("rated", ReportColumn.rated),
            ])
        for proposal in state.proposals.values {
            guard let filed = proposal.filed, happened(filed.occurred) else { continue }
            let authors: Cell = filed.fact.body.map { .plain($0) } ?? .list(proposal.signers.map(cell))
            let units = proposal.rounds.last?.units.map(\.name) ?? []
            table.append(
                [
                    .plain("\(proposal.id) \(filed.fact.title)"), .text(proposal.number),
                    .code(filed.fact.kind.rawValue, .proposalKind(filed.fact.kind)), authors, .when(filed.occurred),
                    .list(units.map { .plain($0) }), .code(proposal.stage.rawValue, .proposalStage(proposal.stage)),
                    .list(
                        proposal.ratings.map {
                            .figure(
                                ["handling": .string($0.fact.handling.rawValue), "result": .string($0.fact.result.rawValue)],
                                .rating($0.fact.handling) + .plain("/") + .rating($0.fact.result))
                        }),
                ], evidence: proposal.evidence)
        }
        guard !table.rows.isEmpty else { return nil }
        return section(table.key, ReportSection.proposals, [.table(table)] + (satisfaction.map { [.paragraph($0)] } ?? []))
    }

    /// What the signers of the year's proposals thought of the answers they were last given; nil where nobody said.
    private var satisfaction: Phrase? {
        let rounds = state.proposals.values.filter { $0.filed.map { happened($0.occurred) } ?? false }
            .compactMap { $0.rounds.last { !$0.ratings.isEmpty } }
        let ratings = rounds.flatMap(\.ratings).filter { $0.occurred.last <= asOf }
        guard !ratings.isEmpty else { return nil }
        func counts(_ axis: KeyPath<ProposalRated, ProposalRated.Rating>) -> Phrase {
            .joined(
                ProposalRated.Rating.allCases.map { rating in
                    .rating(rating) + .plain(" \(ratings.count { $0.fact[keyPath: axis] == rating })")
                })
        }
        return .satisfaction(ratingCount: ratings.count, handling: counts(\.handling), result: counts(\.result))
    }

    /// What was due of the proposals and suggestions of the year by the rules that stand, and how much of it in time.
    var timeLimits: Document.Section? {
        let limits = deadlines.filter { period.contains($0.from) }
        guard !limits.isEmpty else { return nil }
        var table = Table(
            "time-limits",
            [
                .init("step", ReportColumn.step), .init("who", ReportColumn.who), .init("of", ReportColumn.ofWhich),
                .init("from", ReportColumn.countedFrom, .date), .init("due", ReportColumn.due, .date),
                .init("done", ReportColumn.done, .date), .init("standing", ReportColumn.state, .word),
            ])
        for limit in limits {
            let who: Cell? = limit.unit.map { unit in
                MemberID(unit).flatMap { state.members[$0] == nil ? nil : cell(of: $0) } ?? .plain(unit)
            }
            table.append(
                [
                    .code(limit.step.rawValue, .step(limit.step)), who ?? .empty, cell(of: limit.subject), .date(limit.from),
                    limit.due.map { .date($0) } ?? .none, .date(limit.done),
                    .code(limit.standing(asOf: asOf).rawValue, .standing(limit, on: asOf, within: 0)),
                ], evidence: limit.evidence)
        }
        let rules = state.rules.map { Phrase.computedBy(rules: $0.fact.title) } ?? .plain("")
        return section(
            table.key, ReportSection.timeLimits, [.paragraph(rules + .rates(DeadlineRate.all(limits, on: asOf))), .table(table)])
    }

    /// Stands for a name that is nobody else's business.
    private static let notPublic = Cell.code("not-public", .notPublic)

    var funds: Document.Section? {
        var table = Table(
            "funds",
            [
                .init("purpose", ReportColumn.purpose), .init("received", ReportColumn.received, .money),
                .init("spent", ReportColumn.spent, .money),
                .init("left", ReportColumn.balance, .money),
            ])
        for fund in state.funds(asOf: asOf) where fund.spent > 0 {
            table.append(
                [.plain(fund.purpose)] + [fund.received, fund.spent, fund.balance].map { .money(fen: $0) },
                evidence: fund.evidence.sortedUnique)
        }
        return section(ReportSection.funds, table)
    }

    var suggestions: Document.Section? {
        var table = Table(
            "suggestions",
            [
                .init("suggestion", ReportColumn.suggestion), .init("by", ReportColumn.suggestedBy),
                .init("date", ReportColumn.date, .date), .init("to", ReportColumn.handedTo),
                .init("stage", ReportColumn.state, .word),
            ])
        for suggestion in state.suggestions.values {
            guard let submitted = suggestion.submitted, happened(submitted.occurred) else { continue }
            table.append(
                [
                    .plain("\(suggestion.id) \(suggestion.title ?? submitted.fact.title)"), .list(submitted.fact.members.map(cell)),
                    .when(submitted.occurred), .text(suggestion.handedOver?.fact.to),
                    .code(suggestion.stage.rawValue, .suggestionStage(suggestion.stage)),
                ], evidence: suggestion.evidence)
        }
        return section(ReportSection.suggestions, table)
    }

    var donations: Document.Section? {
        var table = Table(
            "donations",
            [
                .init("donation", ReportColumn.donation), .init("date", ReportColumn.date, .date),
                .init("kind", ReportColumn.donationKind, .word), .init("amount", ReportColumn.yuan, .money),
                .init("donor", ReportColumn.donor), .init("purpose", ReportColumn.purpose),
            ])
        var (given, broughtIn) = (Int64(0), Int64(0))
        for donation in state.donations.values {
            guard let received = donation.received, happened(received.occurred) else { continue }
            if received.fact.kind == .broughtIn { broughtIn = broughtIn.addingClamped(received.fact.amount ?? 0) } else { given = given.addingClamped(received.fact.worth) }
            // A donor is named in a report that is posted only if they agreed to it.
            let named = received.fact.consent ?? false
            let donor: Cell =
                named ? received.fact.member.map(cell) ?? .code("other", .otherDonor) : Self.notPublic
            table.append(
                [
                    .plain(donation.id), .when(received.occurred),
                    .code(received.fact.kind.rawValue, .donationKind(received.fact.kind)),
                    .money(fen: received.fact.amount ?? received.fact.value ?? 0), donor,
                    .text(received.fact.purpose ?? received.fact.goods),
                ], evidence: donation.evidence)
        }
        func addTotal(_ code: String, _ title: Phrase, _ fen: Int64) {
            guard fen > 0 else { return }
            table.append([.code(code, title), .empty, .empty, .money(fen: fen), .empty, .empty], isTotal: true)
        }
        addTotal("given", ReportRow.totalGiven, given)
        addTotal("brought-in", ReportRow.totalBroughtIn, broughtIn)
        return section(ReportSection.donations, table)
    }

    var visits: Document.Section? {
        var table = Table(
            "visits",
            [
                .init("visit", ReportColumn.visit), .init("date", ReportColumn.date, .date), .init("whom", ReportColumn.whom),
                .init("place", ReportColumn.place),
            ])
        for visit in state.visits.values {
            guard let made = visit.made, happened(made.occurred) else { continue }
            // A report is posted: whoever was visited at home and is no member stays unnamed, whether or not the key is
            // at hand. Of an older visit it says what was in the open.
            let others: [Cell] = made.fact.to.map { [$0.plain.map { .plain($0) } ?? Self.notPublic] } ?? []
            table.append(
                [
                    .plain(visit.id), .when(made.occurred), .list(made.fact.members.map(cell) + others),
                    .text(made.fact.countedPlace),
                ], evidence: visit.evidence)
        }
        return section(ReportSection.visits, table)
    }

    var works: Document.Section? {
        var table = Table(
            "works",
            [
                .init("work", ReportColumn.work), .init("kind", ReportColumn.workKind, .word),
                .init("date", ReportColumn.date, .date), .init("activity", ReportColumn.activityOfWork),
            ])
        for work in state.works.values {
            guard let filed = work.filed, happened(filed.occurred) else { continue }
            table.append(
                [
                    .plain("\(work.id) \(filed.fact.title)"), .code(filed.fact.kind.description, .workKind(filed.fact.kind)),
                    .when(filed.occurred), filed.fact.activity.map { cell(of: $0.subject) } ?? .empty,
                ], evidence: work.evidence)
        }
        return section(ReportSection.works, table)
    }

    var correctionsOfTheYear: Document.Section? {
        var table = Table(
            "corrections",
            [
                .init("kind", ReportColumn.correction), .init("date", ReportColumn.date, .date),
                .init("corrects", ReportColumn.corrects), .init("about", ReportColumn.about),
                .init("reason", ReportColumn.correctionReason),
            ])
        for correction in corrections {
            table.append(
                [
                    correction.isVoid
                        ? .code("voided", .voided) : .code("corrected", .corrected),
                    .when(correction.occurred), .figure(.integer(correction.corrects.value), .plain("#\(correction.corrects)")),
                    .list(correction.about.map(cell)), .plain(correction.reason),
                ], evidence: [correction.corrects, correction.position])
        }
        return section(ReportSection.corrections, table)
    }
}
