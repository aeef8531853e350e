import Bookkeeping
import EventLog
import Foundation

/// One session of recording with one fault in it, and what came of it.
struct FaultSession {
    struct Outcome {
        var calls: UInt64 = 0
        var hasStruck = false
        var acknowledged = 0
        var recordedThoughFailed = 0
        var problems: [String] = []
    }

    let script: FaultScript
    let fault: Fault?
    let call: UInt64
    let seed: UInt64
    /// A second fault, while the book is opened again.
    var recoveryFault: (fault: Fault, call: UInt64)?

    /// Longer than this, and a caller would think that it hangs.
    static let secondsMax = 8.0

    func run(_ pool: CommandPool, in directory: String) throws -> Outcome {
        let folder = directory + "/session"
        try? FileManager.default.removeItem(atPath: folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let path = folder + "/book.db"
        try pool.copyFiles(to: path)
        let client = FaultClient(pool)
        let start = ProcessInfo.processInfo.systemUptime
        var outcome = EventLog.$walByteMax.withValue(script.walByteMax) {
            let outcome = simulate(fault, call, ending: script.ending, folder, client) { play(path, client) }
            if let recoveryFault {
                _ = simulate(recoveryFault.fault, recoveryFault.call, ending: .stop, folder, client) { recover(path, client) }
            }
            audit(path, client)
            return outcome
        }
        let seconds = ProcessInfo.processInfo.systemUptime - start
        if seconds > Self.secondsMax { client.report("it took \(seconds) seconds") }
        outcome.acknowledged = client.acknowledgedCount
        outcome.recordedThoughFailed = client.recordedThoughFailed
        outcome.problems = client.problems
        return outcome
    }

    /// - Parameter body: gives the books it leaves open.
    private func simulate(
        _ fault: Fault?, _ call: UInt64, ending: FaultScript.Ending, _ folder: String, _ client: FaultClient,
        _ body: () -> [Book]
    ) -> Outcome {
        let simulation = FaultSimulation(directory: folder, seed: seed &+ call)
        if let fault { simulation.arm(fault, at: call) } else { simulation.disarm() }
        var books = body()
        // A power loss that did not strike on the way strikes now.
        let losesPower = fault == .powerLoss || ending == .powerLoss
        if losesPower || ending == .stop { simulation.stop() }
        for book in books { try? book.close() }
        books = []
        if simulation.openFiles != 0 { client.report("\(simulation.openFiles) files were left open") }
        let outcome = Outcome(calls: simulation.calls(of: fault ?? .stop), hasStruck: simulation.hasStruck)
        if losesPower { simulation.losePower() }
        return outcome
    }

    private func play(_ path: String, _ client: FaultClient) -> [Book] {
        var books: [Book?] = Array(repeating: nil, count: script.bookCount)
        for (index, step) in script.steps {
            do {
                let book = try books[index] ?? open(path)
                books[index] = book
                switch step {
                case .record(let group): try record(group, in: book, client)
                case .read: try client.read(book)
                case .reopen:
                    books[index] = nil
                    try book.close()
                }
            } catch {
                check(error, client)
            }
        }
        return books.compactMap { $0 }
    }

    private func record(_ group: FaultScript.Group, in book: Book, _ client: FaultClient) throws {
        do {
            try client.send(group, to: book)
        } catch where script.isRetrying {
            check(error, client)
            try client.send(group, to: book)
        }
    }

    private func recover(_ path: String, _ client: FaultClient) -> [Book] {
        do {
            let book = try open(path)
            do { try client.read(book) } catch { check(error, client) }
            return [book]
        } catch {
            check(error, client)
            return []
        }
    }

    private func open(_ path: String) throws -> Book { try Book(path: path, clock: Bench.clock) }

    /// A fault of the disk is said to be one: nothing else was wrong at any time.
    private func check(_ error: any Error, _ client: FaultClient) {
        switch error {
        case LogError.inputOutput, LogError.diskFull: break
        default: client.report("an error that misleads: \(error)")
        }
    }

    private func audit(_ path: String, _ client: FaultClient) {
        do {
            let book = try open(path)
            try client.audit(book, after: script)
            try book.close()
        } catch {
            client.report("after the fault: \(error)")
        }
    }
}
