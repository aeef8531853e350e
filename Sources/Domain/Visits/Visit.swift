// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum VisitKind: IdentifierKind {
    public static let name: StaticString = "visit"
    public static let prefix: StaticString = "V"
}

public typealias VisitID = Identifier<VisitKind>

/// `visit.made`: a contact visit, to members or to others. Who was visited, where they live and what they said is sealed
/// under the visit's own key.
public struct VisitMade: Payload {
    public static let type: StaticString = "visit.made"
    public static let version: Int64 = 2
    public static var isPersonal: Bool { true }

    /// Where, in general words, such as a village or a station; a plan's places are counted by it.
    public var area: String?
    /// The members who were visited.
    public var members: [MemberID]
    /// What was heard there.
    public var note: PersonalText?
    /// The address.
    public var place: PersonalText?
    /// Whom, where they are no members.
    public var to: PersonalText?
    public var visit: VisitID

    /// Where it counts. A visit of the first version has its place in the open, and is counted by it.
    public var countedPlace: String? { area ?? place?.plain }

    public init(from object: inout ObjectReader) throws(JSONError) {
        area = try object.optionalText("area")
        members = try object.list("members")
        note = try object.optional("note")
        place = try object.optional("place")
        to = try object.optional("to")
        visit = try object.required("visit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("area", area)
        writer.list("members", members)
        writer.field("note", note)
        writer.field("place", place)
        writer.field("to", to)
        writer.field("visit", visit)
    }

    public var about: [Subject] { [visit.subject] + members.map(\.subject) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = visit.subject
        if note != nil { try body(&note!, PersonalField(owner: owner, name: "note")) }
        if place != nil { try body(&place!, PersonalField(owner: owner, name: "place")) }
        if to != nil { try body(&to!, PersonalField(owner: owner, name: "to")) }
    }
}

/// Whom and where were in the open.
enum VisitMadeV1: PastPayload {
    static let version: Int64 = 1

    static func read(from object: inout ObjectReader) throws(JSONError) -> VisitMade {
        VisitMade(
            members: try object.list("members"), note: try object.optional("note"), place: try object.openText("place"),
            to: try object.openText("to"), visit: try object.required("visit"))
    }
}

extension VisitMade {
    fileprivate init(
        members: [MemberID], note: PersonalText?, place: PersonalText?, to: PersonalText?, visit: VisitID
    ) {
        (self.members, self.note, self.place, self.to, self.visit) = (members, note, place, to, visit)
    }

    /// A visit that was counted by a place in the open goes on counting there when something else in it is corrected:
    /// from then on the place is sealed.
    func counting(as standing: VisitMade) -> VisitMade {
        guard area == nil, place == standing.place, let place = standing.place?.plain else { return self }
        var kept = self
        kept.area = place
        return kept
    }
}

/// A contact visit as the facts stand.
public struct Visit: RegisteredConcept {
    public let id: VisitID
    public internal(set) var history: History<VisitMade> = []
    /// Nil once it was voided.
    public private(set) var made: Recorded<VisitMade>?

    init(id: VisitID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<VisitID, Visit>> { \.visits }
    static func id(of fact: VisitMade) -> VisitID { fact.visit }

    static func dependents(on subject: Subject, in state: State) -> [Visit] {
        guard let member = MemberID(subject) else { return [] }
        return state.visits.values.filter { $0.made?.fact.members.contains(member) ?? false }
    }

    /// A visit that was counted by a place in the open goes on counting there.
    static func keeping(_ former: VisitMade, in corrected: VisitMade) -> VisitMade { corrected.counting(as: former) }

    func check(_ fact: Recorded<VisitMade>, in state: State) throws(Rejection) {
        guard made == nil else { throw .idTaken(id.subject) }
        try state.requireKnown(fact.fact.members)
    }

    mutating func apply(_ fact: Recorded<VisitMade>) { made = fact }
}

extension VisitMade: ConceptEvent {
    typealias Owner = Visit

    static let kinds = [EventKind(VisitMade.self), EventKind(past: VisitMadeV1.self)]

    static let commands = [
        CommandKind("visit.record", records: VisitMade.self, numbered: .field(VisitKind.self) { $0.visits })
    ]
}
