import Assessment
import Domain
import Testing
import Wording

/// How rules read: what an office would write.
@Suite("The texts of rules")
struct RuleTextTests {
    private func target(_ text: String) throws -> Target {
        try #require(try Plan(yaml: "plan: T\ntitle: x\nyear: 2026\ntargets:\n  - {id: a, title: x, \(text)}\n").targets.first)
    }

    @Test(arguments: [
        (
            "for: member, role: 常委, score: {deduct: {left-early: 1}}, acts: {activities: plenary}",
            "每名担任常委的委员：早退每次 −1 分（全会）", "each member who is 常委: left early −1 each (plenary)"
        ),
        (
            "for: member, who: {sector: 经济, not: {role: [常委, 主席]}}, score: {each: 6, from: 2}, acts: {proposals: any}",
            "每名经济界别、不担任常委或主席的委员：从第 2 件（次）起：每次 6 分（提案）",
            "each member of sector 经济 and who is not 常委 or 主席: from number 2 on: 6 points each (proposals)"
        ),
        (
            "score: {each: [{from: 1, points: 10}, {from: 2, points: 5}], times: 4}, acts: {proposals: any}",
            "第 1 件（次）：每次 10 分；从第 2 件（次）起：每次 5 分，最多算 4 次（提案）",
            "number 1: 10 points each; from number 2 on: 5 points each, at most 4 of them (proposals)"
        ),
        (
            "score: {around: 3, points: 10, each: 5}, acts: {proposals: any}", "3 件（次）10 分，每增减 1 件（次）增减 5 分（提案）",
            "10 points for 3, 5 more or less for each above or below (proposals)"
        ),
        (
            "score: {each: 2}, acts: {activities: study, attendance: {more-than: 1/2}}", "每次 2 分（学习，出勤过半数）",
            "2 points each (study, attendance more than half)"
        ),
        (
            "score: {each: 2}, acts: {activities: study, attendance: 2/3}", "每次 2 分（学习，出勤率不低于三分之二）",
            "2 points each (study, attendance at least 2/3)"
        ),
        (
            "score: {bands: [{from: 66.7%, points: 5}, {more-than: 80%, points: 9}]}, require: [{ratio: proposals, at-least: 100%}]",
            "完成超过 80 % 得 9 分，完成 66.7 % 得 5 分", "9 points for more than 80 %, 5 points from 66.7 %"
        ),
        ("score: {each: 2}, acts: {commendations: [member], kind: model}", "每次 2 分（委员被评为典型）", "2 points each (members chosen as a model)"),
        ("score: {each: 2}, acts: {commendations: any, kind: model}", "每次 2 分（被评为典型）", "2 points each (choices as a model)"),
        (
            "score: {each: 2}, acts: {commendations: [body], kind: honour}", "每次 2 分（本单位受表彰，典型不计）",
            "2 points each (the body commended, other than as a model)"
        ),
        ("score: {each: 2}, acts: {decisions: opinion, reached: handled}", "每次 2 分（审议意见，已办结）", "2 points each (opinion on a report, handled)"),
        (
            "score: {each: 2}, acts: {proposals: any, reached: filed}", "每次 2 分（提案，撤回、并案的也计）",
            "2 points each (proposals, those withdrawn or merged too)"
        ),
    ])
    func rules(text: String, zh: String, en: String) throws {
        #expect(Phrase.rule(try target(text)) == Phrase(zh: zh, en: en))
    }

    /// What narrows down what is required is said, under the requirement's title too.
    @Test(arguments: [
        ("{decisions: opinion, reached: handled, at-least: 4}", "要求：审议意见（已办结） 4", "required: opinion on a report (handled) 4"),
        (
            "{title: 督办, petitions: any, reached: supervised, at-least: 1}", "要求：督办（来信来访，已督办） 1",
            "required: 督办 (letters and visits, pressed for) 1"
        ),
        ("{title: 督办, petitions: any, at-least: 1}", "要求：督办 1", "required: 督办 1"),
        (
            "{either: [{proposals: any, reached: accepted}, {suggestions: any}], at-least: 1}", "要求：提案（已立案或受理）或意见建议 1",
            "required: proposals (accepted) or suggestions 1"
        ),
    ])
    func requirements(text: String, zh: String, en: String) throws {
        let requirement = try #require(try target("require: [\(text)]").requirements.first)
        #expect(Phrase.requires(requirement) == Phrase(zh: zh, en: en))
    }
}
