public import Domain
public import EventLog

/// Which members a target is for: by what they hold or belong to on the day of an act or a meeting.
public struct Who: Equatable, Sendable {
    /// Of each of these kinds, one of the names is theirs.
    public let all: [Affiliation.Kind: [String]]
    /// None of these is theirs.
    public let none: [Affiliation.Kind: [String]]

    public init(all: [Affiliation.Kind: [String]], none: [Affiliation.Kind: [String]] = [:]) {
        self.all = all
        self.none = none
    }

    /// Whether a member is one of them on a day.
    public func includes(_ member: Member, on day: CalendarDate) -> Bool {
        func has(_ kind: Affiliation.Kind, _ names: [String]) -> Bool {
            member.names(of: kind, on: day).contains(where: names.contains)
        }
        return all.allSatisfy { has($0.key, $0.value) } && !none.contains { has($0.key, $0.value) }
    }
}
