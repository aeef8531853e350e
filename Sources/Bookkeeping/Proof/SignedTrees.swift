internal import EventLog
internal import TransparencyTree

/// What was signed, compared with the tree as it grows.
struct SignedTrees {
    private struct Claim {
        let tree: SigningKeys.SignedTree
        /// Nil for what the key file remembers: that accuses, and proves nothing.
        let note: SignedCheckpoint?
        var signatures: [VerifiedSignature] = []
        var isOutside = false
        /// Whether who signed it counts for so many entries.
        var counts = true

        var logKeys: [VerifierKey] { signatures.map(\.key).filter { $0.algorithm == .ed25519 } }
    }

    private let origin: String?
    private let trusted: TrustedKeys
    /// In the order of their sizes.
    private var claims: [Claim] = []
    private var next = 0
    /// The largest tree that was signed, and that nothing which was signed of it or of a smaller one contradicts.
    private var soundUpTo: Int64 = 0
    private var held: Int64 = 0
    private var trueClaims: [Claim] = []
    private var falseClaims: [Claim] = []

    /// Whether what the key file remembers is told as a fact: of a log that has no copies which it could be that of.
    private let isMemoryTrusted: Bool

    init(_ origin: String?, _ trusted: TrustedKeys, remembered: SigningKeys.SignedTree?, isMemoryTrusted: Bool = false) {
        self.isMemoryTrusted = isMemoryTrusted
        self.origin = origin
        self.trusted = trusted
        if let remembered { claims = [Claim(tree: remembered, note: nil)] }
    }

    /// - Parameters:
    ///   - stored: the book's own list.
    ///   - outside: checkpoints that were kept elsewhere.
    mutating func add(
        _ stored: [StoredCheckpoint], outside: [SignedCheckpoint], _ report: inout VerificationReport
    ) throws {
        for stored in stored {
            do throws(NoteError) {
                let checkpoint = try SignedCheckpoint(stored.note)
                guard checkpoint.checkpoint.size == stored.size else { throw .mismatch(.storedUnderOtherSize) }
                try add(checkpoint, isOutside: false, &report)
            } catch {
                report.add(.checkpointUnreadable(size: stored.size, error), at: nil)
            }
        }
        for checkpoint in outside {
            do throws(NoteError) {
                try add(checkpoint, isOutside: true, &report)
            } catch {
                report.add(.checkpointUnreadable(size: checkpoint.checkpoint.size, error), at: nil)
            }
        }
        claims.sort { $0.tree.size < $1.tree.size }
    }

    /// Whether there is a checkpoint that somebody signed who is trusted.
    var hasNotes: Bool { claims.contains { $0.note != nil } }

    private mutating func add(
        _ checkpoint: SignedCheckpoint, isOutside: Bool, _ report: inout VerificationReport
    ) throws(NoteError) {
        var claim = Claim(tree: checkpoint.checkpoint.tree, note: checkpoint, isOutside: isOutside)
        do throws(NoteError) {
            claim.signatures = try trusted.verified(checkpoint)
        } catch .notSigned {
            if let late = try trusted.outdated(checkpoint), let upTo = late.upTo {
                report.add(.signedByRetiredKey(size: claim.tree.size, key: late.key, upTo: upTo), at: Position(upTo + 1))
                claim.counts = false
            } else if trusted.areNamed, !isOutside {
                // What nobody signed who is trusted proves nothing, and accuses nobody.
                return report.addUnvouched(checkpoint)
            } else {
                throw .notSigned
            }
        }
        guard origin == nil || checkpoint.checkpoint.origin == origin else {
            return report.add(.checkpointOfAnotherBook(origin: checkpoint.checkpoint.origin), at: nil)
        }
        claims.append(claim)
    }

    /// Compares the tree, as it is after one more entry, with all that was signed of that size.
    mutating func check(_ edge: TreeEdge, _ report: inout VerificationReport) {
        held = edge.size
        let first = next
        while next < claims.count, claims[next].tree.size <= edge.size { next += 1 }
        guard first < next else { return }
        let root = edge.root
        trueClaims += claims[first..<next].filter { $0.tree.root == root }
        falseClaims += claims[first..<next].filter { $0.tree.root != root }
        // Beyond what is contradicted nothing is proved: a later tree has the same first entries.
        guard falseClaims.isEmpty else { return }
        for claim in claims[first..<next] where claim.counts {
            guard let note = claim.note else { continue }
            report.checkpoints.append(
                VerificationReport.SoundCheckpoint(
                    checkpoint: note.checkpoint, signatures: claim.signatures, isOutside: claim.isOutside))
            soundUpTo = claim.tree.size
        }
    }

    /// Says what was contradicted, and what was signed of more entries than there are.
    ///
    /// - Parameter log: nil where there is none.
    func finish(_ log: EventLog?, _ report: inout VerificationReport) {
        report.hasFalseCheckpoint = !falseClaims.isEmpty
        for claim in falseClaims { accuse(claim, log, &report) }
        for claim in claims[next...] {
            if let partner = partner(of: claim) { report.add(contradiction(claim, partner, log), at: nil) }
        }
        for size in Set(claims[next...].filter { !isOnlyRemembered($0) }.map(\.tree.size)).sorted() {
            report.add(.entriesMissing(signed: size, held: held), at: Position(held + 1))
        }
        for claim in claims[next...] where isOnlyRemembered(claim) { report.add(.contradictsKeyFile(memory(claim)), at: Position(held + 1)) }
    }

    /// Whether only the key file says so, and no checkpoint of any size contradicts the book.
    private func isOnlyRemembered(_ claim: Claim) -> Bool {
        !isMemoryTrusted && claim.note == nil && (falseClaims + claims[next...]).allSatisfy { $0.note == nil }
    }

    private func memory(_ claim: Claim) -> KeyMemory {
        let size = claim.tree.size
        return KeyMemory(
            checkpoint: Checkpoint(origin: origin ?? "", size: size, root: claim.tree.root), held: held,
            note: trueClaims.first { $0.note != nil && $0.tree.size >= size }?.note, undisputedUpTo: soundUpTo)
    }

    private func accuse(_ claim: Claim, _ log: EventLog?, _ report: inout VerificationReport) {
        let size = claim.tree.size
        // Where an entry shows by itself that it was changed, that is where; else it is somewhere since.
        let shown = report.findings.compactMap(\.position).first { $0.value > soundUpTo && $0.value <= size }
        let place = shown ?? Position(soundUpTo + 1)
        if let partner = partner(of: claim) {
            report.add(contradiction(claim, partner, log), at: Position(soundUpTo + 1))
        } else if let note = claim.note, claim.isOutside, !isListed(note) {
            report.add(.notWhatWasKeptOutside(note, soundUpTo: soundUpTo), at: place)
        } else if shown == nil, isOnlyRemembered(claim) {
            report.add(.contradictsKeyFile(memory(claim)), at: place)
        } else {
            // What the key remembers and a checkpoint of the list say the same.
            report.add(.notWhatWasSigned(size: size, soundUpTo: soundUpTo), at: place)
        }
    }

    /// Whether the book's own list has the same checkpoint.
    private func isListed(_ note: SignedCheckpoint) -> Bool {
        claims.contains { !$0.isOutside && $0.note?.checkpoint == note.checkpoint }
    }

    /// Another tree that the same key signed and that cannot be the same log: of the same size with another root, or a
    /// larger one, which the book is and whose first entries are others.
    private func partner(of claim: Claim) -> Claim? {
        let keys = Set(claim.logKeys)
        func isSameKey(_ other: Claim) -> Bool { !keys.isDisjoint(with: other.logKeys) }
        let sameSize = claims.first { isSameKey($0) && $0.tree.size == claim.tree.size && $0.tree.root != claim.tree.root }
        guard claim.tree.size <= held else { return sameSize }
        return sameSize ?? trueClaims.first { isSameKey($0) && $0.tree.size > claim.tree.size }
    }

    private func contradiction(_ claim: Claim, _ partner: Claim, _ log: EventLog?) -> VerificationReport.Fault {
        guard let first = claim.note, let second = partner.note,
            let key = claim.logKeys.first(where: partner.logKeys.contains)
        else { preconditionFailure("what is signed by a key has a note and a key") }
        return .twoHistories(
            Contradiction(
                key: key, first: first, second: second, proof: Self.proof(from: claim.tree.size, to: second, log),
                undisputedUpTo: soundUpTo))
    }

    /// What the larger tree's first entries are: with it the two notes are evidence without the book.
    private static func proof(from size: Int64, to second: SignedCheckpoint, _ log: EventLog?) -> ConsistencyProofFile? {
        guard let log, size < second.checkpoint.size else { return nil }
        do {
            let path = try log.withTree { try $0.prover.consistencyProof(from: size, to: second.checkpoint.size) }
            return ConsistencyProofFile(oldSize: size, path: path, checkpoint: second)
        } catch {
            // The tree cannot be read: that is a finding of its own.
            return nil
        }
    }
}
