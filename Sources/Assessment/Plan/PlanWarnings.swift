internal import Domain
internal import EventLog

/// What is odd about a plan that can be used all the same.
public enum PlanWarning: Equatable, Sendable {
    /// The targets add up to something else than the paper says. Hundredths of a point.
    case pointsDoNotAddUp(sum: Int64, stated: Int64)
    /// A number is missing between the first and the last.
    case numberMissing(Int)
    case calendarOutsideYear(id: String)
    case withinOutsideYear(id: String)
    /// What is asked for can never earn the full marks.
    case fullMarksOutOfReach(id: String)
    /// More than everything is asked for: attendance, a share of those present.
    case neverReached(id: String, Threshold)
    /// A decimal that stands for a fraction, and is a little more or less than it.
    case decimalForFraction(id: String, Threshold, of: Threshold.Form)
    /// One act earns points in both.
    case earnsTwice(id: String, other: String)
    /// Two quotas ask for the same thing in other numbers.
    case quotasDiffer(id: String, other: String)
    /// The targets of the heading cannot earn what it allows.
    case capOutOfReach(heading: String)
    case headingUnused(String)
    /// Neither required nor scored nor marked by hand: nothing shows whether it was done.
    case asksNothing(id: String)
    /// Points are only taken, so that its full marks cannot be reached: it does not start at them.
    case deductsFromNothing(id: String)
    /// Nothing under the heading takes from the full marks that it starts with.
    case nothingDeducts(heading: String)
    /// So few acts make its points negative, and no floor is given. Hundredths, of no act at all.
    case mayFallBelowZero(id: String, points: Int64)
    /// It earns a part of full marks that are not given.
    case earnsNothing(id: String)
}

extension Plan {
    /// What a reader of the plan should know before adopting it.
    public var warnings: [PlanWarning] {
        var warnings: [PlanWarning] = []
        let sum = (scoresMembers ? pointsOfMember : points) + base
        if let statedPoints, statedPoints != sum { warnings.append(.pointsDoNotAddUp(sum: sum, stated: statedPoints)) }
        let numbers = targets.compactMap { Int($0.id) }
        if let first = numbers.min(), let last = numbers.max(), Int64(last).subtractingClamped(Int64(first)) < 1_000 {
            warnings += (first...last).filter { !numbers.contains($0) }.map { .numberMissing($0) }
        }
        warnings += calendar.filter { !isInYear($0.when) }.map { .calendarOutsideYear(id: $0.id) }
        for target in targets {
            if target.requirements.contains(where: { $0.within.map { !isInYear($0) } ?? false }) {
                warnings.append(.withinOutsideYear(id: target.id))
            }
            if target.requirements.isEmpty, target.scoring == nil, !target.isMarkedByHand {
                warnings.append(.asksNothing(id: target.id))
            }
            if target.points == nil, target.scoring == .proRata || target.scoring == .whenMet {
                warnings.append(.earnsNothing(id: target.id))
            }
            if target.deductsFromNothing { warnings.append(.deductsFromNothing(id: target.id)) }
            if let least = target.leastPoints, least < 0 { warnings.append(.mayFallBelowZero(id: target.id, points: least)) }
            if target.isOutOfReach { warnings.append(.fullMarksOutOfReach(id: target.id)) }
            if let beyond = target.attendances.first(where: \.isBeyondAll) { warnings.append(.neverReached(id: target.id, beyond)) }
            for threshold in target.thresholds {
                if let meant = threshold.fractionMeant { warnings.append(.decimalForFraction(id: target.id, threshold, of: meant)) }
            }
        }
        return warnings + overlaps + headingWarnings
    }

    private func isInYear(_ when: Occurrence) -> Bool { period.contains(when.first) && period.contains(when.last) }

    private var overlaps: [PlanWarning] {
        var warnings: [PlanWarning] = []
        for (index, target) in targets.enumerated() {
            for other in targets[(index + 1)...] where other.subject == target.subject && !isCountedOnce(target, other) {
                if let left = target.earningActs, let right = other.earningActs, left.overlaps(right) {
                    warnings.append(.earnsTwice(id: target.id, other: other.id))
                } else if target.scoring == nil, other.scoring == nil, target.asksOtherwiseThan(other) {
                    warnings.append(.quotasDiffer(id: target.id, other: other.id))
                }
            }
        }
        return warnings
    }

    private func isCountedOnce(_ target: Target, _ other: Target) -> Bool {
        once.contains { $0.targets.contains(target.id) && $0.targets.contains(other.id) }
    }

    private var headingWarnings: [PlanWarning] {
        headings.compactMap { heading in
            let under = targets.filter { $0.heading == heading.id }
            guard !under.isEmpty else { return .headingUnused(heading.id) }
            if heading.startsFull { return under.contains(where: \.canDeduct) ? nil : .nothingDeducts(heading: heading.id) }
            guard let cap = heading.cap else { return nil }
            let most = under.map(\.mostPoints)
            guard !most.contains(nil) else { return nil }
            return most.map { max(0, $0 ?? 0) }.sumClamped < cap ? .capOutOfReach(heading: heading.id) : nil
        }
    }
}

extension Plan {
    /// The attendance that the plan asks for, where it is the same throughout.
    public var attendance: Threshold? {
        let asked = targets.flatMap(\.attendances)
        return asked.allSatisfy { $0 == asked.first } ? asked.first : nil
    }
}

extension Target {
    /// Points per act that stay under the full marks even when everything required was done.
    fileprivate var isOutOfReach: Bool {
        guard case .perAct(_, let worth)? = scoring, let points, !requirements.isEmpty else { return false }
        if worth.times != nil { return worth.most(of: nil) ?? points < points }
        let acts = requirements.reduce(Int64(0)) { sum, requirement in
            if case .count(_, let least?, _) = requirement.measure { sum.addingClamped(least) } else { sum }
        }
        return acts > 0 && worth.most(of: acts) ?? points < points
    }

    fileprivate var deductsFromNothing: Bool {
        guard case .attendance(_, let worth)? = scoring, worth.onlyDeducts else { return false }
        return !startsFull && (points ?? 0) > 0
    }

    /// Of a norm without a floor, what no act at all is worth.
    fileprivate var leastPoints: Int64? {
        guard case .around(_, let norm)? = scoring, floor == nil else { return nil }
        return norm.worth(of: 0).rounded
    }

    fileprivate var canDeduct: Bool {
        switch scoring {
        case .attendance(_, let worth)?: worth.late < 0 || worth.leftEarly < 0 || worth.missedHalfDay < 0 || worth.leave < 0 || worth.absent < 0
        case .byHand?: true
        case .around?: (leastPoints ?? 0) < 0
        case .perAct?, .perQuantity?, .shared?, .byLevel?, .proRata?, .whenMet?, .bands?, nil: false
        }
    }

    /// Every attendance it asks for.
    fileprivate var attendances: [Threshold] {
        let asked = requirements.flatMap { requirement -> [Threshold] in
            let filters = requirement.selector.branches.compactMap(\.filters.attendance)
            if case .turnout(_, let least) = requirement.measure { return filters + [least] }
            return filters
        }
        return asked + (earningActs?.branches.compactMap(\.filters.attendance) ?? [])
    }

    /// Every part of a whole in it.
    fileprivate var thresholds: [Threshold] {
        let required = requirements.compactMap { requirement -> Threshold? in
            switch requirement.measure {
            case .ratio(_, let least), .spent(let least): least
            default: nil
            }
        }
        let scored: [Threshold] =
            switch scoring {
            case .bands(let bands)?: bands.map(\.from)
            case .shared(_, _, let lead)?: [lead]
            default: []
            }
        return attendances + required + scored
    }

    /// What earns points act by act.
    fileprivate var earningActs: Selector? {
        switch scoring {
        case .perAct(let selector, _)?, .around(let selector, _)?, .shared(let selector, _, _)?, .byLevel(let selector, _, _)?,
            .perQuantity(let selector, _, _, _)?:
            selector
        case .attendance?, .proRata?, .whenMet?, .bands?, .byHand?, nil: nil
        }
    }

    fileprivate func asksOtherwiseThan(_ other: Target) -> Bool {
        requirements.contains { requirement in
            other.requirements.contains {
                guard case .count(let left, let leftLeast, _) = requirement.measure,
                    case .count(let right, let rightLeast, _) = $0.measure
                else { return false }
                return left == right && requirement.per == $0.per && requirement.within == $0.within && leftLeast != rightLeast
            }
        }
    }
}
