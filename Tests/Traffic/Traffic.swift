import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import Foundation
import Synchronization

/// What a server does to a book, in a process of its own, so that several can do it at once.
///
/// usage: traffic record BOOK SECONDS NAME     two threads: one records, one checkpoints, verifies, queries and backs up;
///                                             prints how many commands were acknowledged
///        traffic endure BOOK COUNT            records COUNT commands and answers a query after each thousand; prints a
///                                             line for each tenth: commands, milliseconds, and the process's memory
@main
enum Traffic {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 4, let number = Int(arguments[3]) else { exit(64) }
        let book = try Book(path: arguments[2], clock: clock)
        switch arguments[1] {
        case "record": try record(in: book, seconds: number, name: arguments.count > 4 ? arguments[4] : "T")
        case "endure": try Endurance(book: book, count: number).run()
        default: exit(64)
        }
        try book.close()
    }

    private static let clock: @Sendable () -> Timestamp = {
        Timestamp(microsecondsSince1970: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    static func visit(_ name: String) throws -> Command {
        var generator = SystemRandomNumberGenerator()
        let defaults = Command.Defaults(
            id: CommandID(using: &generator), by: "traffic", occurred: Occurrence(CalendarDate(daysSince1970: 18_000)),
            clock: BookClock(offsetMinutes: 480))
        var fields = JSONObject()
        fields["command"] = "visit.record"
        fields["area"] = .string(name)
        return try Command(fields, defaults: defaults)
    }

    private static func record(in book: Book, seconds: Int, name: String) throws {
        let end = Date().addingTimeInterval(TimeInterval(seconds))
        let others = Thread { run { try ask(book, until: end, name) } }
        others.start()
        var acknowledged = 0
        while Date() < end {
            let group = try (0..<Int.random(in: 1...20)).map { _ in try visit(name) }
            let isAtomic = Int.random(in: 0..<4) == 0
            acknowledged += try book.execute(group, isAtomic: isAtomic).count { $0.isDone }
        }
        while !others.isFinished { usleep(1_000) }
        print(acknowledged)
    }

    /// Everything that a server is asked beside recording.
    private static func ask(_ book: Book, until end: Date, _ name: String) throws {
        let backup = book.path + ".\(name).backup"
        var round = 0
        while Date() < end {
            round += 1
            let state = try book.state()
            let last = try book.lastPosition()
            guard state.position <= last else { throw Contradiction(what: "a state of \(state.position) entries, of \(last)") }
            _ = try book.takeCheckpoint()
            let earlier = try book.state(known: .position(Position(state.position.value / 2)))
            guard earlier.visits.count <= state.visits.count else { throw Contradiction(what: "an earlier state has more visits") }
            if let subject = state.visits.values.first?.id.subject {
                guard try book.entries(about: subject).count == 1 else { throw Contradiction(what: "the trail of \(subject)") }
            }
            if round % 5 == 0 {
                let findings = try book.verify().findings
                guard findings.isEmpty else { throw Contradiction(what: "\(findings)") }
            }
            if round % 7 == 0 { _ = try book.backUp(to: backup) }
        }
    }

    private struct Contradiction: Error { let what: String }

    private static func run(_ body: () throws -> Void) {
        do {
            try body()
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }
}

/// A process that stays: whether what it takes grows with what it has done.
struct Endurance {
    let book: Book
    let count: Int

    private static let groupCount = 100

    func run() throws {
        var (recording, asking) = ([Double](), [Double]())
        print("commands  record 100 (ms, median, 99 %)  query (ms, median, 99 %)  memory (MiB)")
        for done in stride(from: Self.groupCount, through: count, by: Self.groupCount) {
            let group = try (0..<Self.groupCount).map { _ in try Traffic.visit("x") }
            recording.append(try milliseconds { _ = try book.execute(group) })
            if done % 1_000 == 0 {
                asking.append(try milliseconds { _ = try book.state().visits.count })
            }
            guard done % (count / 10) == 0 else { continue }
            print("\(done)  \(Self.summary(recording))  \(Self.summary(asking))  \(Self.residentMiB())")
            (recording, asking) = ([], [])
        }
    }

    private func milliseconds(_ body: () throws -> Void) throws -> Double {
        try ContinuousClock().measure(body) / .milliseconds(1)
    }

    private static func summary(_ values: [Double]) -> String {
        let sorted = values.sorted()
        guard let last = sorted.last else { return "-" }
        let median = sorted[sorted.count / 2]
        let high = sorted.count > 99 ? sorted[sorted.count * 99 / 100] : last
        return String(format: "%.2f %.2f", median, high)
    }

    private static func residentMiB() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line.flatMap { Int($0.split(separator: " ")[1]) }.map { $0 / 1_024 } ?? 0
    }
}
