public import TransparencyTree

/// Whose signatures are believed, and for how much of the book.
public struct TrustedKeys: Sendable {
    /// A key of the log itself.
    public struct LogKey: Hashable, Sendable {
        public let key: VerifierKey
        /// How many entries the book had when another key took its place: what it signs of more counts for nothing. Nil
        /// for the key that signs now, and where that was not written down.
        public let upTo: Int64?

        public init(_ key: VerifierKey, upTo: Int64? = nil) {
            self.key = key
            self.upTo = upTo
        }

        /// Whether it counts for a tree of that size.
        func covers(_ size: Int64) -> Bool { upTo.map { size <= $0 } ?? true }
    }

    public let log: [LogKey]
    public let witnesses: [VerifierKey]
    /// Whether whoever checks has named them; else they are those that the keeper's own key file has.
    public let areNamed: Bool

    /// The keys that somebody names who checks: those, and no others.
    public init(named keys: [VerifierKey]) {
        log = keys.filter { $0.algorithm == .ed25519 }.map { LogKey($0) }
        witnesses = keys.filter { $0.algorithm == .cosignature }
        areNamed = true
    }

    init(_ keys: SigningKeys) {
        log = [LogKey(keys.signer.verifier)] + keys.retired
        witnesses = keys.witnesses
        areNamed = false
    }

    private init(log: [LogKey], areNamed: Bool) {
        self.log = log
        witnesses = []
        self.areNamed = areNamed
    }

    /// The keys of several key files.
    public init(joining keys: [TrustedKeys]) {
        log = keys.flatMap(\.log)
        witnesses = keys.flatMap(\.witnesses)
        areNamed = keys.contains(where: \.areNamed)
    }

    public var all: [VerifierKey] { log.map(\.key) + witnesses }

    /// Checks who signed a checkpoint, among the keys that count for a tree of its size.
    ///
    /// - Throws: `NoteError.notSigned` where none of the log's keys has.
    public func verified(_ checkpoint: SignedCheckpoint) throws(NoteError) -> [VerifiedSignature] {
        let size = checkpoint.checkpoint.size
        return try checkpoint.verified(by: log.filter { $0.covers(size) }.map(\.key) + witnesses)
    }

    /// The key that signed a checkpoint of more than it counts for.
    func outdated(_ checkpoint: SignedCheckpoint) throws(NoteError) -> LogKey? {
        let late = log.filter { !$0.covers(checkpoint.checkpoint.size) }
        do throws(NoteError) {
            let signatures = try checkpoint.verified(by: late.map(\.key))
            return late.first { key in signatures.contains { $0.key == key.key } }
        } catch .notSigned {
            return nil
        }
    }

    /// The same keys, as they sign a log that is kept beside the book.
    func named(_ origin: String) -> TrustedKeys {
        TrustedKeys(log: log.compactMap { $0.key.named(origin).map { LogKey($0) } }, areNamed: areNamed)
    }
}
