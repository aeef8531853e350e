internal import ArgumentParser
internal import Views
internal import Wording

struct ProposalList: ViewCommand {
    typealias Answer = ProposalsView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.proposals, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct ProposalShow: ViewCommand {
    typealias Answer = ProposalView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.proposal, commandName: "show") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: ArgumentHelp(ViewHelp.proposalShown)) var proposal: String

    var arguments: ViewArguments { ["proposal": proposal] }
}
