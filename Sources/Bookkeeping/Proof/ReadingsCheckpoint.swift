internal import EventLog
public import TransparencyTree

extension Book {
    /// Signs the tree of the log of readings, as `takeCheckpoint` does that of the book: under a name of its own, kept in
    /// that log's own list, and remembered beside the signing key.
    ///
    /// - Returns: nil where nothing was read yet.
    /// - Throws: `KeyFileError.readingsChanged` where the log is not the one that was signed before; then nothing is signed.
    ///   `LogError` where it cannot be written now.
    @discardableResult
    public func signReadings() throws -> SignedCheckpoint? {
        try log.write { _ in
            var keys = try signingKeys()
            guard let readings = try readings.open() else {
                if let signed = keys.signedReadings { throw KeyFileError.readingsChanged(signed: signed.size, held: 0) }
                return nil
            }
            return try readings.write(waitMillisecondsMax: ReadingLog.waitMillisecondsMax) { transaction in try sign(transaction, &keys) }
        }
    }

    private func sign(_ transaction: LogTransaction, _ keys: inout SigningKeys) throws -> SignedCheckpoint {
        let tree = try transaction.tree()
        if let signed = keys.signedReadings {
            guard signed.size <= tree.size, try tree.prover.root(size: signed.size) == signed.root else {
                throw KeyFileError.readingsChanged(signed: signed.size, held: tree.size)
            }
        }
        guard let signer = keys.signer.named(ReadingLog.origin(ofBook: keys.signer.name)) else {
            preconditionFailure("a word, an id and a word are a name")
        }
        if let stored = try transaction.checkpoint(size: tree.size) {
            let checkpoint = try SignedCheckpoint(stored.note)
            if checkpoint.checkpoint.root == (try tree.root()), try checkpoint.isSigned(by: signer.verifier) { return checkpoint }
        }
        let checkpoint = Checkpoint(origin: signer.name, size: tree.size, root: try tree.root())
        let signed = try checkpoint.signed(with: signer)
        // The key remembers first, as with the book.
        keys.signedReadings = checkpoint.tree
        try signingKeyFile.store(keys)
        try transaction.store(StoredCheckpoint(signed))
        return signed
    }
}
