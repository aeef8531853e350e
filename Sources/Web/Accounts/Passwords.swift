#if Web
internal import EventLog
internal import Foundation
internal import GRDB

/// One-time links, by which people choose their passwords, and signing in.
extension AccountStore {
    /// How long a link is good for: three days, over a weekend.
    static let linkSeconds: Int64 = 72 * 3600
    static let passwordCharacterMin = 8
    static let passwordCharacterMax = 256

    /// Makes a link by which an account's password is chosen, once. An earlier link of the account is good for nothing any more.
    ///
    /// - Returns: the secret of the link's address. It is in no file.
    /// - Throws: `AccountError`.
    package func makeLink(for name: String) throws -> String {
        let secret = SecretToken()
        let expires = clock().adding(seconds: Self.linkSeconds).microsecondsSince1970
        try write { db in
            let account = try Self.requireAccount(name, db)
            try db.execute(
                sql: "INSERT OR REPLACE INTO links (account, digest, expires) VALUES (?, ?, ?)",
                arguments: [account.name, secret.digest, expires])
        }
        return secret.text
    }

    /// Whose password a link sets; nil if it is good for nothing.
    package func account(link: String) throws -> Account? {
        guard let secret = SecretToken(link) else { return nil }
        let now = clock().microsecondsSince1970
        return try read { try Self.account(link: secret, now, $0) }
    }

    private static func account(link: SecretToken, _ now: Int64, _ db: Database) throws -> Account? {
        try Row.fetchOne(
            db,
            sql: "SELECT accounts.* FROM links JOIN accounts ON name = account WHERE digest = ? AND expires > ? AND ended IS NULL",
            arguments: [link.digest, now]
        ).map(Account.init(row:))
    }

    /// Uses a link up: the account has the password from now on, its sessions are ended, and a new one begins.
    ///
    /// - Throws: `AccountError.linkInvalid`, also for the later of two who use it at once; `.passwordTooShort`,
    ///   `.passwordTooLong`, `.passwordLikeName`, and then the link stays.
    package func useLink(_ link: String, password: String) throws -> NewSession {
        guard let secret = SecretToken(link), let account = try account(link: link) else { throw AccountError.linkInvalid }
        try Self.requireGood(password, for: account)
        let hash = try hasher.hash(password)
        let now = clock()
        return try write { db in
            guard let account = try Self.account(link: secret, now.microsecondsSince1970, db) else { throw AccountError.linkInvalid }
            try db.execute(sql: "DELETE FROM links WHERE account = ?", arguments: [account.name])
            try db.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: [account.name])
            try Self.store(hash, of: account, db)
            return try Self.beginSession(of: account, at: now, db)
        }
    }

    /// - Throws: `AccountError`.
    private static func requireGood(_ password: String, for account: Account) throws(AccountError) {
        guard password.count >= passwordCharacterMin else { throw .passwordTooShort(characterMin: passwordCharacterMin) }
        guard password.count <= passwordCharacterMax else { throw .passwordTooLong(characterMax: passwordCharacterMax) }
        // `zhang`, `zhang123` and `zhangzhang` are tried first by whoever knows the name.
        let rest = password.lowercased().replacingOccurrences(of: account.name, with: "")
        guard rest.count >= passwordCharacterMin / 2 else { throw .passwordLikeName }
    }

    /// Signs in.
    ///
    /// - Returns: nil where the name or the password is wrong: not which of them, and after the same work.
    package func signIn(_ name: String, password: String) throws -> NewSession? {
        let name = Account.folded(name)
        let hash = try read { try Self.passwordHash(of: name, $0) }
        // A longer one is nobody's, and is not worth its derivation's time.
        let isRight = try hasher.isRight(String(password.prefix(Self.passwordCharacterMax + 1)), hash)
        guard isRight else { return nil }
        let now = clock()
        return try write { db in
            // Unless it was changed, or the account was ended, meanwhile.
            guard let account = try Self.account(name, db), try Self.passwordHash(of: name, db) == hash else { return nil }
            return try Self.beginSession(of: account, at: now, db)
        }
    }

    private static func store(_ hash: PasswordHash, of account: Account, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO passwords (account, rounds, block_size, parallelism, salt, key) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [account.name, hash.cost.rounds, hash.cost.blockSize, hash.cost.parallelism, hash.salt, hash.key])
    }

    private static func passwordHash(of name: String, _ db: Database) throws -> PasswordHash? {
        try Row.fetchOne(db, sql: "SELECT * FROM passwords WHERE account = ?", arguments: [name]).map {
            PasswordHash(
                cost: PasswordCost(rounds: $0["rounds"], blockSize: $0["block_size"], parallelism: $0["parallelism"]), salt: $0["salt"],
                key: $0["key"])
        }
    }
}
#endif
