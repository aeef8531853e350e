internal import ArgumentParser
internal import Assessment
internal import CanonicalJSON
internal import Domain
internal import Views
internal import Wording

struct RulesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(RulesHelp.noun, commandName: "rules", subcommands: [Adopt.self, AdoptCalendar.self, Show.self])
    }

    struct Adopt: RecordingCommand {
        static let command = "rules.adopt"
        static let help = RulesHelp.adopt

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(RulesHelp.rulesFile)) var file: String

        var fields: JSONObject { get throws { try YAMLObject.read(PlanFile.text(of: file)) } }
    }

    struct AdoptCalendar: RecordingCommand {
        static let command = "work-calendar.adopt"
        static let help = RulesHelp.adoptCalendar

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(RulesHelp.calendarFile)) var file: String

        var fields: JSONObject { get throws { try YAMLObject.read(PlanFile.text(of: file)) } }
    }

    struct Show: ViewCommand {
        typealias Answer = RulesView

        static var configuration: CommandConfiguration { CommandConfiguration(RulesHelp.show) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
    }
}
