import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing
import Wording

@Suite("Figures that differ, in words")
struct FigureChangeTests {
    @Test(
        arguments: [
            (.total, "合计", "total"), (.full(target: nil), "满分", "full marks"), (.full(target: "3"), "3 满分", "3 full marks"),
            (.points(target: "3"), "3 得分", "3 points"), (.state(target: "学习"), "学习 状态", "学习 state"),
            (.actual(target: "3", requirement: 0), "3 实际", "3 actual"), (.actual(target: "3", requirement: 1), "3 实际（2）", "3 actual (2)"),
            (.memberTotal(id("M1")), "M1 合计", "M1 total"), (.memberPoints(id("M1"), target: "3"), "M1 3", "M1 3"),
            (.grade(nil), "等次", "grade"), (.grade(id("M1")), "M1 等次", "M1 grade"), (.calendar(item: "C4"), "日程 C4", "calendar C4"),
            (.fulfilledBy(item: "C4"), "日程 C4 由", "calendar C4 by"), (.unplanned, "日程之外", "beside the calendar"),
        ] as [(FigureChange.Figure, String, String)])
    func figures(figure: FigureChange.Figure, zh: String, en: String) { #expect(Phrase.figure(figure) == Phrase(zh: zh, en: en)) }

    @Test(
        arguments: [
            (nil, "–", "–"), (.points(652), "6.52", "6.52"), (.points(-300), "−3", "−3"), (.state(.missed), "未完成", "missed"),
            (.quantity(.share(numerator: 2, denominator: 3)), "2/3 = 66.7 %", "2/3 = 66.7 %"), (.quantity(.count(4)), "4", "4"),
            (.subject(Subject(kind: "activity", id: "A1")), "activity:A1", "activity:A1"), (.activities([]), "–", "–"),
            (.activities([id("A1"), id("A2")]), "A1、A2", "A1, A2"),
        ] as [(FigureChange.Value?, String, String)])
    func values(value: FigureChange.Value?, zh: String, en: String) { #expect(Phrase.figureValue(value) == Phrase(zh: zh, en: en)) }

    /// A plan gives a grade one title or one for each language.
    @Test func gradesHaveTheirTitles() throws {
        let plan = try Plan(
            yaml: """
                plan: T
                title: x
                year: 2026
                grades: [{title: {zh: 优秀, en: excellent}, from: 90}, {title: 合格, from: 60}]
                targets:
                  - {id: a, title: x, points: 10, score: by-hand}
                """)
        let titles = plan.grades.map { Phrase.figureValue(.grade($0.title)) }
        #expect(titles == [Phrase(zh: "优秀", en: "excellent"), Phrase(zh: "合格", en: "合格")])
    }
}
