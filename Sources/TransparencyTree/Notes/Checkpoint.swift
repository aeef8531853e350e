/// A tree head: how many leaves a log has, and their root (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// Which log it is of.
    public let origin: String
    public let size: Int64
    public let root: TreeHash
    /// Lines that this program neither writes nor understands, but which are signed with the others.
    public let extensions: [String]

    /// Origin and extensions are a line each, without its line feed, and not empty; signing one that is not is refused.
    public init(origin: String, size: Int64, root: TreeHash, extensions: [String] = []) {
        self.origin = origin
        self.size = size
        self.root = root
        self.extensions = extensions
    }

    /// Reads the text of a note.
    ///
    /// - Throws: `NoteError.malformed`.
    public init(noteText: String) throws(NoteError) {
        guard let lines = noteText.wholeLines, lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }) else {
            throw .malformed(.notACheckpoint)
        }
        guard let size = Int64(lines[1]), size >= 0, String(size).hasSameBytes(as: lines[1]) else {
            throw .malformed(.notASize(String(lines[1].prefix(40))))
        }
        guard let root = TreeHash(base64: lines[2]) else {
            throw .malformed(.notARoot(String(lines[2].prefix(80))))
        }
        guard size > 0 || root == .emptyRoot else { throw .malformed(.otherRootOfNothing) }
        origin = String(lines[0])
        self.size = size
        self.root = root
        extensions = lines.dropFirst(3).map(String.init)
    }

    public var noteText: String { ([origin, String(size), root.base64] + extensions).map { $0 + "\n" }.joined() }

    public static func == (left: Checkpoint, right: Checkpoint) -> Bool {
        left.noteText.hasSameBytes(as: right.noteText)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(bytesOf: noteText) }

    /// - Throws: `NoteError.malformed` where it could not be read again.
    public func signed(with key: SigningKey) throws -> SignedCheckpoint {
        guard try Checkpoint(noteText: noteText).extensions.count == extensions.count else {
            throw NoteError.malformed(.lineFeedInLine)
        }
        return SignedCheckpoint(checkpoint: self, note: try SignedNote(text: noteText, signedWith: key))
    }
}

/// A checkpoint as it is handed out: a signed note.
public struct SignedCheckpoint: Hashable, Sendable, CustomStringConvertible {
    public let checkpoint: Checkpoint
    public private(set) var note: SignedNote

    init(checkpoint: Checkpoint, note: SignedNote) {
        self.checkpoint = checkpoint
        self.note = note
    }

    /// Reads a note; its signatures are not checked by that.
    ///
    /// - Throws: `NoteError.malformed`.
    public init(_ text: some StringProtocol) throws(NoteError) {
        note = try SignedNote(text)
        checkpoint = try Checkpoint(noteText: note.text)
    }

    public var description: String { note.description }

    /// Checks that the log has signed: a key of its name among `keys`; and every witness among them that has.
    ///
    /// A log may sign under another name than its origin, as the Go checksum database does. So where no key among `keys` has
    /// the origin's name, the signature of any log's key among them will do.
    ///
    /// - Returns: the signatures that were checked.
    /// - Throws: `NoteError`.
    public func verified(by keys: [VerifierKey]) throws(NoteError) -> [VerifiedSignature] {
        let signatures = try note.verified(by: keys)
        let logs = keys.filter { $0.algorithm == .ed25519 }
        let named = logs.filter { $0.name.hasSameBytes(as: checkpoint.origin) }
        let signers = named.isEmpty ? logs : named
        guard signatures.contains(where: { signers.contains($0.key) }) else { throw .notSigned }
        return signatures
    }

    /// With the signatures under the log's name alone, without those of witnesses and others.
    public var bare: SignedCheckpoint {
        var bare = self
        bare.note = note.keeping { $0.name.hasSameBytes(as: checkpoint.origin) }
        return bare
    }

    /// With those signatures alone that are of the keys given, one of each.
    public func keeping(_ keys: [VerifierKey]) -> SignedCheckpoint {
        var kept = self
        let first = keys.compactMap { key in note.signatures.firstIndex { $0.isOf(key) } }
        kept.note = note.keeping(at: Set(first))
        return kept
    }

    /// With the signatures of another note of the same text, such as a witness returns; nil if the text differs.
    public func merging(_ other: SignedNote) -> SignedCheckpoint? {
        guard other.text.hasSameBytes(as: note.text) else { return nil }
        return adding(other.signatures)
    }

    /// With further signatures, such as a witness's.
    public func adding(_ signatures: [NoteSignature]) -> SignedCheckpoint {
        var merged = self
        merged.note = note.adding(signatures)
        return merged
    }
}
