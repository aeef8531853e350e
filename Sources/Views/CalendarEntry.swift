public import Assessment
public import Bookkeeping
public import Domain
public import EventLog
public import Wording

/// Something in a year's calendar.
public struct CalendarEntry: Sendable {
    public enum Kind: String, CaseIterable, Sendable { case item, activity, due, birthday }

    public enum What: Sendable {
        case item(CalendarItem)
        case activity(ActivityID, title: String, place: String?)
        /// What a target still requires.
        ///
        /// - Parameter index: of its requirement, from 0.
        case due(Target, index: Int, RequirementStatus)
        /// Of one on 29 February, the day is the 28th where there is no other.
        case birthday(MemberID, PersonalReading, isOfLeapDay: Bool)
    }

    public let what: What
    public let when: Occurrence
    /// Nil where nothing is to be reached.
    public let state: TargetState?
    /// What fulfils it, for an item.
    public let fulfilledBy: Subject?

    public var kind: Kind {
        switch what {
        case .item: .item
        case .activity: .activity
        case .due: .due
        case .birthday: .birthday
        }
    }

    /// Unlike that of every other entry, and the same whenever the calendar is made again.
    public var id: String {
        switch what {
        case .item(let item): "item-\(item.id)"
        case .activity(let activity, _, _): "activity-\(activity)"
        case .due(let target, let index, _): "due-\(target.id)-\(index + 1)"
        case .birthday(let member, _, _): "birthday-\(member)"
        }
    }

    public var title: Phrase {
        switch what {
        case .item(let item): .localized(item.title)
        case .activity(_, let title, _): .plain(title)
        case .due(let target, _, let requirement): .stillRequired(target, requirement)
        case .birthday(_, let name, _): .name(name)
        }
    }

    public var place: String? {
        if case .activity(_, _, let place) = what { place } else { nil }
    }
}

// MARK: - What a year holds

extension CalendarEntry {
    static func items(of status: PlanStatus) -> [CalendarEntry] {
        status.calendar.map { item in
            CalendarEntry(what: .item(item.item), when: item.item.when, state: item.state, fulfilledBy: item.fulfilledBy)
        }
    }

    /// Those that are to come as well: what is not cancelled.
    static func activities(of status: PlanStatus, in state: State) -> [CalendarEntry] {
        state.activities.values.compactMap { activity in
            guard let schedule = activity.schedule, let date = activity.date, !activity.isCancelled,
                date.first <= status.plan.period.last, status.plan.period.first <= date.last
            else { return nil }
            return CalendarEntry(
                what: .activity(activity.id, title: schedule.title, place: activity.place), when: date, state: nil, fulfilledBy: nil)
        }
    }

    static func dues(of status: PlanStatus) -> [CalendarEntry] {
        status.targets.flatMap { target in
            target.requirements.enumerated().compactMap { index, requirement in
                guard requirement.state != .met, requirement.state != .missed else { return nil }
                return CalendarEntry(
                    what: .due(target.target, index: index, requirement), when: Occurrence(requirement.due), state: requirement.state,
                    fulfilledBy: nil)
            }
        }
    }

    static func birthdays(of status: PlanStatus, _ reader: PersonalReader) throws -> [CalendarEntry] {
        let period = status.plan.period
        return try status.inOffice.flatMap { member -> [CalendarEntry] in
            guard case .text(let birthday) = try reader.birthday(of: member) else { return [] }
            let name = try reader.name(of: member)
            return (period.first.year...period.last.year).compactMap { day(birthday, $0) }.filter(period.contains).map { day in
                CalendarEntry(
                    what: .birthday(member, name, isOfLeapDay: birthday == leapDay), when: Occurrence(day), state: nil, fulfilledBy: nil)
            }
        }
    }

    private static let leapDay = "02-29"

    /// `MM-DD` in a year; 29 February falls on the 28th where there is none.
    private static func day(_ birthday: String, _ year: Int) -> CalendarDate? {
        let parts = birthday.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return CalendarDate(year: year, month: parts[0], day: parts[1])
            ?? (birthday == leapDay ? CalendarDate(year: year, month: 2, day: 28) : nil)
    }
}
