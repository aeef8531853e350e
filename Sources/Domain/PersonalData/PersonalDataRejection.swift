public import EventLog

/// Why something about personal data was refused.
public enum PersonalDataRejection: Equatable, Sendable {
    case erased(Subject)
    /// They are sealed, and nobody reads them.
    case restricted(Subject)
    case alreadyRestricted(Subject)
    case notRestricted(Subject)

    public enum Code: String, CaseIterable, Sendable {
        case erased = "personal-data-erased"
        case restricted = "personal-data-restricted"
        case alreadyRestricted = "already-restricted"
        case notRestricted = "not-restricted"
    }

    public var code: Code {
        switch self {
        case .erased: .erased
        case .restricted: .restricted
        case .alreadyRestricted: .alreadyRestricted
        case .notRestricted: .notRestricted
        }
    }
}
