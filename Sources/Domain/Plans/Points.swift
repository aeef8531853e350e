internal import CanonicalJSON
internal import EventLog

public enum AwardKind: IdentifierKind {
    public static let name: StaticString = "award"
    public static let prefix: StaticString = "G"
}

public typealias AwardID = Identifier<AwardKind>

extension PointsEvent: ConceptEvent {
    typealias Owner = Award

    /// What settles an appeal may be about a target that is counted.
    func conditions(in state: State) -> [Condition] {
        [appeal == nil ? .scoredByHand(target: target, of: plan, recipient) : .scored(target: target, of: plan, recipient)]
    }

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

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let granted else { return nil }
        let fact = granted.fact
        return [
            fact.plan.description, fact.target, fact.member?.description ?? "", fact.unit?.kind.rawValue ?? "", fact.unit?.name ?? "",
            String(fact.signedPoints), granted.occurred.first.description,
        ]
    }

    static func warnings(of fact: Recorded<PointsEvent>, in state: State) -> [Warning] {
        state.notInOffice([fact.fact.member].compactMap(\.self), during: fact.occurred)
    }

    static func dependents(on subject: Subject, in state: State) -> [Award] {
        let (plan, member, appeal) = (PlanID(subject), MemberID(subject), AppealID(subject))
        guard plan != nil || member != nil || appeal != nil else { return [] }
        return state.awards.values.filter { award in
            guard let granted = award.granted?.fact else { return false }
            return granted.plan == plan || (member != nil && granted.member == member) || (appeal != nil && granted.appeal == appeal)
        }
    }

    func check(_ fact: Recorded<PointsEvent>, in state: State) throws(Rejection) {
        guard granted == nil else { throw .idTaken(id.subject) }
        let plan = fact.fact.plan
        try state.requireKnown([fact.fact.member].compactMap(\.self))
        guard state.plans[plan]?.adopted != nil else { throw .unknown(plan.subject) }
        if let appeal = fact.fact.appeal {
            try state.requireUpheld(appeal, for: fact.fact.recipient, plan: plan, target: fact.fact.target)
        }
    }

    mutating func apply(_ fact: Recorded<PointsEvent>) { granted = fact }
}
