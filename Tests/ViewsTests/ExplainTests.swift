import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Views

/// From a figure to the entries behind it.
@Suite("Explanations")
struct ExplainTests {
    /// Target 1 gives 3 points for each study that half of the members came to; target 2 gives each member one for coming.
    private static let plan = """
        plan: T\\ntitle: 试\\nyear: 2019\\ntargets:\\n  - {id: \\"1\\", title: 学习, points: 10, score: {each: 3}, acts: {activities: study, attendance: 50%}}\\n\
          - {id: \\"2\\", title: 到会, for: member, points: 100, score: {award: {present: 1}}, acts: {activities: study}}\\n
        """

    /// M3 comes into office in June; M1 came to A1 in March, M2 was on leave.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-06-01"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(plan)"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习章程","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2019-03-01"}"#,
            #"{"command":"attendance.grant-leave","activity":"A1","member":"M2","occurred":"2019-02-28"}"#)
    }

    @Test func aTargetLeadsToItsActsAndEntries() throws {
        let bench = try Self.bench()
        guard case .target(let target) = try bench.ask(ExplainView.self, ["subject": "1"]).explanation else {
            Issue.record("not a target")
            return
        }
        #expect(target.target.points == 300)
        #expect(target.target.evidence == [Position(6), Position(7), Position(8)])
        #expect(target.acts.map(\.line.subject) == [Subject(kind: "activity", id: "A1")])
        #expect(target.acts[0].notInOffice == [id("M3")] && target.acts[0].excused.isEmpty)
        #expect(target.version == nil)
    }

    /// One JSON of a target, wherever it is asked for.
    @Test func aTargetIsAsTheStatusHasIt() throws {
        let bench = try Self.bench()
        let status = try bench.ask(StatusView.self).json
        for (index, target) in ["1", "2"].enumerated() {
            let explained = try bench.ask(ExplainView.self, ["subject": target]).json
            #expect(explained["target"] == status["targets"][index])
            #expect(explained["asOf"] == "2019-07-01" && explained["plan"] == "T" && explained["position"] == 8)
        }
    }

    @Test func aMemberLeadsToTheirAttendance() throws {
        let bench = try Self.bench()
        let came = try bench.ask(ExplainView.self, ["subject": "M1"]).json
        #expect(came["name"] == "张三")
        #expect(came["targets"][0]["id"] == "2" && came["targets"][0]["own"]["points"] == 100)
        #expect(came["activities"][0]["attendance"] == "present" && came["activities"][0]["evidence"] == [7])
        let onLeave = try bench.ask(ExplainView.self, ["subject": "member:M2"]).json
        #expect(onLeave["targets"][0]["own"]["points"] == 0)
        #expect(onLeave["activities"][0]["attendance"] == "on-leave" && onLeave["activities"][0]["evidence"] == [8])
        #expect(try bench.ask(ExplainView.self, ["subject": "M3"]).json["activities"] == [])
    }

    /// What was recorded of a duplicate is the member's who goes on.
    @Test func aDuplicateIsTheMemberWhoGoesOn() throws {
        let bench = try Self.bench()
        try bench.record(#"{"command":"member.merge","member":"M1","into":"M2","reason":"同一人"}"#)
        let merged = try bench.ask(ExplainView.self, ["subject": "M1"]).json
        #expect(merged["member"] == "M2")
        #expect(merged["activities"][0]["attendance"] == "present" && merged["activities"][0]["evidence"] == [8, 7])
    }

    @Test func anActLeadsToTheTargetsThatItCountsFor() throws {
        let act = try Self.bench().ask(ExplainView.self, ["subject": "A1"]).json
        #expect(act["subject"] == "activity:A1" && act["title"] == "学习章程")
        #expect(act["targets"].arrayValue?.map { $0["id"] } == ["1", "2"])
        #expect(act["targets"][0]["lines"][0]["line"]["outcome"] == ["code": "counts"])
        // Each member's own: M1 came, M2 was on leave.
        #expect(act["targets"][1]["lines"].arrayValue?.map { $0["member"] } == ["M1", "M2"])
        #expect(act["targets"][1]["lines"].arrayValue?.map { $0["line"]["points"] } == [100, 0])
        // 3 points of the body's, 1 of M1's.
        #expect(act["points"] == 400)
    }

    @Test func itIsAsOfADayAndAsItWasKnown() throws {
        let bench = try Self.bench()
        let before = try bench.ask(ExplainView.self, ["subject": "1"], ViewRequest(asOf: day("2019-02-01"))).json
        #expect(before["target"]["points"] == 0 && before["target"]["lines"] == [])
        // Nobody had come yet.
        let known = try bench.ask(ExplainView.self, ["subject": "M1"], ViewRequest(cut: .position(Position(6)))).json
        #expect(known["activities"] == [] && known["position"] == 6)
    }

    @Test func whatIsNotThereIsSaid() throws {
        let bench = try Self.bench()
        #expect(try bench.problem(ExplainView.self, ["subject": "X9"]) == "no-such-target")
        #expect(try bench.problem(ExplainView.self, ["subject": "1"], ViewRequest(plan: "U")) == "no-plan")
        #expect(try bench.problem(ExplainView.self, [:]) == "parameter-missing")
        let unplanned = try ViewBench(#"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#)
        #expect(try unplanned.problem(ExplainView.self, ["subject": "1"]) == "no-plan")
        #expect(try unplanned.ask(ExplainView.self, ["subject": "M1"]).json["plan"] == .null)
    }
}
