internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Reports
internal import Wording

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "报告 Reports", subcommands: [Annual.self])

    enum Format: String, CaseIterable, ExpressibleByArgument { case md, html, json }

    struct Annual: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "年度履职报告，每个数都注明出自哪几条记录 The year-end report; every figure names the entries behind it",
            discussion: "EXAMPLE: minutebook report annual --year 2019 --format html -o 2019.html")

        @OptionGroup var common: CommonOptions
        @OptionGroup var options: PlanOptions
        @OptionGroup var knowledge: KnowledgeOptions
        @Option(help: "年度 The year.") var year: Int
        @Option(help: "格式 Format.") var format: Format?
        @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

        mutating func validate() throws {
            guard (1...9999).contains(year) else { throw ValidationError("--year: \(year)") }
        }

        func run() throws {
            let book = try common.openBook()
            let state = try knowledge.state(of: book)
            let text = try ReportText.render(
                book, state, year: year, options: options, format: format ?? (common.json ? .json : .md))
            let sink = try FileSink(path: output)
            try sink.write(text.utf8)
            try sink.close()
        }
    }
}

/// Makes the report of a year as text.
enum ReportText {
    static func render(
        _ book: Book, _ state: State, year: Int, options: PlanOptions, format: ReportCommand.Format
    ) throws -> String {
        guard let first = CalendarDate(year: year, month: 1, day: 1), let last = CalendarDate(year: year, month: 12, day: 31)
        else { preconditionFailure("the year was checked") }
        let plan = try plan(for: year, state, options)
        let day = options.day(for: Period(first: first, last: last), in: state)
        let report = try AnnualReport(book, state: state, year: year, asOf: day, plan: plan)
        switch format {
        case .md: return MarkdownRenderer(.current).render(report.document)
        case .html: return HTMLRenderer(.current).render(report.document)
        case .json: return String(decoding: JSONRenderer(.current).render(report).canonicalBytes, as: UTF8.self) + "\n"
        }
    }

    /// The plan that was named, or that of the year; a book without one is reported without.
    private static func plan(for year: Int, _ state: State, _ options: PlanOptions) throws -> Plan? {
        if options.plan != nil { return try options.plan(in: state) }
        let adopted = state.plans.values.compactMap(\.adopted?.fact).last { $0.year == Int64(year) }
        return try adopted.map { try Plan(yaml: $0.text) }
    }
}
