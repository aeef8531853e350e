import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Wording
import Views

/// Who left during the year keeps their line and their final score.
@Suite("Members who left")
struct LeftMemberTests {
    /// 10 points for each visit; half of the members may be 优秀. M2 visits twice and leaves on 30 April; a visit is later put on
    /// record for them. M1 and M3 visit once.
    private static func bench() throws -> ViewBench {
        let plan = """
            plan: T\\ntitle: 试\\nyear: 2019\\ngrades: [{from: 10, title: 优秀, at-most: 50%}, {from: 0, title: 称职}]\\ntargets:\\n\
              - {id: \\"1\\", title: 走访, for: member, points: 100, score: {each: 10}, acts: {visits: any}}\\n
            """
        func visit(_ id: String, _ member: String, _ day: String) -> String {
            #"{"command":"visit.record","visit":"\#(id)","members":["\#(member)"],"area":"甲村","occurred":"\#(day)"}"#
        }
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(plan)"}"#,
            visit("V1", "M2", "2019-02-01"), visit("V2", "M2", "2019-04-30"), visit("V3", "M1", "2019-03-01"),
            #"{"command":"member.leave","member":"M2","on":"2019-04-30","reason":"调离","occurred":"2019-04-30"}"#,
            visit("V4", "M3", "2019-06-01"))
        return bench
    }

    @Test func theStatusKeepsTheirFinalScore() throws {
        let bench = try Self.bench()
        let status = try bench.ask(StatusView.self, ["members": "true"])
        let left = status.json["left"]
        #expect(left.arrayValue?.count == 1)
        #expect(left[0]["member"] == "M2" && left[0]["until"] == "2019-04-30" && left[0]["points"] == 2_000)
        #expect(left[0]["targets"][0]["own"]["points"] == 2_000)
        // As of their last day M2 is first of three, one of whom may have the grade.
        #expect(left[0]["grade"] == "优秀")
        // M1 and M3 have the same, and share one place among two members in office: neither has it.
        #expect(status.json["members"].arrayValue?.map { $0["member"] } == ["M1", "M3"])
        #expect(status.json["members"].arrayValue?.map { $0["grade"] } == ["称职", "称职"])
        let text = status.document.sections.flatMap(\.blocks).compactMap { block -> Table? in
            if case .table(let table) = block, table.key == "members" { return table }
            return nil
        }
        #expect(text.first?.rows.map { $0.cells[0].phrase.zh } == ["M1 张三", "M3 王五", "M2 李四（2019-04-30 离任）"])
        #expect(text.first?.rows.last?.cells.map(\.phrase.zh).dropFirst() == ["20", "20", "优秀"])
    }

    @Test func theRankingHasThemWithoutARank() throws {
        let ranking = try Self.bench().ask(RankingView.self)
        #expect(ranking.json["members"].arrayValue?.map { $0["member"] } == ["M1", "M3"])
        #expect(ranking.json["members"].arrayValue?.map { $0["rank"] } == [1, 1])
        #expect(ranking.json["left"][0]["member"] == "M2" && ranking.json["left"][0]["points"] == 2_000)
    }

    @Test func theyAreExplainedAsOfTheirLastDay() throws {
        let found = try Self.bench().ask(ExplainView.self, ["subject": "M2"]).json
        #expect(found["points"] == 2_000 && found["asOf"] == "2019-04-30")
        #expect(found["account"].arrayValue?.filter { $0["code"] == "line" }.count == 2)
        let text = TextRenderer(.chinese).render(try Self.bench().ask(ExplainView.self, ["subject": "M2"]).document)
        #expect(text.contains("M2 李四（2019-04-30 离任）"))
    }

    /// The file is of the whole time, and its figures are the final ones.
    @Test func theirFileHasTheFinalAccount() throws {
        let bench = try Self.bench()
        let file = try bench.ask(MemberView.self, ["member": "M2"])
        #expect(file.json["asOf"] == "2019-07-01" && file.json["left"] == "2019-04-30")
        #expect(file.json["points"] == 2_000 && file.json["grade"] == "优秀" && file.json["next"] == [])
        #expect(file.json["account"].arrayValue?.filter { $0["code"] == "line" }.map { $0["points"] } == [1_000, 1_000])
        let titles = file.document.sections.map(\.title.zh)
        #expect(titles.contains("得分明细（2019-04-30 离任）") && !titles.contains("还差什么"))
        let stays = try bench.ask(MemberView.self, ["member": "M1"])
        #expect(stays.json["left"] == .null && stays.json["points"] == 1_000)
        #expect(stays.document.sections.map(\.title.zh).contains("得分明细"))
    }

    /// The day before nobody has left; who is back has no line of that sort; nor has who left in another year.
    @Test func onlyWhoIsGone() throws {
        let bench = try Self.bench()
        #expect(try bench.ask(StatusView.self, [:], ViewRequest(asOf: day("2019-04-30"))).left.isEmpty)
        #expect(try bench.ask(StatusView.self, [:], ViewRequest(asOf: day("2019-05-01"))).left.map(\.member.description) == ["M2"])
        try bench.record(#"{"command":"member.begin-term","member":"M2","from":"2019-06-15","occurred":"2019-06-15"}"#)
        #expect(try bench.ask(StatusView.self).left.isEmpty)
        #expect(try bench.ask(StatusView.self, [:], ViewRequest(asOf: day("2019-06-14"))).left.count == 1)
    }
}
