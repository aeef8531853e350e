public import EventLog
internal import Foundation
public import TransparencyTree

extension Book {
    /// A proof that an entry stands in the book, with the entry itself: good without the book, for whoever knows its key.
    ///
    /// - Parameter checkpoint: the tree to prove it in; by default the last one that was signed, or one signed now.
    /// - Throws: `KeyFileError`, `LogError`; `NoteError` if the checkpoint does not reach so far.
    public func receipt(
        for position: Position, in checkpoint: SignedCheckpoint? = nil
    ) throws -> InclusionProofFile? {
        guard let entry = try log.entry(at: position) else { return nil }
        let checkpoint = try checkpoint ?? self.checkpoint(covering: position)
        guard checkpoint.checkpoint.size >= position.value else {
            throw NoteError.mismatch(.checkpointIsShorter(size: checkpoint.checkpoint.size, position: position.value))
        }
        let path = try log.withTree { tree in
            try tree.prover.inclusionProof(of: position.value - 1, size: checkpoint.checkpoint.size)
        }
        return InclusionProofFile(
            index: position.value - 1, path: path, checkpoint: checkpoint, extra: Data(entry.bytes))
    }

    /// The root of the tree as it was when the book had `size` entries.
    public func root(size: Int64) throws -> TreeHash { try log.withTree { try $0.prover.root(size: size) } }

    /// A proof that the book only grew from an earlier size to a checkpoint.
    ///
    /// - Returns: nil if the checkpoint is not later.
    public func consistencyProof(from oldSize: Int64, to checkpoint: SignedCheckpoint) throws -> ConsistencyProofFile? {
        let size = checkpoint.checkpoint.size
        guard oldSize >= 0, oldSize <= size else { return nil }
        let path = try log.withTree { try $0.prover.consistencyProof(from: oldSize, to: size) }
        return ConsistencyProofFile(oldSize: oldSize, path: path, checkpoint: checkpoint)
    }

    /// Hands over the files of a tiled log (C2SP tlog-tiles) up to a checkpoint: what a monitor reads.
    ///
    /// - Parameter write: is given each file's path in the log, and its bytes.
    public func exportTiles(
        upTo checkpoint: SignedCheckpoint, _ write: (_ path: String, _ bytes: [UInt8]) throws -> Void
    ) throws {
        let size = checkpoint.checkpoint.size
        try log.withTree { tree in
            for tile in Tile.all(size: size) {
                try write(tile.path, tile.nodes.flatMap { try tree.hash(of: $0).bytes })
            }
        }
        for bundle in Tile.bundles(size: size) {
            var bytes: [UInt8] = []
            var rest = bundle.hashCount
            try log.forEachStored(after: Position(bundle.index * Int64(Tile.width))) { _, entry, _ in
                bytes.append(UInt8(entry.count >> 8))
                bytes.append(UInt8(entry.count & 0xFF))
                bytes += entry
                rest -= 1
                return rest > 0
            }
            try write(bundle.bundlePath, bytes)
        }
        try write("checkpoint", Array(checkpoint.description.utf8))
    }
}
