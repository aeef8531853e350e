public import Domain
public import EventLog

/// The attendance register: every activity held in a period, and what each member did.
public struct AttendanceRegister: Sendable {
    public struct Row: Sendable {
        public let activity: ActivityID
        public let count: AttendanceCount
    }

    /// Half-days or days that a member was there for, of those that were held.
    public struct Part: Equatable, Sendable {
        public var there: Int64
        public var held: Int64

        public init(there: Int64 = 0, of held: Int64 = 0) { (self.there, self.held) = (there, held) }

        fileprivate static func += (left: inout Part, right: Part) {
            left.there += right.there
            left.held += right.held
        }
    }

    /// What one member's year adds up to.
    public struct Tally: Equatable, Sendable {
        public var present = 0
        public var late = 0
        public var onLeave = 0
        public var absent = 0
        public var excused = 0
        /// Of the countable activities whose half-days are on record.
        public var halfDays = Part()
        /// Of the countable activities of several days for which members were checked in day by day.
        public var days = Part()

        public init(
            present: Int = 0, late: Int = 0, onLeave: Int = 0, absent: Int = 0, excused: Int = 0, halfDays: Part = Part(), days: Part = Part()
        ) {
            (self.present, self.late, self.onLeave, self.absent, self.excused) = (present, late, onLeave, absent, excused)
            (self.halfDays, self.days) = (halfDays, days)
        }

        public var countable: Int { present + onLeave + absent }
    }

    /// By date, then by id.
    public let rows: [Row]
    public let tallies: [MemberID: Tally]

    /// Whether there are activities whose half-days are on record.
    public var hasHalfDays: Bool { tallies.values.contains { $0.halfDays.held > 0 } }
    /// Whether there are activities at which members were checked in day by day.
    public var hasDays: Bool { tallies.values.contains { $0.days.held > 0 } }

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
            guard let activity = state.activities[row.activity], activity.schedule?.halfDays != nil || activity.attendance.isByDay else { continue }
            for member in row.count.present + row.count.onLeave + row.count.absent {
                let (halfDays, days) = state.parts(of: member, at: activity)
                tallies[member, default: Tally()].halfDays += halfDays
                tallies[member, default: Tally()].days += days
            }
        }
        self.tallies = tallies
    }
}

extension State {
    /// Half-days and days for which a member who is counted was there. Who is present and has not said how much was there for all.
    fileprivate func parts(of id: MemberID, at activity: Activity) -> (halfDays: AttendanceRegister.Part, days: AttendanceRegister.Part) {
        guard let first = activity.date?.first, let member = members[id], let presence = presence(of: member, at: activity, on: first) else {
            return (.init(), .init())
        }
        let halfDays = presence.of.map { all in
            AttendanceRegister.Part(there: presence.isCheckedIn ? presence.halfDays ?? all : 0, of: all)
        }
        guard activity.attendance.isByDay, let days = activity.severalDays else { return (halfDays ?? .init(), .init()) }
        let held = Period(first: days.lowerBound, last: days.upperBound).dayCount
        let attended = Set(identities(of: id).flatMap { activity.attendance.attendedDays(of: $0, at: activity) }.map(\.day))
        let there = attended.isEmpty && presence.isCheckedIn ? held : Int64(attended.count)
        return (halfDays ?? .init(), .init(there: there, of: held))
    }
}
