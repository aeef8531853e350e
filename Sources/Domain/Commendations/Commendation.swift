internal import CanonicalJSON
internal import EventLog

public enum CommendationKind: IdentifierKind {
    public static let name: StaticString = "commendation"
    public static let prefix: StaticString = "H"
}

public typealias CommendationID = Identifier<CommendationKind>

/// A commendation 表彰 as the facts are now.
public struct Commendation: RegisteredConcept {
    public let id: CommendationID
    public internal(set) var history: History<CommendationGiven> = []
    /// Nil once it was voided.
    public private(set) var given: Recorded<CommendationGiven>?

    init(id: CommendationID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<CommendationID, Commendation>> { \.commendations }
    static func id(of fact: CommendationGiven) -> CommendationID { fact.commendation }

    public var title: String? { given?.fact.title }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let given else { return nil }
        let whom = given.fact.members.map(\.description) + [given.fact.what?.description ?? ""]
        return [given.fact.title, given.occurred.first.description] + whom
    }

    static func warnings(of fact: Recorded<CommendationGiven>, in state: State) -> [Warning] {
        state.notInOffice(fact.fact.members, during: fact.occurred)
    }

    static func dependents(on subject: Subject, in state: State) -> [Commendation] {
        let member = MemberID(subject)
        return state.commendations.values.filter { commendation in
            guard let given = commendation.given?.fact else { return false }
            return given.what == subject || member.map(given.members.contains) ?? false
        }
    }

    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        guard let given else { return }
        try requireUnbroken(given.position) { () throws(Rejection) in try Self.check(given.fact, in: state) }
    }

    func check(_ fact: Recorded<CommendationGiven>, in state: State) throws(Rejection) {
        guard given == nil else { throw .idTaken(id.subject) }
        try state.requireNamedOnce(fact.fact.members)
        try Self.check(fact.fact, in: state)
    }

    private static func check(_ event: CommendationGiven, in state: State) throws(Rejection) {
        try state.requireKnown(event.members)
        if let what = event.what, !state.isDone(what) { throw .unknown(what) }
    }

    mutating func apply(_ fact: Recorded<CommendationGiven>) { given = fact }
}

extension CommendationGiven: ConceptEvent {
    typealias Owner = Commendation

    /// Who or what is commended.
    public enum Of: String, CaseIterable, Sendable { case member, body, activity, proposal, suggestion, work }

    /// What it is: an honour, where it does not say.
    public var sort: Kind { kind ?? .honour }

    /// Members who are named, or else the thing, or else the body.
    public var of: Of {
        if !members.isEmpty { return .member }
        return what.flatMap { Of(rawValue: String($0.kind)) } ?? .body
    }
}

extension CommendationGiven: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { commendation = state.commendations.nextID() }
}

extension State {
    /// Whether a proposal is filed, a suggestion submitted, a work on file or an activity scheduled.
    fileprivate func isDone(_ what: Subject) -> Bool {
        if let id = ProposalID(what) { return proposals[id]?.filed != nil }
        if let id = SuggestionID(what) { return suggestions[id]?.submitted != nil }
        if let id = WorkID(what) { return works[id]?.filed != nil }
        return ActivityID(what).map { activities[$0]?.schedule != nil } ?? false
    }
}
