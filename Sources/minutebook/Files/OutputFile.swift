internal import Bookkeeping
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// The one place through which files are written: never over a book or what belongs to one, and all at once. What fails on
/// the way, or is killed, leaves what was there before.
final class OutputFile {
    private let path: String
    private let descriptor: Int32
    /// The name of what is not whole yet; nil where it has none, or where the output is no file.
    private let draft: String?
    private let isReplacing: Bool
    private var buffer: [UInt8] = []
    private var isOpen = true

    /// - Parameters:
    ///   - path: where the file is to be. A device or a pipe is written to as it is.
    ///   - book: the book that is being read, if any.
    init(_ path: String, reading book: String?) throws {
        try ProtectedFiles.requireReplaceable(path, reading: book)
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR { throw Self.failure(path, EISDIR) }
        if isThere, access(path, W_OK) != 0 { throw Self.failure(path, errno) }
        isReplacing = !isThere || status.st_mode & S_IFMT == S_IFREG
        guard isReplacing else {
            (self.path, draft) = (path, nil)
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Self.failure(path, errno) }
            return
        }
        self.path = FilePath.real(path) ?? path
        (descriptor, draft) = try Self.draft(for: self.path)
        if isThere { _ = fchmod(descriptor, status.st_mode & 0o777) }
    }

    deinit { discard() }

    /// A file without a name where the file system has such, so that a kill leaves nothing; else one beside the file.
    private static func draft(for path: String) throws -> (Int32, String?) {
        // O_TMPFILE, which Swift does not import.
        let unnamed = open(FilePath.folder(of: path), O_WRONLY | O_CLOEXEC | 0o20_000_000 | O_DIRECTORY, 0o666)
        if unnamed >= 0 { return (unnamed, nil) }
        let draft = name(beside: path)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(path, errno) }
        return (descriptor, draft)
    }

    private static func name(beside path: String) -> String { "\(path).part-\(UUID().uuidString.prefix(8))" }

    func write(_ bytes: some Sequence<UInt8>, then last: UInt8? = nil) throws {
        buffer.append(contentsOf: bytes)
        if let last { buffer.append(last) }
        if buffer.count > 1 << 16 { try flush() }
    }

    private func flush() throws {
        guard Descriptor.write(buffer, to: descriptor) else { throw Self.failure(path, errno) }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Gives the file its name: durable when this returns.
    func close() throws {
        try flush()
        guard isReplacing else { return discard() }
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw Self.failure(path, errno) }
        let named = try draft ?? link()
        guard rename(named, path) == 0 else {
            let code = errno
            unlink(named)
            throw Self.failure(path, code)
        }
        isOpen = false
        _ = Foundation.close(descriptor)
        try syncFolder()
    }

    /// Names a file that had no name.
    private func link() throws -> String {
        let name = Self.name(beside: path)
        guard linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, name, Int32(AT_SYMLINK_FOLLOW)) == 0 else {
            throw Self.failure(path, errno)
        }
        return name
    }

    private func syncFolder() throws {
        let descriptor = open(FilePath.folder(of: path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { _ = Foundation.close(descriptor) }
        // Some file systems have no flush for folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw Self.failure(path, errno) }
    }

    private func discard() {
        guard isOpen else { return }
        isOpen = false
        _ = Foundation.close(descriptor)
        if let draft { unlink(draft) }
    }

    static func failure(_ path: String, _ code: Int32) -> Problem {
        Problem(.inputOutput, code: "cannot-write", .cannotWrite(path, code))
    }
}

/// Where a command's result goes: a file that was named, or standard output.
enum Sink {
    case file(OutputFile)
    case standardOutput

    func write(_ bytes: some Sequence<UInt8>, then last: UInt8? = nil) throws {
        switch self {
        case .file(let file): try file.write(bytes, then: last)
        case .standardOutput: Output.write(bytes, then: last)
        }
    }

    func close() throws {
        switch self {
        case .file(let file): try file.close()
        case .standardOutput: Output.flush()
        }
    }
}

/// A folder that files are written to, each whole or not at all.
struct OutputFolder {
    let path: String
    /// The book that is being read.
    let book: String

    init(path: String, book: String) throws {
        // Else its files would be at the top of the file system.
        guard !path.isEmpty else { throw OutputFile.failure(path, ENOENT) }
        try ProtectedFiles.requireFolder(path, of: book)
        (self.path, self.book) = (path, book)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        let file = path + "/" + name
        try Self.make(FilePath.folder(of: file))
        let output = try OutputFile(file, reading: book)
        try output.write(bytes)
        try output.close()
    }

    /// Makes a folder and those above it.
    static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            var status = stat()
            let code = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFDIR ? ENOTDIR : errno
            throw OutputFile.failure(path, code)
        }
    }
}
