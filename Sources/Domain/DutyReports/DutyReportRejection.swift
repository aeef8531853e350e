public import EventLog

/// Why a command about a report on duties was refused.
public enum DutyReportRejection: Equatable, Sendable {
    case alreadyTold(DutyReportID, at: Position)
    /// The ballot is no appraisal of it, nor of who gave it.
    case notOnBallot(DutyReportID, BallotID)

    public enum Code: String, CaseIterable, Sendable {
        case alreadyTold = "duty-report-told"
        case notOnBallot = "duty-report-not-on-ballot"
    }

    public var code: Code {
        switch self {
        case .alreadyTold: .alreadyTold
        case .notOnBallot: .notOnBallot
        }
    }
}
