public import EventLog

/// Why a command about a petition was refused.
public enum PetitionRejection: Equatable, Sendable {
    /// A unit has it, and nobody has answered yet.
    case withUnit(PetitionID, String)
    case notHandedTo(PetitionID, String)
    case alreadyAnswered(PetitionID, at: Position)

    public enum Code: String, CaseIterable, Sendable {
        case withUnit = "petition-with-unit"
        case notHandedTo = "petition-not-handed-to"
        case alreadyAnswered = "petition-answered"
    }

    public var code: Code {
        switch self {
        case .withUnit: .withUnit
        case .notHandedTo: .notHandedTo
        case .alreadyAnswered: .alreadyAnswered
        }
    }
}
