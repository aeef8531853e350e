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

    /// Whether somebody is one of them.
    ///
    /// - Parameter theirs: what they hold or belong to, of a kind.
    func includes(_ theirs: (Affiliation.Kind) -> [String]) -> Bool {
        func has(_ kind: Affiliation.Kind, _ names: [String]) -> Bool { theirs(kind).contains(where: names.contains) }
        return all.allSatisfy { has($0.key, $0.value) } && !none.contains { has($0.key, $0.value) }
    }
}
