internal import Domain
public import EventLog
internal import Foundation
public import TransparencyTree

extension Book {
    var signingKeyFile: SigningKeyFile { SigningKeyFile(path: BookFiles.signingKey(ofBookAt: path)) }

    /// What checkpoints of this book are named after, as its first entry says.
    public func origin() throws -> String {
        guard let first = try log.entry(at: Position(1)), let opened = try EventCatalogue.decode(first).payload as? BookOpened else {
            throw LogError.damaged(position: Position(1), .openingMissing)
        }
        return Self.origin(of: opened.book)
    }

    func signingKeys() throws -> SigningKeys {
        let keys = try signingKeyFile.load()
        guard try keys.signer.name == origin() else { throw KeyFileError.otherBook(path: signingKeyFile.path) }
        return keys
    }

    /// The keys whose signatures the keeper believes: the book's own, now and before, and witnesses'.
    ///
    /// - Throws: `KeyFileError`.
    public func trustedKeys() throws -> TrustedKeys { try TrustedKeys(signingKeys()) }

    /// The same, and none where there is no signing key.
    public func trustedKeysAtHand() throws -> TrustedKeys {
        do {
            return try trustedKeys()
        } catch KeyFileError.signingKeyMissing {
            return TrustedKeys(named: [])
        }
    }

    /// Signs the tree, and keeps the checkpoint in the book's list.
    ///
    /// Before that, the tree is compared with what was signed last: a history that was changed is never signed.
    ///
    /// - Parameter position: how much of the book to sign; by default all there is now.
    /// - Throws: `KeyFileError`, `LogError`; `NoteError` if the book does not reach so far.
    public func takeCheckpoint(at position: Position? = nil) throws -> SignedCheckpoint {
        try log.write { transaction in
            var keys = try signingKeys()
            let tree = try transaction.tree()
            let size = position?.value ?? tree.size
            guard size <= tree.size else { throw NoteError.mismatch(.bookIsShorter(held: tree.size)) }
            try tree.requireUnchanged(since: keys.signed)
            for stored in try [transaction.lastCheckpoint(), transaction.checkpoint(size: size)].compactMap(\.self) {
                let checkpoint = try SignedCheckpoint(stored.note)
                try tree.requireUnchanged(since: checkpoint.checkpoint.tree)
                if stored.size == size, try checkpoint.isSigned(by: keys.signer.verifier) { return checkpoint }
            }
            let root = try tree.prover.root(size: size)
            let signed = try Checkpoint(origin: keys.signer.name, size: size, root: root).signed(with: keys.signer)
            if size > keys.signed?.size ?? 0 {
                // The key remembers first: at worst it knows of a tree that nobody was shown, and that stands all the same.
                keys.signed = SigningKeys.SignedTree(size: size, root: root)
                try signingKeyFile.store(keys)
            }
            try transaction.store(StoredCheckpoint(signed))
            return signed
        }
    }

    /// The checkpoint of so many entries, by default of all: as `takeCheckpoint`, but where nothing can be written, one that
    /// was taken before will do.
    ///
    /// - Throws: as `takeCheckpoint`.
    public func checkpoint(at position: Position? = nil) throws -> SignedCheckpoint {
        do {
            return try takeCheckpoint(at: position)
        } catch let fault as LogError where fault.isOfMedium {
            let size = try (position ?? lastPosition()).value
            guard let stored = try log.checkpoints().first(where: { $0.size == size }) else { throw fault }
            let (checkpoint, keys) = (try SignedCheckpoint(stored.note), try signingKeys())
            _ = try TrustedKeys(keys).verified(checkpoint)
            try log.withTree { tree in
                for signed in [keys.signed, checkpoint.checkpoint.tree] { try tree.requireUnchanged(since: signed) }
            }
            return checkpoint
        }
    }

    /// The list of checkpoints, in the order of their sizes.
    ///
    /// - Throws: `NoteError` if one cannot be read.
    public func checkpoints() throws -> [SignedCheckpoint] { try log.checkpoints().map { try SignedCheckpoint($0.note) } }

    /// The checkpoint to prove `position` by: the last that was taken, or one taken now where that does not reach.
    public func checkpoint(covering position: Position) throws -> SignedCheckpoint {
        if let last = try log.checkpoints().last, last.size >= position.value { return try SignedCheckpoint(last.note) }
        return try takeCheckpoint()
    }

    /// Adds what a witness signed to a checkpoint of the list.
    ///
    /// - Parameter text: signature lines as a witness returns them, or the whole note.
    /// - Returns: the checkpoint, and the witnesses among the trusted keys whose signatures were found right.
    /// - Throws: `NoteError`: none of the checkpoints is meant, or a signature is false.
    public func addCosignatures(
        _ text: String, size: Int64? = nil
    ) throws -> (checkpoint: SignedCheckpoint, witnesses: [VerifiedSignature]) {
        try log.write { transaction in
            let list = try log.checkpoints()
            guard let stored = size.map({ size in list.last { $0.size == size } }) ?? list.last else {
                throw NoteError.mismatch(.noCheckpointOfSize(size))
            }
            let checkpoint = try Self.adding(text, to: SignedCheckpoint(stored.note))
            let verified = try TrustedKeys(signingKeys()).verified(checkpoint)
            try transaction.store(StoredCheckpoint(checkpoint))
            return (checkpoint, verified.filter { $0.key.algorithm == .cosignature })
        }
    }

    private static func adding(_ text: String, to checkpoint: SignedCheckpoint) throws(NoteError) -> SignedCheckpoint {
        if !text.hasPrefix("— ") {
            guard let merged = checkpoint.merging(try SignedNote(text)) else {
                throw .mismatch(.otherTextSigned)
            }
            return merged
        }
        var signatures: [NoteSignature] = []
        for line in text.split(separator: "\n") {
            guard let signature = NoteSignature(line: line) else { throw .malformed(.notASignatureLine(String(line.prefix(80)))) }
            signatures.append(signature)
        }
        guard !signatures.isEmpty else { throw .malformed(.noSignatureLine) }
        return checkpoint.adding(signatures)
    }

    /// Believes a witness from now on. One that is known already stays.
    public func trust(witness key: VerifierKey) throws {
        try log.write { _ in
            var keys = try signingKeys()
            guard !keys.witnesses.contains(key) else { return }
            keys.witnesses.append(key)
            try signingKeyFile.store(keys)
        }
    }

    /// Signs with a new key from now on. What the old one signed of the entries so far stays good, where it is at hand to
    /// be retired; whatever it signs later counts for nothing.
    ///
    /// - Parameter afterLoss: entries or readings that the old key had signed are lost for good: the new key starts from
    ///   what there is. The old key's checkpoints of the lost entries stay as evidence.
    /// - Returns: the new public key, to be made known.
    public func rotateSigningKey(afterLoss: Bool = false) throws -> VerifierKey {
        try log.write { transaction in
            var keys: SigningKeys
            do {
                keys = try signingKeys()
                let size = try transaction.lastPosition().value
                if afterLoss { keys.rotateAfterLoss(atSize: size) } else { keys.rotate(atSize: max(size, keys.signed?.size ?? 0)) }
            } catch KeyFileError.signingKeyMissing {
                // Lost: what it signed is checked with its public key, which whoever has a checkpoint should have.
                keys = try SigningKeys.new(origin: origin())
            }
            try signingKeyFile.store(keys)
            return keys.signer.verifier
        }
    }
}

extension LogTree {
    /// Refuses a tree that is not the one that was signed, grown or not.
    ///
    /// - Throws: `KeyFileError.bookIsShorter`, `.historyChanged`.
    func requireUnchanged(since signed: SigningKeys.SignedTree?) throws {
        guard let signed else { return }
        guard signed.size <= size else { throw KeyFileError.bookIsShorter(signed: signed.size, held: size) }
        guard try prover.root(size: signed.size) == signed.root else {
            throw KeyFileError.historyChanged(signed: signed.size)
        }
    }
}

extension Checkpoint {
    var tree: SigningKeys.SignedTree { SigningKeys.SignedTree(size: size, root: root) }
}

extension SignedCheckpoint {
    /// - Throws: `NoteError` where it says so and is not.
    func isSigned(by key: VerifierKey) throws(NoteError) -> Bool {
        do throws(NoteError) {
            _ = try note.verified(by: [key])
            return true
        } catch .notSigned {
            return false
        }
    }
}
