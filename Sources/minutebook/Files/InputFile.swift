internal import Bookkeeping
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// Bytes that come from a file or a pipe.
final class ByteSource: Sendable {
    private let descriptor: Int32
    private let name: String

    /// Takes the descriptor over, and closes it in the end.
    init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    // It may be of the book that is open.
    deinit { OpenDatabases.close(descriptor) }

    /// Standard input, whatever it is.
    static func standardInput() throws -> ByteSource {
        let copy = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { throw Problem(.inputOutput, code: "cannot-read", .cannotRead("-", errno)) }
        return ByteSource(descriptor: copy, name: "-")
    }

    /// What is there, at most so many bytes; waits only while nothing is; empty at the end.
    func read(upTo byteMax: Int) throws -> [UInt8] {
        while true {
            var code: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: byteMax) { buffer, count in
                let done = Foundation.read(descriptor, buffer.baseAddress, byteMax)
                code = done < 0 ? errno : 0
                count = max(0, done)
            }
            switch code {
            case 0: return bytes
            case EINTR: continue
            // How a closed standard input was opened: see `StandardStreams`.
            case EBADF: throw Problem(.notFound, code: "input-closed", .inputClosed)
            case EISDIR: throw Problem(.notFound, code: "not-a-file", .notAFile(name, isFolder: true))
            default: throw Problem(.inputOutput, code: "cannot-read", .cannotRead(name, code))
            }
        }
    }
}

/// The one place where files that were handed in are opened: nothing waits for a pipe that nobody writes to, nothing reads a
/// device without an end, and nothing is read that is longer than it may be.
enum InputFile {
    /// Longer than any report of a year.
    static let byteMax = 64 << 20

    /// Opens a file, or what a shell hands over as one: `<(…)`.
    static func open(_ path: String) throws -> ByteSource {
        try requireFile(path)
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path, errno) }
        let source = ByteSource(descriptor: descriptor, name: path)
        // Opening did not wait; reading may, for whoever writes at the other end of a shell's pipe.
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
        return source
    }

    /// For what another part of the program opens, such as a book.
    ///
    /// - Throws: where it is a folder, a device, or a pipe with a name. What is not there is for the other part to say.
    static func requireFile(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return
        // A pipe without a name: somebody has it open already.
        case S_IFIFO where FilePath.real(path) == nil: return
        case let kind: throw Problem(.notFound, code: "not-a-file", .notAFile(path, isFolder: kind == S_IFDIR))
        }
    }

    /// The same of a book and the files beside it.
    static func requireBook(_ path: String) throws { try BookFiles.all(ofBookAt: path).forEach(requireFile) }

    private static func failure(_ path: String, _ code: Int32) -> Problem {
        code == ENOENT || code == ENOTDIR
            ? Problem(.notFound, code: "no-such-file", .noSuchFile(path))
            : Problem(.inputOutput, code: "cannot-read", .cannotRead(path, code))
    }

    /// The first bytes, at most so many.
    static func beginning(_ path: String, byteCount: Int) throws -> [UInt8] {
        let source = try open(path)
        var bytes: [UInt8] = []
        while bytes.count < byteCount, case let piece = try source.read(upTo: min(1 << 18, byteCount - bytes.count)), !piece.isEmpty {
            bytes += piece
        }
        return bytes
    }

    static func bytes(_ path: String, byteMax: Int = byteMax) throws -> [UInt8] {
        let bytes = try beginning(path, byteCount: byteMax + 1)
        guard bytes.count <= byteMax else { throw Problem(.badData, code: "file-too-long", .fileTooLong(path, byteMax: byteMax)) }
        return bytes
    }

    static func text(_ path: String) throws -> String {
        guard let text = String(validating: try bytes(path), as: UTF8.self) else {
            throw Problem(.badData, code: "not-utf-8", .notUTF8(path))
        }
        return text
    }
}
