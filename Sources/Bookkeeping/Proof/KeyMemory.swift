public import TransparencyTree

/// The largest tree that the signing key's file says was signed, where the book is another and no checkpoint says so.
///
/// It is not signed. The book may have been rewritten or cut off, or the key file may be that of another copy: the two alone
/// do not show which.
public struct KeyMemory: Hashable, Sendable {
    /// What was signed, as the key file remembers it.
    public let checkpoint: Checkpoint
    /// How many entries the book has.
    public let held: Int64
    /// The book's own checkpoint of as many entries or more; nil where there is none.
    public let note: SignedCheckpoint?
    /// How many entries nothing contradicts that was signed.
    public let undisputedUpTo: Int64

    /// What to keep: what the key file remembers, as the text of a note without a signature; and the book's own checkpoint.
    public var evidence: [String] { [checkpoint.noteText] + (note.map { [$0.description] } ?? []) }
}
