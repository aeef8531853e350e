internal import ArgumentParser
internal import CanonicalJSON
internal import Wording

struct FactCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(FactHelp.noun, commandName: "fact", subcommands: [Void.self, Correct.self])
    }

    struct Void: RecordingCommand {
        static let command = "fact.void"
        static let help = FactHelp.void

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("corrects")) var corrects: Int64
    }

    struct Correct: RecordingCommand {
        static let command = "fact.correct"
        static let help = FactHelp.correct

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("corrects")) var corrects: Int64
        @Option(help: ArgumentHelp(FactHelp.changes)) var set: JSONText?
        @Option(help: Self.field("when")) var when: String?
    }
}
