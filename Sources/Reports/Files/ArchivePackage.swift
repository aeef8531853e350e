public import Bookkeeping
internal import Crypto
internal import EventLog
internal import Foundation
public import TransparencyTree
internal import Wording

/// A book as it is handed over to an archive: plain files that outlive every program, with a list of their hashes.
public struct ArchivePackage {
    private let book: Book
    private let write: (_ path: String, _ bytes: [UInt8]) throws -> Void
    private var hashes: [(path: String, hash: String)] = []

    /// - Parameter write: is given each file's path in the package, and its bytes.
    public init(_ book: Book, write: @escaping (_ path: String, _ bytes: [UInt8]) throws -> Void) {
        self.book = book
        self.write = write
    }

    /// Writes the package of everything up to a checkpoint.
    ///
    /// - Parameters:
    ///   - reports: readable reports by the names of their files, such as `report-2019.html`.
    ///   - schemas: the descriptions of all event types, by their paths.
    public mutating func make(
        upTo checkpoint: SignedCheckpoint, keys: [VerifierKey], reports: [String: ReportFile], schemas: [String: [UInt8]]
    ) throws {
        try add("README.txt", ArchiveReadme.text)
        try addEntries(upTo: checkpoint.checkpoint.size)
        for attachment in try book.storedAttachments() { try add(attachment) }
        for taken in try book.checkpoints() where taken.checkpoint.size <= checkpoint.checkpoint.size {
            try add("checkpoints/\(taken.checkpoint.size).checkpoint", taken.description)
        }
        try add("key.txt", keys.map { "\($0)\n" }.joined())
        for (name, report) in reports.sorted(by: { $0.key < $1.key }) { try add(name, report.text) }
        for (path, bytes) in schemas.sorted(by: { $0.key < $1.key }) { try add("schemas/\(path)", bytes) }
        try write("SHA256SUMS", Array(hashes.sorted { $0.path < $1.path }.map { "\($0.hash)  \($0.path)\n" }.joined().utf8))
    }

    private mutating func addEntries(upTo size: Int64) throws {
        var lines: [UInt8] = []
        try book.forEachStored { position, bytes, _ in
            guard position.value <= size else { return false }
            lines += bytes
            lines.append(UInt8(ascii: "\n"))
            return true
        }
        try add("entries.ndjson", lines)
    }

    private mutating func add(_ attachment: StoredAttachment) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(attachment.byteCount))
        try book.readStoredAttachment(attachment.hash) { bytes += $0 }
        try add("attachments/\(attachment.hash)", bytes)
    }

    private mutating func add(_ path: String, _ text: String) throws { try add(path, Array(text.utf8)) }

    private mutating func add(_ path: String, _ bytes: [UInt8]) throws {
        try write(path, bytes)
        hashes.append((path, SHA256.hash(data: bytes).hexadecimal))
    }
}
