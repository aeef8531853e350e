internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Reports
internal import TransparencyTree
internal import Views
internal import Wording

struct Archive: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "移交归档 Hand the book over: entries, attachments, schemas, checkpoints, reports, and a list of hashes",
        discussion: """
            全是普通文件，用 sha256sum 就能核对。默认不写姓名；要写请加 --names。
            Plain files, checked with sha256sum. Members are not named unless --names is given.

            EXAMPLE: minutebook archive P6-archive --book books/P6.db
            """)

    @OptionGroup var common: CommonOptions
    @Argument(help: "目录，不能已存在 The folder; it must not exist.") var directory: String
    @Option(help: "哪几年的报告 Years to report; by default those with a plan.") var year: [Int] = []
    @Flag(help: "报告写出委员姓名 Name members in the reports.") var names = false
    @Option(help: "格式说明目录 The folder of the schemas.") var schemas = "Schemas"

    mutating func validate() throws { try year.forEach(AnnualParameters.check) }

    /// The book is written to first: what fails there is not the disk that the archive is on.
    private func signed(_ book: Book) throws -> SignedCheckpoint {
        do {
            return try book.checkpoint()
        } catch let error as LogError {
            throw Problem(.inputOutput, code: error.code, .archiveNeedsCheckpoint(.logError(error)))
        }
    }

    func run() throws {
        guard !FileManager.default.fileExists(atPath: directory) else { throw LogError.alreadyExists(path: directory) }
        let schemas = try schemaFiles()
        let book = try common.openBook()
        let checkpoint = try signed(book)
        let state = try book.state(known: .position(Position(checkpoint.checkpoint.size)), progress: .onTerminal)
        var reports: [String: ReportFile] = [:]
        for year in years(in: state) {
            let parameters = try AnnualParameters.make(
                year: year, PlanOptions.parse([]), state, format: .html, hasNames: names)
            reports["report-\(year).html"] = try ReportFile(
                book, state: state, parameters, checkpoint: checkpoint, for: common.purpose("archive"))
        }
        let folder = try DraftFolder(directory, reading: common.bookPath)
        var package = ArchivePackage(book) { path, bytes in try folder.write(bytes, to: path) }
        try package.make(upTo: checkpoint, keys: book.trustedKeys().log.map(\.key), reports: reports, schemas: schemas)
        try folder.publish()
        if common.json {
            Output.json(["directory": .string(directory), "entries": .integer(checkpoint.checkpoint.size)])
        } else {
            Output.line(.archived(directory, size: checkpoint.checkpoint.size))
        }
    }

    private func years(in state: State) -> [Int] {
        year.isEmpty ? Set(state.plans.values.compactMap { $0.adopted.map { Int($0.fact.year) } }).sorted() : year
    }

    private func schemaFiles() throws -> [String: [UInt8]] {
        guard let paths = FileManager.default.enumerator(atPath: schemas)?.allObjects as? [String], !paths.isEmpty else {
            throw Problem(.notFound, code: "no-schemas", .noSchemas(schemas))
        }
        return try paths.filter { $0.hasSuffix(".json") }.reduce(into: [:]) { files, path in
            files[path] = try InputFile.bytes(schemas + "/" + path)
        }
    }
}
