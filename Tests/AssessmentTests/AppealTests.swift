import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

@Suite("Appeals that were upheld")
struct AppealTests {
    private static let plan = """
        plan: T
        title: 试
        year: 2019
        targets:
          - {id: s, title: 学习, for: member, points: 20, score: {award: {present: 10}}, acts: {activities: study}}
          - {id: p, title: 提案, for: member, points: 20, score: {each: 5}, acts: {proposals: any}}
        """

    /// M1 and M2 came once each, which is 10 points. M1's appeal about `s` is upheld on 1 June.
    private static func state(_ more: String...) throws -> State {
        var given = try Given()
        let text = String(decoding: JSONValue.string(plan).canonicalBytes, as: UTF8.self)
        let commands =
            [
                #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
                #"{"command":"member.join","member":"M2","name":"乙","from":"2019-01-01"}"#,
                #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":\#(text),"occurred":"2019-01-01"}"#,
                #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-01"}"#,
                #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"],"occurred":"2019-03-01"}"#,
                #"{"command":"appeal.file","appeal":"O1","member":"M1","plan":"T","target":"s","why":"四月也到了","occurred":"2019-05-01"}"#,
                #"{"command":"appeal.answer","appeal":"O1","outcome":"upheld","answer":"是","occurred":"2019-06-01"}"#,
            ] + more
        for command in commands { try given.record(command) }
        return given.state
    }

    private static func award(_ points: Int, on date: String, _ command: String = "award") -> String {
        #"{"command":"points.\#(command)","plan":"T","target":"s","points":\#(points),"member":"M1","appeal":"O1","reason":"x","occurred":"\#(date)"}"#
    }

    private static func status(_ state: State, asOf: String = "2019-12-31") throws -> PlanStatus {
        assess(try Plan(yaml: plan), state, asOf: day(asOf))
    }

    @Test func pointsByHandSettleACountedTarget() throws {
        let status = try Self.status(Self.state(Self.award(500, on: "2019-06-02")))
        // 10 counted and 5 by hand; nobody else's figure changes.
        #expect(status.members.map(\.total.points) == [1500, 1000])
        let lines = status.targets[0].members[0].lines
        #expect(lines.map(\.outcome) == [.present(id("M1")), .settles(id("O1"))])
        // Opening 1, members 2 and 3, plan 4, activity 5, check-ins 6 and 7: the appeal is 8, its answer 9, the award 10.
        #expect(lines[1].evidence.map(\.value) == [8, 9, 10])
    }

    @Test func theyAreUnderTheSameCapAndCanBeTaken() throws {
        // 10 + 15 is more than the full 20.
        #expect(try Self.status(Self.state(Self.award(1500, on: "2019-06-02"))).members.map(\.total.points) == [2000, 1000])
        #expect(try Self.status(Self.state(Self.award(400, on: "2019-06-02", "deduct"))).members.map(\.total.points) == [600, 1000])
    }

    @Test func theyCountFromTheirDay() throws {
        let state = try Self.state(Self.award(500, on: "2019-06-02"))
        #expect(try Self.status(state, asOf: "2019-06-01").members.map(\.total.points) == [1000, 1000])
        #expect(try Self.status(state, asOf: "2019-06-02").members.map(\.total.points) == [1500, 1000])
    }

    /// An appeal is often settled when the year is over. 10 and 5 from 20 January on, and no day before is another one; without an
    /// appeal points of that day would be no part of the year.
    @Test func theyCountAfterThePlansLastDayToo() throws {
        let state = try Self.state(Self.award(500, on: "2020-01-20"))
        #expect(try Self.status(state, asOf: "2019-12-31").members.map(\.total.points) == [1000, 1000])
        #expect(try Self.status(state, asOf: "2020-01-19").members.map(\.total.points) == [1000, 1000])
        let later = try Self.status(state, asOf: "2020-01-20")
        #expect(later.members.map(\.total.points) == [1500, 1000])
        #expect(later.targets[0].members[0].lines.map(\.date.last) == [day("2019-03-01"), day("2020-01-20")])
    }
}
