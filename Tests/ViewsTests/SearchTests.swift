import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing
import Views
import Wording

@Suite("Finding by name, pinyin, id and title")
struct SearchTests {
    private static func bench() throws -> ViewBench {
        try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"单雄信","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M3","name":"单熊心","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M4","name":"买买提·艾力","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"S1","kind":"study","title":"学习章程","on":"2019-03-01","occurred":"2019-02-01"}"#,
            #"{"command":"work.file","work":"W1","kind":"report","title":"《学习章程》纪要","occurred":"2019-03-02"}"#,
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":100,"occurred":"2019-03-03"}"#)
    }

    private static func found(_ text: String, in bench: ViewBench, _ request: ViewRequest = ViewRequest()) throws -> [String] {
        try bench.ask(SearchView.self, ["text": text], request).rows.map { "\($0.subject) \($0.fit.rawValue)" }
    }

    @Test func whatATextFinds() throws {
        let bench = try Self.bench()
        for (text, expected) in [
            ("张三", ["member:M1 name"]), ("单", ["member:M2 name", "member:M3 name"]), ("zs", ["member:M1 pinyin"]),
            // Names read 单 as shan, not as dan.
            ("shanxiong", ["member:M2 pinyin", "member:M3 pinyin"]), ("danxiong", []), ("ｍ２", ["member:M2 id"]),
            ("买买提.艾力", ["member:M4 name"]), ("章程", ["activity:S1 title", "work:W1 title"]), ("s1", ["activity:S1 id"]),
            ("donation:D1", ["donation:D1 id"]), ("没有", []),
        ] { #expect(try Self.found(text, in: bench) == expected, "\(text)") }
        #expect(try bench.problem(SearchView.self, ["text": " "]) == "parameter-missing")
    }

    @Test func whatIsNotThereYetIsNotFound() throws {
        let bench = try Self.bench()
        #expect(try Self.found("章程", in: bench, ViewRequest(asOf: day("2019-02-15"))) == ["activity:S1 title"])
        #expect(try Self.found("D1", in: bench, ViewRequest(asOf: day("2019-02-15"))) == [])
        #expect(try Self.found("章程", in: bench, ViewRequest(cut: .position(Position(6)))) == ["activity:S1 title"])
        try bench.record(#"{"command":"fact.void","corrects":7,"reason":"重复"}"#)
        #expect(try Self.found("W1", in: bench) == [])
    }

    @Test func aDuplicateIsFoundAsTheMemberWhoGoesOn() throws {
        let bench = try Self.bench()
        try bench.record(#"{"command":"member.merge","member":"M3","into":"M2","reason":"同一人"}"#)
        #expect(try Self.found("单", in: bench) == ["member:M2 name"])
        #expect(try Self.found("M3", in: bench) == ["member:M3 id"])
    }

    /// A question takes a member as a command does.
    @Test func aQuestionTakesANameOrPinyin() throws {
        let bench = try Self.bench()
        for text in ["M1", "张三", "zs", "ZS", "zhangsan"] {
            #expect(try bench.ask(MemberView.self, ["member": text]).member == id("M1"), "\(text)")
        }
        #expect(try bench.ask(ExplainView.self, ["subject": "zs"]).json["member"] == "M1")
        #expect(try bench.problem(MemberView.self, ["member": "sxx"]) == "several-members-fit")
        #expect(try bench.problem(MemberView.self, ["member": "ls"]) == "no-such-member")
    }

    /// Long names are typed as far as they are told apart; a surname alone stands for nobody. Who has the name of another
    /// is told apart by sector and group.
    @Test func namesAreBegunAndToldApart() throws {
        let bench = try Self.bench()
        for text in ["买买提", "买买提·艾", "m4", " 买买提・艾力 "] {
            #expect(try bench.ask(MemberView.self, ["member": text]).member == id("M4"), "\(text)")
        }
        #expect(try bench.problem(MemberView.self, ["member": "张"]) == "no-such-member")
        try bench.record(
            #"{"command":"member.join","member":"M5","name":"张三","from":"2019-01-01","sector":"经济","groups":["一组"]}"#)
        let lookup = MemberLookup(bench.book, try bench.book.state(), on: day("2019-07-01"), for: ViewBench.purpose)
        #expect { try lookup.member("张三") } throws: { error in
            (error as? Problem)?.phrase.zh == "与“张三”相符的不止一人：M1 张三、M5 张三（经济、一组）。请写编号。"
        }
        // What was given up is not shown as held, and what ends on a known day is until then; who left is marked.
        for line in [
            #"{"command":"member.release","member":"M5","of":{"kind":"group","name":"一组"},"on":"2019-03-31","occurred":"2019-03-31"}"#,
            #"{"command":"member.assign","member":"M5","to":{"kind":"group","name":"二组"},"from":"2019-04-01","until":"2019-12-31","occurred":"2019-04-01"}"#,
            #"{"command":"member.leave","member":"M1","on":"2019-04-30","occurred":"2019-04-30"}"#,
        ] { try bench.record(line) }
        let later = MemberLookup(bench.book, try bench.book.state(), on: day("2019-07-01"), for: ViewBench.purpose)
        #expect { try later.member("张三") } throws: { error in
            (error as? Problem)?.phrase.zh == "与“张三”相符的不止一人：M1 张三（2019-04-30 离任）、M5 张三（经济、二组）。请写编号。"
        }
        #expect(try bench.ask(SearchView.self, ["text": "张三"]).json.arrayValue?.map { $0["left"] } == ["2019-04-30", .null])
        // What can be no id and fits nobody is said to be a member that is not there.
        var checkIn = JSONObject()
        checkIn["members"] = ["赵六"]
        let command = try #require(CommandCatalogue["attendance.check-in"])
        #expect { try lookup.resolving(checkIn, of: command) } throws: { error in
            (error as? Problem)?.phrase.zh == "簿中没有委员“赵六”。"
        }
        var erase = JSONObject()
        erase["owner"] = "单雄信"
        #expect(try lookup.resolving(erase, of: try #require(CommandCatalogue["personal-data.erase"]))["owner"] == "member:M2")
    }

    @Test func aCommandNamesMembersByNameOrPinyin() throws {
        let bench = try Self.bench()
        let lookup = MemberLookup(bench.book, try bench.book.state(), on: day("2019-07-01"), for: ViewBench.purpose)
        func resolved(_ command: String, _ object: JSONObject) throws -> JSONValue {
            .object(try lookup.resolving(object, of: try #require(CommandCatalogue[command])))
        }
        var checkIn = JSONObject()
        checkIn["members"] = ["zs", "单雄信", "M4", "nobody"]
        #expect(try resolved("attendance.check-in", checkIn)["members"] == ["M1", "M2", "M4", "nobody"])
        var merge = JSONObject()
        merge["member"] = "单熊心"
        merge["into"] = "单雄信"
        #expect(try resolved("member.merge", merge) == ["member": "M3", "into": "M2"])
        // Who joins has no name in the book yet; a text is no member.
        var join = JSONObject()
        join["member"] = "zs"
        join["name"] = "zs"
        #expect(try resolved("member.join", join) == ["member": "zs", "name": "zs"])
        var ambiguous = JSONObject()
        ambiguous["member"] = "sxx"
        #expect(throws: Problem.self) { try resolved("attendance.check-in", ambiguous) }
    }
}
