import Assessment
import Bookkeeping
import Domain
import EventLog
import TestSupport
import Testing

@Suite("Plans and what is given by hand")
struct PlanGuardTests {
    private static let plan = #"""
        plan: T\ntitle: 试\nyear: 2019\ntargets:\n
        """#
        + #"  - {id: 评分, title: 评, points: 5, score: by-hand}\n"#
        + #"  - {id: 各评, title: 各, for: member, points: 5, score: by-hand}\n"#
        + #"  - {id: 组评, title: 组, for: group, points: 5, score: by-hand}\n"#
        + #"  - {id: 界评, title: 界, for: sector, points: 5, score: {each: 1}, acts: {visits: any}}\n"#
        + #"  - {id: 争先, title: 争, mark: by-hand}\n"#
        + #"  - {id: 走访, title: 访, points: 5, score: pro-rata, require: [{count: visits, at-least: 2}]}\n"#

    private func book(_ bench: Bench) throws -> Book {
        let book = try bench.makeBook()
        try bench.execute(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01","sector":"经济","groups":["一组"]}"#, in: book)
        let text = Self.plan.replacing("\n", with: "")
        let adopted = try bench.execute(#"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(text)"}"#, in: book)
        #expect(adopted.isDone)
        return book
    }

    /// What would be without effect is refused and not recorded.
    @Test(arguments: [
        (#""points.award","target":"评分","points":100"#, true),
        (#""points.award","target":"评分","points":100,"member":"M1""#, false),
        (#""points.deduct","target":"各评","points":100,"member":"M1""#, true),
        (#""points.award","target":"各评","points":100"#, false),
        (#""points.award","target":"组评","points":100,"group":"一组""#, true),
        (#""points.award","target":"组评","points":100"#, false),
        (#""points.award","target":"组评","points":100,"member":"M1""#, false),
        (#""points.award","target":"组评","points":100,"sector":"经济""#, false),
        // Nobody was ever of it, and one is counted.
        (#""points.award","target":"组评","points":100,"group":"三组""#, false),
        (#""points.award","target":"界评","points":100,"sector":"经济""#, false),
        (#""points.award","target":"评分","points":100,"group":"一组""#, false),
        (#""points.award","target":"走访","points":100"#, false),
        (#""points.award","target":"没有","points":100"#, false),
        (#""target.mark","target":"争先","met":true"#, true),
        (#""target.mark","target":"评分","met":true"#, false),
        (#""target.mark","target":"走访","met":true"#, false),
    ])
    func onlyWhatHasAnEffect(command: String, isDone: Bool) throws {
        let bench = Bench()
        let book = try book(bench)
        let before = try book.lastPosition()
        let result = try bench.execute(#"{"command":\#(command),"plan":"T","reason":"x"}"#, in: book)
        #expect(result.isDone == isDone)
        #expect(try book.lastPosition().value == before.value + (isDone ? 1 : 0))
    }

    /// A correction cannot say what the first recording could not.
    @Test(arguments: [
        (#"{"target":"没有"}"#, false), (#"{"target":"走访"}"#, false), (#"{"target":"各评"}"#, false),
        (#"{"target":"各评","member":"M1"}"#, true), (#"{"target":"组评","group":"一组"}"#, true), (#"{"target":"组评","group":"二组"}"#, false), (#"{"points":200}"#, true),
    ])
    func correctedPointsHaveAnEffectToo(changes: String, isDone: Bool) throws {
        let bench = Bench()
        let book = try book(bench)
        let awarded = try bench.positions(
            of: #"{"command":"points.award","plan":"T","target":"评分","points":100,"reason":"x"}"#, in: book)
        let result = try bench.execute(
            #"{"command":"fact.correct","corrects":\#(awarded[0]),"set":\#(changes),"reason":"x"}"#, in: book)
        let isFaulty = if case .faultyPlan = result { true } else { false }
        #expect(result.isDone == isDone && isFaulty != isDone)
    }

    @Test(arguments: [#"{"text":"plan: ["}"#, #"{"year":2020}"#])
    func aCorrectedPlanIsAPlan(changes: String) throws {
        let bench = Bench()
        let book = try book(bench)
        let result = try bench.execute(#"{"command":"fact.correct","corrects":3,"set":\#(changes),"reason":"x"}"#, in: book)
        let isFaulty = if case .faultyPlan = result { true } else { false }
        #expect(isFaulty, "\(result)")
    }

    /// An amendment may bring the target that a mark is about.
    @Test func anyVersionMayHaveTheTarget() throws {
        let bench = Bench()
        let book = try book(bench)
        let amended = Self.plan.replacing("\n", with: "") + #"  - {id: 新项, title: 新, mark: by-hand}\n"#
        let mark = #"{"command":"target.mark","plan":"T","target":"新项","met":true,"reason":"x"}"#
        #expect(try !bench.execute(mark, in: book).isDone)
        #expect(
            try bench.execute(
                #"{"command":"plan.amend","plan":"T","from":"2019-07-01","reason":"x","text":"\#(amended)"}"#, in: book
            ).isDone)
        #expect(try bench.execute(mark, in: book).isDone)
    }

    /// The state replayed up to the last position is the one that recording keeps at hand, and assesses the same.
    @Test(arguments: 0..<20)
    func replayIsTheLiveState(seed: UInt64) throws {
        var random = Generator(seed: seed)
        let bench = Bench()
        let book = try book(bench)
        for index in 0..<40 {
            let day = "2019-0\(Int.random(in: 1...9, using: &random))-1\(Int.random(in: 0...9, using: &random))"
            let command =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: #""visit.record","visit":"V\#(index)""#
                case 1: #""points.award","target":"评分","points":\#(Int.random(in: 1...300, using: &random)),"plan":"T","reason":"x""#
                case 2: #""target.mark","target":"争先","met":\#(Bool.random(using: &random)),"plan":"T","reason":"x""#
                case 3: #""fact.void","corrects":\#(Int.random(in: 4...12, using: &random)),"reason":"x""#
                default: #""donation.receive","kind":"money","amount":100,"member":"M1""#
                }
            try bench.execute(#"{"command":\#(command),"occurred":"\#(day)"}"#, in: book)
        }
        let last = try book.lastPosition()
        let (live, replayed) = (try book.state(), try book.state(known: .position(last)))
        let plan = try #require(try live.plans[PlanID("T")!]?.plan(on: CalendarDate("2019-12-31")!))
        for day in ["2019-03-31", "2019-06-30", "2019-12-31"] {
            let asOf = try #require(CalendarDate(day))
            let (now, then) = (assess(plan, live, asOf: asOf), assess(plan, replayed, asOf: asOf))
            #expect(now.changes(to: then).isEmpty)
            #expect(now.points == then.points && now.targets.map(\.evidence) == then.targets.map(\.evidence))
        }
        // Another process, which has no state at hand, arrives at the same.
        let again = try bench.openBook().state()
        #expect(assess(plan, again, asOf: CalendarDate("2019-12-31")!).points == assess(plan, live, asOf: CalendarDate("2019-12-31")!).points)
    }
}
