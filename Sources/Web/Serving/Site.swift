#if Web
internal import Bookkeeping
internal import Domain
package import EventLog
internal import Foundation
internal import Views

/// A book that is served: its file, the accounts beside it, and the address under which its pages are.
package final class Site: Sendable {
    /// Before every path; empty where one book is served.
    package let prefix: String
    /// The book's file.
    package let path: String
    package let accounts: AccountStore
    let shelf: Shelf
    let clock: @Sendable () -> Timestamp
    let limits = Limits()

    init(prefix: String, path: String, accounts: AccountStore, shelf: Shelf, clock: @escaping @Sendable () -> Timestamp) {
        self.prefix = prefix
        self.path = path
        self.accounts = accounts
        self.shelf = shelf
        self.clock = clock
    }

    /// What all books of a shelf have together, such as the list of them: without a prefix.
    init(beside site: Site) {
        (prefix, path, accounts, shelf) = ("", site.path, site.accounts, site.shelf)
        clock = site.clock
    }

    /// Of a book whose pages are opened for the first time.
    package static let firstAdministrator = "admin"

    /// Makes the administrator, where nobody has an account yet.
    ///
    /// - Returns: the path of the link with which to set the password; nil where there are accounts.
    package func firstLink() throws -> String? {
        guard try accounts.accounts().isEmpty else { return nil }
        _ = try accounts.createAccount(Self.firstAdministrator, role: .administrator)
        return "/link/" + (try accounts.makeLink(for: Self.firstAdministrator))
    }

    /// Asks the book something, on a thread that may block.
    func perform<Value: Sendable>(_ body: @escaping @Sendable (Book) throws -> Value) async throws -> Value {
        try await shelf.perform(at: path, body)
    }

    /// Asks the book a question as of now.
    func ask<Value: Sendable>(
        _ request: ViewRequest, for purpose: ReadingPurpose, _ body: @escaping @Sendable (ViewContext) throws -> Value
    ) async throws -> Value {
        let now = clock()
        return try await perform { book in try body(ViewContext(request, of: book, at: now, for: purpose)) }
    }

    /// Asks the accounts something, on a thread that may block.
    func withAccounts<Value: Sendable>(_ body: @escaping @Sendable (AccountStore) throws -> Value) async throws -> Value {
        let accounts = accounts
        return try await BlockingWork.run { try body(accounts) }
    }
}

/// How often somebody may try.
struct Limits: Sendable {
    /// Signing in, by the account's name: ten tries, and one more each minute.
    let signInByName = RateLimit(burst: 10, oneEverySeconds: 60)
    /// Signing in, by address of the network: an office is behind one.
    let signInByAddress = RateLimit(burst: 60, oneEverySeconds: 3)
    /// Checking in, by address of the network: a whole congress is behind one.
    let checkInByAddress = RateLimit(burst: 4_000, oneEverySeconds: 1)
    /// Reports to be checked, by address of the network: each is made again.
    let checkByAddress = RateLimit(burst: 20, oneEverySeconds: 6)
}

/// All books that are served.
package final class Sites: Sendable {
    package let all: [Site]
    private let shelf: Shelf

    /// - Parameters:
    ///   - books: the files; where there are several, each is under the name of its file.
    ///   - cost: of passwords.
    ///   - clock: the time of recording and asking.
    /// - Throws: the errors of opening each book and its accounts.
    package init(books: [String], cost: PasswordCost = .production, clock: @escaping @Sendable () -> Timestamp) throws {
        let shelf = Shelf(openMax: max(books.count, 1), clock: clock)
        self.shelf = shelf
        all = try books.map { path in
            let prefix = books.count == 1 ? "" : "/" + URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent.addressEncoded
            let opened = try shelf.withBook(at: path) { try $0.state().book.opened }
            guard let opened else { throw LogError.notALog(path: path) }
            let accounts = try AccountStore(path: BookFiles.accounts(ofBookAt: path), book: opened.book, cost: cost, clock: clock)
            return Site(prefix: prefix, path: path, accounts: accounts, shelf: shelf, clock: clock)
        }
    }

    package func close() throws {
        for site in all { try site.accounts.close() }
        try shelf.close()
    }
}
#endif
