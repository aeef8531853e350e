public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// The ranking of the members 履职排名: all of them by points, beside the year before; by group and by sector; and who is at
/// risk, with what would help most.
public struct RankingView: View {
    public static let name = "ranking"
    public static let isOfPlan = true

    public let book: String
    public let ranked: RankedMembers
    public let names: [MemberID: PersonalReading]
    /// Who left office during the plan's days: behind those in office, without a rank.
    public let left: [LeftMember]
    /// The rankings of the other plans for the same days; none where a plan was named.
    public let beside: [RankingView]

    /// - Throws: `Problem` (`members-not-scored`) where no plan gives points to members.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let all = try context.ranked()
        let left = all.map { context.left($0.status) }
        let names = try context.names(
            of: Set(all.flatMap(\.members).map(\.place.member) + left.joined().map(\.member)).sorted())
        let views = zip(all, left).map { RankingView(context.bookName, $0, $1, names, beside: []) }
        self.init(context.bookName, all[0], left[0], names, beside: Array(views.dropFirst()))
    }

    private init(
        _ book: String, _ ranked: RankedMembers, _ left: [LeftMember], _ names: [MemberID: PersonalReading], beside: [RankingView]
    ) {
        (self.book, self.ranked, self.left, self.names, self.beside) = (book, ranked, left, names, beside)
    }

    private var status: PlanStatus { ranked.status }

    public var json: JSONValue {
        var object = JSONObject([
            "book": .string(book), "plan": .string(status.plan.id), "asOf": .text(status.asOf),
            "position": .integer(status.position.value), "planBefore": .text(ranked.planBefore?.id),
            "members": .array(ranked.members.map { $0.json(names[$0.place.member]) }),
            "sectors": .array(ranked.units.filter { $0.kind == .sector }.map(\.json)),
            "groups": .array(ranked.units.filter { $0.kind == .group }.map(\.json)),
        ])
        if !left.isEmpty { object["left"] = .array(left.map(\.json)) }
        if !beside.isEmpty { object["beside"] = .array(beside.map(\.json)) }
        return .object(object)
    }

    public var document: Document {
        Document(
            title: .plain("\(book) · ") + .localized(status.plan.title), subtitle: .basis(status),
            sections: sections + beside.flatMap { [Document.Section(title: .heading($0.status), blocks: [])] + $0.sections })
    }

    private var sections: [Document.Section] {
        let tables = [members] + [Affiliation.Kind.sector, .group].compactMap(ranked.table)
            + [ranked.atRiskTable { .code($0.description, .member($0, names[$0] ?? .unreadable)) }].compactMap(\.self)
        return tables.map { .init([.table($0)]) }
    }

    private var members: Table {
        let rows = ranked.members
        let hasGroups = rows.contains { !$0.groups.isEmpty }
        let hasSectors = rows.contains { !$0.sectors.isEmpty }
        let hasGrades = !status.plan.grades.isEmpty
        let hadGrades = ranked.planBefore.map { !$0.grades.isEmpty } ?? false
        let hasSecondYears = rows.contains(where: \.hasGradeTwice)
        var columns: [Table.Column] = [
            .init("rank", ColumnTitle.rank, .number), .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word),
            .init("points", ColumnTitle.points, .points),
        ]
        if hasGrades { columns.append(.init("grade", ColumnTitle.grade, .word)) }
        if hasSectors { columns.append(.init("sectors", ColumnTitle.sector)) }
        if hasGroups { columns.append(.init("groups", ColumnTitle.group)) }
        if ranked.planBefore != nil {
            columns += [.init("pointsBefore", ColumnTitle.pointsBefore, .points), .init("rankBefore", ColumnTitle.rankBefore, .number)]
        }
        if hadGrades { columns.append(.init("gradeBefore", ColumnTitle.gradeBefore, .word)) }
        if hasSecondYears { columns.append(.init("twice", ColumnTitle.secondYear, .word)) }
        var table = Table("members", columns)
        for row in rows {
            let total = row.place.total
            var cells: [Cell] = [
                .number(row.place.rank), .id(row.place.member), .name(names[row.place.member]), .points(total.points),
            ]
            if hasGrades { cells.append(.grade(total.grade)) }
            if hasSectors { cells.append(.texts(row.sectors)) }
            if hasGroups { cells.append(.texts(row.groups)) }
            if ranked.planBefore != nil { cells += [.points(row.before?.total.points), .number(row.before.map { Int64($0.rank) } as Int64?)] }
            if hadGrades { cells.append(.grade(row.before?.total.grade)) }
            if hasSecondYears { cells.append(row.hasGradeTwice ? .grade(total.grade) : .empty) }
            table.append(cells)
        }
        for gone in left {
            let name = Cell.text(.name(names[gone.member] ?? .unreadable) + .left(gone.until))
            let cells: [Cell] = [.empty, .id(gone.member), name, .points(gone.total?.points)] + (hasGrades ? [.grade(gone.total?.grade)] : [])
            table.append(cells + Array(repeating: .empty, count: columns.count - cells.count))
        }
        return table
    }
}

extension RankedMember {
    fileprivate func json(_ name: PersonalReading?) -> JSONValue {
        var object = JSONObject([
            "member": .text(place.member), "rank": .number(place.rank), "tied": .bool(place.isTied), "points": .integer(place.total.points),
            "grade": .grade(place.total.grade), "sectors": .texts(sectors), "groups": .texts(groups), "shortBy": .integer(shortBy),
            "help": helps.first.map(\.json) ?? .null, "before": before.map(\.json) ?? .null, "gradeTwice": .bool(hasGradeTwice),
        ])
        object.setName(name)
        return .object(object)
    }
}

extension Ranking.Place {
    var json: JSONValue { ["rank": .number(rank), "points": .integer(total.points), "grade": .grade(total.grade)] }
}

extension RankedMembers.Unit {
    fileprivate var json: JSONValue {
        ["name": .string(name), "rank": .number(rank), "members": .number(memberCount), "points": .integer(points)]
    }
}
