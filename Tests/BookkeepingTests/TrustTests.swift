import Bookkeeping
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyTree
import Wording

@Suite("Whose signatures are believed")
struct TrustTests {
    private let bench = Bench()

    private var keyFile: String { BookFiles.signingKey(ofBookAt: bench.path) }

    private func makeBook() throws -> Book {
        let book = try bench.makeBook()
        bench.record(4, in: book)
        return book
    }

    private func text(_ report: VerificationReport) -> String { Phrase.proved(report).map(\.en).joined(separator: "\n") }

    /// Rewritten from the first entry on, its key thrown away, a new one made, everything signed again: to the keeper's own
    /// key file all is well, and to whoever has the published key nothing is proved.
    @Test func aRewrittenBookProvesNothingToThePublishedKey() throws {
        let book = try makeBook()
        _ = try book.takeCheckpoint()
        let published = try book.trustedKeys().log.map(\.key)
        try book.close()
        for suffix in ["", ".keys", ".signing-key"] { try FileManager.default.removeItem(atPath: bench.path + suffix) }
        let rewritten = try makeBook()
        bench.record(3, in: rewritten)
        _ = try rewritten.takeCheckpoint()
        let own = try rewritten.verify()
        #expect(own.isSound && own.provedUpTo == 8 && own.vouchers.map(\.kind) == [.ownKey])
        let newKey = try rewritten.trustedKeys().log[0].key
        #expect(text(own).contains(newKey.label) && text(own).contains("whoever has the signing key can rewrite the whole history"))
        let named = try rewritten.verify(trusting: TrustedKeys(named: published))
        #expect(named.provedUpTo == 0 && named.vouchers.isEmpty)
        #expect(named.findings.map(\.fault) == [.nothingSignedByNamedKeys])
        #expect(named.unvouched.map(\.signers) == [[newKey.label]])
        #expect(!text(named).contains("are proved") && text(named).contains(newKey.label))
    }

    @Test func aWitnessOfTheKeepersChoiceIsNoWitnessToOthers() throws {
        let book = try makeBook()
        let checkpoint = try book.takeCheckpoint()
        let (real, false1) = (Witness(name: "witness.example/w1"), Witness(name: "witness.example/w1"))
        try book.trust(witness: false1.verifier)
        _ = try book.addCosignatures(false1.line(for: checkpoint.note.text, at: 1_700_000_000))
        #expect(try book.verify().vouchers.map(\.kind) == [.ownKey, .witness])
        let key = try book.trustedKeys().log[0].key
        let report = try book.verify(trusting: TrustedKeys(named: [key, real.verifier]))
        #expect(report.provedUpTo == 5 && report.vouchers.map(\.kind) == [.namedKey])
        #expect(!text(report).contains("witness"))
        _ = try book.addCosignatures(real.line(for: checkpoint.note.text, at: 1_700_000_001))
        let vouched = try book.verify(trusting: TrustedKeys(named: [key, real.verifier]))
        #expect(vouched.vouchers.filter { $0.kind == .witness }.map(\.key) == [real.verifier])
        #expect(text(vouched).contains(real.verifier.label) && !text(vouched).contains("rewrite everything"))
    }

    @Test func aCheckpointFromOutsideVouchesForItself() throws {
        let book = try makeBook()
        let outside = try book.takeCheckpoint()
        bench.record(2, in: book)
        _ = try book.takeCheckpoint()
        let report = try book.verify(against: [outside])
        #expect(report.vouchers.map(\.kind) == [.ownKey, .outside] && report.vouchers.map(\.upTo) == [7, 5])
        #expect(text(report).contains("Entries 1–5 are proved to be those of the checkpoint that was kept outside"))
        #expect(text(report).contains("After entry 5, that key alone vouches for them"))
    }

    /// A key that was replaced, and stolen later, signs nothing that counts.
    @Test func aRetiredKeyCountsForWhatItSigned() throws {
        let book = try makeBook()
        let stolen = try #require(
            String(contentsOfFile: keyFile, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("signer ") }
                .flatMap { SigningKey($0.dropFirst(7)) })
        let before = try book.takeCheckpoint()
        _ = try book.rotateSigningKey()
        bench.record(3, in: book)
        _ = try book.takeCheckpoint()
        #expect(try book.trustedKeys().log.map(\.upTo) == [nil, 5])
        let late = try Checkpoint(origin: book.origin(), size: 8, root: book.root(size: 8)).signed(with: stolen)
        #expect(throws: NoteError.notSigned) { try book.trustedKeys().verified(late) }
        let report = try book.verify(against: [before, late])
        #expect(report.findings.map(\.fault) == [.signedByRetiredKey(size: 8, key: stolen.verifier, upTo: 5)])
        #expect(report.vouchers.filter { $0.kind == .outside }.map(\.upTo) == [5])
        let false1 = try Checkpoint(origin: book.origin(), size: 7, root: .emptyRoot).signed(with: stolen)
        #expect(try book.verify(against: [false1]).provedUpTo == 5)
    }

    /// A key file of an earlier version has no size beside its retired keys.
    @Test func anOldKeyFileIsReadAsBefore() throws {
        let book = try makeBook()
        _ = try book.takeCheckpoint()
        _ = try book.rotateSigningKey()
        let old = try String(contentsOfFile: keyFile, encoding: .utf8)
        #expect(old.contains(" 5\n"))
        try old.replacingOccurrences(of: " 5\n", with: "\n").write(toFile: keyFile, atomically: false, encoding: .utf8)
        #expect(try book.trustedKeys().log.map(\.upTo) == [nil, nil])
        #expect(try book.verify().provedUpTo == 5)
    }
}
