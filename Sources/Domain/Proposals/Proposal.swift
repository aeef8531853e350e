public import EventLog

/// A proposal as the facts stand.
public struct Proposal: Aggregate {
    /// Where it stands in its life cycle.
    public enum Stage: String, Sendable, CaseIterable {
        case filed, accepted, declined, answered, closed
        case handedOver = "handed-over"
    }

    public let id: ProposalID
    public internal(set) var history: History<ProposalEvent> = []

    public private(set) var stage: Stage = .filed
    /// Nil before it was filed, and once that was voided.
    public private(set) var filed: Recorded<ProposalFiled>?
    public private(set) var number: String?
    public private(set) var declined: Recorded<ProposalDeclined>?
    public private(set) var handedOver: Recorded<ProposalHandedOver>?
    /// One for each unit's answer, in the order of recording.
    public private(set) var answers: [Recorded<ProposalAnswered>] = []
    public private(set) var ratings: [Recorded<ProposalRated>] = []
    /// In the order of recording.
    public private(set) var marks: [Recorded<ProposalMarked>] = []

    init(id: ProposalID) { self.id = id }

    var blank: Proposal { Proposal(id: id) }

    static func fact(in event: Event) -> ProposalEvent? {
        if case .proposal(let fact) = event { fact } else { nil }
    }

    static func event(_ fact: ProposalEvent) -> Event { .proposal(fact) }

    /// The entry that put it on file; nil once voided.
    public var position: Position? { filed?.position }

    func check(_ fact: Recorded<ProposalEvent>, in state: State) throws(Rejection) {
        if case .filed(let event) = fact.fact {
            guard filed == nil else { throw .idTaken(id.subject) }
            try Self.checkAuthors(event, on: fact.occurred, in: state)
            return
        }
        guard filed != nil else { throw .unknown(id.subject) }
        switch fact.fact {
        case .filed: break
        case .accepted, .declined: try require([.filed])
        case .handedOver: try require([.accepted])
        case .answered(let event):
            try require([.handedOver, .answered])
            let units = handedOver.map { [$0.fact.lead] + $0.fact.joint } ?? []
            guard units.contains(event.unit) else { throw .notHandedTo(id, event.unit) }
        case .rated(let event):
            try require([.answered])
            guard filed?.fact.signers.contains(event.member) ?? false else { throw .notASigner(event.member, id) }
            guard !ratings.contains(where: { $0.fact.member == event.member }) else {
                throw .alreadyRated(event.member, id)
            }
        case .closed: try require([.answered])
        case .marked(let event):
            guard !marks.contains(where: { $0.fact.mark == event.mark }) else { throw .alreadyMarked(id, event.mark) }
        }
    }

    private func require(_ stages: [Stage]) throws(Rejection) {
        guard stages.contains(stage) else { throw .wrongStage(id, stage, needs: stages) }
    }

    private static func checkAuthors(
        _ event: ProposalFiled, on day: Occurrence, in state: State
    ) throws(Rejection) {
        switch event.kind {
        case .individual:
            guard event.signers.count == 1 else { throw .signersDoNotFit(event.proposal, event.kind) }
        case .joint:
            guard event.signers.count >= 2 else { throw .signersDoNotFit(event.proposal, event.kind) }
        case .collective:
            guard event.body != nil else { throw .signersDoNotFit(event.proposal, event.kind) }
        }
        guard Set(event.signers).count == event.signers.count else { throw .namedTwice(event.proposal.subject) }
        try state.requireInOffice(event.signers, during: day)
    }

    mutating func apply(_ fact: Recorded<ProposalEvent>) {
        func recorded<Payload>(_ payload: Payload) -> Recorded<Payload> {
            Recorded(position: fact.position, occurred: fact.occurred, fact: payload)
        }
        switch fact.fact {
        case .filed(let event): filed = recorded(event)
        case .accepted(let event):
            stage = .accepted
            number = event.number
        case .declined(let event):
            stage = .declined
            declined = recorded(event)
        case .handedOver(let event):
            stage = .handedOver
            handedOver = recorded(event)
        case .answered(let event):
            stage = .answered
            answers.append(recorded(event))
        case .rated(let event): ratings.append(recorded(event))
        case .closed: stage = .closed
        case .marked(let event): marks.append(recorded(event))
        }
    }
}
