#if Web
import Domain
import EventLog
import Foundation
import Synchronization
import Testing
@testable import Web

/// A file of accounts in a folder of its own, and a clock that stands still until it is set.
final class AccountBench: Sendable {
    /// 2027-03-01T01:00:00Z: 9 o'clock in Shanghai.
    static let start = Timestamp(microsecondsSince1970: 1_803_862_800_000_000)
    static let book: Identifier<BookKind> = id("11111111-1111-4111-8111-111111111111")

    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)")
    private let now = Mutex(start)

    init() { try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appendingPathComponent("book.db.accounts").path }

    func open(book: Identifier<BookKind> = AccountBench.book) throws -> AccountStore {
        try AccountStore(path: path, book: book, cost: .small) { [self] in now.withLock { $0 } }
    }

    /// Sets the clock so long after the start.
    func pass(hours: Int64 = 0, seconds: Int64 = 0, microseconds: Int64 = 0) {
        now.withLock {
            $0 = Timestamp(
                microsecondsSince1970: Self.start.microsecondsSince1970 + (hours * 3600 + seconds) * 1_000_000 + microseconds)
        }
    }
}

/// An identifier that is surely valid.
func id<Kind>(_ text: String) -> Identifier<Kind> { Identifier(text)! }

extension AccountStore {
    /// An account with a password.
    func makeAccount(_ name: String, role: Role = .secretary, password: String = "correct horse") throws -> NewSession {
        _ = try createAccount(name, role: role)
        return try useLink(makeLink(for: name), password: password)
    }
}
#endif
