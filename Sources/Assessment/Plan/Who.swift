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

extension State {
    /// What a member belongs to on a day, under any id.
    func names(of kind: Affiliation.Kind, _ member: Member, on day: CalendarDate) -> [String] {
        identities(of: member.id).flatMap { members[$0]?.names(of: kind, on: day) ?? [] }
    }

    /// Whether anybody in office belongs to a group or sector on a day.
    public func hasMembers(of unit: Affiliation, on day: CalendarDate) -> Bool {
        members.values.contains { isInOffice($0, on: day) && names(of: unit.kind, $0, on: day).contains(unit.name) }
    }

    /// Whether a member is one of those meant on a day, under any id.
    func fits(_ who: Who?, _ member: Member, on day: CalendarDate) -> Bool {
        who?.includes { names(of: $0, member, on: day) } ?? true
    }

    /// Whether a member was in office as one of those meant on any day of a period up to a day.
    public func isMeant(_ who: Who?, _ member: Member, in period: Period, by day: CalendarDate) -> Bool {
        guard who != nil else { return true }
        let days = Period(first: period.first, last: max(period.first, min(day, period.last)))
        // Who belongs to what changes only where a term or an affiliation begins, or an affiliation has ended.
        let affiliations = identities(of: member.id).flatMap { members[$0]?.affiliations ?? [] }
        let changes = affiliations.flatMap { [$0.term.from, $0.term.until?.adding(days: 1)].compactMap(\.self) }
        return ([days.first] + terms(of: member.id).map(\.from) + changes).contains { day in
            days.contains(day) && isInOffice(member, on: day) && fits(who, member, on: day)
        }
    }
}
