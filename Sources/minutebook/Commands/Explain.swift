internal import ArgumentParser
internal import Views
internal import Wording

struct Explain: ViewCommand {
    typealias Answer = ExplainView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.explain) }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
    @Argument(help: ArgumentHelp(ViewHelp.explained)) var subject: String

    var arguments: ViewArguments { ["subject": subject] }
}
