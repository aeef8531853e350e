public import Assessment
internal import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog
internal import Rendering
internal import Wording

/// What one plan says of a member: what it asks, how the points add up, what is missing and what would help, and the appeals.
public struct MemberSheet: Sendable {
    let member: MemberID
    /// Where the plan stands; of who left before the day, as of their last day in office.
    public let status: PlanStatus
    /// The last day in office of who left before the day: then the figures are final.
    public let left: CalendarDate?
    /// How the points add up; nil where the plan gives the member none.
    public let account: MemberAccount?
    /// What would gain the most, the best first; none for who left.
    public let helps: [NextAct]
    /// The member's objections to the plan's figures.
    public let appeals: [AppealsView.Row]
    /// What the acts of the account are called.
    private let actNames: [Subject: Phrase]

    /// - Parameter status: as of the day that is asked about.
    init(_ member: MemberID, _ status: PlanStatus, _ appeals: [AppealsView.Row], _ context: ViewContext) {
        let own = context.status(status, of: member)
        self.member = member
        self.status = own
        self.appeals = appeals
        left = own.asOf < status.asOf ? own.asOf : nil
        account = MemberAccount(of: member, in: own)
        helps = left == nil ? own.members.firstIndex { $0.member == member }.map { own.nextActs(ofMemberAt: $0) } ?? [] : []
        actNames = account?.names(in: context.on(status.asOf).state) ?? [:]
    }

    /// What the member's targets come to; nil where members are given no points.
    var total: Total? { status.members.first { $0.member == member }?.total }

    var targets: JSONValue { .array(status.targetsOfMembers.map { $0.json(of: member) }) }

    /// What is left out where it is not given.
    func add(to object: inout JSONObject) {
        object["left"] = left.map { .text($0) }
        object["points"] = total.map { .integer($0.points) }
        object["grade"] = total.map { .grade($0.grade) }
        object["grades"] = total?.gradesJSON
        object["account"] = account?.json
        if account != nil { object["next"] = .array(helps.map(\.json)) }
        object["appeals"] = appeals.isEmpty ? nil : .array(appeals.map(\.json))
    }

    var sections: [Document.Section] { [demandsSection, accountSection, missing, appealSection].compactMap(\.self) }

    /// Says of who left since when.
    private func ofMember(_ title: Phrase) -> Phrase { left.map { title + .left($0) } ?? title }

    private var demandsSection: Document.Section? {
        let table = demands
        guard !table.rows.isEmpty else { return nil }
        return Document.Section(key: table.key, title: ofMember(MemberFileText.demands(status.plan.id)), blocks: [.table(table)])
    }

    private var demands: Table {
        let targets = status.targetsOfMembers.map { target in (target, target.members.first { $0.member == member }) }
        // Where points are for acts alone, nothing is required.
        let isAnythingRequired = targets.contains { !($0.1?.requirements ?? []).isEmpty }
        var table = Table(
            "targets",
            [
                .init("id", MemberFileText.item, .word), .init("title", ReportColumn.target), .init("state", ReportColumn.state, .word),
            ] + (isAnythingRequired ? [.init("measured", ColumnTitle.actualAndRequired)] : [])
                + [.init("figure", MemberFileText.ofMember, .points)])
        for (target, own) in targets {
            let state: Cell = own.flatMap { $0.isAsked ? .code($0.state, .state($0.state)) : nil } ?? .empty
            let measured: [Cell] = isAnythingRequired ? [.text(.measured(own?.requirements ?? []))] : []
            table.append(
                [.id(target.target.id), .text(.localized(target.target.title)), state] + measured
                    + [.text(.ofMember(member, in: target))], evidence: target.evidence(of: member))
        }
        if let total {
            let grade = total.grade.map { Phrase.localized($0.title) } ?? ReportColumn.total
            table.append(
                [.empty, .text(grade), .empty] + (isAnythingRequired ? [.empty] : []) + [.points(hundredths: total.points)], isTotal: true)
        }
        return table
    }

    private var accountSection: Document.Section? {
        guard let account else { return nil }
        let table = account.table(actNames)
        let notes = (account.total?.withheld ?? []).map { Document.Block.paragraph(.withheld($0)) } + gradeAbove(in: status.plan)
        return .init(
            key: table.key, title: ofMember(MemberAccountText.title), blocks: [.paragraph(MemberAccountText.remark), .table(table)] + notes)
    }

    /// The next higher grade by points alone.
    private func gradeAbove(in plan: Plan) -> [Document.Block] {
        guard let points = total?.points, let above = plan.grades.last(where: { $0.from > points }) else { return [] }
        return [.paragraph(MemberAccountText.gradeAbove(above, missing: above.from - points))]
    }

    /// What is owed while there is time, and what would gain points.
    private var missing: Document.Section? {
        guard left == nil, !status.isOver, isAssessed else { return nil }
        var table = Table(
            "missing",
            [
                .init("id", MemberFileText.item, .word), .init("what", ColumnTitle.what), .init("measured", ColumnTitle.actualAndRequired),
                .init("remaining", ColumnTitle.howMany, .number), .init("due", ColumnTitle.due, .date),
            ], hasEvidence: false)
        for (target, requirement) in open {
            table.append([
                .id(target.id), .text(.requirement(requirement.requirement)), .text(.measured([requirement])),
                .text(.remaining(requirement)), .date(requirement.due),
            ])
        }
        let acts: [Document.Block] = helps.isEmpty
            ? [] : [.paragraph(MemberAccountText.helps)] + helps.map { .paragraph(.plain("· ") + .nextAct($0)) }
        let owed: [Document.Block] = table.rows.isEmpty ? [.paragraph(MemberAccountText.nothingMissing)] : [.table(table)]
        return .init(key: table.key, title: MemberAccountText.missing, blocks: owed + acts)
    }

    private var isAssessed: Bool { status.targets.contains { $0.members.contains { $0.member == member } } }

    /// What is required of the member by itself and can still be reached.
    private var open: [(target: Target, requirement: RequirementStatus)] {
        var open: [(target: Target, requirement: RequirementStatus)] = []
        for target in status.targets {
            let own = target.members.first { $0.member == member }?.requirements ?? []
            open += own.filter(\.isOpen).map { (target.target, $0) }
        }
        return open
    }

    private var appealSection: Document.Section? {
        appeals.isEmpty ? nil : .init(key: "appeals", title: MemberAccountText.appeals, blocks: [.table(appeals.table)])
    }
}

extension MemberAccount {
    /// How the points add up.
    ///
    /// - Parameter names: what the acts are called.
    func table(_ names: [Subject: Phrase]) -> Table {
        var table = Table(
            "account",
            [
                .init("id", MemberFileText.item, .word), .init("what", ReportColumn.act), .init("date", ReportColumn.date, .word),
                .init("finding", ReportColumn.finding), .init("points", ReportColumn.earned, .points),
            ])
        for row in rows {
            if case .target(_, let own) = row.what, !own.isAsked { continue }
            let (id, what, date, finding, evidence) = cells(row, names)
            table.append([id, what, date, finding, .points(exactly: row.points)], evidence: evidence, isTotal: row.what.isSum)
        }
        return table
    }

    /// What each act of it is called.
    func names(in state: State) -> [Subject: Phrase] {
        rows.reduce(into: [:]) { names, row in
            if case .line(_, let line) = row.what { names[line.subject] = .act(line.subject, in: state) }
        }
    }

    private func cells(_ row: Row, _ names: [Subject: Phrase]) -> (Cell, Cell, Cell, Cell, [Position]) {
        func plain(_ id: String?, _ text: Phrase) -> (Cell, Cell, Cell, Cell, [Position]) { (.text(id), .text(text), .empty, .empty, []) }
        let isCap = row.points < Ratio(0)
        switch row.what {
        case .base: return plain(nil, MemberAccountText.base)
        case .startOfHeading(let heading): return plain(heading.id, MemberAccountText.startOfHeading(heading))
        case .start(let target, let start): return plain(target.id, .start(start))
        case .line(let target, let line):
            let name = names[line.subject] ?? .plain(line.subject.id)
            return (.id(target.id), .code(line.subject.description, name), .when(line.date), .text(.outcome(line)), line.evidence)
        case .reached(let target, let requirements):
            let (id, what, date, finding, _) = plain(target.id, MemberAccountText.reached(requirements))
            return (id, what, date, finding, requirements.flatMap(\.evidence).sortedUnique)
        case .fullOnes(let target): return plain(target.id, MemberAccountText.fullOnes)
        case .amended(let target): return plain(target.id, MemberAccountText.amended)
        case .limit(let target):
            return plain(target.id, MemberAccountText.limit(isCap, (isCap ? target.points : target.floorInForce) ?? 0))
        case .rounding(let target): return plain(target.id, MemberAccountText.rounding)
        case .limitOfHeading(let heading):
            return plain(heading.id, MemberAccountText.limit(isCap, (isCap ? heading.cap : heading.floorInForce) ?? 0))
        case .floor: return plain(nil, MemberAccountText.floor)
        case .target(let target, let own):
            return (.id(target.id), .text(.localized(target.title)), .empty, .text(.measured(own.requirements)), [])
        case .heading(let heading, _): return plain(heading.id, MemberAccountText.heading(heading))
        case .total(let total): return (.empty, .text(MemberAccountText.total), .empty, .grade(total.grade), [])
        }
    }

    fileprivate var total: Total? {
        guard case .total(let total)? = rows.last?.what else { return nil }
        return total
    }

    var json: JSONValue { .array(rows.map(\.json)) }
}

extension MemberAccount.Row {
    fileprivate var json: JSONValue {
        var object: JSONObject =
            switch what {
            case .base: JSONObject(["code": "base"])
            case .startOfHeading(let heading): JSONObject(["code": "heading-start", "heading": .string(heading.id)])
            case .start(let target, let start): JSONObject(["code": "start", "target": .string(target.id), "start": start.json])
            case .line(let target, let line): JSONObject(["code": "line", "target": .string(target.id), "line": line.json])
            case .reached(let target, _): JSONObject(["code": "reached", "target": .string(target.id)])
            case .fullOnes(let target): JSONObject(["code": "full-ones", "target": .string(target.id)])
            case .amended(let target): JSONObject(["code": "amended", "target": .string(target.id)])
            case .limit(let target): JSONObject(["code": "limit", "target": .string(target.id)])
            case .rounding(let target): JSONObject(["code": "rounding", "target": .string(target.id)])
            case .limitOfHeading(let heading): JSONObject(["code": "heading-limit", "heading": .string(heading.id)])
            case .floor: JSONObject(["code": "floor"])
            case .target(let target, _): JSONObject(["code": "target", "target": .string(target.id)])
            case .heading(let heading, _): JSONObject(["code": "heading", "heading": .string(heading.id)])
            case .total: JSONObject(["code": "total"])
            }
        object["points"] = .integer(points.rounded)
        if points.denominator != 1 { object["exact"] = .string("\(points.numerator)/\(points.denominator)") }
        object["sum"] = .bool(what.isSum)
        return .object(object)
    }
}

extension Cell {
    /// Hundredths of a point; with the fraction, where they are no whole number.
    fileprivate static func points(exactly points: Ratio) -> Cell {
        points.denominator == 1 ? .points(hundredths: points.rounded) : .text(MemberAccountText.exact(points))
    }
}
