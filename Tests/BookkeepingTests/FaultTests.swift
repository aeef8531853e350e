import Bookkeeping
import EventLog
import FaultVFS
import Foundation
import GRDB
import Testing

/// The disk fails, fills up, or loses its power in any call that SQLite makes. Whatever was acknowledged is there, whole
/// and readable, and nothing else is half there.
@Suite("Faults of disk, process and power")
final class FaultTests {
    private static let environment = ProcessInfo.processInfo.environment
    private static let isLong = environment["MINUTEBOOK_LONG"] != nil
    private static let randomSessionCount = isLong ? 20_000 : 400

    private let directory: String
    private let pool: CommandPool

    init() throws {
        directory = try FaultSimulation.makeDirectory()
        pool = try CommandPool()
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    /// One short session, again and again, until every call has had every fault.
    @Test(arguments: Fault.allCases) func everyCall(fault: Fault) throws {
        var sessions = 0
        var survivors = 0
        // A power loss has several outcomes.
        let variants: UInt64 = Self.isLong ? 6 : fault == .powerLoss ? 2 : 1
        for variant in 0..<variants {
            var call: UInt64 = 0
            var hasStruck = true
            while hasStruck {
                call += 1
                var script = FaultScript.short(pool)
                // Who outlived the fault comes to one end or the other; the dead are dead.
                script.ending = fault == .stop ? .stop : (call + variant) % 2 == 0 ? .close : .powerLoss
                let outcome = try run(FaultSession(script: script, fault: fault, call: call, seed: variant << 32))
                sessions += 1
                survivors += outcome.recordedThoughFailed
                hasStruck = outcome.hasStruck
            }
            #expect(call > fault.callsMin)
        }
        print("\(fault): \(sessions) sessions, \(survivors) commands recorded though they failed")
    }

    /// Sessions, faults and moments by chance; MINUTEBOOK_FAULT_SEED makes one of them again.
    @Test func randomSessions() throws {
        let given = Self.environment["MINUTEBOOK_FAULT_SEED"].flatMap(UInt64.init)
        let first = given ?? UInt64.random(in: 0...UInt64.max)
        let count = given == nil ? Self.randomSessionCount : 1
        var struck = 0
        var acknowledged = 0
        for seed in (0..<UInt64(count)).map({ first &+ $0 }) {
            let outcome = try run(randomSession(seed), "MINUTEBOOK_FAULT_SEED=\(seed)")
            struck += outcome.hasStruck ? 1 : 0
            acknowledged += outcome.acknowledged
        }
        print("random sessions: \(count) from seed \(first), \(struck) with a fault on the way, \(acknowledged) commands acknowledged")
        #expect(given != nil || struck > count / 2)
    }

    /// A member joins, the key is written but not durably, the client tries again, and the power is lost right behind
    /// the answer. The visit before makes the write-ahead log, whose first flush would flush the directory for everything else in it.
    @Test func aRetryAfterAFailureIsDurable() throws {
        var sessions = 0
        for seed in 0..<UInt64(40) {
            var call: UInt64 = 0
            var hasStruck = true
            while hasStruck {
                call += 1
                var script = FaultScript(
                    steps: [pool.visits[0], pool.joinings[0]].map { (book: 0, step: .record(FaultScript.Group(commands: [$0]))) })
                script.ending = .powerLoss
                script.isRetrying = true
                let outcome = try run(FaultSession(script: script, fault: .flushOnce, call: call, seed: seed << 32))
                sessions += 1
                hasStruck = outcome.hasStruck
            }
            #expect(call > 1)
        }
        print("retries: \(sessions) sessions")
    }

    private func randomSession(_ seed: UInt64) -> FaultSession {
        var generator = SeededGenerator(seed: seed)
        let script = FaultScript.random(pool, &generator)
        let fault = Fault.allCases.randomElement(using: &generator) ?? .powerLoss
        let calls = fault.callsMin / 5 + 1
        var session = FaultSession(
            script: script, fault: fault, call: UInt64.random(in: 1...(calls * UInt64(script.steps.count)), using: &generator),
            seed: seed)
        if Int.random(in: 0..<3, using: &generator) == 0 {
            session.recoveryFault = (
                fault: Fault.allCases.randomElement(using: &generator) ?? .stop,
                call: UInt64.random(in: 1...60, using: &generator)
            )
        }
        return session
    }

    /// A book is made whole and durable, or not at all; and then it can be made.
    @Test(arguments: [Fault.ioErrorOnce, .ioErrorFromThenOn, .fullDiskOnce, .fullDiskFromThenOn])
    func everyCallOfACreation(fault: Fault) throws {
        var call: UInt64 = 0
        var hasStruck = true
        while hasStruck {
            call += 1
            let folder = directory + "/creation-\(call)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            let simulation = FaultSimulation(directory: folder, seed: call)
            simulation.arm(fault, at: call)
            let name: Comment = "\(fault) in call \(call)"
            do {
                try Bench.createBook(path: folder + "/book.db")
                #expect(simulation.unsyncedWrites == 0, name)
                hasStruck = simulation.hasStruck
                simulation.disarm()
            } catch LogError.inputOutput, LogError.diskFull {
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], name)
                simulation.disarm()
                try Bench.createBook(path: folder + "/book.db")
            }
            let book = try Book(path: folder + "/book.db", clock: Bench.clock)
            #expect(try book.verify().isSound, name)
            #expect(try book.lastPosition() == Position(1), name)
            try book.close()
            #expect(simulation.openFiles == 0, name)
        }
        #expect(call > fault.callsMin / 2)
    }

    // MARK: - The simulation itself

    /// Without flushes an acknowledged commit is lost in some power losses, and with them in none.
    @Test(arguments: ["OFF", "FULL"]) func whatIsNotFlushedIsLost(synchronous: String) throws {
        var lost = 0
        for seed in 0..<UInt64(100) {
            let folder = directory + "/raw-\(seed)"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            let path = folder + "/raw.db"
            try Self.commitRows(path: path, synchronous: "FULL", count: 1)
            try losePower(in: folder, seed: seed) { simulation in
                try Self.commitRows(path: path, synchronous: synchronous, count: 3) { simulation.stop() }
            }
            let rows = try? DatabaseQueue(path: path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM rows") }
            lost += rows == 4 ? 0 : 1
        }
        print("synchronous=\(synchronous): \(lost) of 100 power losses lost a commit")
        #expect(synchronous == "OFF" ? lost > 10 : lost == 0)
    }

    private func losePower(in folder: String, seed: UInt64, after body: (FaultSimulation) throws -> Void) throws {
        let simulation = FaultSimulation(directory: folder, seed: seed)
        simulation.disarm()
        try body(simulation)
        simulation.losePower()
    }

    /// Commits rows one by one; `end` comes before the connection is closed.
    private static func commitRows(path: String, synchronous: String, count: Int, end: () -> Void = {}) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA journal_mode = WAL; PRAGMA synchronous = \(synchronous)")
            try db.execute(sql: "CREATE TABLE IF NOT EXISTS rows (value BLOB)")
            for _ in 0..<count { try db.execute(sql: "INSERT INTO rows VALUES (randomblob(500))") }
        }
        end()
        try queue.close()
    }

    @Test func filesOfNoSimulationAreLeftAlone() throws {
        let folder = directory + "/simulated"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let simulation = FaultSimulation(directory: folder, seed: 0)
        simulation.arm(.ioErrorFromThenOn, at: 1)
        try Self.commitRows(path: directory + "/simulated.db", synchronous: "FULL", count: 1)
        #expect(simulation.calls(of: fault_call_any) == 0)
        #expect(throws: DatabaseError.self) {
            try Self.commitRows(path: folder + "/rows.db", synchronous: "FULL", count: 1)
        }
        #expect(simulation.calls(of: fault_call_any) > 0)
    }

    private func run(_ session: FaultSession, _ name: String = "") throws -> FaultSession.Outcome {
        let outcome = try session.run(pool, in: directory)
        if !outcome.problems.isEmpty {
            let fault = session.fault.map { "\($0)" } ?? "no fault"
            Issue.record("\(name) \(fault) in call \(session.call), seed \(session.seed): \(outcome.problems.prefix(5))")
        }
        return outcome
    }
}
