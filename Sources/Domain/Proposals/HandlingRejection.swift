public import EventLog

/// Why a command about handling, answering or rating a proposal was refused.
public enum HandlingRejection: Equatable, Sendable {
    /// A handling unit is listed twice.
    case unitListedTwice(ProposalID, [String])
    /// A proposal is reassigned to a unit that has it already.
    case unitAlreadyHandles(ProposalID, String)
    case notHandedTo(ProposalID, String)
    /// The unit has signed for, returned or answered it.
    case unitHasActed(ProposalID, String, HandlingUnit.Act)
    /// It ends no later than the time limit that it extends.
    case extensionNotLater(ProposalID, than: CalendarDate)
    case alreadyPaused(ProposalID)
    case notPaused(ProposalID)
    case noDraftToCheck(ProposalID, String)
    case draftNotPassed(ProposalID, String)
    /// An answer is addressed to members who did not sign.
    case answeredToNonSigners([MemberID], ProposalID)
    /// Only signers rate.
    case notASigner(MemberID, ProposalID)
    case alreadyRated(MemberID, ProposalID)
    case noSuchCommitment(ProposalID, Position)
    case commitmentOpen(ProposalID, Position)
    case commitmentSettled(ProposalID, Position)

    public enum Code: String, CaseIterable, Sendable {
        case unitListedTwice = "unit-listed-twice"
        case unitAlreadyHandles = "unit-already-handles"
        case notHandedTo = "not-handed-to"
        case unitHasActed = "unit-has-acted"
        case extensionNotLater = "extension-not-later"
        case alreadyPaused = "already-paused"
        case notPaused = "not-paused"
        case noDraftToCheck = "no-draft-to-check"
        case draftNotPassed = "draft-not-passed"
        case answeredToNonSigners = "answered-to-non-signers"
        case notASigner = "not-a-signer"
        case alreadyRated = "already-rated"
        case noSuchCommitment = "no-such-commitment"
        case commitmentOpen = "commitment-open"
        case commitmentSettled = "commitment-settled"
    }

    public var code: Code {
        switch self {
        case .unitListedTwice: .unitListedTwice
        case .unitAlreadyHandles: .unitAlreadyHandles
        case .notHandedTo: .notHandedTo
        case .unitHasActed: .unitHasActed
        case .extensionNotLater: .extensionNotLater
        case .alreadyPaused: .alreadyPaused
        case .notPaused: .notPaused
        case .noDraftToCheck: .noDraftToCheck
        case .draftNotPassed: .draftNotPassed
        case .answeredToNonSigners: .answeredToNonSigners
        case .notASigner: .notASigner
        case .alreadyRated: .alreadyRated
        case .noSuchCommitment: .noSuchCommitment
        case .commitmentOpen: .commitmentOpen
        case .commitmentSettled: .commitmentSettled
        }
    }
}
