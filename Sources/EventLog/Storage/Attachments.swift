internal import Foundation
internal import GRDB

/// An attachment as the log holds it.
public struct StoredAttachment: Hashable, Sendable {
    public let hash: ContentHash
    public let byteCount: Int64
}

/// Bytes too long for an entry, each held once however often it is handed in, in pieces that fit in memory.
enum Attachments {
    /// Bytes per piece: a few pages of overflow, and no more than that in memory at a time.
    static let pieceByteCount = 1 << 18

    static func find(_ hash: ContentHash, _ db: Database) throws -> (id: Int64, attachment: StoredAttachment)? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT id, byte_count FROM attachments WHERE hash = ?"),
            arguments: [hash.bytes.databaseBlob]
        ).map { try (id: $0.value(0), attachment: StoredAttachment(hash: hash, byteCount: $0.value(1))) }
    }

    static func all(_ db: Database) throws -> [StoredAttachment] {
        try Row.fetchAll(db, sql: "SELECT hash, byte_count FROM attachments ORDER BY id").map { row in
            guard let hash = try ContentHash(bytes: row.value(0, as: Data.self)) else {
                throw LogError.damaged(position: nil, .attachmentHashMalformed)
            }
            return StoredAttachment(hash: hash, byteCount: try row.value(1))
        }
    }

    /// Takes the bytes in piece by piece.
    ///
    /// - Parameter next: gives the next piece, of any length, nil at the end.
    /// - Throws: `LogError.attachmentTooLong`; what `next` throws.
    static func store(
        _ db: Database, byteCountMax: Int64, _ next: () throws -> [UInt8]?
    ) throws -> StoredAttachment {
        let id = try (Int64.fetchOne(db, sql: "SELECT max(id) FROM attachments") ?? 0) + 1
        let insert = try db.cachedStatement(
            sql: "INSERT INTO attachment_pieces (attachment, number, bytes) VALUES (?, ?, ?)")
        var hasher = ContentHash.Hasher()
        var (number, byteCount) = (Int64(0), Int64(0))
        while let piece = try next() {
            byteCount += Int64(piece.count)
            guard byteCount <= byteCountMax else { throw LogError.attachmentTooLong(limit: byteCountMax) }
            hasher.update(piece)
            for start in stride(from: 0, to: piece.count, by: pieceByteCount) {
                let part = Array(piece[start..<min(start + pieceByteCount, piece.count)])
                try insert.execute(arguments: [id, number, part.databaseBlob])
                number += 1
            }
        }
        let attachment = StoredAttachment(hash: hasher.finalize(), byteCount: byteCount)
        if try find(attachment.hash, db) != nil {
            // Held already: once is enough.
            try db.execute(sql: "DELETE FROM attachment_pieces WHERE attachment = ?", arguments: [id])
        } else {
            try db.execute(
                sql: "INSERT INTO attachments (id, hash, byte_count) VALUES (?, ?, ?)",
                arguments: [id, attachment.hash.bytes.databaseBlob, byteCount])
        }
        return attachment
    }

    /// Lets `body` take the bytes out piece by piece; what it is given returns nil at the end.
    ///
    /// - Throws: `LogError.attachmentMissing`; `.attachmentDamaged`, in the place of the end, if they are not what was
    ///   handed in.
    static func reading<Value>(
        _ hash: ContentHash, _ db: Database, _ body: (_ next: () throws -> [UInt8]?) throws -> Value
    ) throws -> Value {
        guard let (id, attachment) = try find(hash, db) else { throw LogError.attachmentMissing(hash) }
        let pieces = try Data.fetchCursor(
            db, sql: "SELECT bytes FROM attachment_pieces WHERE attachment = ? ORDER BY number", arguments: [id])
        var hasher = ContentHash.Hasher()
        var byteCount: Int64 = 0
        return try body {
            guard let piece = try pieces.next().map(Array.init) else {
                guard hasher.finalize() == hash, byteCount == attachment.byteCount else {
                    throw LogError.attachmentDamaged(hash)
                }
                return nil
            }
            hasher.update(piece)
            byteCount += Int64(piece.count)
            return piece
        }
    }
}

extension LogTransaction {
    /// Takes an attachment in, piece by piece; one that is held already is not held twice.
    ///
    /// - Parameter next: gives the next piece, of any length, nil at the end.
    /// - Throws: `LogError.attachmentTooLong`; what `next` throws. The transaction should then fail.
    public func storeAttachment(byteCountMax: Int64, _ next: () throws -> [UInt8]?) throws -> StoredAttachment {
        try Attachments.store(db, byteCountMax: byteCountMax, next)
    }

    /// The attachment of that hash, if it is held.
    public func attachment(_ hash: ContentHash) throws -> StoredAttachment? { try Attachments.find(hash, db)?.attachment }
}

extension EventLog {
    /// Every attachment, in the order in which they were handed in.
    public func attachments() throws -> [StoredAttachment] { try read(Attachments.all) }

    /// Hands an attachment out, piece by piece, and checks it against its hash.
    ///
    /// - Throws: `LogError.attachmentMissing`; `.attachmentDamaged`, after the last piece.
    public func readAttachment(_ hash: ContentHash, _ body: ([UInt8]) throws -> Void) throws {
        try read { db in
            try Attachments.reading(hash, db) { next in while let piece = try next() { try body(piece) } }
        }
    }
}
