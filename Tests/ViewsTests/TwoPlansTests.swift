import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Testing
import Views
import Wording

/// A body's plan and its members' for one day: every place shows both, the one that begins last first, or the one that is named.
@Suite("Two plans for one day")
struct TwoPlansTests {
    /// The body's plan is of 2019 and asks for visits; the members' is of the session year, and gives 10 points for each. M1 was
    /// visited in October 2018 and in March 2019, before which there was a meeting in November that M2 missed.
    private static func bench() throws -> ViewBench {
        let body = #"plan: B\ntitle: 单位\nyear: 2019\ntargets:\n  - {id: a, title: 走访, points: 10, score: {each: 2}, acts: {visits: any}}\n"#
        let members = #"plan: M\ntitle: 委员\nperiod: 2018-07-01/2019-06-30\ntargets:\n  - {id: b, title: 受访, for: member, points: 50, score: {each: 10}, acts: {visits: any}}\n"#
        return try ViewBench(
            #"{"command":"member.join","member":"M1","name":"张三","from":"2018-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"李四","from":"2018-01-01"}"#,
            #"{"command":"plan.adopt","plan":"M","title":"委员","year":2018,"from":"2018-07-01","until":"2019-06-30","text":"\#(members)"}"#,
            #"{"command":"plan.adopt","plan":"B","title":"单位","year":2019,"text":"\#(body)"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"例会","on":"2018-11-01","occurred":"2018-10-20"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2018-11-01"}"#,
            #"{"command":"visit.record","visit":"V1","members":["M1"],"occurred":"2018-10-01"}"#,
            #"{"command":"visit.record","visit":"V2","members":["M1"],"occurred":"2019-03-01"}"#)
    }

    private static let asked = ViewRequest(asOf: day("2019-05-01"))

    private func answers(_ view: String, _ arguments: ViewArguments = [:], _ request: ViewRequest) throws -> [JSONValue] {
        let bench = try Self.bench()
        defer { withExtendedLifetime(bench) {} }
        let view = try #require(ViewCatalogue[view]).init(bench.context(request), arguments)
        let titles = view.document.sections.map(\.title.zh).joined()
        let beside = view.json["beside"].arrayValue ?? []
        // What people read names a plan where there are two.
        #expect(beside.isEmpty || titles.contains("委员") || titles.contains("M") || TextRenderer(.chinese).render(view.document).contains("M"))
        return [view.json] + beside
    }

    @Test(arguments: [("status", [:]), ("register", [:]), ("member", ["member": "M1"]), ("explain", ["subject": "M1"]), ("diff", [:])] as [(String, ViewArguments)])
    func bothAreShown(view: String, arguments: ViewArguments) throws {
        var request = Self.asked
        request.since = .position(Position(8))
        #expect(try answers(view, arguments, request).map { $0["plan"] } == ["B", "M"])
        for plan in ["B", "M"] {
            request.plan = plan
            #expect(try answers(view, arguments, request).map { $0["plan"] } == [.string(plan)], "\(plan)")
        }
    }

    @Test func eachSaysWhatIsItsOwn() throws {
        let file = try answers("member", ["member": "M1"], Self.asked)
        #expect(file[0]["points"] == .null && file[1]["points"] == 2_000 && file[1]["account"].arrayValue?.isEmpty == false)
        // The meeting was in the members' year alone.
        let register = try answers("register", [:], Self.asked)
        #expect(register[0]["members"] == [] && register[1]["members"].arrayValue?.map { $0["absent"] } == [0, 1])
        // Entry 9 is the visit of March.
        var request = Self.asked
        request.since = .position(Position(8))
        let changes = try answers("diff", [:], request).map { $0["changes"].arrayValue ?? [] }
        #expect(changes[0].contains { $0["figure"]["target"] == "a" && $0["before"]["points"] == 0 && $0["after"]["points"] == 200 })
        #expect(changes[1].contains { $0["figure"]["member"] == "M1" && $0["before"]["points"] == 1_000 && $0["after"]["points"] == 2_000 })
    }

    /// The year-end report has the plans of its year; the session year began in another.
    @Test func theReportHasThePlansOfItsYear() throws {
        let bench = try Self.bench()
        try bench.record(
            #"{"command":"plan.adopt","plan":"C","title":"另一","year":2019,"text":"plan: C\ntitle: 另一\nyear: 2019\ntargets:\n  - {id: c, title: 走访, points: 10, score: {each: 2}, acts: {visits: any}}\n"}"#)
        let context = try bench.context()
        #expect(try context.adoptedPlan(of: 2019)?.id.description == "C")
        #expect(try context.plansBeside(of: 2019).map(\.id.description) == ["B"] && context.plansBeside(of: 2018).isEmpty)
        #expect(try bench.context(ViewRequest(plan: "B")).plansBeside(of: 2019).isEmpty)
    }

    /// Two plans of the same days have one register.
    @Test func theSameDaysAreOneRegister() throws {
        let bench = try Self.bench()
        let third = #"plan: C\ntitle: 另一\nyear: 2019\ntargets:\n  - {id: c, title: 走访, points: 10, score: {each: 2}, acts: {visits: any}}\n"#
        try bench.record(#"{"command":"plan.adopt","plan":"C","title":"另一","year":2019,"text":"\#(third)"}"#)
        let register = try bench.ask(RegisterView.self, [:], Self.asked).json
        #expect(register["plan"] == "C" && register["beside"].arrayValue?.map { $0["plan"] } == ["M"])
    }
}
