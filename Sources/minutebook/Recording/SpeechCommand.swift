internal import ArgumentParser
internal import Views
internal import Wording

struct SpeechCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(SpeechHelp.noun, commandName: "speech", subcommands: [Record.self, List.self])
    }

    struct Record: RecordingCommand {
        static let command = "speech.record"
        static let help = SpeechHelp.record

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("form")) var form: String
        @Option(help: Self.field("item")) var item: String?
        @Option(help: Self.field("title")) var title: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("on")) var on: String?
        @Option(help: Self.field("speech")) var speech: String?
    }

    struct List: ViewCommand {
        typealias Answer = SpeechesView

        static var configuration: CommandConfiguration { CommandConfiguration(SpeechHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
