internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import Wording

/// An entry as a person reads it.
enum EntryText {
    /// One line: position, when, what, about whom.
    static func headline(_ entry: RecordedEvent) -> String {
        let type = Phrase.eventType(entry.event.type)[.current]
        return "#\(entry.position)  \(when(entry.event.occurred))  \(type)  "
            + entry.event.about.map(\.description).joined(separator: " ")
    }

    /// Everything it says: both times, who, why, and the fields.
    static func lines(_ entry: RecordedEvent, _ event: Event, correctedBy: [Position] = []) -> [String] {
        var lines = [headline(entry)]
        func add(_ label: Phrase, _ text: String) { lines.append("    " + label[.current] + text) }
        add(Phrase(zh: "记录：", en: "recorded: "), "\(entry.recorded)  \(entry.event.by)")
        if let reason = entry.event.reason { add(Phrase(zh: "理由：", en: "reason: "), reason) }
        let subjects = Set(entry.event.about.map { String($0.id) })
        for member in event.fields.members where !subjects.contains(member.value.stringValue ?? "") {
            lines.append("    \(member.key): \(text(member.value))")
        }
        if !correctedBy.isEmpty {
            let positions = correctedBy.map { "#\($0)" }.joined(separator: " ")
            add(Phrase(zh: "已被更正：", en: "corrected by "), positions)
        }
        return lines.map(\.visible)
    }

    static func when(_ occurred: Occurrence) -> String { occurred.words ?? occurred.interval }

    /// As it was said, or that it is sealed.
    static func text(_ text: PersonalText) -> String {
        switch text {
        case .plain(let text): text
        case .sealed: Phrase(zh: "（已封存）", en: "(sealed)")[.current]
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .string(let text): text
        case .object(let object) where object["sealed"] != nil: Phrase(zh: "（已封存）", en: "(sealed)")[.current]
        case .null, .bool, .integer, .array, .object: String(decoding: value.canonicalBytes, as: UTF8.self)
        }
    }
}
