public import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Wording

/// A grade: what it takes, who has it, and what stands in the way of everybody else.
public struct GradeExplanation: Sendable {
    public let grade: Grade
    public let status: PlanStatus

    private var rows: [(who: Cell, of: JSONObject, total: Total)] {
        switch status.plan.gradesSubject {
        case .member: status.members.map { (.id($0.member), JSONObject(["member": .text($0.member)]), $0.total) }
        case .each: status.units.map { (.plain($0.unit.name), JSONObject(["unit": $0.unit.json]), $0.total) }
        case .body, .officeHolder, .unit: [(.text(.theBody), JSONObject(), status.total)]
        }
    }

    var json: JSONValue {
        var object = JSONObject.basis(status)
        object["title"] = .text(grade.title)
        object["from"] = .integer(grade.from)
        object["graded"] = .array(
            rows.map { row in
                var object = row.of
                object["points"] = .integer(row.total.points)
                object["given"] = .bool(row.total.grade == grade)
                object["grade"] = .grade(row.total.grade)
                object["tried"] = row.total.tried.first { $0.grade == grade }.map(\.json)
                return .object(object)
            })
        return .object(object)
    }

    var document: Document {
        var table = Table(
            "grade",
            [
                .init("who", ColumnTitle.none, .word), .init("points", ColumnTitle.points, .points),
                .init("finding", ColumnTitle.finding),
            ])
        for row in rows { table.append([row.who, .points(row.total.points), .text(finding(row.total))]) }
        return Document([.paragraph(.headline(grade, of: status.plan)), .table(table)])
    }

    private func finding(_ total: Total) -> Phrase {
        if total.grade == grade { return .gradeGiven }
        if total.points < grade.from { return .gradeMissing(grade.from.subtractingClamped(total.points)) }
        if let tried = total.tried.first(where: { $0.grade == grade }) { return .withheld(tried) }
        return total.grade.map(Phrase.gradeHigher) ?? .plain("–")
    }
}
