import Bookkeeping
import Domain
import EventLog
import Foundation
import Reports
import TestSupport
import Testing
import TransparencyTree
import Wording

@Suite("Reports that can be verified")
struct ReportVerificationTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)")
    private let book: Book

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
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习 <章程>","on":"2019-03-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M1","M2"],"occurred":"2019-03-01"}"#,
            #"{"command":"proposal.file","title":"增设公交站","kind":"individual","signers":["M1"],"occurred":"2019-03-02"}"#,
        ] { try record(line) }
    }

    private func record(_ line: String) throws {
        var generator = SystemRandomNumberGenerator()
        let defaults = Command.Defaults(
            id: CommandID(using: &generator), by: "tester", occurred: Occurrence(CalendarDate(daysSince1970: 17_950)),
            offsetMinutes: 480)
        let command = try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        let result = try book.execute([command])[0]
        try #require(result.isDone, "\(line): \(result)")
    }

    private static let purpose = ReadingPurpose(by: "tester", purpose: "test")

    private func report(
        _ format: ReportParameters.Format = .html, _ language: Language = .chinese, names: Bool = true, at: Int64? = nil
    ) throws -> String {
        let state = try at.map { try book.state(known: .position(Position($0))) } ?? book.state()
        let parameters = ReportParameters(
            year: 2019, asOf: try #require(CalendarDate("2019-12-31")), position: state.position, plan: nil, format: format,
            language: language, hasNames: names)
        let checkpoint = try book.takeCheckpoint(at: state.position)
        return try ReportFile(book, state: state, parameters, checkpoint: checkpoint, for: Self.purpose).text
    }

    @discardableResult
    private func verify(_ text: String) throws -> VerifiedReport {
        try ReportFile.verify(text, against: book, trusting: book.verifierKeys(), for: Self.purpose)
    }

    @Test(arguments: ReportParameters.Format.allCases, Language.allCases)
    func isMadeAgainByteForByte(format: ReportParameters.Format, language: Language) throws {
        for names in [true, false] {
            let text = try report(format, language, names: names)
            #expect(text.contains("欧阳一") == names)
            // Whatever is recorded, and signed, later.
            try record(#"{"command":"visit.record"}"#)
            _ = try book.takeCheckpoint()
            let verified = try verify(text)
            #expect(verified.withheld.isEmpty)
            #expect(verified.signatures.count == 1)
        }
    }

    @Test func aReportOfAnEarlierStateIsVerifiedToo() throws {
        let text = try report(at: 4)
        #expect(try verify(text).parameters.position == Position(4))
        #expect(!text.contains("增设公交站"))
    }

    /// Every byte counts: whichever is changed, the report is refused.
    @Test(arguments: ReportParameters.Format.allCases)
    func everyChangeIsNoticed(format: ReportParameters.Format) throws {
        let text = try report(format)
        let seed = UInt64.random(in: 0 ... .max)
        print("changed reports: seed \(seed)")
        var random = Generator(seed: seed)
        let bytes = Array(text.utf8)
        for _ in 0..<60 {
            var changed = bytes
            let bit = Int.random(in: 0..<(bytes.count * 8), using: &random)
            changed[bit / 8] ^= 1 << (bit % 8)
            guard let changedText = String(validating: changed, as: UTF8.self) else { continue }
            #expect(throws: (any Error).self, "bit \(bit) of seed \(seed)") { try verify(changedText) }
        }
        #expect(throws: ReportFault.self) { try verify(String(text.dropLast(30))) }
        #expect(throws: ReportFault.self) { try verify(text + "\n") }
        #expect(throws: ReportFault.noProof) { try verify("# 一份别的报告\n") }
    }

    @Test func whatWasChangedIsShown() throws {
        let text = try report(.md)
        let changed = text.replacingOccurrences(of: "增设公交站", with: "增设地铁站")
        #expect(changed != text)
        guard case .differs(_, let expected, let found)? = #expect(throws: ReportFault.self, performing: { try verify(changed) })
        else { return }
        #expect(expected.contains("增设公交站"))
        #expect(found.contains("增设地铁站"))
    }

    /// A name that may not be shown any more is the one thing that need not agree.
    @Test(arguments: ReportParameters.Format.allCases)
    func whoWasErasedIsNotNamedAgain(format: ReportParameters.Format) throws {
        let text = try report(format)
        try record(#"{"command":"personal-data.erase","owner":"member:M1","reason":"本人申请"}"#)
        #expect(try verify(text).withheld.map(\.description) == ["M1"])
        let now = try report(format)
        #expect(now.contains("M1（已删除）"))
        #expect(!now.contains("欧阳一"))
        #expect(try verify(now).withheld.isEmpty)
        let changed = text.replacingOccurrences(of: "留下的人", with: "别的人")
        #expect(changed != text)
        #expect(throws: ReportFault.self) { try verify(changed) }
    }

    @Test func theReportOfAnotherBookOrKeyIsRefused() throws {
        let text = try report()
        #expect(throws: ReportFault.checkpoint(.notSigned)) {
            try ReportFile.verify(text, against: book, trusting: [], for: Self.purpose)
        }
        let key = try #require(SigningKey(name: "minutebook/22222222-2222-4222-8222-222222222222"))
        #expect(throws: ReportFault.checkpoint(.notSigned)) {
            try ReportFile.verify(text, against: book, trusting: [key.verifier], for: Self.purpose)
        }
    }
}
