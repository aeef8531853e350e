internal import CanonicalJSON
public import EventLog

public enum DecisionKind: IdentifierKind {
    public static let name: StaticString = "decision"
    public static let prefix: StaticString = "R"
}

public typealias DecisionID = Identifier<DecisionKind>

extension DecisionEvent: ConceptEvent {
    typealias Owner = Decision
}

extension DecisionMade: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { decision = state.decisions.nextID() }
}

extension State {
    /// How a decision's handling was appraised by the last ballot; nil until it was.
    public func appraisal(of decision: Decision) -> BallotOutcome.Appraised? {
        decision.appraised.flatMap { fact in
            appraisal(by: fact.fact.ballot) { called in called.options.firstIndex { $0.what == decision.id.subject } }
        }
    }
}

extension DecisionMade {
    public enum Kind: String, StoredWord {
        /// 决议.
        case resolution
        /// 决定.
        case decision
        /// 审议意见.
        case opinion
    }

    var fault: JSONError.Kind? { item != nil && activity == nil ? .missingField("activity") : nil }
}

/// A resolution 决议, a decision 决定 or an opinion on a report 审议意见 as the facts are now, and how it was carried out.
public struct Decision: RegisteredConcept {
    public enum Stage: String, CaseIterable, Sendable {
        case made, answered, handled, appraised
        case handedOver = "handed-over"
    }

    /// One time that it was given to a unit.
    public typealias Round = HandedRound<DecisionHandedOver, DecisionAnswered>

    public let id: DecisionID
    public internal(set) var history: History<DecisionEvent> = []
    /// Nil once it was voided.
    public private(set) var made: Recorded<DecisionMade>?
    /// In the order of recording; the last is the one that runs.
    public private(set) var rounds: [Round] = []
    public private(set) var handled: Recorded<DecisionHandled>?
    /// The last one; it is appraised again after it was handled again.
    public private(set) var appraised: Recorded<DecisionAppraised>?

    public var stage: Stage {
        if appraised != nil { return .appraised }
        if handled != nil { return .handled }
        guard let round = rounds.last else { return .made }
        return round.answered == nil ? .handedOver : .answered
    }

    init(id: DecisionID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<DecisionID, Decision>> { \.decisions }
    static func id(of fact: DecisionEvent) -> DecisionID { fact.decision }

    public var title: String? { made?.fact.title }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let made else { return nil }
        return [made.fact.title, made.occurred.first.description]
    }

    static func dependents(on subject: Subject, in state: State) -> [Decision] {
        state.decisions.values.filter { decision in
            let made = decision.made?.fact
            let named = [made?.activity?.subject, made?.item?.subject, made?.ballot?.subject, decision.appraised?.fact.ballot.subject]
            return named.contains(subject)
        }
    }

    func check(_ fact: Recorded<DecisionEvent>, in state: State) throws(Rejection) {
        if case .made(let event) = fact.fact {
            guard made == nil else { throw .idTaken(id.subject) }
            return try check(event, in: state)
        }
        guard made != nil else { throw .unknown(id.subject) }
        switch fact.fact {
        case .made: break
        case .handedOver:
            if let round = rounds.last, round.answered == nil { throw .decision(.withUnit(id, round.handedOver.fact.to)) }
        case .answered(let event):
            guard let round = rounds.last, round.handedOver.fact.to == event.unit else { throw .decision(.notHandedTo(id, event.unit)) }
            if let answered = round.answered { throw .decision(.alreadyAnswered(id, at: answered.position)) }
        case .handled:
            if let handled { throw .decision(.alreadyHandled(id, at: handled.position)) }
        case .appraised(let event):
            if let appraised { throw .decision(.alreadyAppraised(id, at: appraised.position)) }
            guard let ballot = state.ballots[event.ballot], let called = ballot.called?.fact else { throw .unknown(event.ballot.subject) }
            guard called.kind == .appraisal, called.options.contains(where: { $0.what == id.subject }) else {
                throw .decision(.notOnBallot(id, event.ballot))
            }
            guard ballot.counted != nil else { throw .ballot(.notCounted(event.ballot)) }
        }
    }

    private func check(_ event: DecisionMade, in state: State) throws(Rejection) {
        if let activity = event.activity {
            try state.requireNotCancelled(activity)
            try state.require(event.item, onAgendaOf: activity)
        }
        guard let id = event.ballot else { return }
        guard let ballot = state.ballots[id], ballot.called != nil else { throw .unknown(id.subject) }
        guard let outcome = state.outcome(of: ballot) else { throw .ballot(.notCounted(id)) }
        guard outcome.result == .decision(isCarried: true) else { throw .decision(.notCarried(self.id, id)) }
    }

    func checkDays(_ fact: Recorded<DecisionEvent>, in state: State) throws(Rejection) {
        if case .made(let event) = fact.fact {
            guard let activity = event.activity, let date = state.activities[activity]?.date else { return }
            return try fact.requireNear(date, of: activity, before: 0, after: .max)
        }
        try fact.requireAfter(
            [made?.step, rounds.last?.handedOver.step, rounds.last?.answered?.step, handled?.step], of: id.subject)
    }

    mutating func apply(_ fact: Recorded<DecisionEvent>) {
        switch fact.fact {
        case .made(let event): made = fact.with(event)
        case .handedOver(let event):
            rounds.append(Round(handedOver: fact.with(event), answered: nil))
            // It is to be handled again.
            (handled, appraised) = (nil, nil)
        case .answered(let event): if !rounds.isEmpty { rounds[rounds.count - 1].answered = fact.with(event) }
        case .handled(let event): handled = fact.with(event)
        case .appraised(let event): appraised = fact.with(event)
        }
    }
}
