internal import ArgumentParser
internal import Views
internal import Wording

struct DecisionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            DecisionHelp.noun, commandName: "decision",
            subcommands: [Record.self, HandOver.self, Answer.self, Handle.self, Appraise.self, List.self])
    }

    struct Record: RecordingCommand {
        static let command = "decision.record"
        static let help = DecisionHelp.record

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("kind")) var kind: String
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("number")) var number: String?
        @Option(help: Self.field("activity")) var activity: String?
        @Option(help: Self.field("item")) var item: String?
        @Option(help: Self.field("ballot")) var ballot: String?
        @Option(help: Self.field("decision")) var decision: String?
    }

    struct HandOver: RecordingCommand {
        static let command = "decision.hand-over"
        static let help = DecisionHelp.handOver

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("decision")) var decision: String
        @Option(help: Self.field("to")) var to: String
        @Option(help: Self.field("due")) var due: String?
    }

    struct Answer: RecordingCommand {
        static let command = "decision.answer"
        static let help = DecisionHelp.answer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("decision")) var decision: String
        @Option(help: Self.field("unit")) var unit: String
        @Option(help: Self.field("text")) var text: String?
    }

    struct Handle: RecordingCommand {
        static let command = "decision.handle"
        static let help = DecisionHelp.handle

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("decision")) var decision: String
        @Option(help: Self.field("text")) var text: String?
    }

    struct Appraise: RecordingCommand {
        static let command = "decision.appraise"
        static let help = DecisionHelp.appraise

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("decision")) var decision: String
        @Argument(help: Self.field("ballot")) var ballot: String
    }

    struct List: ViewCommand {
        typealias Answer = DecisionsView

        static var configuration: CommandConfiguration { CommandConfiguration(DecisionHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
