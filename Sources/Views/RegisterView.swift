public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The attendance register 考勤簿: what each member's attendance adds up to in the plan's year, or in all years where there is
/// no plan.
public struct RegisterView: View {
    public static let name = "register"
    public static let isOfPlan = true

    public struct Row: Sendable {
        public let member: MemberID
        public let name: PersonalReading
        public let tally: AttendanceRegister.Tally
        /// The last day in office of who is not in office on the day; nil for who is.
        public let left: CalendarDate?
    }

    /// Nil where the book has no plan.
    public let plan: String?
    public let asOf: CalendarDate
    /// The last entry that is known.
    public let position: Position
    /// In the order of the members' ids.
    public let rows: [Row]
    /// Whether activities with half-days on record are among those of the register.
    public let hasHalfDays: Bool
    /// Whether members were checked in day by day at some of them.
    public let hasDays: Bool
    /// Of the other plans for the day whose year is another one; none where a plan was named.
    public let beside: [RegisterView]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let chosen = try context.ifPlanned { try context.plan() }
        let asOf = chosen?.day ?? context.day
        // A plan of the same days has the same register.
        var periods = chosen.map { [$0.plan.period] } ?? []
        let others = try chosen == nil ? [] : context.plansBeside().compactMap { plan -> RegisterView? in
            guard let period = plan.period, !periods.contains(period) else { return nil }
            periods.append(period)
            return try RegisterView(context, plan.id.description, period, asOf)
        }
        try self.init(context, chosen?.plan.id, chosen?.plan.period ?? .ever, asOf, beside: others)
    }

    private init(
        _ context: ViewContext, _ plan: String?, _ period: Period, _ asOf: CalendarDate, beside: [RegisterView] = []
    ) throws {
        self.plan = plan
        self.asOf = asOf
        self.beside = beside
        position = context.position
        let state = context.on(asOf).state
        let register = AttendanceRegister(state, period: period, asOf: asOf)
        (hasHalfDays, hasDays) = (register.hasHalfDays, register.hasDays)
        let names = try context.names(of: register.tallies.keys.sorted())
        rows = register.tallies.sorted { $0.key < $1.key }.map { member, tally in
            Row(
                member: member, name: names[member] ?? .unreadable, tally: tally,
                left: state.lastDayInOffice(of: member, before: asOf))
        }
    }

    public var json: JSONValue {
        var json = JSONObject([
            "plan": .text(plan), "asOf": .text(asOf), "position": .integer(position.value),
            "members": .array(
                rows.map { row in
                    let tally = row.tally
                    var object = JSONObject([
                        "member": .text(row.member), "countable": .number(tally.countable), "present": .number(tally.present),
                        "late": .number(tally.late), "onLeave": .number(tally.onLeave), "absent": .number(tally.absent),
                        "excused": .number(tally.excused),
                    ])
                    if hasHalfDays { object["halfDays"] = tally.halfDays.cell.json }
                    if hasDays { object["days"] = tally.days.cell.json }
                    object.setName(row.name)
                    object["left"] = row.left.map { .text($0) }
                    return .object(object)
                }),
        ])
        if !beside.isEmpty { json["beside"] = .array(beside.map(\.json)) }
        return .object(json)
    }

    public var document: Document {
        guard !beside.isEmpty else { return Document(table) }
        return Document(
            sections: ([self] + beside).map { .init(title: .ofPlan($0.plan ?? ""), blocks: [.table($0.table)]) })
    }

    private var table: Table {
        var columns: [Table.Column] = [
            .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word),
            .init("countable", ColumnTitle.countable, .number), .init("present", ColumnTitle.present, .number),
            .init("late", ColumnTitle.late, .number), .init("onLeave", ColumnTitle.onLeave, .number),
            .init("absent", ColumnTitle.absent, .number), .init("excused", ColumnTitle.excused, .number),
            .init("share", ColumnTitle.share, .percent),
        ]
        if hasHalfDays { columns.append(.init("halfDays", ColumnTitle.halfDays, .share)) }
        if hasDays { columns.append(.init("days", ColumnTitle.days, .share)) }
        var table = Table("members", columns)
        for row in rows { table.append(cells(of: row)) }
        return table
    }

    private func cells(of row: Row) -> [Cell] {
        let tally = row.tally
        var cells: [Cell] = [.id(row.member), .text(.name(row.name) + (row.left.map(Phrase.left) ?? .plain("")))]
        cells += [tally.countable, tally.present, tally.late, tally.onLeave, tally.absent, tally.excused].map { .number($0) }
        cells.append(.percent(Int64(tally.present), of: Int64(tally.countable)))
        if hasHalfDays { cells.append(tally.halfDays.cell) }
        if hasDays { cells.append(tally.days.cell) }
        return cells
    }
}

extension AttendanceRegister.Part {
    /// Empty for whom none of it counts.
    fileprivate var cell: Cell { held > 0 ? .share(there, of: held) : .empty }
}
