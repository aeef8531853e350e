public import Assessment
public import Bookkeeping
public import Domain
public import EventLog
public import Wording

/// What a year holds, day by day: the plan's calendar, activities, what is due, and birthdays.
public struct Agenda: Sendable {
    public struct Entry: Sendable {
        public enum Kind: String, Sendable { case item, activity, due, birthday }

        public let kind: Kind
        /// Unlike that of every other entry, and the same whenever the agenda is made again.
        public let id: String
        public let when: Occurrence
        public let title: Phrase
        public let place: String?
        /// Nil where nothing is to be reached.
        public let state: TargetState?
        /// What fulfils it, for an item.
        public let fulfilledBy: Subject?
        /// Of a birthday on 29 February, which falls on the 28th where there is none.
        var isOfLeapDay = false

        /// The title where nothing beside it says what kind of entry it is.
        var summary: Phrase {
            switch kind {
            case .item, .activity: title
            case .due: .dueEntry(title)
            case .birthday: .birthday(of: title)
            }
        }
    }

    /// By first day, then by id.
    public let entries: [Entry]

    /// - Parameter reader: opens the members' names and birthdays; nil leaves birthdays out.
    public init(_ status: PlanStatus, _ state: State, reader: PersonalReader?) throws {
        var entries = Self.items(status) + Self.activities(status, state) + Self.dues(status)
        if let reader { entries += try Self.birthdays(status, state, reader) }
        self.entries = entries.sorted { ($0.when.first, $0.when.last, $0.id) < ($1.when.first, $1.when.last, $1.id) }
    }

    /// What begins or goes on between two days, both included.
    public func entries(in period: Period) -> [Entry] {
        entries.filter { $0.when.first <= period.last && period.first <= $0.when.last }
    }

    private static func items(_ status: PlanStatus) -> [Entry] {
        status.calendar.map { item in
            Entry(
                kind: .item, id: "item-\(item.item.id)", when: item.item.when, title: .localized(item.item.title), place: nil,
                state: item.state, fulfilledBy: item.fulfilledBy)
        }
    }

    /// Those that are to come as well: what is not cancelled.
    private static func activities(_ status: PlanStatus, _ state: State) -> [Entry] {
        state.activities.values.compactMap { activity in
            guard let schedule = activity.schedule, let date = activity.date, !activity.isCancelled,
                date.first <= status.plan.period.last, status.plan.period.first <= date.last
            else { return nil }
            return Entry(
                kind: .activity, id: "activity-\(activity.id)", when: date, title: .plain(schedule.title), place: activity.place,
                state: nil, fulfilledBy: nil)
        }
    }

    private static func dues(_ status: PlanStatus) -> [Entry] {
        status.targets.flatMap { target in
            target.requirements.enumerated().compactMap { index, requirement in
                guard requirement.state != .met, requirement.state != .missed else { return nil }
                let what = Phrase.requirement(requirement.requirement) + .plain(" ") + .actual(requirement) + .plain(" / ")
                return Entry(
                    kind: .due, id: "due-\(target.target.id)-\(index + 1)", when: Occurrence(requirement.due),
                    title: .dueTarget(.localized(target.target.title), what + .required(requirement.requirement)),
                    place: nil, state: requirement.state, fulfilledBy: nil)
            }
        }
    }

    private static func birthdays(_ status: PlanStatus, _ state: State, _ reader: PersonalReader) throws -> [Entry] {
        try status.inOffice.compactMap { member in
            guard case .text(let birthday) = try reader.birthday(of: member), let day = day(birthday, status.plan.year) else {
                return nil
            }
            return Entry(
                kind: .birthday, id: "birthday-\(member)", when: Occurrence(day),
                title: .name(try reader.name(of: member)), place: nil, state: nil, fulfilledBy: nil,
                isOfLeapDay: birthday == leapDay)
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
