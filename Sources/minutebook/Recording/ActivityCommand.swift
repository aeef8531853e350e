internal import ArgumentParser
internal import CanonicalJSON
internal import Wording

struct ActivityCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            ActivityHelp.noun, commandName: "activity",
            subcommands: [
                Schedule.self, Reschedule.self, Cancel.self, Open.self, Close.self, ActivityList.self, ActivityShow.self,
                SignInSheetCommand.self,
            ])
    }

    struct Schedule: RecordingCommand {
        static let command = "activity.schedule"
        static let help = ActivityHelp.schedule

        @OptionGroup var recording: RecordingOptions
        @Option(help: ArgumentHelp(ActivityHelp.kind)) var kind: String
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("on")) var on: String
        @Option(help: Self.field("activity")) var activity: String?
        @Option(help: Self.field("place")) var place: String?
        @Option(help: Self.field("content")) var content: String?
        @Option(help: Self.field("responsible")) var responsible: String?
        @Option(help: Self.field("level")) var level: String?
        @Option(name: .customLong("invite"), help: Self.field("invited")) var invited: [String] = []
        @Option(help: Self.field("fulfils")) var fulfils: [String] = []
        @Option(name: .customLong("partner"), help: Self.field("partners")) var partners: [String] = []
        @Option(help: Self.field("halfDays")) var halfDays: Int64?
        @Option(name: .customLong("quantity"), help: ArgumentHelp(CommonHelp.quantity)) var quantities: [QuantityText] = []
    }

    struct Reschedule: RecordingCommand {
        static let command = "activity.reschedule"
        static let help = ActivityHelp.reschedule

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Option(help: Self.field("on")) var on: String
        @Option(help: Self.field("place")) var place: String?
    }

    struct Cancel: RecordingCommand {
        static let command = "activity.cancel"
        static let help = ActivityHelp.cancel

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
    }

    struct Open: RecordingCommand {
        static let command = "activity.open"
        static let help = ActivityHelp.open

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
    }

    struct Close: RecordingCommand {
        static let command = "activity.close"
        static let help = ActivityHelp.close

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Option(help: Self.field("participants")) var participants: Int64?
        @Option(help: ArgumentHelp(ActivityHelp.suggestions)) var suggestions: Int64?
        @Option(help: ArgumentHelp(ActivityHelp.reports)) var reports: Int64?
        @Option(name: .customLong("partner"), help: Self.field("partners")) var partners: [String] = []
        @Option(name: .customLong("quantity"), help: ArgumentHelp(CommonHelp.quantity)) var quantities: [QuantityText] = []

        var fields: JSONObject {
            get throws {
                var fields = try givenFields
                let counted: [(String, Int64?)] = [("suggestion", suggestions), ("report", reports)]
                let outcomes: [JSONValue] = counted.compactMap { kind, count in
                    count.map { ["kind": .string(kind), "count": .integer($0)] }
                }
                if !outcomes.isEmpty { fields["outcomes"] = .array(outcomes) }
                return fields
            }
        }
    }
}
