internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

struct StatusCommand: ViewCommand {
    typealias Answer = StatusView

    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "计划完成到哪里 Where each target of the plan stands",
        discussion: """
            年度没过完时，还列出欠着的、到期日和最省力的得分办法。--members 列出每名委员。
            While the year runs, also what is owed and when, and the next acts that gain the most. --members lists each member.

            EXAMPLE: minutebook status --as-of 2019-06-30
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: "哪个计划 Which plan, where there are several.") var plan: String?
    @Flag(help: "列出每名委员的得分和欠缺 Each member's points, and what each still owes.") var members = false

    var arguments: ViewArguments { ["members": members ? "true" : nil] }
}

/// A plan's status as a person reads it.
enum StatusText {
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
        guard !status.unplanned.isEmpty else { return }
        Output.line()
        let ids = status.unplanned.map(\.description).joined(separator: ", ")
        Output.line(Phrase(zh: "日程之外的活动：\(ids)", en: "activities beside the calendar: \(ids)"))
    }
}
