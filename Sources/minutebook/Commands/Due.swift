internal import ArgumentParser
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

struct Due: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "到期和超期：提案、建议按现行规则的各个期限 What is overdue or due soon, by the rules that stand",
        discussion: """
            --all 连已办的一起列出，并算按期率。换一套规则，期限随之重算，记录不变。
            --all lists what is done as well, with the share done in time. Under other rules the days are others; what was \
            recorded is the same.

            EXAMPLE: minutebook due --within 14
            EXAMPLE: minutebook due --all --as-of 2026-12-31
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var until: DayOption
    @Option(help: "多少天内到期的算快到期 Days before a limit within which it counts as due soon.") var within = 14
    @Flag(help: "全部期限，已办的也列 Every limit, done or not.") var all = false

    func run() throws {
        let state = try knowledge.state(of: common.openBook())
        let day = try until.day ?? state.today(at: Clock.now())
        let deadlines = state.deadlines(asOf: day)
        let shown = deadlines.filter { all || isUrgent($0, on: day) }
        if common.json { return Output.json(json(shown, of: deadlines, on: day)) }
        if state.rules == nil {
            Output.line(
                Phrase(
                    zh: "还没有采用办理规则（minutebook rules adopt），只列写明了期限的。",
                    en: "No rules are adopted (minutebook rules adopt): only days that were set are listed."))
        }
        guard !shown.isEmpty else { return Output.line(Phrase(zh: "没有超期或快到期的。", en: "Nothing is overdue or due soon.")) }
        var table = TextTable(
            [
                Phrase(zh: "到期", en: "due"), Phrase(zh: "状态", en: "state"), Phrase(zh: "事项", en: "what"), Phrase(zh: "谁", en: "who"),
                Phrase(zh: "哪件", en: "of"), Phrase(zh: "起算", en: "from"), Phrase(zh: "办毕", en: "done"), Phrase(zh: "出处", en: "article"),
            ].map { $0[.current] }, alignments: Array(repeating: .left, count: 8))
        for deadline in shown {
            table.add([
                deadline.due?.description ?? "–", Phrase.standing(deadline, on: day, within: within)[.current],
                Phrase.step(deadline.step)[.current], deadline.unit ?? "", Phrase.act(deadline.subject, in: state)[.current],
                deadline.from.description, deadline.done?.description ?? "", Phrase.origin(deadline)[.current],
            ])
        }
        table.lines.forEach { Output.line($0) }
        if deadlines.contains(where: { $0.lacksCalendar }) {
            Output.line(
                Phrase(
                    zh: "注意：有的年份没有工作日历（minutebook rules adopt-calendar），只去掉了周末。",
                    en: "note: for some year no work calendar is adopted (minutebook rules adopt-calendar): only weekends are left out."))
        }
        if all { Output.line(Phrase.rates(DeadlineRate.all(deadlines, on: day))) }
    }

    private func isUrgent(_ deadline: Deadline, on day: CalendarDate) -> Bool {
        switch deadline.standing(asOf: day) {
        case .overdue: true
        case .open: deadline.due.map { $0 <= day.adding(days: within) } ?? false
        case .paused, .doneInTime, .doneLate, .lapsed: false
        }
    }

    private func json(_ shown: [Deadline], of all: [Deadline], on day: CalendarDate) -> JSONValue {
        [
            "asOf": .string(day.description),
            "deadlines": .array(
                shown.map { deadline in
                    [
                        "subject": .string(deadline.subject.description), "step": .string(deadline.step.rawValue),
                        "who": deadline.unit.map { .string($0) } ?? .null, "from": .string(deadline.from.description),
                        "due": deadline.due.map { .string($0.description) } ?? .null, "set": .bool(deadline.isSet),
                        "done": deadline.done.map { .string($0.description) } ?? .null,
                        "state": .string(Phrase.standing(deadline, on: day, within: within).en),
                        "article": deadline.article.map { .string($0) } ?? .null,
                        "evidence": .array(deadline.evidence.map { .integer($0.value) }),
                    ]
                }),
            "rates": .array(
                DeadlineRate.all(all, on: day).map { rate in
                    ["step": .string(rate.step.rawValue), "inTime": .integer(Int64(rate.inTime)), "of": .integer(Int64(rate.of))]
                }),
        ]
    }
}
