internal import ArgumentParser
internal import Views
internal import Wording

struct SearchCommand: ViewCommand {
    typealias Answer = SearchView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.search, commandName: "search") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: ArgumentHelp(ViewHelp.text)) var text: String

    var arguments: ViewArguments { ["text": text] }
}
