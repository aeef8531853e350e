public import Assessment
public import Domain
public import EventLog
internal import Wording

/// The one place where a plan is chosen.
extension ViewContext {
    /// The plan that was named; else that for the day, or the last before it, or the first there is. Of several it is the one
    /// that begins last, and of those the one adopted last.
    ///
    /// - Throws: `Problem` (`no-plan`) where none has that name, or the book has none.
    public func adoptedPlan() throws(Problem) -> AdoptedPlan {
        let adopted = known.plans.values.filter { $0.adopted != nil }
        let chosen =
            request.plan.map { name in adopted.first { $0.id.description == name } }
            ?? Self.plan(on: day, among: adopted)
        guard let chosen else { throw Problem(.notFound, code: Self.noPlan, .noPlan(request.plan)) }
        return chosen
    }

    /// The plan that was named; else that of a year, the one adopted last of several. Nil for a year without one.
    ///
    /// - Throws: `Problem` (`no-plan`) where none has that name.
    public func adoptedPlan(of year: Int) throws(Problem) -> AdoptedPlan? {
        if request.plan != nil { return try adoptedPlan() }
        return Self.latest(known.plans.values.filter { $0.adopted?.fact.year == Int64(year) })
    }

    /// Beside the chosen plan, those for the same days, such as the members' beside the body's, in the order of their
    /// adoption; none where a plan was named.
    public func plansBeside() throws(Problem) -> [AdoptedPlan] {
        let chosen = try adoptedPlan()
        guard request.plan == nil, let period = chosen.period else { return [] }
        let day = day(in: period)
        return known.plans.values.filter { $0.id != chosen.id && ($0.period == period || $0.period?.contains(day) ?? false) }
            .sorted { ($0.adopted?.position ?? .start) < ($1.adopted?.position ?? .start) }
    }

    /// Beside the plan chosen for a year, the others of that year, in the order of their adoption; none where a plan was named.
    ///
    /// - Throws: `Problem` (`no-plan`) where none has that name.
    public func plansBeside(of year: Int) throws(Problem) -> [AdoptedPlan] {
        guard request.plan == nil, let chosen = try adoptedPlan(of: year) else { return [] }
        return known.plans.values.filter { $0.id != chosen.id && $0.adopted?.fact.year == Int64(year) }
            .sorted { Self.position($0) < Self.position($1) }
    }

    /// Of those whose days have the day, the one that begins last; else the last that has begun, or the first there is.
    private static func plan(on day: CalendarDate, among adopted: [AdoptedPlan]) -> AdoptedPlan? {
        return latest(adopted.filter { $0.period?.contains(day) ?? false }) ?? latest(adopted.filter { first($0) <= day })
            ?? adopted.min { (first($0), position($1)) < (first($1), position($0)) }
    }

    /// The one that begins last, and of those the one adopted last.
    private static func latest(_ plans: [AdoptedPlan]) -> AdoptedPlan? {
        plans.max { (first($0), position($0)) < (first($1), position($1)) }
    }

    private static func first(_ plan: AdoptedPlan) -> CalendarDate { plan.period?.first ?? .distantFuture }
    private static func position(_ plan: AdoptedPlan) -> Position { plan.adopted?.position ?? .start }

    /// The chosen plan as it reads on its day: the day that was asked for; else today, or the plan's last day once that is
    /// past.
    public func plan() throws -> (plan: Plan, day: CalendarDate) {
        let adopted = try adoptedPlan()
        guard let period = adopted.period, let plan = try adopted.plan(on: day(in: period)) else {
            throw Problem(.notFound, code: Self.noPlan, .noPlan(request.plan))
        }
        return (plan, day(in: period))
    }

    /// The day that was asked for; else today, or the last day of a period that is past.
    public func day(in period: Period) -> CalendarDate { request.asOf ?? min(period.last, today) }

    /// Where the chosen plan stands.
    public func status() throws -> PlanStatus {
        let (plan, day) = try plan()
        return assess(plan, on(day).state, asOf: day)
    }

    /// Where the plans beside the chosen one stand on its day.
    public func statusesBeside() throws -> [PlanStatus] {
        guard let period = try adoptedPlan().period else { return [] }
        let day = day(in: period)
        return try plansBeside().compactMap { plan in
            try plan.plan(on: day).map { assess($0, on(day).state, asOf: day) }
        }
    }

    /// Who left office during the plan's days, with their final figures. None where nothing is asked of members.
    func left(_ status: PlanStatus) -> [LeftMember] {
        status.plan.scoresOrAsksMembers ? status.plan.left(known, asOf: status.asOf) : []
    }

    /// The status that has a member's figures: that of their last day in office, where they left before the day.
    func status(_ status: PlanStatus, of member: MemberID) -> PlanStatus {
        status.inOffice.contains(member) ? status : left(status).first { $0.member == member }?.status ?? status
    }

    /// Nil where the book has no plan and none was named; a name that does not fit is an error as ever.
    public func statusIfPlanned() throws -> PlanStatus? { try ifPlanned { try status() } }

    /// The same of anything that needs a plan.
    func ifPlanned<Value>(_ body: () throws -> Value) throws -> Value? {
        do {
            return try body()
        } catch let problem as Problem where problem.code == Self.noPlan && request.plan == nil {
            return nil
        }
    }

    private static let noPlan = "no-plan"
}
