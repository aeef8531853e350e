public import Domain
public import EventLog

/// Who attended one activity, of those who may be counted: invited, in office on its first day or
/// there on a later one, and not excused by a higher duty.
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
            member.mergedInto == nil && state.attendance(of: member, at: activity, on: day) == nil && !state.isInOffice(member, on: day)
                && state.terms(of: member.id).contains { $0.overlaps(period.first, period.last) }
        }.map(\.id).sorted()
    }

    private mutating func count(_ member: MemberID, _ attendance: Attendance) {
        switch attendance {
        case .present: present.append(member)
        case .late:
            present.append(member)
            late.append(member)
        case .onLeave: onLeave.append(member)
        case .excused: excused.append(member)
        case .absent: absent.append(member)
        }
    }
}

extension Activity {
    /// Whether it took place and is over by a day: only then is anybody absent.
    public func isHeld(by day: CalendarDate) -> Bool { isHeld && (date.map { $0.last <= day } ?? false) }
}

extension State {
    /// Activities that took place in a period and not after the as-of date, by date and id.
    public func heldActivities(in period: Period, asOf: CalendarDate) -> [Activity] {
        activities.values.filter { activity in
            activity.isHeld(by: asOf) && (activity.date.map { period.contains($0.last) } ?? false)
        }.sorted { left, right in
            guard let leftDay = left.date?.first, let rightDay = right.date?.first, leftDay != rightDay else {
                return left.id < right.id
            }
            return leftDay < rightDay
        }
    }
}
