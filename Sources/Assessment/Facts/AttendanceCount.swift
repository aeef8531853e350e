public import Domain
public import EventLog

/// Who attended one activity, of those who may be counted: invited, in office on its first day, and not excused by a
/// higher duty.
public struct AttendanceCount: Equatable, Sendable {
    public internal(set) var present: [MemberID] = []
    /// Of those present.
    public internal(set) var late: [MemberID] = []
    public internal(set) var onLeave: [MemberID] = []
    public internal(set) var absent: [MemberID] = []
    /// Not counted at all.
    public internal(set) var excused: [MemberID] = []
    /// The entries that say so.
    public internal(set) var evidence: [Position] = []

    public var countable: Int { present.count + onLeave.count + absent.count }

    /// Whether at least so many per cent were present; nobody to be counted reaches nothing.
    public func reaches(percent: Int) -> Bool {
        countable > 0 && present.count * 100 >= percent * countable
    }

    public init(_ activity: Activity, in state: State) {
        guard let day = activity.date?.first else { return }
        for member in state.members.values {
            guard let (attendance, entries) = state.attendance(of: member, at: activity, on: day) else { continue }
            count(member.id, attendance)
            evidence += entries
        }
        present.sort()
        late.sort()
        onLeave.sort()
        absent.sort()
        excused.sort()
    }

    /// Who was in office at some time of a period, but not when the activity was held, in the order of their ids.
    public static func outOfOffice(at activity: Activity, within period: Period, in state: State) -> [MemberID] {
        guard let day = activity.date?.first else { return [] }
        return state.members.values.filter { member in
            member.mergedInto == nil && !state.isInOffice(member, on: day)
                && state.terms(of: member.id).contains { $0.overlaps(period.first, period.last) }
        }.map(\.id).sorted()
    }

    private mutating func count(_ member: MemberID, _ attendance: Attendance) {
        switch attendance {
        case .present(let isLate):
            present.append(member)
            if isLate { late.append(member) }
        case .onLeave: onLeave.append(member)
        case .excused: excused.append(member)
        case .absent: absent.append(member)
        }
    }
}

extension State {
    /// What a member did about an activity, with the entries that say so; nil for one who could not be counted: not in
    /// office on the day, not invited, or a duplicate of another.
    func attendance(of member: Member, at activity: Activity, on day: CalendarDate) -> (Attendance, [Position])? {
        guard isInOffice(member, on: day) else { return nil }
        let identities = aliases.isEmpty ? [member.id] : identities(of: member.id)
        guard identities.contains(where: activity.isInvited) else { return nil }
        let marks = identities.compactMap { activity.attendance.marks[$0] }
        // Of several marks, presence counts first.
        let percent = activity.schedule?.halfDays == nil ? nil : rules?.fact.presentPercent
        let attendance = marks.map { Attendance($0, of: activity, percent) }.min { $0.rank < $1.rank }
        return (attendance ?? .absent, marks.flatMap { [$0.position] + $0.corrections })
    }
}

/// What one member did about one activity, as it is counted.
enum Attendance: Equatable {
    case present(isLate: Bool)
    case onLeave
    case absent
    case excused

    /// - Parameter presentPercent: of half-days, from which a member counts as present.
    init(_ mark: AttendanceMark, of activity: Activity, _ presentPercent: Int64?) {
        switch mark.standing {
        case .present:
            let isPresent = mark.wasThere(of: activity.schedule?.halfDays, atLeast: presentPercent)
            self = isPresent ? .present(isLate: mark.isLate) : .absent
        case .leaveGranted: self = .onLeave
        case .excused: self = .excused
        // Leave that was only asked for, or refused, excuses nobody who did not come; nor does having registered.
        case .markedAbsent, .leaveAsked, .leaveRefused, .registered: self = .absent
        }
    }

    /// What counts first, where somebody was recorded under two ids.
    var rank: Int {
        switch self {
        case .present: 0
        case .excused: 1
        case .onLeave: 2
        case .absent: 3
        }
    }
}

extension AttendanceMark {
    /// Whether enough of the half-days was attended to count as present; all of it, where half-days were not counted.
    fileprivate func wasThere(of all: Int64?, atLeast percent: Int64?) -> Bool {
        guard let all, let halfDays, let percent else { return true }
        return Int64(halfDays) * 100 >= percent * all
    }
}

/// The attendance register: every activity held in a period, and what each member did.
public struct AttendanceRegister: Sendable {
    public struct Row: Sendable {
        public let activity: ActivityID
        public let count: AttendanceCount
    }

    /// What one member's year adds up to.
    public struct Tally: Equatable, Sendable {
        public var present = 0
        public var late = 0
        public var onLeave = 0
        public var absent = 0
        public var excused = 0

        public var countable: Int { present + onLeave + absent }
    }

    /// By date, then by id.
    public let rows: [Row]
    public let tallies: [MemberID: Tally]

    /// - Parameter period: the register's days; nothing after `asOf` is in it.
    public init(_ state: State, period: Period, asOf: CalendarDate) {
        rows = state.heldActivities(in: period, asOf: asOf)
            .map { Row(activity: $0.id, count: AttendanceCount($0, in: state)) }
            .filter { !$0.count.evidence.isEmpty }
        var tallies: [MemberID: Tally] = [:]
        for row in rows {
            for member in row.count.present { tallies[member, default: Tally()].present += 1 }
            for member in row.count.late { tallies[member, default: Tally()].late += 1 }
            for member in row.count.onLeave { tallies[member, default: Tally()].onLeave += 1 }
            for member in row.count.absent { tallies[member, default: Tally()].absent += 1 }
            for member in row.count.excused { tallies[member, default: Tally()].excused += 1 }
        }
        self.tallies = tallies
    }
}

extension State {
    /// Activities that took place in a period and not after the as-of date, by date and id.
    public func heldActivities(in period: Period, asOf: CalendarDate) -> [Activity] {
        activities.values.filter { activity in
            guard activity.isHeld, let date = activity.date else { return false }
            return period.contains(date.last) && date.last <= asOf
        }.sorted { left, right in
            guard let leftDay = left.date?.first, let rightDay = right.date?.first, leftDay != rightDay else {
                return left.id < right.id
            }
            return leftDay < rightDay
        }
    }
}
