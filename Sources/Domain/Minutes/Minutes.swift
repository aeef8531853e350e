internal import CanonicalJSON
public import EventLog

public enum MinutesKind: IdentifierKind {
    public static let name: StaticString = "minutes"
    public static let prefix: StaticString = "K"
}

public typealias MinutesID = Identifier<MinutesKind>

extension MinutesEvent: ConceptEvent {
    typealias Owner = Minutes
}

extension MinutesDrafted: NumberedPayload {
    /// A further draft is a version of the minutes that the activity has already.
    mutating func takeNumber(in state: State, occurred: Occurrence) {
        minutes = state.minutes(of: activity).last?.id ?? state.minutes.nextID()
    }
}

/// The minutes of an activity 会议记录、纪要 as the facts are now. Every draft is a version; an approval is of the draft that was the
/// last when it was recorded.
public struct Minutes: RegisteredConcept {
    /// A draft, and its approval.
    public struct Version: Sendable {
        /// From 1, in the order of recording.
        public let number: Int
        public let drafted: Recorded<MinutesDrafted>
        public let approved: Recorded<MinutesApproved>?
        public let evidence: [Position]
    }

    public let id: MinutesID
    public internal(set) var history: History<MinutesEvent> = []
    private var drafts: [Recorded<MinutesDrafted>] = []
    private var approvals: [Recorded<MinutesApproved>] = []

    init(id: MinutesID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<MinutesID, Minutes>> { \.minutes }
    static func id(of fact: MinutesEvent) -> MinutesID { fact.minutes }

    /// Of which activity; nil once every draft was voided.
    public var activity: ActivityID? { drafts.last?.fact.activity }

    /// In the order of recording.
    public var versions: [Version] {
        drafts.enumerated().map { index, draft in
            let approved = approvals.last { approval in draftApproved(before: approval.position)?.original.position == draft.position }
            let slots = history.filter { [draft.position, approved?.position].contains($0.original.position) }
            return Version(
                number: index + 1, drafted: draft, approved: approved,
                evidence: slots.flatMap { [$0.original.position] + $0.corrections }.sorted())
        }
    }

    /// The draft that an approval, recorded then, is of: the last that was known.
    private func draftApproved(before position: Position) -> HistorySlot<MinutesEvent>? {
        history.last { slot in
            guard case .drafted = slot.original.fact else { return false }
            return slot.standing(before: position) != nil
        }
    }

    static func dependents(on subject: Subject, in state: State) -> [Minutes] {
        guard let activity = ActivityID(subject) else { return [] }
        return state.minutes.values.filter { $0.activity == activity }
    }

    func check(_ fact: Recorded<MinutesEvent>, in state: State) throws(Rejection) {
        switch fact.fact {
        case .drafted(let event):
            try state.requireNotCancelled(event.activity)
            if let activity, activity != event.activity { throw .minutes(.ofAnotherActivity(id, activity)) }
        case .approved:
            // The drafts of this subject as it is in the state, with what was voided of them.
            guard let known = state.minutes[id], let draft = known.draftApproved(before: fact.position), draft.standing != nil else {
                throw .unknown(id.subject)
            }
            let earlier = approvals.last { known.draftApproved(before: $0.position)?.original.position == draft.original.position }
            if let earlier { throw .minutes(.alreadyApproved(id, at: earlier.position)) }
        }
    }

    /// There are no minutes of what has not begun, and nothing is approved before it was drafted.
    func checkDays(_ fact: Recorded<MinutesEvent>, in state: State) throws(Rejection) {
        switch fact.fact {
        case .drafted(let event):
            guard let date = state.activities[event.activity]?.date else { return }
            try fact.requireNear(date, of: event.activity, before: 0, after: .max)
        case .approved: try fact.requireAfter([drafts.last?.step], of: id.subject)
        }
    }

    mutating func apply(_ fact: Recorded<MinutesEvent>) {
        switch fact.fact {
        case .drafted(let event): drafts.append(fact.with(event))
        case .approved(let event): approvals.append(fact.with(event))
        }
    }
}

extension State {
    /// The minutes of an activity, in the order in which they came up; those whose drafts were all voided are left out.
    public func minutes(of activity: ActivityID) -> [Minutes] { minutes.values.filter { $0.activity == activity } }
}
