public import EventLog

/// Everything a book says, folded from its entries in order. The same fold, stopped earlier, is the book as it was.
public struct State: Sendable {
    /// The last entry taken in.
    public private(set) var position = Position.start
    /// When that entry entered the log.
    public private(set) var recorded = Timestamp(microsecondsSince1970: .min)

    public internal(set) var book = BookRecord()
    public internal(set) var members = Registry<MemberID, Member>()
    /// The duplicates of a member, by the member that goes on.
    public private(set) var aliases: [MemberID: [MemberID]] = [:]
    public internal(set) var activities = Registry<ActivityID, Activity>()
    public internal(set) var visits = Registry<VisitID, Visit>()
    public internal(set) var proposals = Registry<ProposalID, Proposal>()
    public internal(set) var suggestions = Registry<SuggestionID, Suggestion>()
    public internal(set) var donations = Registry<DonationID, Donation>()
    public internal(set) var expenses = Registry<ExpenseID, Expense>()
    private(set) var fundBalances = FundBalances()
    public internal(set) var works = Registry<WorkID, Work>()
    public internal(set) var plans = Registry<PlanID, AdoptedPlan>()
    public internal(set) var awards = Registry<AwardID, Award>()
    public internal(set) var ruleSets = Registry<RulesID, AdoptedRules>()
    public internal(set) var workCalendars = Registry<WorkCalendarID, WorkCalendar>()
    public internal(set) var attachments = Registry<AttachmentID, Attachment>()
    public internal(set) var personalData = Registry<Subject, PersonalData>()

    /// Whose history each entry belongs to, by position: where a correction finds what it corrects.
    var places = ChunkedArray<Place>()

    /// Index of the activity that was attended last.
    private var lastActivity = 0

    public init() {}

    /// Where in the state an entry's fact is kept.
    struct Place {
        enum Concept: UInt8 {
            case book, member, activity, attendance, visit, proposal, suggestion, donation, expense, work, plan, award
            case rules, workCalendar, attachment, personalData
        }

        let concept: Concept
        /// Index in the concept's registry.
        let index: Int32
        /// Index in that subject's history.
        let slot: Int32
    }

    func place(of position: Position) -> Place? {
        let index = Int(position.value) - 1
        return places.indices.contains(index) ? places[index] : nil
    }

    /// Takes in the next entry.
    ///
    /// - Throws: `ProjectionError`; the state is then of no further use.
    public mutating func apply(_ entry: EntryView) throws(ProjectionError) {
        try apply(
            try EventCatalogue.decode(entry), at: entry.position, occurred: entry.occurred, recorded: entry.recorded)
    }

    /// Takes in an event that was just appended.
    public mutating func apply(
        _ event: Event, at position: Position, occurred: Occurrence, recorded: Timestamp
    ) throws(ProjectionError) {
        precondition(position == self.position.next, "entries are applied in order, without gaps")
        places.append(try record(event, at: position, occurred: occurred))
        self.position = position
        self.recorded = recorded
    }

    private mutating func record(
        _ event: Event, at position: Position, occurred: Occurrence
    ) throws(ProjectionError) -> Place {
        func recorded<Fact>(_ fact: Fact) -> Recorded<Fact> {
            Recorded(position: position, occurred: occurred, fact: fact)
        }
        switch event {
        case .attendance(let event):
            guard let index = indexOfActivity(event.activity) else {
                throw ProjectionError(
                    position: position, fault: .unknownSubject(event.activity.subject.description))
            }
            let slot = activities.values[index].attendance.record(recorded(event), memberCount: members.count)
            return Place(concept: .attendance, index: Int32(index), slot: Int32(slot))
        case .book(let event):
            return Place(concept: .book, index: 0, slot: Int32(book.record(recorded(event))))
        case .member(let event):
            defer { if case .merged(let merged) = event { addAlias(merged.member, of: merged.into) } }
            return Self.record(recorded(event), of: event.member, in: &members, blank: Member.init, .member)
        case .activity(let event):
            return Self.record(recorded(event), of: event.activity, in: &activities, blank: Activity.init, .activity)
        case .visit(let event):
            return Self.record(recorded(event), of: event.visit, in: &visits, blank: Visit.init, .visit)
        case .proposal(let event):
            return Self.record(recorded(event), of: event.proposal, in: &proposals, blank: Proposal.init, .proposal)
        case .suggestion(let event):
            return Self.record(
                recorded(event), of: event.suggestion, in: &suggestions, blank: Suggestion.init, .suggestion)
        case .donation(let event):
            let before = donations[event.donation]?.flow
            let place = Self.record(recorded(event), of: event.donation, in: &donations, blank: Donation.init, .donation)
            fundBalances.replace(before, by: donations[event.donation]?.flow)
            return place
        case .fund(let event):
            let before = expenses[event.expense]?.flow
            let place = Self.record(recorded(event), of: event.expense, in: &expenses, blank: Expense.init, .expense)
            fundBalances.replace(before, by: expenses[event.expense]?.flow)
            return place
        case .work(let event):
            return Self.record(recorded(event), of: event.work, in: &works, blank: Work.init, .work)
        case .plan(let event):
            return Self.record(recorded(event), of: event.plan, in: &plans, blank: AdoptedPlan.init, .plan)
        case .points(let event):
            return Self.record(recorded(event), of: event.grant.award, in: &awards, blank: Award.init, .award)
        case .rules(let event):
            return Self.record(recorded(event), of: event.rules, in: &ruleSets, blank: AdoptedRules.init, .rules)
        case .workCalendar(let event):
            return Self.record(recorded(event), of: event.year, in: &workCalendars, blank: WorkCalendar.init, .workCalendar)
        case .attachment(let event):
            return Self.record(
                recorded(event), of: event.attachment, in: &attachments, blank: Attachment.init, .attachment)
        case .personalData(let event):
            return Self.record(
                recorded(event), of: event.owner, in: &personalData, blank: PersonalData.init, .personalData)
        case .correction(let event):
            return try apply(event, at: position)
        }
    }

    /// Check-ins come in a row for one activity: the last one found is looked at first.
    private mutating func indexOfActivity(_ id: ActivityID) -> Int? {
        if activities.values.indices.contains(lastActivity), activities.values[lastActivity].id == id { return lastActivity }
        guard let index = activities.index(of: id) else { return nil }
        lastActivity = index
        return index
    }

    private static func record<ID, Value: Aggregate>(
        _ fact: Recorded<Value.Fact>, of id: ID, in registry: inout Registry<ID, Value>, blank: (ID) -> Value,
        _ concept: Place.Concept
    ) -> Place {
        let index = registry.index(of: id, adding: blank(id))
        let slot = registry.values[index].record(fact)
        return Place(concept: concept, index: Int32(index), slot: Int32(slot))
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

    func requireKnown(_ members: [MemberID]) throws(Rejection) {
        let unknown = members.filter { self.members[$0] == nil }
        guard unknown.isEmpty else { throw .unknown(unknown.map(\.subject)) }
    }

    /// - Throws: where a list has a member twice.
    func requireNamedOnce(_ members: [MemberID]) throws(Rejection) {
        let repeated = members.repeated
        guard repeated.isEmpty else { throw .namedTwice(repeated) }
    }

    /// An amendment of a donation or an expense changes what is left for its purpose.
    mutating func amendFlow<Value>(
        of value: WritableKeyPath<State, Value>, _ flow: (Value) -> FundFlow?, _ amend: (inout Value) -> Bool
    ) -> Bool {
        let before = flow(self[keyPath: value])
        defer { fundBalances.replace(before, by: flow(self[keyPath: value])) }
        return amend(&self[keyPath: value])
    }

    private mutating func addAlias(_ id: MemberID, of other: MemberID) {
        aliases[other, default: []].append(id)
        // In the order of the registry, as `findAliases` has them.
        aliases[other]?.sort { members.index(of: $0) ?? 0 < members.index(of: $1) ?? 0 }
    }

    mutating func findAliases() {
        aliases = [:]
        for member in members.values { if let other = member.mergedInto { aliases[other, default: []].append(member.id) } }
    }

    /// The member that an id stands for: a duplicate's is the one that goes on.
    public func canonical(_ id: MemberID) -> MemberID { aliases.isEmpty ? id : members[id]?.mergedInto ?? id }

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
        if case .member(.merged) = event { return }
        for subject in event.about where subject.kind == "member" {
            guard let id = MemberID(String(subject.id)), let other = members[id]?.mergedInto else { continue }
            throw .member(.merged(id, into: other))
        }
    }

    func requireScheduled(_ activity: ActivityID) throws(Rejection) {
        guard activities[activity]?.schedule != nil else { throw .unknown(activity.subject) }
    }

    /// Members in office on a day, in the order of their ids.
    public func membersInOffice(on day: CalendarDate) -> [MemberID] {
        members.values.filter { isInOffice($0, on: day) }.map(\.id).sorted()
    }
}

extension State {
    /// Every subject that has this id, whatever its kind.
    public func subjects(withID text: String) -> [Subject] {
        func subject<Kind, Value>(_ registry: Registry<Identifier<Kind>, Value>) -> Subject? {
            Identifier<Kind>(text).flatMap { registry[$0] == nil ? nil : $0.subject }
        }
        return [
            subject(members), subject(activities), subject(visits), subject(proposals), subject(suggestions),
            subject(donations), subject(expenses), subject(works), subject(plans), subject(awards), subject(ruleSets),
            subject(workCalendars), subject(attachments),
        ].compactMap(\.self)
    }

    /// Whether anything was recorded of a subject.
    public func has(_ subject: Subject) -> Bool {
        subject == book.opened?.book.subject || subjects(withID: String(subject.id)).contains(subject)
    }
}
