public import Assessment
public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// What a plan's year holds, day by day, or one month of it: the plan's calendar, activities, what is due, and birthdays.
public struct CalendarView: View {
    public static let name = "calendar"
    public static let parameters = ["month", "withoutNames"]
    public static let isOfPlan = true

    public let status: PlanStatus
    /// The month that was asked for; nil for the whole year.
    public let month: Period?
    /// Of the year or the month, by first day, then by id.
    public let entries: [CalendarEntry]

    /// - Throws: `Problem` where there is no plan, or for what is no month; the book's errors.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let status = try context.status()
        let month = try arguments.month("month", in: status.plan.period)
        let hasNames = !arguments.isSet("withoutNames")
        let birthdays = hasNames ? try context.reading { reader in try CalendarEntry.birthdays(of: status, reader) } : []
        self.init(status, context.state, month: month, birthdays: birthdays)
    }

    /// Of a plan's status in hand.
    ///
    /// - Parameters:
    ///   - month: or any other part of the year; nil for all of it.
    ///   - birthdays: those that may be shown.
    public init(_ status: PlanStatus, _ state: State, month: Period? = nil, birthdays: [CalendarEntry] = []) {
        let entries =
            CalendarEntry.items(of: status) + CalendarEntry.dues(of: status) + CalendarEntry.activities(of: status, in: state) + birthdays
        self.entries = entries.filter { entry in
            month.map { entry.when.first <= $0.last && $0.first <= entry.when.last } ?? true
        }.sorted { ($0.when.first, $0.when.last, $0.id) < ($1.when.first, $1.when.last, $1.id) }
        (self.status, self.month) = (status, month)
    }

    public var json: JSONValue {
        [
            "plan": .string(status.plan.id), "asOf": .text(status.asOf), "position": .integer(status.position.value),
            "month": .text(month.map { String($0.first.description.prefix(7)) }), "entries": .array(entries.map(\.json)),
            "unplanned": .texts(status.unplanned),
        ]
    }

    public var document: Document {
        guard let month else { return Document(sections: [.calendar(of: status), .unplanned(of: status)].compactMap(\.self)) }
        return Document(sections: [.init([.paragraph(.month(month.first))]), grid(of: month)] + thirds(of: month))
    }
}

extension CalendarView {
    private func thirds(of month: Period) -> [Document.Section] {
        Phrase.thirdsOfMonth.enumerated().map { index, name in
            let first = month.first.adding(days: index * 10)
            let part = Period(first: first, last: index == 2 ? month.last : first.adding(days: 9))
            // What goes on for longer is shown where it begins.
            let entries = entries.filter { part.contains(max($0.when.first, month.first)) }
            return .init([.paragraph(name), entries.isEmpty ? .paragraph(.nothingPlanned) : .table(Self.table(of: entries))])
        }
    }

    private static func table(of entries: [CalendarEntry]) -> Table {
        var table = Table(
            name,
            [
                .init("kind", ColumnTitle.none, .word), .init("when", ColumnTitle.none, .date), .init("title", ColumnTitle.none),
                .init("state", ColumnTitle.none, .word),
            ])
        for entry in entries { table.append(cells(of: entry)) }
        return table
    }

    // The optimiser of Swift 6.3 crashes where this is inlined into the loop.
    @inline(never)
    private static func cells(of entry: CalendarEntry) -> [Cell] {
        let kind = entry.kind
        return [
            .code(kind, .plain("  ") + kind.phrase), .when(entry.when), .text(entry.title),
            entry.state.map { .code($0, .state($0)) } ?? .empty,
        ]
    }

    /// Weeks from Monday; a dot behind the days that hold something exact.
    private func grid(of month: Period) -> Document.Section {
        let marked = Set(entries.filter { $0.when.first == $0.when.last }.map(\.when.first))
        // 1 January 1970 was a Thursday.
        let weekday = Int(((month.first.daysSince1970 + 3) % 7 + 7) % 7)
        var cells = Array(repeating: "    ", count: weekday)
        let dayCount = Int(month.last.daysSince1970 - month.first.daysSince1970) + 1
        for day in (0..<dayCount).map({ month.first.adding(days: $0) }) {
            let number = day.components.day
            cells.append((number < 10 ? "  \(number)" : " \(number)") + (marked.contains(day) ? "·" : " "))
        }
        let weeks = stride(from: 0, to: cells.count, by: 7).map { start in
            String(cells[start..<min(start + 7, cells.count)].joined().reversed().drop { $0 == " " }.reversed())
        }
        return .init([.paragraph(.weekdays)] + weeks.map { .paragraph(.plain($0)) })
    }
}

extension CalendarEntry.Kind {
    fileprivate var phrase: Phrase {
        switch self {
        case .item: .calendarItem
        case .activity: .calendarActivity
        case .due: .calendarDue
        case .birthday: .calendarBirthday
        }
    }
}

extension CalendarEntry {
    fileprivate var json: JSONValue {
        var object = JSONObject(["kind": .code(kind), "when": .when(when)])
        switch what {
        case .item(let item):
            object["id"] = .string(item.id)
            object["title"] = .text(item.title)
            object["state"] = .code(state)
            object["fulfilledBy"] = .text(fulfilledBy)
        case .activity(let activity, let title, let place):
            object["activity"] = .text(activity)
            object["title"] = .string(title)
            object["place"] = .text(place)
        case .due(let target, let index, let requirement):
            object["target"] = .string(target.id)
            object["title"] = .text(target.title)
            object["requirement"] = .number(index + 1)
            object["state"] = .code(state)
            object["required"] = requirement.requiredJSON
            object["actual"] = requirement.actualJSON
        case .birthday(let member, let name, _):
            object["member"] = .text(member)
            object.setName(name)
        }
        return .object(object)
    }
}

extension ViewArguments {
    /// A month as people write it: `2019-05`, `2019.5`, `2019年5月`; or `5` or `5月` for the first such month in a plan's days.
    ///
    /// - Throws: `Problem` for what is no month.
    func month(_ name: String, in period: Period) throws(Problem) -> Period? {
        guard let value = self[name] else { return nil }
        let first = DateWords.readMonthNumber(value).map { CalendarDate(in: period, month: $0) } ?? DateWords.readMonth(value)
        guard let first else { throw Problem(.usage, code: "parameter-invalid", .notAMonth(name, value)) }
        let (year, month, _) = first.components
        return Period(first: first, last: first.adding(days: CalendarDate.dayCount(year: year, month: month) - 1))
    }
}

extension CalendarDate {
    /// The first day of a month that a period begins in or has in it.
    fileprivate init?(in period: Period, month: Int) {
        let year = period.first.year + (month < period.first.components.month ? 1 : 0)
        guard let day = CalendarDate(year: year, month: month, day: 1), day <= period.last else { return nil }
        self = day
    }
}
