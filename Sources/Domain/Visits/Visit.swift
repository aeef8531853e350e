// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum VisitKind: IdentifierKind {
    public static let name: StaticString = "visit"
    public static let prefix: StaticString = "V"
}

public typealias VisitID = Identifier<VisitKind>

/// `visit.made`: a contact visit, to members or to others.
public struct VisitMade: Payload {
    public static let type: StaticString = "visit.made"
    public static var isPersonal: Bool { true }

    /// The members who were visited.
    public var members: [MemberID]
    /// What was heard there: a personal matter, under the visit's own key.
    public var note: PersonalText?
    public var place: String?
    /// Whom, in general words, where they are no members.
    public var to: String?
    public var visit: VisitID

    public init(from object: inout ObjectReader) throws(JSONError) {
        members = try object.list("members")
        note = try object.optional("note")
        place = try object.optionalText("place")
        to = try object.optionalText("to")
        visit = try object.required("visit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.list("members", members)
        writer.field("note", note)
        writer.field("place", place)
        writer.field("to", to)
        writer.field("visit", visit)
    }

    public var about: [Subject] { [visit.subject] + members.map(\.subject) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        if note != nil { try body(&note!, PersonalField(owner: visit.subject, name: "note")) }
    }
}

/// A contact visit as the facts stand.
public struct Visit: Aggregate {
    public let id: VisitID
    public internal(set) var history: History<VisitMade> = []
    /// Nil once it was voided.
    public private(set) var made: Recorded<VisitMade>?

    init(id: VisitID) { self.id = id }

    var blank: Visit { Visit(id: id) }

    static func fact(in event: Event) -> VisitMade? {
        if case .visit(let fact) = event { fact } else { nil }
    }

    static func event(_ fact: VisitMade) -> Event { .visit(fact) }

    func check(_ fact: Recorded<VisitMade>, in state: State) throws(Rejection) {
        guard made == nil else { throw .idTaken(id.subject) }
        for member in fact.fact.members where state.members[member] == nil { throw .unknown(member.subject) }
    }

    mutating func apply(_ fact: Recorded<VisitMade>) { made = fact }
}

extension VisitMade {
    static let commands = [
        CommandKind("visit.record", records: VisitMade.self, numbered: .field(VisitKind.self) { $0.visits })
    ]
}
