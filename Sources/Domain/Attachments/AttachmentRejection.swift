public import EventLog

/// Why an attachment was refused.
public enum AttachmentRejection: Equatable, Sendable {
    case notHeld(AttachmentID)
    case alreadyAttached(AttachmentID, to: Subject, at: Position)
    /// It has no personal data of its own that an attachment could be sealed with.
    case ownerCannotBeErased(Subject)

    public enum Code: String, CaseIterable, Sendable {
        case notHeld = "attachment-not-held"
        case alreadyAttached = "already-attached"
        case ownerCannotBeErased = "owner-cannot-be-erased"
    }

    public var code: Code {
        switch self {
        case .notHeld: .notHeld
        case .alreadyAttached: .alreadyAttached
        case .ownerCannotBeErased: .ownerCannotBeErased
        }
    }
}
