internal import Domain
internal import EventLog

/// The time there is for something, and how much of it has gone by.
struct Clock {
    let period: Period
    let asOf: CalendarDate
    /// The days of it on which the member was in office, or is to be; of anybody else all of them.
    let served: [Period]

    init(period: Period, asOf: CalendarDate, served: [Period]? = nil) {
        self.period = period
        self.asOf = asOf
        self.served = served ?? [period]
    }

    var isOver: Bool { asOf >= period.last }
    var hasBegun: Bool { asOf >= first }

    /// Nothing is owed before it.
    private var first: CalendarDate { served.first?.first ?? period.first }

    func contains(_ occurred: Occurrence) -> Bool { period.contains(occurred.last) && occurred.last <= asOf }

    private var elapsed: Ratio {
        guard hasBegun else { return Ratio(0) }
        return Ratio(
            Period(first: first, last: min(asOf, period.last)).dayCount, over: Period(first: first, last: period.last).dayCount)
    }

    /// Where so many of so many stand. Acts come whole: what should have been reached by now is rounded down.
    func state(of count: Int64, _ least: Int64) -> TargetState {
        if count >= least { return .met }
        if isOver { return .missed }
        let expected = elapsed.wholePart(of: least)
        if count == 0, expected == 0 { return .notDue }
        return count >= expected ? .onTrack : .behind
    }

    /// Where a share or an average stands.
    func state(_ reached: Ratio) -> TargetState {
        if reached >= Ratio(1) { return .met }
        if isOver { return .missed }
        if reached == Ratio(0), elapsed == Ratio(0) { return .notDue }
        return reached >= elapsed ? .onTrack : .behind
    }

    /// Where something stands that must not be exceeded: kept only when the time is over.
    func stateOfLimit(_ holds: Bool) -> TargetState {
        if !holds { return .missed }
        return isOver ? .met : hasBegun ? .onTrack : .notDue
    }
}

extension Assessor {
    private var isOver: Bool { facts.asOf >= plan.period.last }
    private var hasBegun: Bool { facts.asOf >= plan.period.first }

    /// Where a target stands. What is required decides; a target that requires nothing is met by its points.
    ///
    /// - Parameter served: of a member, the days in office.
    func state(
        of target: Target, _ requirements: [TargetState], points: Int64?, start: ScoreStart?, served: [Period]? = nil
    ) -> TargetState {
        guard requirements.isEmpty else { return TargetState.of(requirements) }
        switch start {
        case .full(let full)?: return stateOfDeductions((points ?? 0) - full)
        case .norm(let norm, let count)?: return Clock(period: plan.period, asOf: facts.asOf, served: served).state(of: count, norm.count)
        case nil: break
        }
        if case .attendance(_, let worth)? = target.scoring, worth.onlyDeducts { return stateOfDeductions(points ?? 0) }
        return stateOfPoints(points ?? 0, of: target.points)
    }

    private func stateOfDeductions(_ points: Int64) -> TargetState {
        if !hasBegun { return .notDue }
        if points < 0 { return isOver ? .missed : .behind }
        return isOver ? .met : .onTrack
    }

    /// Points that nothing is required for are owed by nobody before the year is over.
    private func stateOfPoints(_ points: Int64, of full: Int64?) -> TargetState {
        if points > 0, isOver || full.map({ points >= $0 }) ?? false { return .met }
        if isOver { return .missed }
        return points > 0 ? .onTrack : .notDue
    }
}

extension AttendancePoints {
    var onlyDeducts: Bool { present <= 0 && halfDay <= 0 && leftEarly <= 0 && leave <= 0 && absent <= 0 && late <= 0 }
}

extension YearFacts {
    /// The days of a period on which a member is in office, under any id; terms that follow one another are one.
    func served(_ member: Member, in period: Period) -> [Period] {
        let terms = state.terms(of: member.id).filter { $0.overlaps(period.first, period.last) }
            .map { Period(first: max($0.from, period.first), last: min($0.until ?? period.last, period.last)) }
            .sorted { $0.first < $1.first }
        return terms.reduce(into: []) { served, term in
            guard let last = served.last, term.first <= last.last.adding(days: 1) else { return served.append(term) }
            served[served.count - 1] = Period(first: last.first, last: max(last.last, term.last))
        }
    }
}

extension Period {
    /// The first to the last of some days that are in it; nil where none is.
    func spanned(by days: [Period]) -> Period? {
        let within = days.filter { $0.first <= last && first <= $0.last }
        guard let begin = within.map(\.first).min(), let end = within.map(\.last).max() else { return nil }
        return Period(first: max(first, begin), last: min(last, end))
    }

    /// Parts of so many months, from the first day; the last may be shorter.
    func parts(months: Int) -> [Period] {
        var parts: [Period] = []
        var start = first
        while start <= last {
            let next = start.adding(months: months)
            // At the end of all days there is no next part.
            guard next < .distantFuture else { return parts + [Period(first: start, last: last)] }
            parts.append(Period(first: start, last: min(next.adding(days: -1), last)))
            start = next
        }
        return parts
    }
}
