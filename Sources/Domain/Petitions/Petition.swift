internal import CanonicalJSON
public import EventLog

public enum PetitionKind: IdentifierKind {
    public static let name: StaticString = "petition"
    public static let prefix: StaticString = "L"
}

public typealias PetitionID = Identifier<PetitionKind>

extension PetitionEvent: ConceptEvent {
    typealias Owner = Petition
}

extension PetitionReceived: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { petition = state.petitions.nextID() }
}

extension PetitionHandedOver {
    public enum Way: String, StoredWord {
        /// 交办: handled there, and reported back.
        case handle
        /// 转办: passed on to whoever is responsible.
        case transfer
    }
}

/// What was brought in a letter or a visit 来信来访, as the facts are now. Who brought it and what it says is sealed.
public struct Petition: RegisteredConcept {
    public enum Stage: String, CaseIterable, Sendable {
        case received, answered
        case handedOver = "handed-over"
    }

    /// One time that it was given to a unit; answered by that unit, or by the body itself.
    public typealias Round = HandedRound<PetitionHandedOver, PetitionAnswered>

    public let id: PetitionID
    public internal(set) var history: History<PetitionEvent> = []
    /// Nil once it was voided.
    public private(set) var received: Recorded<PetitionReceived>?
    /// In the order of recording.
    public private(set) var rounds: [Round] = []
    public private(set) var supervisions: [Recorded<PetitionSupervised>] = []
    /// The last answer; nil until there is one after the last hand-over.
    public private(set) var answered: Recorded<PetitionAnswered>?

    public var stage: Stage { answered != nil ? .answered : rounds.isEmpty ? .received : .handedOver }

    init(id: PetitionID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<PetitionID, Petition>> { \.petitions }
    static func id(of fact: PetitionEvent) -> PetitionID { fact.petition }

    public var title: String? { received?.fact.title }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        received.map { [$0.fact.title, $0.occurred.first.description] }
    }

    static func warnings(of fact: Recorded<PetitionEvent>, in state: State) -> [Warning] {
        switch fact.fact {
        case .received(let event): state.notInOffice(event.members, during: fact.occurred)
        case .supervised(let event): state.notInOffice(event.members, during: fact.occurred)
        case .handedOver, .answered: []
        }
    }

    static func dependents(on subject: Subject, in state: State) -> [Petition] {
        let (member, activity) = (MemberID(subject), ActivityID(subject))
        guard member != nil || activity != nil else { return [] }
        return state.petitions.values.filter { petition in
            guard let received = petition.received?.fact else { return false }
            let members = received.members + petition.supervisions.flatMap(\.fact.members)
            return activity.map { received.activity == $0 } ?? member.map(members.contains) ?? false
        }
    }

    func check(_ fact: Recorded<PetitionEvent>, in state: State) throws(Rejection) {
        if case .received(let event) = fact.fact {
            guard received == nil else { throw .idTaken(id.subject) }
            if let activity = event.activity { try state.requireNotCancelled(activity) }
            try state.requireNamedOnce(event.members)
            return try state.requireKnown(event.members)
        }
        guard received != nil else { throw .unknown(id.subject) }
        switch fact.fact {
        case .received: break
        case .handedOver:
            if let round = rounds.last, answered == nil { throw .petition(.withUnit(id, round.handedOver.fact.to)) }
        case .supervised(let event):
            try state.requireNamedOnce(event.members)
            try state.requireKnown(event.members)
        case .answered(let event):
            if let unit = event.unit, rounds.last?.handedOver.fact.to != unit { throw .petition(.notHandedTo(id, unit)) }
            if let answered { throw .petition(.alreadyAnswered(id, at: answered.position)) }
        }
    }

    func checkDays(_ fact: Recorded<PetitionEvent>, in state: State) throws(Rejection) {
        if case .received(let event) = fact.fact {
            guard let activity = event.activity, let date = state.activities[activity]?.date else { return }
            return try fact.requireNear(date, of: activity, before: 0, after: .max)
        }
        try fact.requireAfter([received?.step, rounds.last?.handedOver.step, answered?.step], of: id.subject)
    }

    mutating func apply(_ fact: Recorded<PetitionEvent>) {
        switch fact.fact {
        case .received(let event): received = fact.with(event)
        case .handedOver(let event):
            rounds.append(Round(handedOver: fact.with(event), answered: nil))
            answered = nil
        case .supervised(let event): supervisions.append(fact.with(event))
        case .answered(let event):
            answered = fact.with(event)
            // The body's own answer settles what it had given to a unit.
            if !rounds.isEmpty { rounds[rounds.count - 1].answered = fact.with(event) }
        }
    }
}
