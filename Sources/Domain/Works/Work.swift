internal import CanonicalJSON
internal import EventLog

public enum WorkKind: IdentifierKind {
    public static let name: StaticString = "work"
    public static let prefix: StaticString = "W"
}

public typealias WorkID = Identifier<WorkKind>

/// A work as the facts are now.
public struct Work: RegisteredConcept {
    public let id: WorkID
    public internal(set) var history: History<WorkFiled> = []
    /// Nil once it was voided.
    public private(set) var filed: Recorded<WorkFiled>?

    init(id: WorkID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<WorkID, Work>> { \.works }
    static func id(of fact: WorkFiled) -> WorkID { fact.work }

    public var title: String? { filed?.fact.title }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let filed else { return nil }
        return [filed.fact.title, filed.occurred.first.description]
    }

    static func warnings(of fact: Recorded<WorkFiled>, in state: State) -> [Warning] {
        state.notInOffice(fact.fact.authors, during: fact.occurred)
    }

    static func dependents(on subject: Subject, in state: State) -> [Work] {
        let (member, activity) = (MemberID(subject), ActivityID(subject))
        guard member != nil || activity != nil else { return [] }
        return state.works.values.filter { work in
            guard let filed = work.filed?.fact else { return false }
            return activity.map { filed.activity == $0 } ?? member.map(filed.authors.contains) ?? false
        }
    }

    func check(_ fact: Recorded<WorkFiled>, in state: State) throws(Rejection) {
        guard filed == nil else { throw .idTaken(id.subject) }
        if let activity = fact.fact.activity { try state.requireScheduled(activity) }
        try state.requireKnown(fact.fact.authors)
    }

    mutating func apply(_ fact: Recorded<WorkFiled>) { filed = fact }
}

extension WorkFiled: ConceptEvent {
    typealias Owner = Work
}

extension WorkFiled: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { work = state.works.nextID() }
}
