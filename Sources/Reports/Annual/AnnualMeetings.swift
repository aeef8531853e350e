internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Views
internal import Wording

/// What meetings did, and what was received: speeches, ballots, decisions, reports on duties, letters and visits. Reports of
/// earlier renderings do not list it.
extension AnnualReport {
    /// How many there were of each, by the entries of each one.
    var meetingCounts: [(code: String, title: Phrase, evidence: [[Position]])] {
        [
            ("speeches", ReportSection.speeches, speechRows.map(\.evidence)), ("ballots", ReportSection.ballots, ballotRows.map(\.evidence)),
            ("decisions", ReportSection.decisions, decisionsMade.map { $0.decision.evidence.sorted() }),
            ("duty-reports", ReportSection.dutyReports, dutyReportsGiven.map { $0.report.evidence.sorted() }),
            ("petitions", ReportRow.petitions, petitionsReceived.map { $0.petition.evidence.sorted() }),
        ]
    }

    /// Whether something done at a meeting belongs to the year: by the days of the meeting, as it may be typed in later. What
    /// happened after the report's day is not in its state.
    private func isOfYear(_ activity: ActivityID?, _ occurred: Occurrence) -> Bool {
        rendering > 3 && period.contains(date(of: activity, or: occurred).last)
    }

    // MARK: Speeches

    private var speechRows: [SpeechesView.Row] {
        state.speechRows { _ in true }.filter { isOfYear($0.given.activity, $0.date) }
    }

    /// How many there were at each meeting, and by each member; one by several members counts for each of them.
    var speeches: Document.Section? {
        let rows = speechRows
        guard !rows.isEmpty else { return nil }
        return section("speeches", ReportSection.speeches,
            [
                .paragraph(ReportSection.speechesByMeeting), .table(speeches(atMeetings: rows)), .paragraph(ReportSection.speechesByMember),
                .table(speeches(ofMembers: rows)),
            ])
    }

    private func speeches(atMeetings rows: [SpeechesView.Row]) -> Table {
        var table = Table(
            "speeches",
            [
                .init("date", ReportColumn.date, .date), .init("meeting", ReportColumn.meeting), .init("speeches", ReportColumn.speeches, .number),
                .init("oral", ReportColumn.oral, .number), .init("written", ReportColumn.written, .number),
                .init("speakers", ReportColumn.speakers, .number),
            ])
        let meetings = Dictionary(grouping: rows) { $0.given.activity }.map { activity, rows in
            (date: date(of: activity, or: rows[0].date), activity: activity, rows: rows)
        }
        for meeting in meetings.sorted(by: { ($0.date.first, $0.activity) < ($1.date.first, $1.activity) }) {
            let speakers = Set(meeting.rows.flatMap(\.given.members))
            table.append(
                [.when(meeting.date), cell(of: meeting.activity.subject)] + Self.counts(of: meeting.rows) + [.number(speakers.count)],
                evidence: meeting.rows.flatMap(\.evidence).sortedUnique)
        }
        return table
    }

    private func speeches(ofMembers rows: [SpeechesView.Row]) -> Table {
        var table = Table(
            "speakers",
            [
                .init("member", ReportColumn.member), .init("speeches", ReportColumn.speeches, .number), .init("oral", ReportColumn.oral, .number),
                .init("written", ReportColumn.written, .number), .init("meetings", ReportColumn.meetings, .number),
            ])
        for member in Set(rows.flatMap(\.given.members)).sorted() {
            let own = rows.filter { $0.given.members.contains(member) }
            table.append(
                [cell(of: member)] + Self.counts(of: own) + [.number(Set(own.map(\.given.activity)).count)],
                evidence: own.flatMap(\.evidence).sortedUnique)
        }
        return table
    }

    /// All, spoken and handed in.
    private static func counts(of rows: [SpeechesView.Row]) -> [Cell] {
        [.number(rows.count), .number(rows.count { $0.given.form == .oral }), .number(rows.count { $0.given.form == .written })]
    }

    // MARK: Decisions

    private var decisionsMade: [(decision: Decision, made: Recorded<DecisionMade>)] {
        state.decisions.values.compactMap { decision in
            decision.made.flatMap { isOfYear($0.fact.activity, $0.occurred) ? (decision, $0) : nil }
        }
    }

    /// To whom each was handed over last and by when it had to be answered, and how far it has been carried out.
    var decisions: Document.Section? {
        let decisions = decisionsMade
        let isAppraised = decisions.contains { $0.decision.appraised != nil }
        var table = Table(
            "decisions",
            [
                .init("decision", ReportColumn.decision), .init("kind", ReportColumn.kind, .word), .init("date", ReportColumn.date, .date),
                .init("vote", ReportColumn.passedBy, .word), .init("to", ReportColumn.givenTo), .init("due", ReportColumn.due, .date),
                .init("answered", ReportColumn.answered, .date), .init("handled", ReportColumn.handled, .date),
                .init("stage", ReportColumn.state, .word),
            ] + (isAppraised ? [.init("appraised", ReportColumn.ofExpressed)] : []))
        let dues = lastDues(of: .decision)
        for (decision, made) in decisions {
            let fact = made.fact
            let appraised = state.appraisal(of: decision)
            let ballots = decision.appraised.flatMap { state.ballots[$0.fact.ballot]?.evidence } ?? []
            let again: [Phrase] = decision.rounds.count > 1 ? [.handledAgain(decision.rounds.count)] : []
            let title = [decision.id.description, fact.title, fact.number].compactMap(\.self).joined(separator: " ")
            table.append(
                [
                    .plain(title), .code(fact.kind.rawValue, .decisionKind(fact.kind)), .when(made.occurred),
                    fact.ballot.map { .code($0.description, .plain($0)) } ?? .empty, .text(decision.rounds.last?.handedOver.fact.to),
                    .date(dues[decision.id.subject]), when(decision.rounds.last?.answered), when(decision.handled),
                    .code(decision.stage.rawValue, .joined([.decisionStage(decision.stage)] + again)),
                ] + (isAppraised ? [.rate(appraised?.satisfied, of: appraised?.expressed)] : []),
                evidence: (decision.evidence + ballots).sortedUnique)
        }
        return section(ReportSection.decisions, table)
    }

    private func when(_ fact: Recorded<some Sendable>?) -> Cell { fact.map { .when($0.occurred) } ?? .empty }

    /// The day by which each matter had to be answered the last time that it was given to a unit.
    private func lastDues(of step: TimeLimit.Step) -> [Subject: CalendarDate] {
        let limits = deadlines.filter { $0.step == step }.sorted { $0.from < $1.from }
        return limits.reduce(into: [:]) { $0[$1.subject] = $1.due }
    }

    // MARK: Reports on duties

    private var dutyReportsGiven: [(report: DutyReport, given: Recorded<DutyReportGiven>)] {
        state.dutyReports.values.compactMap { report in
            report.given.flatMap { isOfYear($0.fact.activity, $0.occurred) ? (report, $0) : nil }
        }
    }

    /// Who reported, how much was asked, and how it was appraised by the ballot whose result was told.
    var dutyReports: Document.Section? {
        var table = Table(
            "duty-reports",
            [
                .init("report", ReportColumn.dutyReport), .init("member", ReportColumn.reporter), .init("date", ReportColumn.date, .date),
                .init("meeting", ReportColumn.meeting), .init("questions", ReportColumn.questions, .number), .init("told", ReportColumn.told, .date),
                .init("expressed", ReportColumn.ofExpressed), .init("returned", ReportColumn.ofReturned),
            ])
        for (report, given) in dutyReportsGiven {
            let ballot = report.told.flatMap { state.ballots[$0.fact.ballot]?.evidence } ?? []
            let cells: [Cell] = [
                .plain([report.id.description, given.fact.title].compactMap(\.self).joined(separator: " ")),
                cell(of: state.canonical(given.fact.member)), .when(date(of: given.fact.activity, or: given.occurred)),
                cell(of: given.fact.activity.subject), .number(report.questions.count), when(report.told),
            ]
            table.append(cells + state.appraisal(of: report).rates, evidence: (report.evidence + ballot).sortedUnique)
        }
        return section(ReportSection.dutyReports, table)
    }

    // MARK: Letters and visits

    private var petitionsReceived: [(petition: Petition, received: Recorded<PetitionReceived>)] {
        state.petitions.values.compactMap { petition in petition.received.flatMap { isOfYear(nil, $0.occurred) ? (petition, $0) : nil } }
    }

    /// What was brought, to whom it was handed over and by when it had to be answered, and who was on duty. Who brought it and what
    /// it says is sealed, and is not in a report that is posted.
    var petitions: Document.Section? {
        let (petitions, roster) = (petitionTable, rosterTable)
        let blocks: [Document.Block] = (petitions.rows.isEmpty ? [] : [.table(petitions)])
            + (roster.rows.isEmpty ? [] : [.paragraph(ReportSection.roster), .table(roster)])
        return blocks.isEmpty ? nil : section("petitions", ReportSection.petitions, blocks)
    }

    private var petitionTable: Table {
        var table = Table(
            "petitions",
            [
                .init("petition", ReportColumn.petition), .init("kind", ReportColumn.kind, .word), .init("date", ReportColumn.date, .date),
                .init("by", ReportColumn.receivedBy), .init("to", ReportColumn.givenTo), .init("due", ReportColumn.due, .date),
                .init("answered", ReportColumn.answered, .date), .init("stage", ReportColumn.state, .word),
            ])
        let dues = lastDues(of: .petition)
        for (petition, received) in petitionsReceived {
            let fact = received.fact
            let pressed: [Phrase] = petition.supervisions.isEmpty ? [] : [.supervised(petition.supervisions.count)]
            table.append(
                [
                    .plain("\(petition.id) \(fact.title)"), .code(fact.kind.rawValue, .petitionKind(fact.kind)), .when(received.occurred),
                    .list(state.canonical(fact.members).map(cell)), .text(petition.rounds.last?.handedOver.fact.to),
                    .date(dues[petition.id.subject]), when(petition.answered),
                    .code(petition.stage.rawValue, .joined([.petitionStage(petition.stage)] + pressed)),
                ], evidence: petition.evidence.sortedUnique)
        }
        return table
    }

    /// Duty on days that are over.
    private var rosterTable: Table {
        var table = Table(
            "duty-roster",
            [
                .init("date", ReportColumn.date, .date), .init("activity", ReportColumn.activity), .init("onDuty", ReportColumn.onDuty),
                .init("present", ReportColumn.wasThere), .init("petitions", ReportColumn.petitionCount, .number),
            ])
        for row in state.dutyRoster where isOfYear(row.activity, row.date) && row.date.last <= asOf {
            let marks = state.activities[row.activity]?.attendance.marks.values.flatMap { [$0.position] + $0.corrections } ?? []
            let brought = row.petitions.flatMap { state.petitions[$0]?.evidence ?? [] }
            table.append(
                [
                    .when(row.date), cell(of: row.activity.subject), .list(row.onDuty.map(cell)), .list(row.present.map(cell)),
                    .number(row.petitions.count),
                ], evidence: (row.evidence + marks + brought).sortedUnique)
        }
        return table
    }
}
