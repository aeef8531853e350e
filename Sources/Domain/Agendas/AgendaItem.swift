internal import CanonicalJSON
public import EventLog

public enum AgendaItemKind: IdentifierKind {
    public static let name: StaticString = "agenda-item"
    public static let prefix: StaticString = "I"
}

public typealias AgendaItemID = Identifier<AgendaItemKind>

extension AgendaEvent: ConceptEvent {
    typealias Owner = AgendaItem
}

extension AgendaItemAdded: NumberedPayload {
    mutating func takeNumber(in state: State, occurred: Occurrence) { item = state.agendaItems.nextID() }
}

/// An item of an agenda 议程 as the facts are now. One that is postponed to another activity goes on there, as the same item with
/// its papers.
public struct AgendaItem: RegisteredConcept {
    /// That it is on the agenda of one activity.
    public struct Listing: Sendable {
        public let activity: ActivityID
        /// The fact that put it there: its own, or the postponing of it.
        let since: Position
        /// What became of it there.
        public internal(set) var ended: Recorded<AgendaItemEnded>?
    }

    public let id: AgendaItemID
    public internal(set) var history: History<AgendaEvent> = []
    /// Nil once it was voided.
    public private(set) var added: Recorded<AgendaItemAdded>?
    /// In the order of time: the last is where it is now.
    public private(set) var listings: [Listing] = []
    /// Places that it was given, and where.
    fileprivate private(set) var placings: [Placing] = []

    init(id: AgendaItemID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<AgendaItemID, AgendaItem>> { \.agendaItems }
    static func id(of fact: AgendaEvent) -> AgendaItemID { fact.item }

    public var title: String? { added?.fact.title }

    /// How it is listed at an activity; nil where it is not.
    public func listing(at activity: ActivityID) -> Listing? { listings.last { $0.activity == activity } }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        added.map { [$0.fact.title, $0.fact.activity.description] }
    }

    static func warnings(of fact: Recorded<AgendaEvent>, in state: State) -> [Warning] {
        switch fact.fact {
        case .itemAdded(let event):
            return state.notInOffice(event.members, during: state.activities[event.activity]?.date ?? fact.occurred)
        case .itemMoved(let event):
            guard let activity = state.agendaItems[event.item]?.activity(of: fact.position) else { return [] }
            let placings = state.placings(at: activity).filter { $0.since <= fact.position }
            let isSame = placings.filter { $0.since < fact.position }.order == placings.order
            return isSame ? [.nothingChanged(event.item.subject)] : []
        case .itemEnded: return []
        }
    }

    /// A place that was given back leaves the order as it is where the item was moved again, or was there already.
    static func wasWithoutEffect(_ place: State.Place, in state: State) -> Bool {
        let item = state.agendaItems.values[place.index]
        let slot = item.history[place.slot]
        guard case .itemMoved(let event) = slot.original.fact, let activity = item.activity(of: slot.original.position) else { return false }
        let placings = state.placings(at: activity)
        let given = Placing(item: item.id, activity: activity, number: event.number, since: slot.original.position)
        return (placings + [given]).order == placings.order
    }

    /// On whose agenda it was when a fact was recorded.
    private func activity(of position: Position) -> ActivityID? { listings.last { $0.since < position }?.activity }

    static func dependents(on subject: Subject, in state: State) -> [AgendaItem] {
        let (member, activity) = (MemberID(subject), ActivityID(subject))
        guard member != nil || activity != nil else { return [] }
        return state.agendaItems.values.filter { item in
            activity.map { item.listing(at: $0) != nil } ?? false || member.map { item.added?.fact.members.contains($0) ?? false } ?? false
        }
    }

    /// An activity may get other days, whatever days its items were for: it is enough that it is there.
    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        if let activity = ActivityID(subject), state.activities[activity]?.schedule != nil { return }
        try checkHistory(in: state)
    }

    func check(_ fact: Recorded<AgendaEvent>, in state: State) throws(Rejection) {
        if case .itemAdded(let event) = fact.fact {
            guard added == nil else { throw .idTaken(id.subject) }
            try state.requireNotCancelled(event.activity)
            try state.requireNamedOnce(event.members)
            try state.requireKnown(event.members)
            let count = state.itemCount(onAgendaOf: event.activity, before: fact.position)
            return try require(event.number, noMoreThan: count + 1, at: event.activity)
        }
        guard let listing = listings.last else { throw .unknown(id.subject) }
        if let ended = listing.ended { throw .agenda(.ended(id, ended.fact.outcome, at: ended.position)) }
        switch fact.fact {
        case .itemAdded: break
        case .itemMoved(let event):
            let count = state.itemCount(onAgendaOf: listing.activity, before: fact.position)
            try require(event.number, noMoreThan: count, at: listing.activity)
        case .itemEnded(let event):
            guard let other = event.to else { return }
            guard event.outcome == .postponed else { throw .agenda(.notPostponed(id)) }
            guard other != listing.activity else { throw .agenda(.postponedToSameActivity(id, other)) }
            try state.requireNotCancelled(other)
        }
    }

    private func require(_ number: Int64?, noMoreThan max: Int, at activity: ActivityID) throws(Rejection) {
        guard let number, number > Int64(max) else { return }
        throw .agenda(.noSuchPlace(activity, number, max: max))
    }

    /// It is for a day of the activity, and is not dealt with before that has begun.
    func checkDays(_ fact: Recorded<AgendaEvent>, in state: State) throws(Rejection) {
        try fact.requireAfter([added?.step], of: id.subject)
        switch fact.fact {
        case .itemAdded(let event): try state.require(event.on, within: event.activity, for: AgendaItemAdded.self)
        case .itemEnded(let event) where event.outcome == .dealtWith:
            guard let activity = listings.last?.activity, let date = state.activities[activity]?.date else { return }
            try fact.requireNear(date, of: activity, before: 0, after: .max)
        case .itemMoved, .itemEnded: break
        }
    }

    mutating func apply(_ fact: Recorded<AgendaEvent>) {
        switch fact.fact {
        case .itemAdded(let event):
            added = fact.with(event)
            list(at: event.activity, number: event.number, since: fact.position)
        case .itemMoved(let event):
            guard let activity = listings.last?.activity else { return }
            placings.append(Placing(item: id, activity: activity, number: event.number, since: fact.position))
        case .itemEnded(let event):
            guard let last = listings.indices.last else { return }
            listings[last].ended = fact.with(event)
            if event.outcome == .postponed, let other = event.to { list(at: other, number: nil, since: fact.position) }
        }
    }

    private mutating func list(at activity: ActivityID, number: Int64?, since position: Position) {
        listings.append(Listing(activity: activity, since: position))
        placings.append(Placing(item: id, activity: activity, number: number, since: position))
    }
}

// MARK: - The order of an agenda

/// A place that an item was given on one agenda.
private struct Placing {
    let item: AgendaItemID
    let activity: ActivityID
    /// From 1; nil for the last.
    let number: Int64?
    let since: Position
}

extension [Placing] {
    /// The items, each where the last placing put it: what had the place and what follows come after it. A place beyond the end,
    /// as items before it were voided, is the last.
    fileprivate var order: [AgendaItemID] {
        var order: [AgendaItemID] = []
        for placing in sorted(by: { $0.since < $1.since }) {
            order.removeAll { $0 == placing.item }
            let index = placing.number.map { Int(clamping: $0 - 1) } ?? order.count
            order.insert(placing.item, at: Swift.min(index, order.count))
        }
        return order
    }
}

extension State {
    fileprivate func placings(at activity: ActivityID) -> [Placing] {
        agendaItems.values.flatMap(\.placings).filter { $0.activity == activity }
    }

    /// What an activity deals with, in the order of its agenda; what was postponed or dropped included.
    public func agenda(of activity: ActivityID) -> [AgendaItem] { placings(at: activity).order.compactMap { agendaItems[$0] } }

    /// How many items were put on an agenda before an entry, whatever was corrected of them since: a correction of one leaves the
    /// places that others were given.
    fileprivate func itemCount(onAgendaOf activity: ActivityID, before position: Position) -> Int {
        agendaItems.values.count { item in
            item.history.contains { slot in
                guard slot.original.position < position else { return false }
                return slot.original.fact.lists(at: activity) || slot.standing?.fact.lists(at: activity) ?? false
            }
        }
    }

    /// - Throws: unless an item is, or was, on the agenda of an activity.
    func require(_ item: AgendaItemID?, onAgendaOf activity: ActivityID) throws(Rejection) {
        guard let item else { return }
        guard let known = agendaItems[item], known.added != nil else { throw .unknown(item.subject) }
        guard known.listing(at: activity) != nil else { throw .agenda(.ofAnotherActivity(item, activity)) }
    }

    /// - Throws: where a day is not one of an activity's.
    func require(_ day: CalendarDate?, within activity: ActivityID, for step: any Payload.Type) throws(Rejection) {
        guard let day, let date = activities[activity]?.date, day < date.first || day > date.last else { return }
        throw .time(.awayFromActivity(activity, step: step.type.description, on: day, from: date.first, until: date.last))
    }
}

extension AgendaEvent {
    /// Whether it puts the item on the agenda of an activity.
    fileprivate func lists(at activity: ActivityID) -> Bool {
        switch self {
        case .itemAdded(let event): event.activity == activity
        case .itemEnded(let event): event.to == activity
        case .itemMoved: false
        }
    }
}
