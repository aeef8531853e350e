package import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
package import Rendering
package import Wording

/// What each group or sector has of the targets that assess each of them: the one table in the status and in a report.
extension PlanStatus {
    /// One for each kind of which something is asked.
    package func unitTables(evidence: Bool) -> [Table] {
        [Affiliation.Kind.group, .sector].compactMap { kind in
            let targets = targets.filter { $0.target.subject == .each(kind) }
            let units = targets.first?.units.map(\.unit) ?? []
            guard !units.isEmpty else { return nil }
            let totals = self.units.filter { $0.unit.kind == kind }
            let hasGrades = totals.contains { $0.total.grade != nil || !$0.total.tried.isEmpty }
            var table = Table(
                "units:\(kind.rawValue)",
                [.init("unit", .affiliation(kind), .word)]
                    + targets.map { Table.Column("target:\($0.target.id)", .plain($0.target.id), .points) }
                    + (totals.isEmpty ? [] : [.init("total", ColumnTitle.total, .points)])
                    + (hasGrades ? [.init("grade", ColumnTitle.grade, .word)] : []))
            for unit in units {
                let own = targets.compactMap { target in target.units.first { $0.unit == unit }?.status }
                let total = totals.first { $0.unit == unit }?.total
                let figures = own.map { Cell.figure($0.unitJSON, .ofUnit($0)) }
                table.append(
                    [.plain(unit.name)] + figures + (totals.isEmpty ? [] : [.points(total?.points)])
                        + (hasGrades ? [.grade(total?.grade)] : []),
                    evidence: evidence ? own.flatMap(\.evidence).sortedUnique : [])
            }
            return table
        }
    }

    /// Why groups or sectors have not the grades that their points reach.
    package var withheldOfUnits: [Phrase] {
        units.flatMap { unit in unit.total.withheld.map { .plain("\(unit.unit.name)  ") + .withheld($0) } }
    }
}

extension TargetStatus {
    fileprivate var unitJSON: JSONValue {
        ["state": .code(state), "points": .number(points), "actual": .array(requirements.map(\.actualJSON))]
    }
}

extension UnitTarget {
    var json: JSONValue {
        [
            "unit": unit.json, "state": .code(status.state), "points": .number(status.points),
            "parts": .array(status.requirements.map(\.json)), "lines": .array(status.lines.map(\.json)),
        ]
    }
}

extension UnitStatus {
    var json: JSONValue {
        var object = JSONObject([
            "unit": unit.json, "members": .texts(members), "points": .integer(total.points), "sum": .integer(total.sum),
            "grade": .grade(total.grade),
        ])
        object["grades"] = total.gradesJSON
        return .object(object)
    }
}

extension Affiliation {
    var json: JSONValue { ["kind": .code(kind), "name": .string(name)] }
}
