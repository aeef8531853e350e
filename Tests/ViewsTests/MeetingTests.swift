import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Views
import Wording

/// What a meeting voted on, decided and was brought, in its own view and in the members' files.
@Suite("What a meeting did")
struct MeetingTests {
    /// Members are entries 2 to 4, the meeting 5 with who came in 6 to 8, the rules 9. The election B1 is 10 and 11, the vote by name B2
    /// 12 to 16, the decision R1 17 and 18, the petition L1 19 and L2, brought elsewhere, 20.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"全会","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2","M3"],"occurred":"2019-03-01"}"#,
            #"{"command":"ballot-rules.adopt","rules":"b","title":"办法","items":[{"kind":"election","pass":{"moreThan":"1/2","of":"all"},"article":"第三条"},{"kind":"decision","pass":{"moreThan":"1/2","of":"all"}}],"occurred":"2019-01-01"}"#,
            #"{"command":"ballot.call","activity":"A1","kind":"election","method":"secret","title":"选组长","seats":1,"options":[{"member":"M1"},{"member":"M2"}],"occurred":"2019-03-01"}"#,
            #"{"command":"ballot.count","ballot":"B1","present":3,"issued":3,"returned":3,"votes":[{"of":1,"answer":"for","votes":1},{"of":2,"answer":"for","votes":2}],"occurred":"2019-03-01"}"#,
            #"{"command":"ballot.call","activity":"A1","kind":"decision","method":"by-name","title":"通过办法","occurred":"2019-03-01"}"#,
            #"{"command":"ballot.vote","ballot":"B2","member":"M1","answer":"for","occurred":"2019-03-01"}"#,
            #"{"command":"ballot.vote","ballot":"B2","member":"M2","answer":"for","occurred":"2019-03-01"}"#,
            #"{"command":"ballot.vote","ballot":"B2","member":"M3","answer":"against","occurred":"2019-03-01"}"#,
            #"{"command":"ballot.count","ballot":"B2","present":3,"occurred":"2019-03-01"}"#,
            #"{"command":"decision.record","kind":"resolution","title":"关于办法的决议","activity":"A1","ballot":"B2","occurred":"2019-03-01"}"#,
            #"{"command":"decision.hand-over","decision":"R1","to":"民政办","due":"2019-04-01","occurred":"2019-03-02"}"#,
            #"{"command":"petition.receive","kind":"visit","title":"反映路灯不亮","activity":"A1","members":["M2"],"occurred":"2019-03-01"}"#,
            #"{"command":"petition.receive","kind":"letter","title":"来信","members":["M3"],"occurred":"2019-03-05"}"#)
    }

    @Test func itsBallotsDecisionsAndPetitionsAreInItsView() throws {
        let bench = try Self.bench()
        let json = try bench.ask(ActivityView.self, ["activity": "A1"]).json
        #expect(json["ballots"].arrayValue?.map { [$0["ballot"], $0["result"]] } == [["B1", "elected"], ["B2", "carried"]])
        #expect(json["ballots"][0]["evidence"] == [10, 11])
        #expect(json["decisions"].arrayValue?.map { [$0["decision"], $0["stage"], $0["due"]] } == [["R1", "handed-over", "2019-04-01"]])
        #expect(json["petitions"].arrayValue?.map { [$0["petition"], $0["members"], $0["evidence"]] } == [["L1", ["M2"], [19]]])
        // Each is what its own list says.
        #expect(json["ballots"] == (try bench.ask(BallotsView.self).json))
        #expect(json["decisions"] == (try bench.ask(DecisionsView.self).json))
        #expect(json["petitions"][0] == (try bench.ask(PetitionsView.self).json[0]))
        // Before the count nothing follows, and before the day nothing was there.
        let before = try bench.ask(ActivityView.self, ["activity": "A1"], ViewRequest(asOf: day("2019-02-28"))).json
        #expect(before["ballots"] == .null && before["decisions"] == .null && before["petitions"] == .null)
    }

    @Test func theyAreInTheMembersFiles() throws {
        let bench = try Self.bench()
        let files = try ["M1", "M2", "M3"].map { try bench.ask(MemberView.self, ["member": $0]).json }
        #expect(
            files[1]["candidacies"][0]
                == ["ballot": "B1", "title": "选组长", "date": "2019-03-01", "votes": 2, "result": "elected", "evidence": [10, 11]])
        #expect(files[0]["candidacies"][0]["votes"] == 1 && files[0]["candidacies"][0]["result"] == "not-elected")
        #expect(files[2]["candidacies"] == .null)
        #expect(files.map { $0["votes"].arrayValue?.map { [$0["ballot"], $0["answer"]] } } == [[["B2", "for"]], [["B2", "for"]], [["B2", "against"]]])
        #expect(files[2]["votes"][0]["evidence"] == [15])
        #expect(files[0]["petitions"] == .null)
        #expect(
            files[1]["petitions"][0]
                == ["petition": "L1", "kind": "visit", "title": "反映路灯不亮", "received": "2019-03-01", "stage": "received", "evidence": [19]])
        #expect(files[2]["petitions"].arrayValue?.map { $0["petition"] } == ["L2"])
    }
}
