import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views
import Wording

@Suite("One member's performance file")
struct MemberTests {
    /// M1 gave goods, wrote a report, and filed a proposal that was accepted in March; M2 signed it.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01","sector":"教育界"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","title":"增设公交站","kind":"joint","signers":["M1","M2"],"occurred":"2019-02-01"}"#,
            #"{"command":"proposal.accept","proposal":"P1","occurred":"2019-03-01"}"#,
            #"{"command":"donation.receive","donation":"D1","kind":"goods","goods":"图书","value":50000,"member":"M1","occurred":"2019-04-01"}"#,
            #"{"command":"work.file","work":"W1","kind":"report","title":"调研报告","authors":["M1"],"occurred":"2019-04-02"}"#,
            #"{"command":"visit.record","visit":"V1","members":["M1"],"area":"东村","place":"东村3组","occurred":"2019-05-01"}"#)
    }

    @Test func itHasEverythingTheMemberDid() throws {
        let file = try Self.bench().ask(MemberView.self, ["member": "M1"]).json
        #expect(file["name"] == "张三" && file["plan"] == .null && file["asOf"] == "2019-07-01")
        #expect(file["offices"].arrayValue?.map { $0["kind"] } == ["term", "sector"])
        #expect(file["proposals"][0]["firstSigner"] == true && file["proposals"][0]["stage"] == "accepted")
        #expect(file["proposals"][0]["evidence"] == [4, 5])
        #expect(file["donations"][0]["value"] == 50_000 && file["donations"][0]["amount"] == .null)
        #expect(file["works"][0]["kind"] == "report" && file["works"][0]["filed"] == "2019-04-02")
        #expect(file["visits"][0]["area"] == "东村" && file["visits"][0]["place"] == "东村3组")
        let other = try Self.bench().ask(MemberView.self, ["member": "M2"]).json
        #expect(other["proposals"][0]["firstSigner"] == false && other["works"] == [])
    }

    /// A commendation that does not say what it is is an honour.
    @Test func modelsAreToldFromHonours() throws {
        let bench = try Self.bench()
        for line in [
            #"{"command":"commendation.record","title":"优秀委员","level":"city","members":["M1"],"occurred":"2019-05-02"}"#,
            #"{"command":"commendation.record","title":"履职典型","kind":"model","level":"district","members":["M1"],"occurred":"2019-05-03"}"#,
        ] { try bench.record(line) }
        let list = try bench.ask(CommendationsView.self)
        let file = try bench.ask(MemberView.self, ["member": "M1"])
        for json in [list.json, file.json["commendations"]] {
            #expect(json.arrayValue?.map { [$0["commendation"], $0["kind"]] } == [["H1", "honour"], ["H2", "model"]])
        }
        for text in [list.document, file.document].map(MarkdownRenderer(.chinese).render) {
            #expect(text.contains("| 典型 |") && text.contains("| 表彰 |"))
        }
    }

    /// The members of a People's Congress are 代表, deputies.
    @Test(arguments: [("人大主席团", "代表", "deputies"), ("政协联络处", "委员", "members"), (nil, "委员", "members")] as [(String?, String, String)])
    func membersAreCalledAsInTheirBody(kind: String?, zh: String, en: String) throws {
        let plan = "plan: T\\ntitle: 试\\nyear: 2019\\ntargets:\\n  - {id: a, title: 走访, for: member, score: {each: 2}, acts: {visits: any}}\\n"
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"visit.record","visit":"V1","members":["M1"],"area":"东村","occurred":"2019-05-01"}"#,
            #"{"command":"suggestion.submit","title":"路灯","kind":"suggestion","members":["M1"],"occurred":"2019-05-02"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(plan)"}"#, kind: kind)
        for document in [try bench.ask(VisitsView.self).document, try bench.ask(SuggestionsView.self).document] {
            #expect(MarkdownRenderer(.chinese).render(document).contains("| \(zh) |"))
            #expect(MarkdownRenderer(.english).render(document).contains("| \(en) |"))
        }
        for document in [
            try bench.ask(StatusView.self, ["members": "true"]).document, try bench.ask(ExplainView.self, ["subject": "a"]).document,
        ] { #expect(MarkdownRenderer(.chinese).render(document).contains("| \(zh) |")) }
        let file = try bench.ask(MemberView.self, ["member": "M1"]).document
        #expect(MarkdownRenderer(.chinese).render(file).contains("\(zh)对得分、名次或者等次有异议的"))
    }

    /// A stage, too, is that of the day, and that of what was known.
    @Test func itIsAsOfADayAndAsItWasKnown() throws {
        let bench = try Self.bench()
        let before = try bench.ask(MemberView.self, ["member": "M1"], ViewRequest(asOf: day("2019-02-28"))).json
        #expect(before["proposals"][0]["stage"] == "filed" && before["proposals"][0]["evidence"] == [4])
        #expect(before["donations"] == [] && before["works"] == [] && before["visits"] == [])
        let known = try bench.ask(MemberView.self, ["member": "M1"], ViewRequest(cut: .position(Position(5)))).json
        #expect(known["proposals"][0]["stage"] == "accepted" && known["donations"] == [] && known["position"] == 5)
    }

    /// What was recorded of a duplicate belongs to the member who goes on, whichever id is asked for.
    @Test func itHasWhatWasRecordedOfADuplicate() throws {
        let bench = try Self.bench()
        try bench.record(#"{"command":"member.merge","member":"M1","into":"M2","reason":"同一人"}"#)
        let file = try bench.ask(MemberView.self, ["member": "M1"]).json
        #expect(file["member"] == "M2" && file["name"] == "李四")
        #expect(file["offices"].arrayValue?.map { $0["member"] } == ["M2", "M1", "M1"])
        #expect(file["proposals"][0]["firstSigner"] == true && file["donations"][0]["donation"] == "D1")
    }

    private static let scored = """
        plan: T\\ntitle: 乙\\nyear: 2019\\nbase: 20\\nheadings: [{id: h, title: 建言, cap: 3}]\\n\
        grades: [{from: 60, title: 合格}, {from: 0, title: 不合格}]\\ntargets:\\n\
          - {id: s, title: 学习, for: member, points: 15, score: {award: {present: 10}}, acts: {activities: study}}\\n\
          - {id: p, title: 提案, for: member, heading: h, score: {each: 5}, acts: {proposals: any}}\\n
        """

    /// Base 20; two sessions at 10, capped at 15; a proposal at 5, of which the heading's cap leaves 3: together 38.
    @Test func theSheetAddsUp() throws {
        let bench = try Self.bench()
        for line in [
            #"{"command":"plan.adopt","plan":"T","title":"乙","year":2019,"text":"\#(Self.scored)","occurred":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习一","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"],"occurred":"2019-03-01"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"学习二","on":"2019-04-01"}"#,
            #"{"command":"attendance.check-in","activity":"A2","members":["M1"],"occurred":"2019-04-01"}"#,
            #"{"command":"appeal.file","appeal":"O1","member":"M1","plan":"T","target":"p","why":"漏记一件","occurred":"2019-06-01"}"#,
            #"{"command":"appeal.answer","appeal":"O1","outcome":"dismissed","answer":"只提交了一件","occurred":"2019-06-03"}"#,
        ] { try bench.record(line) }
        let file = try bench.ask(MemberView.self, ["member": "M1"])
        let rows = file.json["account"].arrayValue ?? []
        #expect(rows.map { $0["code"].stringValue ?? "" } == [
            "base", "line", "line", "limit", "target", "line", "target", "heading-limit", "heading", "total",
        ])
        #expect(rows.map { $0["points"].integerValue ?? 0 } == [2000, 1000, 1000, -500, 1500, 500, 500, -200, 300, 3800])
        #expect(rows.filter { $0["sum"] == false }.reduce(0) { $0 + ($1["points"].integerValue ?? 0) } == 3800)
        #expect(rows[5]["line"]["evidence"] == [4, 5] && file.json["points"] == 3800)
        let text = TextRenderer(.chinese).render(file.document)
        for part in ["以 15 分封顶", "以 3 分封顶", "“合格”须满 60 分，还差 22 分", "漏记一件", "只提交了一件", "不成立", "提出申诉", "学习二"] {
            #expect(text.contains(part), "\(part)")
        }
        // It is handed to the member: nobody else is named.
        #expect(!text.contains("李四") && !text.contains("M2"))
        #expect(TextRenderer(.english).render(file.document).contains("Capped at 15"))
        // Once the year is over nothing is missing any more.
        let closed = try bench.ask(MemberView.self, ["member": "M1"], ViewRequest(asOf: day("2019-12-31")))
        #expect(!TextRenderer(.chinese).render(closed.document).contains("还差什么") && closed.json["next"] == [])
    }

    @Test func whatMayNotBeShownIsWithheld() throws {
        let bench = try Self.bench()
        try bench.record(#"{"command":"personal-data.erase","owner":"visit:V1","reason":"本人申请"}"#)
        try bench.record(#"{"command":"personal-data.restrict","owner":"member:M1","reason":"本人申请"}"#)
        let file = try bench.ask(MemberView.self, ["member": "M1"]).json
        #expect(file["name"] == .null && file["withheld"] == "restricted")
        #expect(file["visits"][0]["place"] == .null && file["visits"][0]["withheld"] == "erased")
    }

    @Test func whoIsNotThereIsSaid() throws {
        #expect(try Self.bench().problem(MemberView.self, ["member": "M9"]) == "no-such-member")
        #expect(try Self.bench().problem(MemberView.self, ["member": "M1"], ViewRequest(plan: "T")) == "no-plan")
    }

    /// A report on duties and its appraisal, of which one paper of two says so and one nothing, are in the member's file and in the
    /// meeting's; an appraisal of the member by name is as well, one that was called and not counted too.
    @Test func dutyReportsAndAppraisals() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"述职会","on":"2019-03-01"}"#,
            #"{"command":"ballot-rules.adopt","rules":"b","title":"办法","items":[{"kind":"appraisal","rate":"expressed","grades":[{"grade":"满意","is":"satisfied"},{"grade":"不满意","is":"not-satisfied"}]}],"occurred":"2019-01-01"}"#,
            #"{"command":"duty-report.record","report":"J1","activity":"A1","member":"M1","form":"oral","title":"一年履职","occurred":"2019-03-01"}"#,
            #"{"command":"ballot.call","ballot":"B1","activity":"A1","kind":"appraisal","method":"secret","title":"评议述职","options":[{"what":"duty-report:J1"},{"member":"M2"}],"occurred":"2019-03-01"}"#,
            #"{"command":"ballot.count","ballot":"B1","present":2,"issued":2,"returned":2,"votes":[{"of":1,"answer":"满意","votes":1},{"of":2,"answer":"不满意","votes":2}],"occurred":"2019-03-01"}"#,
            #"{"command":"duty-report.tell","report":"J1","ballot":"B1","occurred":"2019-03-02"}"#,
            #"{"command":"ballot.call","ballot":"B2","activity":"A1","kind":"appraisal","method":"secret","title":"评议李四","options":[{"member":"M2"}],"occurred":"2019-03-01"}"#)
        let first: JSONValue = ["satisfied": 1, "expressed": [1, 1], "returned": [1, 2], "unmarked": 1, "rank": 1]
        let second: JSONValue = ["satisfied": 0, "expressed": [0, 2], "returned": [0, 2], "unmarked": 0, "rank": 2]
        let reporter = try bench.ask(MemberView.self, ["member": "M1"])
        #expect(
            reporter.json["dutyReports"] == [
                [
                    "report": "J1", "activity": "A1", "title": "一年履职", "given": "2019-03-01", "questions": 0, "stage": "told",
                    "evidence": [6, 9], "appraised": first,
                ]
            ])
        #expect(
            reporter.json["appraisals"] == [
                ["ballot": "B1", "title": "评议述职", "date": "2019-03-01", "evidence": [7, 8], "appraised": first]
            ])
        let other = try bench.ask(MemberView.self, ["member": "M2"])
        #expect(other.json["dutyReports"] == .null)
        #expect(
            other.json["appraisals"] == [
                ["ballot": "B1", "title": "评议述职", "date": "2019-03-01", "evidence": [7, 8], "appraised": second],
                ["ballot": "B2", "title": "评议李四", "date": "2019-03-01", "evidence": [10]],
            ])
        let text = TextRenderer(.chinese).render(other.document)
        #expect(text.contains("接受测评") && text.contains("尚未计票"))
        let meeting = try bench.ask(ActivityView.self, ["activity": "A1"]).json
        let all = try bench.ask(DutyReportsView.self).json
        #expect(meeting["dutyReports"] == all)
        #expect(meeting["dutyReports"][0]["name"] == "张三")
    }
}
