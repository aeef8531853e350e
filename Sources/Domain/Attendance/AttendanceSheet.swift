public import EventLog

/// Where one member stands with one activity.
public struct AttendanceMark: Equatable, Sendable {
    public enum Standing: Equatable, Sendable {
        case leaveAsked, leaveGranted, leaveRefused, present, excused, markedAbsent
    }

    public let standing: Standing
    public let isLate: Bool
    /// The entry it follows from.
    public let position: Position
    /// The corrections in force of that entry.
    public let corrections: [Position]
}

/// Everything recorded about who attended one activity.
public struct AttendanceSheet: Sendable {
    public internal(set) var history: History<AttendanceEvent> = []
    public private(set) var marks: [MemberID: AttendanceMark] = [:]
    /// Marks that show that the activity took place: somebody present, or found absent.
    private var witnesses = 0

    public var showsItTookPlace: Bool { witnesses > 0 }

    func check(
        _ fact: Recorded<AttendanceEvent>, reason: String?, at activity: Activity, in state: State
    ) throws(Rejection) {
        let id = fact.fact.member
        guard let schedule = activity.schedule, let date = activity.date else {
            throw .unknown(activity.id.subject)
        }
        guard !activity.isCancelled else { throw .activityCancelled(activity.id) }
        guard let member = state.members[id] else { throw .unknown(id.subject) }
        guard schedule.invited?.contains(id) ?? true else { throw .notInvited(id, activity.id) }
        guard member.isInOffice(during: date) else { throw .notInOffice([id], on: date.first) }
        try checkTransition(to: fact.fact, reason: reason)
    }

    private func checkTransition(to event: AttendanceEvent, reason: String?) throws(Rejection) {
        let mark = marks[event.member]
        func refuse() -> Rejection {
            .attendanceStands(event.member, event.activity, recordedAt: mark?.position ?? .start)
        }
        switch (event, mark?.standing) {
        case (.checkedIn, .present?): throw .alreadyCheckedIn(event.member, event.activity, at: mark?.position ?? .start)
        // Who was marked absent and turns out to have been there: a correction, and corrections say why.
        case (.checkedIn, .markedAbsent?): if reason == nil { throw refuse() }
        case (.checkedIn, _): break
        case (.leaveAsked, nil), (.leaveAsked, .leaveRefused?): break
        case (.leaveGranted, nil), (.leaveGranted, .leaveAsked?), (.leaveGranted, .leaveRefused?): break
        case (.leaveRefused, .leaveAsked?): break
        case (.excused, .present?), (.excused, .excused?): throw refuse()
        case (.excused, _): break
        case (.markedAbsent, nil), (.markedAbsent, .leaveAsked?), (.markedAbsent, .leaveRefused?): break
        case (.leaveAsked, _), (.leaveGranted, _), (.leaveRefused, _), (.markedAbsent, _): throw refuse()
        }
    }

    /// Marks after which an activity is taken for one that everybody comes to, and room is made for all at once.
    private static let crowd = 16

    /// - Parameter memberCount: how many may come.
    mutating func record(_ fact: Recorded<AttendanceEvent>, memberCount: Int) -> Int {
        if history.count == Self.crowd {
            history.reserveCapacity(memberCount)
            marks.reserveCapacity(memberCount)
        }
        history.append(HistorySlot(fact))
        apply(fact)
        return history.count - 1
    }

    private mutating func apply(_ fact: Recorded<AttendanceEvent>, corrections: [Position] = []) {
        let standing: AttendanceMark.Standing
        var isLate = false
        switch fact.fact {
        case .checkedIn(let event):
            standing = .present
            isLate = event.late ?? false
        case .leaveAsked: standing = .leaveAsked
        case .leaveGranted: standing = .leaveGranted
        case .leaveRefused: standing = .leaveRefused
        case .excused: standing = .excused
        case .markedAbsent: standing = .markedAbsent
        }
        let mark = AttendanceMark(
            standing: standing, isLate: isLate, position: fact.position, corrections: corrections)
        let before = marks.updateValue(mark, forKey: fact.fact.member)
        witnesses += mark.isWitness - (before?.isWitness ?? 0)
    }

    func refolded() -> AttendanceSheet {
        var fresh = AttendanceSheet()
        for slot in history {
            if let fact = slot.standing { fresh.apply(fact, corrections: slot.corrections) }
        }
        fresh.history = history
        return fresh
    }

    /// Whether every standing mark may still follow those before it. An old mark's reason is taken as given.
    func checkHistory(at activity: Activity, in state: State) throws(Rejection) {
        var fresh = AttendanceSheet()
        for slot in history {
            guard let fact = slot.standing else { continue }
            do {
                try fresh.check(fact, reason: "", at: activity, in: state)
            } catch {
                throw .wouldBreak([slot.original.position], because: error.code)
            }
            fresh.apply(fact)
        }
    }
}

extension AttendanceMark {
    fileprivate var isWitness: Int { standing == .present || standing == .markedAbsent ? 1 : 0 }
}
