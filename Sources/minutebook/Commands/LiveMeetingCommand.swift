internal import ArgumentParser
internal import Views
internal import Wording

struct LiveMeetingCommand: ViewCommand {
    typealias Answer = LiveMeetingView

    static var configuration: CommandConfiguration { CommandConfiguration(AttendanceHelp.show, commandName: "show") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String
    @Flag(help: ArgumentHelp(AttendanceHelp.withoutNames)) var withoutNames = false

    var arguments: ViewArguments { ["activity": activity, "withoutNames": withoutNames ? "true" : nil] }
}
