import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import Foundation
import Rendering
import Reports
import Testing
import TransparencyTree
import Wording

/// A book with two members who are named in three tables of its year-end report, in a folder of its own.
final class ReportBench {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)")
    let book: Book

    static let purpose = ReadingPurpose(by: "tester", purpose: "test")

    private static let plan = """
        plan: T\\ntitle: 试\\nyear: 2019\\ntargets:\\n  - {id: \\"1\\", title: 到会, for: member, points: 100, \
        score: {award: {present: 1}}, acts: {activities: study}}\\n
        """

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("book.db").path
        let id = try #require(Identifier<BookKind>("11111111-1111-4111-8111-111111111111"))
        let day = Occurrence(CalendarDate(daysSince1970: 17_897))
        let clock: @Sendable () -> Timestamp = { Timestamp(microsecondsSince1970: 4_070_908_800_000_000) }
        try Book.create(
            path: path, opening: BookOpened(book: id, name: "测试", kind: nil, timeZone: "Asia/Shanghai"), by: "tester",
            occurred: day, command: CommandID(high: 1, low: 1), clock: clock)
        book = try Book(path: path, clock: clock)
        for line in [
            #"{"command":"member.join","member":"M1","name":"欧阳一","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"留下的人","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习 <章程> M1（已删除）","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"],"occurred":"2019-03-01"}"#,
            #"{"command":"proposal.file","title":"增设公交站","kind":"individual","signers":["M1"],"occurred":"2019-03-02"}"#,
            #"{"command":"plan.adopt","plan":"T","title":"试","year":2019,"text":"\#(Self.plan)"}"#,
        ] { try record(line) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func record(_ line: String) throws {
        var generator = SystemRandomNumberGenerator()
        let defaults = Command.Defaults(
            id: CommandID(using: &generator), by: "tester", occurred: Occurrence(CalendarDate(daysSince1970: 17_950)),
            clock: BookClock(offsetMinutes: 480))
        let command = try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        let result = try book.execute([command])[0]
        try #require(result.isDone, "\(line): \(result)")
    }

    func erase(_ member: String) throws {
        try record(#"{"command":"personal-data.erase","owner":"member:\#(member)","reason":"本人申请"}"#)
    }

    func report(
        _ format: ReportParameters.Format = .html, _ language: Language = .chinese, names: Bool = true, at: Int64? = nil,
        rendering: Int64 = ReportParameters.rendering
    ) throws -> String {
        let state = try at.map { try book.state(known: .position(Position($0))) } ?? book.state()
        let plan = state.plans.values.first?.id.description
        let parameters = ReportParameters(
            year: 2019, asOf: try #require(CalendarDate("2019-12-31")), position: state.position, plan: plan, format: format,
            language: language, hasNames: names, rendering: rendering)
        let checkpoint = try book.takeCheckpoint(at: state.position)
        return try ReportFile(book, state: state, parameters, checkpoint: checkpoint, for: Self.purpose).text
    }

    @discardableResult
    func verify(_ text: String) throws -> VerifiedReport {
        try ReportFile.verify(text, against: book, trusting: book.trustedKeys(), for: Self.purpose)
    }

    /// Nil where the report is refused.
    func accepted(_ text: String) -> [VerifiedReport.UncheckedName]? {
        do {
            return try verify(text).unchecked
        } catch is ReportFault {
            return nil
        } catch {
            Issue.record("not refused but failed: \(error)")
            return nil
        }
    }
}

/// A table's rows, as JSON, and the entries behind each.
func check(_ table: Table?, _ rows: [(json: String, evidence: [Int64])], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let table = try #require(table, sourceLocation: sourceLocation)
    let found = (table.json.arrayValue ?? []).map { String(decoding: $0.canonicalBytes, as: UTF8.self) }
    let expected = try rows.map { row in
        String(decoding: try Array(row.json.utf8).withUnsafeBytes { try JSONParser.parse($0) }.canonicalBytes, as: UTF8.self)
    }
    #expect(found == expected, sourceLocation: sourceLocation)
    #expect(table.rows.map { $0.evidence.map(\.value) } == rows.map(\.evidence), sourceLocation: sourceLocation)
}
