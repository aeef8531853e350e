#if Web
package import EventLog
internal import Foundation
internal import GRDB

/// Somebody who is signed in.
package struct Session: Equatable, Sendable {
    /// As it is now: another role holds from the next request on.
    package let account: Account
    /// What every form of the session has to send back, so that no other site sends it.
    package let csrfToken: String
    package let expires: Timestamp

    init(account: Account, token: SecretToken, expires: Timestamp) {
        (self.account, self.expires) = (account, expires)
        csrfToken = token.code(for: "csrf").base64URL
    }

    /// Whether a form was sent from the session's own page.
    package func accepts(csrfToken: String) -> Bool { isEqualInConstantTime(self.csrfToken.utf8, csrfToken.utf8) }
}

/// A session that has just begun, and what its cookie says.
package struct NewSession: Sendable {
    package let token: String
    package let session: Session
}

extension AccountStore {
    /// How long a session lasts, used or not: a working day.
    static let sessionSeconds: Int64 = 12 * 3600

    /// The session that a cookie names; nil if it has ended. Nothing is written.
    package func session(_ token: String) throws -> Session? {
        guard let secret = SecretToken(token) else { return nil }
        let now = clock().microsecondsSince1970
        let row = try read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT accounts.*, expires FROM sessions JOIN accounts ON name = account
                        WHERE digest = ? AND expires > ? AND ended IS NULL
                        """), arguments: [secret.digest, now])
        }
        return try row.map {
            Session(account: try Account(row: $0), token: secret, expires: Timestamp(microsecondsSince1970: $0["expires"]))
        }
    }

    /// Signs out.
    package func endSession(_ token: String) throws {
        guard let secret = SecretToken(token) else { return }
        try write { try $0.execute(sql: "DELETE FROM sessions WHERE digest = ?", arguments: [secret.digest]) }
    }

    /// Signs an account out everywhere.
    package func endSessions(of name: String) throws {
        try write { try $0.execute(sql: "DELETE FROM sessions WHERE account = ?", arguments: [Account.folded(name)]) }
    }

    /// Sessions whose time is over go on the way.
    static func beginSession(of account: Account, at now: Timestamp, _ db: Database) throws -> NewSession {
        let token = SecretToken()
        let expires = now.adding(seconds: sessionSeconds)
        try db.execute(sql: "DELETE FROM sessions WHERE expires <= ?", arguments: [now.microsecondsSince1970])
        try db.execute(
            sql: "INSERT INTO sessions (digest, account, expires) VALUES (?, ?, ?)",
            arguments: [token.digest, account.name, expires.microsecondsSince1970])
        return NewSession(token: token.text, session: Session(account: account, token: token, expires: expires))
    }
}
#endif
