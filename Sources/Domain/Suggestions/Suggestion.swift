import EventLog

/// A suggestion or piece of social opinion as the facts stand.
public struct Suggestion: Aggregate {
    public enum Stage: String, Sendable, CaseIterable {
        case submitted, answered
        case handedOver = "handed-over"
    }

    public let id: SuggestionID
    public internal(set) var history: History<SuggestionEvent> = []

    public private(set) var stage: Stage = .submitted
    /// Nil before it was submitted, and once that was voided.
    public private(set) var submitted: Recorded<SuggestionSubmitted>?
    public private(set) var handedOver: Recorded<SuggestionHandedOver>?
    public private(set) var answered: Recorded<SuggestionAnswered>?
    /// One for each level, in the order of recording.
    public private(set) var adoptions: [Recorded<SuggestionAdopted>] = []

    init(id: SuggestionID) { self.id = id }

    var blank: Suggestion { Suggestion(id: id) }

    static func fact(in event: Event) -> SuggestionEvent? {
        if case .suggestion(let fact) = event { fact } else { nil }
    }

    static func event(_ fact: SuggestionEvent) -> Event { .suggestion(fact) }

    func check(_ fact: Recorded<SuggestionEvent>, in state: State) throws(Rejection) {
        switch fact.fact {
        case .submitted(let event):
            guard submitted == nil else { throw .idTaken(id.subject) }
            if let activity = event.activity { try state.requireScheduled(activity) }
            guard Set(event.members).count == event.members.count else { throw .namedTwice(id.subject) }
            try state.requireInOffice(event.members, during: fact.occurred)
        case .handedOver:
            guard submitted != nil else { throw .unknown(id.subject) }
            guard handedOver == nil else { throw .alreadyHandedOver(id.subject) }
        case .answered(let event):
            guard submitted != nil else { throw .unknown(id.subject) }
            guard let handedOver, handedOver.fact.to == event.unit else {
                throw .suggestionNotHandedTo(id, event.unit)
            }
            guard answered == nil else { throw .alreadyAnswered(id.subject) }
        case .adopted(let event):
            guard submitted != nil else { throw .unknown(id.subject) }
            guard !adoptions.contains(where: { $0.fact.level == event.level }) else { throw .alreadyAdopted(id, event.level) }
        }
    }

    mutating func apply(_ fact: Recorded<SuggestionEvent>) {
        func recorded<Payload>(_ payload: Payload) -> Recorded<Payload> {
            Recorded(position: fact.position, occurred: fact.occurred, fact: payload)
        }
        switch fact.fact {
        case .submitted(let event): submitted = recorded(event)
        case .handedOver(let event):
            stage = .handedOver
            handedOver = recorded(event)
        case .answered(let event):
            stage = .answered
            answered = recorded(event)
        case .adopted(let event): adoptions.append(recorded(event))
        }
    }
}
