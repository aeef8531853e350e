internal import Bookkeeping
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// The one place through which files are written: never over a book or what belongs to one, and all at once. What fails on
/// the way, or is killed, leaves what was there before.
final class OutputFile {
    private enum Target {
        case file(FileReplacement)
        /// A device or a pipe, as it is.
        case other(Int32)
    }

    private let path: String
    private let target: Target
    private var buffer: [UInt8] = []

    /// - Parameters:
    ///   - path: where the file is to be. A device or a pipe is written to as it is.
    ///   - book: the book that is being read, if any.
    init(_ path: String, reading book: String?) throws {
        try ProtectedFiles.requireReplaceable(path, reading: book)
        var status = stat()
        let isThere = stat(path, &status) == 0
        if isThere, status.st_mode & S_IFMT == S_IFDIR { throw Self.failure(path, EISDIR) }
        if isThere, access(path, W_OK) != 0 { throw Self.failure(path, errno) }
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
            self.path = path
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Self.failure(path, errno) }
            target = .other(descriptor)
            return
        }
        let real = FilePath.real(path) ?? path
        self.path = real
        // Several programs may write one file at once: each has a draft of its own.
        let draft = "\(real).part-\(UUID().uuidString.prefix(8))"
        let file = try Self.doing(real) { () throws(SystemError) in
            try FileReplacement(of: real, draft: draft, permissions: 0o666, isUnnamed: true)
        }
        if isThere { file.keepPermissions(status.st_mode) }
        target = .file(file)
    }

    deinit { if case .other(let descriptor) = target { _ = Foundation.close(descriptor) } }

    func write(_ bytes: some Sequence<UInt8>, then last: UInt8? = nil) throws {
        buffer.append(contentsOf: bytes)
        if let last { buffer.append(last) }
        if buffer.count > 1 << 16 { try flush() }
    }

    private func flush() throws {
        switch target {
        case .file(let file): try Self.doing(path) { () throws(SystemError) in try file.write(buffer) }
        case .other(let descriptor): guard Descriptor.write(buffer, to: descriptor) else { throw Self.failure(path, errno) }
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Gives the file its name: durable when this returns.
    func close() throws {
        try flush()
        if case .file(let file) = target { try Self.doing(path) { () throws(SystemError) in try file.commit() } }
    }

    private static func doing<Value>(_ path: String, _ body: () throws(SystemError) -> Value) throws -> Value {
        do { return try body() } catch { throw failure(path, error.code) }
    }

    static func failure(_ path: String, _ code: Int32) -> Problem {
        Problem(.inputOutput, code: "cannot-write", .cannotWrite(path, code))
    }
}

/// Where a command's result goes: a file that was named, or standard output.
enum Sink {
    case file(OutputFile)
    case standardOutput(Console)

    func write(_ bytes: some Sequence<UInt8>, then last: UInt8? = nil) throws {
        switch self {
        case .file(let file): try file.write(bytes, then: last)
        case .standardOutput(let console): console.write(bytes, then: last)
        }
    }

    func close() throws {
        switch self {
        case .file(let file): try file.close()
        case .standardOutput(let console): console.flush()
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
