internal import ArgumentParser
internal import Views
internal import Wording

struct CommendationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(CommendationHelp.noun, commandName: "commendation", subcommands: [Record.self, List.self])
    }

    struct Record: RecordingCommand {
        static let command = "commendation.record"
        static let help = CommendationHelp.record

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("level")) var level: String
        @Option(help: Self.field("kind")) var kind: String?
        @Option(help: Self.field("from")) var from: String?
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("what")) var what: String?
        @Option(help: Self.field("commendation")) var commendation: String?
    }

    struct List: ViewCommand {
        typealias Answer = CommendationsView

        static var configuration: CommandConfiguration { CommandConfiguration(CommendationHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
