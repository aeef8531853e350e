internal import CanonicalJSON
internal import EventLog

public enum VisitKind: IdentifierKind {
    public static let name: StaticString = "visit"
    public static let prefix: StaticString = "V"
}

public typealias VisitID = Identifier<VisitKind>

/// Whom and where were in the open.
extension VisitMadeV1: PastPayload {
    var upcast: VisitMade {
        VisitMade(
            area: nil, members: members, note: note, place: place.map { .plain($0) }, quantities: [], to: to.map { .plain($0) },
            visit: visit)
    }
}

extension VisitMade: NumberedPayload {
    /// Where it counts. A visit of the first version has its place in the open, and is counted by it.
    public var countedPlace: String? { area ?? place?.plain }

    mutating func takeNumber(in state: State, occurred: Occurrence) { visit = state.visits.nextID() }

    /// A visit that was counted by a place in the open goes on counting there when something else in it is corrected:
    /// from then on the place is sealed.
    func counting(as standing: VisitMade) -> VisitMade {
        guard area == nil, place == standing.place, let place = standing.place?.plain else { return self }
        var kept = self
        kept.area = place
        return kept
    }
}

/// A contact visit as the facts are now.
public struct Visit: RegisteredConcept {
    public let id: VisitID
    public internal(set) var history: History<VisitMade> = []
    /// Nil once it was voided.
    public private(set) var made: Recorded<VisitMade>?

    init(id: VisitID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<VisitID, Visit>> { \.visits }
    static func id(of fact: VisitMade) -> VisitID { fact.visit }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let made, !made.fact.members.isEmpty, let place = made.fact.countedPlace else { return nil }
        return [made.occurred.first.description, place] + made.fact.members.map(\.description).sorted()
    }

    static func warnings(of fact: Recorded<VisitMade>, in state: State) -> [Warning] {
        state.notInOffice(fact.fact.members, during: fact.occurred)
    }

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
}
