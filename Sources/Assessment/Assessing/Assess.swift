public import Domain
public import EventLog

/// Scores a plan against a state: pure, exact, and with every entry behind each figure.
///
/// - Parameter asOf: what happened later is left out. Denominators are members in office on that day.
public func assess(_ plan: Plan, _ state: State, asOf: CalendarDate) -> PlanStatus {
    let facts = YearFacts(state, period: plan.period, asOf: asOf)
    let assessor = Assessor(plan: plan, facts: facts)
    let targets = plan.targets.map(assessor.status)
    let (calendar, linked) = assessor.calendar()
    return PlanStatus(
        plan: plan, asOf: asOf, position: state.position, targets: targets, total: assessor.total(of: targets),
        members: plan.scoresMembers ? assessor.members(targets) : [], inOffice: facts.membersInOffice.map(\.id), calendar: calendar,
        unplanned: plan.calendar.isEmpty ? [] : facts.activities.map(\.id).filter { !linked.contains($0) })
}

struct Assessor {
    let plan: Plan
    let facts: YearFacts

    func status(of target: Target) -> TargetStatus {
        target.subject == .member ? statusOfMembers(target) : statusOfBody(target)
    }

    private func statusOfBody(_ target: Target) -> TargetStatus {
        let requirements = target.requirements.map { measure($0, of: target.subject) }
        let score = score(target, requirements)
        let lines = score?.lines ?? requirements.flatMap(\.lines)
        let marks = marks(of: target)
        let points = score.map { target.limited($0.sum) }
        let state =
            target.isMarkedByHand
            ? stateOfMarks(marks) : self.state(of: target, requirements.map(\.state), points: points)
        return TargetStatus(
            target: target, state: state, points: points, uncapped: score?.sum.rounded, requirements: requirements, lines: lines,
            members: [], due: due(requirements),
            evidence: (lines.flatMap(\.evidence) + requirements.flatMap(\.evidence) + marks.map(\.position)).sortedUnique)
    }

    /// Of a goal in words, what was found by the as-of day.
    private func marks(of target: Target) -> [Recorded<TargetMarked>] {
        guard target.isMarkedByHand, let id = PlanID(plan.id) else { return [] }
        return (facts.state.plans[id]?.marks ?? []).filter { $0.fact.target == target.id && $0.occurred.last <= facts.asOf }
    }

    private func stateOfMarks(_ marks: [Recorded<TargetMarked>]) -> TargetState {
        if let last = marks.last { return last.fact.met ? .met : .missed }
        return facts.asOf >= plan.period.last ? .missed : .notDue
    }

    private func statusOfMembers(_ target: Target) -> TargetStatus {
        let acts = MemberActs(target, facts)
        let members = facts.membersInOffice.map { member -> MemberTarget in
            let requirements = target.requirements.enumerated().map { index, requirement in
                measure(requirement, of: member, acts.required[index][member.id] ?? [])
            }
            let score = score(target, requirements, of: member, acts.scored[member.id] ?? [])
            let points = score.map { target.limited($0.sum) }
            return MemberTarget(
                member: member.id, state: state(of: target, requirements.map(\.state), points: points), points: points,
                uncapped: score?.sum.rounded, requirements: requirements, lines: score?.lines ?? requirements.flatMap(\.lines))
        }
        return TargetStatus(
            target: target, state: members.isEmpty ? .notDue : TargetState.of(members.map(\.state)), points: nil, uncapped: nil,
            requirements: [], lines: [], members: members,
            due: due(members.first?.requirements ?? []),
            evidence: members.flatMap(\.evidence).sortedUnique)
    }

    /// The next day on which something is due.
    private func due(_ requirements: [RequirementStatus]) -> CalendarDate {
        requirements.filter { $0.state != .met }.map(\.due).min() ?? plan.period.last
    }

    // MARK: - Adding up

    func total(of targets: [TargetStatus]) -> Total {
        total(targets.filter { $0.target.subject != .member }.map { ($0.target, $0.points ?? 0) }, isPlans: !plan.scoresMembers)
    }

    func members(_ targets: [TargetStatus]) -> [MemberStatus] {
        let perMember = targets.filter { $0.target.subject == .member }
        return facts.membersInOffice.indices.map { index in
            MemberStatus(
                member: facts.membersInOffice[index].id,
                total: total(perMember.map { ($0.target, $0.members[index].points ?? 0) }, isPlans: true))
        }
    }

    /// - Parameter isPlans: whether the plan's base, floor and grades are meant for this total.
    private func total(_ points: [(target: Target, points: Int64)], isPlans: Bool) -> Total {
        let headings = plan.headings.compactMap { heading -> Total.HeadingStatus? in
            let under = points.filter { $0.target.heading == heading.id }
            guard !under.isEmpty else { return nil }
            let sum = under.map(\.points).sumClamped
            let capped = heading.cap.map { min(sum, $0) } ?? sum
            return Total.HeadingStatus(id: heading.id, sum: sum, points: heading.floor.map { max(capped, $0) } ?? capped)
        }
        let base = isPlans ? plan.base : 0
        let loose = points.filter { $0.target.heading == nil }.map(\.points).sumClamped
        let sum = ([base, loose] + headings.map(\.points)).sumClamped
        let floored = isPlans ? plan.floor.map { max(sum, $0) } ?? sum : sum
        return Total(
            base: base, headings: headings, sum: sum, points: floored,
            grade: isPlans ? plan.grades.first { floored >= $0.from } : nil)
    }
}

extension Target {
    /// Points under the cap and above the floor, rounded half up: once, and here.
    func limited(_ sum: Ratio) -> Int64 {
        let capped = points.map { min(sum, Ratio($0)) } ?? sum
        return (floor.map { max(capped, Ratio($0)) } ?? capped).rounded
    }
}

/// What each member did of what one target counts, found once for all members.
private struct MemberActs {
    /// For each requirement.
    let required: [[MemberID: [Act]]]
    let scored: [MemberID: [Act]]

    init(_ target: Target, _ facts: YearFacts) {
        required = target.requirements.map { requirement in
            requirement.isOfMeetings ? [:] : Self.byMember(facts.acts(requirement.selector))
        }
        scored = target.scoring?.actSelector.map { Self.byMember(facts.acts($0)) } ?? [:]
    }

    private static func byMember(_ acts: [Act]) -> [MemberID: [Act]] {
        var found: [MemberID: [Act]] = [:]
        for act in acts {
            for actor in act.actors {
                var own = act
                own.evidence = act.evidence(of: actor)
                found[actor, default: []].append(own)
            }
        }
        return found
    }
}

extension Requirement {
    /// What is measured by who came, and not by what was done.
    fileprivate var isOfMeetings: Bool {
        switch measure {
        case .turnout, .absences: true
        case .count, .cadence, .ratio, .averageDonation, .spent: false
        }
    }
}

extension Scoring {
    /// What earns points by being done.
    fileprivate var actSelector: Selector? {
        switch self {
        case .perAct(let selector, _, _, _), .shared(let selector, _, _), .byLevel(let selector, _, _): selector
        case .attendance, .proRata, .whenMet, .bands, .byHand: nil
        }
    }
}
