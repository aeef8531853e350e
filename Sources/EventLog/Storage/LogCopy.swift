internal import GRDB
internal import TransparencyTree

/// What a copy took over.
public struct LogCopy: Equatable, Sendable {
    /// Entries that were there before, and are the same.
    public internal(set) var kept: Int64 = 0
    /// Entries that were added.
    public internal(set) var added: Int64 = 0
    public internal(set) var attachmentsAdded: Int64 = 0

    package init() {}
}

extension EventLog {
    /// Entries per transaction of a copy: broken off between two, it is a good copy of fewer entries.
    private static let copyBatch = 20_000

    /// Brings a copy up to this log: what it lacks is appended, entry by entry, each hashed anew, and the trees are
    /// compared before and after. Recording goes on meanwhile; the copy is of the moment this begins.
    ///
    /// - Parameter progress: is told how many entries of how many are there.
    /// - Throws: `LogError.diverged` if the copy is of another log, or either was changed; `.damaged` if an entry here
    ///   is not what its hash says.
    public func update(copy: EventLog, progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }) throws -> LogCopy {
        let size = try lastPosition().value
        var result = LogCopy()
        result.kept = try agreedSize(with: copy, upTo: size)
        try copyAttachments(to: copy, &result)
        while result.kept + result.added < size {
            let start = result.kept + result.added
            result.added += try copyEntries(start..<min(start + Int64(Self.copyBatch), size), to: copy)
            progress(result.kept + result.added, size)
        }
        let (here, there) = try (
            withTree { try $0.prover.root(size: size) }, copy.withTree { try $0.prover.root(size: size) })
        guard here == there else { throw LogError.diverged(after: Position(try commonPrefix(with: copy, upTo: size))) }
        try copyCheckpoints(upTo: size, to: copy)
        return result
    }

    /// How many entries the copy has, which are the first of this log.
    private func agreedSize(with copy: EventLog, upTo size: Int64) throws -> Int64 {
        let held = try copy.lastPosition().value
        let common = try commonPrefix(with: copy, upTo: min(held, size))
        guard common == held else { throw LogError.diverged(after: Position(common)) }
        return held
    }

    /// The largest size at which both trees have one root. Trees that differ once differ ever after.
    private func commonPrefix(with other: EventLog, upTo size: Int64) throws -> Int64 {
        try withTree { here in
            try other.withTree { there in
                func agree(_ size: Int64) throws -> Bool { try here.prover.root(size: size) == there.prover.root(size: size) }
                if try agree(size) { return size }
                var (same, different) = (Int64(0), size)
                while different - same > 1 {
                    let middle = (same + different) / 2
                    if try agree(middle) { same = middle } else { different = middle }
                }
                return same
            }
        }
    }

    private func copyEntries(_ range: Range<Int64>, to copy: EventLog) throws -> Int64 {
        try copy.write { transaction in
            var next = range.lowerBound
            try forEachStored(after: Position(range.lowerBound)) { position, bytes, hashes in
                guard next < range.upperBound else { return false }
                next += 1
                let leaf = TreeHash.leaf(of: bytes)
                guard position.value == next, leaf.bytes.elementsEqual(hashes.prefix(TreeHash.byteCount)) else {
                    throw LogError.damaged(position: Position(next), .hashDiffers)
                }
                try transaction.append(bytes, at: position)
                return true
            }
            return next - range.lowerBound
        }
    }

    /// Before the entries: no entry of the copy speaks of an attachment that it lacks.
    private func copyAttachments(to copy: EventLog, _ result: inout LogCopy) throws {
        let held = try Set(copy.attachments())
        for attachment in try attachments() where !held.contains(attachment) {
            try copy.write { transaction in
                let stored = try read { db in
                    try Attachments.reading(attachment.hash, db) { next in
                        try transaction.storeAttachment(byteCountMax: .max, next)
                    }
                }
                guard stored == attachment else { throw LogError.attachmentDamaged(attachment.hash) }
            }
            result.attachmentsAdded += 1
        }
    }

    private func copyCheckpoints(upTo size: Int64, to copy: EventLog) throws {
        let held = try copy.checkpoints()
        let missing = try checkpoints().filter { $0.size <= size && !held.contains($0) }
        guard !missing.isEmpty else { return }
        try copy.write { transaction in
            for checkpoint in missing { try transaction.store(checkpoint) }
        }
    }
}
