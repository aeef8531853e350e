/// Why spending was refused.
public enum FundRejection: Equatable, Sendable {
    /// More than came in for a purpose. Fen.
    case overspent(String, left: Int64, expense: ExpenseID)

    public enum Code: String, CaseIterable, Sendable {
        case overspent
    }

    public var code: Code {
        switch self {
        case .overspent: .overspent
        }
    }
}
