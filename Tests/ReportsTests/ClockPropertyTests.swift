import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Reports
import TestSupport
import Testing
import Views
import Wording

/// A year whose moments are written with any offset comes to what it comes to with the book's own.
@Suite("Moments with any offset")
struct ClockPropertyTests {
    private static let plan = """
        plan: T
        title: x
        year: 2026
        targets:
          - {id: a, title: 学习, points: 10, require: [{activities: study, at-least: 3}]}
          - {id: b, title: 提案, points: 10, require: [{proposals: any, at-least: 4}]}
          - {id: c, title: 走访, points: 10, require: [{visits: any, at-least: 3}]}
          - {id: d, title: 到会, for: member, points: 20, score: {award: {present: 2}}, acts: {activities: study}}
        """

    /// The seconds of moments near the ends of days, and of a year, where a day more or less counts most; and as clocks change.
    private static func moment(_ generator: inout Generator) -> Int64 {
        let days = ["2025-12-31", "2026-01-01", "2026-03-29", "2026-06-30", "2026-10-25", "2026-12-31", "2027-01-01"]
        let midnight = Int64(day(days.randomElement(using: &generator) ?? "2026-01-01").daysSince1970) * 86_400
        return midnight + Int64.random(in: -50_400...50_400, using: &generator)
    }

    private static func text(_ seconds: Int64, _ offsetMinutes: Int) throws -> String {
        try #require(Occurrence(instant: Timestamp(microsecondsSince1970: seconds * 1_000_000), offsetMinutes: offsetMinutes)).interval
    }

    private static func commands(_ write: (Int64) throws -> String, _ generator: inout Generator) throws -> [String] {
        var commands = [
            #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"乙","from":"2026-01-01","until":"2026-06-30"}"#,
        ]
        for number in 1...12 {
            let (first, second) = (moment(&generator), moment(&generator))
            let (start, end) = (try write(min(first, second)), try write(max(first, second)))
            let member = Bool.random(using: &generator) ? "M1" : "M2"
            commands += [
                #"{"command":"activity.schedule","activity":"A\#(number)","kind":"study","title":"a","on":"\#(start)"}"#,
                #"{"command":"attendance.check-in","activity":"A\#(number)","member":"\#(member)","occurred":"\#(start)"}"#,
                #"{"command":"proposal.file","proposal":"P\#(number)","kind":"individual","title":"a","signers":["\#(member)"],"occurred":"\#(start)"}"#,
                #"{"command":"proposal.accept","proposal":"P\#(number)","occurred":"\#(end)"}"#,
                #"{"command":"visit.record","visit":"V\#(number)","members":["\#(member)"],"occurred":"\#(end)"}"#,
                #"{"command":"fact.correct","corrects":\#(number + 2),"set":{"place":"礼堂"},"when":"\#(start)","reason":"x"}"#,
            ]
        }
        return commands
    }

    /// Everything that is said of the book, and which commands were refused.
    private static func said(of commands: [String], _ zone: String) throws -> String {
        var given = try Given([], timeZone: zone)
        var lines: [String] = []
        for command in commands {
            if let rejection = given.when(command).rejection { lines.append("\(rejection)") } else { try given.record(command) }
        }
        let plan = try Plan(yaml: Self.plan)
        for asOf in ["2025-12-31", "2026-06-30", "2026-12-31"].map(day) {
            let state = given.state.asOf(asOf)
            let status = assess(plan, state, asOf: asOf)
            let calendar = CalendarView(status, state)
            lines += [status.json(book: "b"), calendar.json].map { String(decoding: $0.canonicalBytes, as: UTF8.self) }
            let made = Timestamp(microsecondsSince1970: 1_552_354_200_000_000)
            lines.append(ICalendar(calendar, book: "b1", name: "x", made: made, language: .english).text)
            lines.append("\(state.membersInOffice(on: asOf)) \(state.deadlines(asOf: asOf))")
            lines += state.proposals.values.map { "\($0.id) \($0.number ?? "") \($0.filed?.occurred.interval ?? "")" }
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: ["Asia/Shanghai", "Europe/London", "America/New_York", "Asia/Kathmandu", "UTC"], [1, 2, 3] as [UInt64])
    func areTheSameMoments(zone: String, seed: UInt64) throws {
        let clock = BookClock(named: zone)
        var generator = Generator(seed: seed)
        let own = try Self.commands({ try Self.text($0, clock.offsetMinutes(atSecondsSince1970: $0)) }, &generator)
        var offsets = Generator(seed: seed &+ 1_000)
        generator = Generator(seed: seed)
        let other = try Self.commands({ try Self.text($0, Int.random(in: -56...56, using: &offsets) * 15) }, &generator)
        #expect(own != other)
        let said = try Self.said(of: own, zone)
        #expect(try Self.said(of: other, zone) == said)
        // Something came of it: most commands were accepted.
        #expect(said.contains("DTSTART:"))
    }
}
