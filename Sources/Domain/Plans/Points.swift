internal import CanonicalJSON
internal import EventLog

public enum AwardKind: IdentifierKind {
    public static let name: StaticString = "award"
    public static let prefix: StaticString = "G"
}

public typealias AwardID = Identifier<AwardKind>

extension PointsEvent: ConceptEvent {
    typealias Owner = Award

    func conditions(in state: State) -> [Condition] { [.scoredByHand(target: target, of: plan, member)] }

    /// In hundredths of a point; negative where they were taken.
    public var signedPoints: Int64 {
        switch self {
        case .awarded(let event): event.points
        case .deducted(let event): -event.points
        }
    }
}

extension PointsAwarded: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { award = state.awards.nextID() }
}

extension PointsDeducted: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { award = state.awards.nextID() }
}

/// Points given or taken by hand, as the facts are now.
public struct Award: RegisteredConcept {
    public let id: AwardID
    public internal(set) var history: History<PointsEvent> = []
    /// Nil once it was voided.
    public private(set) var granted: Recorded<PointsEvent>?

    init(id: AwardID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<AwardID, Award>> { \.awards }
    static func id(of fact: PointsEvent) -> AwardID { fact.award }

    static func dependents(on subject: Subject, in state: State) -> [Award] {
        guard let plan = PlanID(subject) else { return [] }
        return state.awards.values.filter { $0.granted?.fact.plan == plan }
    }

    func check(_ fact: Recorded<PointsEvent>, in state: State) throws(Rejection) {
        guard granted == nil else { throw .idTaken(id.subject) }
        let plan = fact.fact.plan
        if let member = fact.fact.member, state.members[member] == nil { throw .unknown(member.subject) }
        guard state.plans[plan]?.adopted != nil else { throw .unknown(plan.subject) }
    }

    mutating func apply(_ fact: Recorded<PointsEvent>) { granted = fact }
}
