public import EventLog

/// Everything a book says, folded from its entries in order. The same fold, stopped earlier, is the book as it was.
public struct State: Sendable {
    /// The last entry taken in.
    public private(set) var position = Position.start
    /// When that entry entered the log.
    public private(set) var recorded = Timestamp(microsecondsSince1970: .min)

    // Each concept's registry: see `Concepts`.
    var books = Registry<OnlyBook, BookRecord>()
    public internal(set) var members = Registry<MemberID, Member>()
    /// The duplicates of a member, by the member that goes on.
    public internal(set) var aliases: [MemberID: [MemberID]] = [:]
    public internal(set) var activities = Registry<ActivityID, Activity>()
    public internal(set) var agendaItems = Registry<AgendaItemID, AgendaItem>()
    public internal(set) var speeches = Registry<SpeechID, Speech>()
    public internal(set) var notices = Registry<NoticeID, Notice>()
    public internal(set) var minutes = Registry<MinutesID, Minutes>()
    public internal(set) var visits = Registry<VisitID, Visit>()
    public internal(set) var proposals = Registry<ProposalID, Proposal>()
    public internal(set) var suggestions = Registry<SuggestionID, Suggestion>()
    public internal(set) var donations = Registry<DonationID, Donation>()
    public internal(set) var expenses = Registry<ExpenseID, Expense>()
    var fundBalances = FundBalances()
    public internal(set) var works = Registry<WorkID, Work>()
    public internal(set) var commendations = Registry<CommendationID, Commendation>()
    public internal(set) var plans = Registry<PlanID, AdoptedPlan>()
    public internal(set) var awards = Registry<AwardID, Award>()
    public internal(set) var appeals = Registry<AppealID, Appeal>()
    public internal(set) var ballots = Registry<BallotID, Ballot>()
    public internal(set) var decisions = Registry<DecisionID, Decision>()
    public internal(set) var petitions = Registry<PetitionID, Petition>()
    public internal(set) var dutyReports = Registry<DutyReportID, DutyReport>()
    public internal(set) var ballotRules = Registry<BallotRulesID, AdoptedBallotRules>()
    public internal(set) var ruleSets = Registry<RulesID, AdoptedRules>()
    public internal(set) var workCalendars = Registry<WorkCalendarID, WorkCalendar>()
    public internal(set) var attachments = Registry<AttachmentID, Attachment>()
    public internal(set) var personalData = Registry<Subject, PersonalData>()

    /// In whose history each entry is, by position: where a correction finds what it corrects.
    var places = ChunkedArray<Place>()

    /// The clock that the body lives by. Before the book is opened, that of most bodies.
    public internal(set) var clock = BookClock(offsetMinutes: 8 * 60)

    public init() {}

    /// What the book is.
    public var book: BookRecord { books[OnlyBook()] ?? BookRecord(id: OnlyBook()) }

    /// Where in the state an entry's fact is kept.
    struct Place {
        /// Index in `Concepts.all`.
        private let number: UInt8
        private let indexInRegistry: Int32
        private let indexInHistory: Int32

        init(concept: UInt8, index: Int, slot: Int) {
            number = concept
            indexInRegistry = Int32(index)
            indexInHistory = Int32(slot)
        }

        var concept: any Concept.Type { Concepts.all[Int(number)] }
        /// Index among the concept's subjects.
        var index: Int { Int(indexInRegistry) }
        /// Index in that subject's history.
        var slot: Int { Int(indexInHistory) }
    }

    func place(of position: Position) -> Place? {
        let index = Int(position.value) - 1
        return places.indices.contains(index) ? places[index] : nil
    }

    /// Takes in the next entry.
    ///
    /// - Throws: `ProjectionError`; the state is then of no further use.
    public mutating func apply(_ entry: EntryView) throws(ProjectionError) {
        let known = try EventCatalogue.known(entry)
        let place = try known.kind.fold(entry, known.concept, &self)
        precondition(entry.position == position.next, "entries are applied in order, without gaps")
        places.append(place)
        position = entry.position
        recorded = entry.recorded
    }

    /// Takes in an event that was just appended.
    public mutating func apply(
        _ event: Event, at position: Position, occurred: Occurrence, recorded: Timestamp
    ) throws(ProjectionError) {
        precondition(position == self.position.next, "entries are applied in order, without gaps")
        let concept = EventCatalogue.known(type(of: event.payload)).concept
        let content = event.local(to: clock).content
        places.append(try content.record(at: position, occurred: clock.local(occurred), concept: concept, in: &self))
        self.position = position
        self.recorded = recorded
    }
}

extension State {
    func requireInOffice(_ members: [MemberID], during occurrence: Occurrence) throws(Rejection) {
        var obstacles = Obstacles()
        for id in members {
            guard let member = self.members[id] else {
                obstacles.add(.unknown(id.subject))
                continue
            }
            if !member.isInOffice(during: occurrence) { obstacles.add(.member(.notInOffice([id], on: occurrence.first))) }
        }
        try obstacles.end()
    }

    /// - Throws: where somebody never joined, or their joining was voided.
    func requireKnown(_ members: [MemberID]) throws(Rejection) {
        let unknown = members.filter { self.members[$0]?.terms.isEmpty ?? true }
        guard unknown.isEmpty else { throw .unknown(unknown.map(\.subject)) }
    }

    /// - Throws: where a list has a member twice.
    func requireNamedOnce(_ members: [MemberID]) throws(Rejection) {
        let repeated = members.repeated
        guard repeated.isEmpty else { throw .namedTwice(repeated) }
    }

    mutating func changeAlias(_ id: MemberID, from former: MemberID?, to current: MemberID?) {
        if let former {
            aliases[former]?.removeAll { $0 == id }
            if aliases[former] == [] { aliases[former] = nil }
        }
        if let current {
            aliases[current, default: []].append(id)
            // In the order of the registry.
            aliases[current]?.sort { members.index(of: $0) ?? 0 < members.index(of: $1) ?? 0 }
        }
    }

    /// The member that an id stands for: a duplicate's is the one that goes on.
    public func canonical(_ id: MemberID) -> MemberID { aliases.isEmpty ? id : members[id]?.mergedInto ?? id }

    /// Each member once, by the id that goes on, in the order of the list.
    public func canonical(_ ids: [MemberID]) -> [MemberID] {
        guard ids.count > 1 else { return ids.map(canonical) }
        var known: Set<MemberID> = []
        return ids.map(canonical).filter { known.insert($0).inserted }
    }

    /// The ids under which somebody was recorded, the one that goes on first.
    public func identities(of member: MemberID) -> [MemberID] { [member] + (aliases[member] ?? []) }

    /// Terms in office, those of duplicates included.
    public func terms(of member: MemberID) -> [Term] { identities(of: member).flatMap { members[$0]?.terms ?? [] } }

    /// Whether somebody was in office on a day under any of their ids; duplicates themselves never are.
    public func isInOffice(_ member: Member, on day: CalendarDate) -> Bool {
        guard member.mergedInto == nil else { return false }
        return member.isInOffice(on: day) || (aliases[member.id] ?? []).contains { members[$0]?.isInOffice(on: day) ?? false }
    }

    /// Nothing new is recorded of a duplicate.
    func requireNotMerged(_ event: Event) throws(Rejection) {
        guard !aliases.isEmpty else { return }
        if event.payload is MemberMerged { return }
        for subject in event.about where subject.kind == "member" {
            guard let id = MemberID(String(subject.id)), let other = members[id]?.mergedInto else { continue }
            throw .member(.merged(id, into: other))
        }
    }

    func requireScheduled(_ activity: ActivityID) throws(Rejection) {
        guard activities[activity]?.schedule != nil else { throw .unknown(activity.subject) }
    }

    /// - Throws: unless an activity was scheduled, and not cancelled.
    func requireNotCancelled(_ activity: ActivityID) throws(Rejection) {
        try requireScheduled(activity)
        guard activities[activity]?.isCancelled == false else { throw .activity(.cancelled(activity)) }
    }

    /// Members in office on a day, in the order of their ids.
    public func membersInOffice(on day: CalendarDate) -> [MemberID] {
        members.values.filter { isInOffice($0, on: day) }.map(\.id).sorted()
    }
}

extension State {
    /// Everything of which something is on record, with its title if it has one, concept by concept.
    public var subjects: [(subject: Subject, title: String?)] { Concepts.all.flatMap { $0.subjects(in: self) } }

    /// Every subject that has this id, whatever its kind.
    public func subjects(withID text: String) -> [Subject] {
        Concepts.all.compactMap { $0.subject(withID: text, in: self) }
    }

    /// What a subject is called; nil for one without a title.
    public func title(of subject: Subject) -> String? {
        for concept in Concepts.all {
            if let title = concept.title(of: subject, in: self) { return title }
        }
        return nil
    }

    /// Whether anything was recorded of a subject.
    public func has(_ subject: Subject) -> Bool {
        subject == book.opened?.book.subject || subjects(withID: String(subject.id)).contains(subject)
    }

    /// Whether what depends on a subject is still allowed, now that the subject has changed.
    ///
    /// - Throws: `CorrectionRejection.wouldBreak`.
    func checkDependents(on subject: Subject) throws(Rejection) {
        var obstacles = Obstacles()
        for concept in Concepts.all {
            obstacles.attempt { () throws(Rejection) in try concept.checkDependents(on: subject, in: self) }
        }
        try obstacles.end()
    }
}
