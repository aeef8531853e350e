public import Domain
public import EventLog

/// A line of an act under a target: the body's, or that of one member, group or sector.
public struct ActUse: Sendable {
    public enum Of: Equatable, Sendable {
        case body
        case member(MemberID)
        case unit(Affiliation)
    }

    public let target: Target
    public let of: Of
    public let line: ScoreLine
}

extension PlanStatus {
    /// What an act counted for, or might have: its lines under every target, the body's, each member's, each group's and
    /// sector's; and the items of the calendar that it fulfils.
    public func uses(of subject: Subject) -> (lines: [ActUse], items: [CalendarStatus]) {
        let lines = targets.flatMap { status -> [ActUse] in
            func uses(_ of: ActUse.Of, _ lines: [ScoreLine], _ requirements: [RequirementStatus]) -> [ActUse] {
                let own = lines.filter { $0.subject == subject }
                // What is counted for a requirement and earns no points of its own is one line.
                let found = own.isEmpty ? Array(requirements.flatMap(\.lines).filter { $0.subject == subject }.prefix(1)) : own
                return found.map { ActUse(target: status.target, of: of, line: $0) }
            }
            return uses(.body, status.lines, status.requirements)
                + status.members.flatMap { uses(.member($0.member), $0.lines, $0.requirements) }
                + status.units.flatMap { uses(.unit($0.unit), $0.status.lines, $0.status.requirements) }
        }
        return (lines, calendar.filter { $0.fulfilledBy == subject })
    }
}
