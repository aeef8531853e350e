public import Assessment
public import Bookkeeping
public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// Who may fall short: members whose grade so far is the lowest, with the points that are missing, what else stands in the way,
/// and what would help most.
public struct RiskView: View {
    public static let name = "risk"
    public static let isOfPlan = true

    public let book: String
    /// Of each plan that gives points to members.
    public let plans: [RankedMembers]
    public let names: [MemberID: PersonalReading]

    /// - Throws: `Problem` (`members-not-scored`) where no plan gives points to members.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        plans = try context.ranked()
        book = context.bookName
        names = try context.names(of: Set(plans.flatMap(\.atRisk).map(\.place.member)).sorted())
    }

    public var json: JSONValue {
        ["book": .string(book), "plans": .array(plans.map { $0.riskJSON(names) })]
    }

    public var document: Document {
        let first = plans[0].status
        return Document(
            title: .plain("\(book) · ") + .localized(first.plan.title), subtitle: .basis(first),
            sections: plans.enumerated().flatMap { index, ranked in
                (index == 0 ? [] : [Document.Section(title: .heading(ranked.status), blocks: [])]) + [section(ranked)]
            })
    }

    private func section(_ ranked: RankedMembers) -> Document.Section {
        let status = ranked.status
        guard let passing = status.plan.passingGrade else { return .init([.paragraph(.noGradesToMiss)]) }
        if status.isOver { return .init([.paragraph(.nobodyAtRiskAnyMore)]) }
        guard let table = ranked.atRiskTable({ .code($0.description, .member($0, names[$0] ?? .unreadable)) }) else {
            return .init([.paragraph(.nobodyAtRisk)])
        }
        return .init([.paragraph(.atRiskBelow(passing, count: table.rows.count, of: ranked.members.count)), .table(table)])
    }
}

extension RankedMembers {
    fileprivate func riskJSON(_ names: [MemberID: PersonalReading]) -> JSONValue {
        [
            "plan": .string(status.plan.id), "asOf": .text(status.asOf), "position": .integer(status.position.value),
            "passing": status.plan.passingGrade.map { ["grade": .text($0.title), "from": .integer($0.from)] } ?? .null,
            "over": .bool(status.isOver),
            "members": .array(atRisk.map { $0.riskJSON(names[$0.place.member]) }),
        ]
    }
}

extension RankedMember {
    fileprivate func riskJSON(_ name: PersonalReading?) -> JSONValue {
        var object = JSONObject([
            "member": .text(place.member), "points": .integer(place.total.points), "grade": .grade(place.total.grade),
            "shortBy": .integer(shortBy), "gradeTwice": .bool(hasGradeTwice), "obstacles": .array(obstacles.map(\.json)),
            "helps": .array(helps.map(\.json)),
        ])
        object.setName(name)
        return .object(object)
    }
}
