#if Web
internal import GRDB

/// Private addresses at which an account's calendar is read: by programs that cannot sign in.
extension AccountStore {
    /// Makes the secret of a new address. The one before is good for nothing any more.
    ///
    /// - Returns: the secret, which no file has.
    /// - Throws: `AccountError`.
    package func renewFeed(of name: String) throws -> String {
        let secret = SecretToken()
        try write { db in
            let account = try Self.requireAccount(name, db)
            try db.execute(
                sql: "INSERT OR REPLACE INTO calendar_feeds (account, digest) VALUES (?, ?)", arguments: [account.name, secret.digest])
        }
        return secret.text
    }

    /// Takes the address back.
    package func withdrawFeed(of name: String) throws {
        try write { try $0.execute(sql: "DELETE FROM calendar_feeds WHERE account = ?", arguments: [Account.folded(name)]) }
    }

    /// Whether the account has an address.
    package func hasFeed(_ name: String) throws -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM calendar_feeds WHERE account = ?)", arguments: [Account.folded(name)]) ?? false
        }
    }

    /// Whose calendar is read at an address; nil if it was taken back. Nothing is written.
    package func account(feedSecret: String) throws -> Account? { try account(of: feedSecret, in: "calendar_feeds") }
}
#endif
