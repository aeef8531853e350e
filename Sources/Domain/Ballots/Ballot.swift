internal import CanonicalJSON
public import EventLog

/// A ballot as the facts are now: what was put to the vote, and its count. Who voted how in a secret ballot is nowhere.
public struct Ballot: RegisteredConcept {
    public let id: BallotID
    public internal(set) var history: History<BallotEvent> = []
    /// Nil once it was voided.
    public private(set) var called: Recorded<BallotCalled>?
    /// Votes by name.
    public private(set) var votes: [MemberID: Recorded<BallotVoted>] = [:]
    public private(set) var counted: Recorded<BallotCounted>?

    init(id: BallotID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<BallotID, Ballot>> { \.ballots }
    static func id(of fact: BallotEvent) -> BallotID { fact.ballot }

    public var title: String? { called?.fact.title }

    static var isCompared: Bool { true }

    /// What is held again has the same title.
    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let called = called?.fact, called.follows == nil else { return nil }
        return [called.title, called.activity.description, called.kind.rawValue]
    }

    static func warnings(of fact: Recorded<BallotEvent>, in state: State) -> [Warning] {
        guard case .counted(let counted) = fact.fact, let activity = state.ballots[counted.ballot]?.called?.fact.activity else { return [] }
        var warnings = state.notInOffice(counted.supervisors + counted.tellers, during: fact.occurred)
        let electorate = state.electorate(of: activity).count
        if electorate != counted.eligible {
            warnings.append(.differsFromRoster(counted.ballot, said: counted.eligible, roster: electorate))
        }
        if let sheet = state.activities[activity]?.attendance, sheet.isAnybodyPresent {
            let present = Set(sheet.marks.filter { $0.value.standing == .present }.keys.map(state.canonical)).count
            if present != counted.present {
                warnings.append(.differsFromRegister(counted.ballot, said: counted.present, register: present))
            }
        }
        return warnings
    }

    static func dependents(on subject: Subject, in state: State) -> [Ballot] {
        state.ballots.values.filter { $0.depends(on: subject) }
    }

    private func depends(on subject: Subject) -> Bool {
        guard let called = called?.fact else { return false }
        let names = called.options.flatMap { [$0.member?.subject, $0.what].compactMap(\.self) }
        let others = [called.activity.subject, called.item?.subject, called.follows?.subject, called.rules?.subject].compactMap(\.self)
        // Where no set is named, any may be the one that it goes by.
        let isOfRules = subject.kind == BallotRulesID.kind && called.rules == nil
        return isOfRules || names.contains(subject) || others.contains(subject) || MemberID(subject).map(isAboutMember) ?? false
    }

    private func isAboutMember(_ member: MemberID) -> Bool {
        votes[member] != nil || (counted.map { $0.fact.supervisors + $0.fact.tellers } ?? []).contains(member)
    }

    func check(_ fact: Recorded<BallotEvent>, in state: State) throws(Rejection) {
        if case .called(let event) = fact.fact {
            guard called == nil else { throw .idTaken(id.subject) }
            return try Self.check(fact.with(event), in: state)
        }
        guard let called else { throw .unknown(id.subject) }
        guard counted == nil else { throw .ballot(.alreadyCounted(id)) }
        try state.requireNotCancelled(called.fact.activity)
        switch fact.fact {
        case .called: break
        case .voted(let event): try check(event, called.fact, in: state)
        case .counted(let event):
            guard let rule = state.rule(for: called)?.rule else { throw .ballot(.noRule(called.fact.kind)) }
            try state.requireKnown(event.supervisors + event.tellers)
            try check(event, called.fact, rule)
        }
    }

    /// It is held at its meeting, and may be typed in later.
    func checkDays(_ fact: Recorded<BallotEvent>, in state: State) throws(Rejection) {
        guard let activity = called?.fact.activity, let date = state.activities[activity]?.date else { return }
        switch fact.fact {
        case .called: break
        case .voted, .counted: try fact.requireNear(date, of: activity, before: 0, after: .max)
        }
    }

    private static func check(_ fact: Recorded<BallotCalled>, in state: State) throws(Rejection) {
        let event = fact.fact
        try state.requireNotCancelled(event.activity)
        try state.require(event.item, onAgendaOf: event.activity)
        if let rules = event.rules, state.ballotRules[rules]?.adopted == nil { throw .unknown(rules.subject) }
        guard state.rule(for: fact) != nil else { throw .ballot(.noRule(event.kind)) }
        try state.requireKnown(event.options.compactMap(\.member))
        let unknown = event.options.compactMap(\.what).filter { !state.has($0) }
        guard unknown.isEmpty else { throw .unknown(unknown) }
        if let follows = event.follows { try check(event, follows: follows, in: state) }
    }

    /// What is held again is what the former ballot left open.
    private static func check(_ event: BallotCalled, follows id: BallotID, in state: State) throws(Rejection) {
        guard let former = state.ballots[id], let called = former.called?.fact, id != event.ballot else { throw .unknown(id.subject) }
        guard let outcome = state.outcome(of: former) else { throw .ballot(.notCounted(id)) }
        guard let open = outcome.open else { throw .ballot(.nothingOpen(id)) }
        guard called.kind == event.kind else { throw .ballot(.ofAnotherKind(id)) }
        if let other = state.ballots.values.first(where: { $0.id != event.ballot && $0.called?.fact.follows == id }) {
            throw .ballot(.followed(id, by: other.id))
        }
        switch open {
        case .all: break
        case .seats(let left):
            if let seats = event.seats, seats > left { throw .ballot(.moreSeatsThanOpen(id, seats: seats, open: left)) }
        case .tied(let tied, let seats):
            let options = tied.map { called.option($0) }
            guard event.seats == seats, Set(event.options) == Set(options) else {
                throw .ballot(.notAmongTied(id, options: tied.compactMap(\.number), seats: seats))
            }
        }
    }

    private func check(_ event: BallotVoted, _ called: BallotCalled, in state: State) throws(Rejection) {
        guard called.method == .byName else { throw .ballot(.notByName(id)) }
        guard state.members[event.member] != nil else { throw .unknown(event.member.subject) }
        let member = state.canonical(event.member)
        guard state.mayVote(member, at: called.activity) else { throw .ballot(.mayNotVote(event.member, id)) }
        guard !state.identities(of: member).contains(where: { votes[$0] != nil }) else { throw .ballot(.alreadyVoted(event.member, id)) }
    }

    mutating func apply(_ fact: Recorded<BallotEvent>) {
        switch fact.fact {
        case .called(let event): called = fact.with(event)
        case .voted(let event): votes[event.member] = fact.with(event)
        case .counted(let event): counted = fact.with(event)
        }
    }
}

extension BallotOutcome.Candidate {
    /// Of an option, its number on the paper, from 1.
    public var number: Int? {
        if case .option(let index) = self { index + 1 } else { nil }
    }
}

extension BallotCalled {
    /// What stands on a paper that has a candidate of this one.
    public func option(_ candidate: BallotOutcome.Candidate) -> BallotOption {
        switch candidate {
        case .option(let index): options[index]
        case .added(let name): BallotOption(member: nil, name: name, what: nil)
        }
    }
}

extension State {
    /// Who may vote at a meeting: the members in office on its first day, or those of them who are invited.
    public func electorate(of activity: ActivityID) -> [MemberID] { members.values.map(\.id).filter { mayVote($0, at: activity) }.sorted() }

    /// Whether a member is one of them. Of duplicates, the one that goes on is.
    fileprivate func mayVote(_ id: MemberID, at activity: ActivityID) -> Bool {
        guard let activity = activities[activity], let day = activity.date?.first, let member = members[id] else { return false }
        return isInOffice(member, on: day) && identities(of: id).contains(where: activity.isInvited)
    }
}
