public import CanonicalJSON
public import EventLog

/// Why a correction was refused.
public enum CorrectionRejection: Equatable, Sendable {
    /// The opening of the book is never voided, and what was done about personal data is never corrected.
    case cannotBeCorrected(Position)
    /// A correction is voided, and not corrected.
    case isACorrection(Position)
    case alreadyVoided(Position)
    case nothingChanges(Position)
    case wouldChangeSubject(Position)
    /// The corrected entry would not be a valid one.
    case doesNotFit(Position, JSONError)
    /// Entries that depend on it would become invalid.
    case wouldBreak([Dependent])

    /// An entry that would become invalid, and why.
    public struct Dependent: Equatable, Sendable {
        public let position: Position
        public let because: Rejection

        public init(_ position: Position, because: Rejection) {
            self.position = position
            self.because = because
        }
    }

    public enum Code: String, CaseIterable, Sendable {
        case cannotBeCorrected = "cannot-be-corrected"
        case isACorrection = "is-a-correction"
        case alreadyVoided = "already-voided"
        case nothingChanges = "nothing-changes"
        case wouldChangeSubject = "would-change-subject"
        case doesNotFit = "correction-does-not-fit"
        case wouldBreak = "would-break"
    }

    public var code: Code {
        switch self {
        case .cannotBeCorrected: .cannotBeCorrected
        case .isACorrection: .isACorrection
        case .alreadyVoided: .alreadyVoided
        case .nothingChanges: .nothingChanges
        case .wouldChangeSubject: .wouldChangeSubject
        case .doesNotFit: .doesNotFit
        case .wouldBreak: .wouldBreak
        }
    }
}
