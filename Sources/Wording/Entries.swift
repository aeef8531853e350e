internal import CanonicalJSON
public import Domain
public import EventLog

/// An entry as a person reads it.
extension Phrase {
    /// One line: position, when, what, and about whom as it is typed.
    public static func headline(_ entry: RecordedEvent) -> Phrase {
        headline(entry, about: plain(entry.event.about.map(\.description).joined(separator: " ")))
    }

    private static func headline(_ entry: RecordedEvent, about: Phrase) -> Phrase {
        plain("#\(entry.position)  \(entry.event.occurred.words ?? entry.event.occurred.interval)  ") + eventType(entry.event.type)
            + plain("  ") + about
    }

    /// Everything that it says, a line each: both times, about whom, who, why, and the fields.
    ///
    /// - Parameters:
    ///   - event: its content, opened as far as it may be.
    ///   - correctedBy: the entries that correct it.
    public static func lines(_ entry: RecordedEvent, _ event: Event, correctedBy: [Position] = []) -> [Phrase] {
        var lines = [Phrase(zh: "记录：", en: "Recorded: ") + plain("\(entry.recorded)  \(entry.event.by)")]
        if let reason = entry.event.reason { lines.append(Phrase(zh: "理由：", en: "Reason: ") + plain(reason)) }
        lines += fields(of: event, about: Set(entry.event.about.map { String($0.id) }))
        if !correctedBy.isEmpty {
            let positions = correctedBy.map { "#\($0)" }.joined(separator: " ")
            lines.append(Phrase(zh: "已被更正：", en: "Corrected by ") + plain(positions))
        }
        return [headline(entry, about: joined(entry.event.about.map(subject)))] + lines.map { plain("    ") + $0 }
    }

    /// Those that do not only name a subject of the entry. Of a correction, what it corrects, and the fields as they should have been.
    private static func fields(of event: Event, about subjects: Set<String>) -> [Phrase] {
        let type = event.type.description
        guard let correction = event.payload as? FactCorrected else {
            return event.fields.members.filter { !subjects.contains($0.value.stringValue ?? "") }.map { StoredField($0.key, in: type).line($0.value) }
        }
        let corrects = StoredField("corrects", in: type).line(.integer(correction.corrects.value))
        let when = correction.occurred.map { [StoredField("when", in: type).title + Phrase(zh: "：", en: ": ") + .when($0)] } ?? []
        return [corrects] + when + fields(of: correction.event, about: subjects)
    }

    /// In the place of a text that may not be shown.
    static let sealed = Phrase(zh: "（已封存）", en: "(sealed)")
}
