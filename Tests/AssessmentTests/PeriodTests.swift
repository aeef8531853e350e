import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Plans that are for no calendar year. The figures were derived by hand.
@Suite("Plans of other years")
struct PeriodTests {
    private func plan(_ head: String, _ target: String) throws -> Plan {
        try Plan(yaml: "plan: T\ntitle: 试\n\(head)\ntargets:\n  - {id: a, title: x, \(target)}\n")
    }

    private func year(_ days: [String]) throws -> State {
        var given = try Given()
        try given.record(#"{"command":"member.join","member":"M1","name":"x","from":"2020-01-01"}"#)
        for (index, day) in days.enumerated() {
            try given.record(
                #"{"command":"proposal.file","proposal":"P\#(index)","kind":"individual","title":"x","signers":["M1"],"occurred":"\#(day)"}"#)
        }
        return given.state
    }

    private func count(_ plan: Plan, _ state: State, asOf: String) throws -> Quantity {
        assess(plan, state, asOf: try #require(CalendarDate(asOf))).targets[0].requirements[0].actual
    }

    /// July to June: what was done in June before it, and in July after it, is another year's.
    @Test func aYearFromJulyToJune() throws {
        let plan = try plan("period: 2024-07-01/2025-06-30", "require: [{proposals: any, at-least: 4}]")
        let state = try year(["2024-06-30", "2024-07-01", "2025-03-01", "2025-06-30", "2025-07-01"])
        #expect(try count(plan, state, asOf: "2025-07-31") == .count(3))
        #expect(try count(plan, state, asOf: "2024-12-31") == .count(1))
        #expect(plan.year == 2024)
        #expect(!plan.period.isCalendarYear)
    }

    /// Its quarters begin in July, October, January and April: one proposal in the first and two in the third.
    @Test func quartersOfItsOwn() throws {
        let plan = try plan("period: 2024-07-01/2025-06-30", "require: [{proposals: any, per: quarter, at-least: 1}]")
        let state = try year(["2024-09-30", "2025-01-01", "2025-03-31"])
        let status = assess(plan, state, asOf: try #require(CalendarDate("2025-06-30"))).targets[0].requirements[0]
        #expect(status.actual == .parts(reached: 2, of: 4))
        #expect(status.parts.map(\.count) == [1, 0, 2, 0])
    }

    @Test(arguments: [
        ("第一季度", "2024-07-01", "2024-09-30"), ("上半年", "2024-07-01", "2024-12-31"), ("下半年", "2025-01-01", "2025-06-30"),
        ("fourth quarter", "2025-04-01", "2025-06-30"),
    ])
    func partsByName(name: String, first: String, last: String) throws {
        let plan = try plan("period: 2024-07-01/2025-06-30", "require: [{proposals: any, within: \(name), at-least: 1}]")
        let within = try #require(plan.targets[0].requirements[0].within)
        #expect(within.first.description == first)
        #expect(within.last.description == last)
    }

    /// Of a calendar year as well.
    @Test func partsOfACalendarYear() throws {
        let plan = try plan("year: 2026", "require: [{proposals: any, within: 第二季度, at-least: 1}]")
        #expect(plan.targets[0].requirements[0].within?.first.description == "2026-04-01")
    }

    /// A term of five years: three proposals in it, and who was in office for 60 months is asked.
    @Test func aTerm() throws {
        let plan = try plan("period: 2021-07-01/2026-06-30", "require: [{proposals: any, at-least: 5}]")
        let state = try year(["2021-06-01", "2021-07-01", "2024-01-01", "2026-06-30"])
        #expect(try count(plan, state, asOf: "2026-06-30") == .count(3))
        let parts = try self.plan("period: 2021-07-01/2026-06-30", "require: [{proposals: any, within: 第三年, at-least: 1}]")
        #expect(parts.targets[0].requirements[0].within?.first.description == "2023-07-01")
    }

    /// Read for another plan's days, what it names moves with its first month: from July 2024 to January 2026 are 18 months.
    @Test func appliedToAnotherYear() throws {
        let session = try plan("period: 2024-07-01/2025-06-30", "require: [{proposals: any, within: 第一季度, at-least: 1}]")
        let moved = session.applied(insteadOf: try plan("year: 2026", "mark: by-hand"))
        #expect(moved.period == Period(year: 2026))
        #expect(moved.targets[0].requirements[0].within?.first.description == "2026-01-01")
        #expect(moved.targets[0].requirements[0].within?.last.description == "2026-03-31")
    }

    /// Of a year from July on, the second quarter is October to December, and the second half begins in January.
    @Test func partsByNumber() throws {
        func days(_ head: String, _ part: PlanPart, _ number: Int, _ year: Int) throws -> String? {
            try plan(head, "mark: by-hand").period.part(part, number: number, ofYear: year).map { "\($0.first)/\($0.last)" }
        }
        let session = "period: 2024-07-01/2025-06-30"
        #expect(try days(session, .quarter, 2, 2024) == "2024-10-01/2024-12-31")
        #expect(try days(session, .halfYear, 2, 2024) == "2025-01-01/2025-06-30")
        #expect(try days(session, .quarter, 1, 2025) == nil && days(session, .quarter, 5, 2024) == nil)
        #expect(try days(session, .quarter, 1, 2023) == nil)
        // Of a term, those of its third year.
        #expect(try days("period: 2021-07-01/2026-06-30", .quarter, 4, 2023) == "2024-04-01/2024-06-30")
        #expect(try days("year: 2024", .month, 2, 2024) == "2024-02-01/2024-02-29")
    }

    @Test(arguments: ["period: 2024-07-01", "period: 2024-01-01/2034-01-01", "year: 2024\nperiod: 2024-07-01/2025-06-30", ""])
    func whatIsNoPeriodIsRefused(head: String) throws {
        #expect(throws: PlanError.self) { try plan(head, "mark: by-hand") }
    }

    @Test func aTimeOutsideItIsNoted() throws {
        let plan = try plan("period: 2024-07-01/2025-06-30", "require: [{proposals: any, within: 2024年上半年, at-least: 1}]")
        #expect(plan.warnings.contains(.withinOutsideYear(id: "a")))
    }
}
