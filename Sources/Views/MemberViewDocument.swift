internal import Assessment
internal import Bookkeeping
internal import Domain
internal import EventLog
public import Rendering
internal import Wording

extension MemberView {
    public var document: Document {
        Document(
            title: MemberFileText.title(member, name), subtitle: MemberFileText.subtitle(book, asOf: asOf, upTo: position),
            sections: [section(MemberFileText.offices, officeTable)].compactMap(\.self) + sheets.flatMap { sheet in
                // Each under the name of its plan, where there are several.
                (sheets.count > 1 ? [.init(title: .heading(sheet.status), blocks: [])] : []) + sheet.sections
            } + [
                section(MemberFileText.activities, activityTable), section(ReportRow.proposals, proposalTable),
                section(ReportSection.suggestions, suggestionTable), section(MemberFileText.works, workTable),
                section(MemberFileText.speeches, speechTable),
                section(MemberFileText.candidacies, candidacyTable), section(MemberFileText.namedVotes, namedVoteTable),
                section(MemberFileText.dutyReports, dutyReportTable), section(MemberFileText.appraisals, appraisalTable),
                section(MemberFileText.petitions, petitionTable),
                section(MemberFileText.commendations, commendationTable),
                section(MemberFileText.donations, donationTable), section(MemberFileText.visits, visitTable),
            ].compactMap(\.self) + objection)
    }

    private var objection: [Document.Section] {
        let text = MemberAccountText.howToObject(to: book, noun)
        let isScored = sheets.contains { $0.account != nil }
        return isScored ? [.init(key: "objection", title: MemberAccountText.objection, blocks: [.paragraph(text)])] : []
    }

    /// Nil for an empty table.
    private func section(_ title: Phrase, _ table: Table) -> Document.Section? {
        table.rows.isEmpty ? nil : Document.Section(key: table.key, title: title, blocks: [.table(table)])
    }

    private var officeTable: Table {
        var table = Table(
            "offices",
            [
                .init("kind", MemberFileText.office), .init("name", MemberFileText.name), .init("from", MemberFileText.from, .word),
                .init("until", MemberFileText.until, .word),
            ])
        for office in offices {
            let (kind, name): (Cell, Cell) =
                if let held = office.affiliation {
                    (.code(held.kind, .affiliation(held.kind)), .plain(held.name))
                } else {
                    (.code("term", MemberFileText.term), office.member == member ? .empty : .id(office.member))
                }
            table.append([kind, name, .date(office.term.from), .date(office.term.until)], evidence: office.evidence)
        }
        return table
    }

    private var activityTable: Table {
        var table = Table(
            "activities",
            [
                .init("date", ReportColumn.date, .word), .init("activity", ReportColumn.activity),
                .init("kind", ReportColumn.kind, .word), .init("attendance", ReportSection.attendance, .word),
            ])
        for row in attendances {
            guard let schedule = row.activity.schedule else { continue }
            table.append(
                [
                    .when(row.date), .named(row.activity.id, schedule.title),
                    .code(schedule.kind.description, .activityKind(schedule.kind)), .code(row.attendance, .attendance(row.attendance)),
                ], evidence: (row.activity.evidence + row.marks).sortedUnique)
        }
        return table
    }

    private var proposalTable: Table {
        var table = Table(
            "proposals",
            [
                .init("proposal", ReportColumn.proposal), .init("part", MemberFileText.part, .word),
                .init("filed", ReportColumn.filed, .word), .init("stage", ReportColumn.state, .word),
                .init("ratings", MemberFileText.rated),
            ])
        for row in proposals {
            let ratings = row.ratings.map { Phrase.rating($0.handling) + .plain("/") + .rating($0.result) }
            table.append(
                [
                    .named(row.proposal.id, row.filed.fact.title),
                    .text(row.isFirstSigner ? MemberFileText.firstSigner : MemberFileText.coSigner), .when(row.filed.occurred),
                    .code(row.proposal.stage, .proposalStage(row.proposal.stage)), .text(.joined(ratings)),
                ], evidence: row.proposal.evidence)
        }
        return table
    }

    private var suggestionTable: Table {
        var table = Table(
            "suggestions",
            [
                .init("suggestion", ReportColumn.suggestion), .init("submitted", ReportColumn.date, .word),
                .init("stage", ReportColumn.state, .word), .init("adopted", MemberFileText.adopted, .word),
            ])
        for row in suggestions {
            let level = row.subject.adoptions.map(\.fact.level).max()
            table.append(
                [
                    .named(row.subject.id, row.subject.title), .when(row.fact.occurred),
                    .code(row.subject.stage, .suggestionStage(row.subject.stage)), level.map { .code($0, .adoptionLevel($0)) } ?? .empty,
                ], evidence: row.evidence)
        }
        return table
    }

    private var workTable: Table {
        var table = Table(
            "works",
            [
                .init("work", ReportColumn.work), .init("kind", ReportColumn.workKind, .word), .init("filed", ReportColumn.date, .word),
            ])
        for row in works {
            let work = row.fact.fact
            table.append(
                [.named(row.subject, work.title), .code(work.kind.description, .workKind(work.kind)), .when(row.fact.occurred)], evidence: row.evidence)
        }
        return table
    }

    private var speechTable: Table {
        var table = Table(
            "speeches",
            [
                .init("speech", MemberFileText.speech), .init("activity", ReportColumn.activity, .word),
                .init("form", ColumnTitle.speechForm, .word), .init("given", ReportColumn.date, .word),
            ])
        for row in speeches {
            let speech = row.fact.fact
            table.append(
                [
                    .named(row.subject, speech.title), .id(speech.activity), .code(speech.form, .speechForm(speech.form)),
                    .when(row.fact.occurred),
                ], evidence: row.evidence)
        }
        return table
    }

    private var candidacyTable: Table {
        var table = Table(
            "candidacies",
            [
                .init("ballot", MemberFileText.election), .init("date", ReportColumn.date, .word), .init("votes", ColumnTitle.votesFor, .number),
                .init("result", ColumnTitle.outcome, .word),
            ])
        for row in candidacies {
            table.append(
                [
                    .named(row.ballot.ballot, row.ballot.called.fact.title), row.ballot.date.map { .when($0) } ?? .empty, .number(row.votes),
                    row.standing.map { .code($0, .ballotStanding($0)) } ?? .text(.outcome(row.ballot.outcome, of: row.ballot.called.fact)),
                ], evidence: row.ballot.evidence)
        }
        return table
    }

    private var namedVoteTable: Table {
        var table = Table(
            "votes",
            [
                .init("ballot", MemberFileText.vote), .init("date", ReportColumn.date, .word), .init("answer", MemberFileText.answer, .word),
                .init("result", ColumnTitle.outcome, .word),
            ])
        for row in votes {
            let called = row.ballot.called.fact
            table.append(
                [
                    .named(row.ballot.ballot, called.title), row.ballot.date.map { .when($0) } ?? .empty,
                    .code(row.vote.fact.answer, .ballotAnswer(row.vote.fact.answer)), .text(.outcome(row.ballot.outcome, of: called)),
                ], evidence: [row.vote.position])
        }
        return table
    }

    private var petitionTable: Table {
        var table = Table(
            "petitions",
            [
                .init("petition", MemberFileText.petition), .init("kind", ReportColumn.kind, .word), .init("received", ReportColumn.date, .word),
                .init("stage", ReportColumn.state, .word),
            ])
        for row in petitions {
            let received = row.fact.fact
            table.append(
                [
                    .named(row.subject.id, received.title), .code(received.kind, .petitionKind(received.kind)), .when(row.fact.occurred),
                    .code(row.subject.stage, .petitionStage(row.subject.stage)),
                ], evidence: row.evidence)
        }
        return table
    }

    private var dutyReportTable: Table {
        var table = Table(
            "dutyReports",
            [
                .init("report", ReportColumn.dutyReport), .init("given", ReportColumn.date, .word),
                .init("questions", ReportColumn.questions, .number), .init("stage", ReportColumn.state, .word),
                .init("expressed", ReportColumn.ofExpressed), .init("returned", ReportColumn.ofReturned),
            ])
        for row in dutyReports { table.append(cells(of: row), evidence: row.evidence) }
        return table
    }

    private func cells(of row: OwnFact<DutyReport, DutyReportGiven>) -> [Cell] {
        var cells: [Cell] = [.named(row.subject.id, row.fact.fact.title), .when(row.fact.occurred)]
        cells += [.number(row.subject.questions.count), .code(row.subject.stage, .dutyReportStage(row.subject.stage))]
        return cells + reportAppraisals[row.subject.id].rates
    }

    private var appraisalTable: Table {
        var table = Table(
            "appraisals",
            [
                .init("ballot", ReportColumn.ballot), .init("date", ReportColumn.date, .word),
                .init("expressed", ReportColumn.ofExpressed), .init("returned", ReportColumn.ofReturned), .init("rank", ReportColumn.rank, .number),
                .init("result", ReportColumn.result),
            ])
        for row in appraisals { table.append(cells(of: row.ballot, row.appraised), evidence: row.ballot.evidence) }
        return table
    }

    private func cells(of ballot: BallotsView.Row, _ appraised: BallotOutcome.Appraised?) -> [Cell] {
        var cells: [Cell] = [.named(ballot.ballot, ballot.called.fact.title), ballot.date.map { .when($0) } ?? .empty]
        cells += appraised.rates
        guard let appraised else { return cells + [.empty, .text(.outcome(ballot.outcome, of: ballot.called.fact))] }
        // What was counted says by its figures what came of it.
        return cells + [appraised.rank.map { .number($0) } ?? .empty, .empty]
    }

    private var commendationTable: Table {
        var table = Table(
            "commendations",
            [
                .init("commendation", MemberFileText.honour), .init("kind", ColumnTitle.kind, .word), .init("level", ColumnTitle.level, .word),
                .init("given", ReportColumn.date, .word), .init("from", MemberFileText.commendedBy),
            ])
        for row in commendations {
            let given = row.fact.fact
            table.append(
                [
                    .named(row.subject, given.title), .code(given.sort, .commendationKind(given.sort)),
                    .code(given.level, .adoptionLevel(given.level)), .when(row.fact.occurred), .text(given.from),
                ], evidence: row.evidence)
        }
        return table
    }

    private var donationTable: Table {
        var table = Table(
            "donations",
            [
                .init("donation", ReportColumn.donation), .init("received", ReportColumn.date, .word),
                .init("kind", ReportColumn.donationKind, .word), .init("amount", ReportColumn.yuan, .money),
                .init("purpose", ReportColumn.purpose),
            ])
        for row in donations {
            let donation = row.fact.fact
            table.append(
                [
                    .id(row.subject), .when(row.fact.occurred), .code(donation.kind, .donationKind(donation.kind)),
                    .money(fen: donation.amount ?? donation.value ?? 0), .text(donation.purpose ?? donation.goods),
                ], evidence: row.evidence)
        }
        return table
    }

    private var visitTable: Table {
        var table = Table(
            "visits",
            [.init("visit", ReportColumn.visit), .init("made", ReportColumn.date, .word), .init("place", ReportColumn.place)])
        for row in visits {
            let place = [row.fact.fact.area.map { .plain($0) }, places[row.subject].map { Phrase.name($0) }].compactMap(\.self)
            table.append([.id(row.subject), .when(row.fact.occurred), .text(.joined(place))], evidence: row.evidence)
        }
        return table
    }
}

extension Cell {
    /// An id with what it is called: `A3 学习章程`.
    static func named(_ id: some CustomStringConvertible, _ title: String?) -> Cell {
        .code(id.description, .plain("\(id) \(title ?? "")"))
    }
}
