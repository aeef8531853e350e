import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Views

/// What the office keeps beside its members and their work.
@Suite("Attachments, readings and rules")
struct BookViewTests {
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-01"}"#)
    }

    private static func fields(_ fields: KeyValuePairs<String, JSONValue>) -> JSONObject {
        fields.reduce(into: JSONObject()) { $0[$1.key] = $1.value }
    }

    @Test func whatIsAttachedIsListed() throws {
        let bench = try Self.bench()
        try bench.attach("minutes", Self.fields(["name": "纪要.txt", "to": "activity:A1", "occurred": "2019-03-02"]))
        try bench.attach(
            "a doctor's note",
            Self.fields(["name": "病假条.jpg", "to": "activity:A1", "owner": "member:M1", "occurred": "2019-03-03"]))
        let list = try bench.ask(AttachmentsView.self).json
        #expect(list[0]["name"] == "纪要.txt" && list[0]["owner"] == .null && list[0]["position"] == 4 && list[0]["bytes"] == 7)
        #expect(list[1]["name"] == "病假条.jpg" && list[1]["owner"] == "member:M1")
        #expect(try bench.ask(AttachmentsView.self, [:], ViewRequest(asOf: day("2019-03-02"))).rows.count == 1)
        #expect(try bench.ask(AttachmentsView.self, [:], ViewRequest(cut: .position(Position(3)))).rows.isEmpty)
        try bench.record(#"{"command":"personal-data.erase","owner":"member:M1","reason":"本人申请"}"#)
        let erased = try bench.ask(AttachmentsView.self).json[1]
        #expect(erased["name"] == .null && erased["withheld"] == "erased")
    }

    @Test func whoReadIsListed() throws {
        let bench = try Self.bench()
        #expect(try bench.ask(ReadingsView.self).json == [])
        _ = try bench.ask(MembersView.self)
        let reading = try bench.ask(ReadingsView.self).json[0]
        #expect(reading["by"] == "tester" && reading["purpose"] == "test" && reading["owners"] == ["member:M1"])
        #expect(try bench.ask(ReadingsView.self, ["owner": "M1"]).rows.count == 1)
        #expect(try bench.ask(ReadingsView.self, ["owner": "activity:A1"]).rows.isEmpty)
        #expect(try bench.problem(ReadingsView.self, ["owner": "M9"]) == "no-such-member")
        // The clock of the bench stands at 2099-01-01.
        #expect(try bench.ask(ReadingsView.self, [:], ViewRequest(asOf: day("2098-12-31"))).rows.isEmpty)
        #expect(try bench.ask(ReadingsView.self, [:], ViewRequest(asOf: nil, at: nil, knownAt: "2098-12-31")).rows.isEmpty)
    }

    @Test func checkpointsAreListedWithWhoSignedThem() throws {
        let bench = try Self.bench()
        for size in [2, 3] { _ = try bench.book.takeCheckpoint(at: Position(Int64(size))) }
        let list = try CheckpointList(bench.book.checkpoints(), trusting: bench.book.trustedKeys()).json
        #expect(list.arrayValue?.map { $0["size"] } == [2, 3])
        #expect(list.arrayValue?.allSatisfy { $0["signers"].arrayValue?.count == 1 } == true)
        #expect(list[0]["root"] != list[1]["root"])
    }

    @Test func theRulesAreThoseAdoptedLast() throws {
        let bench = try Self.bench()
        #expect(try bench.problem(RulesView.self, [:]) == "no-rules")
        for (rules, months) in [("a", 3), ("b", 2)] {
            try bench.record(
                #"{"command":"rules.adopt","rules":"\#(rules)","title":"提案办理规则","limits":[{"step":"answer","months":\#(months),"difficult":true}]}"#)
        }
        let last = try bench.ask(RulesView.self).json
        #expect(last["rules"] == "b" && last["position"] == 5)
        #expect(last["earlier"].arrayValue?.map { $0["rules"] } == ["a"] && last["earlier"][0]["limits"][0]["months"] == 3)
        #expect(last["limits"][0]["step"] == "answer" && last["limits"][0]["months"] == 2 && last["limits"][0]["difficult"] == true)
        #expect(try bench.ask(RulesView.self, [:], ViewRequest(cut: .position(Position(4)))).json["rules"] == "a")
    }
}

@Suite("An adopted plan")
struct PlanTests {
    private static func text(_ points: Int) -> String {
        "plan: T\\ntitle: 试\\nyear: 2019\\ntargets:\\n  - {id: \\\"1\\\", title: 学习, points: \(points), score: {each: 3}, acts: {activities: study}}\\n"
    }

    /// As adopted in entry 2; amended from July on in entry 3.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(text(10))"}"#,
            #"{"command":"plan.amend","plan":"T","from":"2019-07-01","text":"\#(text(20))","reason":"同意"}"#)
    }

    @Test func itIsTheVersionInForce() throws {
        let bench = try Self.bench()
        let last = try bench.ask(PlanView.self, ["plan": "T"]).json
        #expect(last["version"] == ["from": "2019-07-01", "position": 3] && last["versions"].arrayValue?.count == 2)
        #expect(last["text"].stringValue?.contains("points: 20") == true)
        let before = try bench.ask(PlanView.self, ["plan": "T"], ViewRequest(asOf: day("2019-06-30"))).json
        #expect(before["version"] == ["from": .null, "position": 2])
        let known = try bench.ask(PlanView.self, ["plan": "T"], ViewRequest(cut: .position(Position(2)))).json
        #expect(known["versions"].arrayValue?.count == 1 && known["text"].stringValue?.contains("points: 10") == true)
        #expect(try bench.problem(PlanView.self, ["plan": "U"]) == "no-plan")
        // A figure says which version made it.
        #expect(try bench.ask(ExplainView.self, ["subject": "1"]).json["version"] == ["from": "2019-07-01", "position": 3])
    }

    @Test func ofSeveralForAYearItIsTheOneAdoptedLast() throws {
        let bench = try Self.bench()
        try bench.record(#"{"command":"plan.adopt","plan":"A","title":"另","year":2019,"text":"\#(Self.text(5).replacing("plan: T", with: "plan: A"))"}"#)
        #expect(try bench.context().adoptedPlan(of: 2019)?.id == id("A"))
        #expect(try bench.context(ViewRequest(plan: "T")).adoptedPlan(of: 2019)?.id == id("T"))
        #expect(try bench.context().adoptedPlan(of: 2018) == nil)
    }
}
