import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Rendering
import Testing
import Views
import Wording

@Suite("Audit trails")
struct AuditTests {
    /// Entry 5, that M1 was there, is corrected by entry 7 in April.
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M2","occurred":"2019-03-01"}"#,
            #"{"command":"fact.void","corrects":5,"reason":"点错了人","occurred":"2019-04-01"}"#)
    }

    private static func positions(_ subject: String, _ bench: ViewBench, _ request: ViewRequest = ViewRequest()) throws -> [Int64] {
        try bench.ask(AuditView.self, ["subject": subject], request).trail.entries.map(\.recorded.position.value)
    }

    @Test func itHasEveryEntryAboutTheSubject() throws {
        let bench = try Self.bench()
        for subject in ["member:M1", "M1", "张三", "zs"] { #expect(try Self.positions(subject, bench) == [2, 5, 7], "\(subject)") }
        let json = try bench.ask(AuditView.self, ["subject": "A1"]).json
        #expect(json["subject"] == "activity:A1")
        #expect(json["entries"].arrayValue?.map { $0["entry"]["position"] } == [4, 5, 6, 7])
        #expect(json["entries"].arrayValue?.map { $0["correctedBy"] } == [[], [7], [], []])
        #expect(json["entries"][3]["entry"]["reason"] == "点错了人")
    }

    /// Who was recorded twice has one trail and one signature, under the id that goes on.
    @Test func duplicatesAreOne() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","kind":"joint","title":"案","signers":["M3","M2"],"occurred":"2019-03-01"}"#,
            #"{"command":"proposal.co-sign","proposal":"P1","member":"M1","occurred":"2019-03-02"}"#,
            #"{"command":"member.merge","member":"M3","into":"M1","reason":"同一人","occurred":"2019-04-01"}"#)
        for subject in ["M1", "M3"] { #expect(try Self.positions(subject, bench) == [2, 4, 5, 6, 7], "\(subject)") }
        #expect(try bench.ask(ProposalView.self, ["proposal": "P1"]).json["signers"] == ["M1", "M2"])
        #expect(try bench.ask(ProposalsView.self).json[0]["signers"] == ["M1", "M2"])
    }

    /// A name is shown to people; what is stored is sealed.
    @Test func whatIsSealedStaysSealedInWhatIsStored() throws {
        let audit = try Self.bench().ask(AuditView.self, ["subject": "M2"])
        #expect(TextRenderer(.chinese).render(audit.document).contains("李四"))
        #expect(audit.json["entries"][0]["entry"]["data"]["name"]["sealed"].stringValue != nil)
    }

    @Test func theDayAndTheStateOfKnowledgeReachItWhole() throws {
        let bench = try Self.bench()
        #expect(try Self.positions("A1", bench, ViewRequest(cut: .position(Position(6)))) == [4, 5, 6])
        // In February the activity was planned, and nobody had come.
        #expect(try Self.positions("A1", bench, ViewRequest(asOf: day("2019-02-01"))) == [4])
        // A correction, whenever it was made, belongs to what it corrects.
        #expect(try Self.positions("A1", bench, ViewRequest(asOf: day("2019-03-01"))) == [4, 5, 6, 7])
    }

    @Test func whatIsNotThereOrNotOneThingIsSaid() throws {
        let bench = try Self.bench()
        #expect(try bench.problem(AuditView.self, ["subject": "A9"]) == "no-such-subject")
        #expect(try bench.problem(AuditView.self, ["subject": "activity:A9"]) == "no-such-subject")
        #expect(try bench.problem(AuditView.self, ["subject": "A1"], ViewRequest(cut: .position(Position(3)))) == "no-such-subject")
        try bench.record(#"{"command":"work.file","work":"A1","kind":"report","title":"纪要","occurred":"2019-03-02"}"#)
        #expect(try bench.problem(AuditView.self, ["subject": "A1"]) == "ambiguous-subject")
        #expect(try Self.positions("work:A1", bench) == [8])
    }

    /// A list of objects is read by the titles of its fields, not as it is stored.
    @Test func aListOfObjectsIsInWords() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"全会","on":"2019-03-01"}"#,
            #"{"command":"activity.close","activity":"A1","outcomes":[{"kind":"suggestion","count":3}],"occurred":"2019-03-01"}"#,
            #"{"command":"ballot-rules.adopt","rules":"b","title":"办法","items":[{"kind":"decision","pass":{"moreThan":"1/2","of":"all"}}],"occurred":"2019-01-01"}"#,
            #"{"command":"ballot.call","activity":"A1","kind":"decision","method":"hands","title":"通过办法","occurred":"2019-03-01"}"#,
            #"{"command":"ballot.count","ballot":"B1","present":1,"votes":[{"answer":"for","votes":1},{"answer":"against","votes":0}],"occurred":"2019-03-01"}"#)
        func text(_ subject: String, _ language: Language) throws -> String {
            TextRenderer(language).render(try bench.ask(AuditView.self, ["subject": subject]).document)
        }
        #expect(try text("ballot:B1", .chinese).contains("得票：表态 赞成，票数 1；表态 反对，票数 0"))
        #expect(try text("ballot:B1", .english).contains("Votes: Answer for, Votes 1; Answer against, Votes 0"))
        for language in Language.allCases {
            #expect(try !text("ballot:B1", language).contains("{") && !text("activity:A1", language).contains("{"))
        }
    }

    /// Figures have their units, subjects their nouns, and a correction says what should have been, by its fields.
    @Test func figuresSubjectsAndCorrectionsAreInWords() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"inspection","title":"视察","on":"2019-03-01","occurred":"2019-02-01"}"#,
            #"{"command":"activity.close","activity":"A1","outcomes":[{"kind":"finding","text":"路灯不亮"},{"kind":"suggestion","count":3}],"quantities":[{"amount":250,"of":"hour"}],"occurred":"2019-03-01"}"#,
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":150000,"member":"M1","purpose":"慰问","occurred":"2019-03-02"}"#,
            #"{"command":"fact.correct","corrects":5,"set":{"amount":160000},"when":"2019-03-03","reason":"看错","occurred":"2019-03-04"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"plan: T\ntitle: 试\nyear: 2019\ntargets:\n  - {id: a, title: 加分, for: member, score: by-hand}\n"}"#,
            #"{"command":"points.award","award":"G1","plan":"T","target":"a","member":"M1","points":250,"reason":"好","occurred":"2019-03-05"}"#,
            #"{"command":"commendation.record","title":"好活动","kind":"model","level":"city","what":"activity:A1","occurred":"2019-03-06"}"#,
            #"{"command":"fact.void","corrects":9,"reason":"重复","occurred":"2019-03-07"}"#)
        for (subject, language, line) in [
            ("activity:A1", Language.chinese, "成果：类型 发现问题，内容 路灯不亮；数量 3，类型 建议"), ("activity:A1", .chinese, "数量：2.50 小时"),
            ("donation:D1", .chinese, "金额：1,500 元"), ("donation:D1", .english, "Amount: 1,500 yuan"), ("donation:D1", .chinese, "#5  2019-03-02  爱心捐助  捐助 D1、委员 M1"),
            ("donation:D1", .chinese, "更正的条目：#5"), ("donation:D1", .chinese, "金额：1,600 元"), ("donation:D1", .chinese, "实际发生时间：2019-03-03"),
            ("award:G1", .chinese, "分数：2.50 分"), ("award:G1", .english, "Points: 2.50"), ("commendation:H1", .chinese, "类型：典型"),
            ("commendation:H1", .chinese, "作废的条目：#9"), ("commendation:H1", .chinese, "受表彰的事项：活动 A1"),
        ] {
            let document = try bench.ask(AuditView.self, ["subject": subject]).document
            let lines = TextRenderer(language).lines(document).map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(lines.contains(line), "\(subject): \(lines)")
        }
    }

    /// Fields and codes of what a meeting did are in the words of the office: no field is shown by the name that it is stored under.
    @Test func fieldsAndCodesAreInWords() throws {
        let bench = try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"全会","on":"2019-03-01","occurred":"2019-02-01"}"#,
            #"{"command":"agenda.add","activity":"A1","title":"听取报告","occurred":"2019-02-02"}"#,
            #"{"command":"notice.issue","activity":"A1","means":["paper","message"],"occurred":"2019-02-20"}"#,
            #"{"command":"speech.record","activity":"A1","members":["M1","M2"],"form":"written","title":"联合发言","occurred":"2019-03-01"}"#,
            #"{"command":"agenda.end","item":"I1","outcome":"postponed","occurred":"2019-03-01"}"#,
            #"{"command":"decision.record","activity":"A1","kind":"opinion","title":"意见","occurred":"2019-03-01"}"#,
            #"{"command":"petition.receive","kind":"letter","title":"路灯","occurred":"2019-03-05"}"#,
            #"{"command":"petition.hand-over","petition":"L1","to":"供电所","way":"transfer","occurred":"2019-03-06"}"#)
        func lines(_ subject: String, _ language: Language) throws -> [String] {
            TextRenderer(language).lines(try bench.ask(AuditView.self, ["subject": subject]).document).map { $0.trimmingCharacters(in: .whitespaces) }
        }
        for (subject, line) in [
            ("speech:F1", "形式：书面"), ("notice:N1", "通知方式：书面、短信、微信"), ("agenda-item:I1", "结果：延期"), ("decision:R1", "类型：审议意见"),
            ("petition:L1", "方式：来信"), ("petition:L1", "交办或转办：转办"),
        ] {
            let found = try lines(subject, .chinese)
            #expect(found.contains { $0.hasPrefix(line) }, "\(subject): \(found)")
        }
        #expect(try lines("petition:L1", .english).contains("Way: passed on"))
        // Nothing before a colon is a stored name, such as "title:" or "handed-over:".
        for subject in ["speech:F1", "notice:N1", "agenda-item:I1", "decision:R1", "petition:L1", "activity:A1"] {
            for line in try lines(subject, .chinese) where line.contains("：") || line.contains(": ") {
                let title = line.split(whereSeparator: { $0 == "：" || $0 == ":" }).first ?? ""
                #expect(line.hasPrefix("#") || !title.unicodeScalars.allSatisfy(\.isASCII), "\(line)")
            }
        }
    }
}
