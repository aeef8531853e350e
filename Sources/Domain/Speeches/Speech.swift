internal import CanonicalJSON
internal import EventLog

public enum SpeechKind: IdentifierKind {
    public static let name: StaticString = "speech"
    public static let prefix: StaticString = "F"
}

public typealias SpeechID = Identifier<SpeechKind>

/// A speech 发言 as the facts are now.
public struct Speech: RegisteredConcept {
    public let id: SpeechID
    public internal(set) var history: History<SpeechGiven> = []
    /// Nil once it was voided.
    public private(set) var given: Recorded<SpeechGiven>?

    init(id: SpeechID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<SpeechID, Speech>> { \.speeches }
    static func id(of fact: SpeechGiven) -> SpeechID { fact.speech }

    public var title: String? { given?.fact.title }

    static var isCompared: Bool { true }

    /// Somebody may speak twice; hardly under the same title.
    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let given = given?.fact, let title = given.title else { return nil }
        return [given.activity.description, title] + given.members.map(\.description).sorted()
    }

    static func warnings(of fact: Recorded<SpeechGiven>, in state: State) -> [Warning] {
        let speech = fact.fact
        let others = state.notInOffice(speech.members, during: state.activities[speech.activity]?.date ?? fact.occurred)
        guard speech.form == .oral else { return others }
        let absent = speech.members.filter { state.isMarkedAbsent($0, from: speech.activity) }
        return others + (absent.isEmpty ? [] : [.spokeThoughAbsent(absent, at: speech.activity)])
    }

    static func dependents(on subject: Subject, in state: State) -> [Speech] {
        let (member, activity, item) = (MemberID(subject), ActivityID(subject), AgendaItemID(subject))
        guard member != nil || activity != nil || item != nil else { return [] }
        return state.speeches.values.filter { speech in
            guard let given = speech.given?.fact else { return false }
            return given.activity == activity || (item != nil && given.item == item) || member.map(given.members.contains) ?? false
        }
    }

    func check(_ fact: Recorded<SpeechGiven>, in state: State) throws(Rejection) {
        guard given == nil else { throw .idTaken(id.subject) }
        let event = fact.fact
        try state.requireNotCancelled(event.activity)
        try state.requireNamedOnce(event.members)
        try state.requireKnown(event.members)
        try state.require(event.item, onAgendaOf: event.activity)
    }

    /// What is spoken is not said before the activity; what is handed in may be. Both are typed in later.
    func checkDays(_ fact: Recorded<SpeechGiven>, in state: State) throws(Rejection) {
        guard let date = state.activities[fact.fact.activity]?.date else { return }
        try fact.requireNear(date, of: fact.fact.activity, before: fact.fact.form == .oral ? 0 : 366, after: .max)
        try state.require(fact.fact.on, within: fact.fact.activity, for: SpeechGiven.self)
    }

    mutating func apply(_ fact: Recorded<SpeechGiven>) { given = fact }
}

extension State {
    /// Whether a member, under any id, was marked absent from an activity.
    func isMarkedAbsent(_ member: MemberID, from activity: ActivityID) -> Bool {
        guard let marks = activities[activity]?.attendance.marks else { return false }
        return identities(of: canonical(member)).contains { marks[$0]?.standing == .markedAbsent }
    }

    /// Whether a member, under any id, has spoken at an activity.
    func hasSpoken(_ member: MemberID, at activity: ActivityID) -> Bool {
        let identities = identities(of: canonical(member))
        return speeches.values.contains { speech in
            guard let given = speech.given?.fact, given.activity == activity, given.form == .oral else { return false }
            return given.members.contains(where: identities.contains)
        }
    }
}

extension SpeechGiven: ConceptEvent {
    typealias Owner = Speech
}

extension SpeechGiven: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { speech = state.speeches.nextID() }
}
