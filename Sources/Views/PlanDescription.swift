public import Assessment
public import CanonicalJSON
internal import Domain
public import Rendering
internal import Wording

/// What a plan's text adds up to, and what is odd about it. It needs no book.
public struct PlanDescription: Sendable {
    public let plan: Plan

    public init(_ plan: Plan) { self.plan = plan }

    public var json: JSONValue {
        [
            "ok": true, "plan": .string(plan.id), "year": .number(plan.year), "period": .period(plan.period),
            "targets": .number(plan.targets.count),
            "points": .integer(plan.points), "statedPoints": .number(plan.statedPoints), "calendar": .number(plan.calendar.count),
            "warnings": .array(plan.warnings.map(\.json)),
        ]
    }

    public var document: Document {
        Document(sections: [.init([.paragraph(.planSummary(plan))]), .warnings(of: plan)].compactMap(\.self))
    }
}

extension Threshold {
    /// A whole number of per cent, or the fraction that is enough or has to be exceeded.
    fileprivate func added(to members: JSONObject) -> JSONObject {
        var object = members
        if let wholePercent {
            object["percent"] = .number(wholePercent)
        } else {
            object[key(least: "share", moreThan: "moreThan")] = .string(part.text)
        }
        return object
    }
}

extension PlanWarning {
    /// A code, and what it is about. Points are in hundredths.
    fileprivate var json: JSONValue {
        switch self {
        case .pointsDoNotAddUp(let sum, let stated):
            ["code": "points-do-not-add-up", "sum": .integer(sum), "stated": .integer(stated)]
        case .numberMissing(let number): ["code": "number-missing", "number": .number(number)]
        case .calendarOutsideYear(let id): ["code": "calendar-outside-year", "item": .string(id)]
        case .withinOutsideYear(let id): ["code": "within-outside-year", "target": .string(id)]
        case .fullMarksOutOfReach(let id): ["code": "full-marks-out-of-reach", "target": .string(id)]
        case .neverReached(let id, let threshold): .object(threshold.added(to: JSONObject(["code": "never-reached", "target": .string(id)])))
        case .decimalForFraction(let id, let threshold, let meant):
            .object(
                threshold.added(
                    to: JSONObject([
                        "code": "decimal-for-fraction", "target": .string(id), "fraction": .string(Threshold(meant).part.text),
                    ])))
        case .earnsTwice(let id, let other): ["code": "earns-twice", "target": .string(id), "other": .string(other)]
        case .quotasDiffer(let id, let other): ["code": "quotas-differ", "target": .string(id), "other": .string(other)]
        case .capOutOfReach(let heading): ["code": "cap-out-of-reach", "heading": .string(heading)]
        case .headingUnused(let heading): ["code": "heading-unused", "heading": .string(heading)]
        case .asksNothing(let id): ["code": "asks-nothing", "target": .string(id)]
        case .deductsFromNothing(let id): ["code": "deducts-from-nothing", "target": .string(id)]
        case .nothingDeducts(let heading): ["code": "nothing-deducts", "heading": .string(heading)]
        case .mayFallBelowZero(let id, let points): ["code": "may-fall-below-zero", "target": .string(id), "points": .integer(points)]
        case .earnsNothing(let id): ["code": "earns-nothing", "target": .string(id)]
        }
    }
}
