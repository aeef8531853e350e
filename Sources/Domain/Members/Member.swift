public import EventLog

/// Days in office, both included; without an end while none is known.
public struct Term: Equatable, Sendable {
    public let from: CalendarDate
    public internal(set) var until: CalendarDate?

    public func contains(_ day: CalendarDate) -> Bool { from <= day && until.map { day <= $0 } ?? true }

    /// - Parameter last: nil for a term without an end.
    public func overlaps(_ first: CalendarDate, _ last: CalendarDate?) -> Bool {
        (until.map { first <= $0 } ?? true) && (last.map { from <= $0 } ?? true)
    }
}

/// A sector, group, role or place held for a time.
public struct HeldAffiliation: Equatable, Sendable {
    public let affiliation: Affiliation
    public internal(set) var term: Term
}

/// A member as the facts are now: terms, details, and what they belonged to and when.
public struct Member: RegisteredConcept {
    public let id: MemberID
    public internal(set) var history: History<MemberEvent> = []

    public private(set) var name: PersonalText?
    public private(set) var phone: PersonalText?
    public private(set) var birthday: PersonalText?
    /// In the order of time, not overlapping.
    public private(set) var terms: [Term] = []
    public private(set) var affiliations: [HeldAffiliation] = []
    /// The member this one is a duplicate of.
    public private(set) var mergedInto: MemberID?

    init(id: MemberID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<MemberID, Member>> { \.members }
    static func id(of fact: MemberEvent) -> MemberID { fact.member }

    static func change<Result>(at index: Int, in state: inout State, _ body: (inout Member) -> Result) -> Result {
        let former = state.members.values[index].mergedInto
        defer {
            let member = state.members.values[index]
            if member.mergedInto != former { state.changeAlias(member.id, from: former, to: member.mergedInto) }
        }
        return body(&state.members.values[index])
    }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard mergedInto == nil, let name else { return nil }
        return try open(name, id).map { [$0] }
    }

    /// What they did is recorded of days on which they were in office.
    static func mayBreakDependents(_ fact: MemberEvent) -> Bool {
        if case .left = fact { true } else { false }
    }

    public func isInOffice(on day: CalendarDate) -> Bool { terms.contains { $0.contains(day) } }

    /// Whether the member was in office on some day of the interval: what is dated vaguely gets the benefit of the doubt.
    public func isInOffice(during occurrence: Occurrence) -> Bool {
        terms.contains { $0.overlaps(occurrence.first, occurrence.last) }
    }

    /// The details that were on record before an entry.
    public func details(before position: Position) -> (name: PersonalText?, phone: PersonalText?, birthday: PersonalText?) {
        var member = blank
        for fact in history.lazy.compactMap(\.standing) where fact.position < position { member.apply(fact) }
        return (member.name, member.phone, member.birthday)
    }

    /// Whether later facts leave nothing of what a voided one had said.
    static func wasWithoutEffect(_ place: State.Place, in state: State) -> Bool {
        let member = state.members.values[place.index]
        var withIt = member.blank
        for (index, slot) in member.history.enumerated() {
            if let fact = index == place.slot ? slot.original : slot.standing { withIt.apply(fact) }
        }
        return withIt.terms == member.terms && withIt.affiliations == member.affiliations && withIt.mergedInto == member.mergedInto
            && withIt.name == member.name && withIt.phone == member.phone && withIt.birthday == member.birthday
    }

    /// Names of one kind held on a day, such as roles.
    public func names(of kind: Affiliation.Kind, on day: CalendarDate) -> [String] {
        affiliations.filter { $0.affiliation.kind == kind && $0.term.contains(day) }.map(\.affiliation.name)
    }

    func check(_ fact: Recorded<MemberEvent>, in state: State) throws(Rejection) {
        if case .joined(let event) = fact.fact {
            guard terms.isEmpty else { throw .idTaken(id.subject) }
            try Self.checkOrder(event.from, event.until)
            return
        }
        guard !terms.isEmpty else { throw .unknown(id.subject) }
        switch fact.fact {
        case .joined, .detailsChanged: break
        case .merged(let event):
            guard event.into != id else { throw .refersToItself(id.subject) }
            guard let other = state.members[event.into] else { throw .unknown(event.into.subject) }
            if let mergedInto { throw .member(.merged(id, into: mergedInto)) }
            // No chains: a duplicate is merged into the member that goes on.
            if let next = other.mergedInto { throw .member(.merged(other.id, into: next)) }
            if let aliases = state.aliases[id], !aliases.isEmpty { throw .member(.hasDuplicates(id, aliases)) }
        case .left(let event):
            guard isInOffice(on: event.on) else { throw .member(.notInOffice([id], on: event.on)) }
        case .termBegan(let event):
            try Self.checkOrder(event.from, event.until)
            guard !terms.contains(where: { $0.overlaps(event.from, event.until) }) else {
                throw .member(.termOverlaps(id, from: event.from))
            }
        case .assigned(let event):
            try Self.checkOrder(event.from, event.until)
            guard isInOffice(on: event.from) else { throw .member(.notInOffice([id], on: event.from)) }
            guard !names(of: event.to.kind, on: event.from).contains(event.to.name) else {
                throw .member(.alreadyAssigned(id, event.to.name))
            }
        case .released(let event):
            guard names(of: event.of.kind, on: event.on).contains(event.of.name) else {
                throw .member(.notAssigned(id, event.of.name))
            }
        }
    }

    private static func checkOrder(_ from: CalendarDate, _ until: CalendarDate?) throws(Rejection) {
        if let until, until < from { throw .endsBeforeItBegins(from: from, until: until) }
    }

    mutating func apply(_ fact: Recorded<MemberEvent>) {
        switch fact.fact {
        case .joined(let event): join(event)
        case .left(let event): end(on: event.on)
        case .termBegan(let event):
            terms.append(Term(from: event.from, until: event.until))
            terms.sort { $0.from < $1.from }
        case .assigned(let event):
            affiliations.append(
                HeldAffiliation(affiliation: event.to, term: Term(from: event.from, until: event.until)))
        case .released(let event):
            for index in affiliations.indices
            where affiliations[index].affiliation == event.of && affiliations[index].term.contains(event.on) {
                affiliations[index].term.until = event.on
            }
        case .detailsChanged(let event):
            name = event.name ?? name
            phone = event.phone ?? phone
            birthday = event.birthday ?? birthday
        case .merged(let event): mergedInto = event.into
        }
    }

    private mutating func join(_ event: MemberJoined) {
        name = event.name
        phone = event.phone
        birthday = event.birthday
        terms.append(Term(from: event.from, until: event.until))
        let held =
            (event.sector.map { [Affiliation(kind: .sector, name: $0)] } ?? [])
            + event.groups.map { Affiliation(kind: .group, name: $0) }
            + event.roles.map { Affiliation(kind: .role, name: $0) }
        affiliations += held.map { HeldAffiliation(affiliation: $0, term: Term(from: event.from, until: event.until)) }
    }

    /// What is held beyond the last day in office ends with it, and what was to begin later in the term does not begin.
    private mutating func end(on day: CalendarDate) {
        for index in terms.indices where terms[index].contains(day) {
            affiliations.removeAll { $0.term.from > day && terms[index].contains($0.term.from) }
            terms[index].until = day
        }
        for index in affiliations.indices where affiliations[index].term.contains(day) {
            affiliations[index].term.until = day
        }
    }
}
