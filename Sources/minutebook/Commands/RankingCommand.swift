internal import ArgumentParser
internal import Views
internal import Wording

struct RankingCommand: ViewCommand {
    typealias Answer = RankingView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.ranking, commandName: "ranking") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
}
