internal import Domain
public import EventLog
internal import Foundation
internal import TransparencyTree
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

extension Book {
    /// Copies the book, entry by entry, while recording goes on; a copy that is there already is brought up to date.
    ///
    /// Every entry is hashed anew on its way, both trees are compared, and the copy's file is checked before it gets
    /// its name. Keys are no part of it: see `backUpKeys`.
    ///
    /// - Throws: `LogError.diverged` if what is there is no earlier copy of this book.
    public func backUp(
        to path: String, progress: (_ done: Int64, _ total: Int64) -> Void = { _, _ in }
    ) throws -> LogCopy {
        guard FileManager.default.fileExists(atPath: path) else {
            var made = LogCopy()
            try Draft.publish(at: path) { draft in
                try EventLog.create(path: draft)
                made = try Self.update(copyAt: draft, of: log, progress)
            }
            return made
        }
        return try Self.update(copyAt: path, of: log, progress)
    }

    static func update(
        copyAt path: String, of log: EventLog, _ progress: (Int64, Int64) -> Void
    ) throws -> LogCopy {
        let copy = try EventLog(path: path)
        let result = try log.update(copy: copy, progress: progress)
        if let fault = try copy.structuralFaults().first { throw LogError.damaged(position: nil, .structure(fault)) }
        // Only the file itself gets its name, and is carried away.
        try copy.foldIn()
        try copy.close()
        return result
    }

    /// Copies the key files, to be kept apart from the book and its backups. The key of a person who was erased is in no
    /// copy, even where it could not be destroyed; an earlier copy of the same book's keys is replaced, so that it is in
    /// none there either.
    ///
    /// - Parameter path: to which `.keys` and `.signing-key` are added.
    /// - Returns: the files written.
    /// - Throws: `LogError.alreadyExists` where there is something else.
    public func backUpKeys(to path: String) throws -> [String] {
        var written: [String] = []
        // Beside a book, key files are that book's own.
        let isTaken = Draft.exists(path)
        if let keys {
            let target = BookFiles.keys(ofBookAt: path)
            let erased = try state().erased
            try Self.publish(at: target, replacing: { try !isTaken && keys.covers(target, erased) }) { try keys.copy(to: $0, without: erased) }
            written.append(target)
        }
        if Draft.exists(signingKeyFile.path) {
            let target = BookFiles.signingKey(ofBookAt: path)
            let held = try signingKeyFile.load()
            try Self.publish(at: target, replacing: { try !isTaken && held.covers(SigningKeyFile(path: target).load()) }) {
                try SigningKeyFile(path: $0).store(held)
            }
            written.append(target)
        }
        return written
    }

    /// - Parameter isReplaceable: whether what is at `path` may go: nothing is lost with it. It is overwritten then, as it may
    ///   have the key of somebody who was erased since.
    private static func publish(
        at path: String, replacing isReplaceable: () throws -> Bool, _ make: (_ draft: String) throws -> Void
    ) throws {
        let old = path + ".old"
        if Draft.exists(path) {
            guard try isReplaceable() else { throw LogError.alreadyExists(path: path) }
            guard rename(path, old) == 0 else { throw LogError.failed(path: path) }
        }
        do {
            try Draft.publish(at: path, make)
        } catch {
            if Draft.exists(old) { rename(old, path) }
            throw error
        }
        // Of this call, or of one that was killed here.
        guard Draft.exists(old) else { return }
        try KeyFile.overwrite(path: old)
        unlink(old)
    }
}
