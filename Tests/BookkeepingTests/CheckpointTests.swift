import Bookkeeping
import Domain
import EventLog
import Foundation
import TestSupport
import Testing
import TransparencyTree

@Suite("Checkpoints and signing keys")
struct CheckpointTests {
    private let bench = Bench()

    private func makeBook(_ visits: Int = 5) throws -> Book {
        let book = try bench.makeBook()
        for _ in 0..<visits { try bench.execute(#"{"command":"visit.record"}"#, in: book) }
        return book
    }

    private var keyFile: String { BookFiles.signingKey(ofBookAt: bench.path) }

    private func keyText() throws -> String { try String(contentsOfFile: keyFile, encoding: .utf8) }

    @Test func aCheckpointIsOfTheBookAsItIs() throws {
        let book = try makeBook()
        let checkpoint = try book.takeCheckpoint()
        #expect(checkpoint.checkpoint.origin == "minutebook/11111111-1111-4111-8111-111111111111")
        #expect(checkpoint.checkpoint.size == 6)
        // The root, from the entries alone.
        var edge = TreeEdge()
        try book.forEachStored { _, bytes, _ in
            edge.append(.leaf(of: bytes))
            return true
        }
        #expect(checkpoint.checkpoint.root == edge.root)
        #expect(try checkpoint.verified(by: book.trustedKeys().all).count == 1)
        // Asked again, the same is given; and an earlier one fits in.
        #expect(try book.takeCheckpoint() == checkpoint)
        let earlier = try book.takeCheckpoint(at: Position(4))
        #expect(try book.checkpoints().map(\.checkpoint.size) == [4, 6])
        let proof = try #require(try book.consistencyProof(from: 4, to: checkpoint))
        #expect(proof.proves(earlier.checkpoint))
        #expect(throws: NoteError.self) { try book.takeCheckpoint(at: Position(7)) }
    }

    @Test func aReceiptNeedsNoBook() throws {
        let book = try makeBook()
        for position: Int64 in 1...6 {
            let receipt = try #require(try book.receipt(for: Position(position)))
            let read = try InclusionProofFile(receipt.description)
            let entry = try #require(read.extra)
            #expect(try Array(entry) == book.entry(at: Position(position))?.bytes)
            #expect(entry.withUnsafeBytes { read.proves($0) })
            #expect(try read.checkpoint.verified(by: book.trustedKeys().all).count == 1)
        }
        #expect(try book.receipt(for: Position(7)) == nil)
    }

    @Test func tilesAreWhatTheTreeIsMadeOf() throws {
        let book = try makeBook(299)
        let checkpoint = try book.takeCheckpoint()
        var files: [String: [UInt8]] = [:]
        try book.exportTiles(upTo: checkpoint) { files[$0] = $1 }
        #expect(
            Set(files.keys) == [
                "checkpoint", "tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/000",
                "tile/entries/001.p/44",
            ])
        // The bundles hold the entries, and the tiles their hashes.
        var leaves: [[UInt8]] = []
        for name in ["tile/entries/000", "tile/entries/001.p/44"] {
            var rest = try #require(files[name])[...]
            while let high = rest.popFirst(), let low = rest.popFirst() {
                let count = Int(high) << 8 | Int(low)
                leaves.append(rest.prefix(count).withUnsafeBytes { TreeHash.leaf(of: $0).bytes })
                rest = rest.dropFirst(count)
            }
        }
        #expect(leaves.count == 300)
        #expect(try Array(leaves.joined()) == #require(files["tile/0/000"]) + #require(files["tile/0/001.p/44"]))
        #expect(files["tile/1/000.p/1"] == (try book.root(size: 256)).bytes)
    }

    // MARK: - Keys

    @Test func theKeyIsItsOwnersAlone() throws {
        _ = try makeBook()
        for path in [keyFile, BookFiles.keys(ofBookAt: bench.path)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        }
        // Rights that a copy gave are taken away again.
        let book = try bench.openBook()
        _ = try book.takeCheckpoint()
        for path in [keyFile, BookFiles.keys(ofBookAt: bench.path)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func aLostKeySignsNothingAndSpoilsNothing() throws {
        let book = try makeBook()
        let checkpoint = try book.takeCheckpoint()
        let published = try book.trustedKeys().all
        try FileManager.default.removeItem(atPath: keyFile)
        #expect(throws: KeyFileError.signingKeyMissing(path: keyFile)) { try book.takeCheckpoint() }
        #expect(bench.isRecorded(#"{"command":"visit.record"}"#, in: book))
        let unproved = try book.verify()
        #expect(unproved.isSound && unproved.provedUpTo == 0)
        #expect(try book.verify(trusting: TrustedKeys(named: published)).provedUpTo == 6)
        // A new one takes its place; what the lost one signed is checked with its public key.
        let new = try book.rotateSigningKey()
        #expect(try book.takeCheckpoint().verified(by: [new]).count == 1)
        #expect(throws: NoteError.notSigned) { try checkpoint.verified(by: book.trustedKeys().all) }
        #expect(try checkpoint.verified(by: published).count == 1)
        // Whoever names the lost key trusts that one, and not the keeper's new one.
        let named = try book.verify(trusting: TrustedKeys(named: published))
        #expect(named.checkpoints.map(\.checkpoint.size) == [6] && named.unvouched.map(\.size) == [7])
        let both = try book.verify(trusting: TrustedKeys(named: published + [new]))
        #expect(both.checkpoints.map(\.checkpoint.size) == [6, 7] && both.unvouched.isEmpty)
    }

    @Test func aRotatedKeyStaysGoodForWhatItSigned() throws {
        let book = try makeBook()
        let old = try book.takeCheckpoint()
        let oldKey = try #require(try book.trustedKeys().all.first)
        let newKey = try book.rotateSigningKey()
        #expect(newKey != oldKey)
        #expect(try book.trustedKeys().all == [newKey, oldKey])
        bench.record(1, in: book)
        let new = try book.takeCheckpoint()
        #expect(try new.verified(by: [newKey]).map(\.key) == [newKey])
        #expect(throws: NoteError.notSigned) { try new.verified(by: [oldKey]) }
        #expect(try old.verified(by: book.trustedKeys().all).map(\.key) == [oldKey])
        #expect(try book.verify().checkpoints.map(\.checkpoint.size) == [6, 7])
    }

    @Test func theKeyOfAnotherBookIsRefused() throws {
        let book = try makeBook()
        _ = try book.takeCheckpoint()
        let other = SigningKey(name: "minutebook/22222222-2222-4222-8222-222222222222")!
        let mine = try keyText()
        try "signer \(other.secretText)\nsigned 2 \(TreeHash.emptyRoot.base64)\n".write(toFile: keyFile, atomically: false, encoding: .utf8)
        #expect(throws: KeyFileError.otherBook(path: keyFile)) { try book.takeCheckpoint() }
        // It is the key that is wrong, and the book is not accused of anything.
        let report = try book.verify()
        #expect(report.findings.map(\.fault) == [.keyFile(.otherBook(path: keyFile))])
        #expect(!report.hasFalseCheckpoint && report.provedUpTo == 0)
        try mine.write(toFile: keyFile, atomically: false, encoding: .utf8)
        _ = try book.takeCheckpoint()
    }

    @Test(arguments: [
        ("", 1), ("signer x", 1), ("# a comment\n\nsigned x y", 3), ("signed 5 AAAA", 1), ("what 1", 1), ("witness 1", 1),
        ("signer", 1),
    ])
    func aMalformedKeyFileIsRefused(text: String, line: Int) throws {
        let book = try makeBook()
        try text.write(toFile: keyFile, atomically: false, encoding: .utf8)
        #expect(throws: KeyFileError.malformed(path: keyFile, line: line)) { try book.takeCheckpoint() }
    }

    // MARK: - What was signed is never contradicted

    /// The whole book put back to an earlier copy: nothing in the file tells, but the key remembers.
    @Test func anOlderCopyIsNoticed() throws {
        let book = try makeBook()
        try book.close()
        let copy = try Data(contentsOf: URL(fileURLWithPath: bench.path))
        let later = try bench.openBook()
        bench.record(3, in: later)
        _ = try later.takeCheckpoint()
        try later.close()
        try copy.write(to: URL(fileURLWithPath: bench.path))
        let older = try bench.openBook()
        #expect(throws: KeyFileError.bookIsShorter(signed: 9, held: 6)) { try older.takeCheckpoint() }
        let report = try older.verify()
        let missing = try #require(memory(in: report))
        #expect(missing.checkpoint.size == 9 && missing.held == 6 && missing.note == nil)
        #expect(report.firstFault == Position(7))
        // Going on as if nothing had been: longer than what was signed, and still not the same.
        bench.record(5, in: older)
        #expect(throws: KeyFileError.historyChanged(signed: 9)) { try older.takeCheckpoint() }
        let changed = try #require(memory(in: older.verify()))
        #expect(changed.checkpoint == missing.checkpoint && changed.held == 11 && changed.undisputedUpTo == 0)
        // Only whoever says so starts anew.
        _ = try older.rotateSigningKey(afterLoss: true)
        #expect(try older.takeCheckpoint().checkpoint.size == 11)
        #expect(try older.verify().isSound)
    }

    private func memory(in report: VerificationReport) -> KeyMemory? {
        guard case .contradictsKeyFile(let memory)? = report.findings.first?.fault, report.findings.count == 1 else { return nil }
        return memory
    }

    // MARK: - Witnesses

    @Test func aWitnessVouches() throws {
        let book = try makeBook()
        let checkpoint = try book.takeCheckpoint()
        let witness = Witness(name: "witness.example/w1")
        let line = try witness.line(for: checkpoint.note.text, at: 1_700_000_000)
        // A stranger's signature is kept, and not believed.
        #expect(try book.addCosignatures(line).witnesses.isEmpty)
        try book.trust(witness: witness.verifier)
        try book.trust(witness: witness.verifier)
        #expect(try book.addCosignatures(line).witnesses.map(\.time) == [1_700_000_000])
        #expect(try book.verify().checkpoints.last?.witnesses.map(\.key) == [witness.verifier])
        // One for another text is refused, and changes nothing.
        bench.record(1, in: book)
        let next = try book.takeCheckpoint()
        #expect(throws: NoteError.wrongSignature(name: "witness.example/w1")) { try book.addCosignatures(line) }
        #expect(throws: NoteError.self) { try book.addCosignatures("no signature") }
        #expect(try book.checkpoints().last == next)
    }
}
