import Assessment
import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Rendering
import Reports
import TestSupport
import Testing
import Views
import Wording

/// Who was present, on leave or absent is one answer, wherever it is asked: beside an oracle that reads the entries alone.
@Suite("Attendance is the same in every place")
struct AttendanceAgreementTests {
    /// What is read of the plan: points for presence and for leave, taken for absence, absences counted, turnout, and what
    /// counts with half of those who may be counted there.
    private static let plan = """
        plan: Y\\ntitle: 计划\\nyear: 2019\\ntargets:\\n\
          - {id: \\"p\\", title: 到会, for: member, score: {award: {present: 1}}, acts: {activities: any}}\\n\
          - {id: \\"l\\", title: 请假, for: member, score: {award: {leave: 1}}, acts: {activities: any}}\\n\
          - {id: \\"d\\", title: 扣分, for: member, points: 100, start: full, score: {deduct: {absent: 1}}, acts: {activities: any}}\\n\
          - {id: \\"n\\", title: 缺席, for: member, require: [{absences: any, at-most: 0}]}\\n\
          - {id: \\"t\\", title: 到会率, require: [{turnout: any, at-least: 80%}]}\\n\
          - {id: \\"h\\", title: 过半, score: {each: 1}, acts: {activities: any, attendance: 50%}}\\n
        """

    @Test(arguments: 1...8)
    func everyPlaceSaysTheSame(seed: UInt64) throws {
        let bench = try Self.bench(seed)
        for last in ["2019-05-27", "2019-12-31"] {
            let oracle = try AttendanceOracle(bench.book, asOf: last)
            let context = try bench.context(ViewRequest(asOf: day(last)), on: "2020-02-01")
            let place = "seed \(seed), \(last)"
            try checkRegister(context, oracle, place)
            try checkMembers(context, oracle, bench, place)
            try checkActivities(context, oracle, place)
            try checkStatus(context, oracle, bench, place)
            try checkReport(context, oracle, place)
        }
    }

    /// Histories that have nothing to disagree about would show nothing.
    @Test func theHistoriesHaveEverySort() throws {
        var found: [String: Int] = [:]
        var undone = 0
        for seed in 1...8 as ClosedRange<UInt64> {
            let oracle = try AttendanceOracle(Self.bench(seed).book, asOf: "2019-12-31")
            for finding in oracle.findings.values.flatMap(\.values) { found[finding, default: 0] += 1 }
            undone += oracle.findings.count { !oracle.done.contains($0.key) }
            found["nothing", default: 0] += oracle.findings.values.count(where: \.isEmpty)
        }
        for sort in ["present", "late", "on-leave", "absent", "excused", "nothing"] { #expect(found[sort] ?? 0 > 2, "\(sort): \(found)") }
        #expect(undone > 5)
    }

    private static func bench(_ seed: UInt64) throws -> ViewBench {
        var commands = CommandGenerator(seed: seed)
        let bench = try ViewBench()
        try bench.record(#"{"command":"plan.adopt","plan":"Y","title":"计划","year":2019,"text":"\#(plan)"}"#)
        for index in 1...6 {
            let until = index == 6 ? #","until":"2019-06-30""# : ""
            try bench.record(#"{"command":"member.join","member":"M\#(index)","name":"委员\#(index)","from":"2019-01-01"\#(until)}"#)
        }
        for _ in 0..<12 {
            let last = try bench.book.lastPosition().value
            let lines = (0..<25).map { _ in commands.nextOfAttendance(last: last) }
            _ = try bench.book.execute(lines.map { line in try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: bench.defaults) } })
        }
        return bench
    }

    // MARK: - The places

    private func checkRegister(_ context: ViewContext, _ oracle: AttendanceOracle, _ place: String) throws {
        var found: [String: [Int]] = [:]
        for row in try RegisterView(context, [:]).rows { found[row.member.description] = row.tally.counts }
        #expect(found == oracle.tallies.mapValues(\.counts), "\(place): register")
    }

    private func checkMembers(_ context: ViewContext, _ oracle: AttendanceOracle, _ bench: ViewBench, _ place: String) throws {
        for member in oracle.members {
            for (name, view) in [("member", "member"), ("explain", "subject")] {
                let json = try #require(ViewCatalogue[name]).init(context, [view: member]).json
                var found: [String: String] = [:]
                for row in json["activities"].arrayValue ?? [] { found[row["activity"].stringValue ?? ""] = row["attendance"].stringValue }
                // Who left is explained as of the last day in office: a meeting that went on beyond it was not over.
                let until = json["asOf"].stringValue ?? ""
                let own = until == context.day.description ? oracle : try AttendanceOracle(bench.book, asOf: until)
                #expect(found == own.findings.compactMapValues { $0[member] }, "\(place): \(name) \(member) as of \(until)")
            }
        }
    }

    private func checkActivities(_ context: ViewContext, _ oracle: AttendanceOracle, _ place: String) throws {
        for row in try ActivitiesView(context, [:]).rows {
            let id = row.activity.description
            let expected = oracle.findings[id].flatMap { $0.isEmpty ? nil : $0 }
            #expect(row.attendance?.findings ?? [:] == expected ?? [:], "\(place): activities, \(id)")
            let activity = try ActivityView(context, ["activity": id])
            #expect(activity.count?.findings ?? [:] == expected ?? [:], "\(place): activity \(id)")
            var found: [String: String] = [:]
            for row in activity.rows { found[row.member.description] = row.attendance?.rawValue }
            if let expected { #expect(found == expected, "\(place): activity \(id), members") } else {
                // What was said beforehand of what is to come, or did not take place.
                #expect(!found.values.contains { $0 == "absent" }, "\(place): activity \(id), \(found)")
            }
        }
    }

    private func checkStatus(_ context: ViewContext, _ oracle: AttendanceOracle, _ bench: ViewBench, _ place: String) throws {
        let view = try StatusView(context, [:])
        let targets = view.json["targets"].arrayValue ?? []
        let inOffice = oracle.members.filter { oracle.isInOffice($0, on: view.status.asOf.description) }.sorted()
        #expect(view.json["members"].arrayValue?.map { $0["member"].stringValue ?? "" }.sorted() == inOffice, "\(place): in office")
        for member in inOffice { check(targets, of: member, oracle, "\(place): status of \(member)") }
        for gone in view.json["left"].arrayValue ?? [] {
            let (member, until) = (gone["member"].stringValue ?? "", gone["until"].stringValue ?? "")
            let own = (gone["targets"].arrayValue ?? []).map { target -> JSONValue in
                ["id": target["id"], "members": [target["own"]]]
            }
            check(own, of: member, try AttendanceOracle(bench.book, asOf: until), "\(place): status of \(member), who left on \(until)")
        }
        let all = oracle.findings.values.flatMap(\.values)
        let (present, countable) = (all.count { ["present", "late"].contains($0) }, all.count { $0 != "excused" })
        let turnout = view.status.targets.first { $0.target.id == "t" }?.requirements.first?.actual
        #expect(turnout == .share(numerator: Int64(present), denominator: Int64(countable)), "\(place): turnout")
        let half = oracle.findings.count { id, findings in
            let (present, countable) = (findings.values.count { ["present", "late"].contains($0) }, findings.values.count { $0 != "excused" })
            return oracle.done.contains(id) && countable > 0 && present * 2 >= countable
        }
        #expect(targets.first { $0["id"] == "h" }?["points"] == .integer(Int64(half * 100)), "\(place): activities with half of them")
    }

    /// - Parameter targets: with the member's own among their members.
    private func check(_ targets: [JSONValue], of member: String, _ oracle: AttendanceOracle, _ place: String) {
        func own(_ id: String) -> JSONValue? {
            targets.first { $0["id"].stringValue == id }?["members"].arrayValue?.first { $0["member"].stringValue == member }
        }
        func hundredths(_ count: Int) -> JSONValue { .integer(Int64(count * 100)) }
        let tally = oracle.tallies[member] ?? .init()
        let leave = oracle.findings.count { oracle.done.contains($0.key) && $0.value[member] == "on-leave" }
        #expect(own("p")?["points"] == hundredths(tally.present), "\(place): present")
        #expect(own("l")?["points"] == hundredths(leave), "\(place): on leave")
        #expect(own("d")?["points"] == hundredths(100 - tally.absent), "\(place): absent")
        #expect(own("n")?["parts"][0]["actual"] == .integer(Int64(tally.absent)), "\(place): absences")
    }

    private func checkReport(_ context: ViewContext, _ oracle: AttendanceOracle, _ place: String) throws {
        let parameters = ReportParameters(
            year: 2019, asOf: context.day, position: context.position, plan: "Y", format: .json, language: .chinese, hasNames: false)
        let text = try ReportFile(context.book, state: context.known, parameters, checkpoint: nil, for: ViewBench.purpose).text
        let tables = try JSONParser.parse(text)["data"].arrayValue ?? []
        func rows(_ key: String) -> [[JSONValue]] {
            (tables.first { $0["key"].stringValue == key }?["rows"].arrayValue ?? []).map { $0["cells"].arrayValue ?? [] }
        }
        var register: [String: [Int]] = [:]
        for row in rows("attendance") { register[row[0].stringValue ?? ""] = row[2...6].map { Int($0.integerValue ?? -1) } }
        #expect(register == oracle.tallies.mapValues(\.counts), "\(place): register of the report")
        var attended: [String: JSONValue] = [:]
        for row in rows("activities") { attended[String(row[1].stringValue?.split(separator: " ").first ?? "")] = row[3] }
        let expected = oracle.findings.mapValues { findings -> JSONValue in
            let present = findings.values.count { ["present", "late"].contains($0) }
            let countable = findings.values.count { $0 != "excused" }
            return findings.isEmpty ? .null : ["value": .integer(Int64(present)), "of": .integer(Int64(countable))]
        }
        #expect(attended == expected, "\(place): activities of the report")
        for row in rows("members") {
            let tally = oracle.tallies[row[0].stringValue ?? ""] ?? .init()
            guard oracle.isInOffice(row[0].stringValue ?? "", on: context.day.description) else { continue }
            #expect(row[1]["points"] == .integer(Int64(tally.present * 100)), "\(place): report, present")
            #expect(row[3]["points"] == .integer(Int64((100 - tally.absent) * 100)), "\(place): report, absent")
        }
        #expect(rows("members").count >= 1, "\(place)")
    }
}

extension AttendanceOracle {
    /// Who is in the register, and what their year adds up to.
    fileprivate var tallies: [String: AttendanceRegister.Tally] {
        var tallies: [String: AttendanceRegister.Tally] = [:]
        for (member, finding) in findings.values.flatMap({ $0 }) {
            switch finding {
            case "late":
                tallies[member, default: .init()].late += 1
                tallies[member, default: .init()].present += 1
            case "present": tallies[member, default: .init()].present += 1
            case "on-leave": tallies[member, default: .init()].onLeave += 1
            case "excused": tallies[member, default: .init()].excused += 1
            default: tallies[member, default: .init()].absent += 1
            }
        }
        return tallies
    }
}

extension AttendanceRegister.Tally {
    fileprivate var counts: [Int] { [present, late, onLeave, absent, excused] }
}

extension AttendanceCount {
    fileprivate var findings: [String: String] {
        var findings: [String: String] = [:]
        for member in present { findings[member.description] = late.contains(member) ? "late" : "present" }
        for member in onLeave { findings[member.description] = "on-leave" }
        for member in absent { findings[member.description] = "absent" }
        for member in excused { findings[member.description] = "excused" }
        return findings
    }
}
