internal import CanonicalJSON
public import Domain
public import EventLog
internal import Foundation
#if canImport(Glibc)
internal import Glibc
#endif

extension Book {
    /// Starts a book: the file appears with its first entry in it, or not at all.
    ///
    /// - Parameter opening: what the book is; `by` and `occurred` are the first entry's.
    /// - Throws: `LogError.alreadyExists` where something stands at `path` already.
    public static func create(
        path: String, opening: BookOpened, by: String, occurred: Occurrence, command: CommandID,
        clock: @escaping @Sendable () -> Timestamp
    ) throws {
        for path in [path, KeyStore.path(ofBookAt: path)] where FileManager.default.fileExists(atPath: path) {
            throw LogError.alreadyExists(path: path)
        }
        // Made aside and given its name when it is whole: a process killed on the way leaves no half book.
        let draft = path + ".new-\(getpid())"
        defer { removeFiles(ofBookAt: draft) }
        do {
            try EventLog.create(path: draft)
            try KeyStore.create(path: KeyStore.path(ofBookAt: draft))
            try recordOpening(of: draft, opening, by, occurred, command, clock)
        } catch let error as LogError {
            throw error.speaking(of: path)
        }
        try publish(KeyStore.path(ofBookAt: draft), as: KeyStore.path(ofBookAt: path))
        try publish(draft, as: path)
    }

    private static func recordOpening(
        of draft: String, _ opening: BookOpened, _ by: String, _ occurred: Occurrence, _ id: CommandID,
        _ clock: @escaping @Sendable () -> Timestamp
    ) throws {
        let book = try Book(path: draft, clock: clock)
        var fields: JSONObject = Event.book(opening).fields
        fields["command"] = "book.open"
        let command = try Command(
            fields, defaults: Command.Defaults(id: id, by: by, occurred: occurred, offsetMinutes: 0))
        let outcomes = try book.execute([command])
        try book.close()
        guard case .recorded? = outcomes.first else {
            throw LogError.inputOutput(path: draft, message: "the opening was not recorded")
        }
    }

    /// Gives a finished file its name. A link never replaces what another process put there meanwhile.
    private static func publish(_ draft: String, as path: String) throws {
        guard link(draft, path) == 0 else {
            throw errno == EEXIST
                ? LogError.alreadyExists(path: path)
                : LogError.inputOutput(path: path, message: String(cString: strerror(errno)))
        }
    }

    private static func removeFiles(ofBookAt path: String) {
        for suffix in ["", "-wal", "-shm", "-lock", ".keys", ".keys-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
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
        case .damaged, .entryTooLong: self
        }
    }
}
