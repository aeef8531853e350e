import Foundation
import TestSupport
import Testing
import TransparencyTree

@Suite("Signed notes, checkpoints, proofs")
struct NoteTests {
    // MARK: - From elsewhere

    /// The example that the Go module golang.org/x/mod/sumdb/note documents, key and note.
    @Test func aPublishedNote() throws {
        let key = try #require(VerifierKey("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"))
        let text = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.

            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

            """
        let note = try SignedNote(text)
        #expect(try note.verified(by: [key]).map(\.key) == [key])
        #expect(note.description == text)
        let false1 = try SignedNote(text.replacingOccurrences(of: "your problem is", with: "your problem was"))
        #expect(throws: NoteError.wrongSignature(name: "PeterNeumann")) { try false1.verified(by: [key]) }
    }

    /// The private key that goes with it, from the same documentation.
    @Test func aPublishedSigningKey() throws {
        let key = try #require(
            SigningKey("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"))
        #expect(key.verifier.description == "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
        #expect(key.secretText == "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz")
        let note = try SignedNote(text: "a text\n", signedWith: key)
        #expect(try note.verified(by: [key.verifier]).count == 1)
    }

    /// A checkpoint of the Go checksum database, whose key has another name than its origin.
    @Test func aPublishedCheckpoint() throws {
        let key = try #require(VerifierKey("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8"))
        let text = """
            go.sum database tree
            63096908
            8lHrQPRYe4KT4WQ9/Qk8/taKnD6IRHbFgfN7vQE2Y54=

            — sum.golang.org Az3gri/oVBN1jAhNZ/iS+W31psFAWRT20/GyrhpU6taFwulQGetBkH5S7wpGXdS935jiIGiUUAXBVHzT/P6fYhqAmAk=

            """
        let signed = try SignedCheckpoint(text)
        #expect(try signed.verified(by: [key, Self.signer.verifier]).map(\.key) == [key])
        #expect((signed.checkpoint.origin, signed.checkpoint.size) == ("go.sum database tree", 63_096_908))
        #expect(throws: NoteError.notSigned) { try signed.verified(by: [Self.signer.verifier]) }
        // A trusted key of the origin's name is the only one that speaks for the log.
        let other = try #require(SigningKey(name: "other"))
        let foreign = try Checkpoint(origin: Self.signer.name, size: 0, root: .emptyRoot).signed(with: other)
        #expect(try foreign.verified(by: [other.verifier]).count == 1)
        #expect(throws: NoteError.notSigned) { try foreign.verified(by: [other.verifier, Self.signer.verifier]) }
    }

    // MARK: - Keys

    @Test(arguments: [
        "", "+", "a+b+c", "PeterNeumann+c74f20a3", "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=",
        "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    ])
    func noKey(text: String) { #expect(VerifierKey(text) == nil) }

    // MARK: - Notes that break the format

    private static let signer = SigningKey(name: "minutebook/test")!

    @Test(arguments: [
        "", "text\n", "text\n\n", "text\n\n— name\n", "text\n— minutebook/test AAAAAAAA\n", "text\n\n- minutebook/test AAAAAAAA\n",
        "text\n\n— minutebook/test AAAAAAAA", "text\n\n— minutebook/test AAAA\n", "text\n\n— mi+nu AAAAAAAA\n",
        "\u{FEFF}text\n\n— minutebook/test AAAAAAAA\n", "text\r\n\n— minutebook/test AAAAAAAA\n", "text\n\n— minutebook/test AAAAAAA!\n", "text\n\n— minutebook/test AAAAAAAA \n",
    ])
    func malformedNotes(text: String) {
        #expect(throws: NoteError.self) { try SignedNote(text) }
    }

    @Test func signaturesOfOthersArePassedOver() throws {
        let other = SigningKey(name: "somebody/else")!
        let note = try SignedNote(text: "text\n", signedWith: Self.signer)
        #expect(throws: NoteError.notSigned) { try note.verified(by: [other.verifier]) }
        #expect(try note.verified(by: [other.verifier, Self.signer.verifier]).map(\.key) == [Self.signer.verifier])
        // The same name, another key: another key id, so a stranger.
        let namesake = SigningKey(name: Self.signer.name)!
        #expect(throws: NoteError.notSigned) { try note.verified(by: [namesake.verifier]) }
    }

    /// As Go's note package has it: of one key's signatures the first counts. But none may be false.
    @Test func aSecondSignatureOfOneKeyIsDropped() throws {
        let signed = try SignedNote(text: "text\n", signedWith: Self.signer)
        let line = signed.description.split(separator: "\n").last.map { $0 + "\n" } ?? ""
        let twice = try SignedNote(signed.description + line)
        #expect(try twice.verified(by: [Self.signer.verifier]).map(\.key) == [Self.signer.verifier])
        let (witness, other) = (Witness(name: "witness.example"), try SignedNote(text: "other\n", signedWith: Self.signer))
        let cosigned = try signed.adding([1, 2].map { try #require(NoteSignature(line: witness.line(for: "text\n", at: $0))) })
        #expect(cosigned.signatures.count == 2)
        let both = try SignedNote(signed.description + [1, 2].map { try witness.line(for: "text\n", at: $0) + "\n" }.joined())
        #expect(try both.verified(by: [witness.verifier]).map(\.time) == [1])
        let wrong = try SignedNote(signed.description + other.description.replacingOccurrences(of: "other\n\n", with: ""))
        #expect(throws: NoteError.wrongSignature(name: "minutebook/test")) { try wrong.verified(by: [Self.signer.verifier]) }
    }

    @Test func aHundredSignaturesAreRead() throws {
        let note = try SignedNote(text: "text\n", signedWith: Self.signer)
        let line = { (number: Int) in "— other/\(number) AAAAAAAA\n" }
        let full = try SignedNote(note.description + (1...99).map(line).joined())
        #expect(try full.verified(by: [Self.signer.verifier]).count == 1)
        #expect(throws: NoteError.malformed(.tooManySignatures)) {
            try SignedNote(note.description + (1...100).map(line).joined())
        }
    }

    // MARK: - Bytes, not what Unicode calls equivalent

    @Test func namesAndTextsAreTheirBytes() throws {
        let (one, two) = ("caf\u{E9}", "cafe\u{301}")
        try #require(one == two)
        let key = try #require(SigningKey(name: one))
        let alias = try #require(VerifierKey(name: two, algorithm: .ed25519, publicKey: key.verifier.publicKey))
        #expect(alias != key.verifier && Set([alias, key.verifier]).count == 2)
        #expect(Checkpoint(origin: one, size: 0, root: .emptyRoot) != Checkpoint(origin: two, size: 0, root: .emptyRoot))
        #expect(try SignedNote("\(one)\n\n— a AAAAAAAA\n") != SignedNote("\(two)\n\n— a AAAAAAAA\n"))
        let signatures = [one, two].map { NoteSignature(name: $0, keyID: Data([0, 0, 0, 1]), bytes: Data([1])) }
        #expect(signatures[0] != signatures[1])
        let note = try SignedNote(text: "text\n", signedWith: key)
        #expect(note.adding([signatures[0]]).adding([signatures[1]]).signatures.count == 3)
        // The origin is written in the other way: nobody of that name is trusted, and the one who is has another.
        let named = try #require(SigningKey(name: two))
        let signed = try Checkpoint(origin: one, size: 0, root: .emptyRoot).signed(with: named)
        #expect(throws: NoteError.notSigned) { try signed.verified(by: [named.verifier, key.verifier]) }
    }

    /// The Kelvin sign is equivalent to K, and a plus with an accent is one character.
    @Test func markersAreTheirBytes() throws {
        let secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
        #expect(SigningKey(secret) != nil && SigningKey(secret.replacingOccurrences(of: "KEY", with: "\u{212A}EY")) == nil)
        let accented = try #require(VerifierKey(name: "\u{301}a", algorithm: .ed25519, publicKey: Self.signer.verifier.publicKey))
        #expect(VerifierKey(accented.description) == accented)
        let key = try #require(SigningKey(name: "\u{301}a"))
        let note = try SignedNote(text: "text\n", signedWith: key)
        #expect(try SignedNote(note.description) == note)
    }

    /// Whatever single bit is flipped, a note is refused, or is not the note that was signed any more.
    @Test func everyFlippedBitIsNoticed() throws {
        let tree = Grown(count: 9)
        let checkpoint = try Checkpoint(origin: Self.signer.name, size: 9, root: tree.prover.root(size: 9))
            .signed(with: Self.signer)
        let bytes = Array(checkpoint.description.utf8)
        for bit in 0..<(bytes.count * 8) {
            var flipped = bytes
            flipped[bit / 8] ^= 1 << (bit % 8)
            guard let text = String(validating: flipped, as: UTF8.self) else { continue }
            #expect(throws: NoteError.self, "bit \(bit)") {
                try SignedCheckpoint(text).verified(by: [Self.signer.verifier])
            }
        }
    }

    // MARK: - Checkpoints

    @Test func aCheckpointComesBack() throws {
        let root = try #require(TreeHash(bytes: Array(repeating: UInt8(7), count: 32)))
        let signed = try Checkpoint(origin: Self.signer.name, size: 415, root: root).signed(with: Self.signer)
        let read = try SignedCheckpoint(signed.description)
        #expect(read == signed)
        #expect(read.checkpoint == Checkpoint(origin: "minutebook/test", size: 415, root: root))
        #expect(signed.description.hasPrefix("minutebook/test\n415\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n\n— minutebook/test "))
    }

    @Test(arguments: [
        "origin\n1\n", "origin\n01\n\(hash)\n", "origin\n-1\n\(hash)\n", "origin\n+1\n\(hash)\n", "origin\n1\nAAAA\n",
        "\n1\n\(hash)\n", "origin\n1\n\(hash)\n\n", "origin\n1\n\(hash) \n", "origin\n99999999999999999999\n\(hash)\n",
    ])
    func malformedCheckpoints(text: String) {
        #expect(throws: NoteError.self) { try Checkpoint(noteText: text) }
    }

    /// The root of nothing is known.
    @Test func anEmptyLogHasOneRoot() throws {
        #expect(try Checkpoint(noteText: "origin\n0\n\(TreeHash.emptyRoot.base64)\n").root == .emptyRoot)
        #expect(throws: NoteError.malformed(.otherRootOfNothing)) {
            try Checkpoint(noteText: "origin\n0\n\(Self.hash)\n")
        }
    }

    @Test func extensionLinesAreWritten() throws {
        let root = try #require(TreeHash(base64: Self.hash))
        let checkpoint = Checkpoint(origin: Self.signer.name, size: 1, root: root, extensions: ["one", "two 二"])
        let read = try SignedCheckpoint(checkpoint.signed(with: Self.signer).description)
        #expect(read.checkpoint == checkpoint && read.checkpoint.extensions == ["one", "two 二"])
        #expect(try read.verified(by: [Self.signer.verifier]).count == 1)
        #expect(checkpoint != Checkpoint(origin: Self.signer.name, size: 1, root: root))
        for line in ["", "a\nb", "a\n"] {
            let split = Checkpoint(origin: Self.signer.name, size: 1, root: root, extensions: [line])
            #expect(throws: NoteError.self) { try split.signed(with: Self.signer) }
        }
    }

    private static let hash = "BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc="

    @Test func extensionLinesAreSignedToo() throws {
        let note = try SignedNote(text: "minutebook/test\n1\n\(Self.hash)\nmore\n", signedWith: Self.signer)
        let read = try SignedCheckpoint(note.description)
        #expect(read.checkpoint.extensions == ["more"])
        #expect(try read.verified(by: [Self.signer.verifier]).count == 1)
        let cut = try SignedCheckpoint(note.description.replacingOccurrences(of: "more\n", with: ""))
        #expect(throws: NoteError.wrongSignature(name: "minutebook/test")) { try cut.verified(by: [Self.signer.verifier]) }
    }

    /// A note that somebody else signed is no checkpoint of this log, whoever is trusted.
    @Test func theLogItselfHasToSign() throws {
        let other = SigningKey(name: "somebody/else")!
        let note = try SignedNote(text: "minutebook/test\n1\n\(Self.hash)\n", signedWith: other)
        let read = try SignedCheckpoint(note.description)
        #expect(throws: NoteError.notSigned) { try read.verified(by: [other.verifier, Self.signer.verifier]) }
    }

    // MARK: - Witnesses

    /// Signed as the specification's text says, with this test's own hand.
    @Test func aWitnessSigns() throws {
        let signed = try Checkpoint(origin: Self.signer.name, size: 1, root: #require(TreeHash(base64: Self.hash)))
            .signed(with: Self.signer)
        let witness = Witness(name: "witness.example/w1")
        let line = try witness.line(for: signed.note.text, at: 1_679_315_147)
        let cosigned = signed.adding([try #require(NoteSignature(line: line))])
        let verified = try SignedCheckpoint(cosigned.description).verified(by: [Self.signer.verifier, witness.verifier])
        #expect(verified.map(\.time) == [nil, 1_679_315_147])
        #expect(cosigned.bare == signed)
        // The last time that the specification allows, and the first that it does not.
        let edge = UInt64(Int64.max)
        for (time, isAllowed) in [(edge, true), (edge + 1, false), (.max, false)] {
            let line = try #require(NoteSignature(line: witness.line(for: signed.note.text, at: time)))
            let times = try? signed.adding([line]).verified(by: [Self.signer.verifier, witness.verifier]).map(\.time)
            #expect(times == (isAllowed ? [nil, time] : nil))
        }
        // A witness alone does not speak for the log.
        let alone = try SignedCheckpoint(signed.note.text + "\n" + line + "\n")
        #expect(throws: NoteError.notSigned) { try alone.verified(by: [Self.signer.verifier, witness.verifier]) }
        // Another time than was signed.
        let later = try witness.line(for: signed.note.text, at: 1_679_315_147, claiming: 1_679_315_148)
        let forged = signed.adding([try #require(NoteSignature(line: later))])
        #expect(throws: NoteError.wrongSignature(name: "witness.example/w1")) {
            try forged.verified(by: [Self.signer.verifier, witness.verifier])
        }
    }

    // MARK: - Proof files

    @Test func aProofComesBackAndHolds() throws {
        let entries = (0..<70).map { Array("entry \($0)".utf8) }
        let tree = Grown(entries.map { $0.withUnsafeBytes { TreeHash.leaf(of: $0) } })
        let checkpoint = try Checkpoint(origin: Self.signer.name, size: 70, root: tree.prover.root(size: 70))
            .signed(with: Self.signer)
        for (index, entry) in entries.enumerated() {
            let proof = InclusionProofFile(
                index: Int64(index), path: try tree.prover.inclusionProof(of: Int64(index), size: 70), checkpoint: checkpoint,
                extra: Data(entry))
            let read = try InclusionProofFile(proof.description)
            #expect(read == proof)
            #expect(entry.withUnsafeBytes { read.proves($0) })
            let other = entries[(index + 1) % 70]
            #expect(!other.withUnsafeBytes { read.proves($0) })
        }
    }

    @Test func aConsistencyProofComesBackAndHolds() throws {
        let tree = Grown(count: 70)
        func checkpoint(_ size: Int64) throws -> SignedCheckpoint {
            try Checkpoint(origin: Self.signer.name, size: size, root: tree.prover.root(size: size)).signed(with: Self.signer)
        }
        let new = try checkpoint(70)
        for size: Int64 in 1...70 {
            let proof = ConsistencyProofFile(
                oldSize: size, path: try tree.prover.consistencyProof(from: size, to: 70), checkpoint: new)
            let read = try ConsistencyProofFile(proof.description)
            #expect(read == proof)
            #expect(read.proves(try checkpoint(size).checkpoint))
            #expect(!read.proves(try checkpoint(size % 70 + 1).checkpoint))
        }
    }

    @Test(arguments: [
        "", "c2sp.org/tlog-proof@v1\n", "c2sp.org/tlog-proof@v2\nindex 0\n\n", "c2sp.org/tlog-proof@v1\nindex 01\n\nx",
        "c2sp.org/tlog-proof@v1\nindex -1\n\nx", "c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\nx",
        "c2sp.org/tlog-proof@v1\nindex 0\nAAAA\n\nx", "c2sp.org/tlog-proof@v1\nindex 0\n\nno checkpoint\n",
    ])
    func malformedProofs(text: String) {
        #expect(throws: NoteError.self) { try InclusionProofFile(text) }
        #expect(throws: NoteError.self) { try ConsistencyProofFile(text) }
    }

    /// A file that is wrong is told what is wrong with it, not with another kind of file.
    @Test(arguments: [
        ("c2sp.org/tlog-proof@v1 \nindex 0\n\n", NoteFault.notAnInclusionProof(header: "c2sp.org/tlog-proof@v1")),
        ("c2sp.org/tlog-proof@v2\nindex 0\n\n", NoteFault.notAnInclusionProof(header: "c2sp.org/tlog-proof@v1")),
        ("c2sp.org/tlog-proof@v1\nextra !\nindex 0\n\n", .extraIsNotBase64),
        ("c2sp.org/tlog-proof@v1\nindex 0 \n\n", .noIndex),
        ("c2sp.org/tlog-proof@v1\nmore 1\nindex 0\n\n", .noIndex),
        ("c2sp.org/tlog-proof@v1\nextra AAAA\nextra AAAA\nindex 0\n\n", .noIndex),
        ("c2sp.org/tlog-proof@v1\nindex 0\nextra AAAA\n\n", .notAHash("extra AAAA")),
        ("c2sp.org/tlog-proof@v1\nindex 0\nindex 0\n\n", .notAHash("index 0")),
        ("c2sp.org/tlog-proof@v1\nindex 0\n\(hash) \n\n", .notAHash("\(hash) ")),
        ("c2sp.org/tlog-proof@v1\nindex 0\n" + String(repeating: "\(hash)\n", count: 64) + "\n", .tooManyHashes),
        ("c2sp.org/tlog-proof@v1\nindex 0\n", .noBlankLineBeforeCheckpoint),
        ("c2sp.org/tlog-proof@v1\nindex 0\n\norigin\n", .noBlankLineBeforeSignatures),
        ("old 01\n\n", .notAConsistencyProof),
        ("old 1\nold 1\n\n", .notAHash("old 1")),
        ("\u{FEFF}c2sp.org/tlog-proof@v1\nindex 0\n\n", .byteOrderMark),
        ("\u{FEFF}origin\n1\n\(hash)\n\n— a AAAAAAAA\n", .byteOrderMark),
        ("origin\n1\n\(hash)\n\n— a AAAAAAAA", .lastLineWithoutEnd),
        ("origin\n1\n\n— a AAAAAAAA\n", .notACheckpoint),
    ])
    func theReasonIsTheTrueOne(text: String, reason: NoteFault) {
        #expect(throws: NoteError.malformed(reason)) { try ProofDocument(text) }
    }

    @Test func aProofsKindIsToldByItsBeginning() throws {
        let checkpoint = try Checkpoint(origin: Self.signer.name, size: 1, root: #require(TreeHash(base64: Self.hash)))
            .signed(with: Self.signer)
        let receipt = InclusionProofFile(index: 0, path: [], checkpoint: checkpoint, extra: Data())
        let growth = ConsistencyProofFile(oldSize: 1, path: [], checkpoint: checkpoint)
        #expect(try ProofDocument(checkpoint.description) == .checkpoint(checkpoint))
        #expect(try ProofDocument(receipt.description) == .inclusion(receipt))
        #expect(try ProofDocument(growth.description) == .consistency(growth))
    }
}
