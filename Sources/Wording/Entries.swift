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
        var lines = [Phrase(zh: "记录：", en: "Recorded: ") + plain("\(entry.recorded)  \(entry.event.by)")]
        if let reason = entry.event.reason { lines.append(Phrase(zh: "理由：", en: "Reason: ") + plain(reason)) }
        let subjects = Set(entry.event.about.map { String($0.id) })
        for member in event.fields.members where !subjects.contains(member.value.stringValue ?? "") {
            let title = fieldTitle(member.key, in: entry.event.type)
            lines.append(title + Phrase(zh: "：", en: ": ") + stored(member.value, of: member.key, in: entry.event.type))
        }
        if !correctedBy.isEmpty {
            let positions = correctedBy.map { "#\($0)" }.joined(separator: " ")
            lines.append(Phrase(zh: "已被更正：", en: "Corrected by ") + plain(positions))
        }
        return [headline(entry)] + lines.map { plain("    ") + $0 }
    }

    /// In the place of a text that may not be shown.
    static let sealed = Phrase(zh: "（已封存）", en: "(sealed)")

    /// By the schema of the command that records the type; as it is stored where no command does.
    private static func fieldTitle(_ field: String, in type: String) -> Phrase {
        let command = CommandCatalogue.kinds.first { $0.eventType == type }?.name ?? ""
        return CommandFieldText.of(field, in: command)?.title ?? plain(field.split(separator: ".").last ?? "")
    }

    private static func stored(_ value: JSONValue, of field: String, in type: String) -> Phrase {
        switch value {
        case .string(let text): storedWord(text, of: field, in: type) ?? plain(text)
        case .array(let values) where !values.isEmpty && values.allSatisfy { $0.objectValue != nil }:
            joined(values.compactMap(\.objectValue).map { parts($0, of: field, in: type) }, zh: "；", en: "; ")
        case .array(let values) where !values.isEmpty && values.allSatisfy { $0.stringValue != nil }:
            joined(values.compactMap(\.stringValue).map { storedWord($0, of: field, in: type) ?? plain($0) })
        case .object(let object) where object["sealed"] != nil: sealed
        case .bool(let isSo): isSo ? yes : Phrase(zh: "否", en: "no")
        case .null, .integer, .array, .object: plain(String(decoding: value.canonicalBytes, as: UTF8.self))
        }
    }

    /// One object of a list, by the titles of its fields: `序号 1，表态 赞成，票数 55`.
    private static func parts(_ object: JSONObject, of field: String, in type: String) -> Phrase {
        let parts = object.members.map { member in
            let key = "\(field).\(member.key)"
            let title = fieldTitle(key, in: type)
            guard let inner = member.value.objectValue, inner["sealed"] == nil else {
                return title + plain(" ") + stored(member.value, of: key, in: type)
            }
            return title + Phrase(zh: "（", en: " (") + self.parts(inner, of: key, in: type) + Phrase(zh: "）", en: ")")
        }
        return joined(parts, zh: "，", en: ", ")
    }
}
