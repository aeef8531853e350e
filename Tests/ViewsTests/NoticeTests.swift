import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views
import Wording

@Suite("Notices of activities")
struct NoticeTests {
    /// Members are entries 2 to 4, the activity 5, its agenda 6 and 7. 12 March 2019 was a Tuesday, the 14th a Thursday.
    private static func bench(_ more: String...) throws -> ViewBench {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"第三次例会","on":"2019-03-12T09:00:00+08:00/2019-03-12T11:30:00+08:00","place":"二楼会议室","responsible":"办公室小王"}"#,
            #"{"command":"agenda.add","activity":"A1","title":"听取报告","presenter":"民政办"}"#,
            #"{"command":"agenda.add","activity":"A1","title":"审议预算"}"#)
        for command in more { try bench.record(command) }
        return bench
    }

    private static let issue = #"{"command":"notice.issue","activity":"A1","means":["message"],"occurred":"2019-03-05"}"#
    private static let reschedule =
        #"{"command":"activity.reschedule","activity":"A1","on":"2019-03-14T14:00:00+08:00","place":"礼堂","reason":"x","occurred":"2019-03-06"}"#

    private static func lines(_ bench: ViewBench, _ language: String = "zh") throws -> [String] {
        let text = try bench.ask(NoticeView.self, ["activity": "A1"], ViewRequest(asOf: day("2019-03-08"))).json["text"][language]
        return text.stringValue?.split(separator: "\n").map(String.init) ?? []
    }

    @Test func theFirstInvites() throws {
        #expect(
            try Self.lines(Self.bench()) == [
                "关于召开第三次例会的通知", "各位委员：", "兹定于下列时间召开第三次例会。现将有关事项通知如下：",
                "一、时间：2019年3月12日（星期二）9:00至11:30", "二、地点：二楼会议室", "三、参加人员：全体委员", "四、议程：",
                "（一）听取报告（民政办汇报）", "（二）审议预算",
                "五、请准时参加，并回复能否参加；因故不能参加的，请事先请假。联系人：办公室小王。", "测试", "2019年3月8日",
            ])
        #expect(
            try Self.lines(Self.bench(), "en") == [
                "Notice: 第三次例会", "To all members:", "第三次例会 takes place as follows:",
                "1. Time: 12 March 2019 (Tuesday), 9:00 to 11:30", "2. Place: 二楼会议室", "3. Who attends: all members", "4. Agenda:",
                "   1) 听取报告 (presented by 民政办)", "   2) 审议预算",
                "5. Please say whether you are coming, and ask for leave beforehand if you cannot. Contact: 办公室小王.", "测试", "8 March 2019",
            ])
    }

    /// What was told in the last notice, and not what was planned in between.
    @Test func afterAChangeItSaysWhatChanged() throws {
        let bench = try Self.bench(Self.issue, Self.reschedule)
        let lines = try Self.lines(bench)
        #expect(lines[0] == "关于调整第三次例会时间、地点的通知")
        #expect(
            lines[2]
                == "第三次例会有以下变更：时间由2019年3月12日（星期二）9:00至11:30改为2019年3月14日（星期四）14:00；地点由二楼会议室改为礼堂。变更后的安排如下：")
        #expect(lines[3] == "一、时间：2019年3月14日（星期四）14:00")
        let json = try bench.ask(NoticeView.self, ["activity": "A1"]).json
        #expect(json["kind"] == "change" && json["notices"][0]["means"] == ["message"] && json["notices"][0]["evidence"] == [8])
        #expect(
            json["changes"] == [
                ["what": "time", "from": "2019-03-12T09:00:00+08:00/2019-03-12T11:30:00+08:00", "to": "2019-03-14T14:00:00+08:00"],
                ["what": "place", "from": "二楼会议室", "to": "礼堂"],
            ])
        #expect(try bench.ask(ActivityView.self, ["activity": "A1"]).json["changedSinceNotice"] == json["changes"])
        // Once that is told, there is nothing new.
        try bench.record(#"{"command":"notice.issue","activity":"A1","occurred":"2019-03-07"}"#)
        #expect(try Self.lines(bench)[0] == "关于召开第三次例会的通知")
        #expect(try bench.ask(ActivityView.self, ["activity": "A1"]).json["changedSinceNotice"] == .null)
    }

    /// A notice that went out on 5 March has that day whenever it is printed; what is not told yet has the day on which it is asked for.
    @Test func itIsDatedByItsIssue() throws {
        func last(_ commands: String..., language: String = "zh") throws -> String? {
            let bench = try Self.bench()
            for command in commands { try bench.record(command) }
            return try Self.lines(bench, language).last
        }
        #expect(try last() == "2019年3月8日")
        #expect(try last(Self.issue) == "2019年3月5日" && last(Self.issue, language: "en") == "5 March 2019")
        #expect(try last(Self.issue, Self.reschedule) == "2019年3月8日")
        let again = #"{"command":"notice.issue","activity":"A1","occurred":"2019-03-07"}"#
        #expect(try last(Self.issue, Self.reschedule, again) == "2019年3月7日")
        let cancel = #"{"command":"activity.cancel","activity":"A1","reason":"汛情","occurred":"2019-03-06"}"#
        #expect(try last(Self.issue, cancel) == "2019年3月8日")
        #expect(try last(Self.issue, cancel, again) == "2019年3月7日")
    }

    /// Before a notice, a change is nothing to be told apart.
    @Test func aChangeBeforeTheFirstNoticeIsNone() throws {
        #expect(try Self.lines(Self.bench(Self.reschedule))[0] == "关于召开第三次例会的通知")
    }

    /// The schedule is entry 5: a correction after the notice is a change of what was told, and one before it is not; voiding the
    /// correction undoes that.
    @Test func whatWasToldIsWhatWasKnownThen() throws {
        let correction = #"{"command":"fact.correct","corrects":5,"set":{"place":"三楼"},"reason":"误记"}"#
        let after = try Self.bench(Self.issue, correction)
        #expect(try Self.lines(after)[2].contains("地点由二楼会议室改为三楼"))
        #expect(try Self.lines(Self.bench(correction, Self.issue))[0] == "关于召开第三次例会的通知")
        try after.record(#"{"command":"fact.void","corrects":9,"reason":"没有误记"}"#)
        #expect(try Self.lines(after)[0] == "关于召开第三次例会的通知")
        // The second notice told the third floor, which the voiding of the correction takes back.
        let undone = try Self.bench(
            Self.issue, correction, Self.issue, #"{"command":"fact.void","corrects":9,"reason":"没有误记"}"#)
        #expect(try Self.lines(undone)[2].contains("地点由三楼改为二楼会议室"))
    }

    @Test func whatIsCancelledIsCancelled() throws {
        let cancel = #"{"command":"activity.cancel","activity":"A1","reason":"汛情","occurred":"2019-03-07"}"#
        let lines = try Self.lines(Self.bench(Self.issue, Self.reschedule, cancel))
        // What was told is what is cancelled.
        #expect(
            lines == [
                "关于取消第三次例会的通知", "各位委员：",
                "原定于2019年3月12日（星期二）9:00至11:30在二楼会议室召开的第三次例会因故取消，请互相转告。", "测试", "2019年3月8日",
            ])
    }

    @Test func whoIsInvitedIsNamed() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"inspection","title":"视察河道","on":"2019-12-30/2020-01-02","invited":["M2","M1"]}"#)
        let json = try bench.ask(NoticeView.self, ["activity": "A1"]).json
        let text = json["text"]["zh"].stringValue ?? ""
        #expect(text.hasPrefix("关于举行视察河道的通知\n有关委员：") && text.contains("三、参加人员：李四、张三") == false)
        #expect(text.contains("一、时间：2019年12月30日（星期一）至2020年1月2日（星期四）\n二、参加人员：李四、张三"))
        #expect(json["invited"] == [["member": "M2", "name": "李四"], ["member": "M1", "name": "张三"]])
    }

    @Test func whoHasNotAnsweredIsToBeReminded() throws {
        let bench = try Self.bench(
            #"{"command":"member.join","member":"M4","name":"赵六","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M5","name":"钱七","from":"2019-04-01"}"#, Self.issue,
            #"{"command":"attendance.register","activity":"A1","member":"M3","occurred":"2019-03-06"}"#,
            #"{"command":"attendance.ask-leave","activity":"A1","member":"M1","occurred":"2019-03-06"}"#)
        func answers() throws -> [JSONValue] {
            try bench.ask(NoticeAnswersView.self, ["activity": "A1"]).json["members"].arrayValue?.map { [$0["member"], $0["answer"]] } ?? []
        }
        // M5 is not in office yet.
        #expect(try answers() == [["M3", "coming"], ["M1", "leave-asked"], ["M2", "none"], ["M4", "none"]])
        let lines = TextRenderer(.chinese).lines(try bench.ask(NoticeAnswersView.self, ["activity": "A1"]).document)
        #expect(lines.prefix(4) == [
            "A1 第三次例会  2019-03-12", "已通知 1 次，最近一次 2019-03-05", "参加 1 人、请假待批 1 人、未回复 2 人", "请提醒：李四、赵六",
        ])
        try bench.record(#"{"command":"attendance.grant-leave","activity":"A1","member":"M1","occurred":"2019-03-07"}"#)
        try bench.record(#"{"command":"attendance.excuse","activity":"A1","member":"M2","duty":"开会","occurred":"2019-03-07"}"#)
        #expect(try answers() == [["M3", "coming"], ["M1", "on-leave"], ["M2", "excused"], ["M4", "none"]])
    }
}
