public import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Wording

/// What a heading comes to: its targets, and its cap and floor; of the body, of each member, of each group and sector.
public struct HeadingExplanation: Sendable {
    public let heading: Heading
    public let status: PlanStatus

    private var targets: [TargetStatus] { status.targets.filter { $0.target.heading == heading.id } }

    private struct Row {
        let who: Cell
        let of: JSONObject
        /// By target, in the heading's order; nil for what is not asked.
        let points: [Int64?]
        let total: Total.HeadingStatus
    }

    private var rows: [Row] {
        func row(_ who: Cell, _ of: JSONObject, _ total: Total, _ points: (TargetStatus) -> Int64?) -> Row? {
            total.headings.first { $0.id == heading.id }.map { Row(who: who, of: of, points: targets.map(points), total: $0) }
        }
        let own = row(.text(.theBody), JSONObject(), status.total) { $0.points }
        let members = status.members.compactMap { member in
            row(.id(member.member), JSONObject(["member": .text(member.member)]), member.total) { target in
                target.members.first { $0.member == member.member }.flatMap { $0.isAsked ? $0.points : nil }
            }
        }
        let units = status.units.compactMap { unit in
            row(.plain(unit.unit.name), JSONObject(["unit": unit.unit.json]), unit.total) { target in
                target.units.first { $0.unit == unit.unit }?.status.points
            }
        }
        return (own.map { [$0] } ?? []) + members + units
    }

    var json: JSONValue {
        var object = JSONObject.basis(status)
        object["heading"] = [
            "id": .string(heading.id), "title": .text(heading.title), "cap": .number(heading.cap), "floor": .number(heading.floorInForce),
            "startsFull": .bool(heading.startsFull), "targets": .texts(targets.map(\.target.id)),
        ]
        object["sums"] = .array(
            rows.map { row in
                var object = row.of
                object["targets"] = .array(row.points.map { .number($0) })
                object["start"] = row.total.start.map { .integer($0) }
                object["sum"] = .integer(row.total.sum)
                object["points"] = .integer(row.total.points)
                return .object(object)
            })
        return .object(object)
    }

    var document: Document {
        var table = Table(
            "heading",
            [.init("who", ColumnTitle.none, .word)] + targets.map { Table.Column("target:\($0.target.id)", .plain($0.target.id), .points) }
                + [.init("sum", .beforeLimits, .points), .init("points", .afterLimits, .points)])
        for row in rows { table.append([row.who] + row.points.map { .points($0) } + [.points(row.total.sum), .points(row.total.points)]) }
        return Document([.paragraph(.headline(heading, of: status.plan)), .table(table)])
    }
}
