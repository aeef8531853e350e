internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Rendering
internal import Views
internal import Wording

/// Commands from a file or a pipe, one JSON object a line.
struct Record: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(RecordHelp.record(CommandCatalogue.kinds.map(\.name))) }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(RecordHelp.file)) var file = "-"
    @Flag(help: ArgumentHelp(RecordHelp.atomic)) var atomic = false
    @Option(help: ArgumentHelp(RecordHelp.by)) var by: String = Account.name
    @Option(help: ArgumentHelp(RecordHelp.helpCommand)) var helpCommand: String?
    @OptionGroup var clock: ClockOptions

    func run(in run: Run) throws {
        if let helpCommand { return try describe(helpCommand, run) }
        let input = try openInput()
        let book = try run.openBook(acceptsClockBehind: clock.isAccepted)
        let recorder = LineRecorder(book: book, by: by, clock: try book.state(progress: .onTerminal).clock, console: run.console)
        let status = atomic ? try recorder.recordAtomically(input) : try recorder.record(input)
        try book.close()
        if let status { throw ExitCode(status.rawValue) }
    }

    private func describe(_ command: String, _ run: Run) throws {
        let description = try CommandDescription(named: command)
        run.show(description.document, json: description.json)
    }

    private func openInput() throws -> LineSource {
        LineSource(file == "-" ? try .standardInput() : try InputFile.open(file))
    }
}

/// Records lines in groups and prints a result for each.
struct LineRecorder {
    let book: Book
    let by: String
    let clock: BookClock
    let console: Console

    /// The most lines of one transaction: enough to share a flush, few enough to answer soon.
    static let groupMax = 256

    /// - Returns: the worst that happened; nil if every line was recorded.
    func record(_ input: LineSource) throws -> ExitStatus? {
        var worst: ExitStatus?
        var (recorded, lastLine) = (0, 0)
        do {
            while let lines = try input.next(max: Self.groupMax) {
                let (status, count) = try record(lines, isAtomic: false)
                worst = worse(worst, status)
                recorded += count
                lastLine = lines.last?.number ?? lastLine
            }
        } catch {
            guard recorded > 0, let failure = Problem(ofProgram: error) else { throw error }
            throw Problem(
                failure.kind, code: failure.code, .recordingStopped(failure.phrase, recorded: recorded, afterLine: lastLine))
        }
        return worst
    }

    func recordAtomically(_ input: LineSource) throws -> ExitStatus? {
        var all: [LineSource.Line] = []
        while let lines = try input.next(max: Self.groupMax) { all += lines }
        return try record(all, isAtomic: true).worst
    }

    /// - Returns: the worst that happened, and how many commands are on record.
    private func record(_ lines: [LineSource.Line], isAtomic: Bool) throws -> (worst: ExitStatus?, recorded: Int) {
        let parsed = try lines.map { line in (line, try parse(line)) }
        let commands = parsed.compactMap { try? $0.1.get() }
        let isRefusedAsGroup = isAtomic && commands.count < parsed.count
        var outcomes = try isRefusedAsGroup
            ? commands.map { _ in .notRecordedBesideRefusal }
            : book.execute(commands, isAtomic: isAtomic)
        outcomes.reverse()
        let recorded = outcomes.count(where: \.isDone)
        console.hasRecorded(recorded)
        var worst: ExitStatus?
        for (line, command) in parsed {
            let response =
                switch command {
                case .failure(let error): CommandResponse(error, in: line.bytes)
                case .success: CommandResponse(outcomes.removeLast())
                }
            worst = worse(worst, response.problem?.exitStatus)
            console.json(response.json(line: line.number, console.language))
        }
        console.flush()
        return (worst, recorded)
    }

    private func parse(_ line: LineSource.Line) throws(ClockFault) -> Result<Command, CommandError> {
        let defaults = try Command.Defaults(by: by, clock: clock, now: Clock.now())
        return line.bytes.withUnsafeBytes { bytes in
            Result { () throws(CommandError) in try Command(json: bytes, defaults: defaults) }
        }
    }

    private func worse(_ left: ExitStatus?, _ right: ExitStatus?) -> ExitStatus? {
        [left, right].compactMap(\.self).max { $0.rawValue < $1.rawValue }
    }
}
