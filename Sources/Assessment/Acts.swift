internal import Domain
package import EventLog

/// The acts and records of a plan's year, as of a day.
struct YearFacts {
    let state: State
    let period: Period
    let asOf: CalendarDate
    private let held: [Activity]
    private let documents: [ActivityID: [Recorded<WorkFiled>]]

    init(_ state: State, period: Period, asOf: CalendarDate) {
        self.state = state
        self.period = period
        self.asOf = asOf
        held = state.heldActivities(in: period, asOf: asOf)
        var documents: [ActivityID: [Recorded<WorkFiled>]] = [:]
        for work in state.works.values {
            guard let filed = work.filed, let activity = filed.fact.activity, filed.occurred.last <= asOf else { continue }
            documents[activity, default: []].append(filed)
        }
        self.documents = documents
    }

    func happened(_ occurred: Occurrence) -> Bool { period.contains(occurred.last) && occurred.last <= asOf }

    var membersInOffice: Int64 { Int64(state.members.values.count { $0.isInOffice(on: asOf) }) }

    /// Held activities, by date.
    var activities: [Activity] { held }

    /// What each activity that the selector speaks of comes to.
    ///
    /// - Parameter points: hundredths for each that counts.
    func lines(_ selector: ActSelector, points: Int64) -> [ScoreLine] {
        held.filter { selector.speaks(of: $0) }.map { line($0, selector, points) }
    }

    private func line(_ activity: Activity, _ selector: ActSelector, _ points: Int64) -> ScoreLine {
        var evidence = activity.evidence
        var outcome = ScoreLine.Outcome.counts
        var attendance: AttendanceCount?
        if let percent = selector.attendancePercentMin {
            let count = AttendanceCount(activity, in: state)
            attendance = count
            evidence += count.evidence
            if count.countable == 0 {
                outcome = .nobodyCountable
            } else if !count.reaches(percent: percent) {
                outcome = .attendanceBelow(percent: percent)
            }
        }
        if let kind = selector.document {
            let filed = (documents[activity.id] ?? []).filter { $0.fact.kind == kind }
            evidence += filed.flatMap { state.works[$0.fact.work]?.evidence ?? [] }
            if filed.isEmpty, outcome == .counts { outcome = .documentMissing(kind) }
        }
        return ScoreLine(
            subject: activity.id.subject, date: activity.date ?? Occurrence(asOf),
            points: outcome == .counts ? points : 0, attendance: attendance, outcome: outcome,
            evidence: evidence.sortedUnique)
    }

    /// Records of some kinds in the year, by date: a line for each.
    func lines(_ kinds: [RecordKind]) -> [ScoreLine] {
        var lines: [ScoreLine] = []
        func add(_ subject: Subject, _ occurred: Occurrence?, _ evidence: [Position]) {
            guard let occurred, happened(occurred) else { return }
            lines.append(
                ScoreLine(
                    subject: subject, date: occurred, points: 0, attendance: nil, outcome: .counts, evidence: evidence))
        }
        for kind in Set(kinds) {
            switch kind {
            case .proposals: for value in state.proposals.values { add(value.id.subject, value.filed?.occurred, value.evidence) }
            case .suggestions:
                for value in state.suggestions.values { add(value.id.subject, value.submitted?.occurred, value.evidence) }
            case .visits: for value in state.visits.values { add(value.id.subject, value.made?.occurred, value.evidence) }
            }
        }
        return lines.sorted { ($0.date.first, $0.evidence.first ?? .start) < ($1.date.first, $1.evidence.first ?? .start) }
    }

    /// Donations of the year: their worth in fen, and a line for each.
    var donations: (fen: Int64, lines: [ScoreLine]) {
        var fen: Int64 = 0
        var lines: [ScoreLine] = []
        for donation in state.donations.values {
            guard let received = donation.received, happened(received.occurred), received.fact.worth > 0 else { continue }
            fen += received.fact.worth
            lines.append(
                ScoreLine(
                    subject: donation.id.subject, date: received.occurred, points: 0, attendance: nil, outcome: .counts,
                    evidence: donation.evidence))
        }
        return (fen, lines)
    }
}

extension ActSelector {
    func speaks(of activity: Activity) -> Bool {
        guard let schedule = activity.schedule, schedule.level == level else { return false }
        return kinds?.contains(schedule.kind) ?? true
    }
}

extension [Position] {
    /// In order, each once: evidence as every figure carries it.
    package var sortedUnique: [Position] { Array(Set(self)).sorted() }
}
