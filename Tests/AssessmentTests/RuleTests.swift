import CanonicalJSON
import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

@Suite("Rules of assessment")
struct RuleTests {
    /// Ten members and one study session with `present` of them.
    private func session(present: Int, members: Int = 10, excused: Int = 0) throws -> State {
        var given = try Given()
        for number in 1...members {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2019-01-01"}"#)
        }
        try given.record(#"{"command":"activity.schedule","activity":"A1","kind":"study","title":"x","on":"2019-03-01"}"#)
        for number in 1...members where number <= present {
            try given.record(#"{"command":"attendance.check-in","activity":"A1","member":"M\#(number)"}"#)
        }
        for number in 1...members where number > members - excused {
            try given.record(#"{"command":"attendance.excuse","activity":"A1","member":"M\#(number)","duty":"x"}"#)
        }
        try given.record(#"{"command":"activity.close","activity":"A1"}"#)
        return given.state
    }

    private let plan = """
        plan: T
        title: 试
        year: 2019
        points: 2.5
        targets:
          - {id: "1", title: 学习, points: 2.5, score: {each: 1.25}, acts: {activities: study, attendance: 80%}}
        """

    private func points(_ state: State, asOf: String = "2019-12-31") throws -> Int64 {
        assess(try Plan(yaml: plan), state, asOf: try #require(CalendarDate(asOf))).points
    }

    @Test(arguments: [(8, 0, 125), (7, 0, 0), (7, 1, 0), (7, 2, 125), (0, 10, 0)])
    func attendanceAtTheThreshold(present: Int, excused: Int, expected: Int64) throws {
        #expect(try points(session(present: present, excused: excused)) == expected)
    }

    @Test func nothingCountsBeforeItsDay() throws {
        #expect(try points(session(present: 10), asOf: "2019-02-28") == 0)
        #expect(try points(session(present: 10), asOf: "2019-03-01") == 125)
    }

    @Test func ratiosAreRoundedHalfUpOnce() throws {
        let plan = """
            plan: T
            title: 试
            year: 2019
            targets:
              - id: a
                title: 走访
                points: 0.03
                score: pro-rata
                require: [{count: visits, at-least: 2}]
            """
        var given = try Given()
        try given.record(#"{"command":"visit.record","occurred":"2019-02-01"}"#)
        let day = try #require(CalendarDate("2019-12-31"))
        #expect(assess(try Plan(yaml: plan), given.state, asOf: day).points == 2)
    }

    @Test(arguments: [
        ("plan: T\ntitle: x\nyear: 2019\ncolour: red", 4, 1, PlanFault.Kind.unknownKey("colour", known: ["plan", "title", "year", "period", "points", "base", "floor", "kinds", "places", "headings", "grades", "targets", "once", "calendar"])),
        ("plan: T\ntitle: x\nyear: 19", 3, 7, .invalid("year", expected: .year)),
        ("title: x\nyear: 2019", 1, 1, .missing("plan")),
        ("plan: T\ntitle: x\nyear: 2019\ntargets:\n  - {id: a, title: x}\n  - {id: a, title: y}", 6, 10, .duplicateID("a")),
        ("plan: T\ntitle: &x {zh: a}\nyear: 2019", 2, 8, .aliases),
        ("plan: T\nplan: U\ntitle: x\nyear: 2019", 1, 1, .duplicateKey("plan")),
        ("plan: T\ntitle: x\nyear: 2019\ntargets:\n  - {id: a, title: x, points: 1.234}", 5, 31, .invalid("points", expected: .points)),
        (String(repeating: "[", count: 100), 1, 1, .tooDeep),
    ] as [(String, Int, Int, PlanFault.Kind)])
    func faultsHaveTheirPlace(text: String, line: Int, column: Int, kind: PlanFault.Kind) {
        let error = #expect(throws: PlanError.self) { try Plan(yaml: text) }
        #expect(error?.faults.first == PlanFault(kind: kind, line: line, column: column))
    }

    @Test func aHugePlanIsRefusedUnread() {
        let text = String(repeating: "a: b\n", count: 100_000)
        #expect(throws: PlanError(faults: [PlanFault(kind: .tooLong(byteMax: 60_000), line: 1, column: 1)])) {
            try Plan(yaml: text)
        }
    }
}
