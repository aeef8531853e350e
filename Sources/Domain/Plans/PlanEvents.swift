internal import CanonicalJSON
public import EventLog

public enum PlanKind: IdentifierKind {
    public static let name: StaticString = "plan"
    public static let prefix: StaticString = "plan-"
}

public typealias PlanID = Identifier<PlanKind>

extension PlanEvent: ConceptEvent {
    typealias Owner = AdoptedPlan

    func conditions(in state: State) -> [Condition] {
        switch self {
        case .adopted(let event): [.planReadable(event.text, as: event.plan, for: event)]
        case .amended(let event):
            [.planReadable(event.text, as: event.plan, for: state.plans[event.plan]?.adopted?.fact)]
        case .targetMarked(let event): [.markedByHand(target: event.target, of: event.plan)]
        }
    }
}

/// The text of a plan in an entry.
public enum PlanText {
    /// An entry has 65,535 bytes, the rest of it included.
    public static let byteMax = 60_000

    fileprivate static func fault(_ text: String) -> JSONError.Kind? {
        let fits = !text.isEmpty && text.utf8.count <= byteMax
        return fits ? nil : .invalidValue(field: "text", expected: .bytes(max: byteMax))
    }
}

extension PlanAdopted {
    public init(plan: PlanID, title: String, year: Int64, text: String) {
        self.init(from: nil, plan: plan, text: text, title: title, until: nil, year: year)
    }

    var fault: JSONError.Kind? {
        if let from, until == nil || from.year != year { return .invalidValue(field: "from", expected: .daysOfYear) }
        if let until, from.map({ until < $0 }) ?? true { return .invalidValue(field: "until", expected: .date) }
        return PlanText.fault(text)
    }
}

extension PlanAmended {
    var fault: JSONError.Kind? { PlanText.fault(text) }
}

/// A plan as the facts are now.
public struct AdoptedPlan: RegisteredConcept {
    /// What the plan said from a day on.
    public struct Version: Equatable, Sendable {
        /// Nil for the plan as it was adopted.
        public let from: CalendarDate?
        public let text: String
        public let position: Position
        /// Of an amendment: whether it is for what was done before its first day as well.
        public var isWholeYear = false
    }

    public let id: PlanID
    public internal(set) var history: History<PlanEvent> = []
    /// Nil once the adoption was voided.
    public private(set) var adopted: Recorded<PlanAdopted>?
    /// As adopted, and each amendment, in the order of the days they are in force from.
    public private(set) var versions: [Version] = []
    /// In the order of recording.
    public private(set) var marks: [Recorded<TargetMarked>] = []

    init(id: PlanID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<PlanID, AdoptedPlan>> { \.plans }
    static func id(of fact: PlanEvent) -> PlanID { fact.plan }
    static var hasOwnDays: Bool { true }

    static func warnings(of fact: Recorded<PlanEvent>, in state: State) -> [Warning] {
        guard case .targetMarked(let mark) = fact.fact, let plan = state.plans[mark.plan] else { return [] }
        let before = plan.marks.last { $0.fact.target == mark.target && $0.position < fact.position }
        return before?.fact.met == mark.met ? [.nothingChanged(plan.id.subject)] : []
    }

    /// The mark of a target that was made last stands.
    static func wasWithoutEffect(_ place: State.Place, in state: State) -> Bool {
        let plan = state.plans.values[place.index]
        let original = plan.history[place.slot].original
        guard case .targetMarked(let mark) = original.fact, let last = plan.marks.last(where: { $0.fact.target == mark.target }) else { return false }
        return last.position > original.position || last.fact.met == mark.met
    }

    /// What the plan says on a day.
    public func version(on day: CalendarDate) -> Version? {
        versions.last { $0.from.map { $0 <= day } ?? true }
    }

    func check(_ fact: Recorded<PlanEvent>, in state: State) throws(Rejection) {
        if case .adopted = fact.fact {
            guard adopted == nil else { throw .idTaken(id.subject) }
            return
        }
        guard adopted != nil else { throw .unknown(id.subject) }
    }

    mutating func apply(_ fact: Recorded<PlanEvent>) {
        switch fact.fact {
        case .adopted(let event):
            adopted = fact.with(event)
            versions.insert(Version(from: nil, text: event.text, position: fact.position), at: 0)
        case .amended(let event):
            // Of two for one day, the later recorded stands.
            let index = versions.firstIndex { version in version.from.map { $0 > event.from } ?? false } ?? versions.endIndex
            versions.insert(Version(
                    from: event.from, text: event.text, position: fact.position, isWholeYear: event.wholeYear ?? false),
                at: index)
        case .targetMarked(let event): marks.append(fact.with(event))
        }
    }
}
