internal import EventLog

extension CorrectionEvent {
    /// Amends the fact in its subject's history and folds that subject anew. A correction has its place there too, so that
    /// it can be voided.
    func record(
        at position: Position, occurred: Occurrence, concept: UInt8, in state: inout State
    ) throws(ProjectionError) -> State.Place {
        let corrects: Position
        let amendment: State.Amendment
        switch self {
        case .corrected(let event):
            corrects = event.corrects
            amendment = State.Amendment(by: position, event: event.event, occurred: event.occurred)
        case .voided(let event):
            corrects = event.corrects
            amendment = State.Amendment(by: position, event: nil, occurred: nil)
        }
        guard let place = state.place(of: corrects), place.concept.amend(place, corrects, amendment, in: &state) else {
            throw ProjectionError(position: position, fault: .unknownSubject("position \(corrects)"))
        }
        return place
    }

    // Only `fact.correct` and `fact.void` record one, and they are decided apart.
    func check(occurred: Occurrence, hasReason: Bool, in state: State) {}
    func checkDependents(occurred: Occurrence, in state: State) {}
    func keeping(_ former: any EventContent) -> CorrectionEvent { self }

    /// What is put in the place of a fact depends on what the fact would.
    func conditions(in state: State) -> [Condition] {
        switch self {
        case .corrected(let event): event.event.content.conditions(in: state)
        case .voided: []
        }
    }
}

extension State {
    /// What a correction puts in the place of a fact; no event voids it.
    struct Amendment {
        let by: Position
        let event: Event?
        let occurred: Occurrence?
    }

    /// A recorded fact of any kind, as a correction sees it.
    struct SlotView {
        /// The entry that first recorded it.
        let original: Position
        /// The corrections in force.
        let corrections: [Position]
        /// What it is now; nil if it was voided.
        let standing: Recorded<Event>?

        init(_ slot: HistorySlot<some EventContent>) {
            original = slot.original.position
            corrections = slot.corrections
            standing = slot.standing.map {
                Recorded(position: $0.position, occurred: $0.occurred, fact: Event(content: $0.fact))
            }
        }
    }

    func slot(at place: Place) -> SlotView { place.concept.slot(at: place, in: self) }
}

extension HistorySlot {
    /// Amends the fact, or withdraws one of its corrections if `corrects` is that correction's position.
    ///
    /// - Returns: false where it does not fit.
    mutating func amend(_ corrects: Position, _ amendment: State.Amendment) -> Bool {
        guard corrects == original.position else { return amendment.event == nil && withdraw(corrects, by: amendment.by) }
        guard let event = amendment.event else {
            amend(by: amendment.by, to: nil)
            return true
        }
        guard let fact = event.content as? Fact else { return false }
        let occurred = amendment.occurred ?? standing?.occurred ?? original.occurred
        amend(by: amendment.by, to: Recorded(position: original.position, occurred: occurred, fact: fact))
        return true
    }
}
