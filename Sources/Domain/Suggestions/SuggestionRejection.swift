/// Why a command about a suggestion was refused.
public enum SuggestionRejection: Equatable, Sendable {
    case alreadyHandedOver(SuggestionID)
    case notHandedTo(SuggestionID, String)
    case alreadyAnswered(SuggestionID)
    case alreadyAdopted(SuggestionID, SuggestionAdopted.Level)
    /// It was sent out, and is not edited any more.
    case alreadySent(SuggestionID)
    case notAnswered(SuggestionID)
    case notItsMember([MemberID], SuggestionID)
    case alreadyRated(MemberID, SuggestionID)

    public enum Code: String, CaseIterable, Sendable {
        case alreadyHandedOver = "already-handed-over"
        case notHandedTo = "suggestion-not-handed-to"
        case alreadyAnswered = "already-answered"
        case alreadyAdopted = "already-adopted"
        case alreadySent = "already-sent"
        case notAnswered = "not-answered"
        case notItsMember = "not-its-member"
        case alreadyRated = "suggestion-rated"
    }

    public var code: Code {
        switch self {
        case .alreadyHandedOver: .alreadyHandedOver
        case .notHandedTo: .notHandedTo
        case .alreadyAnswered: .alreadyAnswered
        case .alreadyAdopted: .alreadyAdopted
        case .alreadySent: .alreadySent
        case .notAnswered: .notAnswered
        case .notItsMember: .notItsMember
        case .alreadyRated: .alreadyRated
        }
    }
}
