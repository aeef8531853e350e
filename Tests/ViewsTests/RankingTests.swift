import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views
import Wording

@Suite("The ranking")
struct RankingTests {
    private static let plan2018 = #"plan: V\ntitle: 甲\nyear: 2018\ntargets:\n  - {id: p, title: 提案, for: member, score: {each: 5}, acts: {proposals: any}}\n"#
    private static let plan2019 = """
        plan: T\\ntitle: 乙\\nyear: 2019\\nheadings: [{id: h, title: 提案, cap: 3}]\\n\
        grades: [{from: 20, title: 合格}, {from: 0, title: 不合格}]\\ntargets:\\n\
          - {id: s, title: 学习, for: member, score: {award: {present: 10}}, acts: {activities: study}}\\n\
          - {id: p, title: 提案, for: member, heading: h, score: {each: 5}, acts: {proposals: any}}\\n
        """

    /// 2018: M3 files a proposal. 2019: all come to the first study session, M1 alone to the second.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2018-01-01","sector":"教育","groups":["一组"]}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2018-01-01","sector":"教育","groups":["二组"]}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2018-01-01","sector":"医卫","groups":["二组"]}"#,
            #"{"command":"plan.adopt","plan":"V","title":"甲","year":2018,"text":"\#(plan2018)","occurred":"2018-01-01"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"乙","year":2019,"text":"\#(plan2019)","occurred":"2019-01-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"修路","signers":["M3"],"occurred":"2018-05-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习一","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2","M3"],"occurred":"2019-03-01"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"学习二","on":"2019-04-01"}"#,
            #"{"command":"attendance.check-in","activity":"A2","members":["M1"],"occurred":"2019-04-01"}"#)
    }

    @Test func equalPointsShareARank() throws {
        let ranking = try Self.bench().ask(RankingView.self)
        // Twice 10 points for M1, once for the others: 1, 2, 2.
        #expect(ranking.rows.map(\.place.rank) == [1, 2, 2])
        #expect(ranking.rows.map(\.place.member.description) == ["M1", "M2", "M3"])
        #expect(ranking.rows.map(\.place.total.points) == [2000, 1000, 1000])
        #expect(ranking.json["members"][0]["tied"] == false && ranking.json["members"][2]["tied"] == true)
        #expect(ranking.json["members"][0]["grade"] == "合格" && ranking.json["members"][1]["grade"] == "不合格")
    }

    @Test func aUnitIsRankedByWhatItsMembersHaveOnAverage() throws {
        let ranking = try Self.bench().ask(RankingView.self).json
        // 教育 (20 + 10) / 2 = 15 before 医卫 10; 一组 20 before 二组 (10 + 10) / 2 = 10.
        #expect(ranking["sectors"] == [
            ["name": "教育", "rank": 1, "members": 2, "points": 3000], ["name": "医卫", "rank": 2, "members": 1, "points": 1000],
        ])
        #expect(ranking["groups"] == [
            ["name": "一组", "rank": 1, "members": 1, "points": 2000], ["name": "二组", "rank": 2, "members": 2, "points": 2000],
        ])
    }

    @Test func theYearBeforeStandsBeside() throws {
        let ranking = try Self.bench().ask(RankingView.self).json
        // In 2018 M3 had 5 points and the others none.
        #expect(ranking["planBefore"] == "V")
        #expect(ranking["members"][2]["before"] == ["rank": 1, "points": 500, "grade": .null])
        #expect(ranking["members"][0]["before"] == ["rank": 2, "points": 0, "grade": .null])
        #expect(try Self.bench().ask(RankingView.self, [:], ViewRequest(asOf: day("2018-12-31"), plan: "V")).json["planBefore"] == .null)
    }

    @Test func whoIsAtRiskSeesWhatIsMissingAndWhatHelps() throws {
        let ranking = try Self.bench().ask(RankingView.self)
        // 合格 begins at 20; a proposal earns 5, of which the heading's cap leaves 3.
        #expect(ranking.rows.map(\.shortBy) == [0, 1000, 1000])
        #expect(ranking.rows[1].help?.target.id == "p" && ranking.rows[1].help?.gain == 300)
        let text = TextRenderer(.chinese).render(ranking.document)
        #expect(text.contains("需要关注") && text.contains("可得 3 分"))
        // Once the year is over nothing helps.
        let closed = try Self.bench().ask(RankingView.self, [:], ViewRequest(asOf: day("2019-12-31")))
        #expect(closed.rows.allSatisfy { $0.help == nil })
        #expect(!TextRenderer(.chinese).render(closed.document).contains("需要关注"))
    }

    @Test func aPlanThatGivesMembersNothingHasNoRanking() throws {
        let bench = try ViewBench(
            #"{"command":"plan.adopt","plan":"T","title":"乙","year":2019,"text":"plan: T\ntitle: 乙\nyear: 2019\ntargets: [{id: s, title: 学习, require: [{activities: study, at-least: 1}]}]\n"}"#)
        #expect(try bench.problem(RankingView.self, [:]) == "members-not-scored")
    }
}
