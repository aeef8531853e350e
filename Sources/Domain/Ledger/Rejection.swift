public import CanonicalJSON
public import EventLog

/// Why a command was refused by a rule. Codes and arguments only: what people read is in the catalogue of texts.
public enum Rejection: Error, Equatable, Sendable {
    case unknown(Subject)
    case idTaken(Subject)
    case reasonMissing
    case namedTwice(Subject)
    case bookNotOpened
    /// It is dated more than a day later than the clock.
    case liesAhead(CalendarDate)
    case commandIDReused(CommandID, firstAt: Position)
    case commandNoLongerComparable(CommandID, firstAt: Position)

    case notInOffice([MemberID], on: CalendarDate)
    case termOverlaps(MemberID, from: CalendarDate)
    /// It is a duplicate of another member, which goes on.
    case memberMerged(MemberID, into: MemberID)
    case endsBeforeItBegins(from: CalendarDate, until: CalendarDate)
    case alreadyAssigned(MemberID, String)
    case notAssigned(MemberID, String)

    case activityCancelled(ActivityID)
    case activityClosed(ActivityID)
    case activityHeld(ActivityID)

    case notInvited(MemberID, ActivityID)
    case alreadyCheckedIn(MemberID, ActivityID, at: Position)
    case attendanceStands(MemberID, ActivityID, recordedAt: Position)
    case notPresent(MemberID, ActivityID)
    case notOnLeave(MemberID, ActivityID)
    case halfDaysDoNotFit(ActivityID, of: Int64?)

    case wrongStage(ProposalID, Proposal.Stage, needs: [Proposal.Stage])
    case signersDoNotFit(ProposalID, ProposalFiled.Kind)
    case notHandedTo(ProposalID, String)
    case notASigner(MemberID, ProposalID)
    case alreadyRated(MemberID, ProposalID)
    case alreadyMarked(ProposalID, ProposalMarked.Mark)
    /// Who has agreed to sign already, or refused to.
    case alreadySaid(MemberID, ProposalID)
    case refusedToSign(MemberID, ProposalID)
    case tooFewSigners(ProposalID, needs: Int64)
    case numberTaken(String, by: ProposalID)
    case splitIntoOne(ProposalID)
    case unitHasActed(ProposalID, String)
    case alreadyPaused(ProposalID)
    case notPaused(ProposalID)
    case noDraftToCheck(ProposalID, String)
    case draftNotPassed(ProposalID, String)
    case noSuchCommitment(ProposalID, Position)
    case commitmentOpen(ProposalID, Position)
    case commitmentSettled(ProposalID, Position)

    case alreadyHandedOver(Subject)
    case alreadyAnswered(Subject)
    case suggestionNotHandedTo(SuggestionID, String)
    case alreadyAdopted(SuggestionID, SuggestionAdopted.Level)

    /// It has left the office, and is not reworded any more.
    case alreadySent(SuggestionID)
    case notAnswered(SuggestionID)
    case notItsMember(MemberID, SuggestionID)
    case suggestionRated(MemberID, SuggestionID)

    case donationIncomplete(DonationID, field: String)
    /// More than came in for a purpose.
    case overspent(String, left: Int64, expense: ExpenseID)
    case twoDonors(DonationID)

    case attachmentNotHeld(AttachmentID)
    case alreadyAttached(AttachmentID, to: Subject, at: Position)
    /// It has no personal data of its own that an attachment could be sealed with.
    case ownerCannotBeErased(Subject)

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
        case .liesAhead: "lies-ahead"
        case .commandIDReused: "command-id-reused"
        case .commandNoLongerComparable: "command-no-longer-comparable"
        case .notInOffice: "not-in-office"
        case .termOverlaps: "term-overlaps"
        case .memberMerged: "member-merged"
        case .endsBeforeItBegins: "ends-before-it-begins"
        case .alreadyAssigned: "already-assigned"
        case .notAssigned: "not-assigned"
        case .activityCancelled: "activity-cancelled"
        case .activityClosed: "activity-closed"
        case .activityHeld: "activity-held"
        case .notInvited: "not-invited"
        case .alreadyCheckedIn: "already-checked-in"
        case .attendanceStands: "attendance-stands"
        case .notPresent: "not-present"
        case .notOnLeave: "not-on-leave"
        case .halfDaysDoNotFit: "half-days-do-not-fit"
        case .wrongStage: "wrong-stage"
        case .signersDoNotFit: "signers-do-not-fit"
        case .notHandedTo: "not-handed-to"
        case .notASigner: "not-a-signer"
        case .alreadyRated: "already-rated"
        case .alreadyHandedOver: "already-handed-over"
        case .alreadyAnswered: "already-answered"
        case .alreadyMarked: "already-marked"
        case .alreadySaid: "already-said"
        case .refusedToSign: "refused-to-sign"
        case .tooFewSigners: "too-few-signers"
        case .numberTaken: "number-taken"
        case .splitIntoOne: "split-into-one"
        case .unitHasActed: "unit-has-acted"
        case .alreadyPaused: "already-paused"
        case .notPaused: "not-paused"
        case .noDraftToCheck: "no-draft-to-check"
        case .draftNotPassed: "draft-not-passed"
        case .noSuchCommitment: "no-such-commitment"
        case .commitmentOpen: "commitment-open"
        case .commitmentSettled: "commitment-settled"
        case .alreadyAdopted: "already-adopted"
        case .suggestionNotHandedTo: "suggestion-not-handed-to"
        case .alreadySent: "already-sent"
        case .notAnswered: "not-answered"
        case .notItsMember: "not-its-member"
        case .suggestionRated: "suggestion-rated"
        case .donationIncomplete: "donation-incomplete"
        case .overspent: "overspent"
        case .twoDonors: "two-donors"
        case .attachmentNotHeld: "attachment-not-held"
        case .alreadyAttached: "already-attached"
        case .ownerCannotBeErased: "owner-cannot-be-erased"
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
