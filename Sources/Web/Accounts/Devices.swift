#if Web
package import Domain
package import EventLog
internal import Foundation
internal import GRDB

/// A phone that checks in without asking for a code again.
package struct Device: Equatable, Sendable {
    package let id: Int64
    /// What it is, as its browser says.
    package let label: String
    /// Whom it may check in: several, as not everybody has a phone.
    package let members: [MemberID]
    package let registered: Timestamp
    package let expires: Timestamp

    /// What an entry's `by` says of a check-in by it.
    package var name: String { Account.deviceNamePrefix + String(id) }
}

extension AccountStore {
    /// How long a phone stays registered: longer than a year, so that a yearly meeting finds it known.
    static let deviceSeconds: Int64 = 400 * 24 * 3600
    private static let labelCharacterMax = 80

    /// Registers a phone for a member who has proved who they are.
    ///
    /// - Returns: the key that the phone keeps, and that no file here has.
    package func registerDevice(for member: MemberID, label: String) throws -> (key: String, device: Device) {
        let (key, registered) = (SecretToken(), clock())
        let label = String(label.prefix(Self.labelCharacterMax))
        let expires = registered.adding(seconds: Self.deviceSeconds)
        let id = try write { db in
            try db.execute(
                sql: "INSERT INTO devices (digest, label, registered, expires) VALUES (?, ?, ?, ?)",
                arguments: [key.digest, label, registered.microsecondsSince1970, expires.microsecondsSince1970])
            let id = db.lastInsertedRowID
            try Self.add(member, to: id, db)
            return id
        }
        return (key.text, Device(id: id, label: label, members: [member], registered: registered, expires: expires))
    }

    /// Lets a phone check in a further member, who has proved who they are.
    ///
    /// - Returns: the device; nil if the key is good for nothing.
    package func addMember(_ member: MemberID, toDevice key: String) throws -> Device? {
        guard let secret = SecretToken(key) else { return nil }
        let now = clock().microsecondsSince1970
        return try write { db in
            guard let device = try Self.device(secret, now, db) else { return nil }
            try Self.add(member, to: device.id, db)
            return try Self.device(secret, now, db)
        }
    }

    private static func add(_ member: MemberID, to device: Int64, _ db: Database) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO device_members (device, member) VALUES (?, ?)", arguments: [device, member.description])
    }

    /// The phone that has a key; nil if the office ended it, or its term is over. Nothing is written.
    package func device(key: String) throws -> Device? {
        guard let secret = SecretToken(key) else { return nil }
        let now = clock().microsecondsSince1970
        return try read { try Self.device(secret, now, $0) }
    }

    private static func device(_ secret: SecretToken, _ now: Int64, _ db: Database) throws -> Device? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT * FROM devices WHERE digest = ? AND expires > ? AND ended IS NULL"),
            arguments: [secret.digest, now]
        ).map { try device($0, db) }
    }

    /// The phones that may check in, the newest last.
    package func devices() throws -> [Device] {
        let now = clock().microsecondsSince1970
        return try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM devices WHERE expires > ? AND ended IS NULL ORDER BY id", arguments: [now])
                .map { try Self.device($0, db) }
        }
    }

    private static func device(_ row: Row, _ db: Database) throws -> Device {
        let members = try String.fetchAll(
            db.cachedStatement(sql: "SELECT member FROM device_members WHERE device = ?"), arguments: [row["id"] as Int64])
        return Device(
            id: row["id"], label: row["label"], members: members.compactMap { MemberID($0) }.sorted(),
            registered: Timestamp(microsecondsSince1970: row["registered"]), expires: Timestamp(microsecondsSince1970: row["expires"]))
    }

    /// Ends a phone, as when it was lost: its key is good for nothing from now on.
    ///
    /// - Returns: whether there was one.
    package func endDevice(_ id: Int64) throws -> Bool {
        let now = clock().microsecondsSince1970
        return try write { db in
            try db.execute(sql: "UPDATE devices SET ended = ? WHERE id = ? AND ended IS NULL", arguments: [now, id])
            return db.changesCount > 0
        }
    }
}
#endif
