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
    ])
    func rules(text: String, zh: String, en: String) throws {
        #expect(Phrase.rule(try target(text)) == Phrase(zh: zh, en: en))
    }
}
