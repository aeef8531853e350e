internal import ArgumentParser
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Wording

/// Commands from a file or a pipe, one JSON object a line.
struct Record: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "按行记录命令（JSON） Record commands, one JSON object a line",
        discussion: """
            每行一个命令，每行回一个结果；结果印出时已经落盘。
            Each line is a command; each gets a result line, printed once it is durable.

            EXAMPLE: echo '{"command":"visit.record","to":"困难户","occurred":"2019-02-18"}' | minutebook record -

            COMMANDS: \(CommandCatalogue.kinds.map(\.name).joined(separator: ", "))
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "文件，- 为标准输入 A file, or - for standard input.")
    var file = "-"

    @Flag(help: "要么全部记下，要么都不记 All or nothing.")
    var atomic = false

    @Option(help: "记录人 Who records, where a line does not say.")
    var by: String = Account.name

    @OptionGroup var clock: ClockOptions

    func run() throws {
        let input = try openInput()
        let book = try common.openBook(acceptsClockBehind: clock.isAccepted)
        let recorder = LineRecorder(book: book, by: by, zone: try book.state(progress: .onTerminal).timeZone)
        let status = atomic ? try recorder.recordAtomically(input) : try recorder.record(input)
        try book.close()
        if let status { throw ExitCode(status.rawValue) }
    }

    private func openInput() throws -> LineSource {
        LineSource(file == "-" ? try .standardInput() : try InputFile.open(file))
    }
}

/// Records lines in groups and prints a result for each.
struct LineRecorder {
    let book: Book
    let by: String
    let zone: TimeZone

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
            guard recorded > 0, let failure = error as? Failure ?? Failure(error) else { throw error }
            throw Failure(
                failure.status, code: failure.code, .recordingStopped(failure.phrase, recorded: recorded, afterLine: lastLine))
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
        let parsed = lines.map { line in (line, parse(line)) }
        let commands = parsed.compactMap { try? $0.1.get() }
        let isSpoilt = isAtomic && commands.count < parsed.count
        var outcomes = try isSpoilt
            ? commands.map { _ in .notRecordedBesideRefusal }
            : book.execute(commands, isAtomic: isAtomic)
        outcomes.reverse()
        let recorded = outcomes.count { Failure($0) == nil }
        Output.hasRecorded(recorded)
        var worst: ExitStatus?
        for (line, command) in parsed {
            let result: LineResult
            switch command {
            case .failure(let error): result = LineResult(line, error)
            case .success: result = LineResult(line, outcomes.removeLast())
            }
            worst = worse(worst, result.status)
            Output.json(result.json)
        }
        Output.flush()
        return (worst, recorded)
    }

    private func parse(_ line: LineSource.Line) -> Result<Command, CommandError> {
        let defaults = Command.Defaults(by: by, zone: zone)
        return line.bytes.withUnsafeBytes { bytes in
            Result { () throws(CommandError) in try Command(json: bytes, defaults: defaults) }
        }
    }

    private func worse(_ left: ExitStatus?, _ right: ExitStatus?) -> ExitStatus? {
        [left, right].compactMap(\.self).max { $0.rawValue < $1.rawValue }
    }
}

/// What is printed for a line.
struct LineResult {
    let json: JSONValue
    /// Nil if it was recorded.
    let status: ExitStatus?

    init(_ line: LineSource.Line, _ outcome: CommandResult) {
        switch outcome {
        case .recorded(let positions), .repeated(let positions):
            var object = JSONObject()
            object["line"] = .integer(Int64(line.number))
            object["ok"] = true
            object["positions"] = .array(positions.map { .integer($0.value) })
            if case .repeated = outcome { object["repeated"] = true }
            json = .object(object)
            status = nil
        case .refused, .faultyPlan, .entryTooLong, .entryUnreadable, .notRecordedBesideRefusal:
            let failure = Failure(outcome) ?? Failure(.internalError, code: "internal", Phrase(zh: "", en: ""))
            json = Self.failure(line, code: failure.code, failure.phrase, field: nil, column: nil)
            status = failure.status
        }
    }

    init(_ line: LineSource.Line, _ error: CommandError) {
        json = Self.failure(
            line, code: error.code, .commandError(error), field: error.field, column: error.column(in: line.bytes))
        status = .badData
    }

    private static func failure(
        _ line: LineSource.Line, code: String, _ phrase: Phrase, field: String?, column: Int?
    ) -> JSONValue {
        var object = JSONObject()
        object["line"] = .integer(Int64(line.number))
        object["ok"] = false
        object["code"] = .string(code)
        object["message"] = .string(phrase[.current])
        object["field"] = field.map { .string($0) }
        object["column"] = column.map { .integer(Int64($0)) }
        return .object(object)
    }
}

extension CommandError {
    var field: String? {
        switch self {
        case .field(let name, _): name
        case .notJSON(let error): error.field
        case .unknownCommand: "command"
        case .notAnObject: nil
        }
    }

    /// The column, in characters from 1, of what is wrong; nil where nothing stands there.
    func column(in line: [UInt8]) -> Int? {
        if case .notJSON(let error) = self {
            return String(decoding: line.prefix(error.offset), as: UTF8.self).count + 1
        }
        guard let field, let range = String(decoding: line, as: UTF8.self).range(of: "\"\(field)\"") else { return nil }
        let text = String(decoding: line, as: UTF8.self)
        return text.distance(from: text.startIndex, to: range.lowerBound) + 1
    }
}

extension Failure {
    /// Nil where the command is on record.
    init?(_ outcome: CommandResult) {
        switch outcome {
        case .recorded, .repeated: return nil
        case .refused(let rejection): self.init(.refused, code: rejection.code, .rejection(rejection))
        case .faultyPlan(let fault): self.init(.badData, code: "faulty-plan", .planFault(fault))
        case .entryTooLong(let count):
            self.init(
                .badData, code: "entry-too-long", .entryTooLong(byteCount: count, limit: EntryFormat.byteLimit))
        case .entryUnreadable: self.init(.badData, code: "entry-unreadable", .entryUnreadable)
        case .notRecordedBesideRefusal:
            self.init(.refused, code: "not-recorded", .notRecordedBesideRefusal)
        }
    }
}
