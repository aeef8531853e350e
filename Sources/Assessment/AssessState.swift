internal import Domain
internal import EventLog

extension Assessor {
    private var asOf: CalendarDate { facts.asOf }
    private var isOver: Bool { asOf >= plan.period.last }
    private var hasBegun: Bool { asOf >= plan.period.first }

    /// How much of the year has gone by.
    private var elapsed: Ratio {
        guard hasBegun else { return Ratio(0) }
        let days = Int64(plan.period.last.daysSince1970 - plan.period.first.daysSince1970) + 1
        let gone = Int64(min(asOf, plan.period.last).daysSince1970 - plan.period.first.daysSince1970) + 1
        return Ratio(gone, over: days)
    }

    /// Where a target stands. What is required decides; a target that requires nothing is met by its points.
    func state(
        of target: Target, _ requirements: [RequirementStatus], points: Int64?, _ lines: [ScoreLine]
    ) -> TargetState {
        if case .deduction? = target.scoring { return stateOfDeductions(points ?? 0) }
        guard !requirements.isEmpty else { return stateOfPoints(points ?? 0, of: target.points ?? 0) }
        if requirements.allSatisfy(\.isMet) { return .met }
        if isOver { return .missed }
        let expected = requirements.map { $0.requirement.expected(after: elapsed) }
        let hasBegun = requirements.contains { $0.requirement.reached($0.actual) > Ratio(0) }
        if !hasBegun, expected.allSatisfy({ $0 == Ratio(0) }) { return .notDue }
        let keepsPace = zip(requirements, expected).allSatisfy { status, expected in
            status.requirement.reached(status.actual) >= expected
        }
        return keepsPace ? .onTrack : .behind
    }

    private func stateOfDeductions(_ points: Int64) -> TargetState {
        if !hasBegun { return .notDue }
        if points < 0 { return isOver ? .missed : .behind }
        return isOver ? .met : .onTrack
    }

    /// Points given by hand are owed by nobody before the year is over.
    private func stateOfPoints(_ points: Int64, of full: Int64) -> TargetState {
        if points > 0, points >= full || isOver { return .met }
        if isOver { return .missed }
        return points > 0 ? .onTrack : .notDue
    }

    // MARK: - Calendar

    /// Which deed fulfils which item: first those that name an item, then those that fit one, in the order of dates.
    func calendar() -> [CalendarStatus] {
        var taken: Set<ActivityID> = []
        var links: [String: (Activity, CalendarStatus.Link)] = [:]
        for activity in facts.activities {
            for item in activity.schedule?.fulfils ?? [] where links[item] == nil {
                links[item] = (activity, .given)
                taken.insert(activity.id)
            }
        }
        for item in plan.calendar.sorted(by: { $0.when.first < $1.when.first }) where links[item.id] == nil {
            let fitting = facts.activities.first { !taken.contains($0.id) && item.fits($0) }
            guard let fitting else { continue }
            links[item.id] = (fitting, .found)
            taken.insert(fitting.id)
        }
        return plan.calendar.map { item in status(of: item, links[item.id]) }
    }

    private func status(of item: CalendarItem, _ link: (Activity, CalendarStatus.Link)?) -> CalendarStatus {
        if let (activity, link) = link {
            return CalendarStatus(
                item: item, state: .met, fulfilledBy: activity.id.subject, link: link, evidence: activity.evidence)
        }
        if let visit = visit(fitting: item) {
            return CalendarStatus(
                item: item, state: .met, fulfilledBy: visit.id.subject, link: .found, evidence: visit.evidence)
        }
        let state: TargetState =
            asOf < item.when.first ? .notDue : asOf <= item.when.last ? .onTrack : .missed
        return CalendarStatus(item: item, state: state, fulfilledBy: nil, link: nil, evidence: [])
    }

    private func visit(fitting item: CalendarItem) -> Visit? {
        guard item.kind.description == VisitKind.name.description else { return nil }
        return facts.state.visits.values.first { visit in
            guard let made = visit.made, facts.happened(made.occurred) else { return false }
            return item.when.first <= made.occurred.last && made.occurred.first <= item.when.last
        }
    }
}

extension CalendarItem {
    /// Whether an activity that names no item is what this one asks for: its kind, its level, its time.
    fileprivate func fits(_ activity: Activity) -> Bool {
        guard let schedule = activity.schedule, let date = activity.date, schedule.fulfils.isEmpty,
            schedule.kind == kind, schedule.level == level
        else { return false }
        return when.first <= date.last && date.first <= when.last
    }
}

extension Requirement {
    /// What should have been reached by now, as a part of the whole. Counts come in whole acts, rounded down.
    fileprivate func expected(after elapsed: Ratio) -> Ratio {
        switch measure {
        case .acts(_, let least), .records(_, let least):
            Ratio(elapsed.wholePart(of: least), over: least)
        case .ratio, .averageDonation: elapsed
        }
    }
}
