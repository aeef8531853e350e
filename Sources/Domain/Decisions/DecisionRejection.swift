public import EventLog

/// Why a command about a decision was refused.
public enum DecisionRejection: Equatable, Sendable {
    /// The vote that is named did not carry anything.
    case notCarried(DecisionID, BallotID)
    /// A unit has it, and has not answered yet.
    case withUnit(DecisionID, String)
    case notHandedTo(DecisionID, String)
    case alreadyAnswered(DecisionID, at: Position)
    case alreadyHandled(DecisionID, at: Position)
    case alreadyAppraised(DecisionID, at: Position)
    /// The ballot is no appraisal of it.
    case notOnBallot(DecisionID, BallotID)

    public enum Code: String, CaseIterable, Sendable {
        case notCarried = "decision-not-carried"
        case withUnit = "decision-with-unit"
        case notHandedTo = "decision-not-handed-to"
        case alreadyAnswered = "decision-answered"
        case alreadyHandled = "decision-handled"
        case alreadyAppraised = "decision-appraised"
        case notOnBallot = "decision-not-on-ballot"
    }

    public var code: Code {
        switch self {
        case .notCarried: .notCarried
        case .withUnit: .withUnit
        case .notHandedTo: .notHandedTo
        case .alreadyAnswered: .alreadyAnswered
        case .alreadyHandled: .alreadyHandled
        case .alreadyAppraised: .alreadyAppraised
        case .notOnBallot: .notOnBallot
        }
    }
}
