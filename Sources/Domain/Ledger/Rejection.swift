public import EventLog

/// Why a command was refused by a rule. Codes and arguments only: what people read is in the catalogue of texts.
///
/// One code has one meaning. What concerns one concept is in its folder.
public enum Rejection: Error, Equatable, Sendable {
    /// Nothing of that id is in the book.
    case unknown([Subject])
    case idTaken(Subject)
    /// It would be merged with itself, or split into itself.
    case refersToItself(Subject)
    /// Members that a list has twice.
    case namedTwice([MemberID])
    case reasonMissing
    case endsBeforeItBegins(from: CalendarDate, until: CalendarDate)
    case bookNotOpened
    case bookAlreadyOpened
    /// The name of a zone that a book cannot be opened with.
    case notATimeZone(String)
    /// It is dated more than a day later than the clock.
    case liesAhead(CalendarDate)
    case noSuchEntry(Position)
    /// What is adopted is in force already, word for word.
    case sameAsAdopted(Subject, at: Position)
    case commandIDReused(CommandID, firstAt: Position)
    case commandNoLongerComparable(CommandID, firstAt: Position)
    /// Several obstacles: a command is refused for all of them at once.
    case several([Rejection])

    case member(MemberRejection)
    case activity(ActivityRejection)
    case attendance(AttendanceRejection)
    case proposal(ProposalRejection)
    case handling(HandlingRejection)
    case suggestion(SuggestionRejection)
    case donation(DonationRejection)
    case fund(FundRejection)
    case attachment(AttachmentRejection)
    case personalData(PersonalDataRejection)
    case appeal(AppealRejection)
    case agenda(AgendaRejection)
    case minutes(MinutesRejection)
    case ballot(BallotRejection)
    case decision(DecisionRejection)
    case petition(PetitionRejection)
    case dutyReport(DutyReportRejection)
    case time(TimeRejection)
    case correction(CorrectionRejection)

    public static func unknown(_ subject: Subject) -> Rejection { .unknown([subject]) }

    /// The codes of what concerns no single concept.
    public enum Code: String, CaseIterable, Sendable {
        case unknown = "unknown-subject"
        case idTaken = "id-taken"
        case refersToItself = "refers-to-itself"
        case namedTwice = "named-twice"
        case reasonMissing = "reason-missing"
        case endsBeforeItBegins = "ends-before-it-begins"
        case bookNotOpened = "book-not-opened"
        case bookAlreadyOpened = "book-already-opened"
        case notATimeZone = "not-a-time-zone"
        case liesAhead = "lies-ahead"
        case noSuchEntry = "no-such-entry"
        case sameAsAdopted = "same-as-adopted"
        case commandIDReused = "command-id-reused"
        case commandNoLongerComparable = "command-no-longer-comparable"
        case several = "several-obstacles"
    }

    /// The stable code that scripts see. Several obstacles of one kind have its code.
    public var code: String {
        switch self {
        case .unknown: Code.unknown.rawValue
        case .idTaken: Code.idTaken.rawValue
        case .refersToItself: Code.refersToItself.rawValue
        case .namedTwice: Code.namedTwice.rawValue
        case .reasonMissing: Code.reasonMissing.rawValue
        case .endsBeforeItBegins: Code.endsBeforeItBegins.rawValue
        case .bookNotOpened: Code.bookNotOpened.rawValue
        case .bookAlreadyOpened: Code.bookAlreadyOpened.rawValue
        case .notATimeZone: Code.notATimeZone.rawValue
        case .liesAhead: Code.liesAhead.rawValue
        case .noSuchEntry: Code.noSuchEntry.rawValue
        case .sameAsAdopted: Code.sameAsAdopted.rawValue
        case .commandIDReused: Code.commandIDReused.rawValue
        case .commandNoLongerComparable: Code.commandNoLongerComparable.rawValue
        case .several(let obstacles):
            if let code = obstacles.first?.code, obstacles.allSatisfy({ $0.code == code }) { code } else { Code.several.rawValue }
        case .member(let rejection): rejection.code.rawValue
        case .activity(let rejection): rejection.code.rawValue
        case .attendance(let rejection): rejection.code.rawValue
        case .proposal(let rejection): rejection.code.rawValue
        case .handling(let rejection): rejection.code.rawValue
        case .suggestion(let rejection): rejection.code.rawValue
        case .donation(let rejection): rejection.code.rawValue
        case .fund(let rejection): rejection.code.rawValue
        case .attachment(let rejection): rejection.code.rawValue
        case .personalData(let rejection): rejection.code.rawValue
        case .appeal(let rejection): rejection.code.rawValue
        case .agenda(let rejection): rejection.code.rawValue
        case .minutes(let rejection): rejection.code.rawValue
        case .ballot(let rejection): rejection.code.rawValue
        case .decision(let rejection): rejection.code.rawValue
        case .petition(let rejection): rejection.code.rawValue
        case .dutyReport(let rejection): rejection.code.rawValue
        case .time(let rejection): rejection.code.rawValue
        case .correction(let rejection): rejection.code.rawValue
        }
    }

    /// Every code that there is.
    public static let allCodes: [String] =
        Code.allCases.map(\.rawValue)
        + MemberRejection.Code.allCases.map(\.rawValue)
        + ActivityRejection.Code.allCases.map(\.rawValue)
        + AttendanceRejection.Code.allCases.map(\.rawValue)
        + ProposalRejection.Code.allCases.map(\.rawValue)
        + HandlingRejection.Code.allCases.map(\.rawValue)
        + SuggestionRejection.Code.allCases.map(\.rawValue)
        + DonationRejection.Code.allCases.map(\.rawValue)
        + FundRejection.Code.allCases.map(\.rawValue)
        + AttachmentRejection.Code.allCases.map(\.rawValue)
        + PersonalDataRejection.Code.allCases.map(\.rawValue)
        + AppealRejection.Code.allCases.map(\.rawValue)
        + AgendaRejection.Code.allCases.map(\.rawValue)
        + MinutesRejection.Code.allCases.map(\.rawValue)
        + BallotRejection.Code.allCases.map(\.rawValue)
        + DecisionRejection.Code.allCases.map(\.rawValue)
        + PetitionRejection.Code.allCases.map(\.rawValue)
        + DutyReportRejection.Code.allCases.map(\.rawValue)
        + TimeRejection.Code.allCases.map(\.rawValue)
        + CorrectionRejection.Code.allCases.map(\.rawValue)
}
