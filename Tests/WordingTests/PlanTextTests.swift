import Assessment
import Domain
import EventLog
import Testing
import Wording

@Suite("Plans in words")
struct PlanTextTests {
    @Test(arguments: [
        (.unknownKey("colour", known: ["plan", "title"]), "没有“colour”这一项。可用：“plan”、“title”。", "There is no key 'colour'. The keys here are 'plan', 'title'."),
        (.exactlyOne(["each", "share"]), "以下各项必须写一个，也只能写一个：“each”、“share”。", "Give exactly one of these: 'each', 'share'."),
        (.excludes("for: member", "ratio"), "“for: member”和“ratio”不能同时写。", "'for: member' and 'ratio' cannot be combined."),
        (.doesNotApply("per", beside: "every"), "“per”对“every”不起作用。请去掉，或换一种写法。", "'per' has no effect on 'every'. Leave it out, or count something else."),
        (
            .oneValue("marked"), "“marked”只能写一个，不能写成列表。要几种都算，请在“either”下各写一条。",
            "'marked' has one value, not a list. To count several, write one selector for each under 'either'."
        ),
        (.expected(.keysAndValues), "此处应为“名称: 值”的写法。", "This must be keys with values."),
    ] as [(PlanFault.Kind, String, String)])
    func faults(kind: PlanFault.Kind, zh: String, en: String) {
        let fault = Phrase.planFault(PlanFault(kind: kind, line: 2, column: 5))
        #expect(fault == Phrase(zh: "第 2 行第 5 列：\(zh)", en: "line 2, column 5: \(en)"))
    }

    @Test(arguments: [
        (.pointsDoNotAddUp(sum: 9_950, stated: 10_000), "各项满分合计 99.50 分，计划写的总分是 100 分。", "The targets add up to 99.50 points; the plan says 100."),
        (.headingUnused("学习"), "大项“学习”下面没有项目。", "Heading '学习' has no targets."),
        (.neverReached(id: "3", Threshold(percent: 120)), "第 3 项要求 120 %，超过全部，不可能做到。", "Target 3 requires 120 %, which is more than all, so it cannot be met."),
    ] as [(PlanWarning, String, String)])
    func warnings(warning: PlanWarning, zh: String, en: String) {
        #expect(Phrase.planWarning(warning).en == en)
        #expect(Phrase.planWarning(warning).zh == zh)
    }

    @Test(arguments: [
        (.oneEvery(days: 1), "每天 1 次", "1 a day"), (.oneEvery(days: 9), "每 9 天 1 次", "1 every 9 days"), (.eachDay(3), "每天 3 次", "3 a day"),
    ] as [(NeededPace, String, String)])
    func paces(pace: NeededPace, zh: String, en: String) { #expect(Phrase.pace(pace) == Phrase(zh: zh, en: en)) }

    @Test(arguments: [
        (.count(12), "12", "12"),
        (.share(numerator: 19, denominator: 23), "19/23 = 82.6 %", "19/23 = 82.6 %"),
        (.fenSpent(50_000, of: 200_000), "500/2,000 元 = 25.0 %", "500 of 2,000 yuan = 25.0 %"),
        (.fenPerMember(total: 1_000_000, members: 4), "人均 2,500 元（10,000 元 ÷ 4 人）", "2,500 yuan each (10,000 ÷ 4)"),
        (.fenPerMember(total: 0, members: 0), "–", "–"),
    ] as [(Quantity, String, String)])
    func quantities(quantity: Quantity, zh: String, en: String) { #expect(Phrase.actual(quantity) == Phrase(zh: zh, en: en)) }

    /// Ways to earn points, as a plan has them.
    @Test(arguments: [
        ("score: {each: 2, times: 3}, acts: {activities: study}", "每次 2 分，最多算 3 次（学习）", "2 points each, at most 3 of them (study)"),
        ("score: pro-rata, require: [{visits: any, at-least: 3}]", "按完成比例得分，最多满分", "full marks times what was reached, at most full marks"),
        (
            "score: {share: 10, lead: 60%}, acts: {proposals: joint}", "每件 10 分，第一提案人得 60 %，其余的人平分（联名提案）",
            "10 points each: 60 % to the first signer, the rest shared equally (joint proposals)"
        ),
    ])
    func scoring(keys: String, zh: String, en: String) throws {
        let plan = try Plan(yaml: "plan: T\ntitle: x\nyear: 2026\ntargets:\n  - {id: a, title: x, \(keys)}")
        let scoring = try #require(plan.targets.first?.scoring)
        #expect(Phrase.scoring(scoring) == Phrase(zh: zh, en: en))
    }

    @Test(arguments: [
        ("{activities: study, at-least: 2, at-most: 3}", "学习", "2–3", "2–3"),
        ("{visits: any, at-least: 3, per: quarter}", "走访", "每季度 3", "3 a quarter"),
        ("{visits: any, every: 3 months}", "走访", "每 3 个月至少 1 次", "1 every 3 months"),
        ("{turnout: any, at-least: 80%}", "到会率", "80 %", "80 %"),
        ("{absences: any, at-most: 2}", "无故缺席", "至多缺席 2 次", "at most 2 absences"),
        ("{average: donations, at-least: 500 元}", "捐助", "人均 500 元", "500 yuan each"),
    ])
    func requirements(text: String, what: String, zh: String, en: String) throws {
        let plan = try Plan(yaml: "plan: T\ntitle: x\nyear: 2026\ntargets:\n  - {id: a, title: x, require: [\(text)]}")
        let requirement = try #require(plan.targets.first?.requirements.first)
        #expect(Phrase.requirement(requirement).zh == what)
        #expect(Phrase.required(requirement) == Phrase(zh: zh, en: en))
    }
}
