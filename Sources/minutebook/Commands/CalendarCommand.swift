internal import ArgumentParser
internal import Bookkeeping
internal import Domain
internal import Reports
internal import Views
internal import Wording

struct Calendar: ViewCommand {
    typealias Answer = CalendarView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.calendar) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
    @Option(help: ArgumentHelp(ViewHelp.month)) var month: String?
    @Flag(help: ArgumentHelp(ViewHelp.ics)) var ics = false
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(ViewHelp.calendarNames)) var names = true
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    var arguments: ViewArguments { ["month": ics ? nil : month, "withoutNames": names ? nil : "true"] }

    mutating func validate() throws {
        guard ics || output == nil else { throw ValidationError(.outputNeedsICS) }
    }

    func run(in run: Run) throws {
        let context = try context(in: run)
        let answer = try Answer(context, arguments)
        guard ics else { return run.show(answer.document, json: answer.json) }
        let calendar = ICalendar(
            answer, book: context.known.book.opened?.book.description ?? "", name: context.bookName, made: context.known.recorded,
            language: run.language)
        let sink = try run.sink(output)
        try sink.write(calendar.text.utf8)
        try sink.close()
    }
}
