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

    func run() throws {
        let sheet = try answer()
        guard !common.json else { return Output.json(sheet.json) }
        let sink = try common.sink(output)
        try sink.write(sheet.html(.current).utf8)
        try sink.close()
    }
}
