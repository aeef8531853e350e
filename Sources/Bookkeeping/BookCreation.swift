internal import CanonicalJSON
public import Domain
public import EventLog
internal import Foundation
internal import TransparencyTree

extension Book {
    /// Starts a book: the file appears with its first entry in it, and its key files before it, or not at all.
    ///
    /// - Parameter opening: what the book is; `by` and `occurred` are the first entry's.
    /// - Throws: `LogError.alreadyExists` where something stands at `path`, or where one of its key files would.
    public static func create(
        path: String, opening: BookOpened, by: String, occurred: Occurrence, command: CommandID,
        clock: @escaping @Sendable () -> Timestamp
    ) throws {
        let keys = BookFiles.keys(ofBookAt: path)
        let signingKey = BookFiles.signingKey(ofBookAt: path)
        for path in [path, keys, signingKey] where FileManager.default.fileExists(atPath: path) {
            throw LogError.alreadyExists(path: path)
        }
        var made: [String] = []
        func publish(_ path: String, _ make: (_ draft: String) throws -> Void) throws {
            try Draft.publish(at: path, make)
            made.append(path)
        }
        do {
            try publish(keys) { try KeyStore.create(path: $0, book: opening.book.description) }
            try publish(signingKey) { draft in
                try SigningKeyFile(path: draft).store(.new(origin: origin(of: opening.book)))
            }
            try publish(path) { draft in
                try EventLog.create(path: draft)
                try recordOpening(of: draft, opening, by, occurred, command, clock)
            }
        } catch {
            // Keys without a book would stand in the way of the next attempt.
            for path in made { try? FileManager.default.removeItem(atPath: path) }
            throw error
        }
    }

    /// What a book's checkpoints are named after.
    static func origin(of book: Identifier<BookKind>) -> String { "minutebook/\(book)" }

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
        // Only the file itself gets its name: what stayed in the write-ahead log beside it would be gone.
        try book.log.foldIn()
        try book.close()
        guard case .recorded? = outcomes.first else {
            throw LogError.inputOutput(path: draft, message: "the opening was not recorded")
        }
    }
}
