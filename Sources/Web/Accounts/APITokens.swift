#if Web
package import EventLog
internal import GRDB

/// A token by which a program acts as an account, without a password. Its secret is shown when it is made, and never again.
package struct APIToken: Equatable, Sendable {
    package let id: Int64
    package let account: String
    /// What it is for, in its maker's words.
    package let label: String
    package let made: Timestamp
}

extension AccountStore {
    /// Makes a token.
    ///
    /// - Returns: the secret too, which no file has.
    /// - Throws: `AccountError`.
    package func makeAPIToken(for name: String, label: String) throws -> (secret: String, token: APIToken) {
        let (secret, made) = (SecretToken(), clock())
        return try write { db in
            let account = try Self.requireAccount(name, db)
            try db.execute(
                sql: "INSERT INTO api_tokens (digest, account, label, made) VALUES (?, ?, ?, ?)",
                arguments: [secret.digest, account.name, label, made.microsecondsSince1970])
            return (secret.text, APIToken(id: db.lastInsertedRowID, account: account.name, label: label, made: made))
        }
    }

    /// The tokens of everybody, the newest last.
    package func apiTokens() throws -> [APIToken] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM api_tokens ORDER BY id").map {
                APIToken(
                    id: $0["id"], account: $0["account"], label: $0["label"], made: Timestamp(microsecondsSince1970: $0["made"]))
            }
        }
    }

    /// - Returns: whether there was one.
    package func withdrawAPIToken(_ id: Int64) throws -> Bool {
        try write { db in
            try db.execute(sql: "DELETE FROM api_tokens WHERE id = ?", arguments: [id])
            return db.changesCount > 0
        }
    }

    /// Who acts by a token; nil if it was withdrawn. Nothing is written.
    package func account(apiToken: String) throws -> Account? { try account(of: apiToken, in: "api_tokens") }

    /// The account that has a secret in a table.
    func account(of secret: String, in table: String) throws -> Account? {
        guard let secret = SecretToken(secret) else { return nil }
        return try read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: "SELECT accounts.* FROM \(table) JOIN accounts ON name = account WHERE digest = ? AND ended IS NULL"),
                arguments: [secret.digest]
            ).map(Account.init(row:))
        }
    }
}
#endif
