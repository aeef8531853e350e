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

struct ReportCommand: ParsableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.reports, commandName: "report", subcommands: [Annual.self, VerifyReport.self]) }

    struct Annual: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.annual) }

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: ViewOptions
        @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
        @Option(help: ArgumentHelp(ViewHelp.year)) var year: Int
        @Option(help: ArgumentHelp(ViewHelp.format)) var format: ReportParameters.Format?
        @Flag(inversion: .prefixedNo, help: ArgumentHelp(ViewHelp.names)) var names = true
        @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

        mutating func validate() throws {
            try AnnualParameters.check(year)
        }

        func run() throws {
            let purpose = common.purpose("report annual")
            let context = try common.context(options.request(plan: plan), for: purpose)
            let book = context.book
            let parameters = try AnnualParameters.make(year: year, context, format: format ?? (common.json ? .json : .md), hasNames: names)
            let file = try ReportFile(
                book, state: context.known, parameters, checkpoint: signed(book, context.known), for: purpose)
            let sink = try common.sink(output)
            try sink.write(file.text.utf8)
            try sink.close()
        }

        /// A report without a checkpoint is still a report; whoever makes it is told what it lacks.
        private func signed(_ book: Book, _ state: State) throws -> SignedCheckpoint? {
            guard state.position > .start else { return nil }
            do {
                return try book.checkpoint(at: state.position)
            } catch let error as LogError where error.isOfMedium {
                Output.note(.reportHasNoCheckpoint(.logError(error)))
            } catch let error as KeyFileError {
                Output.note(.reportHasNoCheckpoint(.keyFileError(error)))
            }
            return nil
        }
    }

    struct VerifyReport: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.verifyReport, commandName: "verify") }

        /// The exit status where the figures are right and something else was not compared.
        static let incomplete: Int32 = 3

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: ArgumentHelp(ViewHelp.report)) var file: String

        func run() throws {
            let book = try common.openBook()
            let keys = try trust.keys() ?? book.trustedKeysAtHand()
            let verified = try ReportFile.verify(
                InputFile.text(file), against: book, trusting: keys, for: common.purpose("report verify"))
            if common.json {
                var answer = verified.json
                answer["ok"] = true
                answer["signers"] = .signers(verified.signatures)
                Output.json(.object(answer))
            } else {
                for line in verified.summary { Output.line(line) }
                if case .notCompared(let document) = verified.text {
                    Output.line()
                    TextRenderer(.current).lines(document).forEach { Output.line($0) }
                    Output.line()
                }
                Output.line(Phrase.reportSigned(keys) + .signers(verified.signatures))
            }
            // Whoever asks only for the exit status must not take for compared what was not.
            if !verified.isComplete { throw ExitCode(Self.incomplete) }
        }
    }
}

/// What a report is made of, from what was asked.
enum AnnualParameters {
    static func make(
        year: Int, _ context: ViewContext, format: ReportParameters.Format, hasNames: Bool
    ) throws -> ReportParameters {
        try check(year)
        // A book without a plan for the year is reported without one.
        return ReportParameters(
            year: year, asOf: context.day(in: Period(year: year)), position: context.position,
            plan: try context.adoptedPlan(of: year)?.id.description, format: format, language: .current, hasNames: hasNames)
    }

    /// - Throws: `ValidationError` for what is no year.
    static func check(_ year: Int) throws {
        guard (1...9999).contains(year) else { throw ValidationError(.parameterNotInRange("--year", "\(year)", 1...9999)) }
    }
}
