internal import Domain
internal import EventLog

/// What was earned under the version of the plan that an amendment replaced, before the amendment's first day.
///
/// Points of acts belong to the version of the act's day, by what has become of the act since: a proposal of before that is accepted
/// after is worth what the earlier version says. What a target earns by what it requires is one figure for the whole year: it is
/// that of the amended plan, and never less than what had been earned.
struct Kept {
    /// The earlier version as of its last day.
    let status: PlanStatus
    /// The figures that stay, by target: of acts by what is known now, of what is required as of the last day.
    let targets: [String: TargetStatus]
    /// By member, and target.
    private let members: [MemberID: [String: MemberTarget]]
    private let totals: [MemberID: Total]

    /// - Parameter acts: the targets of the earlier version, of the acts up to its last day, by what has become of them since.
    init(status: PlanStatus, acts: [TargetStatus]) {
        self.status = status
        let known = Dictionary(acts.map { ($0.target.id, $0) }) { first, _ in first }
        let kept = status.targets.map { target in
            target.target.isScoredByAct ? known[target.target.id].map(target.earning) ?? target : target
        }
        targets = Dictionary(kept.map { ($0.target.id, $0) }) { first, _ in first }
        members = kept.reduce(into: [:]) { members, status in
            for own in status.members { members[own.member, default: [:]][status.target.id] = own }
        }
        totals = Dictionary(status.members.map { ($0.member, $0.total) }) { first, _ in first }
    }

    /// The last day of the earlier version.
    var until: CalendarDate { status.asOf }

    /// What one target had earned.
    struct Part {
        /// Under the cap and floor of its version.
        let points: Int64
        let uncapped: Int64
        let lines: [ScoreLine]
        /// As the earlier version had it.
        let target: Target

        /// Without what counts for another target now; exact where no cap or floor changes it, as it is rounded but once.
        ///
        /// - Parameter left: the lines, those that count for another target worth nothing.
        func sum(_ left: [ScoreLine]) -> Ratio {
            let start = target.startsFull ? Ratio(target.points ?? 0) : Ratio(0)
            let exact = start + left.map(\.points).sum
            let taken = lines.map(\.points).sum + -left.map(\.points).sum
            let limited = taken == Ratio(0) ? points : target.limited(Ratio(uncapped) + -taken)
            return exact.rounded == limited ? exact : Ratio(limited)
        }
    }

    /// - Parameter member: whose, where the target is each member's.
    func part(of target: Target, member: MemberID? = nil) -> Part? {
        guard let status = targets[target.id] else { return nil }
        if let member { return members[member]?[target.id]?.part(of: status.target) }
        if case .unit(let unit) = target.subject {
            return status.units.first { $0.unit == unit }?.status.part
        }
        return status.part
    }

    func has(_ target: Target) -> Bool { targets[target.id] != nil }

    /// What a heading had come to: the body's, a member's, a group's or sector's.
    func points(of heading: Heading, for subject: Target.Subject, member: MemberID?) -> Int64? {
        let total: Total? =
            if let member {
                totals[member]
            } else if case .unit(let unit) = subject {
                status.units.first { $0.unit == unit }?.total
            } else {
                status.total
            }
        return total?.headings.first { $0.id == heading.id }?.points
    }
}

extension TargetStatus {
    fileprivate var part: Kept.Part? {
        points.map { Kept.Part(points: $0, uncapped: uncapped ?? $0, lines: lines, target: target) }
    }

    /// The same with the points that another reading of the same target gives.
    fileprivate func earning(_ other: TargetStatus) -> TargetStatus {
        let same = Dictionary(members.map { ($0.member, $0) }) { first, _ in first }
        let own = other.members.map { later in same[later.member]?.earning(later) ?? later }
        let units = other.units.map { later in
            let known = self.units.first { $0.unit == later.unit }
            return UnitTarget(unit: later.unit, status: known?.status.earning(later.status) ?? later.status)
        }
        return TargetStatus(
            target: target, state: state, points: other.points, uncapped: other.uncapped, start: other.start, requirements: requirements,
            lines: other.lines, members: own, units: units, due: due, evidence: (evidence + other.evidence).sortedUnique)
    }
}

extension MemberTarget {
    fileprivate func part(of target: Target) -> Kept.Part? {
        points.map { Kept.Part(points: $0, uncapped: uncapped ?? $0, lines: lines, target: target) }
    }

    fileprivate func earning(_ other: MemberTarget) -> MemberTarget {
        MemberTarget(
            member: member, isAsked: isAsked || other.isAsked, state: state, points: other.points, uncapped: other.uncapped,
            start: other.start, requirements: requirements, lines: other.lines)
    }
}

/// What a target comes to: rounded, and the lines that say why.
struct Earned {
    let points: Int64
    let uncapped: Int64
    let lines: [ScoreLine]
}

extension Assessor {
    /// Points under cap and floor, with what was earned before an amendment.
    func earned(_ score: Score, _ target: Target, member: MemberID? = nil) -> Earned {
        guard let kept else { return Earned(points: target.limited(score.sum), uncapped: score.sum.rounded, lines: score.lines) }
        let part = kept.part(of: target, member: member)
        guard target.isScoredByAct else {
            // One figure for the year: what the amended plan gives, or what had been earned.
            let points = max(target.limited(score.sum), part?.points ?? .min)
            return Earned(points: points, uncapped: max(score.sum.rounded, part?.points ?? .min), lines: score.lines)
        }
        let (before, since) = (score.lines.filter { $0.date.last <= kept.until }, score.lines.filter { $0.date.last > kept.until })
        // A target that the amendment brought gives nothing for what was done before it.
        let old = part.map { here($0.lines, of: member) } ?? (kept.has(target) ? [] : before.map { $0.before(kept.until) })
        let sum = (part.map { $0.sum(old) } ?? score.sum + -((before + since).map(\.points).sum)) + since.map(\.points).sum
        // Neither the new cap nor the new floor takes away or gives what had been earned.
        let cap = target.points.map { max($0, part?.points ?? $0) }
        let floor = target.floorInForce.map { min($0, part?.points ?? $0) }
        let capped = cap.map { min(sum, Ratio($0)) } ?? sum
        return Earned(
            points: (floor.map { max(capped, Ratio($0)) } ?? capped).rounded, uncapped: sum.rounded, lines: old + since)
    }

    /// Targets that the amendment dropped, with what they had earned.
    func dropped() -> [TargetStatus] {
        guard let kept else { return [] }
        let dropped = kept.status.targets.filter { status in !plan.targets.contains { $0.id == status.target.id } }
        return dropped.compactMap { kept.targets[$0.target.id] }.compactMap { status in
            let inOffice = facts.membersInOffice.map(\.id)
            let own = status.members.filter { inOffice.contains($0.member) }
            let earned = (status.points ?? 0) != 0 || own.contains { $0.points ?? 0 != 0 } || status.units.contains { $0.status.points ?? 0 != 0 }
            guard earned else { return nil }
            // Who came into office since earned nothing by it.
            let members = status.target.subject == .member
                ? inOffice.map { id in own.first { $0.member == id } ?? .notAsked(id, isScored: true) }
                : []
            let isKnown = plan.headings.contains { $0.id == status.target.heading }
            return TargetStatus(
                target: isKnown ? status.target : status.target.withoutHeading, state: status.state, points: status.points,
                uncapped: status.uncapped, start: status.start, requirements: [], lines: status.lines, members: members, units: status.units,
                due: kept.until, evidence: status.evidence, isDropped: true)
        }
    }
}

extension Target {
    /// Whether each act earns its points by itself, or a person gives them.
    var isScoredByAct: Bool {
        switch scoring {
        case .perAct(_, let points)?: points.times == nil
        case .perQuantity(_, _, _, let rate)?: !rate.isOfFullOnes
        case .shared?, .byLevel?, .attendance?, .byHand?: true
        case .around?, .proRata?, .whenMet?, .bands?, nil: false
        }
    }

    fileprivate var withoutHeading: Target {
        var target = self
        target.heading = nil
        return target
    }
}

extension ScoreLine {
    /// Of a target that there was not yet.
    fileprivate func before(_ day: CalendarDate) -> ScoreLine {
        ScoreLine(
            subject: subject, date: date, points: Ratio(0), attendance: attendance, attendanceAsked: attendanceAsked,
            outcome: points == Ratio(0) ? outcome : .beforeAmendment(day.adding(days: 1)), evidence: evidence)
    }
}
