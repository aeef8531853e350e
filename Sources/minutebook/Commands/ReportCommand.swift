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
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "报告 Reports", subcommands: [Annual.self, VerifyReport.self])

    struct Annual: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "年度履职报告，每个数都注明出自哪几条记录 The year-end report; every figure names the entries behind it",
            discussion: """
                报告带有校验点：日后可用 report verify 从簿里逐字节重做核对。
                It carries a checkpoint: 'report verify' makes it again from the book, byte by byte.

                EXAMPLE: minutebook report annual --year 2019 --format html -o 2019.html
                """)

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: PlanOptions
        @OptionGroup var knowledge: KnowledgeOptions
        @Option(help: "年度 The year.") var year: Int
        @Option(help: "格式 Format.") var format: ReportParameters.Format?
        @Flag(inversion: .prefixedNo, help: "是否写出委员姓名 Whether to name members.") var names = true
        @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

        mutating func validate() throws {
            try AnnualParameters.check(year)
        }

        func run() throws {
            let book = try common.openBook()
            let state = try knowledge.state(of: book)
            let parameters = try AnnualParameters.make(
                year: year, options, state, format: format ?? (common.json ? .json : .md), hasNames: names)
            let file = try ReportFile(
                book, state: state, parameters, checkpoint: signed(book, state), for: common.purpose("report annual"))
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
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "核对一份报告 Compare a report with what the book gives",
            discussion: """
                数字总是核对；文字只有版式与本程序相同才逐字节核对，否则退出码为 3，并说明哪些没有核对。
                Figures are always compared, and every byte where the report has this program's layout; otherwise the exit
                status is 3, and what was not compared is listed.

                EXAMPLE: minutebook report verify 2019.html
                """)

        /// The exit status where the figures are right and something else was not compared.
        static let incomplete: Int32 = 3

        @OptionGroup var common: CommonOptions
        @OptionGroup var trust: TrustOptions
        @Argument(help: "报告文件 The report.") var file: String

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
        year: Int, _ options: PlanOptions, _ state: State, format: ReportParameters.Format, hasNames: Bool
    ) throws -> ReportParameters {
        try check(year)
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31)
        else { preconditionFailure("the year was checked") }
        return try ReportParameters(
            year: year, asOf: options.day(for: Period(first: first, last: last), in: state), position: state.position,
            plan: plan(for: year, state, options), format: format, language: .current, hasNames: hasNames)
    }

    /// - Throws: `ValidationError` for what is no year.
    static func check(_ year: Int) throws {
        guard (1...9999).contains(year) else { throw ValidationError(.parameterNotInRange("--year", "\(year)", 1...9999)) }
    }

    /// The plan that was named, or that of the year; a book without one is reported without.
    private static func plan(for year: Int, _ state: State, _ options: PlanOptions) throws -> String? {
        if options.plan != nil { return try options.plan(in: state).id }
        return state.plans.values.last { $0.adopted?.fact.year == Int64(year) }?.id.description
    }
}
