public import Domain
public import EventLog

/// Where a plan stands on a day, with everything each figure rests on. Points are hundredths.
public struct PlanStatus: Sendable {
    public let plan: Plan
    /// What happened later is left out.
    public let asOf: CalendarDate
    /// The last entry that was known.
    public let position: Position
    public let targets: [TargetStatus]
    public let calendar: [CalendarStatus]
    /// Activities held in the year that fulfil no calendar item.
    public let unplanned: [ActivityID]

    public var points: Int64 { targets.reduce(0) { $0 + ($1.points ?? 0) } }
    public var of: Int64 { plan.points }
}

/// The states of the contract; the raw values are what scripts see.
public enum TargetState: String, CaseIterable, Sendable {
    case behind, met, missed
    case notDue = "not-due"
    case onTrack = "on-track"
}

/// What was measured.
public enum Quantity: Equatable, Sendable {
    case count(Int64)
    case share(numerator: Int64, denominator: Int64)
    case fenPerMember(total: Int64, members: Int64)
}

/// One target, scored and explained.
public struct TargetStatus: Sendable {
    public let target: Target
    public let state: TargetState
    /// Nil for a target that earns nothing.
    public let points: Int64?
    /// What the lines add up to before cap and floor; nil where there are no points.
    public let uncapped: Int64?
    public let requirements: [RequirementStatus]
    public let lines: [ScoreLine]
    /// The last day for it.
    public let due: CalendarDate
    /// Every entry the figure rests on, in order.
    public let evidence: [Position]
}

public struct RequirementStatus: Sendable {
    public let requirement: Requirement
    public let actual: Quantity
    public let isMet: Bool
    public let evidence: [Position]
}

/// What earned or lost points, or might have and did not.
public struct ScoreLine: Equatable, Sendable {
    public enum Outcome: Equatable, Sendable {
        case counts
        /// Attendance under the threshold, in per cent.
        case attendanceBelow(percent: Int)
        /// Nobody could be counted.
        case nobodyCountable
        case documentMissing(WorkFiled.Kind)
        case absentWithoutCause(MemberID)
        case onLeave(MemberID)
    }

    public let subject: Subject
    public let date: Occurrence
    /// Hundredths, before any cap.
    public let points: Int64
    /// Present of countable, where attendance matters.
    public let attendance: AttendanceCount?
    public let outcome: Outcome
    public let evidence: [Position]
}

public struct CalendarStatus: Sendable {
    /// Whether the deed named the item, or was found to fit it.
    public enum Link: String, Sendable { case given, found }

    public let item: CalendarItem
    public let state: TargetState
    public let fulfilledBy: Subject?
    public let link: Link?
    public let evidence: [Position]
}
