public import EventLog
internal import Foundation
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The files beside a book, each with a rule of its own for backups.
public enum BookFiles {
    private static let (keys, signingKey, readings, accounts) = (".keys", ".signing-key", ".readings", ".accounts")

    /// The keys of persons: destroyed one by one, and so never in a backup of the book.
    public static func keys(ofBookAt path: String) -> String { path + keys }
    /// The key that checkpoints are signed with: in the hands of whoever answers for the book.
    public static func signingKey(ofBookAt path: String) -> String { path + signingKey }
    /// Who read whose personal data, a log of its own.
    public static func readings(ofBookAt path: String) -> String { path + readings }
    /// Who may sign in at the pages, and with what: no part of the record, and so never in a backup of the book. Where it is
    /// lost, new accounts are made and phones registered again.
    public static func accounts(ofBookAt path: String) -> String { path + accounts }

    /// "MBAC" in the header of a file of accounts.
    package static let accountsApplicationID: Int32 = 0x4D42_4143

    /// The book itself, and the files beside it, each of which may be missing.
    public static func all(ofBookAt path: String) -> [String] {
        [path, keys(ofBookAt: path), signingKey(ofBookAt: path), readings(ofBookAt: path), accounts(ofBookAt: path)]
    }

    /// What a book's files have behind the book's own name.
    static let suffixes = [keys, signingKey, readings, accounts] + LogFile.besideSuffixes
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
    /// A person is on record as erased, and their key could not be destroyed.
    case keyNotDestroyed(path: String, LogError)
    /// Others may read it, and that could not be changed.
    case exposed(path: String)
    /// The key has signed more entries than the book has: the book is an older copy, or was cut off.
    case bookIsShorter(signed: Int64, held: Int64)
    /// The key has signed another history of the first entries than the book has.
    case historyChanged(signed: Int64)
    /// The key has signed more readings of personal data than the log of readings has, or others.
    case readingsChanged(signed: Int64, held: Int64)
}

/// Key files are for their owner's eyes.
package enum KeyFile {
    /// Takes the rights of others away, where a copy or an unpacking gave them.
    ///
    /// - Throws: `KeyFileError.exposed` where that is not possible.
    package static func requirePrivate(path: String) throws(KeyFileError) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & 0o077 != 0 else { return }
        _ = chmod(path, 0o600)
        guard stat(path, &status) == 0, status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
    }

    /// Makes an empty file that nobody else could read for a moment.
    package static func create(path: String) throws(LogError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw errno == EEXIST ? .alreadyExists(path: path) : .failed(path: path)
        }
        _ = close(descriptor)
    }

    /// Overwrites every byte of a file in its place, durably; the file stays, and its blocks are not given back. Nothing
    /// where there is none.
    static func overwrite(path: String) throws(LogError) {
        let descriptor = open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .failed(path: path) }
            return
        }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .failed(path: path) }
        let zeros = [UInt8](repeating: 0, count: 1 << 16)
        var offset: off_t = 0
        while offset < status.st_size {
            let written = pwrite(descriptor, zeros, min(zeros.count, Int(status.st_size - offset)), offset)
            guard written > 0 else { throw .failed(path: path) }
            offset += off_t(written)
        }
        guard fsync(descriptor) == 0 else { throw .failed(path: path) }
    }

    /// Replaces a file by another content, durably and all at once. One process at a time does: so the draft has a name that
    /// the next one clears away, should this be killed.
    static func replace(path: String, with text: String) throws(LogError) {
        let path = EventLog.resolved(path)
        try LogError.ofSystem(path: path) { () throws(SystemError) in
            let file = try FileReplacement(of: path, draft: path + ".next", permissions: 0o600, isUnnamed: false)
            try file.write(Array(text.utf8))
            try file.commit()
        }
    }
}
