public import EventLog

/// What is recorded of one member at one activity.
public struct AttendanceMark: Equatable, Sendable {
    public enum Standing: Equatable, Sendable {
        case registered, leaveAsked, leaveGranted, leaveRefused, present, excused, markedAbsent
    }

    /// What is known besides.
    public struct Details: OptionSet, Sendable {
        public let rawValue: UInt8

        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let late = Details(rawValue: 1)
        public static let leftEarly = Details(rawValue: 2)
        /// Said beforehand that they would come.
        public static let registered = Details(rawValue: 4)
        /// Reported back from leave.
        public static let back = Details(rawValue: 8)
    }

    public internal(set) var standing: Standing
    public internal(set) var details: Details = []
    /// Half-days there, of an activity that is counted by them; nil for all of them.
    public internal(set) var halfDays: UInt8?
    /// How much of what the member did, where that differs from the activity.
    public internal(set) var quantities: [ActQuantity] = []
    /// The entry it follows from.
    public internal(set) var position: Position
    /// The corrections in force of that entry, and the entries that add to it.
    public internal(set) var corrections: [Position]
    /// The day on which the check-in is dated; nil where it is dated on no single day.
    var day: CalendarDate?
    /// The days of who was checked in for more than one, in their order, as they are dated; else none.
    public internal(set) var days: [AttendedDay] = []
    /// The last slot of the sheet's history that was this member's.
    fileprivate var lastSlot: Int32 = -1

    public var isLate: Bool { details.contains(.late) }
}

/// Everything recorded about who attended one activity.
public struct AttendanceSheet: Concept {
    let id: ActivityID
    public internal(set) var history: History<AttendanceEvent> = []
    public private(set) var marks: [MemberID: AttendanceMark] = [:]
    /// Whether somebody was found present: then whoever has no mark is absent.
    public var isAnybodyPresent: Bool { marks.values.contains { $0.standing == .present } }
    /// Marks that show that the activity took place: somebody present, or found absent.
    private var attendanceMarkCount = 0
    /// For each slot of the history, the one before it of the same member: an amendment reads one member's alone.
    private var previousSlots: ContiguousArray<Int32> = []
    /// The last slots of members whose marks were all voided.
    private var lastSlotsWithoutMark: [MemberID: Int32] = [:]
    /// Slots that a correction gave to another member.
    private var slotsGiven: [MemberID: Set<Int>] = [:]

    init(id: ActivityID) { self.id = id }

    public var showsItTookPlace: Bool { attendanceMarkCount > 0 }

    func check(_ fact: Recorded<AttendanceEvent>, in state: State) throws(Rejection) {
        let id = fact.fact.member
        guard let activity = state.activities[self.id], let schedule = activity.schedule, let date = activity.date else {
            throw .unknown(self.id.subject)
        }
        guard !activity.isCancelled else { throw .activity(.cancelled(activity.id)) }
        guard let member = state.members[id] else { throw .unknown(id.subject) }
        guard activity.isInvited(id) else { throw .attendance(.notInvited([id], activity.id)) }
        guard member.isInOffice(during: date) else { throw .member(.notInOffice([id], on: date.first)) }
        if case .checkedIn(let event) = fact.fact, let count = event.halfDays, count > schedule.halfDays ?? 0 {
            throw .attendance(.halfDaysDoNotFit(activity.id, of: schedule.halfDays))
        }
        if case .checkedIn(let event) = fact.fact, let mark = marks[id], mark.standing == .present {
            return try checkFurtherDay(event, fact, after: mark, at: activity)
        }
        try checkTransition(to: fact.fact)
    }

    /// What was found there is not of days before the activity, but for the last one before, on which people arrive; sheets are
    /// typed in later, and `warnings` says where that is long after. What is said about coming, or excused, may be said a year
    /// before or after.
    func checkDays(_ fact: Recorded<AttendanceEvent>, in state: State) throws(Rejection) {
        guard let date = state.activities[id]?.date else { return }
        if fact.fact.isFinding {
            try fact.requireNear(date, of: id, before: 1, after: .max)
        } else {
            try fact.requireNear(date, of: id, before: 366, after: 366)
        }
    }

    /// Who was not found present is counted where they were in office on the first day.
    static func warnings(of fact: Recorded<AttendanceEvent>, in state: State) -> [Warning] {
        absenceOutOfOffice(fact, in: state) + lateness(of: fact, in: state) + absenceOfSpeaker(fact, in: state)
    }

    /// Who is found absent after a speech of theirs was recorded; where the speech comes later, it is said of that.
    private static func absenceOfSpeaker(_ fact: Recorded<AttendanceEvent>, in state: State) -> [Warning] {
        guard case .markedAbsent(let event) = fact.fact, state.isMarkedAbsent(event.member, from: event.activity),
            state.hasSpoken(event.member, at: event.activity)
        else { return [] }
        return [.spokeThoughAbsent([event.member], at: event.activity)]
    }

    /// Days after an activity by which its sheet has been typed in; what is dated later is the day of typing, most likely.
    private static let typingDaysMax = 31

    /// As of a day between the activity and the date, what is dated so late is not known.
    private static func lateness(of fact: Recorded<AttendanceEvent>, in state: State) -> [Warning] {
        let activity = fact.fact.activity
        guard fact.fact.isFinding, let last = state.activities[activity]?.date?.last,
            fact.occurred.first > last.adding(days: typingDaysMax)
        else { return [] }
        return [.longAfter(activity, last: last, on: fact.occurred.first)]
    }

    private static func absenceOutOfOffice(_ fact: Recorded<AttendanceEvent>, in state: State) -> [Warning] {
        let id = fact.fact.member
        guard let first = state.activities[fact.fact.activity]?.date?.first, let member = state.members[id],
            state.activities[fact.fact.activity]?.attendance.marks[id]?.standing != .present
        else { return [] }
        return member.isInOffice(on: first) ? [] : [.notInOffice([id], on: first)]
    }

    /// Who was marked absent and turns out to have been there: a correction, and corrections say why.
    func checkWithoutReason(_ fact: Recorded<AttendanceEvent>) throws(Rejection) {
        guard case .checkedIn(let event) = fact.fact, let mark = marks[event.member], mark.standing == .markedAbsent else { return }
        throw .attendance(.recordedDifferently(event.member, event.activity, at: mark.position))
    }

    private func checkTransition(to event: AttendanceEvent) throws(Rejection) {
        let mark = marks[event.member]
        let position = mark?.position ?? .start
        func alreadyRecorded() -> Rejection { .attendance(.alreadyRecorded(event.member, event.activity, at: position)) }
        func recordedDifferently() -> Rejection { .attendance(.recordedDifferently(event.member, event.activity, at: position)) }
        switch (event, mark?.standing) {
        case (.registered, nil): break
        case (.checkedIn, _): break
        case (.leftEarly, .present?): if mark?.details.contains(.leftEarly) ?? false { throw alreadyRecorded() }
        case (.leftEarly, _): throw .attendance(.notPresent(event.member, event.activity))
        case (.leaveAsked, nil), (.leaveAsked, .registered?), (.leaveAsked, .leaveRefused?): break
        case (.leaveGranted, nil), (.leaveGranted, .registered?), (.leaveGranted, .leaveAsked?), (.leaveGranted, .leaveRefused?): break
        case (.leaveRefused, .leaveAsked?): break
        case (.leaveRefused, nil), (.leaveRefused, .registered?): throw .attendance(.leaveNotAsked(event.member, event.activity))
        case (.leaveEnded, .leaveGranted?): if mark?.details.contains(.back) ?? false { throw alreadyRecorded() }
        case (.leaveEnded, _): throw .attendance(.notOnLeave(event.member, event.activity))
        case (.registered, .registered?), (.leaveAsked, .leaveAsked?), (.leaveGranted, .leaveGranted?),
            (.leaveRefused, .leaveRefused?), (.excused, .excused?), (.markedAbsent, .markedAbsent?):
            throw alreadyRecorded()
        case (.excused, .present?): throw recordedDifferently()
        case (.excused, _): break
        case (.markedAbsent, nil), (.markedAbsent, .registered?), (.markedAbsent, .leaveAsked?), (.markedAbsent, .leaveRefused?): break
        case (.registered, _), (.leaveAsked, _), (.leaveGranted, _), (.leaveRefused, _), (.markedAbsent, _): throw recordedDifferently()
        }
    }

    /// A sheet with as many marks is taken for one that everybody will be on, and room is made for all at once.
    private static let largeSheetCount = 16

    /// - Parameter memberCount: how many may come.
    mutating func record(_ fact: Recorded<AttendanceEvent>, memberCount: Int) -> Int {
        if history.count == Self.largeSheetCount {
            history.reserveCapacity(memberCount)
            previousSlots.reserveCapacity(memberCount)
            marks.reserveCapacity(memberCount)
        }
        history.append(HistorySlot(fact))
        apply(fact, corrections: [], slot: Int32(history.count - 1))
        return history.count - 1
    }

    mutating func apply(_ fact: Recorded<AttendanceEvent>) { apply(fact, corrections: []) }

    /// - Parameter slot: its slot in the history, if it is new there.
    private mutating func apply(_ fact: Recorded<AttendanceEvent>, corrections: [Position], slot: Int32? = nil) {
        let member = fact.fact.member
        let standing: AttendanceMark.Standing
        var details: AttendanceMark.Details = []
        var halfDays: UInt8?
        var quantities: [ActQuantity] = []
        switch fact.fact {
        case .checkedIn(let event):
            if marks[member]?.standing == .present { return add(event, of: fact, corrections: corrections, slot: slot) }
            standing = .present
            if event.late ?? false { details = .late }
            halfDays = event.halfDays.map { UInt8(clamping: $0) }
            quantities = event.quantities
        case .registered:
            standing = .registered
            details = .registered
        case .leaveAsked: standing = .leaveAsked
        case .leaveGranted: standing = .leaveGranted
        case .leaveRefused: standing = .leaveRefused
        case .excused: standing = .excused
        case .markedAbsent: standing = .markedAbsent
        case .leftEarly: return add(.leftEarly, to: member, by: [fact.position] + corrections, slot: slot)
        case .leaveEnded: return add(.back, to: member, by: [fact.position] + corrections, slot: slot)
        }
        var mark = AttendanceMark(
            standing: standing, details: details, halfDays: halfDays, quantities: quantities, position: fact.position, corrections: corrections,
            day: standing == .present ? fact.occurred.singleDay : nil)
        let before = marks[member]
        if let slot { chain(slot, of: member, after: before) }
        mark.lastSlot = slot ?? before?.lastSlot ?? -1
        if let before {
            // That somebody registered is not forgotten by what they did then.
            mark.details.formUnion(before.details.intersection(.registered))
            attendanceMarkCount -= before.showsAttendance ? 1 : 0
        }
        marks[member] = mark
        attendanceMarkCount += mark.showsAttendance ? 1 : 0
    }

    private mutating func chain(_ slot: Int32, of member: MemberID, after before: AttendanceMark?) {
        let last = before?.lastSlot ?? (lastSlotsWithoutMark.isEmpty ? nil : lastSlotsWithoutMark.removeValue(forKey: member))
        previousSlots.append(last ?? -1)
    }

    private mutating func add(_ event: CheckedIn, of fact: Recorded<AttendanceEvent>, corrections: [Position], slot: Int32?) {
        if let slot {
            chain(slot, of: event.member, after: marks[event.member])
            marks[event.member]?.lastSlot = slot
        }
        marks[event.member]?.add(event, on: fact.occurred, at: fact.position, corrections: corrections)
    }

    private mutating func add(
        _ detail: AttendanceMark.Details, to member: MemberID, by positions: [Position], slot: Int32?
    ) {
        if let slot {
            chain(slot, of: member, after: marks[member])
            marks[member]?.lastSlot = slot
        }
        marks[member]?.details.insert(detail)
        marks[member]?.corrections += positions
    }

    /// Only the members it concerns are folded anew: no mark depends on anybody else's.
    mutating func amend(_ index: Int, _ corrects: Position, _ amendment: State.Amendment) -> Bool {
        let before = history[index].members
        let fits = history[index].amend(corrects, amendment)
        for member in history[index].members.subtracting(before) { slotsGiven[member, default: []].insert(index) }
        for member in before.union(history[index].members) { refold(member) }
        return fits
    }

    private mutating func refold(_ member: MemberID) {
        let slots = slots(of: member)
        let before = marks.removeValue(forKey: member)
        attendanceMarkCount -= before?.showsAttendance ?? false ? 1 : 0
        for slot in slots.map({ history[$0] }) {
            if let fact = slot.standing, fact.fact.member == member { apply(fact, corrections: slot.corrections) }
        }
        let last = before?.lastSlot ?? lastSlotsWithoutMark.removeValue(forKey: member) ?? -1
        if marks[member] != nil { marks[member]?.lastSlot = last } else { lastSlotsWithoutMark[member] = last }
    }

    /// Every slot of the history that is or was a member's, in order.
    private func slots(of member: MemberID) -> [Int] {
        var slots: Set<Int> = slotsGiven[member] ?? []
        var next = marks[member]?.lastSlot ?? lastSlotsWithoutMark[member] ?? -1
        while next >= 0 {
            slots.insert(Int(next))
            next = previousSlots[Int(next)]
        }
        return slots.sorted()
    }
}

// MARK: - As a concept

extension AttendanceSheet {
    // A sheet is part of its activity, whose id it has.

    static func id(of fact: AttendanceEvent) -> ActivityID { fact.activity }
    static func index(of id: ActivityID, in state: State) -> Int? { state.activities.index(of: id) }

    static func indexForRecording(_ id: ActivityID, in state: inout State) -> Int? {
        state.activities.indexForRecording(id)
    }

    static func at(_ index: Int, in state: State) -> AttendanceSheet { state.activities.values[index].attendance }

    static func change<Result>(at index: Int, in state: inout State, _ body: (inout AttendanceSheet) -> Result) -> Result {
        body(&state.activities.values[index].attendance)
    }

    static func record(_ fact: Recorded<AttendanceEvent>, at index: Int, in state: inout State) -> Int {
        state.activities.values[index].attendance.record(fact, memberCount: state.members.count)
    }

    /// The day of a check-in is one of the clock.
    static func bringToClock(in state: inout State) {
        let clock = state.clock
        for index in state.activities.values.indices {
            change(at: index, in: &state) { sheet in
                sheet.history = History(sheet.history.map { $0.local(to: clock) })
                for member in sheet.marks.keys.sorted() { sheet.refold(member) }
            }
        }
    }

    /// Done with its activity.
    static func leaveOut(after day: CalendarDate, in state: inout State) {}

    static func dependents(on subject: Subject, in state: State) -> [AttendanceSheet] {
        if let activity = ActivityID(subject) { return state.activities[activity].map { [$0.attendance] } ?? [] }
        guard let member = MemberID(subject) else { return [] }
        return state.activities.values.lazy.map(\.attendance).filter { $0.marks[member] != nil }
    }

    /// An old mark's reason is taken as given. Of a member's change, only that member's marks are looked at.
    func check(dependingOn subject: Subject, in state: State) throws(Rejection) {
        guard let member = MemberID(subject) else { return try checkHistory(in: state) }
        try check(slots(of: member).map { history[$0] }, of: member, in: state)
    }

    static func checkAmendment(
        of place: State.Place, _ corrects: Position, _ amendment: State.Amendment, in state: State
    ) throws(Rejection) {
        try at(place.index, in: state).checkAmendment(of: place.slot, corrects, amendment, in: state)
    }

    /// Without a copy of the sheet: only the members that it concerns are looked at.
    private func checkAmendment(
        of index: Int, _ corrects: Position, _ amendment: State.Amendment, in state: State
    ) throws(Rejection) {
        var amended = history[index]
        guard amended.amend(corrects, amendment) else { throw .correction(.alreadyVoided(corrects)) }
        let members = history[index].members.union(amended.members).sorted()
        func check(with slot: HistorySlot<AttendanceEvent>) throws(Rejection) {
            var obstacles = Obstacles()
            for member in members {
                let slots = Set(slots(of: member) + [index]).sorted().map { $0 == index ? slot : history[$0] }
                obstacles.attempt { () throws(Rejection) in try self.check(slots, of: member, in: state) }
            }
            try obstacles.end()
        }
        try requireNoNewFault(in: amended.original.position) { () throws(Rejection) in
            try check(with: amended)
        } before: { () throws(Rejection) in
            try check(with: history[index])
        }
    }

    private func check(
        _ slots: [HistorySlot<AttendanceEvent>], of member: MemberID, in state: State
    ) throws(Rejection) {
        try check(slots.filter { $0.standing?.fact.member == member }, in: state)
    }
}

extension HistorySlot<AttendanceEvent> {
    /// Everybody whose mark it makes now, or made.
    fileprivate var members: Set<MemberID> {
        Set([original.fact.member] + amendments.compactMap { $0.version?.fact.member })
    }
}

extension AttendanceMark {
    /// Whether it shows that the activity took place.
    var showsAttendance: Bool { standing == .present || standing == .markedAbsent }
}

extension AttendanceEvent {
    /// Whether it says what was found at the activity, and not what was said about coming.
    fileprivate var isFinding: Bool {
        switch self {
        case .checkedIn, .leftEarly, .markedAbsent: true
        case .registered, .leaveAsked, .leaveGranted, .leaveRefused, .leaveEnded, .excused: false
        }
    }
}

extension AttendanceEvent: ConceptEvent {
    typealias Owner = AttendanceSheet
}
