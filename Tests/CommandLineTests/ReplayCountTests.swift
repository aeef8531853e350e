import Foundation
import Testing

/// What a question costs in a book of a quarter of a million entries: reading it once, and no more.
@Suite("Questions read the book once")
struct ReplayCountTests {
    private static let memberCount = 400
    private static let activityCount = 625

    /// 1 + 400 members + 1 plan + 625 × (1 + 400 check-ins) + 10 donations = 251,037 entries.
    private func makeBook(in folder: String) throws -> Int {
        var lines: [String] = []
        for number in 1...Self.memberCount {
            lines.append(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2026-01-01"}"#)
        }
        let everyone = (1...Self.memberCount).map { "\"M\($0)\"" }.joined(separator: ",")
        for number in 1...Self.activityCount {
            let (month, day) = (number % 12 + 1, number % 28 + 1)
            let date = "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            lines.append(#"{"command":"activity.schedule","activity":"A\#(number)","kind":"study","title":"x","on":"\#(date)"}"#)
            lines.append(#"{"command":"attendance.check-in","activity":"A\#(number)","members":[\#(everyone)],"occurred":"\#(date)","ahead":true}"#)
        }
        for _ in 1...10 { lines.append(#"{"command":"donation.receive","kind":"money","amount":100,"occurred":"2026-05-01"}"#) }
        try lines.joined(separator: "\n").write(toFile: folder + "/all.ndjson", atomically: true, encoding: .utf8)
        let plan = """
            plan: T
            title: 试
            year: 2026
            targets:
              - {id: "1", title: 学习, points: 10, score: {each: 3}, acts: {activities: study, attendance: 80%}, require: [{activities: study, at-least: 4}]}
              - {id: "2", title: 捐助, points: 10, score: pro-rata, require: [{average: donations, at-least: 5 元}]}
              - {id: "3", title: 到会, for: member, points: 100, score: {award: {present: 1}}, acts: {activities: study}}
            """
        try plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
        let made = try Program.shell(
            "minutebook book open b.db --name x && minutebook plan adopt plan.yaml --book b.db && minutebook record all.ndjson --book b.db > out && tail -n 1 out",
            in: folder)
        #expect(made.status == 0)
        #expect(made.output.contains(#""ok":true"#))
        return 1 + Self.memberCount + 1 + Self.activityCount * (1 + Self.memberCount) + 10
    }

    @Test func oneReplayAtMost() throws {
        let workplace = try Workplace()
        let count = try makeBook(in: workplace.path)
        #expect(count == 251_037)
        for question in [
            "status --json", "status --members", "status --at 200000 --members", "explain 1", "explain M7 --at 1000", "explain A9",
            "diff --from 100000 --to 251030", "plan try plan.yaml", "calendar --ics",
        ] {
            let command = "MINUTEBOOK_STATISTICS=1 minutebook \(question) --book b.db 2>&1 >/dev/null | grep 'entries read'"
            let result = try Program.shell(command, in: workplace.path)
            let read = try #require(Int(result.output.split(separator: " ").last?.dropLast() ?? ""), "\(question): \(result.output)")
            // Besides, the log of readings has an entry or two.
            #expect(read <= count + 20, "\(question)")
        }
    }
}
