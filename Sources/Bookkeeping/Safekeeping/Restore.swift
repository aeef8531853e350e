internal import Domain
public import EventLog
internal import Foundation
public import TransparencyTree

/// What came of restoring a backup.
public struct Restoration: Sendable {
    /// What the check of the backup found: unless it is sound, nothing was restored.
    public let report: VerificationReport
    /// The public key that signs from now on, where the restored signing key was retired; nil where a key stayed.
    public internal(set) var newKey: VerifierKey?
}

extension Book {
    /// Makes a book from a backup, where there is none.
    ///
    /// The backup is checked as a whole first. Key files that are beside the new book already are kept: they know of
    /// erasures since the backup was made, and of all that was signed.
    ///
    /// A signing key that comes from a backup does not know what it signed since. It would sign other entries in the place
    /// of those that were lost, and nobody could say which of two histories was forged. So it is retired at the size of the
    /// backup, and a new key signs; or the newest checkpoint that anybody has shows that nothing was lost.
    ///
    /// - Parameters:
    ///   - keys: the path that `backUpKeys` was given; used for the key files that are missing.
    ///   - newest: the newest checkpoint that anybody has: the backup must have all of it, and the restored key goes on.
    ///   - trusted: whose signatures make it believed; by default those of the key file that is used.
    /// - Throws: `LogError.alreadyExists`, `RestoreError`, and others.
    public static func restore(
        from backup: String, to path: String, keys: String? = nil, newest: SignedCheckpoint? = nil,
        trusting trusted: TrustedKeys? = nil, clock: @escaping @Sendable () -> Timestamp, progress: FoldProgress? = nil
    ) throws -> Restoration {
        guard !FileManager.default.fileExists(atPath: path) else { throw LogError.alreadyExists(path: path) }
        let source = try Book(path: backup, clock: clock)
        if let newest { try source.requireToHave(newest, trusted ?? trustedKeys(for: path, keys)) }
        var restoration = Restoration(report: try source.verify(progress: progress))
        guard restoration.report.isBookSound else { return restoration }
        if let keys {
            try restorePersonalKeys(from: keys, to: path, without: source.state().erased)
            restoration.newKey = try restoreSigningKey(from: keys, to: path, newest, size: source.lastPosition().value)
        }
        try Draft.publish(at: path) { draft in
            try EventLog.create(path: draft)
            _ = try update(copyAt: draft, of: source.log) { _, _ in }
        }
        try source.close()
        return restoration
    }

    /// Those of the signing key that the restored book will have.
    private static func trustedKeys(for path: String, _ keys: String?) throws -> TrustedKeys {
        let candidates = [path] + (keys.map { [$0] } ?? [])
        let files = candidates.map { BookFiles.signingKey(ofBookAt: $0) }
        let file = files.first { FileManager.default.fileExists(atPath: $0) } ?? files[0]
        return TrustedKeys(try SigningKeyFile(path: file).load())
    }

    /// - Throws: `RestoreError`; `NoteError` where the checkpoint is not to be believed.
    private func requireToHave(_ newest: SignedCheckpoint, _ trusted: TrustedKeys) throws {
        _ = try trusted.verified(newest)
        let (checkpoint, held) = (newest.checkpoint, try lastPosition().value)
        guard try checkpoint.origin == origin() else { throw RestoreError.otherBook(origin: checkpoint.origin) }
        guard checkpoint.size <= held else { throw RestoreError.olderThanCheckpoint(signed: checkpoint.size, held: held) }
        guard try root(size: checkpoint.size) == checkpoint.root else {
            throw RestoreError.otherHistory(signed: checkpoint.size)
        }
    }

    /// - Parameter erased: whose keys are not brought back.
    private static func restorePersonalKeys(from source: String, to path: String, without erased: [Subject]) throws {
        let keys = BookFiles.keys(ofBookAt: path)
        guard !FileManager.default.fileExists(atPath: keys) else { return }
        let store = try KeyStore(path: BookFiles.keys(ofBookAt: source))
        try Draft.publish(at: keys) { try store.copy(to: $0, without: erased) }
        try store.close()
    }

    /// - Parameters:
    ///   - newest: with it the key goes on; else it is retired.
    ///   - size: how many entries the backup has.
    /// - Returns: the key that takes its place.
    private static func restoreSigningKey(
        from source: String, to path: String, _ newest: SignedCheckpoint?, size: Int64
    ) throws -> VerifierKey? {
        let signingKey = BookFiles.signingKey(ofBookAt: path)
        guard !FileManager.default.fileExists(atPath: signingKey) else { return nil }
        var keys = try SigningKeyFile(path: BookFiles.signingKey(ofBookAt: source)).load()
        if let newest {
            if newest.checkpoint.size > keys.signed?.size ?? 0 { keys.signed = newest.checkpoint.tree }
            // No backup has the readings.
            if !FileManager.default.fileExists(atPath: BookFiles.readings(ofBookAt: path)) { keys.signedReadings = nil }
        } else {
            keys.rotateAfterLoss(atSize: size)
        }
        try Draft.publish(at: signingKey) { try SigningKeyFile(path: $0).store(keys) }
        return newest == nil ? keys.signer.verifier : nil
    }
}

/// Why a backup is not restored beside a checkpoint.
public enum RestoreError: Error, Equatable, Sendable {
    /// The checkpoint has more entries than the backup: what was recorded between them would be lost.
    case olderThanCheckpoint(signed: Int64, held: Int64)
    /// The backup's first entries are not those that were signed.
    case otherHistory(signed: Int64)
    /// The checkpoint is of another book.
    case otherBook(origin: String)
}
