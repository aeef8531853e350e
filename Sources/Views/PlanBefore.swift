package import Assessment
package import Domain
package import EventLog
internal import Wording

extension State {
    /// The plan that ends the day before this one begins and gives points to members: of several the one that has most
    /// targets by the same ids, and of those the one adopted last.
    package func planBefore(_ plan: Plan) throws -> AdoptedPlan? {
        let last = plan.period.first.adding(days: -1)
        let ids = Set(plan.targets.map(\.id))
        let candidates = try plans.values.filter { $0.period?.last == last }.compactMap { adopted -> (plan: AdoptedPlan, sharedCount: Int)? in
            guard let before = try adopted.plan(on: last), before.scoresMembers else { return nil }
            return (adopted, before.targets.count { ids.contains($0.id) })
        }
        return candidates.max {
            ($0.sharedCount, $0.plan.adopted?.position ?? .start) < ($1.sharedCount, $1.plan.adopted?.position ?? .start)
        }?.plan
    }

    /// Where a plan stood on a day, by what is known now.
    package func status(of adopted: AdoptedPlan, on day: CalendarDate) throws -> PlanStatus? {
        try adopted.plan(on: day).map { assess($0, asOf(day), asOf: day) }
    }

    /// Where the plan before another stood on its last day.
    package func endStatus(of adopted: AdoptedPlan, before plan: Plan) throws -> PlanStatus? {
        try status(of: adopted, on: plan.period.first.adding(days: -1))
    }
}

extension ViewContext {
    /// Where the plans stand that give points to members: the one that was named; else the one for the day, and those beside it.
    ///
    /// - Throws: `Problem` (`members-not-scored`) where none does.
    func ranked() throws -> [RankedMembers] {
        let chosen = try status()
        let statuses = try ([chosen] + statusesBeside()).filter(\.plan.scoresMembers)
        guard !statuses.isEmpty else { throw Problem(.notFound, code: "members-not-scored", .membersNotScored(chosen.plan.id)) }
        return try statuses.map { status in
            let before = try known.planBefore(status.plan).flatMap { try known.endStatus(of: $0, before: status.plan) }
            return RankedMembers(status, before: before, on(status.asOf).state)
        }
    }
}
