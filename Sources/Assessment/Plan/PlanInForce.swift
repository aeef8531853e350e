public import Domain
public import EventLog

extension AdoptedPlan {
    /// The days of the year it is for; nil once its adoption was voided.
    public var period: Period? { adopted.map { Period(year: Int($0.fact.year)) } }

    /// The plan as it reads on a day; nil once its adoption was voided.
    ///
    /// An amendment applies to figures as of its first day and later, to the whole year then; figures as of an earlier day
    /// stay as they were.
    public func plan(on day: CalendarDate) throws(PlanError) -> Plan? {
        guard adopted != nil, let version = version(on: day) else { return nil }
        return try Plan(yaml: version.text)
    }
}
