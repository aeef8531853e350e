internal import ArgumentParser
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
