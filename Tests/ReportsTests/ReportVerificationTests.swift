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
    private let bench: ReportBench
    private var book: Book { bench.book }

    init() throws { bench = try ReportBench() }

    private func record(_ line: String) throws { try bench.record(line) }

    private func report(
        _ format: ReportParameters.Format = .html, _ language: Language = .chinese, names: Bool = true, at: Int64? = nil
    ) throws -> String { try bench.report(format, language, names: names, at: at) }

    @discardableResult
    private func verify(_ text: String) throws -> VerifiedReport { try bench.verify(text) }

    @Test(arguments: ReportParameters.Format.verifiable, Language.allCases)
    func isMadeAgainByteForByte(format: ReportParameters.Format, language: Language) throws {
        for names in [true, false] {
            let text = try report(format, language, names: names)
            #expect(text.contains("欧阳一") == names)
            // Whatever is recorded, and signed, later.
            try record(#"{"command":"visit.record"}"#)
            _ = try book.takeCheckpoint()
            let verified = try verify(text)
            #expect(verified.unchecked.isEmpty)
            #expect(verified.signatures.count == 1)
        }
    }

    @Test func aReportOfAnEarlierStateIsVerifiedToo() throws {
        let text = try report(at: 4)
        #expect(try verify(text).parameters.position == Position(4))
        #expect(!text.contains("增设公交站"))
    }

    /// Every byte counts: whichever is changed, the report is refused.
    @Test(arguments: ReportParameters.Format.verifiable)
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
    @Test(arguments: ReportParameters.Format.verifiable)
    func whoWasErasedIsNotNamedAgain(format: ReportParameters.Format) throws {
        let text = try report(format)
        try record(#"{"command":"personal-data.erase","owner":"member:M1","reason":"本人申请"}"#)
        #expect(try verify(text).unchecked.map(\.member.description) == ["M1"])
        let now = try report(format)
        #expect(now.contains("M1（已删除）"))
        #expect(!now.contains("欧阳一"))
        #expect(try verify(now).unchecked.isEmpty)
        let changed = text.replacingOccurrences(of: "留下的人", with: "别的人")
        #expect(changed != text)
        #expect(throws: ReportFault.self) { try verify(changed) }
    }

    @Test func theReportOfAnotherBookOrKeyIsRefused() throws {
        let text = try report()
        #expect(throws: ReportFault.checkpoint(.notSigned)) {
            try ReportFile.verify(text, against: book, trusting: TrustedKeys(named: []), for: ReportBench.purpose)
        }
        let key = try #require(SigningKey(name: "minutebook/22222222-2222-4222-8222-222222222222"))
        #expect(throws: ReportFault.checkpoint(.notSigned)) {
            try ReportFile.verify(text, against: book, trusting: TrustedKeys(named: [key.verifier]), for: ReportBench.purpose)
        }
    }
}
