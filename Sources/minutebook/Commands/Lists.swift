internal import ArgumentParser
internal import Views
internal import Wording

struct MemberList: ViewCommand {
    typealias Answer = MembersView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.members, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct ActivityList: ViewCommand {
    typealias Answer = ActivitiesView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.activities, commandName: "list") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
}

struct AttendanceRegisterCommand: ViewCommand {
    typealias Answer = RegisterView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.attendance, commandName: "register") }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
}
