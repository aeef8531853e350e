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

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.status, commandName: "status") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
    @Flag(help: ArgumentHelp(ViewHelp.eachMember)) var members = false

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
