public import EventLog

/// Why a command about a member was refused.
public enum MemberRejection: Equatable, Sendable {
    case notInOffice([MemberID], on: CalendarDate)
    case termOverlaps(MemberID, from: CalendarDate)
    /// It is a duplicate of another member, which goes on.
    case merged(MemberID, into: MemberID)
    /// Others were merged into it, so that it cannot be merged itself.
    case hasDuplicates(MemberID, [MemberID])
    case alreadyAssigned(MemberID, String)
    case notAssigned(MemberID, String)

    public enum Code: String, CaseIterable, Sendable {
        case notInOffice = "not-in-office"
        case termOverlaps = "term-overlaps"
        case merged = "member-merged"
        case hasDuplicates = "has-duplicates"
        case alreadyAssigned = "already-assigned"
        case notAssigned = "not-assigned"
    }

    public var code: Code {
        switch self {
        case .notInOffice: .notInOffice
        case .termOverlaps: .termOverlaps
        case .merged: .merged
        case .hasDuplicates: .hasDuplicates
        case .alreadyAssigned: .alreadyAssigned
        case .notAssigned: .notAssigned
        }
    }
}
