public import Domain
public import EventLog

/// What became of one command.
public enum CommandResult: Sendable {
    case recorded([Position], [Warning])
    /// The command had been recorded before, with the same content: this is its first result, and what is to be said of it
    /// now.
    case repeated([Position], [Warning])
    case refused(Rejection)
    /// The plan text that was to be adopted is no plan, or names what the plan does not have.
    case faultyPlan(PlanGuard.Fault)
    case entryTooLong(byteCount: Int)
    /// Its entry could be written, but not read again: the book would be closed to everybody.
    case entryUnreadable
    /// Nothing was wrong with it, but another command of an atomic group was refused.
    case notRecordedBesideRefusal

    /// Whether the command is on record.
    public var isDone: Bool {
        switch self {
        case .recorded, .repeated: true
        case .refused, .faultyPlan, .entryTooLong, .entryUnreadable, .notRecordedBesideRefusal: false
        }
    }
}
