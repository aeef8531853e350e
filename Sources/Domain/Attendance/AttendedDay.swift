public import EventLog

/// A day of an activity of several days for which a member was checked in.
public struct AttendedDay: Equatable, Sendable {
    public let day: CalendarDate
    /// Half-days there on this day; nil where nobody said.
    public let halfDays: UInt8?
    public let isLate: Bool
    /// The entry of the check-in.
    public let position: Position
}

// Who is checked in for several days is present once. Where the activity counts half-days, each day's check-in says how many,
// and they are added up: a check-in that does not say counts for all of them, and beside it a further day would change nothing.
extension AttendanceMark {
    /// With the check-in of a further day.
    mutating func add(_ event: CheckedIn, on occurred: Occurrence, at further: Position, corrections more: [Position]) {
        if days.isEmpty, let day { days = [AttendedDay(day: day, halfDays: halfDays, isLate: isLate, position: position)] }
        let stated = event.halfDays.map { UInt8(clamping: $0) }
        days.append(AttendedDay(day: occurred.first, halfDays: stated, isLate: event.late ?? false, position: further))
        days.sort { ($0.day, $0.position) < ($1.day, $1.position) }
        halfDays = halfDays.flatMap { former in stated.map { UInt8(clamping: Int(former) + Int($0)) } }
        if event.late ?? false { details.insert(.late) }
        for quantity in event.quantities {
            if let index = quantities.firstIndex(where: { $0.of == quantity.of }) {
                let (sum, overflows) = quantities[index].amount.addingReportingOverflow(quantity.amount)
                quantities[index].amount = overflows ? .max : sum
            } else {
                quantities.append(quantity)
            }
        }
        corrections += [further] + more
    }

    /// The days for which the member was checked in, as far as they are of the activity.
    ///
    /// - Returns: nil where the check-in is for the whole activity: of an activity of one day, or not dated on one of its days.
    func attendedDays(of activity: Activity) -> [AttendedDay]? {
        guard days.isEmpty else { return days }
        return day.flatMap { activity.dayCheckedIn(on: $0) }.map {
            [AttendedDay(day: $0, halfDays: halfDays, isLate: isLate, position: position)]
        }
    }
}

extension Occurrence {
    /// The day of what is said to have been on one day; nil for what was on several, or is not exact.
    var singleDay: CalendarDate? { isExact && first == last ? first : nil }
}

extension Activity {
    /// The first and the last day of an activity that lasts several days; nil of one day, or of days that are not known exactly.
    public var severalDays: ClosedRange<CalendarDate>? {
        date.flatMap { $0.isExact && $0.first < $0.last ? $0.first...$0.last : nil }
    }

    /// Which day of several a check-in is for: its own. Who arrives the day before is checked in for the first one.
    func dayCheckedIn(on day: CalendarDate) -> CalendarDate? {
        severalDays.flatMap { days in
            let meant = day.adding(days: 1) == days.lowerBound ? days.lowerBound : day
            return days.contains(meant) ? meant : nil
        }
    }
}

extension AttendanceSheet {
    /// Whether anybody was checked in for more than one day.
    public var isByDay: Bool { marks.values.contains { !$0.days.isEmpty } }

    /// The days for which a member was checked in, in their order; none where the sheet is not by day, or nobody said for which.
    public func attendedDays(of member: MemberID, at activity: Activity) -> [AttendedDay] {
        guard isByDay, let mark = marks[member], mark.standing == .present else { return [] }
        return mark.attendedDays(of: activity)?.map { attended in
            AttendedDay(
                day: activity.dayCheckedIn(on: attended.day) ?? attended.day, halfDays: attended.halfDays, isLate: attended.isLate,
                position: attended.position)
        } ?? []
    }

    /// Whether who is present may be checked in for a further day.
    func checkFurtherDay(_ event: CheckedIn, _ fact: Recorded<AttendanceEvent>, after mark: AttendanceMark, at activity: Activity)
        throws(Rejection)
    {
        let alreadyCheckedIn = Rejection.attendance(.alreadyCheckedIn(event.member, event.activity, at: mark.position))
        guard let days = activity.severalDays, let former = mark.attendedDays(of: activity) else { throw alreadyCheckedIn }
        guard let day = fact.occurred.singleDay.flatMap({ activity.dayCheckedIn(on: $0) }) else {
            throw .attendance(.dayOfCheckInUnclear(event.member, event.activity, of: days, at: mark.position))
        }
        if let same = former.first(where: { activity.dayCheckedIn(on: $0.day) == day }) {
            throw .attendance(.alreadyCheckedIn(event.member, event.activity, at: same.position))
        }
        guard let all = activity.schedule?.halfDays else { return }
        if let silent = former.first(where: { $0.halfDays == nil }) {
            throw .attendance(.halfDaysOfDayMissing(event.activity, of: all, at: silent.position))
        }
        guard let halfDays = event.halfDays else { throw .attendance(.halfDaysOfDayMissing(event.activity, of: all, at: nil)) }
        let statedBefore = former.reduce(0) { $0 + Int64($1.halfDays ?? 0) }
        guard halfDays <= all - statedBefore else { throw .attendance(.halfDaysDoNotFit(event.activity, of: all)) }
    }
}
