internal import ArgumentParser
internal import Wording

struct PointsCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(PointsHelp.noun, commandName: "points", subcommands: [Award.self, Deduct.self])
    }

    struct Award: RecordingCommand {
        static let command = "points.award"
        static let help = PointsHelp.award

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("plan")) var plan: String
        @Option(help: Self.field("target")) var target: String
        @Option(help: ArgumentHelp(PointsHelp.points)) var points: PointsText
        @Option(help: Self.field("member")) var member: String?
        @Option(help: Self.field("group")) var group: String?
        @Option(help: Self.field("sector")) var sector: String?
        @Option(help: Self.field("appeal")) var appeal: String?
        @Option(help: Self.field("award")) var award: String?
    }

    struct Deduct: RecordingCommand {
        static let command = "points.deduct"
        static let help = PointsHelp.deduct

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("plan")) var plan: String
        @Option(help: Self.field("target")) var target: String
        @Option(help: ArgumentHelp(PointsHelp.points)) var points: PointsText
        @Option(help: Self.field("member")) var member: String?
        @Option(help: Self.field("group")) var group: String?
        @Option(help: Self.field("sector")) var sector: String?
        @Option(help: Self.field("appeal")) var appeal: String?
        @Option(help: Self.field("award")) var award: String?
    }
}
