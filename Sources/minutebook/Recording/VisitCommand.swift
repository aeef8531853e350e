internal import ArgumentParser
internal import Wording

struct VisitCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(VisitHelp.noun, commandName: "visit", subcommands: [Record.self, VisitList.self, VisitsDue.self])
    }

    struct Record: RecordingCommand {
        static let command = "visit.record"
        static let help = VisitHelp.record

        @OptionGroup var recording: RecordingOptions
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("to")) var to: String?
        @Option(help: Self.field("place")) var place: String?
        @Option(help: ArgumentHelp(VisitHelp.area)) var area: String?
        @Option(help: Self.field("note")) var note: String?
        @Option(name: .customLong("quantity"), help: ArgumentHelp(CommonHelp.quantity)) var quantities: [QuantityText] = []
        @Option(help: Self.field("visit")) var visit: String?
    }
}
