/// Why a note is not to be believed. The texts for people live elsewhere.
public enum NoteError: Error, Equatable, Sendable {
    case malformed(NoteFault)
    case mismatch(NoteMismatch)
    case wrongSignature(name: String)
    /// None of the keys that are trusted has signed.
    case notSigned
}

/// Which rule a note, a checkpoint or a proof breaks. Texts in it are the beginnings of lines.
public enum NoteFault: Equatable, Sendable {
    // Of a note.
    case noteTooLong
    case controlCharacters
    case byteOrderMark
    case noBlankLineBeforeSignatures
    case lastLineWithoutEnd
    case notASignatureLine(String)
    case noSignatureLine
    case tooManySignatures

    // Of a checkpoint.
    case notACheckpoint
    case notASize(String)
    case notARoot(String)
    /// A log without entries has one root.
    case otherRootOfNothing
    case lineFeedInLine

    // Of a proof.
    case proofTooLong
    case notAnInclusionProof(header: String)
    case notAConsistencyProof
    case extraIsNotBase64
    case noIndex
    case lineWithoutEnd(name: String)
    case notAHash(String)
    case tooManyHashes
    case noBlankLineBeforeCheckpoint
}

/// How a checkpoint does not fit the book, the list or the note that it is used with.
public enum NoteMismatch: Equatable, Sendable {
    case bookIsShorter(held: Int64)
    case checkpointIsShorter(size: Int64, position: Int64)
    /// Nil where none was taken.
    case noCheckpointOfSize(Int64?)
    case otherTextSigned
    case storedUnderOtherSize
}
