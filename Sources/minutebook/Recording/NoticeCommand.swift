internal import ArgumentParser
internal import Views
internal import Wording

struct NoticeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(NoticeHelp.noun, commandName: "notice", subcommands: [Issue.self, Show.self, Answers.self])
    }

    struct Issue: RecordingCommand {
        static let command = "notice.issue"
        static let help = NoticeHelp.issue

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Option(help: Self.field("means")) var means: [String] = []
        @Option(help: Self.field("notice")) var notice: String?
    }

    struct Show: ViewCommand {
        typealias Answer = NoticeView

        static var configuration: CommandConfiguration { CommandConfiguration(NoticeHelp.show) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String

        var arguments: ViewArguments { ["activity": activity] }
    }

    struct Answers: ViewCommand {
        typealias Answer = NoticeAnswersView

        static var configuration: CommandConfiguration { CommandConfiguration(NoticeHelp.answers) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String

        var arguments: ViewArguments { ["activity": activity] }
    }
}
