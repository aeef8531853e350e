#if Web
package import Domain
internal import EventLog
internal import GRDB

extension AccountStore {
    /// Makes an account. It has no password yet: see `makeLink`.
    ///
    /// - Throws: `AccountError`.
    package func createAccount(_ name: String, role: Role, member: MemberID? = nil, unit: String? = nil) throws -> Account {
        let name = try Account.validName(name)
        try Account.requireScope(role, member, unit)
        let created = clock().microsecondsSince1970
        return try write { db in
            guard try Self.account(name, db) == nil else { throw AccountError.nameTaken(name) }
            try db.execute(
                sql: "INSERT INTO accounts (name, role, member, unit, created) VALUES (?, ?, ?, ?, ?)",
                arguments: [name, role.rawValue, member?.description, unit, created])
            return Account(name: name, role: role, member: member, unit: unit, isEnded: false)
        }
    }

    /// All accounts by name, those that are ended too.
    package func accounts() throws -> [Account] {
        try read { db in try Row.fetchAll(db, sql: "SELECT * FROM accounts ORDER BY name").map(Account.init(row:)) }
    }

    /// The account of a name, in whatever case it is typed; nil where there is none.
    package func account(named name: String) throws -> Account? { try read { try Self.account(Account.folded(name), $0) } }

    /// Gives an account another role, from the next request on.
    ///
    /// - Throws: `AccountError`.
    package func setRole(of name: String, to role: Role, member: MemberID? = nil, unit: String? = nil) throws {
        try Account.requireScope(role, member, unit)
        try write { db in
            let account = try Self.requireAccount(name, db)
            if role != .administrator { try Self.requireAnotherAdministrator(account, db) }
            try db.execute(
                sql: "UPDATE accounts SET role = ?, member = ?, unit = ? WHERE name = ?",
                arguments: [role.rawValue, member?.description, unit, account.name])
        }
    }

    /// Ends an account: it has no password, session, token, link or calendar address any more.
    ///
    /// - Throws: `AccountError`.
    package func endAccount(_ name: String) throws {
        let ended = clock().microsecondsSince1970
        try write { db in
            let account = try Self.requireAccount(name, db)
            try Self.requireAnotherAdministrator(account, db)
            try db.execute(sql: "UPDATE accounts SET ended = ? WHERE name = ?", arguments: [ended, account.name])
            for table in ["passwords", "sessions", "api_tokens", "links", "calendar_feeds"] {
                try db.execute(sql: "DELETE FROM \(table) WHERE account = ?", arguments: [account.name])
            }
        }
    }

    private static func requireAnotherAdministrator(_ account: Account, _ db: Database) throws {
        guard account.role == .administrator else { return }
        let count = try Int.fetchOne(
            db, sql: "SELECT count(*) FROM accounts WHERE role = ? AND ended IS NULL", arguments: [Role.administrator.rawValue])
        guard let count, count > 1 else { throw AccountError.lastAdministrator(account.name) }
    }

    /// An account that is not ended.
    static func requireAccount(_ name: String, _ db: Database) throws -> Account {
        guard let account = try account(Account.folded(name), db) else { throw AccountError.unknownAccount(name) }
        guard !account.isEnded else { throw AccountError.accountEnded(account.name) }
        return account
    }

    static func account(_ name: String, _ db: Database) throws -> Account? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT * FROM accounts WHERE name = ?"), arguments: [name]).map(Account.init(row:))
    }
}

extension Account {
    /// - Throws: `LogError.damaged` for a role that no version knows.
    init(row: Row) throws {
        guard let role = Role(rawValue: row["role"]) else { throw LogError.damaged(position: nil, .valueMissing) }
        self.init(
            name: row["name"], role: role, member: (row["member"] as String?).flatMap { MemberID($0) }, unit: row["unit"],
            isEnded: row["ended"] != nil)
    }
}
#endif
