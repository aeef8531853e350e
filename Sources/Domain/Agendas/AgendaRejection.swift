public import EventLog

/// Why a command about an agenda was refused.
public enum AgendaRejection: Equatable, Sendable {
    /// It was dealt with, postponed or dropped already.
    case ended(AgendaItemID, AgendaItemEnded.Outcome, at: Position)
    /// The agenda has no such place; the last that it has is `max`.
    case noSuchPlace(ActivityID, Int64, max: Int)
    /// Only what is postponed goes to another activity.
    case notPostponed(AgendaItemID)
    case postponedToSameActivity(AgendaItemID, ActivityID)
    /// What refers to the item is of an activity that does not deal with it.
    case ofAnotherActivity(AgendaItemID, ActivityID)

    public enum Code: String, CaseIterable, Sendable {
        case ended = "agenda-item-ended"
        case noSuchPlace = "no-such-agenda-place"
        case notPostponed = "agenda-item-not-postponed"
        case postponedToSameActivity = "postponed-to-same-activity"
        case ofAnotherActivity = "agenda-item-of-another-activity"
    }

    public var code: Code {
        switch self {
        case .ended: .ended
        case .noSuchPlace: .noSuchPlace
        case .notPostponed: .notPostponed
        case .postponedToSameActivity: .postponedToSameActivity
        case .ofAnotherActivity: .ofAnotherActivity
        }
    }
}
