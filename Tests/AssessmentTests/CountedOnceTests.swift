import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The better of two rows, and what came of a proposal; the figures were derived by hand.
@Suite("An act counts once")
struct CountedOnceTests {
    private func status(_ facts: [String], _ plan: String) throws -> PlanStatus {
        var given = try Given()
        for number in 1...2 {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2026-01-01"}"#)
        }
        for fact in facts { try given.record(fact) }
        return assess(try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n\(plan)\n"), given.state, asOf: try #require(CalendarDate("2026-12-31")))
    }

    private func opinion(_ id: String, _ levels: String...) -> [String] {
        [#"{"command":"suggestion.submit","suggestion":"\#(id)","kind":"social-opinion","title":"x","members":["M1"],"occurred":"2026-02-01"}"#]
            + levels.map { #"{"command":"suggestion.adopt","suggestion":"\#(id)","level":"\#($0)","occurred":"2026-03-01"}"# }
    }

    private let rows = """
        targets:
          - {id: 区, title: x, for: member, score: {each: 10, times: 1}, acts: {suggestions: any, adopted: district}}
          - {id: 市, title: x, for: member, score: {each: 6}, acts: {suggestions: any, adopted: city}}
        """

    private func points(_ status: PlanStatus, _ member: Int = 0) -> [Int64?] { status.targets.map { $0.members[member].points } }

    /// S1 and S2 are adopted by the city: one is worth 10 under the district, the other 6 under the city.
    @Test func theBetterOfTwoRows() throws {
        let facts = opinion("S1", "city") + opinion("S2", "city") + opinion("S3", "district")
        #expect(points(try status(facts, rows)) == [1_000, 1_200])
        let once = try status(facts, rows + "\nonce: [{targets: [区, 市]}]")
        #expect(points(once) == [1_000, 600])
        let lines = once.targets[1].members[0].lines
        #expect(lines.map(\.outcome) == [.countedUnder("区"), .counts, .withoutHonour(.adopted, .level(.city))])
        #expect(points(once, 1) == [0, 0])
    }

    /// First the city: both count there, and nothing is left for the district but what the district alone adopted.
    @Test func theFirstOfTheList() throws {
        let facts = opinion("S1", "city") + opinion("S2", "city")
        #expect(points(try status(facts, rows + "\nonce: [{targets: [市, 区], counts: first}]")) == [0, 1_200])
        let other = facts + opinion("S3", "district")
        #expect(points(try status(other, rows + "\nonce: [{targets: [市, 区], counts: first}]")) == [1_000, 1_200])
    }

    /// The same points: the first of the list.
    @Test func aTie() throws {
        let rows = """
            targets:
              - {id: a, title: x, for: member, score: {each: 5}, acts: {suggestions: any}}
              - {id: b, title: x, for: member, score: {each: 5}, acts: {suggestions: any, adopted: any}}
            """
        #expect(points(try status(opinion("S1", "city"), rows + "\nonce: [{targets: [b, a]}]")) == [0, 500])
        #expect(points(try status(opinion("S1", "city"), rows + "\nonce: [{targets: [a, b]}]")) == [500, 0])
    }

    /// P1 was not accepted and went on as S1, which is the same matter; S2 is another. Whoever co-signed P1 earned nothing by it,
    /// and so S1 counts for them.
    @Test func whatCameOfAProposalCountsOnce() throws {
        let facts = [
            #"{"command":"proposal.file","proposal":"P1","kind":"joint","title":"x","signers":["M1","M2"],"occurred":"2026-02-01"}"#,
            #"{"command":"proposal.decline","proposal":"P1","reason":"转社情民意","code":"other","occurred":"2026-02-20"}"#,
            #"{"command":"suggestion.submit","suggestion":"S1","kind":"social-opinion","title":"x","members":["M1","M2"],"proposal":"P1","occurred":"2026-03-01"}"#,
        ]
        let rows = """
            targets:
              - {id: 提案, title: x, for: member, score: {each: {lead: 10, other: 0}}, acts: {proposals: any}}
              - {id: 民意, title: x, for: member, score: {each: 5}, acts: {suggestions: any}}
            once: [{targets: [提案, 民意], counts: first}]
            """
        let status = try status(facts + opinion("S2"), rows)
        #expect(points(status) == [1_000, 500])
        #expect(points(status, 1) == [0, 500])
        #expect(status.targets[1].members[0].lines.map(\.outcome) == [.counts, .countedUnder("提案")])
    }

    /// Of the body: what counts towards one requirement does not count towards the other.
    @Test func requirementsOfTheBody() throws {
        let rows = """
            targets:
              - {id: a, title: x, points: 10, score: pro-rata, require: [{suggestions: any, adopted: city, at-least: 1}]}
              - {id: b, title: x, points: 10, score: pro-rata, require: [{suggestions: any, at-least: 2}]}
            once: [{targets: [a, b], counts: first}]
            """
        let status = try status(opinion("S1", "city") + opinion("S2"), rows)
        #expect(status.targets.map(\.points) == [1_000, 500])
        #expect(status.targets[1].requirements[0].actual == .count(1))
    }

    /// The better of two rows for one meeting.
    @Test func meetings() throws {
        let facts = [
            #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2026-01-15"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1"]}"#,
        ]
        let rows = """
            targets:
              - {id: a, title: x, for: member, score: {award: {present: 5}, deduct: {absent: 2}}, acts: {activities: any}}
              - {id: b, title: x, for: member, score: {award: {present: 8}}, acts: {activities: plenary}}
            once: [{targets: [a, b]}]
            """
        let status = try status(facts, rows)
        #expect(points(status) == [0, 800])
        // What is taken is taken: M2 earned nothing anywhere.
        #expect(points(status, 1) == [-200, 0])
    }

    @Test func oneActInTwoRowsIsNoOddityThere() throws {
        let plan = "plan: T\ntitle: 试\nyear: 2026\n" + rows
        #expect(try Plan(yaml: plan).warnings.contains(.earnsTwice(id: "区", other: "市")))
        #expect(try Plan(yaml: plan + "\nonce: [{targets: [区, 市]}]").warnings.isEmpty)
    }

    @Test(arguments: [
        "once: [{targets: [区, 省]}]", "once: [{targets: [区]}]", "once: [{counts: first}]", "once: [{targets: [区, 市], counts: best}]",
        "once: [{targets: [区, 市]}, {targets: [市, 区]}]",
    ])
    func whatIsRefused(once: String) {
        #expect(throws: PlanError.self) { try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\n" + rows + "\n" + once) }
    }
}
