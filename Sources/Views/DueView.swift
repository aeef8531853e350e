public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
package import Wording

/// What is overdue or due soon by the rules in force; or every time limit, and how many of those that are over were kept.
public struct DueView: View {
    public static let name = "due"
    public static let parameters = ["within", "all", "unit"]

    public struct Row: Sendable {
        public let deadline: Deadline
        /// Of the proposal or suggestion; nil for one without a title.
        public let title: String?
        /// Of what the limit is, in words.
        package let name: Phrase
    }

    public let day: CalendarDate
    /// Within so many days a limit counts as due soon.
    public let dayCount: Int
    public let isAll: Bool
    /// Without rules, only days that were set are limits.
    public let hasRules: Bool
    /// Whether for some year no work calendar is adopted, so that only weekends are left out.
    public let lacksCalendar: Bool
    public let rows: [Row]
    public let rates: [DeadlineRate]
    /// Steps that wait and have no last day, as the session of the proposal is not on record.
    public let missing: [MissingDeadline]
    private let namesOfMissing: [Phrase]
    /// Activities whose days are over and that were never closed, in the order of their days.
    public let leftOpen: [LeftOpenActivity]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let state = context.state
        let (day, isAll) = (context.day, arguments.isSet("all"))
        let dayCount = try arguments.integer("within", in: 0...Self.dayCountMax).map { Int($0) } ?? Deadline.dueSoonDays
        let unit = arguments["unit"]
        let deadlines = state.deadlines(asOf: day).filter { deadline in unit.map { deadline.unit == $0 } ?? true }
        let shown = deadlines.filter {
            isAll || $0.standing(asOf: day) == .overdue || $0.isDueSoon(asOf: day, within: dayCount)
        }
        rows = shown.map { Row(deadline: $0, title: state.title(of: $0.subject), name: .act($0.subject, in: state)) }
        rates = DeadlineRate.all(deadlines, on: day)
        missing = state.missingDeadlines(asOf: day).filter { missing in unit.map { missing.unit == $0 } ?? true }
        namesOfMissing = missing.map { .act($0.proposal.subject, in: state) }
        // Activities are the office's own.
        leftOpen = unit != nil ? [] : state.activitiesLeftOpen(on: day).compactMap { LeftOpenActivity($0, on: day) }
        lacksCalendar = deadlines.contains(where: \.lacksCalendar)
        hasRules = state.rules != nil
        (self.day, self.dayCount, self.isAll) = (day, dayCount, isAll)
    }

    /// Integers of this size are the same in every JSON parser.
    private static let dayCountMax: Int64 = 1 << 53

    public var json: JSONValue {
        var object = JSONObject([
            "asOf": .text(day), "rules": .bool(hasRules), "deadlines": .array(rows.map { $0.json(asOf: day, within: dayCount) }),
            "rates": .array(
                rates.map { ["step": .code($0.step), "inTime": .number($0.inTime), "of": .number($0.of)] }),
        ])
        if !leftOpen.isEmpty { object["leftOpen"] = .array(leftOpen.map(\.json)) }
        if !missing.isEmpty { object["withoutDeadline"] = .array(missing.map(\.json)) }
        return .object(object)
    }

    public var document: Document {
        var blocks: [Document.Block] = hasRules ? [] : [.paragraph(.onlySetDays)]
        let withoutDay = zip(namesOfMissing, missing).map { Document.Block.paragraph(.note(.withoutDeadline($0, $1))) }
        let open = leftOpen.isEmpty ? [] : [Document.Section([.table(tableOfLeftOpen)])]
        guard !rows.isEmpty else { return Document(sections: [.init(blocks + [.paragraph(.nothingDue)] + withoutDay)] + open) }
        blocks.append(.table(table))
        blocks += withoutDay
        if lacksCalendar { blocks.append(.paragraph(.note(.onlyWeekendsLeftOut))) }
        if isAll { blocks.append(.paragraph(.rates(rates))) }
        return Document(sections: [.init(blocks)] + open)
    }

    private var tableOfLeftOpen: Table {
        var table = Table(
            "leftOpen",
            [
                .init("activity", ColumnTitle.leftOpen, .word), .init("date", ColumnTitle.date, .date), .init("title", ColumnTitle.title),
                .init("state", ColumnTitle.state, .word), .init("days", ColumnTitle.daysAgo, .number),
            ])
        for open in leftOpen {
            table.append([
                .id(open.activity), .when(open.date), .plain(open.title),
                .text(open.isHeld ? .heldNotClosed : .nothingOnRecord), .number(open.days),
            ])
        }
        return table
    }

    private var table: Table {
        var table = Table(
            Self.name,
            [
                .init("due", ColumnTitle.due, .date), .init("state", ColumnTitle.state, .word), .init("step", ColumnTitle.step, .word),
                .init("who", ColumnTitle.who, .word), .init("of", ColumnTitle.of), .init("from", ColumnTitle.from, .date),
                .init("done", ColumnTitle.done, .date), .init("article", ColumnTitle.article),
            ])
        for row in rows {
            let deadline = row.deadline
            table.append([
                deadline.due.map { .date($0) } ?? Cell.none,
                .code(deadline.standing(asOf: day), .standing(deadline, on: day, within: dayCount)),
                .code(deadline.step, .step(deadline.step)), .text(deadline.unit), .text(row.name), .date(deadline.from),
                .date(deadline.done), .text(.origin(deadline)),
            ])
        }
        return table
    }
}

extension MissingDeadline {
    fileprivate var json: JSONValue {
        [
            "subject": .text(proposal.subject), "step": .code(step), "who": .text(unit), "from": .text(from),
            "why": "session-missing",
        ]
    }
}

extension DueView.Row {
    /// What is to be done by whom, and how much time is left.
    package func line(on day: CalendarDate) -> Phrase { .line(deadline, on: day, within: Deadline.dueSoonDays) }

    fileprivate func json(asOf day: CalendarDate, within dayCount: Int) -> JSONValue {
        var object = deadline.json(asOf: day, within: dayCount).objectValue ?? JSONObject()
        object["title"] = .text(title)
        return .object(object)
    }
}

/// An activity whose days are over and that was never closed.
public struct LeftOpenActivity: Sendable {
    public let activity: ActivityID
    public let title: String
    public let date: Occurrence
    /// Whether anything shows that it took place; what shows nothing counts nowhere.
    public let isHeld: Bool
    /// Since its last day.
    public let days: Int

    init?(_ activity: Activity, on day: CalendarDate) {
        guard let title = activity.title, let date = activity.date else { return nil }
        self.activity = activity.id
        (self.title, self.date) = (title, date)
        isHeld = activity.isHeld
        days = Int(day.daysSince1970 - date.last.daysSince1970)
    }

    var json: JSONValue {
        ["activity": .text(activity), "title": .string(title), "date": .when(date), "held": .bool(isHeld), "days": .number(days)]
    }
}
