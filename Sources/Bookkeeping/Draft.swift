internal import EventLog
internal import Foundation
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Files are made aside and given their names when they are whole: what is killed on the way leaves no half file.
enum Draft {
    /// Makes a file at `path`, where nothing may stand.
    ///
    /// - Throws: `LogError.alreadyExists`, and what stands there is left as it is.
    static func publish(at path: String, _ make: (_ draft: String) throws -> Void) throws {
        guard !FileManager.default.fileExists(atPath: path) else { throw LogError.alreadyExists(path: path) }
        let draft = path + ".new-\(getpid())"
        // Of a process that was killed here under the same number: in containers they begin anew.
        remove(filesOf: draft)
        defer { remove(filesOf: draft) }
        do {
            try make(draft)
        } catch let error as LogError {
            throw error.speaking(of: path)
        }
        try name(draft, path)
    }

    /// Durable when this returns. A link never replaces what another process put there meanwhile.
    private static func name(_ draft: String, _ path: String) throws {
        guard link(draft, path) == 0 else {
            throw errno == EEXIST ? LogError.alreadyExists(path: path) : LogError.failed(path: path)
        }
        try KeyFile.syncFolder(of: path)
    }

    private static func remove(filesOf draft: String) {
        for suffix in ["", "-wal", "-shm", "-lock", "-journal"] { unlink(draft + suffix) }
    }
}

extension LogError {
    /// The same error, under the name that the user knows.
    fileprivate func speaking(of path: String) -> LogError {
        switch self {
        case .noSuchFile: .noSuchFile(path: path)
        case .alreadyExists: .alreadyExists(path: path)
        case .notALog: .notALog(path: path)
        case .laterFormat(_, let version): .laterFormat(path: path, version: version)
        case .readOnly: .readOnly(path: path)
        case .diskFull: .diskFull(path: path)
        case .busy: .busy(path: path)
        case .inputOutput(_, let message): .inputOutput(path: path, message: message)
        case .damaged, .entryTooLong, .attachmentTooLong, .attachmentMissing, .attachmentDamaged, .diverged: self
        }
    }
}
