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
        _ before: String, _ after: String, isWholeYear: Bool = false, asOf: String = "2026-12-31", and more: [String] = []
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
        ] + more { try given.record(fact) }
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

    private let accepted = [
        #"{"command":"proposal.accept","proposal":"P1","occurred":"2026-05-01"}"#,
        #"{"command":"proposal.accept","proposal":"P2","occurred":"2026-08-10"}"#,
        #"{"command":"proposal.accept","proposal":"P3","occurred":"2026-08-20"}"#,
    ]

    private func eachAccepted(_ points: Int) -> String {
        text("{id: a, title: x, for: member, score: {each: \(points)}, acts: {proposals: any, reached: accepted}}")
    }

    /// P1 was accepted before the amendment, P2 of June after it: both are worth 10. P3 is of August: 3.
    @Test func whatBecomesOfAnActLaterIsWorthWhatItsDaySays() throws {
        #expect(own(try status(eachAccepted(10), eachAccepted(3), and: accepted)) == 2_300)
        #expect(own(try status(eachAccepted(10), eachAccepted(3), asOf: "2026-08-09", and: accepted)) == 1_000)
        #expect(own(try status(eachAccepted(10), eachAccepted(3), asOf: "2026-08-10", and: accepted)) == 2_000)
        // Of a target that was dropped as well.
        let other = text("{id: b, title: x, for: member, score: {each: 1}, acts: {proposals: any}}")
        #expect(own(try status(eachAccepted(10), other, and: accepted)) == 2_000)
    }

    /// P1 of March is withdrawn in September, and earns nothing any more: P2 10, P3 3.
    @Test func whatIsWithdrawnLaterCountsNowhere() throws {
        let gone = [#"{"command":"proposal.withdraw","proposal":"P1","reason":"x","occurred":"2026-09-01"}"#]
        #expect(own(try status(each(10), each(3), and: gone)) == 1_300)
        #expect(own(try status(each(10), each(3), asOf: "2026-08-31", and: gone)) == 2_300)
    }

    /// Thirds are not rounded at the amendment: twice a third of 10 is 6.67, and not 3.33 + 3.33.
    @Test func fractionsAreRoundedOnce() throws {
        let shared = text("{id: a, title: x, for: member, score: {share: 10, lead: 1/3}, acts: {proposals: joint}}")
        let joint = ["2026-04-01", "2026-10-01"].enumerated().map {
            #"{"command":"proposal.file","proposal":"J\#($0)","kind":"joint","title":"x","signers":["M1","M2"],"occurred":"\#($1)"}"#
        }
        let others = [#"{"command":"member.join","member":"M2","name":"y","from":"2026-01-01"}"#]
        #expect(own(try status(shared, shared, and: others + joint)) == 667)
    }

    /// P1 of March goes on as the suggestion S1 of August.
    private let wentOn = [
        #"{"command":"proposal.decline","proposal":"P1","reason":"x","code":"other","goesOnAs":"suggestion","occurred":"2026-07-20"}"#,
        #"{"command":"suggestion.submit","suggestion":"S1","kind":"suggestion","title":"x","members":["M1"],"proposal":"P1","occurred":"2026-08-05"}"#,
    ]

    private func once(_ proposals: Int, _ suggestions: Int, _ once: String) -> String {
        "plan: T\\ntitle: x\\nyear: 2026\\ntargets: [{id: a, title: x, for: member, score: {each: \(proposals)}, acts: {proposals: any}}, "
            + "{id: b, title: x, for: member, score: {each: \(suggestions)}, acts: {suggestions: any}}]\\n\(once)"
    }

    /// P1 counted for 10: S1 is the same matter, and counts only where it earns more.
    @Test func whatHadCountedStaysWhereItCounted() throws {
        func points(_ before: String, _ after: String) throws -> [Int64?] {
            let status = try status(before, after, and: wentOn)
            return [own(status, "a"), own(status, "b")]
        }
        let better = "once: [{targets: [a, b]}]"
        #expect(try points(once(10, 4, better), once(10, 4, better)) == [3_000, 0])
        #expect(try points(once(10, 14, better), once(10, 14, better)) == [2_000, 1_400])
        // By the list S1 would be the first; P1 had counted.
        let first = "once: [{targets: [b, a], counts: first}]"
        #expect(try points(once(10, 4, first), once(10, 4, first)) == [3_000, 0])
        // The amendment brings the rule.
        #expect(try points(once(10, 4, ""), once(10, 4, better)) == [3_000, 0])
        #expect(try points(once(10, 4, better), once(10, 4, "")) == [3_000, 400])
    }

    /// P1, P2 earned under both targets before the amendment said that they count once: they keep 10 and 6 each. P3 counts once.
    @Test func twiceEarnedStays() throws {
        func both(_ once: String) -> String {
            "plan: T\\ntitle: x\\nyear: 2026\\ntargets: [{id: a, title: x, for: member, score: {each: 10}, acts: {proposals: any}}, "
                + "{id: b, title: x, for: member, score: {each: 6}, acts: {proposals: individual}}]\\n\(once)"
        }
        let status = try status(both(""), both("once: [{targets: [a, b]}]"))
        #expect([own(status, "a"), own(status, "b")] == [3_000, 1_200])
    }

    /// What an appeal of August gives counts once: 20 of spring, 3 of August, and 5.
    @Test func whatSettlesAnAppealCountsOnce() throws {
        let appeal = [
            #"{"command":"appeal.file","appeal":"AP","member":"M1","plan":"T","target":"a","why":"x","occurred":"2026-08-02"}"#,
            #"{"command":"appeal.answer","appeal":"AP","outcome":"upheld","answer":"x","occurred":"2026-08-03"}"#,
            #"{"command":"points.award","award":"W","plan":"T","target":"a","points":500,"member":"M1","appeal":"AP","reason":"x","occurred":"2026-08-03"}"#,
        ]
        #expect(own(try status(each(10), each(3), and: appeal)) == 2_800)
    }
}
