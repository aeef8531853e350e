public import Domain
public import EventLog

/// Something that could be done next, and the points it would gain.
public struct NextAct: Sendable {
    public indirect enum What: Equatable, Sendable {
        /// So many more of what counts.
        case acts(Selector, count: Int64)
        /// So much more of a quantity that is recorded with what counts, in hundredths of the unit.
        case amount(Selector, Int64, of: OpenWord)
        /// So many more fen given.
        case fen(Int64)
        /// So many more members in office.
        case members(Int64)
        /// Coming to so many of these makes good as many absences.
        case makingGood(Selector, count: Int64)
        /// Nothing to be done, but to stay within a limit until the time is over; so much is left of it, in what it counts.
        case staying(within: Requirement, left: Int64)
        /// Every one of these.
        case all([What])

        /// How many acts it takes; what is no act by itself counts as one.
        fileprivate var actCount: Int64 {
            switch self {
            case .acts(_, let count), .makingGood(_, let count), .members(let count): max(1, count)
            case .amount, .fen, .staying: 1
            case .all(let parts): parts.map(\.actCount).sumClamped
            }
        }

        /// Whether something has to be done at all.
        fileprivate var isDone: Bool {
            if case .staying = self { false } else { true }
        }
    }

    public let target: Target
    public let what: What
    /// Hundredths.
    public let gain: Int64
    public let due: CalendarDate

    /// Hundredths for one act.
    var gainPerAct: Ratio { Ratio(gain, over: what.actCount) }
}

/// How fast acts have to follow each other.
public enum NeededPace: Equatable, Sendable {
    case oneEvery(days: Int64)
    /// So many on each day that is left.
    case eachDay(Int64)
}

extension PlanStatus {
    /// What would gain the body the most points for the fewest acts, the best first. Nothing once the year is over.
    public var nextActs: [NextAct] {
        guard !isOver else { return [] }
        return targets.flatMap { OpenTarget($0)?.nextActs ?? [] }.bestFirst
    }

    /// What would gain one member the most points for the fewest acts, under the caps of the headings; the best first. Nothing
    /// once the year is over, or where members are given no points.
    ///
    /// - Parameter index: the member's place in `members`.
    public func nextActs(ofMemberAt index: Int) -> [NextAct] {
        guard !isOver else { return [] }
        let total = members[index].total
        return targets.flatMap { status -> [NextAct] in
            guard let own = status.members.indices.contains(index) ? status.members[index] : nil else { return [] }
            let acts = OpenTarget(own, of: status, yearEnd: plan.period.last)?.nextActs ?? []
            return acts.compactMap { $0.limited(by: plan.headings, in: total) }
        }.bestFirst
    }

    /// How fast acts have to follow each other, to reach what is required in time; nil where nothing is missing.
    public func pace(_ status: RequirementStatus) -> NeededPace? {
        guard status.remaining > 0, status.state != .missed, asOf < status.due else { return nil }
        if status.isOfMoney || status.isOfAmount { return nil }
        let days = Int64(status.due.daysSince1970 - asOf.daysSince1970)
        return status.remaining <= days
            ? .oneEvery(days: days / status.remaining) : .eachDay((status.remaining.addingClamped(days - 1)) / days)
    }
}

extension ScoreLine.Outcome {
    /// Whether the act has a number among those that count.
    fileprivate var takesAPlace: Bool {
        if case .beforeCount = self { true } else { isCounted }
    }
}

extension [NextAct] {
    /// What is to be done before what is only to be kept to.
    fileprivate var bestFirst: [NextAct] {
        sorted { first, second in
            guard first.what.isDone == second.what.isDone else { return first.what.isDone }
            return (second.gainPerAct, first.target.id) < (first.gainPerAct, second.target.id)
        }
    }
}

extension NextAct {
    /// The same with what its heading's cap leaves of the gain; nil where it leaves nothing.
    fileprivate func limited(by headings: [Heading], in total: Total) -> NextAct? {
        guard let heading = headings.first(where: { $0.id == target.heading }), let cap = heading.cap,
            let sum = total.headings.first(where: { $0.id == heading.id })?.sum
        else { return self }
        let left = Swift.min(gain, cap.subtractingClamped(sum))
        return left > 0 ? NextAct(target: target, what: what, gain: left, due: due) : nil
    }
}

/// A target that is given points: the body's, or one member's part of it.
private struct OpenTarget {
    let target: Target
    let points: Int64
    let uncapped: Int64
    let requirements: [RequirementStatus]
    let lines: [ScoreLine]
    let due: CalendarDate

    init?(_ status: TargetStatus) {
        guard let points = status.points, let uncapped = status.uncapped else { return nil }
        (target, self.points, self.uncapped) = (status.target, points, uncapped)
        (requirements, lines, due) = (status.requirements, status.lines, status.due)
    }

    init?(_ own: MemberTarget, of status: TargetStatus, yearEnd: CalendarDate) {
        guard own.isAsked, let points = own.points, let uncapped = own.uncapped else { return nil }
        (target, self.points, self.uncapped) = (status.target, points, uncapped)
        (requirements, lines) = (own.requirements, own.lines)
        due = own.requirements.filter { $0.state != .met }.map(\.due).min() ?? yearEnd
    }

    /// What is still open for points that a requirement or acts earn.
    var nextActs: [NextAct] {
        func next(_ what: NextAct.What, _ gain: Int64) -> [NextAct] {
            gain > 0 ? [NextAct(target: target, what: what, gain: gain, due: due)] : []
        }
        func gain(of each: Int64) -> Int64 { target.limited(Ratio(uncapped.addingClamped(each))).subtractingClamped(points) }
        switch target.scoring {
        case .perAct(let selector, let worth)?:
            if let times = worth.times, lines.count(where: \.outcome.isCounted) >= times { return [] }
            let done = lines.count { $0.outcome.takesAPlace }
            // As many as it takes until one earns something.
            let first = max(done + 1, worth.steps[0].from)
            return next(.acts(selector, count: Int64(first - done)), gain(of: worth.step(at: first)?.lead ?? 0))
        case .around(let selector, let norm)?: return next(.acts(selector, count: 1), gain(of: norm.each))
        case .shared(let selector, let each, _)?: return next(.acts(selector, count: 1), gain(of: each))
        case .byLevel(let selector, _, let levels)?: return next(.acts(selector, count: 1), gain(of: levels.values.max() ?? 0))
        // Of full ones only the next full one: what is left over so far is not known, and never more is needed.
        case .perQuantity(let selector, let lead, _, let rate)?:
            return next(.amount(selector, rate.per, of: rate.unit), gain(of: lead))
        case .proRata?, .whenMet?, .bands?: return nextActsForRequirements(next)
        // Nobody is called on to hold a meeting only to come to it, or to give points by hand.
        case .attendance?, .byHand?, nil: return []
        }
    }

    /// Where one requirement holds the points back, one act of it helps; else all that is missing has to be done.
    private func nextActsForRequirements(
        _ next: (NextAct.What, Int64) -> [NextAct]
    ) -> [NextAct] {
        guard let full = fullPoints, requirements.allSatisfy({ $0.state != .missed || $0.makingGood != nil }) else { return [] }
        let gain = full.subtractingClamped(points)
        let open = requirements.filter { $0.remaining > 0 || $0.makingGood != nil }
        guard !open.isEmpty else { return keeping(requirements.filter { !$0.isMet }, gain, next) }
        if open.count == 1, target.scoring == .proRata, let step = open[0].reachedByOneAct {
            let reached = min(Ratio(1), open[0].reached + step)
            return next(
                .acts(open[0].requirement.selector, count: 1), target.limited(reached * Ratio(full)).subtractingClamped(points))
        }
        let missing = open.compactMap(\.missing)
        guard missing.count == open.count else { return [] }
        return next(missing.count == 1 ? missing[0] : .all(missing), gain)
    }

    /// Where only limits are not met yet, as they are when the time is over.
    private func keeping(
        _ limits: [RequirementStatus], _ gain: Int64, _ next: (NextAct.What, Int64) -> [NextAct]
    ) -> [NextAct] {
        let staying = limits.compactMap { limit in limit.left.map { NextAct.What.staying(within: limit.requirement, left: $0) } }
        guard !staying.isEmpty, staying.count == limits.count else { return [] }
        return next(staying.count == 1 ? staying[0] : .all(staying), gain)
    }

    private var fullPoints: Int64? {
        if case .bands(let bands)? = target.scoring { return bands.first?.points }
        return target.points
    }
}

extension RequirementStatus {
    /// What is missing; nil where nobody is called on for it.
    fileprivate var missing: NextAct.What? {
        if let makingGood { return makingGood }
        switch requirement.measure {
        case .averageDonation: return .fen(remaining)
        case .sum(let selector, let unit, _, _): return .amount(selector, remaining, of: unit)
        case .membership: return .members(remaining)
        // Spending what came in is no act that anybody is called on for, and what a year came to is no act at all.
        case .spent, .years: return nil
        case .count, .cadence, .ratio, .turnout, .absences: return .acts(requirement.selector, count: remaining)
        }
    }

    /// Of absences beyond the limit, what makes good as many: in time, and where the plan lets it.
    fileprivate var makingGood: NextAct.What? {
        guard case .absences(_, let most) = requirement.measure, let selector = requirement.madeGood, case .count(let count) = actual,
            count > most
        else { return nil }
        return .makingGood(selector, count: count - most)
    }

    /// What is left of a limit that holds, and is known to have held when the time is over; nil where it is no such limit.
    fileprivate var left: Int64? {
        guard state != .missed else { return nil }
        switch (requirement.measure, actual) {
        case (.count(_, nil, let most?), .count(let count)), (.absences(_, let most), .count(let count)),
            (.sum(_, _, nil, let most?), .amount(let count, _)):
            return max(0, most - count)
        default: return nil
        }
    }

    /// The part of the whole that one more act is; nil where it is no plain count.
    fileprivate var reachedByOneAct: Ratio? {
        switch (requirement.measure, actual) {
        case (.count(_, let least?, _), .count): Ratio(1, over: least)
        case (.count, .parts(_, let asked)) where asked > 0 && requirement.per == .member: Ratio(1, over: asked)
        case (.ratio(_, let least), .share(_, let members)) where members > 0: least.reached(by: 1, of: members)
        default: nil
        }
    }
}
