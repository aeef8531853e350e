internal import CanonicalJSON
public import Domain
public import EventLog

/// An entry as a person reads it.
extension Phrase {
    /// One line: position, when, what, about whom.
    public static func headline(_ entry: RecordedEvent) -> Phrase {
        plain("#\(entry.position)  \(entry.event.occurred.words ?? entry.event.occurred.interval)  ") + eventType(entry.event.type)
            + plain("  " + entry.event.about.map(\.description).joined(separator: " "))
    }

    /// Everything that it says, a line each: both times, who, why, and the fields.
    ///
    /// - Parameters:
    ///   - event: its content, opened as far as it may be.
    ///   - correctedBy: the entries that correct it.
    public static func lines(_ entry: RecordedEvent, _ event: Event, correctedBy: [Position] = []) -> [Phrase] {
        var lines = [Phrase(zh: "记录：", en: "recorded: ") + plain("\(entry.recorded)  \(entry.event.by)")]
        if let reason = entry.event.reason { lines.append(Phrase(zh: "理由：", en: "reason: ") + plain(reason)) }
        let subjects = Set(entry.event.about.map { String($0.id) })
        for member in event.fields.members where !subjects.contains(member.value.stringValue ?? "") {
            lines.append(plain("\(member.key): ") + stored(member.value))
        }
        if !correctedBy.isEmpty {
            let positions = correctedBy.map { "#\($0)" }.joined(separator: " ")
            lines.append(Phrase(zh: "已被更正：", en: "corrected by ") + plain(positions))
        }
        return [headline(entry)] + lines.map { plain("    ") + $0 }
    }

    /// In the place of a text that may not be shown.
    static let sealed = Phrase(zh: "（已封存）", en: "(sealed)")

    private static func stored(_ value: JSONValue) -> Phrase {
        switch value {
        case .string(let text): plain(text)
        case .object(let object) where object["sealed"] != nil: sealed
        case .null, .bool, .integer, .array, .object: plain(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
    }
}
