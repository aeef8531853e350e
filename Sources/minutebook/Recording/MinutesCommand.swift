internal import ArgumentParser
internal import CanonicalJSON
internal import Rendering
internal import Views
internal import Wording

struct MinutesCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(MinutesHelp.noun, commandName: "minutes", subcommands: [Make.self, Draft.self, Approve.self, Show.self])
    }

    struct Make: ViewCommand {
        typealias Answer = MinutesDraftView

        static var configuration: CommandConfiguration { CommandConfiguration(MinutesHelp.make) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        var arguments: ViewArguments { ["activity": activity] }

        func run(in run: Run) throws {
            let draft = try answer(in: run)
            guard !run.isJSON else { return run.console.json(draft.json) }
            let sink = try run.sink(output)
            try sink.write(MarkdownRenderer(run.language).render(draft.document).utf8)
            try sink.close()
        }
    }

    struct Draft: RecordingCommand {
        static let command = "minutes.draft"
        static let help = MinutesHelp.draft

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("activity")) var activity: String
        @Argument(help: ArgumentHelp(MinutesHelp.file)) var file: String
        @Option(help: Self.field("minutes")) var minutes: String?

        var fields: JSONObject {
            get throws {
                var fields = try givenFields
                fields["text"] = .string(try InputFile.text(file))
                return fields
            }
        }
    }

    struct Approve: RecordingCommand {
        static let command = "minutes.approve"
        static let help = MinutesHelp.approve

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("minutes")) var minutes: String
        @Option(name: .customLong("approved-by"), help: Self.field("approvedBy")) var approvedBy: String
    }

    struct Show: ViewCommand {
        typealias Answer = MinutesView

        static var configuration: CommandConfiguration { CommandConfiguration(MinutesHelp.show) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(ViewHelp.activityID)) var activity: String
        @Option(help: ArgumentHelp(MinutesHelp.version)) var version: String?

        var arguments: ViewArguments { ["activity": activity, "version": version] }
    }
}
