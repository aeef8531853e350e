internal import Bookkeeping
internal import EventLog
internal import Foundation
internal import Wording

/// A folder of files that is made aside, and gets its name when it is whole.
struct DraftFolder {
    private let path: String
    private let folder: OutputFolder

    /// In a draft that this program has begun, and no other folder has: it may be removed.
    private static let mark = ".unfinished-archive"

    /// - Parameters:
    ///   - path: what the folder is to be called; nothing may be there.
    ///   - book: the book that is being read.
    /// - Throws: `LogError.alreadyExists` also where the draft's name is taken by something else than a draft.
    init(_ path: String, reading book: String) throws {
        self.path = try OutputFolder(path: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path, book: book).path
        let draft = self.path + ".part"
        let files = FileManager.default
        if files.fileExists(atPath: draft) {
            guard files.fileExists(atPath: draft + "/" + Self.mark) else { throw LogError.alreadyExists(path: draft) }
            // Of a run that was broken off.
            try files.removeItem(atPath: draft)
        }
        folder = try OutputFolder(path: draft, book: book)
        try folder.write([], to: Self.mark)
    }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws { try folder.write(bytes, to: name) }

    func publish() throws {
        guard unlink(folder.path + "/" + Self.mark) == 0, rename(folder.path, path) == 0 else {
            throw OutputFile.failure(path, errno)
        }
    }
}
