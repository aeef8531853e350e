/// Why a command about an activity was refused.
public enum ActivityRejection: Equatable, Sendable {
    case cancelled(ActivityID)
    case closed(ActivityID)
    /// It took place, and cannot be cancelled.
    case held(ActivityID)

    public enum Code: String, CaseIterable, Sendable {
        case cancelled = "activity-cancelled"
        case closed = "activity-closed"
        case held = "activity-held"
    }

    public var code: Code {
        switch self {
        case .cancelled: .cancelled
        case .closed: .closed
        case .held: .held
        }
    }
}
