internal import ArgumentParser
internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Reports
internal import Wording

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "计划完成到哪里 Where each target of the plan stands",
        discussion: "EXAMPLE: minutebook status --as-of 2019-06-30")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let state = try knowledge.state(of: common.openBook())
        let status = try options.status(of: state)
        let name = state.book.opened?.name ?? ""
        guard !common.json else { return Output.json(status.json(book: name, language: .current)) }
        StatusText.print(status, name: name)
    }
}

/// A plan's status as a person reads it.
enum StatusText {
    static func print(_ status: PlanStatus, name: String) {
        let language = Language.current
        let head = Phrase(
            zh: "\(name) · \(status.plan.title.zh)\n截至 \(status.asOf)，依据第 1–\(status.position) 条",
            en: "\(name) · \(Phrase.localized(status.plan.title).en)\nas of \(status.asOf), from entries 1–\(status.position)")
        Output.line(head[language])
        Output.line()
        var table = TextTable(
            [
                Phrase(zh: "项", en: "id"), Phrase(zh: "考核项目", en: "target"), Phrase(zh: "得分", en: "points"),
                Phrase(zh: "满分", en: "of"), Phrase(zh: "状态", en: "state"), Phrase(zh: "实际 / 要求", en: "actual / required"),
            ].map { $0[language] }, alignments: [.left, .left, .right, .right, .left, .left])
        for target in status.targets {
            table.add([
                target.target.id, Phrase.localized(target.target.title)[language],
                target.points.map(Phrase.points) ?? "", target.target.points.map(Phrase.points) ?? "",
                Phrase.state(target.state)[language], measured(target)[language],
            ])
        }
        table.add([
            "", Phrase(zh: "合计", en: "total")[language], Phrase.points(status.points), Phrase.points(status.of), "", "",
        ])
        table.lines.forEach { Output.line($0) }
        printCalendar(status)
        printWarnings(status.plan)
    }

    private static func measured(_ target: TargetStatus) -> Phrase {
        let parts = target.requirements.map { status in
            let label = target.requirements.count > 1 ? Phrase.requirement(status.requirement) + .plain(" ") : .plain("")
            return label + .actual(status.actual) + .plain(" / ") + .required(status.requirement.measure)
        }
        return .joined(parts, zh: "；", en: "; ")
    }

    static func printCalendar(_ status: PlanStatus) {
        guard !status.calendar.isEmpty else { return }
        let language = Language.current
        Output.line()
        var table = TextTable(
            [
                Phrase(zh: "日程", en: "calendar"), Phrase(zh: "时间", en: "when"), Phrase(zh: "事项", en: "what"),
                Phrase(zh: "状态", en: "state"), Phrase(zh: "由", en: "by"),
            ].map { $0[language] }, alignments: [.left, .left, .left, .left, .left])
        for item in status.calendar {
            table.add([
                item.item.id, Phrase.when(item.item.when)[language], Phrase.localized(item.item.title)[language],
                Phrase.state(item.state)[language], item.fulfilledBy?.description ?? "",
            ])
        }
        table.lines.forEach { Output.line($0) }
    }

    static func printWarnings(_ plan: Plan) {
        guard !plan.warnings.isEmpty else { return }
        Output.line()
        for warning in plan.warnings {
            Output.line(Phrase(zh: "注意：", en: "note: ") + .planWarning(warning))
        }
    }
}

struct Calendar: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "计划日程 The plan's calendar: what is due and what was done",
        discussion: "EXAMPLE: minutebook calendar")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions

    func run() throws {
        let state = try knowledge.state(of: common.openBook())
        let status = try options.status(of: state)
        guard !common.json else {
            let json = status.json(book: state.book.opened?.name ?? "", language: .current)
            return Output.json(json.objectValue?["calendar"] ?? [])
        }
        StatusText.printCalendar(status)
    }
}
