internal import CanonicalJSON
internal import EventLog

public enum ProposalKind: IdentifierKind {
    public static let name: StaticString = "proposal"
    public static let prefix: StaticString = "P"
}

public typealias ProposalID = Identifier<ProposalKind>

extension ProposalEvent: ConceptEvent {
    typealias Owner = Proposal
}

extension ProposalDrafted: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { proposal = state.proposals.nextID() }
}

extension ProposalFiled: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { proposal = state.proposals.nextID() }
}

extension ProposalAccepted: NumberedPayload {
    /// The case number, where the rules say how they are made.
    mutating func takeNumber(in state: State, occurred: Occurrence) { number = state.nextCaseNumber(on: occurred) }
}
