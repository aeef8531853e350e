import EventLog

/// A suggestion or piece of social opinion as the facts are now.
public struct Suggestion: RegisteredConcept {
    public enum Stage: String, Sendable, CaseIterable {
        case submitted, issued, answered
        case handedOver = "handed-over"
    }

    public let id: SuggestionID
    public internal(set) var history: History<SuggestionEvent> = []

    public private(set) var stage: Stage = .submitted
    /// Nil before it was submitted, and once that was voided.
    public private(set) var submitted: Recorded<SuggestionSubmitted>?
    /// As the office worded it last; nil where it left it as it was.
    public private(set) var edited: Recorded<SuggestionEdited>?
    public private(set) var issues: [Recorded<SuggestionIssued>] = []
    public private(set) var instructions: [Recorded<SuggestionInstructed>] = []
    public private(set) var feedback: [Recorded<SuggestionFedBack>] = []
    public private(set) var ratings: [Recorded<SuggestionRated>] = []
    public private(set) var handedOver: Recorded<SuggestionHandedOver>?
    public private(set) var answered: Recorded<SuggestionAnswered>?
    /// One for each level, in the order of recording.
    public private(set) var adoptions: [Recorded<SuggestionAdopted>] = []

    init(id: SuggestionID) { self.id = id }

    /// As it reads now.
    public var title: String? { edited?.fact.title ?? submitted?.fact.title }
    public var text: String? { edited?.fact.text ?? submitted?.fact.text }

    /// Members who have not been told yet what became of it.
    public var membersWithoutFeedback: [MemberID] { membersWithoutFeedback(before: nil) }

    /// Who had not been told before an entry; now, where there is none.
    private func membersWithoutFeedback(before position: Position?) -> [MemberID] {
        let feedback = feedback.filter { told in position.map { told.position < $0 } ?? true }
        if feedback.contains(where: \.fact.members.isEmpty) { return [] }
        let told = Set(feedback.flatMap(\.fact.members))
        return (submitted?.fact.members ?? []).filter { !told.contains($0) }
    }

    static var registry: WritableKeyPath<State, Registry<SuggestionID, Suggestion>> { \.suggestions }
    /// Everybody had been told already.
    static func warnings(of fact: Recorded<SuggestionEvent>, in state: State) -> [Warning] {
        guard case .fedBack(let event) = fact.fact, let suggestion = state.suggestions[event.suggestion] else { return [] }
        let untold = suggestion.membersWithoutFeedback(before: fact.position)
        let isNew = event.members.isEmpty ? !untold.isEmpty : event.members.contains(where: untold.contains)
        return isNew ? [] : [.nothingChanged(suggestion.id.subject)]
    }

    static func id(of fact: SuggestionEvent) -> SuggestionID { fact.suggestion }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let submitted else { return nil }
        return [submitted.fact.title, submitted.occurred.first.description]
    }

    static func dependents(on subject: Subject, in state: State) -> [Suggestion] {
        let (member, activity, proposal) = (MemberID(subject), ActivityID(subject), ProposalID(subject))
        guard member != nil || activity != nil || proposal != nil else { return [] }
        return state.suggestions.values.filter { suggestion in
            guard let submitted = suggestion.submitted?.fact else { return false }
            if let activity { return submitted.activity == activity }
            if let proposal { return submitted.proposal == proposal }
            return member.map(submitted.members.contains) ?? false
        }
    }

    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        guard let submitted else { return }
        try requireUnbroken(submitted.position) { () throws(Rejection) in
            if let activity = ActivityID(subject) { try state.requireScheduled(activity) }
            if let proposal = ProposalID(subject) { try Self.checkOrigin(proposal, in: state) }
            if let member = MemberID(subject) { try state.requireInOffice([member], during: submitted.occurred) }
        }
    }

    func check(_ fact: Recorded<SuggestionEvent>, in state: State) throws(Rejection) {
        if case .submitted(let event) = fact.fact { return try check(event, on: fact.occurred, in: state) }
        guard let submitted else { throw .unknown(id.subject) }
        switch fact.fact {
        case .submitted: break
        case .edited:
            // What has left the office is not reworded.
            guard issues.isEmpty, handedOver == nil else { throw .suggestion(.alreadySent(id)) }
        case .issued, .instructed: break
        case .fedBack(let event):
            let others = event.members.filter { !submitted.fact.members.contains($0) }
            guard others.isEmpty else { throw .suggestion(.notItsMember(others, id)) }
        case .rated(let event):
            guard answered != nil else { throw .suggestion(.notAnswered(id)) }
            guard submitted.fact.members.contains(event.member) else { throw .suggestion(.notItsMember([event.member], id)) }
            guard !ratings.contains(where: { $0.fact.member == event.member }) else { throw .suggestion(.alreadyRated(event.member, id)) }
        case .handedOver:
            guard handedOver == nil else { throw .suggestion(.alreadyHandedOver(id)) }
        case .answered(let event):
            guard let handedOver, handedOver.fact.to == event.unit else {
                throw .suggestion(.notHandedTo(id, event.unit))
            }
            guard answered == nil else { throw .suggestion(.alreadyAnswered(id)) }
        case .adopted(let event):
            guard !adoptions.contains(where: { $0.fact.level == event.level }) else { throw .suggestion(.alreadyAdopted(id, event.level)) }
        }
    }

    func checkDays(_ fact: Recorded<SuggestionEvent>, in state: State) throws(Rejection) {
        let earlier =
            switch fact.fact {
            case .submitted: nil as EarlierStep?
            case .edited, .issued, .instructed, .fedBack, .handedOver, .adopted: submitted?.step
            case .answered: handedOver?.step
            case .rated: answered?.step
            }
        try fact.requireAfter([earlier], of: id.subject)
    }

    private func check(_ event: SuggestionSubmitted, on day: Occurrence, in state: State) throws(Rejection) {
        guard submitted == nil else { throw .idTaken(id.subject) }
        if let activity = event.activity { try state.requireScheduled(activity) }
        try state.requireNamedOnce(event.members)
        try state.requireInOffice(event.members, during: day)
        if let proposal = event.proposal { try Self.checkOrigin(proposal, in: state) }
    }

    /// Only what did not become a case goes on as something else.
    private static func checkOrigin(_ proposal: ProposalID, in state: State) throws(Rejection) {
        guard let origin = state.proposals[proposal], origin.exists else { throw .unknown(proposal.subject) }
        guard origin.stage == .declined || origin.stage == .withdrawn else {
            throw .proposal(.wrongStage(proposal, origin.stage, needs: [.declined, .withdrawn]))
        }
    }

    mutating func apply(_ fact: Recorded<SuggestionEvent>) {
        switch fact.fact {
        case .submitted(let event): submitted = fact.with(event)
        case .handedOver(let event): (stage, handedOver) = (.handedOver, fact.with(event))
        case .answered(let event): (stage, answered) = (.answered, fact.with(event))
        case .adopted(let event): adoptions.append(fact.with(event))
        case .edited(let event): edited = fact.with(event)
        case .issued(let event):
            if stage == .submitted { stage = .issued }
            issues.append(fact.with(event))
        case .instructed(let event): instructions.append(fact.with(event))
        case .fedBack(let event): feedback.append(fact.with(event))
        case .rated(let event): ratings.append(fact.with(event))
        }
    }
}
