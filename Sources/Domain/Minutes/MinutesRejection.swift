public import EventLog

/// Why a command about minutes was refused.
public enum MinutesRejection: Equatable, Sendable {
    /// The last draft has been approved.
    case alreadyApproved(MinutesID, at: Position)
    /// They are the minutes of that activity, and not of the one that was given.
    case ofAnotherActivity(MinutesID, ActivityID)

    public enum Code: String, CaseIterable, Sendable {
        case alreadyApproved = "minutes-approved"
        case ofAnotherActivity = "minutes-of-another-activity"
    }

    public var code: Code {
        switch self {
        case .alreadyApproved: .alreadyApproved
        case .ofAnotherActivity: .ofAnotherActivity
        }
    }
}
