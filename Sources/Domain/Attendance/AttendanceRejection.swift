public import EventLog

/// Why a command about attendance was refused.
public enum AttendanceRejection: Equatable, Sendable {
    case notInvited([MemberID], ActivityID)
    case alreadyCheckedIn(MemberID, ActivityID, at: Position)
    /// The same was recorded before, of another act than checking in.
    case alreadyRecorded(MemberID, ActivityID, at: Position)
    /// Something was recorded that does not agree with it.
    case recordedDifferently(MemberID, ActivityID, at: Position)
    case notPresent(MemberID, ActivityID)
    case notOnLeave(MemberID, ActivityID)
    /// A leave is refused that nobody asked for.
    case leaveNotAsked(MemberID, ActivityID)
    /// Somebody is checked in again at an activity of several days, and it is not dated on one of them.
    case dayOfCheckInUnclear(MemberID, ActivityID, of: ClosedRange<CalendarDate>, at: Position)
    /// Somebody is checked in for a further day of an activity that counts half-days, and this check-in does not say how many
    /// were attended, or the entry of an earlier one does not. `of` is how many the activity has.
    case halfDaysOfDayMissing(ActivityID, of: Int64, at: Position?)
    /// More half-days than the activity has; nil where it has no number of them.
    case halfDaysDoNotFit(ActivityID, of: Int64?)

    public enum Code: String, CaseIterable, Sendable {
        case notInvited = "not-invited"
        case alreadyCheckedIn = "already-checked-in"
        case alreadyRecorded = "attendance-already-recorded"
        case recordedDifferently = "attendance-stands"
        case notPresent = "not-present"
        case notOnLeave = "not-on-leave"
        case leaveNotAsked = "leave-not-asked"
        case dayOfCheckInUnclear = "day-of-check-in-unclear"
        case halfDaysOfDayMissing = "half-days-of-day-missing"
        case halfDaysDoNotFit = "half-days-do-not-fit"
    }

    public var code: Code {
        switch self {
        case .notInvited: .notInvited
        case .alreadyCheckedIn: .alreadyCheckedIn
        case .alreadyRecorded: .alreadyRecorded
        case .recordedDifferently: .recordedDifferently
        case .notPresent: .notPresent
        case .notOnLeave: .notOnLeave
        case .leaveNotAsked: .leaveNotAsked
        case .dayOfCheckInUnclear: .dayOfCheckInUnclear
        case .halfDaysOfDayMissing: .halfDaysOfDayMissing
        case .halfDaysDoNotFit: .halfDaysDoNotFit
        }
    }
}
