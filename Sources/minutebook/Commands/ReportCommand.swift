public import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Rendering
public import Reports
internal import TransparencyTree
internal import Views
internal import Wording

extension ReportParameters.Format: ExpressibleByArgument {}

/// In which form a report is written, and where to.
struct ReportOptions: ParsableArguments {
    @Option(help: ArgumentHelp(ViewHelp.format)) var format: ReportParameters.Format?
    @Flag(inversion: .prefixedNo, help: ArgumentHelp(ViewHelp.names)) var names = true
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

    func format(in run: Run) -> ReportParameters.Format { format ?? (run.isJSON ? .json : .md) }
}

struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.reports, commandName: "report", subcommands: [Annual.self, BulletinReport.self, VerifyReport.self]) }

    struct Annual: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.annual) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
        @Option(help: ArgumentHelp(ViewHelp.year)) var year: Int
        @OptionGroup var form: ReportOptions

        mutating func validate() throws {
            try AnnualYear.check(year)
        }

        func run(in run: Run) throws {
            let purpose = run.purpose("report annual")
            let context = try run.context(options.request(plan: plan), for: purpose)
            let parameters = try ReportParameters.annual(
                of: year, context, format: form.format(in: run), run.language, hasNames: form.names)
            try run.write(parameters, of: context, for: purpose, to: form.output)
        }
    }

    struct BulletinReport: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.bulletin, commandName: "bulletin") }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
        @Option(help: ArgumentHelp(ViewHelp.planPart)) var period: String?
        @OptionGroup var form: ReportOptions

        func run(in run: Run) throws {
            let purpose = run.purpose("report bulletin")
            let context = try run.context(options.request(plan: plan), for: purpose)
            let parameters = try BulletinParameters.make(
                period, context, format: form.format(in: run), run.language, hasNames: form.names)
            try run.write(parameters, of: context, for: purpose, to: form.output)
        }
    }

    struct VerifyReport: RunnableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.verifyReport, commandName: "verify") }

        /// The exit status where the figures are right and something else was not compared.
        static let incomplete: Int32 = 3

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp(ViewHelp.report)) var file: String

        func run(in run: Run) throws {
            let book = try run.openBook()
            let keys = try trust.keys() ?? book.trustedKeysAtHand()
            let verified = try ReportFile.verify(
                InputFile.text(file), against: book, trusting: keys, for: run.purpose("report verify"))
            if run.isJSON {
                var answer = verified.json
                answer["ok"] = true
                answer["signers"] = .signers(verified.signatures)
                run.console.json(.object(answer))
            } else {
                for line in verified.summary { run.console.line(line) }
                if case .notCompared(let document) = verified.text {
                    run.console.line()
                    TextRenderer(run.language).lines(document).forEach { run.console.line($0) }
                    run.console.line()
                }
                run.console.line(Phrase.reportSigned(keys) + .signers(verified.signatures))
            }
            // Whoever asks only for the exit status must not take for compared what was not.
            if !verified.isComplete { throw ExitCode(Self.incomplete) }
        }
    }
}

extension Run {
    /// Makes a report and writes it where it was asked for.
    fileprivate func write(_ parameters: ReportParameters, of context: ViewContext, for purpose: ReadingPurpose, to output: String?) throws {
        let file = try ReportFile(
            context.book, state: context.known, parameters, checkpoint: signed(context.book, context.known), for: purpose)
        let sink = try sink(output)
        try sink.write(file.text.utf8)
        try sink.close()
    }

    /// A report without a checkpoint is still a report; whoever makes it is told what it lacks.
    private func signed(_ book: Book, _ state: State) throws -> SignedCheckpoint? {
        let (checkpoint, lack) = try book.checkpointAtHand(at: state.position)
        if let lack { console.note(.reportHasNoCheckpoint(lack.phrase)) }
        return checkpoint
    }
}

/// Which years can be asked for.
enum AnnualYear {
    /// - Throws: `ValidationError` for what is no year.
    static func check(_ year: Int) throws {
        guard (1...9999).contains(year) else { throw ValidationError(.parameterNotInRange("--year", "\(year)", 1...9999)) }
    }
}
