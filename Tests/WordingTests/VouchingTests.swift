import EventLog
import Foundation
import Testing
import Wording

@testable import Bookkeeping
@testable import TransparencyTree

/// Who vouches for what. The key ids were computed by another program: SHA-256 of the name, a line feed, the algorithm and 32
/// bytes of 7.
@Suite("Who vouches, in words")
struct VouchingTests {
    private static func signature(_ name: String, _ algorithm: SignatureAlgorithm) -> VerifiedSignature {
        let key = VerifierKey(name: name, algorithm: algorithm, publicKey: Data(repeating: 7, count: 32)).unsafelyUnwrapped
        return VerifiedSignature(key: key, time: algorithm == .cosignature ? 1_700_000_000 : nil)
    }

    private static let office = signature("office", .ed25519)
    private static let archive = signature("archive", .cosignature)

    private static func sound(_ size: Int64, _ signatures: [VerifiedSignature], outside: Bool = false) -> VerificationReport.SoundCheckpoint
    {
        let checkpoint = Checkpoint(origin: "b", size: size, root: .emptyRoot)
        return VerificationReport.SoundCheckpoint(checkpoint: checkpoint, signatures: signatures, isOutside: outside)
    }

    private func proved(_ change: (inout VerificationReport) -> Void) -> [Phrase] {
        var report = VerificationReport()
        change(&report)
        return Phrase.proved(report)
    }

    @Test func keysAreNamed() {
        #expect(
            Phrase.signers([Self.office, Self.archive])
                == Phrase(zh: "office+be7b82c2、见证方 archive+e384bb6f", en: "office+be7b82c2, the witness archive+e384bb6f"))
        #expect(
            Phrase.checkpointSigned(size: 1, [Self.office])
                == Phrase(zh: "1 条的校验点，签名：office+be7b82c2", en: "A checkpoint of 1 entry, signed by office+be7b82c2"))
    }

    @Test func theBooksOwnKeyCanRewriteIt() {
        let lines = proved { $0.checkpoints = [Self.sound(12, [Self.office])] }
        #expect(lines.count == 2)
        #expect(
            lines[0]
                == Phrase(
                    zh: "第 1–12 条可以证明与本簿自己的钥匙签名时一致（office+be7b82c2）。",
                    en: "Entries 1–12 are proved to be those signed by the book's own key (office+be7b82c2)."))
        #expect(lines[1].zh.hasPrefix("为此作证的只有这把钥匙：") && lines[1].en.hasPrefix("That key alone vouches for them: "))
    }

    @Test func aNamedKeyIsOnesOwnChoice() {
        let lines = proved {
            $0.checkpoints = [Self.sound(12, [Self.office])]
            $0.hasNamedKeys = true
        }
        #expect(
            lines.first
                == Phrase(
                    zh: "第 1–12 条可以证明与你指定的钥匙签名时一致（office+be7b82c2）。",
                    en: "Entries 1–12 are proved to be those signed by the key you named (office+be7b82c2)."))
    }

    /// A witness for the first 10 of 12: what comes after them rests on the book's own key.
    @Test func aWitnessVouchesUpToWhatItSaw() {
        let lines = proved { $0.checkpoints = [Self.sound(10, [Self.office, Self.archive]), Self.sound(12, [Self.office])] }
        #expect(
            lines.map(\.zh).dropLast() == [
                "第 1–12 条可以证明与本簿自己的钥匙签名时一致（office+be7b82c2）。", "第 1–10 条可以证明与钥匙文件登记的见证方签名时一致（archive+e384bb6f）。",
            ])
        #expect(
            lines.map(\.en).dropLast() == [
                "Entries 1–12 are proved to be those signed by the book's own key (office+be7b82c2).",
                "Entries 1–10 are proved to be those signed by a witness whose key is in the key file (archive+e384bb6f).",
            ])
        #expect(lines.last?.zh.hasPrefix("第 10 条以后，作证的只有这把钥匙：") == true)
        #expect(lines.last?.en.hasPrefix("After entry 10, that key alone vouches for them: ") == true)
    }

    /// Where others vouch for all, nothing is said of rewriting.
    @Test func whatWasKeptOutsideCannotBeRewritten() {
        let lines = proved { $0.checkpoints = [Self.sound(12, [Self.office], outside: true)] }
        #expect(
            lines == [
                Phrase(
                    zh: "第 1–12 条可以证明与外面保存的校验点一致（签名 office+be7b82c2）。",
                    en: "Entries 1–12 are proved to be those of the checkpoint that was kept outside (signed by office+be7b82c2)."),
                Phrase(
                    zh: "第 1–12 条可以证明与本簿自己的钥匙签名时一致（office+be7b82c2）。",
                    en: "Entries 1–12 are proved to be those signed by the book's own key (office+be7b82c2)."),
            ])
        let witnessed = proved { $0.checkpoints = [Self.sound(12, [Self.office, Self.archive])] }
        #expect(witnessed.count == 2 && witnessed.allSatisfy { $0.en.contains("1–12") })
    }

    @Test func whereNothingIsProved() {
        #expect(proved { _ in }.map(\.zh) == ["没有可核对的校验点，无法证明历史没有被重写过。请用 minutebook log checkpoint 签一个，交给别人保存。"])
        #expect(
            proved { $0.hasFalseCheckpoint = true }.map(\.en) == [
                "No checkpoint agrees with the book, so nothing is proved to be unchanged."
            ])
        let unvouched = proved { $0.unvouched = [.init(size: 1, signers: ["x+00000001", "y+00000002"])] }
        #expect(
            unvouched == [
                Phrase(
                    zh: "没有由可信钥匙签名的校验点，无法证明历史没有被重写过。",
                    en: "No checkpoint is signed by a trusted key, so nothing shows whether history was rewritten."),
                Phrase(
                    zh: "簿里 1 条的校验点由 x+00000001、y+00000002 签名，不是可信的钥匙，不能作为证明。",
                    en:
                        "The book's checkpoint of 1 entry is signed by x+00000001, y+00000002, which is not a trusted key: it proves nothing."
                ),
            ])
    }

    @Test(
        arguments: [
            (0, 0, false, nil), (5, 5, false, "all as the book's key signed them."),
            (5, 2, false, "the first 2 as the book's key signed them, the rest not signed."),
            (5, 0, true, "none of them signed by a key that you named."),
        ] as [(Int64, Int64, Bool, String?)])
    func readings(count: Int64, signed: Int64, isNamed: Bool, en: String?) {
        var report = VerificationReport()
        report.readings = .init(entryCount: count, signedUpTo: signed)
        report.hasNamedKeys = isNamed
        let phrase = Phrase.readings(report)
        #expect(phrase?.en == en.map { "Readings of personal data: \(count), " + $0 })
        #expect(phrase.map { $0.zh.hasPrefix("查阅记录 \(count) 条，") } != false)
    }

    @Test func reasonsAreWholeSentences() {
        let why = LogError.busy(path: "b.db")
        for phrase in [
            Phrase.readingsNotSigned(why), .namesWithheld(why), .reportHasNoCheckpoint(.logError(why)),
            .archiveNeedsCheckpoint(.logError(why)),
        ] {
            #expect(phrase.zh.hasSuffix("：b.db 正被另一个程序占用。请稍后再试。"), "\(phrase.zh)")
            #expect(phrase.en.hasSuffix(": b.db is in use by another program. Try again later."), "\(phrase.en)")
        }
    }

    @Test(
        arguments: [
            (
                .olderThanCheckpoint(signed: 7, held: 1), ["7", "1"],
                "This backup has 1 entry, the checkpoint 7: the backup is older, so nothing was restored."
            ),
            (.otherHistory(signed: 7), ["7"], "The backup's first 7 entries differ from those that were signed"),
            (.otherBook(origin: "minutebook/b9"), ["minutebook/b9"], "The checkpoint belongs to another book (minutebook/b9)."),
        ] as [(RestoreError, [String], String)])
    func restoring(error: RestoreError, arguments: [String], en: String) {
        let phrase = Phrase.restoreError(error)
        #expect(phrase.en.hasPrefix(en), "\(phrase.en)")
        for argument in arguments { #expect(phrase.zh.contains(argument)) }
        let others = phrase.zh.replacing(/minutebook log compare|--checkpoint|minutebook\/b9/, with: "")
        #expect(!others.contains { $0.isASCII && $0.isLetter }, "\(others)")
    }

    @Test func aNewKeyIsShown() {
        let phrase = Phrase.signsFromNowOn(Self.office.key, after: 31)
        #expect(phrase.zh.hasSuffix("\noffice+be7b82c2+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH"))
        #expect(phrase.en.contains("counts for entries 1–31 only") && phrase.en.hasSuffix("AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH"))
    }
}
