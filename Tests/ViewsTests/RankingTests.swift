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
        let rows = ranking.ranked.members
        #expect(rows.map(\.place.rank) == [1, 2, 2])
        #expect(rows.map(\.place.member.description) == ["M1", "M2", "M3"])
        #expect(rows.map(\.place.total.points) == [2000, 1000, 1000])
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
        let rows = ranking.ranked.members
        #expect(rows.map(\.shortBy) == [0, 1000, 1000])
        #expect(rows[1].helps.first?.target.id == "p" && rows[1].helps.first?.gain == 300)
        let text = TextRenderer(.chinese).render(ranking.document)
        #expect(text.contains("需要关注") && text.contains("可得 3 分"))
        // Once the year is over nothing helps.
        let closed = try Self.bench().ask(RankingView.self, [:], ViewRequest(asOf: day("2019-12-31")))
        #expect(closed.ranked.members.map(\.helps.count) == [0, 0, 0])
        #expect(!TextRenderer(.chinese).render(closed.document).contains("需要关注"))
    }

    @Test func riskIsTheSameListInAViewOfItsOwn() throws {
        let risk = try Self.bench().ask(RiskView.self).json["plans"][0]
        // 合格 takes 20: M2 and M3 have 10 each.
        #expect(risk["passing"] == ["grade": "合格", "from": 2000] && risk["over"] == false)
        #expect(risk["members"].column("member") == ["M2", "M3"])
        #expect(risk["members"][0]["shortBy"] == 1000 && risk["members"][0]["helps"][0]["gain"] == 300)
        let text = TextRenderer(.chinese).render(try Self.bench().ask(RiskView.self).document)
        #expect(text.contains("“合格”须满 20 分，3 人中有 2 人还没有达到"))
        // Once the time is over nobody is at risk any more, and it says so.
        let closed = try Self.bench().ask(RiskView.self, [:], ViewRequest(asOf: day("2019-12-31")))
        #expect(closed.json["plans"][0]["members"] == [] && closed.json["plans"][0]["over"] == true)
        #expect(TextRenderer(.chinese).render(closed.document).contains("已经到期"))
    }

    private static func grades(_ id: String, _ year: Int) -> String {
        #"plan: \#(id)\ntitle: \#(id)\nyear: \#(year)\ngrades: [{from: 10, title: 合格}, {from: 0, title: 不合格}]\ntargets:\n"#
            + #"  - {id: p, title: 提案, for: member, score: {each: 10}, acts: {proposals: any}}\n"#
    }

    private static func adopt(_ id: String, _ year: Int, _ text: String) -> String {
        #"{"command":"plan.adopt","plan":"\#(id)","title":"\#(id)","year":\#(year),"text":"\#(text)","occurred":"\#(year)-01-01"}"#
    }

    private static let twoMembers = [
        #"{"command":"member.join","member":"M1","name":"张三","from":"2018-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"李四","from":"2018-01-01"}"#,
    ]

    /// M1 files in 2018 alone, M2 never: M2 is 不合格 two years running.
    @Test func theSameGradeTwoYearsRunningIsSaid() throws {
        let bench = try ViewBench()
        for line in Self.twoMembers + [
            Self.adopt("V", 2018, Self.grades("V", 2018)), Self.adopt("T", 2019, Self.grades("T", 2019)),
            #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"修路","signers":["M1"],"occurred":"2018-05-01"}"#,
        ] { try bench.record(line) }
        let ranking = try bench.ask(RankingView.self)
        #expect(ranking.json["members"].column("gradeTwice") == [false, true])
        #expect(ranking.json["members"][0]["before"] == ["rank": 1, "points": 1000, "grade": "合格"])
        let text = TextRenderer(.chinese).render(ranking.document)
        #expect(text.contains("上年等次") && text.contains("连续两年"))
        let english = TextRenderer(.english).render(ranking.document)
        #expect(english.contains("two years running"))
        #expect(try bench.ask(RiskView.self).json["plans"][0]["members"].column("gradeTwice") == [false, true])
    }

    /// The body's own plan, adopted last, gives members nothing: theirs are ranked, each plan by itself.
    @Test func everyPlanOfTheDayThatScoresMembersIsRanked() throws {
        let bench = try ViewBench()
        let body = #"plan: B\ntitle: B\nyear: 2019\ntargets: [{id: s, title: 学习, points: 5, score: when-met, require: [{activities: study, at-least: 1}]}]\n"#
        for line in Self.twoMembers + [
            Self.adopt("T", 2019, Self.grades("T", 2019)), Self.adopt("U", 2019, Self.grades("U", 2019)), Self.adopt("B", 2019, body),
        ] { try bench.record(line) }
        let ranking = try bench.ask(RankingView.self).json
        #expect(ranking["plan"] == "T" && ranking["beside"].column("plan") == ["U"])
        #expect(try bench.ask(RiskView.self).json["plans"].column("plan") == ["T", "U"])
        // Where one is named, it alone.
        #expect(try bench.ask(RankingView.self, [:], ViewRequest(plan: "U")).json["beside"] == .null)
        #expect(try bench.problem(RankingView.self, [:], ViewRequest(plan: "B")) == "members-not-scored")
    }

    @Test func aPlanThatGivesMembersNothingHasNoRanking() throws {
        let bench = try ViewBench(
            #"{"command":"plan.adopt","plan":"T","title":"乙","year":2019,"text":"plan: T\ntitle: 乙\nyear: 2019\ntargets: [{id: s, title: 学习, require: [{activities: study, at-least: 1}]}]\n"}"#)
        #expect(try bench.problem(RankingView.self, [:]) == "members-not-scored")
    }
}

extension JSONValue {
    /// What each element of an array has by this name.
    fileprivate func column(_ name: String) -> [JSONValue] { (arrayValue ?? []).map { $0[name] } }
}
