/// Why a command about an appeal was refused.
public enum AppealRejection: Equatable, Sendable {
    case alreadyAnswered(AppealID)
    case alreadyWithdrawn(AppealID)
    /// Points cannot settle what was not found right.
    case notUpheld(AppealID)
    /// It is by somebody else, or about another target or plan.
    case ofSomethingElse(AppealID)

    public enum Code: String, CaseIterable, Sendable {
        case alreadyAnswered = "appeal-answered"
        case alreadyWithdrawn = "appeal-withdrawn"
        case notUpheld = "appeal-not-upheld"
        case ofSomethingElse = "appeal-of-something-else"
    }

    public var code: Code {
        switch self {
        case .alreadyAnswered: .alreadyAnswered
        case .alreadyWithdrawn: .alreadyWithdrawn
        case .notUpheld: .notUpheld
        case .ofSomethingElse: .ofSomethingElse
        }
    }
}
