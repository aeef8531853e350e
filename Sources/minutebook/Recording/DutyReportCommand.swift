internal import ArgumentParser
internal import Views
internal import Wording

struct DutyReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            DutyReportHelp.noun, commandName: "duty-report", subcommands: [Record.self, Question.self, Tell.self, List.self])
    }

    struct Record: RecordingCommand {
        static let command = "duty-report.record"
        static let help = DutyReportHelp.record

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: Self.field("member")) var member: String
        @Option(help: Self.field("form")) var form: String
        @Option(help: Self.field("title")) var title: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("item")) var item: String?
        @Option(help: Self.field("report")) var report: String?
    }

    struct Question: RecordingCommand {
        static let command = "duty-report.question"
        static let help = DutyReportHelp.question

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("report")) var report: String
        @Option(help: Self.field("question")) var question: String
        @Option(help: Self.field("answer")) var answer: String?
        @Option(help: Self.field("asker")) var asker: String?
    }

    struct Tell: RecordingCommand {
        static let command = "duty-report.tell"
        static let help = DutyReportHelp.tell

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("report")) var report: String
        @Argument(help: Self.field("ballot")) var ballot: String
        @Option(help: Self.field("text")) var text: String?
    }

    struct List: ViewCommand {
        typealias Answer = DutyReportsView

        static var configuration: CommandConfiguration { CommandConfiguration(DutyReportHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
