internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

struct PlanCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            PlanHelp.noun, commandName: "plan", subcommands: [Adopt.self, Amend.self, Mark.self, Try.self, Check.self, Show.self])
    }

    struct Adopt: RecordingCommand {
        static let command = "plan.adopt"
        static let help = PlanHelp.adopt

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(PlanHelp.file)) var file: String

        var fields: JSONObject {
            get throws { try PlanFile.fields(of: file) }
        }
    }

    struct Amend: RecordingCommand {
        static let command = "plan.amend"
        static let help = PlanHelp.amend

        @OptionGroup var recording: RecordingOptions
        @Argument(help: ArgumentHelp(PlanHelp.amendedFile)) var file: String
        @Option(help: Self.field("from")) var from: String
        @Flag(help: Self.field("wholeYear")) var wholeYear = false

        var fields: JSONObject {
            get throws {
                let file = try PlanFile.fields(of: file)
                var fields = try givenFields
                for name in ["plan", "text"] { fields[name] = file[name] }
                return fields
            }
        }
    }

    enum Outcome: String, EnumerableFlag, FieldValue {
        case met, missed

        var field: JSONValue? { .bool(self == .met) }
    }

    struct Mark: RecordingCommand {
        static let command = "target.mark"
        static let help = PlanHelp.mark

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("target")) var target: String
        @Option(help: Self.field("plan")) var plan: String
        @Flag(help: Self.field("met")) var met: Outcome
    }

    struct Try: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(PlanHelp.trial) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
        @Argument(help: ArgumentHelp(PlanHelp.trialFile)) var file: String

        func run(in run: Run) throws {
            let tried = try Plan(yaml: PlanFile.text(of: file))
            let trial = try PlanTrial(of: tried, run.context(options.request(plan: plan), for: run.purpose("plan try")))
            run.show(trial.document, json: trial.json)
        }
    }

    struct Check: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(PlanHelp.check) }

        @OptionGroup var common: CommonOptions
        @Argument(help: ArgumentHelp(PlanHelp.file)) var file: String

        func run(in run: Run) throws {
            let description = PlanDescription(try Plan(yaml: PlanFile.text(of: file)))
            run.show(description.document, json: description.json)
        }
    }

    struct Show: ViewCommand {
        typealias Answer = PlanView

        static var configuration: CommandConfiguration { CommandConfiguration(PlanHelp.show) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Argument(help: ArgumentHelp(PlanHelp.plan)) var id: String

        var arguments: ViewArguments { ["plan": id] }

        func run(in run: Run) throws {
            let plan = try answer(in: run)
            guard !run.isJSON else { return run.console.json(plan.json) }
            run.console.write(Console.isTerminal ? plan.version.text.visibleLines : plan.version.text)
        }
    }
}

/// A plan file on its way into the book.
enum PlanFile {
    /// - Throws: `PlanError` for a file that is too long, which is not read to its end.
    static func text(of file: String) throws -> String {
        // Whatever its size, no more of it is held than shows that it is too long.
        let bytes = try InputFile.beginning(file, byteCount: Plan.byteMax + 1)
        try Plan.checkLength(byteCount: bytes.count)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(.badData, code: "not-utf-8", .notUTF8(file))
        }
        return text
    }

    static func fields(of file: String) throws -> JSONObject {
        let text = try text(of: file)
        let plan = try Plan(yaml: text)
        var fields = JSONObject([
            "plan": .string(plan.id), "title": .string(plan.title.zh), "year": .integer(Int64(plan.year)),
            "text": .string(text),
        ])
        if !plan.period.isCalendarYear {
            fields["from"] = .string(plan.period.first.description)
            fields["until"] = .string(plan.period.last.description)
        }
        return fields
    }
}
