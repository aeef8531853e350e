#if Web
package import Crypto
package import Domain
internal import Foundation
internal import GRDB

/// The secrets that the codes of meetings are computed with.
extension AccountStore {
    /// The secret of a meeting, made on first use.
    package func meetingSecret(of activity: ActivityID) throws -> SymmetricKey {
        let id = activity.description
        func stored(_ db: Database) throws -> Data? {
            try Data.fetchOne(db.cachedStatement(sql: "SELECT secret FROM meeting_secrets WHERE activity = ?"), arguments: [id])
        }
        if let secret = try read(stored) { return SymmetricKey(data: secret) }
        return try write { db in
            // Another may have made it meanwhile: everybody has the same.
            if let secret = try stored(db) { return SymmetricKey(data: secret) }
            let secret = SymmetricKey(size: .bits256)
            try db.execute(
                sql: "INSERT INTO meeting_secrets (activity, secret) VALUES (?, ?)",
                arguments: [id, secret.withUnsafeBytes { Data($0) }])
            return secret
        }
    }

    /// The secrets of all meetings that have one: a code does not say which meeting it is of.
    package func meetingSecrets() throws -> [ActivityID: SymmetricKey] {
        let rows = try read { try Row.fetchAll($0, sql: "SELECT activity, secret FROM meeting_secrets") }
        let pairs = rows.compactMap { row in
            ActivityID(row["activity"] as String).map { ($0, SymmetricKey(data: row["secret"] as Data)) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
#endif
