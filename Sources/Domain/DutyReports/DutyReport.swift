internal import CanonicalJSON
public import EventLog

public enum DutyReportKind: IdentifierKind {
    public static let name: StaticString = "duty-report"
    public static let prefix: StaticString = "J"
}

public typealias DutyReportID = Identifier<DutyReportKind>

extension DutyReportEvent: ConceptEvent {
    typealias Owner = DutyReport
}

extension DutyReportGiven: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { report = state.dutyReports.nextID() }
}

/// What a deputy or an office-holder reported of what they did 述职, what was asked, and what they were told of its appraisal.
public struct DutyReport: RegisteredConcept {
    public enum Stage: String, CaseIterable, Sendable { case given, told }

    public let id: DutyReportID
    public internal(set) var history: History<DutyReportEvent> = []
    /// Nil once it was voided.
    public private(set) var given: Recorded<DutyReportGiven>?
    public private(set) var questions: [Recorded<DutyReportQuestioned>] = []
    public private(set) var told: Recorded<DutyReportTold>?

    public var stage: Stage { told == nil ? .given : .told }

    init(id: DutyReportID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<DutyReportID, DutyReport>> { \.dutyReports }
    static func id(of fact: DutyReportEvent) -> DutyReportID { fact.report }

    public var title: String? { given?.fact.title }

    static var isCompared: Bool { true }

    /// Nobody reports twice at one meeting.
    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        given.map { [$0.fact.activity.description, $0.fact.member.description] }
    }

    static func warnings(of fact: Recorded<DutyReportEvent>, in state: State) -> [Warning] {
        switch fact.fact {
        case .given(let event): state.notInOffice([event.member], during: state.activities[event.activity]?.date ?? fact.occurred)
        case .questioned, .told: []
        }
    }

    static func dependents(on subject: Subject, in state: State) -> [DutyReport] {
        state.dutyReports.values.filter { report in
            let given = report.given?.fact
            let named = [given?.member.subject, given?.activity.subject, given?.item?.subject, report.told?.fact.ballot.subject]
            return named.contains(subject) || report.questions.contains { $0.fact.asker?.subject == subject }
        }
    }

    func check(_ fact: Recorded<DutyReportEvent>, in state: State) throws(Rejection) {
        if case .given(let event) = fact.fact {
            guard given == nil else { throw .idTaken(id.subject) }
            try state.requireNotCancelled(event.activity)
            try state.require(event.item, onAgendaOf: event.activity)
            return try state.requireKnown([event.member])
        }
        guard let given else { throw .unknown(id.subject) }
        switch fact.fact {
        case .given: break
        case .questioned(let event): try state.requireKnown([event.asker].compactMap(\.self))
        case .told(let event):
            if let told { throw .dutyReport(.alreadyTold(id, at: told.position)) }
            guard let ballot = state.ballots[event.ballot], let called = ballot.called?.fact else { throw .unknown(event.ballot.subject) }
            guard called.kind == .appraisal, state.option(of: id, by: given.fact.member, on: called) != nil else { throw .dutyReport(.notOnBallot(id, event.ballot)) }
            guard ballot.counted != nil else { throw .ballot(.notCounted(event.ballot)) }
        }
    }

    /// What is spoken is not said before the meeting; what is handed in may be.
    func checkDays(_ fact: Recorded<DutyReportEvent>, in state: State) throws(Rejection) {
        guard case .given(let event) = fact.fact else { return try fact.requireAfter([given?.step], of: id.subject) }
        guard let date = state.activities[event.activity]?.date else { return }
        try fact.requireNear(date, of: event.activity, before: event.form == .oral ? 0 : 366, after: .max)
    }

    mutating func apply(_ fact: Recorded<DutyReportEvent>) {
        switch fact.fact {
        case .given(let event): given = fact.with(event)
        case .questioned(let event): questions.append(fact.with(event))
        case .told(let event): told = fact.with(event)
        }
    }
}

extension State {
    /// How a report was appraised by the ballot whose result was told; nil until it was.
    public func appraisal(of report: DutyReport) -> BallotOutcome.Appraised? {
        guard let told = report.told?.fact, let given = report.given?.fact else { return nil }
        return appraisal(by: told.ballot) { option(of: report.id, by: given.member, on: $0) }
    }

    /// Where a report is on the paper of a ballot, or else who gave it, under any id.
    fileprivate func option(of report: DutyReportID, by member: MemberID, on called: BallotCalled) -> Int? {
        called.options.firstIndex { $0.what == report.subject }
            ?? called.options.firstIndex { $0.member.map(canonical) == canonical(member) }
    }
}
