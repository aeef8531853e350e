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

    /// A congress of three days: by day as checked in, present once, half-days added up.
    private static func congress(_ more: String = "", _ halfDays: String = "") throws -> ViewBench {
        func checkIn(_ member: String, _ day: String, _ more: String = "") -> String {
            #"{"command":"attendance.check-in","activity":"A1","member":"\#(member)","occurred":"\#(day)"\#(more)}"#
        }
        return try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-10/2019-03-12"\#(more)}"#,
            checkIn("M1", "2019-03-10", halfDays), checkIn("M2", "2019-03-09", halfDays),
            checkIn("M1", "2019-03-11", #","late":true"# + halfDays), checkIn("M1", "2019-03-12T09:00:00+08:00", halfDays),
            checkIn("M2", "2019-03-12", halfDays))
    }

    @Test func eachDayOfSeveralIsShownAndCountsOnce() throws {
        let json = try Self.congress().ask(ActivityView.self, ["activity": "A1"]).json
        #expect(json["attendance"] == ["value": 2, "of": 3])
        let (first, second, third) = (json["members"][0], json["members"][1], json["members"][2])
        #expect(first["member"] == "M1" && first["attendance"] == "late" && first["evidence"] == [6, 8, 9])
        #expect(first["days"].arrayValue?.map { $0["day"] } == ["2019-03-10", "2019-03-11", "2019-03-12"])
        #expect(first["days"].arrayValue?.map { $0["late"] } == [false, true, false])
        // Who arrived the day before is there for the first.
        #expect(second["days"].arrayValue?.map { $0["day"] } == ["2019-03-10", "2019-03-12"] && second["attendance"] == "present")
        #expect(third["attendance"] == "absent" && third["days"] == .null)
        let register = try Self.congress().ask(RegisterView.self, [:]).json["members"]
        #expect(register.arrayValue?.map { $0["present"] } == [1, 1, 0] && register[0]["late"] == 1)
    }

    @Test func asOfADayOfSeveralItIsWhatHadHappened() throws {
        let json = try Self.congress().ask(ActivityView.self, ["activity": "A1"], ViewRequest(asOf: day("2019-03-11"))).json
        let members = json["members"].arrayValue ?? []
        #expect(members.first { $0["member"] == "M1" }?["days"].arrayValue?.map { $0["day"] } == ["2019-03-10", "2019-03-11"])
    }

    @Test func halfDaysOfEachDayAreAddedUp() throws {
        let members = try Self.congress(#","halfDays":6"#, #","halfDays":1"#).ask(ActivityView.self, ["activity": "A1"]).json["members"]
        let first = members.arrayValue?.first { $0["member"] == "M1" }
        let second = members.arrayValue?.first { $0["member"] == "M2" }
        #expect(first?["halfDays"] == 3 && second?["halfDays"] == 2)
        #expect(first?["days"][0]["halfDays"] == 1)
    }

    @Test func whatIsNotThereIsSaid() throws {
        let bench = try Self.bench()
        #expect(try bench.problem(ActivityView.self, ["activity": "A9"]) == "no-such-activity")
        #expect(try bench.problem(ActivityView.self, ["activity": "A1"], ViewRequest(cut: .position(Position(4)))) == "no-such-activity")
    }
}

@Suite("The agenda of an activity")
struct AgendaViewTests {
    /// A1 and A2 are entries 3 and 4, the items 5 and 6; I1 is postponed by 7, I2 dealt with by 8.
    @Test func itSaysWhatBecameOfEachItem() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"一","on":"2019-03-01/2019-03-02"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"二","on":"2019-04-01"}"#,
            #"{"command":"agenda.add","item":"I1","activity":"A1","title":"预算","presenter":"财政所","on":"2019-03-02","sitting":2}"#,
            #"{"command":"agenda.add","item":"I2","activity":"A1","title":"报告","members":["M1"],"number":1}"#,
            #"{"command":"agenda.end","item":"I1","outcome":"postponed","to":"A2","note":"材料未齐","occurred":"2019-03-02"}"#,
            #"{"command":"agenda.end","item":"I2","outcome":"dealt-with","occurred":"2019-03-01"}"#)
        let first = try bench.ask(ActivityView.self, ["activity": "A1"]).json["agenda"]
        #expect(
            first[0]
                == [
                    "item": "I2", "number": 1, "title": "报告", "presenter": .null, "members": ["M1"], "on": .null, "sitting": .null,
                    "from": .null, "outcome": "dealt-with", "to": .null, "note": .null, "evidence": [6, 8],
                ])
        #expect(first[1]["on"] == "2019-03-02" && first[1]["sitting"] == 2 && first[1]["to"] == "A2" && first[1]["note"] == "材料未齐")
        // At the other activity it has no outcome yet, and its day was one of the first activity's.
        let second = try bench.ask(ActivityView.self, ["activity": "A2"]).json["agenda"]
        #expect(second[0]["from"] == "A1" && second[0]["number"] == 1 && second[0]["outcome"] == .null && second[0]["on"] == .null)
        #expect(try bench.ask(AgendaView.self).json.arrayValue?.map { $0["activity"] } == ["A1", "A1", "A2"])
        #expect(try bench.ask(AgendaView.self, ["activity": "A2"]).json.arrayValue?.map { $0["item"] } == ["I1"])
        #expect(try bench.problem(AgendaView.self, ["activity": "A9"]) == "no-such-activity")
        // On the first day, nothing was postponed yet.
        #expect(try bench.ask(ActivityView.self, ["activity": "A2"], ViewRequest(asOf: day("2019-03-01"))).json["agenda"] == .null)
    }
}

@Suite("The speeches of an activity")
struct SpeechViewTests {
    /// Members are entries 2 and 3, the activity 4, its item 5, the speeches 6 and 7.
    @Test func theyAreInItsListAndInTheMembersFiles() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"一","on":"2019-03-01/2019-03-02"}"#,
            #"{"command":"agenda.add","item":"I1","activity":"A1","title":"预算"}"#,
            #"{"command":"speech.record","activity":"A1","item":"I1","members":["M2","M1"],"form":"oral","title":"关于预算","on":"2019-03-02","occurred":"2019-03-02"}"#,
            #"{"command":"speech.record","activity":"A1","members":["M2"],"form":"written","text":"书面意见","occurred":"2019-02-28"}"#)
        let speeches = try bench.ask(ActivityView.self, ["activity": "A1"]).json["speeches"]
        #expect(
            speeches[0]
                == [
                    "speech": "F1", "date": "2019-03-02", "item": "I1", "members": ["M2", "M1"], "form": "oral", "title": "关于预算",
                    "text": .null, "on": "2019-03-02", "evidence": [6],
                ])
        #expect(speeches[1]["form"] == "written" && speeches[1]["text"] == "书面意见" && speeches[1]["item"] == .null)
        #expect(try bench.ask(SpeechesView.self).json.arrayValue?.map { $0["activity"] } == ["A1", "A1"])
        let files = try ["M1", "M2"].map { try bench.ask(MemberView.self, ["member": $0]).json["speeches"] }
        #expect(files[0].arrayValue?.map { $0["speech"] } == ["F1"] && files[1].arrayValue?.map { $0["speech"] } == ["F1", "F2"])
        #expect(
            files[1][1]
                == ["speech": "F2", "activity": "A1", "form": "written", "title": .null, "given": "2019-02-28", "evidence": [7]])
    }
}
