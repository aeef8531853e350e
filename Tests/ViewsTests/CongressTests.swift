import Assessment
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

/// A congress of 63 deputies from the seeds. More than half of all are 32, two thirds are 42: with 44 present it may begin, and with
/// 41 it may not. The figures are worked out by hand from the recorded lines.
@Suite("A congress, end to end")
struct CongressTests {
    private static let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("seeds")

    private static func lines(_ file: String) throws -> [String] {
        try String(contentsOf: seeds.appendingPathComponent("congress/\(file).ndjson"), encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The rules, as the command line reads them.
    private static func rules() throws -> String {
        let text = try String(contentsOf: seeds.appendingPathComponent("ballots/township-congress.yaml"), encoding: .utf8)
        var object = try YAMLObject.read(text)
        object["command"] = "ballot-rules.adopt"
        object["occurred"] = "2026-01-05"
        return String(decoding: JSONValue.object(object).canonicalBytes, as: UTF8.self)
    }

    /// - Parameter end: the beginning of the first line that is left out; all are recorded where it is nil.
    private static func bench(until end: String? = nil, changing change: (String) -> String = { $0 }) throws -> ViewBench {
        let bench = try ViewBench()
        for line in try lines("roster") { try bench.record(line) }
        try bench.record(try rules())
        for line in try lines("meeting") {
            if let end, line.hasPrefix(end) { break }
            try bench.record(change(line))
        }
        return bench
    }

    private static func ask(_ bench: ViewBench, _ view: String, _ arguments: ViewArguments = [:], on day: String = "2026-04-01") throws -> JSONValue {
        try #require(ViewCatalogue[view]).init(bench.context(ViewRequest(), on: day), arguments).json
    }

    private static func texts(_ value: JSONValue?, _ key: String) -> [String?] {
        (value?.arrayValue ?? []).map { $0.objectValue?[key]?.stringValue }
    }

    @Test func isRecordedEndToEnd() throws {
        let bench = try Self.bench()
        let answers = try Self.ask(bench, "notice-answers", ["activity": "A1"]).objectValue
        let said = Self.texts(answers?["members"], "answer")
        // 1–50 registered, 51–55 are on leave, 56–63 were not heard of.
        #expect(said.count { $0 == "coming" } == 50 && said.count { $0 == "on-leave" } == 5 && said.count { $0 == "none" } == 8)

        let meeting = try Self.ask(bench, "activity", ["activity": "A1"]).objectValue
        #expect(meeting?["attendance"] == ["value": 44, "of": 63])
        let attendance = Self.texts(meeting?["members"], "attendance")
        #expect(attendance.count { $0 == "present" } == 44 && attendance.count { $0 == "on-leave" } == 5)
        #expect(Self.texts(meeting?["agenda"], "outcome") == Array(repeating: "dealt-with", count: 6))
        #expect(Self.texts(meeting?["speeches"], "speech") == ["F1", "F2", "F3"])

        #expect(Self.texts(try Self.ask(bench, "ballots"), "result") == ["tied", "elected", "appraised", "carried"])
        let decisions = try Self.ask(bench, "decisions")
        #expect(Self.texts(decisions, "stage") == ["made", "answered"])
        let opinion = try #require(decisions.arrayValue?.last?.objectValue?["rounds"]?.arrayValue?.first?.objectValue)
        #expect(opinion["due"] == "2026-03-31" && opinion["answered"] == "2026-03-25")
        let minutes = try Self.ask(bench, "minutes", ["activity": "A1"]).objectValue?["versions"]
        // The first version is approved and stays; the second is a draft.
        #expect(minutes?.arrayValue?.map { $0.objectValue?["approved"] != .null } == [true, false])
    }

    /// The draft has the figures of every ballot, in the words of a clerk.
    @Test func theMinutesAreDrafted() throws {
        let bench = try Self.bench()
        let draft = try #require(ViewCatalogue["minutes-draft"]).init(bench.context(ViewRequest(), on: "2026-04-01"), ["activity": "A1"])
        let text = TextRenderer(.chinese).render(draft.document)
        for line in [
            "镇第三届人民代表大会第二次会议记录", "应到 63 人，实到 44 人；发出 44 张，收回 44 张，废票 0 张，有效 44 张", "王强：赞成 36 票；当选", "应就得票相等的人再次投票，应选 2 名", "李芳：赞成 40 票；当选",
            "赞成 41 票；反对 1 票；弃权 2 票",
        ] {
            #expect(text.contains(line), "\(line)")
        }
        #expect(!text.contains("会议会议记录"))
    }

    /// 36, 32, 32 and 32 of at most 3 × 44 votes: one is elected, and three are tied for the two seats left; then 40, 30 and 18.
    @Test func theElectionIsVotedOnAgain() throws {
        let bench = try Self.bench()
        let first = try Self.ask(bench, "ballot", ["ballot": "B1"]).objectValue
        #expect(Self.texts(first?["options"], "result") == ["elected", "tied", "tied", "tied"])
        #expect(first?["needed"] == 32 && first?["seatsLeft"] == 2 && first?["open"] == "tied")
        let second = try Self.ask(bench, "ballot", ["ballot": "B2"]).objectValue
        #expect(Self.texts(second?["options"], "result") == ["elected", "elected", "not-elected"])
        #expect(second?["needed"] == .null && second?["seatsLeft"] == 0 && second?["open"] == .null)
    }

    /// Of 44 papers returned, 20 + 10 and 18 + 10 say satisfied in one of two grades; 36 and 32 express one.
    @Test func officesAreAppraised() throws {
        let options = try Self.ask(try Self.bench(), "ballot", ["ballot": "B3"]).objectValue?["options"]?.arrayValue ?? []
        let appraised = options.map { $0.objectValue?["appraised"]?.objectValue }
        #expect(appraised.map { $0?["returned"] } == [[30, 44], [28, 44]])
        #expect(appraised.map { $0?["expressed"] } == [[30, 36], [28, 32]])
        #expect(appraised.map { $0?["unmarked"] } == [3, 3])
        // The rule rates by papers returned.
        #expect(appraised.map { $0?["rank"] } == [1, 2])
    }

    /// On 1 March the unit still has time; on 1 April it has answered within it.
    @Test func theOpinionHasALimit() throws {
        let early = try Self.bench(until: #"{"command":"decision.answer""#)
        func standing(_ bench: ViewBench, on day: String) throws -> [String?] {
            Self.texts(try Self.ask(bench, "due", ["all": "true"], on: day).objectValue?["deadlines"], "state")
        }
        #expect(try standing(early, on: "2026-03-01") == ["open"])
        #expect(try standing(early, on: "2026-04-01") == ["overdue"])
        #expect(try standing(try Self.bench(), on: "2026-04-01") == ["done-in-time"])
    }

    @Test func fortyOneAreTooFew() throws {
        let bench = try Self.bench(until: #"{"command":"ballot.count""#) { line in
            line.replacing(#""M40","M41","M42","M43","M44"],"method""#, with: #""M40","M41"],"method""#)
        }
        let count = try #require(try Self.lines("meeting").first { $0.contains(#""ballot.count""#) }).replacing("44", with: "41")
        let before = try bench.book.lastPosition()
        let response = try bench.response(to: count)
        #expect(response.problem?.code == "ballot-without-quorum")
        #expect(try bench.book.lastPosition() == before)
    }
}
