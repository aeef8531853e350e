internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Wording

struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "做出示例簿 Make the demo books of the source plans, from seeds/",
        discussion: "EXAMPLE: minutebook demo books --only P6")

    @OptionGroup var common: CommonOptions
    @Argument(help: "目录 The folder for the books.") var directory: String
    @Option(help: "只做一本 Only this one.") var only: String?
    @Option(help: "种子目录 The folder of the seeds.") var seeds = "seeds"

    func run() throws {
        let bodies = SeedBody.all.filter { only == nil || $0.id == only }
        guard !bodies.isEmpty else {
            throw Failure(
                .usage, code: "no-such-demo",
                Phrase(
                    zh: "没有这本示例簿。可选：\(SeedBody.all.map(\.id).joined(separator: "、"))。",
                    en: "There is no such demo book. Choose of: \(SeedBody.all.map(\.id).joined(separator: ", "))."))
        }
        guard FileManager.default.fileExists(atPath: seeds + "/years") else {
            throw Failure(
                .noInput, code: "no-seeds",
                Phrase(
                    zh: "在 \(seeds) 没有找到种子。请用 --seeds 指明，或在源码目录里运行。",
                    en: "There are no seeds in \(seeds). Name their folder with --seeds, or run this in the repository."))
        }
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        var made: [JSONValue] = []
        for body in bodies {
            let path = directory + "/\(body.id).db"
            let isNew = try make(body, path)
            made.append(["book": .string(path), "plan": .string(body.id), "made": .bool(isNew)])
            guard !common.json else { continue }
            Output.line(isNew ? Phrase(zh: "已做好 \(path)", en: "Made \(path)") : Phrase(zh: "已有 \(path)", en: "Kept \(path)"))
        }
        if common.json { Output.json(.array(made)) }
    }

    /// Every seed command has an id of its own, so a run that was broken off is taken up again and nothing is doubled.
    ///
    /// - Returns: whether anything was recorded.
    private func make(_ body: SeedBody, _ path: String) throws -> Bool {
        if !FileManager.default.fileExists(atPath: path) {
            try BookMaker.make(
                path: path, name: body.name, kind: body.kind, timeZone: "Asia/Shanghai", by: SeedBody.clerk,
                occurred: Occurrence(body.firstDay))
        }
        let book = try Book(path: path, clock: Clock.now)
        let before = try book.lastPosition()
        try record(file: "rosters/\(body.id).ndjson", in: book)
        try adoptPlan(of: body, in: book)
        try record(file: "years/\(body.id).ndjson", in: book)
        let after = try book.lastPosition()
        try book.close()
        return after > before
    }

    private func adoptPlan(of body: SeedBody, in book: Book) throws {
        let file = "\(seeds)/plans/\(body.id).yaml"
        guard FileManager.default.fileExists(atPath: file) else { return }
        var object = try PlanFile.fields(of: file)
        object["command"] = "plan.adopt"
        object["by"] = .string(SeedBody.clerk)
        object["occurred"] = .string(body.firstDay.description)
        object["id"] = .string(body.planCommand.description)
        let outcome = try book.execute([try Command(object, defaults: defaults)])[0]
        if let failure = Failure(outcome) { throw failure }
    }

    private func record(file name: String, in book: Book) throws {
        guard let data = FileManager.default.contents(atPath: "\(seeds)/\(name)") else { return }
        let commands = try data.split(separator: UInt8(ascii: "\n")).map { line in
            try Array(line).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        }
        for (index, outcome) in try book.execute(commands).enumerated() {
            guard let failure = Failure(outcome) else { continue }
            throw Failure(failure.status, code: failure.code, .plain("\(name):\(index + 1): ") + failure.phrase)
        }
    }

    private var defaults: Command.Defaults {
        Command.Defaults(by: SeedBody.clerk, zone: TimeZone(identifier: "Asia/Shanghai") ?? .gmt)
    }
}

/// A body of the source plans that the seeds have a recorded year of.
struct SeedBody {
    let id: String
    let name: String
    let kind: String
    let firstDay: CalendarDate
    let planCommand: CommandID

    static let clerk = "秘书处"

    static let all: [SeedBody] = [
        SeedBody(id: "P6", name: "某镇政协工作委员会", kind: "政协工委", year: 2019, planCommand: 6),
        SeedBody(id: "P7", name: "某乡政协工作组", kind: "政协工作组", year: 2012, planCommand: 7),
    ]

    private init(id: String, name: String, kind: String, year: Int, planCommand: UInt64) {
        guard let firstDay = CalendarDate(year: year, month: 1, day: 1) else {
            preconditionFailure("every year has a first day")
        }
        self.id = id
        self.name = name
        self.kind = kind
        self.firstDay = firstDay
        // Fixed, and of the form of a random UUID.
        self.planCommand = CommandID(high: 0x6D69_6E75_7465_4000, low: 0x8000_0000_0000_0000 | planCommand)
    }
}
