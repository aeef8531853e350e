internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Synchronization
internal import Views
internal import Wording

struct Demo: RunnableCommand {
    static var configuration: CommandConfiguration { CommandConfiguration(BookHelp.demo) }

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp(BookHelp.demoFolder)) var directory: String
    @Option(help: ArgumentHelp(BookHelp.only)) var only: String?
    @Option(help: ArgumentHelp(BookHelp.seeds)) var seeds = "seeds"

    func run(in run: Run) throws {
        let all = try SeedBody.all(in: seeds)
        let bodies = all.filter { only == nil || $0.id == only }
        guard !bodies.isEmpty else {
            let ids = all.map(\.id)
            throw Problem(.usage, code: "no-such-demo", .noSuchDemo(ids))
        }
        try OutputFolder.make(directory)
        var made: [JSONValue] = []
        for body in bodies {
            let path = directory + "/\(body.id).db"
            let isNew = try make(body, path)
            made.append(["book": .string(path), "plan": .string(body.id), "made": .bool(isNew)])
            guard !run.isJSON else { continue }
            run.console.line(.demoMade(path, isNew: isNew))
        }
        if run.isJSON { run.console.json(.array(made)) }
    }

    /// Every seed command has an id of its own, so a run that was broken off is taken up again and nothing is doubled.
    ///
    /// - Returns: whether anything was recorded.
    private func make(_ body: SeedBody, _ path: String) throws -> Bool {
        let clock = DemoClock(body)
        if !FileManager.default.fileExists(atPath: path) {
            try BookMaker.make(
                path: path, name: body.name, kind: body.kind, timeZone: body.timeZone, by: body.clerk,
                occurred: Occurrence(body.firstDay), clock: clock.now)
        }
        try InputFile.requireFile(path)
        // Taken up again, the first commands are older than the last entry.
        let book = try Book(path: path, clock: clock.now, acceptsClockBehind: true)
        // A book of that name that is somebody's own is not filled with a demo.
        guard try book.state().book.opened?.name == body.name else { throw LogError.alreadyExists(path: path) }
        let before = try book.lastPosition()
        try record(file: "rosters/\(body.id).ndjson", of: body, in: book, clock)
        try adoptPlan(of: body, in: book, clock)
        try record(file: "years/\(body.id).ndjson", of: body, in: book, clock)
        let after = try book.lastPosition()
        try book.close()
        return after > before
    }

    private func adoptPlan(of body: SeedBody, in book: Book, _ clock: DemoClock) throws {
        let file = "\(seeds)/plans/\(body.id).yaml"
        guard FileManager.default.fileExists(atPath: file) else { return }
        var object = try PlanFile.fields(of: file)
        object["command"] = "plan.adopt"
        object["by"] = .string(body.clerk)
        object["occurred"] = .string(body.firstDay.description)
        object["id"] = .string(body.planCommand.description)
        try record([body.command(object)], in: book, clock) { _ in .plain("\(file): ") }
    }

    private func record(file name: String, of body: SeedBody, in book: Book, _ clock: DemoClock) throws {
        guard FileManager.default.fileExists(atPath: "\(seeds)/\(name)") else { return }
        let data = try InputFile.bytes("\(seeds)/\(name)")
        let commands = try data.split(separator: UInt8(ascii: "\n")).map { line in
            try body.command(Array(line).withUnsafeBytes { try JSONParser.parse($0) }.objectValue ?? JSONObject())
        }
        try record(commands, in: book, clock) { .plain("\(name):\($0 + 1): ") }
    }

    /// What was recorded at one time goes into one transaction.
    private func record(_ commands: [Command], in book: Book, _ clock: DemoClock, _ place: (Int) -> Phrase) throws {
        var rest = commands[...]
        while let first = rest.first {
            let time = clock.time(of: first)
            let group = rest.prefix { clock.time(of: $0) <= time }
            clock.advance(to: time)
            for (index, outcome) in zip(group.indices, try book.execute(Array(group))) {
                guard let failure = Problem(outcome) else { continue }
                throw Problem(failure.kind, code: failure.code, place(index) + failure.phrase)
            }
            rest = rest[group.endIndex...]
        }
    }
}

/// The clock of a demo book: each thing is recorded in the evening of the day it happened, but not later than the seeds
/// were written. So a demo is the same whatever the date of the machine, and recording goes on from there.
final class DemoClock: Sendable {
    private let body: SeedBody
    private let time: Mutex<Timestamp>

    init(_ body: SeedBody) {
        self.body = body
        time = Mutex(body.evening(of: body.firstDay))
    }

    var now: @Sendable () -> Timestamp { { self.time.withLock { $0 } } }

    func time(of command: Command) -> Timestamp {
        min(body.evening(of: body.late[command.id] ?? command.occurred.last), body.written)
    }

    /// It never goes back.
    func advance(to time: Timestamp) { self.time.withLock { $0 = max($0, time) } }
}

/// A body of the source plans, as the seeds describe it: one line of `books.ndjson`.
struct SeedBody {
    let id: String
    let name: String
    let kind: String
    let timeZone: String
    let clerk: String
    let firstDay: CalendarDate
    /// When the seeds were written: nothing in them was recorded later.
    let written: Timestamp
    /// The day on which a command was recorded, where that was not the day on which it happened.
    let late: [CommandID: CalendarDate]
    let planCommand: CommandID

    static func all(in seeds: String) throws -> [SeedBody] {
        let path = seeds + "/books.ndjson"
        guard FileManager.default.fileExists(atPath: path) else {
            throw Problem(.notFound, code: "no-seeds", .noSeeds(seeds))
        }
        return try InputFile.bytes(path).split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            guard let object = try Array(line).withUnsafeBytes({ try JSONParser.parse($0) }).objectValue,
                let body = SeedBody(object)
            else {
                throw Problem(.badData, code: "bad-seeds", .seedMalformed(path, line: index + 1))
            }
            return body
        }
    }

    private init?(_ object: JSONObject) {
        func text(_ key: String) -> String? { object[key]?.stringValue }
        guard let id = text("book"), let name = text("name"), let kind = text("kind"), let zone = text("timeZone"),
            let clerk = text("by"), let day = text("occurred").flatMap({ CalendarDate($0) }),
            let written = text("written").flatMap({ Timestamp($0) }),
            let command = text("planCommand").flatMap({ CommandID($0) })
        else { return nil }
        self.id = id
        self.name = name
        self.kind = kind
        timeZone = zone
        self.clerk = clerk
        firstDay = day
        self.written = written
        let days = (object["late"]?.objectValue?.members ?? []).compactMap { member -> (CommandID, CalendarDate)? in
            guard let id = CommandID(member.key), let day = member.value.stringValue.flatMap({ CalendarDate($0) }) else { return nil }
            return (id, day)
        }
        late = Dictionary(days) { first, _ in first }
        planCommand = command
    }

    /// A command of the seeds. What they leave out is the body's; some of what they tell of was still to come.
    func command(_ object: JSONObject) throws -> Command {
        var object = object
        object["ahead"] = true
        return try Command(object, defaults: Command.Defaults(by: clerk, clock: self.clock, now: Clock.now()))
    }

    private var clock: BookClock { BookClock(named: timeZone) }

    /// Eight o'clock.
    func evening(of day: CalendarDate) -> Timestamp {
        let midnight = Int64(day.daysSince1970) * 86_400
        let offset = clock.offsetMinutes(atSecondsSince1970: midnight)
        return Timestamp(microsecondsSince1970: (midnight + 20 * 3600 - Int64(offset) * 60) * 1_000_000)
    }
}
