import Foundation
import TestSupport
import Testing

/// The recording process is killed at random moments. Whatever it acknowledged is in the log, whole, and nothing else is
/// half there.
@Suite("Killed while recording", .serialized)
struct CrashTests {
    private static let kills = ProcessInfo.processInfo.environment["MINUTEBOOK_LONG"] == nil ? 40 : 1_000

    @Test func everythingAcknowledgedIsThere() throws {
        let workplace = try Workplace()
        let book = workplace.path + "/book.db"
        #expect(try Program.shell("minutebook book open \(book) --name 测试", in: workplace.path).status == 0)
        try setUp(book, in: workplace)
        let seed = UInt64.random(in: 0 ... .max)
        var generator = Generator(seed: seed)
        print("kills: \(Self.kills), seed: \(seed)")
        var acknowledged = 0
        var lastPosition: Int64 = 22
        for round in 0..<Self.kills {
            let lines = try recordAndKill(book, round: round, after: Double.random(in: 0.02...0.35, using: &generator))
            acknowledged += lines.count
            for line in lines { lastPosition = max(lastPosition, line.positions.max() ?? 0) }
            let export = try exported(book, workplace)
            #expect(export.count >= lastPosition)
            for line in lines { check(line, in: export) }
            // A command of two events is there with both or not at all.
            let sizes = Dictionary(grouping: export.filter { $0.type == "attendance.checked-in" }, by: \.command).mapValues(\.count)
            #expect(sizes.values.allSatisfy { $0 == 2 })
        }
        #expect(acknowledged > 0)
        print("acknowledged commands: \(acknowledged), none lost")
        #expect(try Program.shell("minutebook log verify --book \(book)", in: workplace.path).status == 0)
    }

    /// Twenty members, and an activity for each pair of check-ins to come.
    private func setUp(_ book: String, in workplace: Workplace) throws {
        var text = ""
        for number in 1...20 { text += #"{"command":"member.join","member":"M\#(number)","name":"x","from":"2019-01-01"}"# + "\n" }
        text += #"{"command":"activity.schedule","activity":"A0","kind":"study","title":"x","on":"2019-03-01"}"# + "\n"
        try text.write(toFile: workplace.path + "/set-up.ndjson", atomically: true, encoding: .utf8)
        #expect(try Program.shell("minutebook record set-up.ndjson --book \(book)", in: workplace.path).status == 0)
    }

    private struct Line: Decodable {
        let line: Int
        let ok: Bool
        let positions: [Int64]
    }

    private struct Entry: Decodable {
        let position: Int64
        let type: String
        let command: String
    }

    /// Feeds commands without end, kills the process, and gives the acknowledgements that came through.
    private func recordAndKill(_ book: String, round: Int, after seconds: Double) throws -> [Line] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Program.path)
        process.arguments = ["record", "-", "--book", book]
        process.environment = Program.environment
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.detachNewThread {
            signal(SIGPIPE, SIG_IGN)
            for number in 0..<10_000 where process.isRunning {
                let activity = "R\(round)N\(number)"
                let lines =
                    #"{"command":"activity.schedule","activity":"\#(activity)","kind":"study","title":"x","on":"2019-03-01"}"# + "\n"
                    + #"{"command":"attendance.check-in","activity":"\#(activity)","members":["M1","M2"]}"# + "\n"
                guard (try? input.fileHandleForWriting.write(contentsOf: Data(lines.utf8))) != nil else { return }
            }
        }
        Thread.sleep(forTimeInterval: seconds)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
            .filter(\.ok)
    }

    private func exported(_ book: String, _ workplace: Workplace) throws -> [Entry] {
        let result = try Program.shell("minutebook log export --book \(book) -o export.ndjson", in: workplace.path)
        #expect(result.status == 0, "\(result.output)")
        let text = try String(contentsOfFile: workplace.path + "/export.ndjson", encoding: .utf8)
        return try text.split(separator: "\n").map { try JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
    }

    private func check(_ line: Line, in export: [Entry]) {
        for position in line.positions {
            guard position <= export.count else {
                Issue.record("acknowledged entry \(position) is not there")
                continue
            }
            #expect(export[Int(position) - 1].position == position)
        }
    }

    /// What makes files, killed at a random moment, is simply started again; and with the first use nothing is left of
    /// the attempt.
    @Test(arguments: [
        "book open new.db --name x", "demo demo --only P7 --seeds $SEEDS", "backup copy.db --book b.db", "backup --keys safe --book b.db",
        "restore usb.db back.db --keys kept",
    ])
    func startingAgainWorks(command: String) throws {
        let rounds = ProcessInfo.processInfo.environment["MINUTEBOOK_LONG"] == nil ? 12 : 200
        let seed = UInt64.random(in: 0 ... .max)
        var generator = Generator(seed: seed)
        let workplace = try Workplace()
        let made = try Program.shell(
            """
            mkdir clean && cd clean && minutebook book open b.db --name x && \
            minutebook member join --name y --from 2019-01-01 --book b.db && minutebook backup usb.db --book b.db && \
            minutebook backup --keys kept --book b.db && ls -A | grep -c wal
            """, in: workplace.path)
        #expect(made.output.hasSuffix("\n0\n"), "closed, a book is one file: \(made.output)")
        var killed = 0
        for round in 0..<rounds {
            let seconds = String(format: "%.3f", Double.random(in: 0.004...0.12, using: &generator))
            let script = """
                rm -rf work && cp -a clean work && cd work
                bash -c 'timeout --signal KILL \(seconds) minutebook \(command) >/dev/null 2>&1; echo $?' 2>/dev/null
                minutebook \(command) >again 2>&1 || grep -q 'already exists and was' again; echo $?
                for book in *.db demo/*.db; do [ ! -f $book ] || minutebook log verify --book $book >verified || cat verified; done
                ls -A | grep -E '\\.(new|making|starting|next|old|part)' ; ls demo 2>/dev/null | grep -E '\\.(new|making|starting|next|old|part)'
                """
            let lines = try Program.shell(script, in: workplace.path).output.split(separator: "\n").map(String.init)
            // 137: killed, perhaps right behind the last step. Then it is there, and need not be made again.
            #expect(["0", "137"].contains(lines.first) && lines.dropFirst() == ["0"], "\(command), round \(round) of seed \(seed): \(lines)")
            killed += lines.first == "137" ? 1 : 0
        }
        print("\(command): killed \(killed) times of \(rounds)")
    }
}
