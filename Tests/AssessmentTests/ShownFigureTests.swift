import Assessment
import Domain
import DomainTestSupport
import EventLog
import TestSupport
import Testing

@Suite("Figures that say what their verdict says")
struct ShownFigureTests {
    @Test(arguments: [
        (1_599, 2_000, 80, 3, 7_995, 4), (1_600, 2_000, 80, 3, 800, 3), (1_601, 2_000, 80, 3, 801, 3), (79_999, 100_000, 80, 3, 79_999, 5),
    ] as [(Int64, Int64, Int, Int, Int64, Int)])
    func theDigitsThatDecide(part: Int64, whole: Int64, percent: Int, least: Int, digits: Int64, places: Int) {
        let shown = Ratio(part, over: whole).shown(places: least, beside: [Limit(Threshold(percent: percent))])
        #expect(shown == .decimal(digits, places: places))
    }

    /// No number of digits is exactly a third.
    @Test func whatNoDigitsDecideIsTheFraction() {
        #expect(Ratio(8, over: 24).shown(places: 3, beside: [Limit(Threshold(.fraction(1, 3)))]) == .exact(Ratio(1, over: 3)))
        #expect(Ratio(16, over: 24).shown(places: 3, beside: [Limit(Threshold(.fraction(2, 3)))]) == .decimal(667, places: 3))
        #expect(
            Ratio(16, over: 24).shown(places: 3, beside: [Limit(Threshold(.fraction(2, 3), isExceeded: true))]) == .exact(Ratio(2, over: 3)))
    }

    private static let seeds: [UInt64] = (0..<500).map { 0x5368_6F77_6E + $0 }

    /// For any part of any whole, near what is asked for or not: the figure that is shown gives the verdict, in words and as the
    /// whole number of programs.
    @Test(arguments: seeds)
    func theFigureGivesTheVerdict(seed: UInt64) {
        var random = Generator(seed: seed)
        let whole = Int64.random(in: 1...(Bool.random(using: &random) ? 50 : 1_000_000), using: &random)
        let form: Threshold.Form =
            Bool.random(using: &random)
            ? .percent(Int64.random(in: 1...15_000, using: &random))
            : .fraction(Int64.random(in: 1...9, using: &random), Int64.random(in: 2...10, using: &random))
        let threshold = Threshold(form, isExceeded: Bool.random(using: &random))
        let near = (threshold.part * Ratio(whole)).rounded
        let part = Bool.random(using: &random) ? max(0, near + Int64.random(in: -2...2, using: &random)) : Int64.random(in: 0...whole, using: &random)
        let (exact, limit) = (Ratio(part, over: whole), Limit(threshold))
        let verdict = threshold.isExceeded ? exact > threshold.part : exact >= threshold.part
        #expect(limit.isReached(by: exact.shown(places: 3, beside: [limit]).value) == verdict)
        let asked = threshold.part * Ratio(10_000)
        let whole10000 = (exact * Ratio(10_000)).rounded(beside: Limit(asked, isExceeded: threshold.isExceeded), of: asked.rounded)
        #expect((threshold.isExceeded ? whole10000 > asked.rounded : whole10000 >= asked.rounded) == verdict)
    }

    /// 199.90 yuan of 200 are 9.995 of 10 points, and not full marks.
    @Test(arguments: [(19_990, 999), (20_000, 1_000)] as [(Int64, Int64)])
    func whatIsNotAllIsNotFullMarks(fen: Int64, points: Int64) throws {
        var given = try Given()
        try given.record(#"{"command":"member.join","member":"M1","name":"甲","from":"2024-01-01","occurred":"2024-01-01"}"#)
        try given.record(#"{"command":"donation.receive","donation":"D1","kind":"money","amount":\#(fen),"member":"M1","purpose":"助学","occurred":"2024-02-01"}"#)
        let plan = try Plan(
            yaml: "plan: T\ntitle: 试\nyear: 2024\ntargets:\n  - {id: a, title: 甲, points: 10, score: pro-rata, require: [{average: donations, at-least: 200 元}]}\n")
        let status = assess(plan, given.state, asOf: day("2024-12-31"))
        #expect(status.targets[0].points == points)
        #expect(status.targets[0].state == (points == 1_000 ? .met : .missed))
    }

    /// Points that go up at 80 % of all show that it is not 80 %, though all is what is asked for.
    @Test func stepsDecideToo() throws {
        var given = try Given()
        for number in 1...2 {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"甲","from":"2024-01-01","occurred":"2024-01-01"}"#)
        }
        // 319.99 yuan of two members are 159.995 each: half a fen under 80 % of 200.
        try given.record(#"{"command":"donation.receive","donation":"D1","kind":"money","amount":31999,"member":"M1","purpose":"助学","occurred":"2024-02-01"}"#)
        let plan = try Plan(
            yaml: "plan: T\ntitle: 试\nyear: 2024\ntargets:\n  - {id: a, title: 甲, points: 10, score: {bands: [{from: 80%, points: 10}]}, require: [{average: donations, at-least: 200 元}]}\n")
        let requirement = try #require(assess(plan, given.state, asOf: day("2024-12-31")).targets.first?.requirements.first)
        #expect(requirement.limits == [Limit(Ratio(20_000)), Limit(Ratio(16_000))])
        #expect(requirement.actual.ratio?.shown(places: 0, beside: requirement.limits) == .decimal(159_995, places: 1))
    }
}
