public import CanonicalJSON
public import EventLog

/// Why a command was refused by a rule. Codes and arguments only: what people read is in the catalogue of texts.
public enum Rejection: Error, Equatable, Sendable {
    case unknown(Subject)
    case idTaken(Subject)
    case reasonMissing
    case namedTwice(Subject)
    case bookNotOpened
    case commandIDReused(CommandID, firstAt: Position)
    case commandNoLongerComparable(CommandID, firstAt: Position)

    case notInOffice([MemberID], on: CalendarDate)
    case termOverlaps(MemberID, from: CalendarDate)
    case endsBeforeItBegins(from: CalendarDate, until: CalendarDate)
    case alreadyAssigned(MemberID, String)
    case notAssigned(MemberID, String)

    case activityCancelled(ActivityID)
    case activityClosed(ActivityID)
    case activityHeld(ActivityID)

    case notInvited(MemberID, ActivityID)
    case alreadyCheckedIn(MemberID, ActivityID, at: Position)
    case attendanceStands(MemberID, ActivityID, recordedAt: Position)

    case wrongStage(ProposalID, Proposal.Stage, needs: [Proposal.Stage])
    case signersDoNotFit(ProposalID, ProposalFiled.Kind)
    case notHandedTo(ProposalID, String)
    case notASigner(MemberID, ProposalID)
    case alreadyRated(MemberID, ProposalID)
    case alreadyMarked(ProposalID, ProposalMarked.Mark)

    case alreadyHandedOver(Subject)
    case alreadyAnswered(Subject)
    case suggestionNotHandedTo(SuggestionID, String)
    case alreadyAdopted(SuggestionID, SuggestionAdopted.Level)

    case donationIncomplete(DonationID, field: String)
    case twoDonors(DonationID)

    case attachmentNotHeld(AttachmentID)
    case alreadyAttached(AttachmentID, to: Subject, at: Position)

    case personalDataErased(Subject)
    case alreadyRestricted(Subject)
    case notRestricted(Subject)

    case noSuchEntry(Position)
    case cannotBeCorrected(Position)
    case alreadyVoided(Position)
    case nothingChanges(Position)
    case wouldChangeSubject(Position)
    case correctionDoesNotFit(Position, JSONError)
    case wouldBreak([Position], because: String)

    /// The stable code that scripts see.
    public var code: String {
        switch self {
        case .unknown: "unknown-subject"
        case .idTaken: "id-taken"
        case .reasonMissing: "reason-missing"
        case .namedTwice: "named-twice"
        case .bookNotOpened: "book-not-opened"
        case .commandIDReused: "command-id-reused"
        case .commandNoLongerComparable: "command-no-longer-comparable"
        case .notInOffice: "not-in-office"
        case .termOverlaps: "term-overlaps"
        case .endsBeforeItBegins: "ends-before-it-begins"
        case .alreadyAssigned: "already-assigned"
        case .notAssigned: "not-assigned"
        case .activityCancelled: "activity-cancelled"
        case .activityClosed: "activity-closed"
        case .activityHeld: "activity-held"
        case .notInvited: "not-invited"
        case .alreadyCheckedIn: "already-checked-in"
        case .attendanceStands: "attendance-stands"
        case .wrongStage: "wrong-stage"
        case .signersDoNotFit: "signers-do-not-fit"
        case .notHandedTo: "not-handed-to"
        case .notASigner: "not-a-signer"
        case .alreadyRated: "already-rated"
        case .alreadyHandedOver: "already-handed-over"
        case .alreadyAnswered: "already-answered"
        case .alreadyMarked: "already-marked"
        case .alreadyAdopted: "already-adopted"
        case .suggestionNotHandedTo: "suggestion-not-handed-to"
        case .donationIncomplete: "donation-incomplete"
        case .twoDonors: "two-donors"
        case .attachmentNotHeld: "attachment-not-held"
        case .alreadyAttached: "already-attached"
        case .personalDataErased: "personal-data-erased"
        case .alreadyRestricted: "already-restricted"
        case .notRestricted: "not-restricted"
        case .noSuchEntry: "no-such-entry"
        case .cannotBeCorrected: "cannot-be-corrected"
        case .alreadyVoided: "already-voided"
        case .nothingChanges: "nothing-changes"
        case .wouldChangeSubject: "would-change-subject"
        case .correctionDoesNotFit: "correction-does-not-fit"
        case .wouldBreak: "would-break"
        }
    }
}
