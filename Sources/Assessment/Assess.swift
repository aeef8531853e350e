public import Domain
public import EventLog

/// Scores a plan against a state: pure, exact, and with every entry behind each figure.
///
/// - Parameter asOf: what happened later is left out. Denominators are members in office on that day.
public func assess(_ plan: Plan, _ state: State, asOf: CalendarDate) -> PlanStatus {
    let assessor = Assessor(plan: plan, facts: YearFacts(state, period: plan.period, asOf: asOf))
    let calendar = assessor.calendar()
    let taken = Set(calendar.compactMap(\.fulfilledBy))
    return PlanStatus(
        plan: plan, asOf: asOf, position: state.position, targets: plan.targets.map(assessor.status),
        calendar: calendar,
        unplanned: plan.calendar.isEmpty
            ? [] : assessor.facts.activities.map(\.id).filter { !taken.contains($0.subject) })
}

struct Assessor {
    let plan: Plan
    let facts: YearFacts

    func status(of target: Target) -> TargetStatus {
        let requirements = target.requirements.map(measure)
        let score = score(target, requirements)
        let capped = score.map { score in target.points.map { min(score.sum, $0) } ?? score.sum }
        let lines = score?.lines ?? target.requirements.flatMap(lines)
        let evidence = (lines.flatMap(\.evidence) + requirements.flatMap(\.evidence)).sortedUnique
        return TargetStatus(
            target: target, state: state(of: target, requirements, points: capped, lines), points: capped,
            uncapped: score?.sum, requirements: requirements, lines: lines, due: plan.period.last, evidence: evidence)
    }

    // MARK: - Measuring

    private func measure(_ requirement: Requirement) -> RequirementStatus {
        let lines = lines(requirement)
        let actual: Quantity
        switch requirement.measure {
        case .acts: actual = .count(Int64(lines.count { $0.outcome == .counts }))
        case .records: actual = .count(Int64(lines.count))
        case .ratio: actual = .share(numerator: Int64(lines.count), denominator: facts.membersInOffice)
        case .averageDonation: actual = .fenPerMember(total: facts.donations.fen, members: facts.membersInOffice)
        }
        return RequirementStatus(
            requirement: requirement, actual: actual, isMet: requirement.reached(actual) >= Ratio(1),
            evidence: lines.flatMap(\.evidence).sortedUnique)
    }

    private func lines(_ requirement: Requirement) -> [ScoreLine] {
        switch requirement.measure {
        case .acts(let selector, _): facts.lines(selector, points: 0)
        case .records(let kinds, _), .ratio(let kinds, _): facts.lines(kinds)
        case .averageDonation: facts.donations.lines
        }
    }

    // MARK: - Scoring

    struct Score {
        let sum: Int64
        let lines: [ScoreLine]

        init(sum: Int64, lines: [ScoreLine]) {
            self.sum = sum
            self.lines = lines
        }

        init(lines: [ScoreLine]) {
            self.init(sum: lines.reduce(0) { $0 + $1.points }, lines: lines)
        }
    }

    private func score(_ target: Target, _ requirements: [RequirementStatus]) -> Score? {
        switch target.scoring {
        case nil: return nil
        case .perAct(let each, let selector)?:
            return Score(lines: facts.lines(selector, points: each))
        case .proRata?:
            // What was reached least decides, where several things are required.
            let reached = requirements.map { $0.requirement.reached($0.actual) }.min() ?? Ratio(0)
            return Score(sum: reached.share(of: target.points ?? 0), lines: target.requirements.flatMap(lines))
        case .deduction(let role, let absent, let leave, let selector)?:
            return Score(lines: deductions(role, absent, leave, selector))
        case .byHand?:
            return Score(lines: grants(for: target))
        }
    }

    /// The office-holder's absences and leaves; the entry of each, or of the activity where nothing was recorded.
    private func deductions(
        _ role: String, _ absent: Int64, _ leave: Int64, _ selector: ActSelector
    ) -> [ScoreLine] {
        facts.activities.filter { selector.speaks(of: $0) }.flatMap { activity -> [ScoreLine] in
            guard let date = activity.date else { return [] }
            let count = AttendanceCount(activity, in: facts.state)
            func lines(_ members: [MemberID], _ points: Int64, _ outcome: (MemberID) -> ScoreLine.Outcome) -> [ScoreLine] {
                members.filter { facts.state.members[$0]?.names(of: .role, on: date.first).contains(role) ?? false }
                    .map { member in
                        let mark = activity.attendance.marks[member]
                        return ScoreLine(
                            subject: activity.id.subject, date: date, points: -points, attendance: nil,
                            outcome: outcome(member),
                            evidence: (activity.evidence + (mark.map { [$0.position] + $0.corrections } ?? [])).sortedUnique)
                    }
            }
            return lines(count.absent, absent) { .absentWithoutCause($0) } + lines(count.onLeave, leave) { .onLeave($0) }
        }
    }

    private func grants(for target: Target) -> [ScoreLine] {
        facts.state.awards.values.compactMap { award in
            guard let granted = award.granted, granted.fact.grant.plan.description == plan.id,
                granted.fact.grant.target == target.id, facts.happened(granted.occurred)
            else { return nil }
            return ScoreLine(
                subject: award.id.subject, date: granted.occurred, points: granted.fact.signedPoints, attendance: nil,
                outcome: .counts, evidence: award.evidence)
        }
    }
}

extension Requirement {
    /// What was reached of it: 1 is all.
    func reached(_ actual: Quantity) -> Ratio {
        switch (measure, actual) {
        case (.acts(_, let least), .count(let count)), (.records(_, let least), .count(let count)):
            return Ratio(count, over: least)
        case (.ratio(_, let percent), .share(let numerator, let denominator)):
            return denominator == 0 ? Ratio(0) : Ratio(numerator * 100, over: denominator * Int64(percent))
        case (.averageDonation(let least), .fenPerMember(let total, let members)):
            return members == 0 ? Ratio(0) : Ratio(total, over: members * least)
        case (.acts, _), (.records, _), (.ratio, _), (.averageDonation, _):
            preconditionFailure("a measure gives its own kind of quantity")
        }
    }
}
