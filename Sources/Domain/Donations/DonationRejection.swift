/// Why a donation was refused.
public enum DonationRejection: Equatable, Sendable {
    case incomplete(DonationID, field: String)
    case twoDonors(DonationID)

    public enum Code: String, CaseIterable, Sendable {
        case incomplete = "donation-incomplete"
        case twoDonors = "two-donors"
    }

    public var code: Code {
        switch self {
        case .incomplete: .incomplete
        case .twoDonors: .twoDonors
        }
    }
}
