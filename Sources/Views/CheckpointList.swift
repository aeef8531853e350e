public import Bookkeeping
public import CanonicalJSON
internal import EventLog
public import Rendering
public import TransparencyTree
internal import Wording

/// The checkpoints that a book keeps, the smallest first, and whose signatures on each were checked.
public struct CheckpointList: Sendable {
    public struct Row: Sendable {
        public let checkpoint: Checkpoint
        /// Nobody, of a checkpoint that none of the keys signed.
        public let signers: [VerifiedSignature]
    }

    public let rows: [Row]

    /// - Throws: `NoteError` for a signature that claims to be by one of the keys and is not.
    public init(_ checkpoints: [SignedCheckpoint], trusting keys: TrustedKeys) throws(NoteError) {
        var rows: [Row] = []
        for checkpoint in checkpoints {
            do throws(NoteError) {
                rows.append(Row(checkpoint: checkpoint.checkpoint, signers: try keys.verified(checkpoint)))
            } catch {
                guard error == .notSigned else { throw error }
                rows.append(Row(checkpoint: checkpoint.checkpoint, signers: []))
            }
        }
        self.rows = rows
    }

    public var json: JSONValue {
        .array(
            rows.map {
                [
                    "size": .integer($0.checkpoint.size), "root": .string($0.checkpoint.root.base64),
                    "signers": .texts($0.signers.map(\.key.label)),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            "checkpoints",
            [
                .init("size", ColumnTitle.entryCount, .number), .init("root", ColumnTitle.rootHash, .word),
                .init("signers", ColumnTitle.signers),
            ])
        for row in rows {
            table.append([
                .number(row.checkpoint.size), .plain(row.checkpoint.root.base64),
                .plain(row.signers.map(\.key.label).joined(separator: " ")),
            ])
        }
        return Document(table)
    }
}
