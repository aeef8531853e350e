// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum WorkKind: IdentifierKind {
    public static let name: StaticString = "work"
    public static let prefix: StaticString = "W"
}

public typealias WorkID = Identifier<WorkKind>

/// `work.filed`: something written is on file: a report, minutes, a reflection, an article.
public struct WorkFiled: Payload {
    public enum Kind: String, StoredWord {
        case report, minutes, notice, materials, plan, summary, reflection, article, publicity, other
    }

    public static let type: StaticString = "work.filed"

    /// The activity it belongs to.
    public var activity: ActivityID?
    public var authors: [MemberID]
    public var kind: Kind
    public var text: String?
    public var title: String
    public var work: WorkID

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.optional("activity")
        authors = try object.list("authors")
        kind = try object.required("kind")
        text = try object.optionalText("text")
        title = try object.text("title")
        work = try object.required("work")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.list("authors", authors)
        writer.field("kind", kind)
        writer.field("text", text)
        writer.field("title", title)
        writer.field("work", work)
    }

    public var about: [Subject] {
        [work.subject] + authors.map(\.subject) + (activity.map { [$0.subject] } ?? [])
    }
}

/// A work as the facts stand.
public struct Work: RegisteredConcept {
    public let id: WorkID
    public internal(set) var history: History<WorkFiled> = []
    /// Nil once it was voided.
    public private(set) var filed: Recorded<WorkFiled>?

    init(id: WorkID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<WorkID, Work>> { \.works }
    static func id(of fact: WorkFiled) -> WorkID { fact.work }

    public var title: String? { filed?.fact.title }

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

    static let kinds = [EventKind(WorkFiled.self)]
    static let commands = [
        CommandKind("work.file", records: WorkFiled.self, numbered: .field(WorkKind.self) { $0.works })
    ]
}
