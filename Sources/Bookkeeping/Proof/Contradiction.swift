public import TransparencyTree

/// Two checkpoints that one key signed and that cannot be of one log: evidence that history was rewritten, good without
/// the book.
public struct Contradiction: Hashable, Sendable {
    public let key: VerifierKey
    /// The checkpoint that says otherwise.
    public let first: SignedCheckpoint
    /// The checkpoint that the book agrees with, where it agrees with one: of the same size, or larger.
    public let second: SignedCheckpoint
    /// Where the second is larger: which root its first entries have, and that they are its first entries.
    public let proof: ConsistencyProofFile?
    /// How many entries nothing contradicts that was signed.
    public let undisputedUpTo: Int64

    /// What to keep: both notes, and the proof where there is one, as files have them.
    public var evidence: [String] {
        [first.description, second.description] + (proof.map { [$0.description] } ?? [])
    }
}
