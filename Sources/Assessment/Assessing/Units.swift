public import Domain
public import EventLog

/// One target of one group or sector.
public struct UnitTarget: Sendable {
    public let unit: Affiliation
    /// The target as it stands for it alone.
    public let status: TargetStatus
}

/// What a group's or a sector's targets come to.
public struct UnitStatus: Sendable {
    public let unit: Affiliation
    /// Who belongs to it on the as-of day, in the order of their ids.
    public let members: [MemberID]
    public let total: Total
}

extension Assessor {
    /// Groups or sectors that members in office belong to on the as-of day, by name.
    func units(_ kind: Affiliation.Kind) -> [Affiliation] {
        Set(facts.membersInOffice.flatMap { facts.names(of: kind, $0, on: facts.asOf) }).sorted().map { Affiliation($0, of: kind) }
    }

    /// Members in office on the as-of day of whatever is assessed: all of the body, or those of the group or sector.
    func membersInOffice(of subject: Target.Subject) -> [Member] {
        if case .unit(let unit) = subject { return facts.members(of: unit, on: facts.asOf) }
        return facts.membersInOffice
    }

    /// What a group or sector did: activities of its own, what any of its members of that day had a part in, and what it did
    /// under its own name.
    ///
    /// An activity is its own where it answers for it, or where all who are invited belong to it.
    func acts(_ selector: Selector, of unit: Affiliation) -> [Act] {
        facts.acts(selector).filter { act in
            let members = Set(facts.members(of: unit, on: act.date.first).map(\.id))
            if let activity = ActivityID(act.subject).flatMap({ facts.state.activities[$0] }), let schedule = activity.schedule {
                if schedule.responsible == unit.name { return true }
                guard let invited = schedule.invited, !invited.isEmpty else { return false }
                return invited.map(facts.state.canonical).allSatisfy(members.contains)
            }
            if act.filedBy == unit.name || act.joinedBy.contains(unit.name) { return true }
            return act.actors.contains(where: members.contains)
        }
    }

    func statusOfUnits(_ target: Target, _ kind: Affiliation.Kind) -> TargetStatus {
        let units = units(kind).map { unit in UnitTarget(unit: unit, status: statusOfBody(target.assessing(unit))) }
        return TargetStatus(
            target: target, state: units.isEmpty ? .notDue : TargetState.of(units.map(\.status.state)), points: nil, uncapped: nil, start: nil,
            requirements: [], lines: [], members: [], units: units, due: units.map(\.status.due).min() ?? plan.period.last,
            evidence: units.flatMap(\.status.evidence).sortedUnique)
    }

    /// What each group or sector comes to, where some are given points: those of each kind by name.
    func units(_ targets: [TargetStatus]) -> [UnitStatus] {
        plan.scoredKinds.flatMap { kind -> [UnitStatus] in
            let own = targets.filter { $0.target.subject == .each(kind) }
            let units = units(kind)
            func target(_ status: TargetStatus, _ unit: Affiliation) -> TargetStatus? {
                status.units.first { $0.unit == unit }?.status
            }
            let isPlans = plan.gradesSubject == .each(kind)
            let totals = units.map { unit in
                total(own.map { ($0.target, target($0, unit)?.points ?? 0) }, of: .unit(unit), isPlans: isPlans)
            }
            let grades = isPlans ? grades(of: totals.indices.map { index in
                let states = own.map { status in
                    let status = (status.target.id, target(status, units[index]))
                    return (id: status.0, state: status.1?.state ?? .notDue, points: status.1?.points)
                }
                return Graded(points: totals[index].points) { condition in
                    status(condition, states, totals[index].headings) { measure($0, of: .unit(units[index])) }
                }
            }) : totals.map { _ in (nil, []) }
            return units.indices.map { index in
                UnitStatus(
                    unit: units[index], members: facts.members(of: units[index], on: facts.asOf).map(\.id),
                    total: totals[index].graded(grades[index]))
            }
        }
    }
}

extension Target {
    /// The target as it is asked of one group or sector.
    fileprivate func assessing(_ unit: Affiliation) -> Target {
        var target = self
        target.subject = .unit(unit)
        return target
    }
}

extension Assessor {
    /// Whether the first part in an act is the subject's: an office-holder's, a group's or a sector's where one of its members has it,
    /// and what a group or sector filed under its own name, or did as its own.
    func isLed(_ act: Act, by subject: Target.Subject) -> Bool {
        guard !isOwn(act, of: subject) else { return true }
        return counted(subject, on: act.date.first).contains { act.isLed(by: $0.id) }
    }

    /// All of an act's points; of an office-holder, a group or a sector, its members' shares in what is not its own.
    func share(of points: Int64, lead: Ratio, in act: Act, for subject: Target.Subject) -> Ratio {
        guard !isOwn(act, of: subject) else { return Ratio(points) }
        return counted(subject, on: act.date.first).filter { act.actors.contains($0.id) }
            .map { act.share(of: points, lead: lead, for: $0.id) }.sum
    }

    /// The body's is everything; a group's or a sector's are its activities and what it filed under its own name.
    private func isOwn(_ act: Act, of subject: Target.Subject) -> Bool {
        switch subject {
        case .unit(let unit): act.filedBy == unit.name || ActivityID(act.subject) != nil
        case .officeHolder: false
        case .body, .member, .each: true
        }
    }
}
