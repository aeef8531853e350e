public import CanonicalJSON
public import EventLog

/// Something that is recorded, of any concept. What it says is in its payload.
public struct Event: Equatable, Sendable {
    let content: any EventContent

    init(content: some EventContent) { self.content = content }

    /// The event that is recorded with a payload.
    public init(_ payload: some Payload) {
        guard let event = EventCatalogue.kind(of: Swift.type(of: payload)).event(payload) else {
            preconditionFailure("a kind takes its own payload")
        }
        self = event
    }

    public var payload: any Payload { content.payload }

    public static func == (left: Event, right: Event) -> Bool { left.content.isEqual(to: right.content) }

    public var type: StaticString { Swift.type(of: payload).type }

    /// The version of the type's schema that it is written by, whatever version it was read from.
    public var version: Int64 { Swift.type(of: payload).version }

    /// Sorted and without repetition, as an entry has it.
    public var about: [Subject] {
        let subjects = payload.about
        // Most are in order already; the others have few.
        let isSorted = zip(subjects, subjects.dropFirst()).allSatisfy { $0 < $1 }
        return isSorted ? subjects : Array(Set(subjects)).sorted()
    }

    /// The subject whose history this event belongs to.
    public var subject: Subject { payload.about[0] }

    /// The payload as one canonical object.
    public func writeData(to writer: inout CanonicalWriter) {
        writer.beginObject()
        payload.write(to: &writer)
        writer.endObject()
    }

    /// The payload as a value that fields can be looked up and changed in.
    package var fields: JSONObject {
        var writer = CanonicalWriter()
        writeData(to: &writer)
        let value = writer.bytes.withUnsafeBytes { try? JSONParser.parse($0) }
        guard let object = value?.objectValue else { preconditionFailure("a payload is a canonical object") }
        return object
    }

    /// Sealed texts know the entry they were sealed in once they leave it.
    package func naming(entry: Position) -> Event {
        guard isPersonal else { return self }
        var copy = payload
        copy.nameSealingEntry(entry)
        return Event(copy)
    }

    /// Whether it has personal texts.
    public var isPersonal: Bool { Swift.type(of: payload).isPersonal }

    /// Hands every personal text over to be looked at.
    public func forEachPersonalText(_ body: (PersonalText, PersonalField) -> Void) {
        guard isPersonal else { return }
        var copy = payload
        copy.forEachPersonalText { text, field in body(text, field) }
    }

    /// Whether it has personal texts that are not sealed yet, of owners for whom `isMeant` holds.
    public func hasPlainTexts(of isMeant: (Subject) -> Bool = { _ in true }) -> Bool {
        var found = false
        forEachPersonalText { text, field in
            if case .plain = text, isMeant(field.owner) { found = true }
        }
        return found
    }

    /// As the body's clock shows the occurrences in it.
    func local(to clock: BookClock) -> Event {
        guard Swift.type(of: payload).hasOccurrences else { return self }
        var copy = payload
        copy.forEachOccurrence { $0 = clock.local($0) }
        return Event(copy)
    }

    /// This event with its personal texts passed through `body`, for sealing and opening.
    public func mappingPersonalTexts(
        _ body: (inout PersonalText, PersonalField) throws -> Void
    ) rethrows -> Event {
        var copy = payload
        try copy.forEachPersonalText(body)
        return Event(copy)
    }
}

/// All event types in all their versions, gathered from the concepts.
public enum EventCatalogue {
    public static let kinds: [EventKind] = known.map(\.kind)

    /// The kinds of subjects that entries refer to, but for the book.
    public static let subjectKinds: [String] = Concepts.all.compactMap { $0.subjectKind }

    /// An event type in one version, and the number of the concept that it belongs to.
    struct Known {
        let kind: EventKind
        let concept: UInt8
    }

    private static let known: [Known] = {
        let ofConcepts = Concepts.all.enumerated().flatMap { number, concept in
            concept.eventKinds.map { Known(kind: $0, concept: UInt8(number)) }
        }
        return ofConcepts + CorrectionEvent.kinds.map { Known(kind: $0, concept: .max) }
    }()

    // Looked up once per entry: a hash of the bytes finds type and version without making a string of them.
    private static let byHash: [UInt64: Known] = Dictionary(
        known.map { known in
            let type = UnsafeRawBufferPointer(start: known.kind.type.utf8Start, count: known.kind.type.utf8CodeUnitCount)
            return (hash(type, known.kind.version), known)
        }, uniquingKeysWith: { _, _ in preconditionFailure("two event types share name and version, or a hash") })

    private static let byPayload: [ObjectIdentifier: Known] = Dictionary(
        known.filter(\.kind.isCurrent).map { ($0.kind.payload, $0) },
        uniquingKeysWith: { _, _ in preconditionFailure("a payload has one current version") })

    /// FNV-1a, 64 bit, over the name, and the version behind it.
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ version: Int64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (hash ^ UInt64(bitPattern: version)) &* 0x100_0000_01B3
    }

    static func known(_ type: UnsafeRawBufferPointer, version: Int64) -> Known? {
        guard let known = byHash[hash(type, version)], known.kind.version == version,
            type.count == known.kind.type.utf8CodeUnitCount, type.isEqual(to: known.kind.type.utf8Start)
        else { return nil }
        return known
    }

    /// - Throws: `ProjectionError.Fault.unknownType`.
    static func known(_ entry: EntryView) throws(ProjectionError) -> Known {
        guard let known = known(entry.type, version: entry.version) else {
            throw ProjectionError(
                position: entry.position,
                fault: .unknownType(String(decoding: entry.type, as: UTF8.self), version: entry.version))
        }
        return known
    }

    /// The current version of a payload.
    static func known(_ payload: any Payload.Type) -> Known {
        guard let known = byPayload[ObjectIdentifier(payload)] else { preconditionFailure("every payload is in the catalogue") }
        return known
    }

    static func kind(of payload: any Payload.Type) -> EventKind { known(payload).kind }

    static func kind(of type: StaticString, version: Int64) -> EventKind? {
        known(UnsafeRawBufferPointer(start: type.utf8Start, count: type.utf8CodeUnitCount), version: version)?.kind
    }

    package static func decode(_ kind: EventKind, _ data: UnsafeRawBufferPointer) throws(JSONError) -> Event {
        var object = try ObjectReader(CanonicalReader(data))
        let event = try kind.decode(&object)
        try object.end()
        return event
    }

    /// Reads the fields of a command, which was parsed.
    package static func read(_ kind: EventKind, _ fields: JSONObject) throws(JSONError) -> Event {
        var object = ParsedObjectReader(fields)
        let event = try kind.read(&object)
        try object.end()
        return event
    }

    /// Decodes a stored payload.
    ///
    /// - Throws: `ProjectionError`: an unknown type or version, or a payload that is not of its type.
    public static func decode(_ entry: EntryView) throws(ProjectionError) -> Event {
        let kind = try known(entry).kind
        do {
            let event = try decode(kind, entry.data)
            return kind.isPersonal ? event.naming(entry: entry.position) : event
        } catch {
            throw ProjectionError(position: entry.position, fault: .unreadable(error))
        }
    }

    /// Decodes an entry that was read before.
    public static func decode(_ entry: RecordedEvent) throws -> Event {
        try entry.bytes.withUnsafeBytes { try decode(EntryView($0)) }
    }
}

/// Why the state cannot take an entry in. Nothing is skipped: a book with such an entry does not open.
public struct ProjectionError: Error, Equatable, Sendable {
    public enum Fault: Equatable, Sendable {
        case unknownType(String, version: Int64)
        case unreadable(JSONError)
        /// The entry refers to something that no earlier entry recorded.
        case unknownSubject(String)
    }

    public let position: Position
    public let fault: Fault
}

extension UnsafeRawBufferPointer {
    /// Whether the bytes at `other`, of which there are as many, are the same.
    fileprivate func isEqual(to other: UnsafePointer<UInt8>) -> Bool {
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
