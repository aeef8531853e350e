internal import Bookkeeping
internal import CanonicalJSON
public import Domain
public import EventLog
internal import Rendering
internal import Wording

/// Everything that is recorded of a subject, in order: both times, who, why, and what was corrected. It is of the same moment
/// as the rest of a view.
public struct AuditTrail: Sendable {
    public struct Entry: Sendable {
        public let recorded: RecordedEvent
        /// Its content, opened as far as it may be.
        public let event: Event
        /// The entries that correct it.
        public let correctedBy: [Position]
        /// As it is stored.
        let stored: JSONObject
    }

    public let entries: [Entry]

    /// Of a member, those under every id that stands for them.
    private static func entries(about subject: Subject, _ context: ViewContext) throws -> [RecordedEvent] {
        guard let member = MemberID(subject) else { return try context.book.entries(about: subject) }
        var entries: [Position: RecordedEvent] = [:]
        for id in context.state.identities(of: context.state.canonical(member)) {
            for entry in try context.book.entries(about: id.subject) { entries[entry.position] = entry }
        }
        return entries.values.sorted { $0.position < $1.position }
    }

    /// - Throws: the book's errors.
    public init(of subject: Subject, _ context: ViewContext) throws {
        let recorded = try Self.entries(about: subject, context).filter { entry in
            entry.position <= context.position
                && context.request.asOf.map { context.known.hadHappened(entry.position, by: $0) } ?? true
        }
        let events = try recorded.map { try EventCatalogue.decode($0) }
        var corrections: [Position: [Position]] = [:]
        for (entry, event) in zip(recorded, events) {
            if let corrected = event.corrects { corrections[corrected, default: []].append(entry.position) }
        }
        let isPersonal = events.contains(where: \.isPersonal)
        let opened = isPersonal ? try context.reading { reader in try events.map { try reader.opened($0) } } : events
        entries = try zip(recorded, opened).map { entry, event in
            let stored = try entry.bytes.withUnsafeBytes { try JSONParser.parse($0) }.objectValue ?? JSONObject()
            return Entry(recorded: entry, event: event, correctedBy: corrections[entry.position] ?? [], stored: stored)
        }
    }

    /// Each entry as it is stored, sealed texts included, with what corrects it.
    var json: JSONValue { .array(entries.map(\.json)) }

    var sections: [Document.Section] {
        entries.map { entry in
            .init(Phrase.lines(entry.recorded, entry.event, correctedBy: entry.correctedBy).map { .paragraph($0) })
        }
    }
}

extension AuditTrail.Entry {
    fileprivate var json: JSONValue { ["entry": .object(stored), "correctedBy": .positions(correctedBy)] }
}
