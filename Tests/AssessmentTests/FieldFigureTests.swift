import Assessment
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// Published schemes as plans, each with a small year, and what the paper gives: `Field/NAME.yaml` and `NAME.ndjson`, and
/// `expected.json` with the points by day and by member, or by target where the body is assessed. The figures were derived
/// from the papers by hand, before the plans could be written.
@Suite("The figures of published schemes")
struct FieldFigureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Field")

    private struct Row: CustomStringConvertible {
        let scheme: String
        let day: String
        let expected: [String: Decimal]

        var description: String { "\(scheme) as of \(day)" }
    }

    private static let rows: [Row] = {
        guard let data = try? Data(contentsOf: folder.appendingPathComponent("expected.json")),
            let schemes = try? JSONDecoder().decode([String: [String: [String: Decimal]]].self, from: data)
        else { return [] }
        return schemes.flatMap { scheme, days in days.map { Row(scheme: scheme, day: $0, expected: $1) } }
            .sorted { ($0.scheme, $0.day) < ($1.scheme, $1.day) }
    }()

    private static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// Every figure has a plan.
    @Test func everyFigureHasAPlan() throws {
        let plans = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { $0.hasSuffix(".yaml") }
        #expect(!Self.rows.isEmpty)
        #expect(Set(Self.rows.map { "\($0.scheme).yaml" }).isSubset(of: plans))
    }

    @Test(arguments: rows)
    private func thePapersFigures(row: Row) throws {
        let plan = try Plan(yaml: Self.text("\(row.scheme).yaml"))
        var given = try Given()
        try given.record(#"{"command":"plan.adopt","plan":"\#(plan.id)","title":"x","year":\#(plan.year),"text":"x","occurred":"\#(plan.year)-01-01"}"#)
        for line in try Self.text("\(row.scheme).ndjson").split(separator: "\n") { try given.record(String(line)) }
        let status = assess(plan, given.state, asOf: try #require(CalendarDate(row.day)))
        let points =
            plan.scoresMembers
            ? status.members.map { ($0.member.description, $0.total.points) } : status.targets.map { ($0.target.id, $0.points ?? 0) }
        let figures = Dictionary(uniqueKeysWithValues: points.map { ($0.0, Decimal($0.1) / 100) })
        for (key, expected) in row.expected { #expect(figures[key] == expected, "\(row.scheme) \(key)") }
        // No member is left out.
        if plan.scoresMembers { #expect(Set(figures.keys) == Set(row.expected.keys)) }
    }
}
