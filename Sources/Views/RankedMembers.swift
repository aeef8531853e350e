public import Assessment
internal import CanonicalJSON
public import Domain
internal import EventLog
package import Rendering
internal import Wording

/// A member's place in a plan, beside the plan before, and what is missing to be out of the lowest grade.
public struct RankedMember: Sendable {
    public let place: Ranking.Place
    /// On the as-of day.
    public let sectors: [String]
    public let groups: [String]
    /// Where the member stood at the end of the plan before; nil where there is none, or the member was not in it.
    public let before: Ranking.Place?
    /// What would gain the most for the fewest acts, the best first; none where nothing would, or nothing can any more.
    public let helps: [NextAct]
    /// Points that are missing to be out of the lowest grade, in hundredths; 0 for who has enough.
    public let shortBy: Int64
    /// What stands in the way of the grade above the lowest for who has the points for it.
    public let obstacles: [GradeStatus]
    /// Whether the member has the lowest grade, or none, where there are grades.
    public let isInLowestGrade: Bool

    /// Whether the grade is the one of the plan before.
    public var hasGradeTwice: Bool {
        guard let grade = place.total.grade, let before = before?.total.grade else { return false }
        return grade.title.zh == before.title.zh
    }
}

/// The members of a plan by points, and what its groups and sectors come to: what the ranking, the list of who is at risk and
/// the bulletin are made of.
public struct RankedMembers: Sendable {
    /// What the members of a group or a sector come to together.
    public struct Unit: Sendable {
        public let kind: Affiliation.Kind
        public let name: String
        public let memberCount: Int
        /// Hundredths.
        public let points: Int64
        /// By the mean, from 1, among the units of its kind; ties share it.
        public let rank: Int

        /// Hundredths a member.
        public var mean: Ratio { Ratio(points, over: Int64(memberCount)) }
    }

    public let status: PlanStatus
    /// The plan of the time before, where one gives points to members.
    public let planBefore: Plan?
    /// By rank, then in the order of their ids.
    public let members: [RankedMember]
    /// Sectors first; by rank, then by name.
    public let units: [Unit]

    /// - Parameters:
    ///   - before: where the plan before stood at its end.
    ///   - state: as of the status's day.
    package init(_ status: PlanStatus, before: PlanStatus?, _ state: State) {
        let places = Ranking(status).places
        let placesBefore = before.map { Ranking($0).byMember }
        let offers = Dictionary(status.members.indices.map { (status.members[$0].member, status.nextActs(ofMemberAt: $0)) }) { first, _ in first }
        let passing = status.plan.passingGrade
        self.status = status
        planBefore = before?.plan
        members = places.map { place in
            let (member, total) = (state.members[place.member], place.total)
            return RankedMember(
                place: place, sectors: member?.names(of: .sector, on: status.asOf) ?? [],
                groups: member?.names(of: .group, on: status.asOf) ?? [], before: placesBefore?[place.member],
                helps: offers[place.member] ?? [], shortBy: passing.map { max(0, $0.from.subtractingClamped(total.points)) } ?? 0,
                obstacles: total.withheld.filter { $0.grade == passing },
                isInLowestGrade: passing != nil && (total.grade == nil || total.grade == status.plan.grades.last))
        }
        units = Self.units(.sector, members.map { ($0.sectors, $0.place.total.points) })
            + Self.units(.group, members.map { ($0.groups, $0.place.total.points) })
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

    /// Who has the lowest grade so far. Nobody is at risk once the time is over.
    public var atRisk: [RankedMember] { status.isOver ? [] : members.filter(\.isInLowestGrade) }
}

extension Plan {
    /// The grade above the lowest; nil where there is one grade or none.
    package var passingGrade: Grade? { grades.dropLast().last }
}

// MARK: - Tables

extension RankedMembers {
    /// The mean points of the groups or the sectors; nil where there are none.
    package func table(of kind: Affiliation.Kind) -> Table? {
        let units = units.filter { $0.kind == kind }
        guard !units.isEmpty else { return nil }
        var table = Table(
            kind == .sector ? "sectors" : "groups",
            [
                .init("rank", ColumnTitle.rank, .number), .init("name", kind == .sector ? ColumnTitle.sector : ColumnTitle.group, .word),
                .init("members", ColumnTitle.memberCount, .number), .init("mean", ColumnTitle.meanPoints, .points),
            ], hasEvidence: false)
        for unit in units {
            let mean = Cell.figure(.integer(unit.mean.rounded), .plain(Phrase.points(unit.mean, beside: units.map(\.mean))))
            table.append([.number(unit.rank), .plain(unit.name), .number(unit.memberCount), mean])
        }
        return table
    }

    private static let helpsMax = 3

    /// Who is at risk, and what would help most; nil where nobody is.
    ///
    /// - Parameter cell: a member, as the reader may see them.
    package func atRiskTable(_ cell: (MemberID) -> Cell) -> Table? {
        let members = atRisk
        guard !members.isEmpty else { return nil }
        let hasSecondYears = members.contains(where: \.hasGradeTwice)
        var table = Table(
            "atRisk",
            [
                .init("member", ColumnTitle.atRisk, .word), .init("points", ColumnTitle.points, .points),
                .init("shortBy", ColumnTitle.shortBy, .points),
            ] + (hasSecondYears ? [.init("twice", ColumnTitle.secondYear, .word)] : [])
                + [.init("why", ColumnTitle.helpsMost)], hasEvidence: false)
        for member in members {
            let helps = member.obstacles.map(Phrase.withheld) + member.helps.prefix(Self.helpsMax).map(Phrase.nextAct)
            table.append(
                [cell(member.place.member), .points(member.place.total.points), .points(member.shortBy)]
                    + (hasSecondYears ? [member.hasGradeTwice ? .grade(member.place.total.grade) : .empty] : [])
                    + [.text(helps.isEmpty ? .nothingHelps : .joined(helps, zh: "；", en: "; "))])
        }
        return table
    }
}
