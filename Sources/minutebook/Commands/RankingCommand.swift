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

struct RiskCommand: ViewCommand {
    typealias Answer = RiskView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.risk, commandName: "risk") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
}
