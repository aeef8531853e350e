public import Domain
public import EventLog

/// Scores a plan against a state: pure, exact, and with every entry behind each figure.
///
/// - Parameter asOf: what happened later is left out. Denominators are members in office on that day.
public func assess(_ plan: Plan, _ state: State, asOf: CalendarDate) -> PlanStatus {
    let assessor = assessor(plan, state, asOf: asOf)
    assessor.findEarlierYears()
    let targets = assessor.withYears(assessor.statuses() + assessor.dropped())
    let (calendar, linked) = assessor.calendar()
    return assessor.status(
        targets, calendar: calendar,
        unplanned: plan.calendar.isEmpty ? [] : assessor.facts.activities.map(\.id).filter { !linked.contains($0) },
        wholeYear: assessor.kept == nil ? [] : [assess(plan.wholeYear, state, asOf: asOf)])
}

/// - Parameter until: the last day of acts, where not all of the plan's days are meant.
private func assessor(_ plan: Plan, _ state: State, asOf: CalendarDate, until: CalendarDate? = nil) -> Assessor {
    let period = until.map { Period(first: plan.period.first, last: $0) } ?? plan.period
    let kept = plan.earlier.first.flatMap { earlier -> Kept? in
        guard earlier.until < asOf else { return nil }
        let acts = assessor(earlier.plan, state, asOf: asOf, until: earlier.until)
        acts.findEarlierYears()
        return Kept(status: assess(earlier.plan, state, asOf: earlier.until), acts: acts.statuses())
    }
    return Assessor(plan: plan, facts: YearFacts(state, period: period, asOf: asOf, isCut: until != nil), kept: kept)
}

struct Assessor {
    let plan: Plan
    let facts: YearFacts
    /// Nil where the plan was not amended, or for the whole year.
    let kept: Kept?
    /// What this year came to for each member, once it is over and known.
    var thisYear: YearOfMembers?
    /// What counts for another target, of the target that is assessed.
    var elsewhere = Elsewhere()

    func status(of target: Target) -> TargetStatus {
        switch target.subject {
        case .member: statusOfMembers(target)
        case .each(let kind): statusOfUnits(target, kind)
        case .body, .officeHolder, .unit: statusOfBody(target)
        }
    }

    func statusOfBody(_ target: Target) -> TargetStatus {
        let requirements = target.requirements.map { measure($0, of: target.subject).earning(target.scoring) }
        let score = settled(score(target, requirements), target, of: target.recipient)
        let earned = score.map { self.earned($0, target) }
        let lines = earned?.lines ?? requirements.flatMap(\.lines)
        let marks = marks(of: target)
        let points = earned?.points
        let state =
            target.isMarkedByHand
            ? stateOfMarks(marks) : self.state(of: target, requirements.map(\.state), points: points, start: score?.start)
        return TargetStatus(
            target: target, state: state, points: points, uncapped: earned?.uncapped, start: score?.start,
            requirements: requirements, lines: lines, members: [], units: [], due: due(requirements),
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
            guard facts.state.isMeant(target.who, member, in: facts.period, by: facts.asOf) else {
                return .notAsked(member.id, isScored: target.scoring != nil)
            }
            func meant(_ acts: [Act]?) -> [Act] {
                here(acts ?? [], of: member.id).filter { facts.fits(target.who, member, on: $0.date.first) }
            }
            let owed = target.requirements.enumerated().filter { isOwed($0.element, by: member) }
            // Where its time was over before they took office, and it is not for anything else that it earns points.
            guard !owed.isEmpty || target.requirements.isEmpty || !target.isOfRequirements else {
                return .notAsked(member.id, isScored: target.scoring != nil)
            }
            let requirements = owed.map { index, requirement in
                measure(requirement, of: member, target.who, acts.required[index].map { meant($0[member.id]) }).earning(target.scoring)
            }
            let score = settled(score(target, requirements, of: member, meant(acts.scored[member.id])), target, of: .member(member.id))
            let earned = score.map { self.earned($0, target, member: member.id) }
            let points = earned?.points
            return MemberTarget(
                member: member.id, isAsked: true,
                state: state(
                    of: target, requirements.map(\.state), points: points, start: score?.start, served: facts.served(member, in: facts.period)),
                points: points, uncapped: earned?.uncapped, start: score?.start, requirements: requirements,
                lines: earned?.lines ?? requirements.flatMap(\.lines))
        }
        let asked = members.filter(\.isAsked)
        return TargetStatus(
            target: target, state: asked.isEmpty ? .notDue : TargetState.of(asked.map(\.state)), points: nil, uncapped: nil, start: nil,
            requirements: [], lines: [], members: members, units: [],
            due: due(asked.first?.requirements ?? []),
            evidence: members.flatMap(\.evidence).sortedUnique)
    }

    /// The next day on which something is due.
    private func due(_ requirements: [RequirementStatus]) -> CalendarDate {
        requirements.filter { $0.state != .met }.map(\.due).min() ?? plan.period.last
    }

    // MARK: - Adding up

    func total(of targets: [TargetStatus]) -> Total {
        let own = targets.filter(\.target.subject.isOfBody)
        let isPlans = plan.gradesSubject == .body
        let total = total(own.map { ($0.target, $0.points ?? 0) }, of: .body, isPlans: isPlans)
        guard isPlans else { return total }
        let states = targets.map { (id: $0.target.id, state: $0.state, points: $0.points) }
        let graded = Graded(points: total.points) { condition in
            status(condition, states, total.headings) { measure($0, of: .body) }
        }
        return total.graded(grades(of: [graded])[0])
    }

    func members(_ targets: [TargetStatus]) -> [MemberStatus] {
        let perMember = targets.filter { $0.target.subject == .member }
        let required = plan.grades.flatMap(\.conditions).flatMap(\.requirements)
        let acts = required.map { $0.ways.map { MemberActs.required($0, facts) } }
        let totals = facts.membersInOffice.indices.map { index in
            total(
                perMember.filter { $0.members[index].isAsked }.map { ($0.target, $0.members[index].points ?? 0) }, of: .member,
                facts.membersInOffice[index].id, isPlans: true)
        }
        let grades = grades(of: totals.indices.map { index in
            let member = facts.membersInOffice[index]
            let own = perMember.filter { $0.members[index].isAsked }
                .map { (id: $0.target.id, state: $0.members[index].state, points: $0.members[index].points) }
            return Graded(points: totals[index].points) { condition in
                status(condition, own, totals[index].headings) { requirement in
                    measure(requirement, of: member, nil, required.firstIndex(of: requirement).map { acts[$0].map { $0[member.id] ?? [] } } ?? [])
                }
            }
        })
        let beginning = Assessor(plan: plan, facts: facts, kept: nil)
        return totals.indices.map { index in
            let started = perMember.filter { $0.members[index].isAsked }
                .map { ($0.target, $0.members[index].start?.pointsOfNothing(in: $0.target) ?? 0) }
            return MemberStatus(
                member: facts.membersInOffice[index].id, total: totals[index].graded(grades[index]),
                start: beginning.total(started, of: .member, isPlans: true).points)
        }
    }

    /// - Parameter isPlans: whether the plan's base, floor and grades are meant for this total.
    func total(
        _ points: [(target: Target, points: Int64)], of subject: Target.Subject, _ member: MemberID? = nil, isPlans: Bool
    ) -> Total {
        let headings = plan.headings.compactMap { heading -> Total.HeadingStatus? in
            let under = points.filter { $0.target.heading == heading.id }
            guard !under.isEmpty else { return nil }
            let start = heading.startsFull ? heading.cap : nil
            let sum = ([start ?? 0] + under.map(\.points)).sumClamped
            // A cap that an amendment lowered takes nothing away of what had been earned.
            let earned = kept?.points(of: heading, for: subject, member: member)
            let capped = heading.cap.map { min(sum, max($0, earned ?? $0)) } ?? sum
            return Total.HeadingStatus(
                id: heading.id, start: start, sum: sum, points: heading.floorInForce.map { max(capped, $0) } ?? capped)
        }
        let base = isPlans ? plan.base : 0
        let loose = points.filter { $0.target.heading == nil }.map(\.points).sumClamped
        let sum = ([base, loose] + headings.map(\.points)).sumClamped
        let floored = isPlans ? plan.floor.map { max(sum, $0) } ?? sum : sum
        return Total(
            base: base, headings: headings, sum: sum, points: floored, grade: nil, tried: [])
    }
}

extension Target {
    /// Points under the cap and above the floor, rounded half up: once, and here.
    func limited(_ sum: Ratio) -> Int64 {
        let capped = points.map { min(sum, Ratio($0)) } ?? sum
        return (floorInForce.map { max(capped, Ratio($0)) } ?? capped).rounded
    }
}

extension MemberTarget {
    static func notAsked(_ member: MemberID, isScored: Bool) -> MemberTarget {
        MemberTarget(
            member: member, isAsked: false, state: .notDue, points: isScored ? 0 : nil, uncapped: isScored ? 0 : nil, start: nil,
            requirements: [], lines: [])
    }
}

/// What each member did of what one target counts, found once for all members.
struct MemberActs {
    /// For each requirement, and each way to reach it.
    let required: [[[MemberID: [Act]]]]
    let scored: [MemberID: [Act]]

    init(_ target: Target, _ facts: YearFacts) {
        required = target.requirements.map { $0.ways.map { Self.required($0, facts) } }
        scored = target.scoring?.actSelector.map { Self.byMember(facts.acts($0)) } ?? [:]
    }

    /// What each did of what a requirement counts.
    static func required(_ requirement: Requirement, _ facts: YearFacts) -> [MemberID: [Act]] {
        let facts = requirement.over == nil ? facts : facts.ever
        return requirement.isOfMeetings ? [:] : byMember(facts.acts(requirement.selector))
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
        case .turnout, .absences, .years: true
        case .count, .sum, .cadence, .ratio, .averageDonation, .spent, .membership: false
        }
    }
}

extension Target {
    /// Whether what it requires is all there is to it.
    var isOfRequirements: Bool {
        switch scoring {
        case nil, .proRata?, .whenMet?, .bands?: true
        case .perAct?, .around?, .shared?, .byLevel?, .perQuantity?, .attendance?, .byHand?: false
        }
    }
}

extension Scoring {
    /// What earns points by being done.
    fileprivate var actSelector: Selector? {
        switch self {
        case .perAct(let selector, _), .around(let selector, _), .shared(let selector, _, _), .byLevel(let selector, _, _),
            .perQuantity(let selector, _, _, _):
            selector
        case .attendance, .proRata, .whenMet, .bands, .byHand: nil
        }
    }
}
