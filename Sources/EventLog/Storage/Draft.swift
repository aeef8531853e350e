internal import Foundation
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Files are made aside and given their names when they are whole: what is killed on the way leaves no half file, and
/// its draft is gone with the next attempt.
package enum Draft {
    private static func draft(of path: String) -> String { path + ".new" }

    /// Makes a file at `path`, where no file may be.
    ///
    /// - Throws: `LogError.alreadyExists`, and the file there is left as it is; `.busy` while another process makes it.
    package static func publish(at path: String, _ make: (_ draft: String) throws -> Void) throws {
        guard !exists(path) else { throw LogError.alreadyExists(path: path) }
        let lock = try PublicationLock(path: path)
        defer { lock.release() }
        let draft = draft(of: path)
        // Of a process that was killed here.
        remove(filesOf: draft)
        defer { remove(filesOf: draft) }
        do {
            try make(draft)
        } catch let error as LogError {
            throw error.naming(path)
        }
        try name(draft, path)
    }

    /// Runs `body` while no other process makes something of several files at `path`.
    ///
    /// - Throws: `LogError.busy` if one does for longer than anybody waits; what `body` throws.
    package static func exclusively<Value>(at path: String, _ body: () throws -> Value) throws -> Value {
        let lock = try PublicationLock(path: path, suffix: ".starting")
        defer { lock.release() }
        return try body()
    }

    /// Durable when this returns. A link never replaces what another program put there meanwhile; a file system without
    /// links, as memory sticks have, gets a new name.
    private static func name(_ draft: String, _ path: String) throws(LogError) {
        if link(draft, path) == 0 {
            unlink(draft)
        } else {
            switch errno {
            case EEXIST: throw .alreadyExists(path: path)
            case EPERM, EOPNOTSUPP, ENOSYS, EMLINK:
                guard !exists(path) else { throw .alreadyExists(path: path) }
                try LogError.ofSystem(path: path) { () throws(SystemError) in try FileReplacement.rename(draft, path) }
                return
            default: throw .failed(path: path)
            }
        }
        try LogError.ofSystem(path: path) { () throws(SystemError) in try FileReplacement.syncFolder(of: path) }
    }

    /// Takes away what is left of a publication that was killed right behind its naming: the file would have a second name.
    /// One that is under way is left alone, and so is what cannot be removed.
    package static func removeLeftovers(of path: String) {
        guard exists(draft(of: path)) || exists(PublicationLock.name(for: path)) else { return }
        guard let lock = try? PublicationLock(path: path, waitMillisecondsMax: 0) else { return }
        remove(filesOf: draft(of: path))
        lock.release()
    }

    /// Whether anything has this name, a dangling link included.
    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    private static func remove(filesOf draft: String) {
        for suffix in ["", ".next"] + LogFile.besideSuffixes { unlink(draft + suffix) }
    }
}

/// Held while a file is made: nobody else's draft is in the way, and what is there is of nobody any more.
private struct PublicationLock {
    private let path: String
    private let descriptor: Int32

    private static let suffix = ".making"

    static func name(for path: String) -> String { path + suffix }

    init(path: String, suffix: String = suffix, waitMillisecondsMax: Int = 30_000) throws(LogError) {
        self.path = path + suffix
        var waited = 0
        while true {
            let descriptor = open(self.path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw errno == ENOENT ? .noSuchFolder(path: path) : .failed(path: path) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.isStillNamed(descriptor, self.path) {
                self.descriptor = descriptor
                return
            }
            close(descriptor)
            guard waited < waitMillisecondsMax else { throw .busy(path: path) }
            usleep(1_000)
            waited += 1
        }
    }

    /// Whoever had it may have removed the file meanwhile: then the next one locks another file.
    private static func isStillNamed(_ descriptor: Int32, _ path: String) -> Bool {
        var (held, named) = (stat(), stat())
        return fstat(descriptor, &held) == 0 && stat(path, &named) == 0 && held.st_dev == named.st_dev && held.st_ino == named.st_ino
    }

    func release() {
        unlink(path)
        close(descriptor)
    }
}

extension LogError {
    /// What the file system's last error means.
    package static func failed(path: String, _ code: Int32 = errno) -> LogError {
        switch code {
        case ENOSPC, EDQUOT: .diskFull(path: path)
        case EROFS, EACCES: .readOnly(path: path)
        default: .inputOutput(path: path, .system(code))
        }
    }

    /// Says which file it was that the system could not write.
    package static func ofSystem<Value>(path: String, _ body: () throws(SystemError) -> Value) throws(LogError) -> Value {
        do { return try body() } catch { throw .failed(path: path, error.code) }
    }

    /// The same error, under the name that the user knows.
    fileprivate func naming(_ path: String) -> LogError {
        switch self {
        case .noSuchFile: .noSuchFile(path: path)
        case .noSuchFolder: .noSuchFolder(path: path)
        case .alreadyExists: .alreadyExists(path: path)
        case .notALog: .notALog(path: path)
        case .severalNames: .severalNames(path: path)
        case .laterFormat(_, let version): .laterFormat(path: path, version: version)
        case .readOnly: .readOnly(path: path)
        case .diskFull: .diskFull(path: path)
        case .busy: .busy(path: path)
        case .inputOutput(_, let fault): .inputOutput(path: path, fault)
        case .damaged, .entryTooLong, .attachmentTooLong, .attachmentMissing, .attachmentDamaged, .diverged: self
        }
    }
}
