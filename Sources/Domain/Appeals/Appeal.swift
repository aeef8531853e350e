internal import CanonicalJSON
internal import EventLog

public enum AppealKind: IdentifierKind {
    public static let name: StaticString = "appeal"
    public static let prefix: StaticString = "O"
}

public typealias AppealID = Identifier<AppealKind>

extension AppealEvent: ConceptEvent {
    typealias Owner = Appeal

    func conditions(in state: State) -> [Condition] {
        guard case .filed(let event) = self, let target = event.target else { return [] }
        return [.hasTarget(target, of: event.plan)]
    }
}

extension AppealFiled: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { appeal = state.appeals.nextID() }
}

/// A member's objection 申诉 to a figure of the assessment, as the facts are now. What follows from it is a correction of what
/// was recorded wrong, or points by hand that name the appeal.
public struct Appeal: RegisteredConcept {
    public enum Stage: String, CaseIterable, Sendable { case open, answered, withdrawn }

    public let id: AppealID
    public internal(set) var history: History<AppealEvent> = []
    /// Nil once it was voided.
    public private(set) var filed: Recorded<AppealFiled>?
    public private(set) var answered: Recorded<AppealAnswered>?
    public private(set) var withdrawn: Recorded<AppealWithdrawn>?

    public var stage: Stage { answered != nil ? .answered : withdrawn != nil ? .withdrawn : .open }

    init(id: AppealID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<AppealID, Appeal>> { \.appeals }
    static func id(of fact: AppealEvent) -> AppealID { fact.appeal }

    static func dependents(on subject: Subject, in state: State) -> [Appeal] {
        let (member, plan) = (MemberID(subject), PlanID(subject))
        guard member != nil || plan != nil else { return [] }
        return state.appeals.values.filter { appeal in
            appeal.filed.map { $0.fact.member == member || $0.fact.plan == plan } ?? false
        }
    }

    func check(_ fact: Recorded<AppealEvent>, in state: State) throws(Rejection) {
        if case .filed(let event) = fact.fact {
            guard filed == nil else { throw .idTaken(id.subject) }
            try state.requireKnown([event.member])
            guard state.plans[event.plan]?.adopted != nil else { throw .unknown(event.plan.subject) }
            return
        }
        guard filed != nil else { throw .unknown(id.subject) }
        guard answered == nil else { throw .appeal(.alreadyAnswered(id)) }
        guard withdrawn == nil else { throw .appeal(.alreadyWithdrawn(id)) }
    }

    func checkDays(_ fact: Recorded<AppealEvent>, in state: State) throws(Rejection) {
        try fact.requireAfter([filed?.step], of: id.subject)
    }

    mutating func apply(_ fact: Recorded<AppealEvent>) {
        switch fact.fact {
        case .filed(let event): filed = fact.with(event)
        case .answered(let event): answered = fact.with(event)
        case .withdrawn(let event): withdrawn = fact.with(event)
        }
    }
}

extension State {
    /// Points by hand that settle appeals, by the appeal that they name; in the order of recording.
    public var settlements: [AppealID: [Recorded<PointsEvent>]] {
        awards.values.reduce(into: [:]) { settlements, award in
            guard let granted = award.granted, let appeal = granted.fact.appeal else { return }
            settlements[appeal, default: []].append(granted)
        }
    }

    /// - Throws: unless the appeal was found right, at least in part, and is about the target or the whole plan: the member's, or
    ///   one by somebody of the group or sector.
    func requireUpheld(_ appeal: AppealID, for recipient: PointsRecipient, plan: PlanID, target: String) throws(Rejection) {
        guard let known = appeals[appeal], let filed = known.filed?.fact else { throw .unknown(appeal.subject) }
        guard concerns(filed.member, recipient), filed.plan == plan, filed.target.map({ $0 == target }) ?? true else {
            throw .appeal(.ofSomethingElse(appeal))
        }
        guard let outcome = known.answered?.fact.outcome, outcome != .dismissed else { throw .appeal(.notUpheld(appeal)) }
    }
}
