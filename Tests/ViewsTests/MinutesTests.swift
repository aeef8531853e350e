import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views
import Wording

@Suite("Minutes of activities")
struct MinutesTests {
    /// Members are entries 2 to 4, the activity 5.
    private static func bench(_ more: String...) throws -> ViewBench {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"第三次例会","on":"2019-03-12","place":"二楼会议室"}"#)
        for command in more { try bench.record(command) }
        return bench
    }

    /// Every version stays readable; an approval is of the draft that was the last.
    @Test func everyVersionStays() throws {
        let bench = try Self.bench(
            #"{"command":"minutes.draft","activity":"A1","text":"第一稿","occurred":"2019-03-13"}"#,
            #"{"command":"minutes.approve","minutes":"K1","approvedBy":"主席","occurred":"2019-03-14"}"#,
            #"{"command":"minutes.draft","activity":"A1","text":"第二稿\n第二行","occurred":"2019-03-15"}"#)
        let versions = try bench.ask(MinutesView.self, ["activity": "A1"]).json["versions"]
        #expect(
            versions == [
                [
                    "minutes": "K1", "version": 1, "drafted": "2019-03-13", "text": "第一稿",
                    "approved": ["date": "2019-03-14", "by": "主席"], "evidence": [6, 7],
                ],
                ["minutes": "K1", "version": 2, "drafted": "2019-03-15", "text": "第二稿\n第二行", "approved": .null, "evidence": [8]],
            ])
        func lines(_ arguments: ViewArguments) throws -> [String] {
            TextRenderer(.chinese).lines(try bench.ask(MinutesView.self, arguments).document)
        }
        let head = ["第三次例会会议记录", "", "K1  第 1 稿，2019-03-13 提交，主席 2019-03-14 审定", "K1  第 2 稿，2019-03-15 提交", ""]
        #expect(try lines(["activity": "A1"]).prefix(7) == (head + ["第二稿", "第二行"])[...])
        #expect(try lines(["activity": "A1", "version": "1"]).prefix(6) == (head + ["第一稿"])[...])
        #expect(try bench.problem(MinutesView.self, ["activity": "A1", "version": "3"]) == "no-such-minutes")
        #expect(try bench.ask(ActivityView.self, ["activity": "A1"]).json["minutes"].arrayValue?.count == 2)
        // The text is sealed: no entry has it.
        let bytes = try (1...8).compactMap { try bench.book.entry(at: Position($0))?.bytes }.flatMap(\.self)
        #expect(!String(decoding: bytes, as: UTF8.self).contains("第一稿"))
    }

    @Test func whatIsErasedIsGone() throws {
        let bench = try Self.bench(
            #"{"command":"minutes.draft","activity":"A1","text":"第一稿","occurred":"2019-03-13"}"#,
            #"{"command":"personal-data.erase","owner":"minutes:K1","reason":"x"}"#)
        let version = try bench.ask(MinutesView.self, ["activity": "A1"]).json["versions"][0]
        #expect(version["text"] == .null && version["withheld"] == "erased")
    }

    @Test func withoutADraftThereAreNone() throws {
        #expect(try Self.bench().problem(MinutesView.self, ["activity": "A1"]) == "no-such-minutes")
    }

    @Test func aDraftIsMadeOfWhatIsOnRecord() throws {
        let bench = try Self.bench(
            #"{"command":"agenda.add","activity":"A1","title":"听取报告","presenter":"民政办"}"#,
            #"{"command":"agenda.add","activity":"A1","title":"审议预算"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"]}"#,
            #"{"command":"speech.record","activity":"A1","item":"I1","members":["M2"],"form":"oral","title":"养老床位","text":"建议增加","occurred":"2019-03-12"}"#,
            #"{"command":"speech.record","activity":"A1","members":["M3"],"form":"written","title":"停车","occurred":"2019-03-12"}"#,
            #"{"command":"agenda.end","item":"I1","outcome":"dealt-with","occurred":"2019-03-12"}"#)
        let view = try bench.ask(MinutesDraftView.self, ["activity": "A1"])
        let text = MarkdownRenderer(.chinese).render(view.document)
        #expect(
            text.split(separator: "\n").map(String.init) == [
                "# 第三次例会会议记录", "测试", "## 会议情况", "时间：2019年3月12日（星期二）", "地点：二楼会议室", "主持人：", "记录人：",
                "## 出席情况", "出席（2 人）：张三、李四", "缺席（1 人）：王五",
                "## 议程和发言", "一、听取报告（民政办汇报；已审议）", "李四（口头）：养老床位。建议增加", "二、审议预算",
                "## 其他发言", "王五（书面）：停车",
            ])
        #expect(view.json["text"]["zh"] == .string(text))
    }
}
