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

/// Acts, headings and caps in a plan that gives members points, and the plans of one year together.
@Suite("Explanations in members' plans")
struct MemberPlanExplanationTests {
    private static func adopt(_ id: String, _ targets: String, _ rest: String = "") -> String {
        #"{"command":"plan.adopt","plan":"\#(id)","title":"试","year":2019,"text":"plan: \#(id)\ntitle: 试\nyear: 2019\n\#(rest)targets:\n\#(targets)"}"#
            .replacing("\n", with: "\\n")
    }

    /// Ten points for each of two meetings, under a cap of 15; M2 comes to one.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            adopt(
                "E", "  - {id: a, title: 到会, for: member, heading: h, score: {award: {present: 10}}, acts: {activities: meeting}}\n",
                "base: 1\nfloor: 13\nheadings: [{id: h, title: 会议, cap: 15}]\ngrades: [{from: 15, title: 优秀}, {from: 0, title: 称职}]\n"),
            #"{"command":"activity.schedule","activity":"A","kind":"meeting","title":"甲会","on":"2019-02-01"}"#,
            #"{"command":"activity.schedule","activity":"B","kind":"meeting","title":"乙会","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A","member":"M1","occurred":"2019-02-01"}"#,
            #"{"command":"attendance.check-in","activity":"B","members":["M1","M2"],"occurred":"2019-03-01"}"#)
    }

    @Test func anActSaysWhatItEarnedForWhom() throws {
        let act = try Self.bench().ask(ExplainView.self, ["subject": "B"]).json
        #expect(act["points"] == 2_000)
        #expect(act["targets"][0]["lines"].arrayValue?.map { $0["member"] } == ["M1", "M2"])
        #expect(act["targets"][0]["lines"].arrayValue?.map { $0["line"]["points"] } == [1_000, 1_000])
    }

    /// M1: base 1, twenty before the cap and 15 under it. M2: 11, and the floor gives two more.
    @Test func aMemberSaysHowItAddsUp() throws {
        let bench = try Self.bench()
        let rows = try bench.ask(ExplainView.self, ["subject": "M1"]).json["account"].arrayValue ?? []
        #expect(rows.map { $0["code"] } == ["base", "line", "line", "target", "heading-limit", "heading", "total"])
        #expect(rows.map { $0["points"] } == [100, 1_000, 1_000, 2_000, -500, 1_500, 1_600])
        let second = try bench.ask(ExplainView.self, ["subject": "M2"]).json
        #expect(second["points"] == 1_300 && second["account"].arrayValue?.contains { $0["code"] == "floor" && $0["points"] == 200 } == true)
    }

    @Test func headingsAndGrades() throws {
        let bench = try Self.bench()
        let sums = try bench.ask(ExplainView.self, ["subject": "h"]).json["sums"]
        #expect(sums.arrayValue?.map { $0["sum"] } == [2_000, 1_000] && sums.arrayValue?.map { $0["points"] } == [1_500, 1_000])
        let graded = try bench.ask(ExplainView.self, ["subject": "优秀"]).json["graded"]
        #expect(graded.arrayValue?.map { $0["given"] } == [true, false] && graded[1]["grade"] == "称职")
    }

    /// The body's plan beside the members': a member and an act are explained by both, a target by the one that has it.
    @Test func bothPlansOfAYear() throws {
        let bench = try Self.bench()
        try bench.record(Self.adopt("F", "  - {id: f, title: 开会, points: 5, score: {each: 1}, acts: {activities: meeting}}\n"))
        let act = try bench.ask(ExplainView.self, ["subject": "B"]).json
        #expect([act["plan"], act["beside"][0]["plan"]] == ["F", "E"] && act["points"] == 100 && act["beside"][0]["points"] == 2_000)
        #expect(try bench.ask(ExplainView.self, ["subject": "a"]).json["plan"] == "E")
        #expect(try bench.ask(ExplainView.self, ["subject": "M1"]).json["beside"][0]["points"] == 1_600)
        #expect(try bench.ask(ExplainView.self, ["subject": "B"], ViewRequest(plan: "E")).json["beside"] == .null)
    }
}
