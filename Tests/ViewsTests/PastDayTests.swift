import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import TestSupport
import Testing
import Views

/// A figure as of a past day is not changed by anything that happened later, whatever is recorded. A correction of what happened
/// by then does change it, and so does a sheet that is typed in later: those are what was found out, and not what happened.
@Suite("Figures of a past day stay")
struct PastDayTests {
    private static let past = "2019-05-20"

    private static let correctsThePlan = #""corrects":2,"#

    private static let plan = """
        plan: Y\\ntitle: 计划\\nyear: 2019\\ngrades: [{from: 60, title: 合格}, {from: 0, title: 不合格}]\\ntargets:\\n\
          - {id: \\"1\\", title: 出勤, for: member, points: 50, start: full, score: {deduct: {absent: 5, late: 1}}, acts: {activities: any}}\\n\
          - {id: \\"2\\", title: 日常, for: member, score: by-hand}\\n\
          - {id: \\"3\\", title: 总结, mark: by-hand}\\n\
          - {id: G, title: 各组, for: group, score: by-hand}\\n\
          - {id: \\"4\\", title: 提案, for: member, score: {share: 10, lead: 50%}, acts: {proposals: any, reached: accepted}}\\n\
          - {id: \\"5\\", title: 会议, score: {each: 1}, acts: {activities: any, attendance: 50%}}\\n\
          - {id: \\"6\\", title: 到会率, require: [{turnout: any, at-least: 80%}]}\\n\
          - {id: \\"7\\", title: 新任, require: [{members: joined, at-least: 2}]}\\n\
          - {id: \\"8\\", title: 捐助, require: [{average: donations, at-least: 10 元}]}\\n\
          - {id: \\"9\\", title: 走访, for: member, require: [{visits: any, at-least: 1}]}\\n\
          - {id: \\"10\\", title: 建议, for: member, score: {each: 2}, acts: {suggestions: any, reached: answered}}\\n\
          - {id: \\"11\\", title: 组长, for: office-holder, role: 甲, score: {each: 1}, acts: {visits: any}}\\n\
          - {id: \\"12\\", title: 表彰, for: member, score: {each: 2}, acts: {commendations: any}}\\n
        """

    @Test(arguments: 1...6)
    func laterEventsChangeNothing(seed: UInt64) throws {
        var commands = CommandGenerator(seed: seed)
        let bench = try ViewBench()
        try bench.record(#"{"command":"plan.adopt","plan":"Y","title":"计划","year":2019,"text":"\#(Self.plan)"}"#)
        for index in 1...6 {
            try bench.record(#"{"command":"member.join","member":"M\#(index)","name":"委员\#(index)","from":"2019-01-01"}"#)
        }
        for _ in 0..<24 { try execute(next(25, &commands, bench).filter { !$0.contains(Self.correctsThePlan) }, in: bench) }
        let before = try figures(bench)
        var recorded = 0
        for _ in 0..<12 {
            let meetings = try meetingsToCome(bench)
            let later = try next(50, &commands, bench).filter { Self.isLater($0, meetings) }
            recorded += try execute(later, in: bench)
            let after = try figures(bench)
            #expect(after == before, "seed \(seed): \(later)")
            guard after == before else { return }
        }
        #expect(recorded > 10, "\(recorded)")
    }

    private func next(_ count: Int, _ commands: inout CommandGenerator, _ bench: ViewBench) throws -> [String] {
        let last = try bench.book.lastPosition().value
        return (0..<count).map { index in
            index.isMultiple(of: 2) ? commands.nextOfAll(last: last) : commands.nextOfAttendance(last: last)
        }
    }

    @discardableResult
    private func execute(_ lines: [String], in bench: ViewBench) throws -> Int {
        guard !lines.isEmpty else { return 0 }
        let commands = try lines.map { line in try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: bench.defaults) } }
        return try bench.book.execute(commands).count(where: \.isDone)
    }

    /// Activities whose days are behind the past day, and those that are not there yet.
    private func meetingsToCome(_ bench: ViewBench) throws -> Set<String> {
        let over = try bench.book.state().activities.values.filter { $0.date.map { $0.last <= day(Self.past) } ?? false }.map(\.id.description)
        return Set((1...10).map { "A\($0)" }).subtracting(over)
    }

    /// Whether all its days are behind the past day, and it corrects nothing and says nothing of an activity that was over by then.
    private static func isLater(_ command: String, _ meetings: Set<String>) -> Bool {
        guard let json = try? JSONParser.parse(command), !(json["command"].stringValue ?? "").hasPrefix("fact.") else { return false }
        // Who somebody is is so on every day; and so is the rule by which what is decided later is due.
        if ["member.merge", "member.change", "rules.adopt"].contains(json["command"].stringValue) { return false }
        let days = ["occurred", "on", "from", "until"].compactMap { json[$0].stringValue?.prefix(10) }
        return days.allSatisfy { $0 > past } && (json["activity"].stringValue.map(meetings.contains) ?? true)
    }

    /// Everything that is said as of the past day, but for which entry is the last that is known.
    private func figures(_ bench: ViewBench) throws -> String {
        let context = try bench.context(ViewRequest(asOf: day(Self.past)), on: "2020-02-01")
        var all: [JSONValue] = []
        for (name, arguments) in [("status", [:]), ("register", [:]), ("ranking", [:]), ("risk", [:]), ("calendar", [:])] as [(String, ViewArguments)] {
            all.append(try #require(ViewCatalogue[name]).init(context, arguments).json.withoutEntries)
        }
        for member in try bench.book.state().members.values.map(\.id).sorted() where context.state.has(member.subject) { all.append(try ExplainView(context, ["subject": member.description]).json.withoutEntries) }
        return String(decoding: JSONValue.array(all).canonicalBytes, as: UTF8.self)
    }
}

extension JSONValue {
    /// Without the position of the last entry known; what lies behind a figure stays, as that is of the day too.
    fileprivate var withoutEntries: JSONValue {
        if let object = objectValue {
            var kept = JSONObject()
            for member in object.members where member.key != "position" { kept[member.key] = member.value.withoutEntries }
            return .object(kept)
        }
        return arrayValue.map { .array($0.map(\.withoutEntries)) } ?? self
    }
}
