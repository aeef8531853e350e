internal import EventLog

/// What an event says, as the ledger takes it in: one of a concept's events, or a correction.
protocol EventContent: Equatable, Sendable {
    var payload: any Payload { get }
    /// Takes it into the state.
    ///
    /// - Parameter concept: the number of the concept whose event it is.
    func record(
        at position: Position, occurred: Occurrence, concept: UInt8, in state: inout State
    ) throws(ProjectionError) -> State.Place
    /// Whether it may be recorded next.
    ///
    /// - Parameter hasReason: whether the command gives a reason.
    func check(occurred: Occurrence, hasReason: Bool, in state: State) throws(Rejection)
    /// Whether facts about other subjects that depend on its subject are still allowed once it is recorded.
    func checkDependents(occurred: Occurrence, in state: State) throws(Rejection)
    /// What it depends on and no entry says.
    func conditions(in state: State) -> [Condition]
    /// What to say about it, now that it is recorded at a position and the state has it.
    func warnings(at position: Position, occurred: Occurrence, in state: State) -> [Warning]
    /// The corrected content with what it keeps of the former one.
    func keeping(_ former: any EventContent) -> Self
}

extension EventContent {
    func warnings(at position: Position, occurred: Occurrence, in state: State) -> [Warning] { [] }

    func isEqual(to other: any EventContent) -> Bool { other as? Self == self }
}

extension EventContent where Self: Payload {
    /// A concept with one event needs no type around its payload.
    var payload: any Payload { self }
}

/// One of the events of a concept, such as `MemberEvent`.
protocol ConceptEvent: EventContent {
    associatedtype Owner: Concept where Owner.Fact == Self

    /// Every version of every event type of the concept.
    static var kinds: [EventKind] { get }
    static var commands: [CommandKind] { get }
}

extension ConceptEvent {
    func record(
        at position: Position, occurred: Occurrence, concept: UInt8, in state: inout State
    ) throws(ProjectionError) -> State.Place {
        guard let index = Owner.indexForRecording(Owner.id(of: self), in: &state) else {
            throw ProjectionError(position: position, fault: .unknownSubject(payload.about[0].description))
        }
        let fact = Recorded(position: position, occurred: occurred, fact: self)
        return State.Place(concept: concept, index: index, slot: Owner.record(fact, at: index, in: &state))
    }

    func check(occurred: Occurrence, hasReason: Bool, in state: State) throws(Rejection) {
        let id = Owner.id(of: self)
        let known = Owner.index(of: id, in: state).map { Owner.at($0, in: state) } ?? Owner(id: id)
        let fact = Recorded(position: state.position.next, occurred: occurred, fact: self)
        try known.check(fact, in: state)
        try known.checkDays(fact, in: state)
        if !hasReason { try known.checkWithoutReason(fact) }
    }

    func checkDependents(occurred: Occurrence, in state: State) throws(Rejection) {
        guard Owner.mayBreakDependents(self), let index = Owner.index(of: Owner.id(of: self), in: state),
            let subject = Owner.at(index, in: state).subject
        else { return }
        var trial = state
        let fact = Recorded(position: state.position.next, occurred: occurred, fact: self)
        Owner.change(at: index, in: &trial) { $0.apply(fact) }
        try requireNoNewFault { () throws(Rejection) in
            try trial.checkDependents(on: subject)
        } before: { () throws(Rejection) in
            try state.checkDependents(on: subject)
        }
    }

    func conditions(in state: State) -> [Condition] { [] }

    func warnings(at position: Position, occurred: Occurrence, in state: State) -> [Warning] {
        Owner.warnings(of: Recorded(position: position, occurred: occurred, fact: self), in: state)
    }

    func keeping(_ former: any EventContent) -> Self { (former as? Self).map { Owner.keeping($0, in: self) } ?? self }
}
