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

/// What whoever opens the package years later has to know.
private enum ArchiveReadme {
    static let text = """
        履职簿归档包  Minutebook archive package

        entries.ndjson   全部记录，一行一条，按发生后记入的先后排列；每行就是当时存储和计算哈希的原样字节。
                         Every entry, one a line, in the order of recording: the very bytes that were stored and hashed.
        attachments/     附件，文件名即其 SHA-256；个人附件是封存的（见 key 说明）。
                         Attachments, named by their SHA-256; personal ones are sealed.
        checkpoints/     历次签名的校验点（C2SP tlog-checkpoint）。  The signed checkpoints.
        key.txt          核验签名的公钥。  The public keys to check them by.
        report-*         可直接阅读的年度报告。  Readable year-end reports.
        schemas/         各类记录的格式说明（JSON Schema）。  What each kind of entry holds.
        SHA256SUMS       以上各文件的哈希。  The hashes of all files.

        核对 / To check:
          sha256sum --check SHA256SUMS
          python3 verify_log.py log entries.ndjson --checkpoint checkpoints/N.checkpoint --key key.txt

        姓名、电话等个人信息在记录中是封存的；钥匙不在本包内，另行移交。
        Names, telephone numbers and other personal data are sealed in the entries; their keys are handed over apart.

        """
}
