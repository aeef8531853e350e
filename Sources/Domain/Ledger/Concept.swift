internal import EventLog

/// Everything that the ledger asks of one concept, such as members or proposals. An instance is one subject as the facts
/// are now; the static members are what the concept adds to the book.
///
/// A new concept declares this in its own folder, has its registry in `State`, and is listed in `Concepts`.
protocol Concept: Aggregate where Fact: ConceptEvent, Fact.Owner == Self {
    associatedtype ID: Hashable & Sendable

    init(id: ID)
    var id: ID { get }
    /// Whose history a fact belongs to.
    static func id(of fact: Fact) -> ID

    // MARK: Where the state has it

    static func index(of id: ID, in state: State) -> Int?
    /// The index for a fact that is recorded; what is new is added. Nil where it has to be there already, and is not.
    static func indexForRecording(_ id: ID, in state: inout State) -> Int?
    static func at(_ index: Int, in state: State) -> Self
    /// The only way in which a subject changes: what the state derives from it is brought up to date here.
    static func change<Result>(at index: Int, in state: inout State, _ body: (inout Self) -> Result) -> Result
    /// Takes a fact in.
    ///
    /// - Returns: its index in the history.
    static func record(_ fact: Recorded<Fact>, at index: Int, in state: inout State) -> Int

    // MARK: Looking up

    /// Such as `member`; nil where no other facts refer to such subjects.
    static var subjectKind: String? { get }
    /// What other facts refer to it as.
    var subject: Subject? { get }
    /// What it is called, where it has a title.
    var title: String? { get }
    /// Those of which something is on record, in the order in which they came in.
    static func subjects(in state: State) -> [(subject: Subject, title: String?)]
    /// The subject with an id, if there is one.
    static func subject(withID text: String, in state: State) -> Subject?
    static func title(of subject: Subject, in state: State) -> String?

    // MARK: Deciding

    /// Whether a fact may be recorded where the command gives no reason; asked after `check`.
    func checkWithoutReason(_ fact: Recorded<Fact>) throws(Rejection)

    // MARK: Warning

    /// What to say about a fact that was recorded: where it is without effect, or looks like a slip. Asked of the state
    /// that has it; it has to be cheap.
    static func warnings(of fact: Recorded<Fact>, in state: State) -> [Warning]
    /// Whether a fact that was voided had no effect, as others have taken its place or say the same. Asked once it is voided.
    static func wasWithoutEffect(_ place: State.Place, in state: State) -> Bool
    /// Whether `likeness` tells anything of the concept.
    static var isCompared: Bool { get }
    /// What should tell it apart from all others of the concept; nil where nothing should, or it was voided.
    ///
    /// - Parameter open: reads a member's name.
    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]?

    // MARK: What depends on what

    /// Those that have facts which depend on a subject.
    static func dependents(on subject: Subject, in state: State) -> [Self]
    /// Whether its facts are still allowed, now that `subject`, on which they depend, has changed.
    ///
    /// - Throws: `CorrectionRejection.wouldBreak`.
    func check(dependingOn subject: Subject, in state: State) throws(Rejection)
    /// Whether a fact, when it is recorded, may leave earlier facts about other subjects without what they depend on.
    static func mayBreakDependents(_ fact: Fact) -> Bool

    // MARK: Earlier days

    /// Whether its facts say for which days they are, as plans do, so that those of later days can stay.
    static var hasOwnDays: Bool { get }
    /// Takes the facts out that had not happened by the end of a day.
    static func leaveOut(after day: CalendarDate, in state: inout State)
    /// Brings every fact to the clock of the state, once that is another.
    static func bringToClock(in state: inout State)
    /// Whether a fact had happened by the end of a day.
    static func hadHappened(_ place: State.Place, by day: CalendarDate, in state: State) -> Bool

    // MARK: Corrections

    static var canBeCorrected: Bool { get }
    static var canBeVoided: Bool { get }
    /// A corrected fact with what it keeps of the one before it, where the correction does not say.
    static func keeping(_ former: Fact, in corrected: Fact) -> Fact
    /// Whether sums over several subjects are still allowed after an amendment; asked after everything else.
    ///
    /// - Throws: `CorrectionRejection.wouldBreak`.
    static func checkTotals(in state: State, since former: State) throws(Rejection)
    /// Whether an amendment of a fact leaves what was recorded after it allowed.
    ///
    /// - Throws: `CorrectionRejection.alreadyVoided` if it does not fit; `.wouldBreak`.
    static func checkAmendment(
        of place: State.Place, _ corrects: Position, _ amendment: State.Amendment, in state: State
    ) throws(Rejection)
}

/// A concept that has a registry of its own in the state.
protocol RegisteredConcept: Concept {
    static var registry: WritableKeyPath<State, Registry<ID, Self>> { get }
}

/// An id that subjects have.
protocol SubjectID: Hashable, Sendable {
    init?(_ text: String)
    /// Nil for a subject of another kind.
    init?(_ subject: Subject)
    static var kind: String { get }
    var subject: Subject { get }
}

/// The one list of concepts. Whatever is done for all of them, or for the one that something belongs to, goes by it.
enum Concepts {
    static let all: [any Concept.Type] = [
        BookRecord.self, Member.self, Activity.self, AttendanceSheet.self, AgendaItem.self, Speech.self, Notice.self, Minutes.self, Visit.self, Proposal.self, Suggestion.self,
        Donation.self, Expense.self, Work.self, Commendation.self, AdoptedPlan.self, Award.self, Appeal.self,
        Ballot.self, AdoptedBallotRules.self, Decision.self, Petition.self, DutyReport.self, AdoptedRules.self, WorkCalendar.self, Attachment.self, PersonalData.self,
    ]
}

// MARK: - What most concepts do

extension Concept {
    static var eventKinds: [EventKind] { Fact.kinds }
    static var commands: [CommandKind] { Fact.commands }

    var blank: Self { Self(id: id) }

    static func record(_ fact: Recorded<Fact>, at index: Int, in state: inout State) -> Int {
        change(at: index, in: &state) { $0.record(fact) }
    }

    static var subjectKind: String? { nil }
    var subject: Subject? { nil }
    var title: String? { nil }
    static func subjects(in state: State) -> [(subject: Subject, title: String?)] { [] }
    static func subject(withID text: String, in state: State) -> Subject? { nil }
    static func title(of subject: Subject, in state: State) -> String? { nil }

    func checkWithoutReason(_ fact: Recorded<Fact>) throws(Rejection) {}

    static func warnings(of fact: Recorded<Fact>, in state: State) -> [Warning] { [] }
    static func wasWithoutEffect(_ place: State.Place, in state: State) -> Bool { false }
    static var isCompared: Bool { false }
    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? { nil }

    static func dependents(on subject: Subject, in state: State) -> [Self] { [] }
    func check(dependingOn subject: Subject, in state: State) throws(Rejection) { try checkHistory(in: state) }
    static func mayBreakDependents(_ fact: Fact) -> Bool { false }

    static var hasOwnDays: Bool { false }

    static var canBeCorrected: Bool { true }
    static var canBeVoided: Bool { true }
    static func keeping(_ former: Fact, in corrected: Fact) -> Fact { corrected }

    static func checkTotals(in state: State, since former: State) throws(Rejection) {}

    static func checkAmendment(
        of place: State.Place, _ corrects: Position, _ amendment: State.Amendment, in state: State
    ) throws(Rejection) {
        var trial = state
        guard amend(place, corrects, amendment, in: &trial) else { throw .correction(.alreadyVoided(corrects)) }
        try requireNoNewFault(in: slot(at: place, in: state).original) { () throws(Rejection) in
            try checkAll(of: place, in: trial)
        } before: { () throws(Rejection) in
            try checkAll(of: place, in: state)
        }
        try checkTotals(in: trial, since: state)
    }

    /// The facts of the subject at a place, and those that depend on it.
    private static func checkAll(of place: State.Place, in state: State) throws(Rejection) {
        var obstacles = Obstacles()
        let value = at(place.index, in: state)
        obstacles.attempt { () throws(Rejection) in try value.checkHistory(in: state) }
        if let subject = value.subject {
            obstacles.attempt { () throws(Rejection) in try state.checkDependents(on: subject) }
        }
        try obstacles.end()
    }
}

extension RegisteredConcept {
    static func index(of id: ID, in state: State) -> Int? { state[keyPath: registry].index(of: id) }

    static func indexForRecording(_ id: ID, in state: inout State) -> Int? {
        state[keyPath: registry].indexForRecording(id, adding: Self(id: id))
    }

    static func at(_ index: Int, in state: State) -> Self { state[keyPath: registry].values[index] }

    static func bringToClock(in state: inout State) {
        let clock = state.clock
        for index in state[keyPath: registry].values.indices { change(at: index, in: &state) { $0.bring(to: clock) } }
    }

    static func change<Result>(at index: Int, in state: inout State, _ body: (inout Self) -> Result) -> Result {
        body(&state[keyPath: registry].values[index])
    }
}

extension RegisteredConcept where ID: SubjectID {
    static var subjectKind: String? { ID.kind }
    var subject: Subject? { id.subject }

    static func subjects(in state: State) -> [(subject: Subject, title: String?)] {
        state[keyPath: registry].values.filter { $0.history.contains { $0.standing != nil } }.map { ($0.id.subject, $0.title) }
    }

    static func subject(withID text: String, in state: State) -> Subject? {
        guard let id = ID(text), let index = index(of: id, in: state) else { return nil }
        // As of an earlier day, nothing may have happened to it yet.
        return at(index, in: state).history.isEmpty ? nil : id.subject
    }

    static func title(of subject: Subject, in state: State) -> String? {
        ID(subject).flatMap { state[keyPath: registry][$0]?.title }
    }
}

// MARK: - What is asked of the concept at a place

extension Concept {
    /// Amends a fact, or withdraws one of its corrections if `corrects` is that. False if it does not fit.
    static func amend(
        _ place: State.Place, _ corrects: Position, _ amendment: State.Amendment, in state: inout State
    ) -> Bool {
        guard canBeCorrected else { return false }
        return change(at: place.index, in: &state) { $0.amend(place.slot, corrects, amendment) }
    }

    static func slot(at place: State.Place, in state: State) -> State.SlotView {
        State.SlotView(at(place.index, in: state).history[place.slot])
    }

    static func checkDependents(on subject: Subject, in state: State) throws(Rejection) {
        var obstacles = Obstacles()
        for dependent in dependents(on: subject, in: state) {
            obstacles.attempt { () throws(Rejection) in try dependent.check(dependingOn: subject, in: state) }
        }
        try obstacles.end()
    }
}
