internal import ArgumentParser
internal import Wording

struct WorkCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(WorkHelp.noun, commandName: "work", subcommands: [File.self, WorkList.self])
    }

    struct File: RecordingCommand {
        static let command = "work.file"
        static let help = WorkHelp.file

        @OptionGroup var recording: RecordingOptions
        @Option(help: ArgumentHelp(WorkHelp.kind)) var kind: String
        @Option(help: Self.field("title")) var title: String
        @Option(name: .customLong("author"), help: Self.field("authors")) var authors: [String] = []
        @Option(help: Self.field("activity")) var activity: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(name: .customLong("quantity"), help: ArgumentHelp(CommonHelp.quantity)) var quantities: [QuantityText] = []
        @Option(help: Self.field("work")) var work: String?
    }
}
