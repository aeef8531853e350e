public import Domain
public import EventLog

/// Who left office during a plan's days, and what they had come to: their final figures, as of their last day in office.
public struct LeftMember: Sendable {
    public let member: MemberID
    /// The last day in office.
    public let until: CalendarDate
    /// Where the plan stood on that day, by what is known now.
    public let status: PlanStatus

    /// What the member's targets came to; nil where members are given no points.
    public var total: Total? { status.members.first { $0.member == member }?.total }
}

extension Plan {
    /// Whether a line of each member says anything.
    public var scoresOrAsksMembers: Bool {
        scoresMembers || targets.contains { $0.subject == .member || $0.requirements.contains { $0.per == .member } }
    }

    /// Who had left by a day, in the order of their ids. Who is in office again on the day is none of them.
    ///
    /// - Parameter state: what is known, on whatever day it happened.
    public func left(_ state: State, asOf: CalendarDate) -> [LeftMember] {
        // The state is cut where somebody left, and not for every question.
        guard state.members.values.contains(where: { $0.terms.contains { $0.until.map { $0 < asOf && period.contains($0) } ?? false } }) else {
            return []
        }
        let gone = state.asOf(asOf)
        let ends = gone.members.values.compactMap { member -> (member: MemberID, until: CalendarDate)? in
            guard member.mergedInto == nil, let until = gone.lastDayInOffice(of: member.id, before: asOf), period.contains(until) else { return nil }
            return (member.id, until)
        }.sorted { $0.member < $1.member }
        var statuses: [CalendarDate: PlanStatus] = [:]
        for until in Set(ends.map(\.until)) { statuses[until] = assess(version(on: until), state.asOf(until), asOf: until) }
        return ends.compactMap { end in statuses[end.until].map { LeftMember(member: end.member, until: end.until, status: $0) } }
    }

    /// The plan as it read on a day of its period.
    private func version(on day: CalendarDate) -> Plan {
        earlier.first.flatMap { day <= $0.until ? $0.plan.version(on: day) : nil } ?? self
    }
}

extension State {
    /// The last day in office before a day on which the member is in office no more; nil for who is, or never was.
    public func lastDayInOffice(of member: MemberID, before day: CalendarDate) -> CalendarDate? {
        let terms = terms(of: member)
        guard !terms.contains(where: { $0.contains(day) }) else { return nil }
        return terms.compactMap(\.until).filter { $0 < day }.max()
    }
}
