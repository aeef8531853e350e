internal import ArgumentParser
internal import Views
internal import Wording

struct PetitionCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            PetitionHelp.noun, commandName: "petition",
            subcommands: [Receive.self, HandOver.self, Supervise.self, Answer.self, List.self, Roster.self])
    }

    struct Receive: RecordingCommand {
        static let command = "petition.receive"
        static let help = PetitionHelp.receive

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("kind")) var kind: String
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("from")) var from: String?
        @Option(help: Self.field("matter")) var matter: String?
        @Option(help: Self.field("activity")) var activity: String?
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("petition")) var petition: String?
    }

    struct HandOver: RecordingCommand {
        static let command = "petition.hand-over"
        static let help = PetitionHelp.handOver

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("petition")) var petition: String
        @Option(help: Self.field("to")) var to: String
        @Option(help: Self.field("way")) var way: String?
        @Option(help: Self.field("due")) var due: String?
    }

    struct Supervise: RecordingCommand {
        static let command = "petition.supervise"
        static let help = PetitionHelp.supervise

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("petition")) var petition: String
        @Option(name: .customLong("member"), help: Self.field("members")) var members: [String] = []
        @Option(help: Self.field("text")) var text: String?
    }

    struct Answer: RecordingCommand {
        static let command = "petition.answer"
        static let help = PetitionHelp.answer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("petition")) var petition: String
        @Option(help: Self.field("unit")) var unit: String?
        @Option(help: Self.field("text")) var text: String?
    }

    struct List: ViewCommand {
        typealias Answer = PetitionsView

        static var configuration: CommandConfiguration { CommandConfiguration(PetitionHelp.list) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }

    struct Roster: ViewCommand {
        typealias Answer = DutyRosterView

        static var configuration: CommandConfiguration { CommandConfiguration(PetitionHelp.roster) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
