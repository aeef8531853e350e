internal import ArgumentParser
internal import Wording

struct SuggestionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            SuggestionHelp.noun, commandName: "suggestion",
            subcommands: [
                Submit.self, Edit.self, Issue.self, Adopt.self, Instruct.self, FeedBack.self, HandOver.self, Answer.self, Rate.self,
                SuggestionList.self,
            ])
    }

    struct Submit: RecordingCommand {
        static let command = "suggestion.submit"
        static let help = SuggestionHelp.submit

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("kind")) var kind: String
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("activity")) var activity: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("proposal")) var proposal: String?
        @Option(help: Self.field("suggestion")) var suggestion: String?
    }

    struct HandOver: RecordingCommand {
        static let command = "suggestion.hand-over"
        static let help = SuggestionHelp.handOver

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("to")) var to: String
        @Option(help: Self.field("due")) var due: String?
        @Flag(help: Self.field("difficult")) var difficult = false
    }

    struct Answer: RecordingCommand {
        static let command = "suggestion.answer"
        static let help = SuggestionHelp.answer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("unit")) var unit: String
        @Option(help: Self.field("text")) var text: String?
    }

    struct Adopt: RecordingCommand {
        static let command = "suggestion.adopt"
        static let help = SuggestionHelp.adopt

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("level")) var level: String
    }

    struct Edit: RecordingCommand {
        static let command = "suggestion.edit"
        static let help = SuggestionHelp.edit

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("title")) var title: String?
        @Option(help: Self.field("text")) var text: String?
    }

    struct Issue: RecordingCommand {
        static let command = "suggestion.issue"
        static let help = SuggestionHelp.issue

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("to")) var to: String
        @Option(help: Self.field("level")) var level: String?
        @Option(help: Self.field("issue")) var issue: String?
    }

    struct Instruct: RecordingCommand {
        static let command = "suggestion.instruct"
        static let help = SuggestionHelp.instruct

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("leader")) var leader: String
        @Option(help: Self.field("level")) var level: String?
        @Option(help: Self.field("text")) var text: String?
    }

    struct FeedBack: RecordingCommand {
        static let command = "suggestion.feed-back"
        static let help = SuggestionHelp.feedBack

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("text")) var text: String?
    }

    struct Rate: RecordingCommand {
        static let command = "suggestion.rate"
        static let help = SuggestionHelp.rate

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("suggestion")) var suggestion: String
        @Option(help: Self.field("member")) var member: String
        @Option(help: Self.field("handling")) var handling: String
        @Option(help: Self.field("result")) var result: String
    }
}
