internal import CanonicalJSON
public import Domain
public import EventLog
internal import Foundation
internal import TransparencyTree
#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

extension Book {
    /// Starts a book: the file appears with its first entry in it, and its key files before it, or not at all.
    ///
    /// - Parameter opening: what the book is; `by` and `occurred` are the first entry's.
    /// - Throws: `LogError.alreadyExists` where there is a file at `path`, or key files that are in use.
    public static func create(
        path: String, opening: BookOpened, by: String, occurred: Occurrence, command: CommandID,
        clock: @escaping @Sendable () -> Timestamp
    ) throws {
        try Draft.exclusively(at: path) {
            guard !Draft.exists(path) else { throw LogError.alreadyExists(path: path) }
            try removeLeftovers(at: path)
            var made: [String] = []
            func publish(_ path: String, _ make: (_ draft: String) throws -> Void) throws {
                try Draft.publish(at: path, make)
                made.append(path)
            }
            do {
                try publish(BookFiles.keys(ofBookAt: path)) { try KeyStore.create(path: $0, book: opening.book.description) }
                try publish(BookFiles.signingKey(ofBookAt: path)) { draft in
                    try SigningKeyFile(path: draft).store(.new(origin: origin(of: opening.book)))
                }
                // The book comes last: where it is, it has its keys.
                try publish(path) { draft in
                    try EventLog.create(path: draft)
                    try recordOpening(of: draft, opening, by, occurred, command, clock)
                }
            } catch {
                for file in made { unlink(file) }
                throw error
            }
        }
    }

    /// Takes away the key files of an attempt that was broken off before the book was there. Nothing was sealed or signed
    /// with them; others are somebody's, and stay.
    ///
    /// - Throws: `LogError.alreadyExists` for those that stay.
    private static func removeLeftovers(at path: String) throws {
        let (keys, signingKey) = (BookFiles.keys(ofBookAt: path), BookFiles.signingKey(ofBookAt: path))
        if Draft.exists(keys) {
            guard try KeyStore.isUnused(path: keys) else { throw LogError.alreadyExists(path: keys) }
        }
        if Draft.exists(signingKey) {
            guard try SigningKeyFile(path: signingKey).isUnused() else { throw LogError.alreadyExists(path: signingKey) }
        }
        for file in [keys, keys + "-journal", signingKey] { unlink(file) }
    }

    /// What a book's checkpoints are named after.
    static func origin(of book: Identifier<BookKind>) -> String { "minutebook/\(book)" }

    private static func recordOpening(
        of draft: String, _ opening: BookOpened, _ by: String, _ occurred: Occurrence, _ id: CommandID,
        _ clock: @escaping @Sendable () -> Timestamp
    ) throws {
        let book = try Book(path: draft, clock: clock)
        var fields: JSONObject = Event(opening).fields
        fields["command"] = "book.open"
        let command = try Command(
            fields, defaults: Command.Defaults(id: id, by: by, occurred: occurred, clock: BookClock(named: opening.timeZone)))
        let outcomes = try book.execute([command])
        // Only the file itself gets its name: what stayed in the write-ahead log beside it would be gone.
        try book.log.foldIn()
        try book.close()
        guard case .recorded? = outcomes.first else {
            throw LogError.inputOutput(path: draft, .openingNotRecorded)
        }
    }
}
