public import Domain
public import EventLog

/// What one member did about one activity, as it is counted; the raw values are what scripts see.
public enum Attendance: String, CaseIterable, Sendable {
    case present
    /// Present, and late.
    case late
    case onLeave = "on-leave"
    case absent
    /// By a higher duty: not counted at all.
    case excused

    /// - Parameter presentPercent: of half-days, from which a member counts as present.
    init(_ mark: AttendanceMark, of activity: Activity, _ presentPercent: Int64?) {
        switch mark.standing {
        case .present:
            let isPresent = mark.wasThere(of: activity.schedule?.halfDays, atLeast: presentPercent)
            self = isPresent ? mark.isLate ? .late : .present : .absent
        case .leaveGranted: self = .onLeave
        case .excused: self = .excused
        // Leave that was only asked for, or refused, excuses nobody who did not come; nor does having registered. See `saysWhoCame`.
        case .markedAbsent, .leaveAsked, .leaveRefused, .registered: self = .absent
        }
    }

    /// Where it is in a list of who came and who did not.
    fileprivate var place: Int {
        switch self {
        case .present, .late: 0
        case .onLeave: 1
        case .excused: 2
        case .absent: 3
        }
    }

    /// What counts first, where somebody was recorded under two ids.
    fileprivate var rank: Int {
        switch self {
        case .present, .late: 0
        case .excused: 1
        case .onLeave: 2
        case .absent: 3
        }
    }
}

extension AttendanceMark {
    /// Whether it is an answer by itself. Having said that one would come, or having asked for leave, is none: it is one where
    /// somebody's presence shows that names were taken.
    fileprivate var saysWhoCame: Bool {
        switch standing {
        case .present, .markedAbsent, .leaveGranted, .leaveRefused, .excused: true
        case .registered, .leaveAsked: false
        }
    }

    /// Whether enough of the half-days was attended to count as present; all of it, where half-days were not counted.
    fileprivate func wasThere(of all: Int64?, atLeast percent: Int64?) -> Bool {
        guard let all, let halfDays, let percent else { return true }
        return Int64(halfDays) * 100 >= percent * all
    }
}

/// How much of an activity a member was there for.
struct Presence {
    let attendance: Attendance
    /// Whether the member was checked in: who was there for too few half-days is absent.
    let isCheckedIn: Bool
    let isLeftEarly: Bool
    /// Half-days there, of all: of who was present, and of an activity whose half-days are on record.
    let halfDays: Int64?
    let of: Int64?
    /// The entries that say so.
    let marks: [Position]
}

/// One activity, and what a member did about it.
public struct MemberAttendance: Sendable {
    public let activity: Activity
    public let date: Occurrence
    public let attendance: Attendance
    /// The entries that say so; none where nothing is recorded of the member.
    public let marks: [Position]
}

extension State {
    /// What a member did about an activity, with the entries that say so; nil for one who could not be counted: not in
    /// office on its first day without having come on a later one, not invited, or a duplicate of another.
    func attendance(of member: Member, at activity: Activity, on day: CalendarDate) -> (Attendance, [Position])? {
        presence(of: member, at: activity, on: day).map { ($0.attendance, $0.marks) }
    }

    /// The same, with how much of it the member was there for.
    func presence(of member: Member, at activity: Activity, on day: CalendarDate) -> Presence? {
        guard member.mergedInto == nil else { return nil }
        let identities = aliases.isEmpty ? [member.id] : identities(of: member.id)
        guard identities.contains(where: activity.isInvited) else { return nil }
        let marks = identities.compactMap { activity.attendance.marks[$0] }
        // Of several marks, presence counts first.
        let percent = activity.schedule?.halfDays == nil ? nil : rules?.fact.presentPercent
        let best = marks.map { (mark: $0, attendance: Attendance($0, of: activity, percent)) }.min { $0.attendance.rank < $1.attendance.rank }
        // Who came is counted: they were in office on some day of it, or could not have been checked in.
        // Nobody is absent by silence where nobody was found present.
        guard activity.attendance.isAnybodyPresent || marks.contains(where: \.saysWhoCame) else { return nil }
        guard isInOffice(member, on: day) || best?.attendance == .present || best?.attendance == .late else { return nil }
        let all = activity.schedule?.halfDays
        return Presence(
            attendance: best?.attendance ?? .absent, isCheckedIn: best?.mark.standing == .present,
            isLeftEarly: best?.mark.details.contains(.leftEarly) ?? false,
            halfDays: all.map { all in best?.mark.halfDays.map { min(Int64($0), all) } ?? all }, of: all,
            marks: marks.flatMap { [$0.position] + $0.corrections })
    }

    /// What a member did about each activity of the attendance register, in its order; activities at which the member
    /// could not be counted are left out.
    public func attendances(of member: MemberID, in period: Period, asOf: CalendarDate) -> [MemberAttendance] {
        guard let member = members[member] else { return [] }
        return heldActivities(in: period, asOf: asOf).compactMap { activity in
            guard let date = activity.date, let (attendance, marks) = attendance(of: member, at: activity, on: date.first),
                !marks.isEmpty || isAttendanceRecorded(at: activity, on: date.first)
            else { return nil }
            return MemberAttendance(activity: activity, date: date, attendance: attendance, marks: marks)
        }
    }

    /// What everybody who could be counted did about an activity: who was present first, then who was on leave, excused and
    /// absent, and those of whom nothing is on record, each by their ids.
    public func attendances(at activity: Activity) -> [(member: MemberID, attendance: Attendance?, marks: [Position])] {
        guard let day = activity.date?.first else { return [] }
        let all = members.values.compactMap { member -> (member: MemberID, attendance: Attendance?, marks: [Position])? in
            if let (attendance, marks) = attendance(of: member, at: activity, on: day) { return (member.id, attendance, marks) }
            let isMeant = member.mergedInto == nil && isInOffice(member, on: day) && identities(of: member.id).contains(where: activity.isInvited)
            let marks = identities(of: member.id).compactMap { activity.attendance.marks[$0] }
            return isMeant ? (member.id, nil, marks.flatMap { [$0.position] + $0.corrections }) : nil
        }
        let last = Attendance.absent.place + 1
        return all.sorted { ($0.attendance?.place ?? last, $0.member) < ($1.attendance?.place ?? last, $1.member) }
    }

    /// Whether something is recorded of anybody who could be counted.
    private func isAttendanceRecorded(at activity: Activity, on day: CalendarDate) -> Bool {
        activity.attendance.marks.keys.contains { id in
            members[canonical(id)].flatMap { attendance(of: $0, at: activity, on: day) } != nil
        }
    }
}
