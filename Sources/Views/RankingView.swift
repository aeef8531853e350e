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

    public struct Row: Sendable {
        public let place: Ranking.Place
        public let name: PersonalReading
        /// On the as-of day.
        public let sectors: [String]
        public let groups: [String]
        /// Where the member stood at the end of the plan before; nil where there is none, or the member was not in it.
        public let before: Ranking.Place?
        /// What would gain the most for the fewest acts; nil where nothing would, or nothing can any more.
        public let help: NextAct?
        /// Points that are missing to be out of the lowest grade, in hundredths; 0 for who is not in it.
        public let shortBy: Int64
    }

    /// What the members of a group or a sector come to together.
    public struct Unit: Sendable {
        public let kind: Affiliation.Kind
        public let name: String
        public let memberCount: Int
        /// Hundredths.
        public let points: Int64
        /// By the mean, from 1, among the units of its kind; ties share it.
        public let rank: Int
    }

    public let book: String
    public let status: PlanStatus
    /// The plan of the time before, where one gives points to members.
    public let planBefore: Plan?
    public let rows: [Row]
    /// Sectors first; by rank, then by name.
    public let units: [Unit]

    /// - Throws: `Problem` (`members-not-scored`) where the plan gives no points to members.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let status = try context.status()
        guard status.plan.scoresMembers else {
            throw Problem(.notFound, code: "members-not-scored", .membersNotScored(status.plan.id))
        }
        let earlier = try context.statusBefore(status.plan)
        let before = earlier.map { Ranking($0).byMember }
        let places = Ranking(status).places
        let names = try context.names(of: places.map(\.member))
        let state = context.on(status.asOf).state
        let lowest = status.plan.lowestPassingPoints
        let offers = Dictionary(status.members.indices.map { (status.members[$0].member, status.nextActs(ofMemberAt: $0)) }) { first, _ in first }
        self.status = status
        book = context.bookName
        planBefore = earlier?.plan
        let rows = places.map { place in
            let member = state.members[place.member]
            return Row(
                place: place, name: names[place.member] ?? .unreadable, sectors: member?.names(of: .sector, on: status.asOf) ?? [],
                groups: member?.names(of: .group, on: status.asOf) ?? [], before: before?[place.member],
                help: offers[place.member]?.first,
                shortBy: lowest.map { max(0, $0.subtractingClamped(place.total.points)) } ?? 0)
        }
        self.rows = rows
        units = Self.units(.sector, rows.map { ($0.sectors, $0.place.total.points) })
            + Self.units(.group, rows.map { ($0.groups, $0.place.total.points) })
    }

    private static func units(_ kind: Affiliation.Kind, _ members: [(names: [String], points: Int64)]) -> [Unit] {
        var sums: [String: (points: Int64, count: Int64)] = [:]
        for member in members {
            for name in Set(member.names) {
                let sum = sums[name] ?? (0, 0)
                sums[name] = (sum.points.addingClamped(member.points), sum.count + 1)
            }
        }
        func mean(_ name: String) -> Ratio { sums[name].map { Ratio($0.points, over: $0.count) } ?? Ratio(0) }
        let ordered = sums.keys.sorted { (mean($1), $0) < (mean($0), $1) }
        return zip(ordered, ordered.ranks(by: mean)).map { name, rank in
            let sum = sums[name] ?? (0, 0)
            return Unit(kind: kind, name: name, memberCount: Int(sum.count), points: sum.points, rank: rank)
        }
    }

    public var json: JSONValue {
        [
            "book": .string(book), "plan": .string(status.plan.id), "asOf": .text(status.asOf),
            "position": .integer(status.position.value), "planBefore": .text(planBefore?.id),
            "members": .array(rows.map(\.json)), "sectors": .array(units.filter { $0.kind == .sector }.map(\.json)),
            "groups": .array(units.filter { $0.kind == .group }.map(\.json)),
        ]
    }

    public var document: Document {
        Document(
            title: .plain("\(book) · ") + .localized(status.plan.title), subtitle: .basis(status),
            sections: [.init([.table(members)])] + [Affiliation.Kind.sector, .group].compactMap(table) + [atRisk].compactMap(\.self))
    }

    private var members: Table {
        let hasGroups = rows.contains { !$0.groups.isEmpty }
        let hasSectors = rows.contains { !$0.sectors.isEmpty }
        var table = Table(
            "members",
            [
                .init("rank", ColumnTitle.rank, .number), .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word),
                .init("points", ColumnTitle.points, .points),
            ] + (status.plan.grades.isEmpty ? [] : [.init("grade", ColumnTitle.grade, .word)])
                + (hasSectors ? [.init("sectors", ColumnTitle.sector)] : []) + (hasGroups ? [.init("groups", ColumnTitle.group)] : [])
                + (planBefore == nil
                    ? []
                    : [.init("pointsBefore", ColumnTitle.pointsBefore, .points), .init("rankBefore", ColumnTitle.rankBefore, .number)]))
        for row in rows {
            let total = row.place.total
            var cells: [Cell] = [.number(row.place.rank), .id(row.place.member), .name(row.name), .points(total.points)]
            if !status.plan.grades.isEmpty { cells.append(.grade(total.grade)) }
            if hasSectors { cells.append(.texts(row.sectors)) }
            if hasGroups { cells.append(.texts(row.groups)) }
            if planBefore != nil { cells += [.points(row.before?.total.points), .number(row.before.map { Int64($0.rank) } as Int64?)] }
            table.append(cells)
        }
        return table
    }

    private func table(_ kind: Affiliation.Kind) -> Document.Section? {
        let units = units.filter { $0.kind == kind }
        guard !units.isEmpty else { return nil }
        var table = Table(
            kind == .sector ? "sectors" : "groups",
            [
                .init("rank", ColumnTitle.rank, .number), .init("name", kind == .sector ? ColumnTitle.sector : ColumnTitle.group, .word),
                .init("members", ColumnTitle.memberCount, .number), .init("mean", ColumnTitle.meanPoints, .points),
            ])
        for unit in units {
            table.append([.number(unit.rank), .plain(unit.name), .number(unit.memberCount), .points(unit.mean.rounded)])
        }
        return .init([.table(table)])
    }

    /// Nobody is at risk once the year is over.
    private var atRisk: Document.Section? {
        let rows = rows.filter { $0.shortBy > 0 }
        guard !rows.isEmpty, status.asOf < status.plan.period.last else { return nil }
        var table = Table(
            "atRisk",
            [
                .init("member", ColumnTitle.atRisk, .word), .init("shortBy", ColumnTitle.shortBy, .points), .init("help", ColumnTitle.helpsMost),
            ])
        for row in rows {
            table.append([
                .code(row.place.member.description, .member(row.place.member, row.name)), .points(row.shortBy),
                row.help.map { .text(.nextAct($0)) } ?? .empty,
            ])
        }
        return .init([.table(table)])
    }
}

extension RankingView.Row {
    fileprivate var json: JSONValue {
        var object = JSONObject([
            "member": .text(place.member), "rank": .number(place.rank), "tied": .bool(place.isTied), "points": .integer(place.total.points),
            "grade": .grade(place.total.grade), "sectors": .texts(sectors), "groups": .texts(groups), "shortBy": .integer(shortBy),
            "help": help.map(\.json) ?? .null,
            "before": before.map { ["rank": .number($0.rank), "points": .integer($0.total.points), "grade": .grade($0.total.grade)] } ?? .null,
        ])
        object.setName(name)
        return .object(object)
    }
}

extension RankingView.Unit {
    /// Hundredths a member.
    var mean: Ratio { Ratio(points, over: Int64(memberCount)) }

    fileprivate var json: JSONValue {
        ["name": .string(name), "rank": .number(rank), "members": .number(memberCount), "points": .integer(points)]
    }
}

extension Plan {
    /// What it takes to be out of the lowest grade; nil where there is one grade or none.
    fileprivate var lowestPassingPoints: Int64? { grades.dropLast().last?.from }
}

extension ViewContext {
    /// Where the plan that ends the day before this one begins stood at its end, if it gives points to members; of several the
    /// one adopted last.
    fileprivate func statusBefore(_ plan: Plan) throws -> PlanStatus? {
        let last = plan.period.first.adding(days: -1)
        let ended = known.plans.values.filter { $0.period?.last == last }
            .sorted { ($1.adopted?.position ?? .start) < ($0.adopted?.position ?? .start) }
        return try ended.lazy.compactMap { try $0.plan(on: last) }.first { $0.scoresMembers }
            .map { assess($0, known.asOf(last), asOf: last) }
    }
}
