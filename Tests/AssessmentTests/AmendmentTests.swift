import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What was earned before a plan was amended stays as it was, unless the amendment is for the whole year. The figures were derived
/// by hand.
@Suite("Amended plans")
struct AmendmentTests {
    private func text(_ targets: String, _ head: String = "") -> String {
        "plan: T\\ntitle: x\\nyear: 2026\\n\(head)targets: [\(targets)]"
    }

    /// M1 files proposals in March, June and August; M1 takes part in studies in February and September.
    private func status(
        _ before: String, _ after: String, isWholeYear: Bool = false, asOf: String = "2026-12-31"
    ) throws -> PlanStatus {
        var given = try Given()
        let whole = isWholeYear ? #","wholeYear":true"# : ""
        for fact in [
            #"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"x","year":2026,"text":"\#(before)"}"#,
            #"{"command":"plan.amend","plan":"T","from":"2026-07-01","text":"\#(after)","reason":"x"\#(whole)}"#,
            #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"x","signers":["M1"],"occurred":"2026-03-01"}"#,
            #"{"command":"proposal.file","proposal":"P2","kind":"individual","title":"x","signers":["M1"],"occurred":"2026-06-30"}"#,
            #"{"command":"proposal.file","proposal":"P3","kind":"individual","title":"x","signers":["M1"],"occurred":"2026-08-01"}"#,
        ] { try given.record(fact) }
        let day = try #require(CalendarDate(asOf))
        let adopted = try #require(PlanID("T").flatMap { given.state.plans[$0] })
        return assess(try #require(try adopted.plan(on: day)), given.state, asOf: day)
    }

    private func own(_ status: PlanStatus, _ target: String = "a") -> Int64? {
        status.targets.first { $0.target.id == target }?.members.first?.points
    }

    private func each(_ points: Int, _ rest: String = "") -> String {
        text("{id: a, title: x, for: member, score: {each: \(points)}, acts: {proposals: any}\(rest)}")
    }

    /// Two at 10 under the earlier version, one at 3 under the amended one: 23; for the whole year 9.
    @Test func actsBelongToTheVersionOfTheirDay() throws {
        let status = try status(each(10), each(3))
        #expect(own(status) == 2_300)
        #expect(status.members[0].total.points == 2_300)
        #expect(own(status.wholeYear[0]) == 900)
        #expect(status.targets[0].members[0].lines.map(\.points.rounded) == [1_000, 1_000, 300])
        #expect(own(try self.status(each(10), each(3), isWholeYear: true)) == 900)
        #expect(try self.status(each(10), each(3), isWholeYear: true).wholeYear.isEmpty)
        // Before its first day nothing is amended.
        #expect(own(try self.status(each(10), each(3), asOf: "2026-06-30")) == 2_000)
        #expect(own(try self.status(each(10), each(3), asOf: "2026-07-01")) == 2_000)
    }

    /// A cap that is lowered to 15 takes nothing of the 20; one that was 12 is not lifted for what came before: 12 + 3.
    @Test func capsTakeNothingAway() throws {
        #expect(own(try status(each(10), each(3, ", points: 15"))) == 2_000)
        #expect(own(try status(each(10, ", points: 12"), each(3, ", points: 50"))) == 1_500)
    }

    /// A target that the amendment dropped keeps its 20, without a row for what came later; one that it brought gives 3 for August.
    @Test func droppedAndNewTargets() throws {
        let after = text("{id: b, title: x, for: member, score: {each: 3}, acts: {proposals: any}}")
        let status = try status(each(10), after)
        #expect(own(status, "b") == 300)
        #expect(own(status, "a") == 2_000)
        #expect(status.targets.map(\.isDropped) == [false, true])
        #expect(status.members[0].total.points == 2_300)
        let lines = status.targets[0].members[0].lines
        #expect(lines.map(\.outcome) == [
            .beforeAmendment(try #require(CalendarDate("2026-07-01"))), .beforeAmendment(try #require(CalendarDate("2026-07-01"))), .counts,
        ])
    }

    /// What is required is asked of the whole year. Two of two were worth 10; of four, three are worth 7.5, and the 10 stay; with
    /// full marks of 20, three of four are 15.
    @Test func whatIsRequiredIsOfTheWholeYear() throws {
        func quota(_ least: Int, _ points: Int) -> String {
            text("{id: a, title: x, for: member, points: \(points), score: pro-rata, require: [{proposals: any, at-least: \(least)}]}")
        }
        #expect(own(try status(quota(2, 10), quota(4, 10))) == 1_000)
        #expect(own(try status(quota(2, 10), quota(4, 20))) == 1_500)
    }

    /// A heading's cap of 12 that becomes 5: the 12 stay, and what comes later is beyond it.
    @Test func headingsKeepWhatTheyHad() throws {
        func head(_ cap: Int) -> String { "headings: [{id: h, title: h, cap: \(cap)}]\\n" }
        let target = "{id: a, title: x, for: member, heading: h, score: {each: 10}, acts: {proposals: any}}"
        let status = try status(text(target, head(12)), text(target, head(5)))
        #expect(status.members[0].total.points == 1_200)
        #expect(status.wholeYear[0].members[0].total.points == 500)
    }
}
