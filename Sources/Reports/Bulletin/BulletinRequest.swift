internal import Assessment
internal import Domain
internal import EventLog
package import Views
package import Wording

/// What a bulletin is made of, from what was asked.
package enum BulletinParameters {
    /// - Parameter text: `2026Q2`, `2026H1` or `2026-05`; nil for the last quarter that is over.
    /// - Throws: `Problem` for what is no part of a plan that gives points to members, or has not begun.
    package static func make(
        _ text: String?, _ context: ViewContext, format: ReportParameters.Format, _ language: Language, hasNames: Bool
    ) throws -> ReportParameters {
        let plans = try candidates(context)
        guard !plans.isEmpty else {
            throw Problem(.notFound, code: "members-not-scored", .membersNotScored(try context.adoptedPlan().id.description))
        }
        let chosen = try text.map { try named($0, among: plans, context.day) } ?? lastQuarter(among: plans, context)
        guard let (plan, period, part) = chosen else { throw Problem(.notFound, code: "no-plan", .noPlanForPart(text)) }
        let asOf = min(part.last, context.day)
        let beside = try besides(plan, part, on: asOf, among: plans)
        return ReportParameters(
            year: period.first.year, part: part, asOf: asOf, position: context.position,
            plan: plan.id.description, format: format, language: language, hasNames: hasNames,
            keepsEarned: ([plan] + beside).contains { $0.versions.count > 1 }, beside: beside.map(\.id.description))
    }

    /// The other plans that have the part too and give points to members on its last day, in the order of their adoption.
    private static func besides(
        _ chosen: AdoptedPlan, _ part: Period, on asOf: CalendarDate, among plans: [(AdoptedPlan, Period)]
    ) throws -> [AdoptedPlan] {
        func position(_ plan: AdoptedPlan) -> Position { plan.adopted?.position ?? .start }
        return try plans.filter { plan, period in
            try plan.id != chosen.id && period.contains(part.first) && period.contains(part.last) && plan.plan(on: asOf)?.scoresMembers ?? false
        }.map(\.0).sorted { position($0) < position($1) }
    }

    private typealias Choice = (plan: AdoptedPlan, period: Period, part: Period)

    /// Plans that give points to members: the one that was named, or all, the last to begin and to be adopted first.
    private static func candidates(_ context: ViewContext) throws -> [(AdoptedPlan, Period)] {
        let adopted = context.request.plan == nil
            ? context.known.plans.values.filter { $0.adopted != nil } : [try context.adoptedPlan()]
        let scoring = try adopted.compactMap { plan -> (AdoptedPlan, Period)? in
            guard let period = plan.period, try plan.plan(on: period.last)?.scoresMembers ?? false else { return nil }
            return (plan, period)
        }
        func order(_ plan: (AdoptedPlan, Period)) -> (CalendarDate, Position) { (plan.1.first, plan.0.adopted?.position ?? .start) }
        return scoring.sorted { order($1) < order($0) }
    }

    private static func named(_ text: String, among plans: [(AdoptedPlan, Period)], _ day: CalendarDate) throws -> Choice? {
        guard let asked = AskedPart(text) else { throw Problem(.usage, code: "parameter-invalid", .notAPlanPart(text)) }
        for (plan, period) in plans {
            guard let part = asked.days(in: period) else { continue }
            guard part.first <= day else { throw Problem(.usage, code: "parameter-invalid", .partNotBegun(text, first: part.first)) }
            return (plan, period, part)
        }
        return nil
    }

    /// Over on the day that was asked for, or before today.
    private static func lastQuarter(among plans: [(AdoptedPlan, Period)], _ context: ViewContext) -> Choice? {
        let last = context.request.asOf ?? context.today.adding(days: -1)
        return plans.compactMap { plan, period -> Choice? in
            period.parts(.quarter).last { $0.last <= last }.map { (plan, period, $0) }
        }.reduce(nil) { best, next in best.map { $0.part.last >= next.part.last } ?? false ? best : next }
    }
}
