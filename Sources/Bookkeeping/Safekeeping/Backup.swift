internal import Domain
public import EventLog
internal import Foundation
internal import TransparencyTree

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
        if let fault = try copy.structuralFaults().first { throw LogError.damaged(position: nil, message: fault) }
        // Only the file itself gets its name, and is carried away.
        try copy.foldIn()
        try copy.close()
        return result
    }

    /// Copies the key files, to be kept apart from the book and its backups. The key of a person who was erased is in no
    /// copy, even where it could not be destroyed.
    ///
    /// - Parameter path: to which `.keys` and `.signing-key` are added; neither file may exist.
    /// - Returns: the files written.
    public func backUpKeys(to path: String) throws -> [String] {
        var written: [String] = []
        if let keys {
            let target = BookFiles.keys(ofBookAt: path)
            let erased = try state().erased
            try Draft.publish(at: target) { try keys.copy(to: $0, without: erased) }
            written.append(target)
        }
        let signingKey = BookFiles.signingKey(ofBookAt: self.path)
        if FileManager.default.fileExists(atPath: signingKey) {
            let target = BookFiles.signingKey(ofBookAt: path)
            try Draft.publish(at: target) { try SigningKeyFile(path: $0).store(SigningKeyFile(path: signingKey).load()) }
            written.append(target)
        }
        return written
    }
}
