import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import TestSupport
import Testing
import Views

/// Nothing that is recorded is silently without effect: it changes what some view says, or its success carries a warning.
@Suite("What is recorded has an effect, or a warning")
struct EffectTests {
    private static let commandCount = 200

    /// Views that answer without being asked about one thing; audit trails and differences show every entry as it is.
    private static let views: [(name: String, arguments: ViewArguments)] =
        [
            ("members", [:]), ("activities", [:]), ("agenda", [:]), ("speeches", [:]), ("status", [:]), ("plan", ["plan": "Y"]), ("register", [:]), ("rules", [:]), ("proposals", [:]),
            ("suggestions", [:]), ("donations", [:]), ("funds", [:]), ("visits", [:]), ("works", [:]), ("commendations", [:]),
            ("ballots", [:]), ("ballot-rules", [:]), ("decisions", [:]), ("petitions", [:]), ("duty-roster", [:]), ("duty-reports", [:]), ("due", ["all": "true"]), ("calendar", [:]), ("appeals", [:]), ("attachments", [:]),
        ] + (1...6).map { ("member", ["member": "M\($0)"]) } + (1...6).map { ("activity", ["activity": "A\($0)"]) }
        + (1...12).map { ("proposal", ["proposal": "P\($0)"]) } + (1...6).map { ("ballot", ["ballot": "B\($0)"]) }

    @Test(arguments: 1...6)
    func nothingIsSilentlyWithoutEffect(seed: UInt64) throws {
        var commands = CommandGenerator(seed: seed)
        let bench = try ViewBench()
        for index in 1...6 {
            try bench.record(#"{"command":"member.join","member":"M\#(index)","name":"委员\#(index)","from":"2019-01-01"}"#)
        }
        try bench.record(
            #"{"command":"plan.adopt","plan":"Y","title":"计划","year":2019,"text":"plan: Y\ntitle: 计划\nyear: 2019\ntargets:\n  - {id: 1, title: 出勤, for: member, acts: {activities: any}, score: {deduct: {absent: 5}}}\n  - {id: 2, title: 日常, for: member, score: by-hand}\n  - {id: 3, title: 总结, mark: by-hand}\n  - {id: G, title: 各组, for: group, score: by-hand}\n"}"#)
        var before = try Self.answers(bench)
        var recorded = 0
        var otherDays: Set<Int64> = []
        for _ in 0..<Self.commandCount {
            let command = try commands.nextOfAll(last: bench.book.lastPosition().value)
            let response = try bench.response(to: command)
            guard response.problem == nil else { continue }
            // On which day something happened shows in the views of earlier days; so does voiding a correction of that.
            if command.contains(#""when":"#) { otherDays.insert(try bench.book.lastPosition().value) }
            guard !command.contains(#""when":"#), !otherDays.contains(where: { command.contains(#""corrects":\#($0),"#) }) else { continue }
            recorded += 1
            let after = try Self.answers(bench)
            let isSilent = after == before && response.warnings.isEmpty
            let entries = isSilent ? try Self.entries(bench) : ""
            #expect(!isSilent, "seed \(seed): \(command), after\n\(entries)")
            before = after
        }
        #expect(recorded > Self.commandCount / 10, "\(recorded)")
    }

    /// Everything on record, for whoever reads of a failure.
    private static func entries(_ bench: ViewBench) throws -> String {
        try (1...bench.book.lastPosition().value).compactMap { position in
            try bench.book.entry(at: Position(position)).map { String(decoding: $0.bytes, as: UTF8.self) }
        }.joined(separator: "\n")
    }

    /// What every view says on the last day of the year, with no more of the entries behind it than whether there are any.
    private static func answers(_ bench: ViewBench) throws -> [JSONValue] {
        let context = try bench.context(ViewRequest(asOf: day("2019-12-31")))
        return try views.map { name, arguments in
            let view = try #require(ViewCatalogue[name])
            do {
                return try view.init(context, arguments).json.withoutPositions
            } catch let problem as Problem {
                return .string(problem.code)
            }
        }
    }
}

extension JSONValue {
    private static let positions: Set<String> = ["evidence", "position", "positions", "entries", "corrections", "entry"]

    fileprivate var withoutPositions: JSONValue {
        if let object = objectValue {
            var kept = JSONObject()
            for member in object.members {
                kept[member.key] = Self.positions.contains(member.key) ? .bool(member.value.arrayValue?.isEmpty ?? true) : member.value.withoutPositions
            }
            return .object(kept)
        }
        return arrayValue.map { .array($0.map(\.withoutPositions)) } ?? self
    }
}
