public import CanonicalJSON
public import Domain
public import EventLog
internal import Foundation

/// The limits of attachments.
public enum AttachmentFormat {
    /// Bytes of one attachment, as handed in: a long scan; a film does not belong in a record.
    public static let byteCountMax: Int64 = 64 << 20
}

extension Book {
    /// Takes an attachment in and records what it belongs to, in one transaction: both are there, or neither.
    ///
    /// - Parameters:
    ///   - fields: of the command `attachment.add`, but for the hash and the number of bytes. With an `owner`, the
    ///     attachment is sealed under that person's key and goes when the person is erased.
    ///   - next: gives the next piece, of any length, nil at the end.
    /// - Returns: the hash of what is stored, and what became of the command.
    /// - Throws: `CommandError`, `LogError.attachmentTooLong`, what `next` throws; and then nothing is held.
    public func attach(
        _ fields: JSONObject, defaults: Command.Defaults, reading next: @escaping () throws -> [UInt8]?
    ) throws -> (hash: ContentHash, result: CommandResult) {
        do {
            return try transact { live, transaction in
                let stored = try store(fields, live.state, transaction, next)
                var fields = fields
                fields["command"] = "attachment.add"
                fields["attachment"] = .string(stored.hash.description)
                fields["bytes"] = .integer(stored.byteCount)
                let result = try record(try Command(fields, defaults: defaults), &live, transaction)
                // Nothing is held that nothing speaks of.
                guard result.isDone else { throw NotAttached(hash: stored.hash, result: result) }
                return (stored.hash, result)
            }
        } catch let refused as NotAttached {
            return (refused.hash, refused.result)
        }
    }

    private struct NotAttached: Error {
        let hash: ContentHash
        let result: CommandResult
    }

    private func store(
        _ fields: JSONObject, _ state: State, _ transaction: LogTransaction, _ next: @escaping () throws -> [UInt8]?
    ) throws -> StoredAttachment {
        guard let owner = fields["owner"]?.stringValue.flatMap({ Subject($0) }), state.has(owner),
            state.use(ofDataOf: owner) != .erased
        else { return try transaction.storeAttachment(byteCountMax: AttachmentFormat.byteCountMax, next) }
        var sealing = try SealedPieces(requireSealing(state), owner: owner, next)
        let sealedMax = AttachmentFormat.byteCountMax + AttachmentFormat.byteCountMax / 1_000
        return try transaction.storeAttachment(byteCountMax: sealedMax) { try sealing.next() }
    }

    /// Hands an attachment out as it was handed in, checked against its hash.
    ///
    /// - Parameter purpose: who reads it and why: on record where it is a person's.
    /// - Throws: `LogError.attachmentMissing`, `.attachmentDamaged`; `PersonalDataRejection.erased` and
    ///   `.restricted` where nobody may read it.
    public func readAttachment(
        _ attachment: AttachmentAdded, for purpose: ReadingPurpose, in state: State, _ body: ([UInt8]) throws -> Void
    ) throws {
        guard let hash = attachment.contentHash else {
            preconditionFailure("an attachment's id is a hash")
        }
        guard let owner = attachment.owner else { return try log.readAttachment(hash, body) }
        switch state.use(ofDataOf: owner) {
        case .erased: throw Rejection.personalData(.erased(owner))
        case .restricted: throw Rejection.personalData(.restricted(owner))
        case .allowed: break
        }
        try readings.record([owner], purpose, at: clock())
        var opening = try OpenedPieces(requireSealing(state), owner: owner)
        try log.readAttachment(hash) { try opening.add($0, body) }
        try opening.end()
    }

    /// Every attachment that is held, in the order in which they came.
    public func storedAttachments() throws -> [StoredAttachment] { try log.attachments() }

    /// Hands out the stored bytes of an attachment, sealed where they are: for archives.
    public func readStoredAttachment(_ hash: ContentHash, _ body: ([UInt8]) throws -> Void) throws {
        try log.readAttachment(hash, body)
    }
}

extension LogTransaction {
    /// Whether an attachment is there, as long as an event says.
    func holds(_ attachment: AttachmentAdded) throws -> Bool {
        guard let hash = attachment.contentHash, let held = try self.attachment(hash) else { return false }
        return held.byteCount == attachment.bytes
    }
}
