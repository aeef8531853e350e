public import Assessment
internal import CanonicalJSON
public import Domain
internal import EventLog
internal import Rendering
internal import Wording

/// What a plan asks of a group or sector, and what that comes to; and the same of the body.
public struct UnitExplanation: Sendable {
    /// Nil for the body.
    public let unit: Affiliation?
    public let status: PlanStatus

    /// The targets as they stand for it alone.
    private var targets: [TargetStatus] {
        guard let unit else { return status.targets.filter(\.target.subject.isOfBody) }
        return status.targets.compactMap { target in target.units.first { $0.unit == unit }?.status }
    }

    private var total: Total? { unit.map { unit in status.units.first { $0.unit == unit }?.total } ?? status.total }

    var json: JSONValue {
        var object = JSONObject.basis(status)
        object["unit"] = unit.map(\.json) ?? .null
        object["targets"] = .array(targets.map(\.json))
        if let total {
            object["base"] = .integer(total.base)
            object["headings"] = .array(total.headings.map(\.json))
            object["sum"] = .integer(total.sum)
            object["points"] = .integer(total.points)
            object["grade"] = .grade(total.grade)
            object["grades"] = total.gradesJSON
        }
        return .object(object)
    }

    var document: Document {
        var table = Table(
            "unit",
            [
                .init("id", ColumnTitle.item, .word), .init("title", ColumnTitle.target), .init("points", ColumnTitle.points, .points),
                .init("state", ColumnTitle.state, .word), .init("measured", ColumnTitle.actualAndRequired),
            ])
        func add(_ title: Phrase, _ points: Int64, isTotal: Bool = false, _ state: Cell = .empty) {
            table.append([.empty, .text(title), .points(points), state, .empty], isTotal: isTotal)
        }
        if let total, total.base != 0 { add(MemberAccountText.base, total.base) }
        for target in targets {
            table.append(
                [
                    .id(target.target.id), .text(.localized(target.target.title)), .points(target.points), .code(target.state, .state(target.state)),
                    .text(.measured(target.requirements)),
                ], evidence: target.evidence)
        }
        if let total {
            for heading in status.plan.headings {
                guard let sum = total.headings.first(where: { $0.id == heading.id }) else { continue }
                if sum.points != sum.sum { add(MemberAccountText.limit(sum.points < sum.sum, sum.points), sum.points - sum.sum) }
                add(MemberAccountText.heading(heading), sum.points, isTotal: true)
            }
            if total.points != total.sum { add(MemberAccountText.floor, total.points - total.sum) }
            add(MemberAccountText.total, total.points, isTotal: true, .grade(total.grade))
        }
        let withheld = (total?.withheld ?? []).map { Document.Block.paragraph(.withheld($0)) }
        let name: Phrase = unit.map { .plain($0.name) } ?? .theBody
        return Document([.paragraph(.plain("\(status.plan.id) ") + name), .table(table)] + withheld)
    }
}
