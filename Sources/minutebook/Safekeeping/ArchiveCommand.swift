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

struct Archive: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(SafekeepingHelp.archive) }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(SafekeepingHelp.newFolder)) var directory: String
    @Option(help: ArgumentHelp(SafekeepingHelp.years)) var year: [Int] = []
    @Flag(help: ArgumentHelp(SafekeepingHelp.names)) var names = false
    @Option(help: ArgumentHelp(SafekeepingHelp.schemas)) var schemas = "Schemas"

    mutating func validate() throws { try year.forEach(AnnualYear.check) }

    /// The book is written to first: what fails there is not the disk that the archive is on.
    private func signed(_ book: Book) throws -> SignedCheckpoint {
        do {
            return try book.checkpoint()
        } catch let error as LogError {
            throw Problem(.inputOutput, code: error.code, .archiveNeedsCheckpoint(.logError(error)))
        }
    }

    func run(in run: Run) throws {
        guard !FileManager.default.fileExists(atPath: directory) else { throw LogError.alreadyExists(path: directory) }
        let schemas = try schemaFiles()
        let book = try run.openBook()
        let checkpoint = try signed(book)
        let purpose = run.purpose("archive")
        let request = ViewRequest(cut: .position(Position(checkpoint.checkpoint.size)))
        let context = try ViewContext(request, of: book, at: Clock.now(), for: purpose, progress: .onTerminal)
        var reports: [String: ReportFile] = [:]
        for year in years(in: context.known) {
            let parameters = try ReportParameters.annual(
                of: year, context, format: .html, run.language, hasNames: names)
            reports["report-\(year).html"] = try ReportFile(
                book, state: context.known, parameters, checkpoint: checkpoint, for: purpose)
        }
        let folder = try DraftFolder(directory, reading: run.bookPath)
        var package = ArchivePackage(book) { path, bytes in try folder.write(bytes, to: path) }
        try package.make(upTo: checkpoint, keys: book.trustedKeys().log.map(\.key), reports: reports, schemas: schemas)
        try folder.publish()
        if run.isJSON {
            run.console.json(["directory": .string(directory), "entries": .integer(checkpoint.checkpoint.size)])
        } else {
            run.console.line(.archived(directory, size: checkpoint.checkpoint.size))
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
