internal import ArgumentParser
internal import Domain
internal import Views
internal import Wording

struct AppealCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            AppealHelp.noun, commandName: "appeal", subcommands: [File.self, Answer.self, Withdraw.self, List.self])
    }

    struct File: RecordingCommand {
        static let command = "appeal.file"
        static let help = AppealHelp.file

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("member")) var member: String
        @Option(help: Self.field("plan")) var plan: String
        @Option(help: Self.field("target")) var target: String?
        @Option(help: Self.field("why")) var why: String
        @Option(help: Self.field("appeal")) var appeal: String?
    }

    struct Answer: RecordingCommand {
        static let command = "appeal.answer"
        static let help = AppealHelp.answer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("appeal")) var appeal: String
        @Option(help: Self.field("outcome")) var outcome: String
        @Option(help: Self.field("answer")) var answer: String
    }

    struct Withdraw: RecordingCommand {
        static let command = "appeal.withdraw"
        static let help = AppealHelp.withdraw

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("appeal")) var appeal: String
    }

    struct List: ViewCommand {
        typealias Answer = AppealsView

        static var configuration: CommandConfiguration { CommandConfiguration(AppealHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
