internal import Assessment
public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// An adopted plan as it was written, in the version that is in force on the day; the last, where no day is asked for.
public struct PlanView: View {
    public static let name = "plan"
    public static let parameters = ["plan"]

    public let plan: AdoptedPlan
    public let version: AdoptedPlan.Version

    /// - Throws: `Problem` where there is no such plan.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let named = try arguments.required("plan")
        guard let plan = PlanID(named).flatMap({ context.known.plans[$0] }), plan.adopted != nil,
            let version = plan.version(on: context.request.asOf ?? .distantFuture)
        else { throw Problem(.notFound, code: "no-plan", .noPlan(named)) }
        self.plan = plan
        self.version = version
    }

    public var json: JSONValue {
        [
            "plan": .text(plan.id), "title": .text(plan.adopted?.fact.title), "year": .number(plan.adopted?.fact.year),
            "period": plan.period.map { .period($0) } ?? .null, "versions": .array(plan.versions.map(\.json)), "version": version.json,
            "text": .string(version.text),
        ]
    }

    public var document: Document { Document([.code(version.text)]) }
}

extension AdoptedPlan.Version {
    /// The first day it is in force, null for the plan as it was adopted; and its entry.
    var json: JSONValue { ["from": .text(from), "position": .integer(position.value)] }
}
