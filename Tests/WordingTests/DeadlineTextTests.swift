import Domain
import DomainTestSupport
import EventLog
import Testing
import Wording

@Suite("Time limits in words")
struct DeadlineTextTests {
    /// As a rule set has them, by the names that its fields have.
    private func limit(_ fields: String) throws -> TimeLimit {
        let given = try Given(#"{"command":"rules.adopt","rules":"r","title":"x","limits":[{"step":"answer",\#(fields)}]}"#)
        return try #require(given.state.rules?.fact.limits.first)
    }

    @Test(arguments: [
        (#""months":3"#, "3 个月", "3 months"), (#""days":10"#, "10 日", "10 days"), (#""workingDays":15"#, "15 个工作日", "15 working days"),
        (#""months":1"#, "1 个月", "1 month"), (#""days":1"#, "1 日", "1 day"), (#""workingDays":1"#, "1 个工作日", "1 working day"),
        (#""months":2,"extension":1"#, "2 个月，可延 1 个月", "2 months, may be extended by 1 month"),
    ])
    func times(fields: String, zh: String, en: String) throws { #expect(Phrase.time(try limit(fields)) == Phrase(zh: zh, en: en)) }

    @Test(arguments: [
        (#""days":1"#, "", ""), (#""days":1,"session":"in-session""#, "大会", "in session"),
        (#""days":1,"session":"off-session""#, "平时", "off session"),
        (#""days":1,"difficult":true"#, "难度大", "difficult"),
        (#""days":1,"difficult":false,"session":"in-session""#, "大会、一般", "in session, ordinary"),
    ])
    func cases(fields: String, zh: String, en: String) throws {
        #expect(Phrase.cases(try limit(fields)) == Phrase(zh: zh, en: en))
    }

    private static let steps: [(TimeLimit.Step, String, String)] = [
        (.handOver, "交办", "hand-over"), (.refuse, "退回", "return"), (.joint, "会办意见", "joint opinion"), (.answer, "答复", "answer"),
        (.redo, "二次答复", "second answer"), (.rate, "评价", "rating"), (.suggestion, "建议答复", "answer to a suggestion"),
        (.decision, "决定答复", "answer to a decision"), (.petition, "来信来访答复", "answer to a petition"),
        (.commitment, "承诺兑现", "commitment"),
    ]

    @Test func everyStepIsCalledSomething() {
        #expect(Self.steps.map(\.0) == TimeLimit.Step.allCases)
        for (step, zh, en) in Self.steps { #expect(Phrase.step(step) == Phrase(zh: zh, en: en)) }
    }

    /// One deadline of 10 days from 1 May; what is said of it from day to day.
    @Test(arguments: [
        ("2026-05-01", nil, "办理中", "running"), ("2026-05-03", nil, "办理中", "running"), ("2026-05-04", nil, "快到期", "due soon"),
        ("2026-05-11", nil, "快到期", "due soon"), ("2026-05-12", nil, "超期", "overdue"), ("2026-05-12", "2026-05-11", "按期", "in time"),
        ("2026-05-12", "2026-05-12", "超期办毕", "late"),
    ])
    func standings(asOf: String, answered: String?, zh: String, en: String) throws {
        let answers = answered.map { [#"{"command":"proposal.answer","proposal":"P1","unit":"局","occurred":"\#($0)"}"#] } ?? []
        let given = try Given(Self.handedOver + answers)
        let deadline = try #require(given.state.deadlines(asOf: day(asOf)).first)
        #expect(Phrase.standing(deadline, on: day(asOf), within: 7) == Phrase(zh: zh, en: en))
        #expect(Phrase.origin(deadline) == .plain("第七条"))
    }

    private static let handedOver = [
        #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#,
        #"{"command":"rules.adopt","rules":"r","title":"x","limits":[{"step":"answer","days":10,"article":"第七条"}]}"#,
        #"{"command":"proposal.file","proposal":"P1","title":"x","kind":"individual","signers":["M1"],"occurred":"2026-05-01"}"#,
        #"{"command":"proposal.accept","proposal":"P1","occurred":"2026-05-01"}"#,
        #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","occurred":"2026-05-01"}"#,
    ]

    @Test func aDaySetBySomebodyHasNoArticle() throws {
        let set = #"{"command":"proposal.extend","proposal":"P1","until":"2026-06-30","reason":"x","occurred":"2026-05-02"}"#
        let deadline = try #require(try Given(Self.handedOver + [set]).state.deadlines(asOf: day("2026-05-03")).first)
        #expect(Phrase.origin(deadline) == Phrase(zh: "写明的期限", en: "set"))
    }

    @Test func rates() throws {
        let deadlines = try Given(Self.handedOver).state.deadlines(asOf: day("2026-05-12"))
        #expect(
            Phrase.rates(DeadlineRate.all(deadlines, on: day("2026-05-12")))
                == Phrase(zh: "按期率：答复 0/1 = 0.0 %", en: "in time: answer 0/1 = 0.0 %"))
    }
}
