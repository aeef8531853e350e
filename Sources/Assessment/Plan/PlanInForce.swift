public import Domain
public import EventLog

extension AdoptedPlan {
    /// The days it is for: its calendar year, or those that its adoption names; nil once its adoption was voided.
    public var period: Period? { adopted?.fact.period }

    /// The plan as it reads on a day; nil once its adoption was voided.
    ///
    /// An amendment applies from its first day on: what was earned before it under the earlier version stays, unless the
    /// amendment is for the whole year. Figures as of an earlier day stay as they were.
    ///
    /// - Parameter isWholeYear: whether every amendment is read as being for the whole year, as it once was.
    public func plan(on day: CalendarDate, isWholeYear: Bool = false) throws(PlanError) -> Plan? {
        guard let period, let version = version(on: day) else { return nil }
        var plan = try Plan(yaml: version.text)
        guard !isWholeYear, !version.isWholeYear, let from = version.from, from > period.first, let earlier = try self.plan(on: from.adding(days: -1))
        else { return plan }
        plan.earlier = [EarlierVersion(plan: earlier, until: from.adding(days: -1))]
        return plan
    }
}

extension PlanAdopted {
    /// The days the plan is for: those that it names, or its calendar year.
    public var period: Period {
        guard let from, let until else { return Period(year: Int(year)) }
        return Period(first: from, last: until)
    }
}
