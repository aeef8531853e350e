public import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog

extension FigureChange {
    /// Which figure, and both values; null where there is no such figure.
    public var json: JSONValue {
        ["figure": figure.json, "before": before.map(\.json) ?? .null, "after": after.map(\.json) ?? .null]
    }
}

extension FigureChange.Figure {
    fileprivate var json: JSONValue {
        switch self {
        case .total: ["code": "total"]
        case .full(let target): ["code": "full", "target": .text(target)]
        case .points(let target): ["code": "points", "target": .string(target)]
        case .state(let target): ["code": "state", "target": .string(target)]
        case .actual(let target, let requirement):
            ["code": "actual", "target": .string(target), "requirement": .number(requirement)]
        case .memberTotal(let member): ["code": "member-total", "member": .text(member)]
        case .memberPoints(let member, let target):
            ["code": "member-points", "member": .text(member), "target": .string(target)]
        case .unitTotal(let unit): ["code": "unit-total", "unit": unit.json]
        case .unitPoints(let unit, let target): ["code": "unit-points", "unit": unit.json, "target": .string(target)]
        case .unitGrade(let unit): ["code": "unit-grade", "unit": unit.json]
        case .grade(let member): ["code": "grade", "member": .text(member)]
        case .calendar(let item): ["code": "calendar", "item": .string(item)]
        case .fulfilledBy(let item): ["code": "fulfilled-by", "item": .string(item)]
        case .unplanned: ["code": "unplanned"]
        }
    }
}

extension FigureChange.Value {
    fileprivate var json: JSONValue {
        switch self {
        case .points(let points): ["points": .integer(points)]
        case .state(let state): ["state": .code(state)]
        case .quantity(.count(let count)): ["count": .integer(count)]
        case .quantity(.amount(let amount, let unit)): ["amount": .integer(amount), "unit": .text(unit)]
        case .quantity(let quantity): ["fraction": quantity.fraction ?? .null]
        case .grade(let title): ["grade": .text(title)]
        case .subject(let subject): ["subject": .text(subject)]
        case .activities(let ids): ["activities": .texts(ids)]
        }
    }
}
