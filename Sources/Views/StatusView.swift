public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// Where each target of the plan stands.
public struct StatusView: View {
    public static let name = "status"
    public static let parameters = ["members"]
    public static let isOfPlan = true

    public let status: PlanStatus
    public let book: String
    private let noun: MemberNoun
    /// Names of the members assessed, in their order; nil where they were not asked for. For people alone: the JSON has
    /// each member's figures by id.
    public let members: [PersonalReading]?
    /// Who left office during the plan's days.
    public let left: [LeftMember]
    private let namesOfLeft: [MemberID: PersonalReading]
    /// Where the other plans for the same days stand; none where a plan was named.
    public let beside: [StatusView]
    /// Activities of the plan's days that are over, of which nothing shows that they took place.
    public let leftOpen: [ActivityID]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let areMembersShown = arguments.isSet("members")
        let beside = try context.statusesBeside().map { try StatusView($0, context, areMembersShown) }
        try self.init(context.status(), context, areMembersShown, beside: beside)
    }

    private init(_ status: PlanStatus, _ context: ViewContext, _ areMembersShown: Bool, beside: [StatusView] = []) throws {
        self.status = status
        self.beside = beside
        book = context.bookName
        noun = context.memberNoun
        left = context.left(status)
        leftOpen = context.on(status.asOf).state.activitiesLeftOpen(on: status.asOf).filter { activity in
            !activity.isHeld && (activity.date.map { status.plan.period.contains($0.last) } ?? false)
        }.map(\.id).sorted()
        let names = try areMembersShown ? context.names(of: status.inOffice + left.map(\.member)) : nil
        namesOfLeft = names ?? [:]
        members = names.map { names in status.inOffice.map { names[$0] ?? .unreadable } }
    }

    public var json: JSONValue {
        guard !beside.isEmpty || !left.isEmpty || !leftOpen.isEmpty, var object = status.json(book: book).objectValue else { return status.json(book: book) }
        if !left.isEmpty { object["left"] = .array(left.map(\.json)) }
        if !leftOpen.isEmpty { object["leftOpen"] = .texts(leftOpen) }
        if !beside.isEmpty { object["beside"] = .array(beside.map(\.json)) }
        return .object(object)
    }

    public var document: Document {
        Document(
            title: .plain("\(book) · ") + .localized(status.plan.title), subtitle: .basis(status),
            sections: sections + beside.flatMap { [Document.Section(title: .heading($0.status), blocks: [])] + $0.sections })
    }

    private var sections: [Document.Section] {
        [targets, bothReadings, ofUnits, owed, next, calendar, unplanned, notClosed, warnings, ofMembers].compactMap(\.self)
    }

    /// Points only where the plan gives any.
    private var targets: Document.Section {
        let hasPoints = status.plan.targets.contains { $0.scoring != nil }
        var table = Table(
            "targets",
            [.init("id", ColumnTitle.item, .word), .init("title", ColumnTitle.target)]
                + (hasPoints ? [.init("points", ColumnTitle.points, .points), .init("of", ColumnTitle.fullMarks, .points)] : [])
                + [.init("state", ColumnTitle.state, .word), .init("measured", ColumnTitle.actualAndRequired)])
        func add(_ id: Cell, _ title: Phrase, _ points: Int64?, _ full: Int64?, _ rest: [Cell], isTotal: Bool = false) {
            table.append([id, .text(title)] + (hasPoints ? [.points(points), .points(full)] : []) + rest, isTotal: isTotal)
        }
        for target in status.targets {
            add(
                .id(target.target.id), target.isDropped ? .dropped(target.target.title) : .localized(target.target.title), target.points, target.target.points,
                [.code(target.state, .state(target.state)), .text(.measured(target))])
        }
        if status.plan.scoresBody {
            add(.empty, ColumnTitle.total, status.points, status.of, [.grade(status.total.grade), .empty], isTotal: true)
        }
        return .init([.table(table)] + status.total.withheld.map { .paragraph(.withheld($0)) })
    }

    private var bothReadings: Document.Section? { status.bothReadings.map { .init([.paragraph($0.0), .table($0.1)]) } }

    private var ofUnits: Document.Section? {
        let tables = status.unitTables(evidence: false)
        return tables.isEmpty
            ? nil : .init(tables.map { .table($0) } + status.withheldOfUnits.map { .paragraph($0) })
    }

    /// What is owed, until when and at which pace.
    private var owed: Document.Section? {
        let open = status.targets.flatMap { target in target.requirements.map { (target, $0) } }
            .filter { $0.1.isOpen && status.asOf < $0.1.due }
        guard !open.isEmpty else { return nil }
        var table = Table(
            "owed",
            [
                .init("id", ColumnTitle.owed, .word), .init("what", ColumnTitle.what), .init("remaining", ColumnTitle.howMany, .number),
                .init("due", ColumnTitle.due, .date), .init("pace", ColumnTitle.pace), .init("behind", ColumnTitle.whoAndWhere),
            ])
        for (target, requirement) in open {
            table.append([
                .id(target.target.id), .text(.requirement(requirement.requirement)), .text(.remaining(requirement)),
                .date(requirement.due), status.pace(requirement).map { .text(.pace($0)) } ?? .empty, .text(.parts(requirement.behind)),
            ])
        }
        return .init([.table(table)])
    }

    private static let nextActsMax = 5

    /// What would gain the most.
    private var next: Document.Section? {
        let next = status.nextActs.prefix(Self.nextActsMax)
        guard !next.isEmpty else { return nil }
        return .init([.paragraph(.whatGainsMost)] + next.map { .paragraph(.plain("  ") + .nextAct($0)) })
    }

    private var calendar: Document.Section? { .calendar(of: status) }
    private var unplanned: Document.Section? { .unplanned(of: status) }
    private var notClosed: Document.Section? {
        leftOpen.isEmpty ? nil : .init([.paragraph(.note(.activitiesLeftOpen(leftOpen)))])
    }
    private var warnings: Document.Section? { .warnings(of: status.plan) }

    private var ofMembers: Document.Section? {
        let targets = status.targetsOfMembers
        guard let members, !members.isEmpty || !left.isEmpty, !targets.isEmpty else { return nil }
        let hasTotals = !status.members.isEmpty
        var table = Table(
            "members",
            [.init("member", noun.one, .word)] + targets.map { .init($0.target.id, .plain($0.target.id), .points) }
                + (hasTotals ? [.init("total", ColumnTitle.total, .points), .init("grade", ColumnTitle.grade, .word)] : []))
        let totals = Dictionary(status.members.map { ($0.member, $0.total) }) { first, _ in first }
        for (member, name) in zip(status.inOffice, members) {
            let total = totals[member]
            let ends: [Cell] = hasTotals ? [.points(total?.points), .grade(total?.grade)] : []
            table.append([.code(member.description, .member(member, name))] + targets.map { .text(.ofMember(member, in: $0)) } + ends)
        }
        for gone in left {
            let ends: [Cell] = hasTotals ? [.points(gone.total?.points), .grade(gone.total?.grade)] : []
            let figures = targets.map { target in
                gone.status.targets.first { $0.target.id == target.target.id }.map { Cell.text(.ofMember(gone.member, in: $0)) } ?? .empty
            }
            let name = Phrase.member(gone.member, namesOfLeft[gone.member] ?? .unreadable) + .left(gone.until)
            table.append([.code(gone.member.description, name)] + figures + ends)
        }
        let withheld = zip(status.inOffice, members).flatMap { member, name in
            (totals[member]?.withheld ?? []).map { Document.Block.paragraph(.member(member, name) + .plain("  ") + .withheld($0)) }
        }
        return .init([.table(table)] + withheld)
    }
}

extension Cell {
    package static func grade(_ grade: Grade?) -> Cell { grade.map { .text(.localized($0.title)) } ?? .empty }
}

extension Document.Section {
    /// The plan's calendar, and what fulfils it; nil where the plan has none.
    static func calendar(of status: PlanStatus) -> Document.Section? {
        guard !status.calendar.isEmpty else { return nil }
        var table = Table(
            "calendar",
            [
                .init("id", ColumnTitle.calendar, .word), .init("when", ColumnTitle.when, .date), .init("title", ColumnTitle.planned),
                .init("state", ColumnTitle.state, .word), .init("fulfilledBy", ColumnTitle.by, .word),
            ])
        for item in status.calendar {
            table.append([
                .id(item.item.id), .when(item.item.when), .text(.localized(item.item.title)), .code(item.state, .state(item.state)),
                .id(item.fulfilledBy),
            ])
        }
        return .init([.table(table)])
    }

    static func unplanned(of status: PlanStatus) -> Document.Section? {
        guard !status.calendar.isEmpty, !status.unplanned.isEmpty else { return nil }
        return .init([.paragraph(.besideTheCalendar(status.unplanned))])
    }

    static func warnings(of plan: Plan) -> Document.Section? {
        guard !plan.warnings.isEmpty else { return nil }
        return .init(plan.warnings.map { .paragraph(.note(.planWarning($0))) })
    }
}

extension LeftMember {
    /// The member's figures as of their last day in office.
    var json: JSONValue {
        let targets = status.targetsOfMembers.map { target -> JSONValue in
            var object = JSONObject(["id": .string(target.target.id)])
            object["own"] = target.members.first { $0.member == member }.map(\.json)
            return .object(object)
        }
        var object = JSONObject(["member": .text(member), "until": .text(until), "targets": .array(targets)])
        object["points"] = total.map { .integer($0.points) }
        object["grade"] = total.map { .grade($0.grade) }
        return .object(object)
    }
}
