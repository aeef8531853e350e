internal import ArgumentParser
internal import Views
internal import Wording

struct AgendaCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(AgendaHelp.noun, commandName: "agenda", subcommands: [Add.self, Move.self, End.self, List.self])
    }

    struct Add: RecordingCommand {
        static let command = "agenda.add"
        static let help = AgendaHelp.add

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("number")) var number: Int64?
        @Option(help: Self.field("presenter")) var presenter: String?
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("on")) var on: String?
        @Option(help: Self.field("sitting")) var sitting: Int64?
        @Option(help: Self.field("item")) var item: String?
    }

    struct Move: RecordingCommand {
        static let command = "agenda.move"
        static let help = AgendaHelp.move

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("item")) var item: String
        @Option(help: Self.field("number")) var number: Int64
    }

    struct End: RecordingCommand {
        static let command = "agenda.end"
        static let help = AgendaHelp.end

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("item")) var item: String
        @Option(help: Self.field("outcome")) var outcome: String
        @Option(help: Self.field("to")) var to: String?
        @Option(help: Self.field("note")) var note: String?
    }

    struct List: ViewCommand {
        typealias Answer = AgendaView

        static var configuration: CommandConfiguration { CommandConfiguration(AgendaHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Option(help: ArgumentHelp(AgendaHelp.activity)) var activity: String?

        var arguments: ViewArguments { ["activity": activity] }
    }
}
