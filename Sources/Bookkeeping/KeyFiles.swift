internal import EventLog
internal import Foundation
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The files beside a book, each with a rule of its own for backups.
public enum BookFiles {
    /// The keys of persons: destroyed one by one, and so never in a backup of the book.
    public static func keys(ofBookAt path: String) -> String { path + ".keys" }
    /// The key that checkpoints are signed with: in the hands of whoever answers for the book.
    public static func signingKey(ofBookAt path: String) -> String { path + ".signing-key" }
    /// Who read whose personal data, a log of its own.
    public static func readings(ofBookAt path: String) -> String { path + ".readings" }
}

/// Why a key file cannot be used.
public enum KeyFileError: Error, Equatable, Sendable {
    /// Nothing is signed without it; what was signed stays good.
    case signingKeyMissing(path: String)
    /// The keys of persons: nothing personal is recorded without them; what is sealed stays sealed.
    case personalKeysMissing(path: String)
    /// The key is of another book.
    case otherBook(path: String)
    case malformed(path: String, line: Int)
    /// Others may read it, and that could not be changed.
    case exposed(path: String)
    /// The key has signed more entries than the book has: the book is an older copy, or was cut off.
    case bookIsShorter(signed: Int64, held: Int64)
    /// The key has signed another history of the first entries than the book has.
    case historyChanged(signed: Int64)
}

/// Key files are for their owner's eyes.
enum KeyFile {
    /// Takes the rights of others away, where a copy or an unpacking gave them.
    ///
    /// - Throws: `KeyFileError.exposed` where that is not possible.
    static func requirePrivate(path: String) throws(KeyFileError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return }
        _ = chmod(path, 0o600)
        guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
    }

    /// Makes an empty file that nobody else could read for a moment.
    static func create(path: String) throws(LogError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .alreadyExists(path: path) : .failed(path: path)
        }
        _ = close(descriptor)
    }

    /// Replaces a file by another content, durably and all at once.
    static func replace(path: String, with text: String) throws(LogError) {
        let draft = path + ".new-\(getpid())"
        unlink(draft)
        try create(path: draft)
        do throws(LogError) {
            try write(text, to: draft)
            guard rename(draft, path) == 0 else { throw LogError.failed(path: path) }
            try syncFolder(of: path)
        } catch {
            unlink(draft)
            throw error
        }
    }

    private static func write(_ text: String, to path: String) throws(LogError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(path: path) }
        defer { _ = close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { throw .failed(path: path) }
            rest = rest.dropFirst(written)
        }
        guard fsync(descriptor) == 0 else { throw .failed(path: path) }
    }

    /// A new name is durable once its folder is.
    static func syncFolder(of path: String) throws(LogError) {
        let descriptor = open(FilePath.folder(of: path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .failed(path: path) }
        defer { _ = close(descriptor) }
        // Some file systems have no flush for folders (EINVAL): they keep names in another way.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw .failed(path: path) }
    }
}

extension LogError {
    /// What the file system's last error means.
    static func failed(path: String) -> LogError {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EROFS, EACCES: .readOnly(path: path)
        default: .inputOutput(path: path, message: String(cString: strerror(errno)))
        }
    }
}
