import Bookkeeping
import Domain
import EventLog
import Foundation
import Synchronization
import TestSupport
import Testing

/// Several threads record at once, through two objects on one file, some of them by `submit`, while others read and sign; and
/// the disk fails, fills up or loses its power somewhere between. Whatever was acknowledged to anybody is on record.
@Suite("Faults beneath several threads")
final class FaultThreadTests {
    private static let isLong = ProcessInfo.processInfo.environment["MINUTEBOOK_LONG"] != nil
    private static let sessionCount = isLong ? 5_000 : 150

    private let directory: String
    private let pool: CommandPool

    init() throws {
        directory = try FaultSimulation.makeDirectory()
        pool = try CommandPool()
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// What each command was answered, gathered from all threads.
    private final class Answers: Sendable {
        struct Content {
            var acknowledged: [CommandID: [Int64]] = [:]
            var refused: Set<CommandID> = []
            var problems: [String] = []
        }

        private let content = Mutex(Content())

        func take(_ result: CommandResult, of command: Command) {
            content.withLock { content in
                switch result {
                case .recorded(let positions, _): content.acknowledged[command.id] = positions.map(\.value)
                case .refused: content.refused.insert(command.id)
                default: content.problems.append("\(command.id) gave \(result)")
                }
            }
        }

        /// A fault of the disk is said to be one; nothing else was wrong at any time.
        func take(_ error: any Error) {
            switch error {
            case LogError.inputOutput, LogError.diskFull, LogError.readOnly: break
            default: content.withLock { $0.problems.append("an error that misleads: \(error)") }
            }
        }

        var all: Content { content.withLock { $0 } }
    }

    @Test func whatIsAcknowledgedIsThere() throws {
        let first = UInt64.random(in: 0...UInt64.max)
        var (acknowledged, struck) = (0, 0)
        for seed in (0..<UInt64(Self.sessionCount)).map({ first &+ $0 }) {
            var random = Generator(seed: seed)
            let fault = Fault.allCases.randomElement(using: &random) ?? .powerLoss
            let call = UInt64.random(in: 1...(fault.callsMin * 2), using: &random)
            let (answers, hasStruck) = try session(fault, call, seed)
            let problems = answers.problems + (try audit(answers))
            acknowledged += answers.acknowledged.count
            struck += hasStruck ? 1 : 0
            #expect(problems.isEmpty, "\(fault) in call \(call), seed \(seed): \(problems.prefix(5))")
            if !problems.isEmpty { return }
        }
        print("sessions of five threads: \(Self.sessionCount) from seed \(first), \(struck) with a fault on the way, \(acknowledged) commands acknowledged")
        #expect(struck > Self.sessionCount / 4)
    }

    private var path: String { directory + "/session/book.db" }

    private func session(_ fault: Fault, _ call: UInt64, _ seed: UInt64) throws -> (Answers.Content, hasStruck: Bool) {
        let folder = directory + "/session"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        try pool.copyFiles(to: path)
        let answers = Answers()
        let simulation = FaultSimulation(directory: folder, seed: seed)
        simulation.disarm()
        let books = try (0..<2).map { _ in try Book(path: path, clock: Bench.clock) }
        simulation.arm(fault, at: call)
        play(books, answers)
        let hasStruck = simulation.hasStruck
        if fault == .powerLoss || fault == .stop { simulation.stop() }
        for book in books { try? book.close() }
        if fault == .powerLoss { simulation.losePower() }
        return (answers.all, hasStruck)
    }

    private func play(_ books: [Book], _ answers: Answers) {
        let group = DispatchGroup()
        func run(_ body: @escaping @Sendable () throws -> Void) {
            group.enter()
            Thread.detachNewThread {
                EventLog.$walByteMax.withValue(24 << 10) {
                    do { try body() } catch { answers.take(error) }
                }
                group.leave()
            }
        }
        let parts = [
            Array(pool.visits[0..<12]), Array(pool.visits[12...] + pool.refused), Array(pool.joinings), Array(pool.longVisits[0..<8]),
        ]
        for (index, commands) in parts.enumerated() {
            let book = books[index % 2]
            if index % 2 == 0 {
                run { try Self.submit(commands, to: book, answers) }
            } else {
                run { try Self.execute(commands, in: book, answers) }
            }
        }
        run {
            for book in books + books {
                _ = try book.state()
                _ = try book.state(known: .position(Position(3)))
                _ = try book.entries(about: CommandPool.someSubject)
            }
        }
        group.wait()
    }

    private static func execute(_ commands: [Command], in book: Book, _ answers: Answers) throws {
        for start in stride(from: 0, to: commands.count, by: 3) {
            let group = Array(commands[start..<min(start + 3, commands.count)])
            do {
                for (command, result) in zip(group, try book.execute(group)) { answers.take(result, of: command) }
            } catch {
                answers.take(error)
            }
        }
    }

    /// All at once: the queue makes groups of them.
    private static func submit(_ commands: [Command], to book: Book, _ answers: Answers) throws {
        let group = DispatchGroup()
        for command in commands {
            group.enter()
            Task.detached {
                do { answers.take(try await book.submit(command), of: command) } catch { answers.take(error) }
                group.leave()
            }
        }
        group.wait()
    }

    /// Opens the book again, without faults, and holds it against the answers.
    private func audit(_ answers: Answers.Content) throws -> [String] {
        var problems: [String] = []
        let book = try Book(path: path, clock: Bench.clock)
        problems += try book.verify().findings.map { "verification: \($0)" }
        let entries = try CommandPool.entries(of: book)
        let recorded = Dictionary(grouping: entries.dropFirst(pool.preparedEntries.count), by: \.event.command)
        for (id, positions) in answers.acknowledged where recorded[id]?.map(\.position.value) != positions {
            problems.append("\(id) was acknowledged at \(positions), and is at \(recorded[id]?.map(\.position.value) ?? [])")
        }
        for (id, entries) in recorded where entries.map(CommandPool.Content.init) != pool.contents[id] {
            problems.append("\(id) is not what was sent, or half of it")
        }
        for id in answers.refused where recorded[id] != nil || pool.contents[id] != nil { problems.append("\(id) was refused") }
        // What failed may be on record or not; sent again, everything is, once.
        let again = try book.execute(pool.visits + pool.joinings)
        problems += zip(pool.visits + pool.joinings, again).filter { !$0.1.isDone }.map { "\($0.0.id) gave \($0.1) when sent again" }
        let state = try book.state()
        if state.visits.count < pool.visits.count { problems.append("only \(state.visits.count) visits") }
        try book.close()
        return problems
    }
}

extension CommandPool {
    static let someSubject = Subject(kind: "member", id: "M1")
}
