public import EventLog

/// Why a command about an activity was refused.
public enum ActivityRejection: Equatable, Sendable {
    case cancelled(ActivityID)
    case closed(ActivityID)
    /// It took place, and cannot be cancelled.
    case held(ActivityID)
    /// What was said, counted, decided or reported there is on record, so that it took place.
    case hasRecords(ActivityID, [Subject])

    public enum Code: String, CaseIterable, Sendable {
        case cancelled = "activity-cancelled"
        case closed = "activity-closed"
        case held = "activity-held"
        case hasRecords = "activity-has-records"
    }

    public var code: Code {
        switch self {
        case .cancelled: .cancelled
        case .closed: .closed
        case .held: .held
        case .hasRecords: .hasRecords
        }
    }
}
