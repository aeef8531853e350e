internal import ArgumentParser
internal import Reports
internal import Views
internal import Wording

struct SignInSheetCommand: ViewCommand {
    typealias Answer = SignInSheetView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.signInSheet, commandName: "sheet") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    var arguments: ViewArguments { ["activity": activity] }

    func run(in run: Run) throws {
        let sheet = try answer(in: run)
        guard !run.isJSON else { return run.console.json(sheet.json) }
        let sink = try run.sink(output)
        try sink.write(sheet.html(run.language).utf8)
        try sink.close()
    }
}
