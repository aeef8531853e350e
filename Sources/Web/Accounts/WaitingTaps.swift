#if Web
package import Domain
package import EventLog
internal import GRDB

/// Why a tap was not recorded at once.
package enum TapReason: String, CaseIterable, Sendable {
    /// The meeting is not open yet: it is recorded when it opens.
    case notOpen = "not-open"
    /// It came more than a day after the meeting was closed: the secretary decides.
    case lateEntry = "late-entry"
    /// Its code was shown after the meeting was closed: the secretary decides.
    case afterClosing = "after-closing"
    /// Its code is no longer, or not yet, on the screen.
    case staleCode = "stale-code"
    /// A tap that was kept, from a phone that is not registered.
    case unknownDevice = "unknown-device"
    /// The meeting was cancelled.
    case cancelled
    /// The book did not take it: the message says why.
    case rejected
}

/// A tap of a member's that was not recorded at once: shown to the member and the secretary until it is settled, and kept then.
package struct WaitingTap: Equatable, Sendable {
    /// What became of it.
    package enum State: String, CaseIterable, Sendable {
        case waiting, accepted, refused
    }

    /// Made on the phone: the same tap sent twice is one.
    package let command: CommandID
    package let activity: ActivityID
    package let member: MemberID
    /// Nil from a phone that is not registered.
    package let device: Int64?
    /// When the code was on the screen: the time of the tap.
    package let slot: Timestamp
    package let received: Timestamp
    package let reason: TapReason
    package var state: State
    /// What is said of it, where more is to be said than the reason.
    package var message: String?

    package init(
        command: CommandID, activity: ActivityID, member: MemberID, device: Int64?, slot: Timestamp, received: Timestamp,
        reason: TapReason, state: State, message: String? = nil
    ) {
        (self.command, self.activity, self.member, self.device) = (command, activity, member, device)
        (self.slot, self.received, self.reason, self.state, self.message) = (slot, received, reason, state, message)
    }
}

extension AccountStore {
    /// Keeps a tap, unless one of its command is kept already.
    ///
    /// - Returns: what is kept: for a tap sent twice, what became of the first.
    package func keepTap(_ tap: WaitingTap) throws -> WaitingTap {
        try write { db in
            try db.execute(
                sql: """
                    INSERT OR IGNORE INTO waiting_taps (command, activity, member, device, slot, received, reason, state, message)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    tap.command.description, tap.activity.description, tap.member.description, tap.device,
                    tap.slot.microsecondsSince1970, tap.received.microsecondsSince1970, tap.reason.rawValue, tap.state.rawValue,
                    tap.message,
                ])
            return try Self.taps(where: "command = ?", tap.command.description, db).first ?? tap
        }
    }

    /// The tap of a command; nil if none is kept.
    package func tap(_ command: CommandID) throws -> WaitingTap? {
        try read { try Self.taps(where: "command = ?", command.description, $0).first }
    }

    /// The taps of a meeting in the order they came in, settled or not.
    package func taps(at activity: ActivityID) throws -> [WaitingTap] {
        try read { try Self.taps(where: "activity = ?", activity.description, $0) }
    }

    /// The taps from a phone in the order they came in, settled or not.
    package func taps(fromDevice device: Int64) throws -> [WaitingTap] { try read { try Self.taps(where: "device = ?", device, $0) } }

    /// Says what became of a tap that waits.
    ///
    /// - Returns: false where none of that command waits: another has settled it.
    package func settleTap(_ command: CommandID, as state: WaitingTap.State, message: String? = nil) throws -> Bool {
        try write { db in
            try db.execute(
                sql: "UPDATE waiting_taps SET state = ?, message = ? WHERE command = ? AND state = ?",
                arguments: [state.rawValue, message, command.description, WaitingTap.State.waiting.rawValue])
            return db.changesCount > 0
        }
    }

    private static func taps(where condition: String, _ value: any DatabaseValueConvertible, _ db: Database) throws -> [WaitingTap] {
        try Row.fetchAll(db, sql: "SELECT * FROM waiting_taps WHERE \(condition) ORDER BY received, command", arguments: [value])
            .map(WaitingTap.init(row:))
    }
}

extension WaitingTap {
    /// - Throws: `LogError.damaged` for what no version writes.
    fileprivate init(row: Row) throws {
        guard let command = CommandID(row["command"] as String), let activity = ActivityID(row["activity"] as String),
            let member = MemberID(row["member"] as String), let reason = TapReason(rawValue: row["reason"]),
            let state = State(rawValue: row["state"])
        else { throw LogError.damaged(position: nil, .valueMissing) }
        self.init(
            command: command, activity: activity, member: member, device: row["device"],
            slot: Timestamp(microsecondsSince1970: row["slot"]), received: Timestamp(microsecondsSince1970: row["received"]),
            reason: reason, state: state, message: row["message"])
    }
}
#endif
