import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Views

@Suite("One activity")
struct ActivityTests {
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-01/2019-03-02","halfDays":4,"place":"礼堂"}"#,
            #"{"command":"attendance.register","activity":"A1","member":"M1","occurred":"2019-02-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","late":true,"halfDays":2,"occurred":"2019-03-01"}"#,
            #"{"command":"attendance.leave-early","activity":"A1","member":"M1","occurred":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M3","occurred":"2019-03-01"}"#,
            #"{"command":"activity.close","activity":"A1","outcomes":[{"kind":"suggestion","count":3}],"occurred":"2019-03-02"}"#)
    }

    @Test func itSaysWhoCameAndWhoDidNot() throws {
        let json = try Self.bench().ask(ActivityView.self, ["activity": "A1"]).json
        #expect(json["state"] == "closed" && json["place"] == "礼堂" && json["halfDays"] == 4)
        #expect(json["attendance"] == ["value": 2, "of": 3])
        #expect(json["outcomes"][0]["kind"] == "suggestion" && json["outcomes"][0]["count"] == 3)
        #expect(json["members"].arrayValue?.map { $0["member"] } == ["M1", "M3", "M2"])
        let late = json["members"][0]
        #expect(late["attendance"] == "late" && late["remarks"] == ["left-early"] && late["halfDays"] == 2)
        // Its check-in and what adds to it; registering was something else.
        #expect(late["evidence"] == [7, 8])
        #expect(json["members"][1]["remarks"] == ["not-registered"] && json["members"][1]["halfDays"] == .null)
        #expect(json["members"][2]["attendance"] == "absent" && json["members"][2]["evidence"] == [])
    }

    /// Nobody is absent from what has not taken place.
    @Test func beforeItTakesPlaceNobodyIsAbsent() throws {
        let json = try Self.bench().ask(ActivityView.self, ["activity": "A1"], ViewRequest(asOf: day("2019-02-15"))).json
        #expect(json["state"] == "planned" && json["attendance"] == .null)
        #expect(json["members"].arrayValue?.map { $0["attendance"] } == [.null, .null, .null])
        #expect(json["members"][0]["remarks"] == ["registered"])
        let unmarked = try Self.bench().ask(ActivityView.self, ["activity": "A1"], ViewRequest(asOf: day("2019-01-15"))).json
        #expect(unmarked["members"] == [])
    }

    @Test func whatIsNotThereIsSaid() throws {
        let bench = try Self.bench()
        #expect(try bench.problem(ActivityView.self, ["activity": "A9"]) == "no-such-activity")
        #expect(try bench.problem(ActivityView.self, ["activity": "A1"], ViewRequest(cut: .position(Position(4)))) == "no-such-activity")
    }
}
