#if Web
internal import CanonicalJSON
internal import Crypto
internal import Domain
internal import EventLog
internal import Foundation
internal import Views
internal import Wording

/// What the secretary marks of somebody while a meeting goes on.
enum Mark: String, CaseIterable {
    case present, late
    case leaveEarly = "leave-early"
    case leave
    case excused, absent
    /// The last mark was a mistake: it is voided, and stays on record as such.
    case undo

    var text: Phrase {
        switch self {
        case .present: MeetingText.markPresent
        case .late: MeetingText.markLate
        case .leaveEarly: MeetingText.markLeftEarly
        case .leave: MeetingText.markLeave
        case .excused: MeetingText.markExcused
        case .absent: MeetingText.markAbsent
        case .undo: MeetingText.markUndo
        }
    }

    /// Those that make sense for somebody who stands so.
    ///
    /// - Parameter day: of an activity of several days, which has a check-in of its own; nil of one day.
    static func offered(to row: LiveMeetingView.Row, on day: CalendarDate?) -> [Mark] {
        if let day, row.isThere, row.since?.first != day, !row.days.contains(where: { $0.day == day }) { return [.present, .late, .undo] }
        return switch row.standing {
        case .expected, .leaveAsked, .leaveRefused: [.present, .late, .leave] + (row.evidence.isEmpty ? [] : [.undo])
        case .present, .late: row.hasLeftEarly ? [.undo] : [.leaveEarly, .undo]
        case .onLeave, .excused, .absent: [.present, .undo]
        }
    }

    /// The command that records it of one member; nil where there is nothing to undo.
    ///
    /// - Parameter why: for what needs a reason.
    func command(of row: LiveMeetingView.Row, at activity: ActivityID, why: String?, id: CommandID, on day: String?) -> JSONObject? {
        var object = JSONObject()
        object["id"] = .string(id.description)
        object["activity"] = .string(activity.description)
        object["member"] = .string(row.member.description)
        object["reason"] = why.map { .string($0) }
        object["occurred"] = day.map { .string($0) }
        switch self {
        case .present: object["command"] = "attendance.check-in"
        case .late:
            object["command"] = "attendance.check-in"
            object["late"] = true
        case .leaveEarly: object["command"] = "attendance.leave-early"
        case .leave: object["command"] = "attendance.grant-leave"
        case .excused:
            object["command"] = "attendance.excuse"
            object["duty"] = .string(why ?? MeetingText.higherDuty.zh)
        case .absent: object["command"] = "attendance.mark-absent"
        case .undo:
            guard let position = row.evidence.first else { return nil }
            object = JSONObject()
            object["command"] = "fact.void"
            object["id"] = .string(id.description)
            object["corrects"] = .integer(position.value)
            object["reason"] = .string(why ?? MeetingText.markedByMistake.zh)
        }
        if self == .present || self == .late, row.standing == .absent, why == nil { object["reason"] = .string(MeetingText.cameAfterAll.zh) }
        return object
    }
}

extension CommandID {
    /// One of several commands that a form sends at once: the same form gives the same ids.
    func part(_ name: String) -> CommandID {
        var bytes = Array(SHA256.hash(data: Data("\(self)/\(name)".utf8)).prefix(16))
        // Version 8 of RFC 9562: made by a rule of our own.
        bytes[6] = bytes[6] & 0x0F | 0x80
        bytes[8] = bytes[8] & 0x3F | 0x80
        let hex = bytes.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        let groups = [hex[0..<4], hex[4..<6], hex[6..<8], hex[8..<10], hex[10..<16]].map { $0.joined() }
        guard let id = CommandID(groups.joined(separator: "-")) else { preconditionFailure("16 bytes are a UUID") }
        return id
    }
}
#endif
