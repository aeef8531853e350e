import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Rendering
import Testing
import Views

/// Every target, heading, grade, member, group, sector and act of every plan that ships and of every published scheme is
/// explained, and what is explained adds up to what the status shows.
@Suite("Everything is explained")
struct ExplainEverythingTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let seeds = (1...8).map { "P\($0)" }
    private static let schemes = ["AA", "AQ", "CF", "DCP", "DY", "GS", "YB"]

    private static func text(_ path: String) -> String { (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? "" }

    /// A book with the plan and its year.
    private static func bench(_ name: String) throws -> (ViewBench, Plan) {
        let isSeed = seeds.contains(name)
        let field = "Tests/AssessmentTests/Field/\(name)"
        let yaml = text(isSeed ? "seeds/plans/\(name).yaml" : "\(field).yaml")
        let plan = try Plan(yaml: yaml)
        let bench = try ViewBench()
        let escaped = String(decoding: try JSONEncoder().encode(yaml), as: UTF8.self)
        let days = plan.period.isCalendarYear ? "" : #","from":"\#(plan.period.first)","until":"\#(plan.period.last)""#
        let adopt = #"{"command":"plan.adopt","plan":"\#(plan.id)","title":"x","year":\#(plan.year)\#(days),"text":\#(escaped),"occurred":"\#(plan.period.first)"}"#
        let files = isSeed ? ["seeds/rosters/\(name).ndjson", "seeds/years/\(name).ndjson"] : ["\(field).ndjson"]
        let lines = files.map { text($0).split(separator: "\n").map(String.init) }
        try bench.recordAll(isSeed ? lines[0] + [adopt] + lines[1] : [adopt] + lines[0])
        return (bench, plan)
    }

    @Test(arguments: seeds + schemes)
    func everythingIsExplained(name: String) throws {
        let (bench, plan) = try Self.bench(name)
        let request = ViewRequest(asOf: plan.period.last, plan: plan.id)
        let status = try bench.ask(StatusView.self, [:], request)
        func explain(_ subject: String) throws -> JSONValue {
            let view = try bench.ask(ExplainView.self, ["subject": subject], request)
            #expect(!view.document.sections.isEmpty, "\(name) \(subject)")
            return view.json
        }
        let shown = status.json
        for (index, target) in plan.targets.enumerated() {
            let found = try explain(target.id)["target"]
            #expect(found == shown["targets"][index], "\(name) \(target.id)")
            for own in [found] + (found["members"].arrayValue ?? []) + (found["units"].arrayValue ?? []) {
                try Self.addsUp(own, target, "\(name) \(target.id)")
            }
        }
        for heading in plan.headings {
            for sum in try explain("heading:\(heading.id)")["sums"].arrayValue ?? [] {
                let points = (sum["targets"].arrayValue ?? []).compactMap(\.integerValue)
                #expect(sum["sum"].integerValue == (sum["start"].integerValue ?? 0) + points.reduce(0, +), "\(name) \(heading.id)")
                #expect(sum["points"].integerValue == Self.limited(sum["sum"].integerValue ?? 0, heading.cap, heading.floorInForce))
                let member = sum["member"]
                let total = (shown["members"].arrayValue ?? []).first { $0["member"] == member }
                if let total { #expect((total["headings"].arrayValue ?? []).first { $0["id"].stringValue == heading.id }?["points"] == sum["points"]) }
            }
        }
        for grade in plan.grades {
            let graded = try explain("grade:\(grade.title.zh)")["graded"].arrayValue ?? []
            for one in graded {
                let member = (shown["members"].arrayValue ?? []).first { $0["member"] == one["member"] }
                if let member { #expect(member["points"] == one["points"] && member["grade"] == one["grade"], "\(name) \(grade.title.zh)") }
                #expect((one["given"] == true) == ((one["grade"].stringValue ?? one["grade"]["zh"].stringValue) == grade.title.zh))
            }
        }
        for member in status.status.inOffice { try Self.member(try explain("member:\(member)"), shown, plan, "\(name) \(member)") }
        for unit in Set(status.status.targets.flatMap(\.units).map(\.unit)) {
            let found = try explain("\(unit.kind.rawValue):\(unit.name)")
            let total = (shown["units"].arrayValue ?? []).first { $0["unit"] == found["unit"] }
            if let total { #expect(total["points"] == found["points"] && total["grade"] == found["grade"], "\(name) \(unit.name)") }
        }
        if plan.scoresBody { #expect(try explain("total")["points"] == shown["total"]["points"], "\(name)") }
        let state = try bench.context(request).state
        let acts: [Subject] =
            state.activities.values.map(\.id.subject) + state.proposals.values.map(\.id.subject) + state.suggestions.values.map(\.id.subject)
            + state.works.values.map(\.id.subject) + state.donations.values.map(\.id.subject) + state.visits.values.map(\.id.subject)
            + state.commendations.values.map(\.id.subject) + state.speeches.values.map(\.id.subject) + state.ballots.values.map(\.id.subject)
            + state.decisions.values.map(\.id.subject) + state.petitions.values.map(\.id.subject)
        for act in acts {
            let found = try explain(act.description)
            #expect(found["points"].integerValue == Self.earned(act.description, shown).rounded, "\(name) \(act)")
        }
    }

    // MARK: - By other means

    private static func limited(_ sum: Int64, _ cap: Int64?, _ floor: Int64?) -> Int64 {
        let capped = cap.map { min($0, sum) } ?? sum
        return floor.map { max($0, capped) } ?? capped
    }

    private static func exact(_ line: JSONValue) throws -> Ratio {
        guard let text = line["exact"].stringValue else { return Ratio(line["points"].integerValue ?? 0) }
        let parts = text.split(separator: "/").compactMap { Int64($0) }
        return Ratio(parts[0], over: parts[1])
    }

    /// What lines come to from the start on, under cap and floor, is the figure; of what acts earn each by itself.
    private static func addsUp(_ own: JSONValue, _ target: Target, _ name: String) throws {
        guard let points = own["points"].integerValue, own["asked"] != false else { return }
        switch target.scoring {
        case .perAct?, .shared?, .byLevel?, .attendance?, .byHand?: break
        case .perQuantity(_, _, _, let rate)? where !rate.isOfFullOnes: break
        default: return
        }
        let start = own["start"]["points"].integerValue ?? 0
        let sum = try (own["lines"].arrayValue ?? []).map(exact).reduce(Ratio(start), +)
        #expect(points == limited(sum.rounded, target.points, target.floorInForce), "\(name)")
    }

    /// Base, targets and headings are the total that the status shows, and so are the rows of the account.
    private static func member(_ found: JSONValue, _ shown: JSONValue, _ plan: Plan, _ name: String) throws {
        guard let total = (shown["members"].arrayValue ?? []).first(where: { $0["member"] == found["member"] }) else { return }
        #expect(found["points"] == total["points"], "\(name)")
        var byHeading: [String: Int64] = [:]
        var loose: Int64 = 0
        for target in found["targets"].arrayValue ?? [] {
            let points = target["own"]["points"].integerValue ?? 0
            if let heading = plan.targets.first(where: { $0.id == target["id"].stringValue })?.heading {
                byHeading[heading, default: 0] += points
            } else {
                loose += points
            }
        }
        let headings = plan.headings.map { limited((byHeading[$0.id] ?? 0) + ($0.startsFull ? $0.cap ?? 0 : 0), $0.cap, $0.floorInForce) }
        #expect(total["points"].integerValue == limited(plan.base + loose + headings.reduce(0, +), nil, plan.floor), "\(name)")
        let rows = (found["account"].arrayValue ?? []).filter { $0["sum"] == false }
        #expect(try rows.map(exact).reduce(Ratio(0), +) == Ratio(total["points"].integerValue ?? -1), "\(name)")
    }

    /// Every line of an act in the status; where a target has none that earns points, it earned nothing.
    private static func earned(_ act: String, _ shown: JSONValue) -> Ratio {
        let targets = shown["targets"].arrayValue ?? []
        let all = targets.flatMap { [$0] + ($0["members"].arrayValue ?? []) + ($0["units"].arrayValue ?? []) }
        let lines = all.flatMap { $0["lines"].arrayValue ?? [] }.filter { $0["subject"].stringValue == act }
        return lines.compactMap { try? exact($0) }.reduce(Ratio(0), +)
    }
}
