public import EventLog

/// An activity as the facts are now, and who attended it.
public struct Activity: RegisteredConcept {
    public let id: ActivityID
    public internal(set) var history: History<ActivityEvent> = []
    public internal(set) var attendance: AttendanceSheet

    /// How it was scheduled; nil before it was.
    public private(set) var schedule: ActivityScheduled?
    /// Those invited, where not everybody is.
    private var invited: Set<MemberID>?
    /// When it takes or took place, after any change of schedule.
    public private(set) var date: Occurrence?
    public private(set) var place: String?
    public private(set) var isCancelled = false
    public private(set) var isOpened = false
    public private(set) var closing: ActivityClosed?

    init(id: ActivityID) {
        self.id = id
        attendance = AttendanceSheet(id: id)
    }

    /// Who attended is a history of its own: folding the activity anew leaves it as it is.
    var blank: Activity {
        var blank = Activity(id: id)
        blank.attendance = attendance
        return blank
    }

    static var registry: WritableKeyPath<State, Registry<ActivityID, Activity>> { \.activities }
    static func id(of fact: ActivityEvent) -> ActivityID { fact.activity }

    public var title: String? { schedule?.title }

    static var isCompared: Bool { true }

    func likeness(_ open: (PersonalText, MemberID) throws -> String?) rethrows -> [String]? {
        guard let title, let date, !isCancelled else { return nil }
        return [title, date.first.description]
    }

    static func warnings(of fact: Recorded<ActivityEvent>, in state: State) -> [Warning] {
        guard let activity = state.activities[fact.fact.activity] else { return [] }
        let before = activity.history.compactMap(\.standing).filter { $0.position < fact.position }
        func isDone(_ isMeant: (ActivityEvent) -> Bool) -> Bool { before.contains { isMeant($0.fact) } }
        switch fact.fact {
        case .opened:
            let isOpened = isDone { if case .opened = $0 { true } else { false } }
            let tookPlace = activity.attendance.marks.values.contains { $0.position < fact.position && $0.showsAttendance }
            return isOpened || tookPlace ? [.nothingChanged(activity.id.subject)] : []
        case .rescheduled(let event):
            var (date, place): (Occurrence?, String?)
            for fact in before {
                switch fact.fact {
                case .scheduled(let event): (date, place) = (event.on, event.place)
                case .rescheduled(let event): (date, place) = (event.on, event.place ?? place)
                case .opened, .closed, .cancelled: break
                }
            }
            let isSame = event.on == date && (event.place.map { $0 == place } ?? true)
            return isSame ? [.nothingChanged(activity.id.subject)] : []
        case .scheduled(let event):
            guard let invited = event.invited else { return [] }
            return state.notInOffice(invited, during: event.on)
        case .closed, .cancelled: return []
        }
    }

    /// What was opened has taken place without that as well, once it was closed or somebody was found there or not.
    static func wasWithoutEffect(_ place: State.Place, in state: State) -> Bool {
        let activity = state.activities.values[place.index]
        guard case .opened = activity.history[place.slot].original.fact else { return false }
        return activity.isHeld
    }

    /// Those that were invited by name.
    static func dependents(on subject: Subject, in state: State) -> [Activity] {
        guard let member = MemberID(subject) else { return [] }
        return state.activities.values.filter { $0.invited?.contains(member) ?? false }
    }

    /// Who attended must have been in office, and where they were invited, on the new day.
    static func mayBreakDependents(_ fact: ActivityEvent) -> Bool {
        if case .rescheduled = fact { true } else { false }
    }

    /// Whether it took place: opened, closed, or somebody was found present or absent. A plan alone is not enough.
    public var isHeld: Bool { !isCancelled && (isOpened || closing != nil || attendance.showsItTookPlace) }

    /// Whether its days are over and nobody said how it ended.
    fileprivate func isLeftOpen(on day: CalendarDate) -> Bool {
        closing == nil && !isCancelled && schedule != nil && (date.map { $0.last < day } ?? false)
    }

    /// Everybody it was done with, from its scheduling and its closing, each once.
    public var partners: [String] {
        let planned = schedule?.partners ?? []
        return planned + (closing?.partners ?? []).filter { !planned.contains($0) }
    }

    public func isInvited(_ member: MemberID) -> Bool { invited?.contains(member) ?? true }

    func check(_ fact: Recorded<ActivityEvent>, in state: State) throws(Rejection) {
        if case .scheduled(let event) = fact.fact {
            guard schedule == nil else { throw .idTaken(id.subject) }
            try state.requireKnown(event.invited ?? [])
            return
        }
        guard schedule != nil else { throw .unknown(id.subject) }
        guard !isCancelled else { throw .activity(.cancelled(id)) }
        switch fact.fact {
        case .scheduled: break
        case .rescheduled, .opened, .closed:
            guard closing == nil else { throw .activity(.closed(id)) }
        case .cancelled:
            guard !isHeld, !attendance.showsItTookPlace else { throw .activity(.held(id)) }
            let records = state.whatShowsItTookPlace(id)
            guard records.isEmpty else { throw .activity(.hasRecords(id, records)) }
        }
    }

    /// It is opened from the day before on, when people arrive, and not closed before it has begun.
    func checkDays(_ fact: Recorded<ActivityEvent>, in state: State) throws(Rejection) {
        guard let date else { return }
        switch fact.fact {
        case .opened: try fact.requireNear(date, of: id, before: 1, after: .max)
        case .closed: try fact.requireNear(date, of: id, before: 0, after: .max)
        case .scheduled, .rescheduled, .cancelled: break
        }
    }

    mutating func apply(_ fact: Recorded<ActivityEvent>) {
        switch fact.fact {
        case .scheduled(let event):
            schedule = event
            invited = event.invited.map(Set.init)
            date = event.on
            place = event.place
        case .rescheduled(let event):
            date = event.on
            place = event.place ?? place
        case .cancelled: isCancelled = true
        case .opened: isOpened = true
        case .closed(let event): closing = event
        }
    }
}

extension State {
    /// What was done at an activity besides attending: what was said there, ballots that were counted, and decisions. What was handed
    /// in beforehand is none of it: an activity may be cancelled after that.
    fileprivate func whatShowsItTookPlace(_ activity: ActivityID) -> [Subject] {
        func isSaid(_ isOral: Bool, _ occurred: Occurrence) -> Bool {
            isOral || activities[activity]?.date.map { occurred.last >= $0.first } ?? true
        }
        let said = speeches.values.filter { speech in
            speech.given.map { $0.fact.activity == activity && isSaid($0.fact.form == .oral, $0.occurred) } ?? false
        }
        let reported = dutyReports.values.filter { report in
            report.given.map { $0.fact.activity == activity && isSaid($0.fact.form == .oral, $0.occurred) } ?? false
        }
        let counted = ballots.values.filter { $0.counted != nil && $0.called?.fact.activity == activity }
        let decided = decisions.values.filter { $0.made?.fact.activity == activity }
        return said.map(\.id.subject) + reported.map(\.id.subject) + counted.map(\.id.subject) + decided.map(\.id.subject)
    }

    /// Activities whose days are over on a day and that were neither closed nor cancelled, in the order of their days.
    public func activitiesLeftOpen(on day: CalendarDate) -> [Activity] {
        activities.values.filter { $0.isLeftOpen(on: day) }.sorted {
            ($0.date?.last ?? .distantPast, $0.id) < ($1.date?.last ?? .distantPast, $1.id)
        }
    }
}
