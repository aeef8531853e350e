import Bookkeeping
import CanonicalJSON
import EventLog
import Testing

/// What a body did in 2019, and what it corrected of it, in the order of recording.
enum CorrectedYear {
    struct Step {
        /// The day by which it had happened; of a correction, the day of what it corrects, as that is now. What was written
        /// down later of an activity that was over belongs to the activity's day.
        let happened: String
        /// JSON without the command's id. `@name` is the first position of the step of that name.
        let command: String
        let name: String?

        init(_ happened: String, _ command: String, name: String? = nil) {
            self.happened = happened
            self.command = command
            self.name = name
        }
    }

    private static let plan = """
        plan: T\\ntitle: 试\\nyear: 2019\\ntargets:\\n\
          - {id: \\"1\\", title: 学习, points: 10, score: {each: 3}, acts: {activities: study, attendance: 50%}}\\n\
          - {id: \\"2\\", title: 到会, for: member, points: 100, score: {award: {present: 1}}, acts: {activities: study}}\\n\
          - {id: \\"3\\", title: 提案, require: [{proposals: any, at-least: 2}]}\\n\
          - {id: \\"4\\", title: 捐助, require: [{donations: any, at-least: 2}]}\\n\
          - {id: \\"5\\", title: 走访, require: [{visits: any, at-least: 2}]}\\n\
          - {id: \\"6\\", title: 发言, for: member, points: 4, score: {each: 2}, acts: {speeches: any, at: study}}\\n\
          - {id: \\"7\\", title: 投票, require: [{ballots: election, result: elected, at-least: 1}]}\\n\
          - {id: \\"8\\", title: 审议意见, require: [{decisions: opinion, reached: handled, at-least: 1}]}\\n\
          - {id: \\"9\\", title: 来信来访, require: [{petitions: any, reached: answered, at-least: 1}]}\\n\
          - {id: \\"10\\", title: 典型, require: [{commendations: any, kind: model, at-least: 1}]}\\n\
        calendar:\\n  - {id: C1, title: 春季学习, when: 2019年3月上旬, kind: study}\\n
        """

    private static let limits =
        #"[{"step":"hand-over","workingDays":10,"article":"一"},{"step":"answer","months":3,"article":"二"},"#
        + #"{"step":"joint","workingDays":30,"article":"三"},{"step":"rate","workingDays":20,"article":"四"},"#
        + #"{"step":"suggestion","months":3,"article":"五"}]"#

    static let steps = beginning + spring + summer + meetings

    /// What meetings did.
    private static let meetings = [
        Step("2019-06-05", #"{"command":"notice.issue","activity":"A2","means":["message"],"occurred":"2019-06-05"}"#),
        Step("2019-06-12", #"{"command":"activity.reschedule","activity":"A2","on":"2019-06-18","place":"礼堂","reason":"地方小","occurred":"2019-06-12"}"#),
        Step("2019-06-13", #"{"command":"notice.issue","activity":"A2","means":["message","phone"],"occurred":"2019-06-13"}"#, name: "n2"),
        Step("2019-06-13", #"{"command":"fact.void","corrects":@n2,"reason":"没有发出","occurred":"2019-06-14"}"#),
        Step("2019-06-10", #"{"command":"agenda.add","item":"I1","activity":"A2","title":"学习条例","presenter":"办公室","occurred":"2019-06-10"}"#),
        Step("2019-06-11", #"{"command":"agenda.add","item":"I2","activity":"A2","title":"交流体会","members":["M4"],"occurred":"2019-06-11"}"#, name: "i2"),
        Step("2019-06-12", #"{"command":"agenda.move","item":"I2","number":1,"occurred":"2019-06-12"}"#, name: "i2first"),
        Step("2019-06-18", #"{"command":"agenda.end","item":"I1","outcome":"dealt-with","occurred":"2019-06-18"}"#),
        Step("2019-06-18", #"{"command":"speech.record","speech":"F1","activity":"A2","item":"I2","members":["M4","M1"],"form":"oral","title":"体会","occurred":"2019-06-18"}"#, name: "f1"),
        Step("2019-06-18", #"{"command":"speech.record","activity":"A2","members":["M3"],"form":"written","title":"书面发言","occurred":"2019-06-18"}"#, name: "f2"),
        Step("2019-06-18", #"{"command":"fact.correct","corrects":@f1,"set":{"members":["M4"]},"reason":"一人发言","occurred":"2019-06-19"}"#),
        Step("2019-06-18", #"{"command":"fact.void","corrects":@f2,"reason":"没有提交","occurred":"2019-06-20"}"#),
        Step("2019-06-19", #"{"command":"minutes.draft","activity":"A2","text":"第一稿","occurred":"2019-06-19"}"#),
        Step("2019-06-20", #"{"command":"minutes.approve","minutes":"K1","approvedBy":"主席","occurred":"2019-06-20"}"#, name: "approval"),
        Step("2019-06-21", #"{"command":"minutes.draft","activity":"A2","text":"第二稿","occurred":"2019-06-21"}"#),
        Step("2019-06-20", #"{"command":"fact.void","corrects":@approval,"reason":"还没有审定","occurred":"2019-06-22"}"#),
        Step("2019-06-12", #"{"command":"fact.void","corrects":@i2first,"reason":"次序不变","occurred":"2019-06-19"}"#),
        Step("2019-06-11", #"{"command":"fact.correct","corrects":@i2,"set":{"title":"交流学习体会"},"reason":"误记","occurred":"2019-06-19"}"#),
    ]

    private static let beginning = [
        Step(
            "2019-01-01",
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01","sector":"教育","birthday":"03-08"}"#),
        Step("2019-01-01", #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01","roles":["组长"]}"#),
        Step("2019-01-01", #"{"command":"member.join","member":"M3","name":"王五","from":"2019-01-01"}"#),
        Step("2019-01-02", #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(plan)"}"#),
        Step("2019-01-02", #"{"command":"rules.adopt","rules":"R","title":"办理规则","limits":\#(limits)}"#),
        Step(
            "2019-01-10",
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习章程","on":"2019-03-01","occurred":"2019-01-10"}"#),
        Step(
            "2019-02-01",
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"学习条例","on":"2019-06-15","occurred":"2019-02-01"}"#,
            name: "a2"),
        Step(
            "2019-02-10",
            #"{"command":"visit.record","visit":"V1","members":["M1","M2"],"area":"东河村","occurred":"2019-02-10"}"#),
        Step("2019-03-01", #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2019-03-01"}"#),
        Step("2019-03-01", #"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-03-01"}"#, name: "in2"),
        Step("2019-03-01", #"{"command":"attendance.mark-absent","activity":"A1","member":"M3","occurred":"2019-03-01"}"#),
    ]

    private static let spring = [
        Step(
            "2019-03-02",
            #"{"command":"proposal.file","proposal":"P1","title":"修路","kind":"joint","signers":["M1","M2"],"occurred":"2019-03-02"}"#),
        Step(
            "2019-03-03",
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":100000,"member":"M1","purpose":"修桥","occurred":"2019-03-03"}"#,
            name: "d1"),
        Step(
            "2019-03-04",
            #"{"command":"donation.receive","donation":"D2","kind":"money","amount":50000,"donor":"某人","purpose":"修桥","occurred":"2019-03-04"}"#,
            name: "d2"),
        Step(
            "2019-03-05",
            #"{"command":"proposal.file","proposal":"P2","title":"路灯","kind":"individual","signers":["M3"],"occurred":"2019-03-05"}"#,
            name: "p2"),
        Step("2019-03-06", #"{"command":"attachment.add","name":"纪要","to":"activity:A1","occurred":"2019-03-06"}"#),
        Step("2019-03-10", #"{"command":"proposal.accept","proposal":"P1","number":"19-001","occurred":"2019-03-10"}"#),
        Step(
            "2019-03-12",
            #"{"command":"suggestion.submit","suggestion":"S1","kind":"social-opinion","title":"井盖","members":["M2"],"occurred":"2019-03-12"}"#),
        Step(
            "2019-03-12",
            #"{"command":"proposal.hand-over","proposal":"P1","lead":"交通局","joint":["城管办"],"occurred":"2019-03-12"}"#),
        Step("2019-03-04", #"{"command":"fact.void","corrects":@d2,"reason":"登记两次","occurred":"2019-03-20"}"#, name: "voidD2"),
        Step("2019-03-05", #"{"command":"fact.correct","corrects":@p2,"set":{"title":"路灯不亮"},"reason":"误记","occurred":"2019-03-25"}"#),
        Step("2019-03-01", #"{"command":"fact.void","corrects":@in2,"reason":"没有到会","occurred":"2019-04-01"}"#),
        Step(
            "2019-04-15",
            #"{"command":"fund.spend","expense":"E1","purpose":"修桥","amount":60000,"activity":"A1","occurred":"2019-04-15"}"#),
        Step(
            "2019-04-20",
            #"{"command":"donation.receive","donation":"D3","kind":"goods","goods":"棉衣","value":30000,"member":"M3","occurred":"2019-04-20"}"#),
        Step("2019-04-25", #"{"command":"suggestion.hand-over","suggestion":"S1","to":"城管局","occurred":"2019-04-25"}"#),
        Step("2019-05-01", #"{"command":"member.join","member":"M4","name":"赵六","from":"2019-05-01","occurred":"2019-05-01"}"#),
    ]

    private static let summer = [
        Step(
            "2019-06-02", #"{"command":"visit.record","visit":"V2","members":["M3"],"area":"西河村","occurred":"2019-05-05"}"#,
            name: "v2"),
        Step(
            "2019-05-20",
            #"{"command":"proposal.answer","proposal":"P1","unit":"交通局","class":"B","text":"年内修","occurred":"2019-05-20"}"#),
        Step(
            "2019-05-20",
            #"{"command":"proposal.commit","proposal":"P1","unit":"交通局","what":"年内修","due":"2019-09-30","occurred":"2019-05-20"}"#),
        Step("2019-03-03", #"{"command":"fact.correct","corrects":@d1,"set":{"amount":120000},"reason":"点错","occurred":"2019-05-25"}"#),
        Step("2019-06-01", #"{"command":"attendance.ask-leave","activity":"A2","member":"M3","occurred":"2019-06-01"}"#),
        // Its visit was in June.
        Step("2019-06-02", #"{"command":"fact.correct","corrects":@v2,"when":"2019-06-02","reason":"误记","occurred":"2019-06-03"}"#),
        Step(
            "2019-06-05",
            #"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"satisfied","occurred":"2019-06-05"}"#,
            name: "rating"),
        Step(
            "2019-06-10",
            #"{"command":"activity.reschedule","activity":"A2","on":"2019-06-18","reason":"下雨","occurred":"2019-06-10"}"#),
        Step(
            "2019-06-10",
            #"{"command":"member.assign","member":"M3","to":{"kind":"role","name":"副组长"},"from":"2019-06-10","occurred":"2019-06-10"}"#),
        Step("2019-06-18", #"{"command":"attendance.check-in","activity":"A2","members":["M1","M4"],"occurred":"2019-06-18"}"#),
        Step("2019-06-20", #"{"command":"member.leave","member":"M2","on":"2019-06-20","occurred":"2019-06-20"}"#),
        // What is on file for an activity is of the day on which it was filed.
        Step(
            "2019-06-25",
            #"{"command":"work.file","work":"W1","kind":"reflection","title":"体会","activity":"A2","authors":["M4"],"occurred":"2019-06-25"}"#),
        Step("2019-06-26", #"{"command":"suggestion.answer","suggestion":"S1","unit":"城管局","text":"已补","occurred":"2019-06-26"}"#),
        Step("2019-06-05", #"{"command":"fact.void","corrects":@rating,"reason":"评价的是另一件","occurred":"2019-07-01"}"#),
        // The donation counts again.
        Step("2019-03-04", #"{"command":"fact.void","corrects":@voidD2,"reason":"并没有登记两次","occurred":"2019-07-02"}"#),
        Step(
            "2019-07-02", #"{"command":"commendation.record","title":"优秀委员","level":"city","members":["M4"],"occurred":"2019-07-02"}"#),
        Step("2019-06-16", #"{"command":"ballot-rules.adopt","rules":"B","title":"选举办法","items":[{"kind":"election","pass":{"moreThan":"1/2","of":"all"}}],"occurred":"2019-06-16"}"#),
        Step(
            "2019-06-17",
            #"{"command":"ballot.call","activity":"A2","kind":"election","method":"secret","title":"推选组长","seats":1,"options":[{"member":"M1"},{"member":"M4"}],"occurred":"2019-06-17"}"#),
        Step(
            "2019-06-18",
            #"{"command":"ballot.count","ballot":"B1","present":2,"issued":2,"returned":2,"votes":[{"of":1,"answer":"for","votes":2},{"of":2,"answer":"for","votes":0}],"occurred":"2019-06-18"}"#,
            name: "count"),
        Step(
            "2019-06-18",
            #"{"command":"fact.correct","corrects":@count,"set":{"votes":[{"of":1,"answer":"for","votes":1},{"of":2,"answer":"for","votes":1}]},"reason":"记错","occurred":"2019-07-03"}"#),
        Step("2019-06-19", #"{"command":"decision.record","decision":"R1","kind":"opinion","title":"审议意见","activity":"A2","occurred":"2019-06-19"}"#),
        Step(
            "2019-06-21", #"{"command":"decision.hand-over","decision":"R1","to":"城管局","due":"2019-07-01","occurred":"2019-06-21"}"#,
            name: "given"),
        Step("2019-06-21", #"{"command":"fact.correct","corrects":@given,"set":{"due":"2019-08-01"},"reason":"记错","occurred":"2019-07-03"}"#),
        Step(
            "2019-05-15",
            #"{"command":"activity.schedule","activity":"A3","kind":"duty","title":"代表接待日","on":"2019-06-28","invited":["M1"],"occurred":"2019-05-15"}"#),
        Step(
            "2019-06-28",
            #"{"command":"petition.receive","petition":"L1","kind":"visit","title":"路灯","from":"某人","matter":"路灯不亮","activity":"A3","members":["M1"],"occurred":"2019-06-28"}"#,
            name: "brought"),
        Step("2019-06-28", #"{"command":"fact.correct","corrects":@brought,"set":{"title":"路灯不亮"},"reason":"记错","occurred":"2019-07-03"}"#),
        Step("2019-06-29", #"{"command":"petition.hand-over","petition":"L1","to":"城管局","way":"handle","due":"2019-07-20","occurred":"2019-06-29"}"#),
        Step(
            "2019-06-18",
            #"{"command":"duty-report.record","report":"J1","member":"M4","activity":"A2","form":"oral","title":"述职","occurred":"2019-06-18"}"#,
            name: "reported"),
        Step("2019-06-18", #"{"command":"fact.correct","corrects":@reported,"set":{"title":"履职报告"},"reason":"记错","occurred":"2019-07-03"}"#),
        Step("2019-07-03", #"{"command":"proposal.draft","proposal":"P3","title":"停车","signers":["M4"],"occurred":"2019-07-03"}"#),
        Step("2019-06-15", #"{"command":"appeal.file","member":"M2","plan":"T","target":"2","why":"三月也到了","occurred":"2019-06-15"}"#),
        Step("2019-06-20", #"{"command":"appeal.answer","appeal":"O1","outcome":"upheld","answer":"签到表上有签名","occurred":"2019-06-20"}"#),
        Step(
            "2019-06-25",
            #"{"command":"points.award","plan":"T","target":"2","points":100,"member":"M2","appeal":"O1","reason":"申诉成立","occurred":"2019-06-25"}"#),
    ]
}

/// Records steps into a book; what is left out is a calendar of an age that nobody asks about, so that entries have the same
/// positions.
final class YearRecorder {
    private let bench: ViewBench
    private var positions: [String: Int64] = [:]

    init(_ bench: ViewBench) { self.bench = bench }

    /// - Returns: the last position.
    @discardableResult
    func record(_ step: CorrectedYear.Step) throws -> Int64 {
        let first = try bench.book.lastPosition().value + 1
        var command = step.command
        for (name, position) in positions { command = command.replacing("@\(name),", with: "\(position),") }
        if let name = step.name { positions[name] = first }
        if command.contains("attachment.add") {
            try bench.attach("会议纪要", Array(identified(command).utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue ?? JSONObject())
        } else {
            try bench.record(identified(command))
        }
        return try bench.book.lastPosition().value
    }

    func leaveOut(_ step: CorrectedYear.Step, upTo position: Int64) throws {
        if let name = step.name { positions[name] = try bench.book.lastPosition().value + 1 }
        while try bench.book.lastPosition().value < position {
            let year = try 2100 + bench.book.lastPosition().value
            try bench.record(identified(#"{"command":"work-calendar.adopt","year":"\#(year)"}"#))
        }
    }

    /// Under an id that is the same at that place of every book.
    private func identified(_ command: String) throws -> String {
        let id = try "00000000-0000-4000-8000-00000000\(1000 + bench.book.lastPosition().value)"
        return #"{"id":"\#(id)","# + command.dropFirst()
    }
}
