public import Foundation

/// A file that proves something, of whichever kind: its beginning tells.
public enum ProofDocument: Hashable, Sendable {
    case inclusion(InclusionProofFile)
    case consistency(ConsistencyProofFile)
    case checkpoint(SignedCheckpoint)

    /// - Throws: `NoteError.malformed`, about the kind that the file begins as.
    public init(_ text: some StringProtocol) throws(NoteError) {
        if text.hasBytePrefix(InclusionProofFile.headerStart) {
            self = .inclusion(try InclusionProofFile(text))
        } else if text.hasBytePrefix("old ") {
            self = .consistency(try ConsistencyProofFile(text))
        } else {
            self = .checkpoint(try SignedCheckpoint(text))
        }
    }
}

/// A proof that an entry stands in a log, good without the log (C2SP tlog-proof).
public struct InclusionProofFile: Hashable, Sendable, CustomStringConvertible {
    /// Zero-based.
    public let index: Int64
    public let path: [TreeHash]
    public let checkpoint: SignedCheckpoint
    /// What the format leaves to the application and does not protect: here the entry, which the proof itself protects.
    public let extra: Data?

    public init(index: Int64, path: [TreeHash], checkpoint: SignedCheckpoint, extra: Data?) {
        self.index = index
        self.path = path
        self.checkpoint = checkpoint
        self.extra = extra
    }

    /// Whatever the version.
    static let headerStart = "c2sp.org/tlog-proof@"
    private static let header = headerStart + "v1"

    public init(_ text: some StringProtocol) throws(NoteError) {
        var file = try ProofText(text)
        guard let first = file.takeLine(), first.hasSameBytes(as: Self.header) else {
            throw .malformed(.notAnInclusionProof(header: Self.header))
        }
        if let text = try file.takeField("extra") {
            guard let data = Data(canonicalBase64: text) else { throw .malformed(.extraIsNotBase64) }
            extra = data
        } else {
            extra = nil
        }
        guard let index = try file.takeField("index").flatMap(ProofText.number) else {
            throw .malformed(.noIndex)
        }
        self.index = index
        path = try file.takeHashes()
        checkpoint = try SignedCheckpoint(file.rest)
    }

    public var description: String {
        Self.header + "\n" + (extra.map { "extra \($0.base64EncodedString())\n" } ?? "") + "index \(index)\n"
            + path.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.description
    }

    /// Whether it proves `entry` in the tree of its checkpoint, whose signatures are another matter.
    public func proves(_ entry: UnsafeRawBufferPointer) -> Bool {
        TreeVerifier.root(of: .leaf(of: entry), at: index, size: checkpoint.checkpoint.size, path: path)
            == checkpoint.checkpoint.root
    }
}

/// A proof that a log only grew from one size to a checkpoint: what a witness is sent (C2SP tlog-witness, add-checkpoint).
public struct ConsistencyProofFile: Hashable, Sendable, CustomStringConvertible {
    public let oldSize: Int64
    public let path: [TreeHash]
    public let checkpoint: SignedCheckpoint

    public init(oldSize: Int64, path: [TreeHash], checkpoint: SignedCheckpoint) {
        self.oldSize = oldSize
        self.path = path
        self.checkpoint = checkpoint
    }

    public init(_ text: some StringProtocol) throws(NoteError) {
        var file = try ProofText(text)
        guard let oldSize = try file.takeField("old").flatMap(ProofText.number) else {
            throw .malformed(.notAConsistencyProof)
        }
        self.oldSize = oldSize
        path = try file.takeHashes()
        checkpoint = try SignedCheckpoint(file.rest)
    }

    public var description: String {
        "old \(oldSize)\n" + path.map { $0.base64 + "\n" }.joined() + "\n" + checkpoint.description
    }

    /// Whether it proves that the tree of `old` is a prefix of that of its checkpoint. Signatures are another matter.
    public func proves(_ old: Checkpoint) -> Bool {
        let new = checkpoint.checkpoint
        return old.size == oldSize && old.origin == new.origin
            && TreeVerifier.isConsistent(
                oldSize: oldSize, oldRoot: old.root, newSize: new.size, newRoot: new.root, path: path)
    }
}

/// The lines before the checkpoint of a proof.
private struct ProofText {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) throws(NoteError) {
        guard text.utf8.count <= SignedNote.byteCountMax else { throw .malformed(.proofTooLong) }
        rest = Substring(text)
    }

    mutating func takeLine() -> Substring? {
        guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
        defer { rest = rest[rest.utf8.index(after: end)...] }
        return rest[..<end]
    }

    /// The value of a line `name value`, if the next line is one.
    mutating func takeField(_ name: String) throws(NoteError) -> Substring? {
        guard rest.hasBytePrefix(name + " ") else { return nil }
        guard let line = takeLine() else { throw .malformed(.lineWithoutEnd(name: name)) }
        return line.droppingBytePrefix(name + " ")
    }

    static func number(_ text: Substring) -> Int64? {
        guard let number = Int64(text), number >= 0, String(number).hasSameBytes(as: text) else { return nil }
        return number
    }

    /// Hashes up to a blank line. A path has no more than 63, as a size has no more bits.
    mutating func takeHashes() throws(NoteError) -> [TreeHash] {
        var hashes: [TreeHash] = []
        while let line = takeLine() {
            if line.isEmpty { return hashes }
            guard let hash = TreeHash(base64: line) else {
                throw .malformed(.notAHash(String(line.prefix(80))))
            }
            guard hashes.count < 63 else { throw .malformed(.tooManyHashes) }
            hashes.append(hash)
        }
        throw .malformed(.noBlankLineBeforeCheckpoint)
    }
}
