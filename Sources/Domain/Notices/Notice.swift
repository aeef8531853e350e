internal import CanonicalJSON
public import EventLog

public enum NoticeKind: IdentifierKind {
    public static let name: StaticString = "notice"
    public static let prefix: StaticString = "N"
}

public typealias NoticeID = Identifier<NoticeKind>

/// A notice of an activity 会议通知 as the facts are now: that it went out, and by what means. What it said follows from what was
/// known of the activity then.
public struct Notice: RegisteredConcept {
    public let id: NoticeID
    public internal(set) var history: History<NoticeIssued> = []
    /// Nil once it was voided.
    public private(set) var issued: Recorded<NoticeIssued>?

    init(id: NoticeID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<NoticeID, Notice>> { \.notices }
    static func id(of fact: NoticeIssued) -> NoticeID { fact.notice }

    static func dependents(on subject: Subject, in state: State) -> [Notice] {
        guard let activity = ActivityID(subject) else { return [] }
        return state.notices.values.filter { $0.issued?.fact.activity == activity }
    }

    /// Other days of the activity are what a further notice is for.
    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        if let activity = ActivityID(subject), state.activities[activity]?.schedule != nil { return }
        try checkHistory(in: state)
    }

    func check(_ fact: Recorded<NoticeIssued>, in state: State) throws(Rejection) {
        guard issued == nil else { throw .idTaken(id.subject) }
        try state.requireScheduled(fact.fact.activity)
    }

    /// Nobody is told of an activity once it is over.
    func checkDays(_ fact: Recorded<NoticeIssued>, in state: State) throws(Rejection) {
        guard let date = state.activities[fact.fact.activity]?.date else { return }
        try fact.requireNear(date, of: fact.fact.activity, before: 366, after: 0)
    }

    mutating func apply(_ fact: Recorded<NoticeIssued>) { issued = fact }
}

extension NoticeIssued: ConceptEvent {
    typealias Owner = Notice
}

extension NoticeIssued: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { notice = state.notices.nextID() }
}

extension State {
    /// The notices of an activity, in the order of recording.
    public func notices(of activity: ActivityID) -> [Notice] {
        notices.values.filter { $0.issued?.fact.activity == activity }
    }
}

extension Activity {
    /// As it was planned when an entry was recorded, by all that was known of it then.
    public func planned(before position: Position) -> Activity {
        var known = blank
        for slot in history {
            if let fact = slot.standing(before: position) { known.apply(fact) }
        }
        return known
    }
}
