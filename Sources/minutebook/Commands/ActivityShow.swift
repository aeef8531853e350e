internal import ArgumentParser
internal import Views
internal import Wording

struct ActivityShow: ViewCommand {
    typealias Answer = ActivityView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.activity, commandName: "show") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String

    var arguments: ViewArguments { ["activity": activity] }
}
