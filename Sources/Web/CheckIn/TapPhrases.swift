#if Web
package import Wording

extension TapReason {
    /// What the member hears.
    package var phrase: Phrase {
        switch self {
        case .notOpen: .tapWaitsForOpening
        case .lateEntry: .tapIsLate
        case .afterClosing: .tapIsAfterClosing
        case .staleCode: .tapHasStaleCode
        case .unknownDevice: .tapIsFromUnknownDevice
        case .cancelled: .tapIsAtCancelledMeeting
        case .rejected: .tapWasRejected
        }
    }
}
#endif
