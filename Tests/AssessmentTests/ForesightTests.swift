import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What could be done next and what it would gain; the figures were derived by hand.
@Suite("What would help next")
struct ForesightTests {
    /// By June M1 visited 12 households and missed one of the two study sessions; M2 did nothing, and was at both.
    private static let facts = [
        #"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"x","from":"2026-01-01"}"#,
        #"{"command":"visit.record","visit":"V1","members":["M1"],"area":"东村","quantities":[{"amount":1200,"of":"户"}],"occurred":"2026-02-01"}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"a","on":"2026-03-05"}"#,
        #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"],"occurred":"2026-03-05"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"b","on":"2026-04-05"}"#,
        #"{"command":"attendance.check-in","activity":"A2","member":"M2","occurred":"2026-04-05"}"#,
        #"{"command":"attendance.mark-absent","activity":"A2","member":"M1","occurred":"2026-04-05"}"#,
    ]

    private func status(_ rule: String, asOf: String = "2026-06-30") throws -> PlanStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, \(rule)}\n")
        return assess(plan, try Given(Self.facts).state, asOf: try #require(CalendarDate(asOf)))
    }

    private func next(_ rule: String, asOf: String = "2026-06-30") throws -> [NextAct] {
        try status("for: member, " + rule, asOf: asOf).nextActs(ofMemberAt: 0)
    }

    private let visits = Selector([.init(.init(.visits, nil))])

    private func word(_ text: String) throws -> [OpenWord] { [try #require(OpenWord(text))] }

    /// 12 of 32 households are there: 20 more bring the whole 5 points.
    @Test func aQuantity() throws {
        let rule = "points: 5, score: when-met, require: [{visits: any, sum: 户, at-least: 32}]"
        let acts = try next(rule)
        #expect(acts.map(\.what) == [.amount(visits, 2_000, of: try word("household")[0])])
        #expect(acts.map(\.gain) == [500] && acts.map(\.due.description) == ["2026-12-31"])
        #expect(try next(rule, asOf: "2026-12-31").isEmpty)
        // Of 48 the 12 are a quarter: 5 of 20 points; the rest bring 15.
        let parts = try next("points: 20, score: pro-rata, require: [{visits: any, sum: 户, at-least: 48}]")
        #expect(parts.map(\.what) == [.amount(visits, 3_600, of: try word("household")[0])])
        #expect(parts.map(\.gain) == [1_500])
    }

    /// Two points for each ten households, at most four: 12 earned 2.4, so ten more bring 1.6.
    @Test func pointsForAQuantity() throws {
        let acts = try next("points: 4, score: {each: 2, sum: 户, per: 10}, acts: {visits: any}")
        #expect(acts.map(\.what) == [.amount(visits, 1_000, of: try word("household")[0])])
        #expect(acts.map(\.gain) == [160])
    }

    @Test func membership() throws {
        let acts = try status("points: 5, score: when-met, require: [{membership: end, at-least: 5}]").nextActs
        #expect(acts.map(\.what) == [.members(3)] && acts.map(\.gain) == [500])
    }

    /// A limit is kept when the year is over: one absence of at most two is left. What is broken is lost, unless it can be made good.
    @Test func absences() throws {
        func rule(_ most: Int, _ rest: String = "") -> String {
            "points: 5, score: when-met, require: [{absences: study, at-most: \(most)\(rest)}]"
        }
        let kept = try next(rule(2))
        guard case .staying(_, left: 1)? = kept.first?.what else { return #expect(Bool(false), "\(kept)") }
        #expect(kept.map(\.gain) == [500])
        #expect(try next(rule(0)).isEmpty)
        let makeUp = Selector([.init(.init(.activities, try word("make-up")))])
        #expect(try next(rule(0, ", made-good: make-up")).map(\.what) == [.makingGood(makeUp, count: 1)])
    }

    /// What is to be done goes before what is only to be kept to.
    @Test func severalAtOnce() throws {
        let acts = try next(
            "points: 5, score: when-met, require: [{visits: any, sum: 户, at-least: 32}, {proposals: any, at-least: 2}, {absences: study, at-most: 2}]")
        let proposals = Selector([.init(.init(.proposals, nil))])
        #expect(acts.map(\.what) == [.all([.amount(visits, 2_000, of: try word("household")[0]), .acts(proposals, count: 2)])])
        #expect(acts.map(\.gain) == [500])
    }
}
