public import CanonicalJSON
public import EventLog

/// Everything that can stand in a book, by concept. A new event type is added in its concept's file alone.
public enum Event: Equatable, Sendable {
    // Boxed but for the one that comes by the hundred thousand: an event is moved often, and should be small.
    indirect case book(BookOpened)
    indirect case member(MemberEvent)
    indirect case activity(ActivityEvent)
    case attendance(AttendanceEvent)
    indirect case visit(VisitMade)
    indirect case proposal(ProposalEvent)
    indirect case suggestion(SuggestionEvent)
    indirect case donation(DonationReceived)
    indirect case fund(FundSpent)
    indirect case work(WorkFiled)
    indirect case plan(PlanEvent)
    indirect case points(PointsEvent)
    indirect case rules(RulesAdopted)
    indirect case workCalendar(WorkCalendarAdopted)
    indirect case attachment(AttachmentAdded)
    indirect case personalData(PersonalDataEvent)
    indirect case correction(CorrectionEvent)

    public var payload: any Payload {
        switch self {
        case .book(let event): event
        case .member(let event): event.payload
        case .activity(let event): event.payload
        case .attendance(let event): event.payload
        case .visit(let event): event
        case .proposal(let event): event.payload
        case .suggestion(let event): event.payload
        case .donation(let event): event
        case .fund(let event): event
        case .work(let event): event
        case .plan(let event): event.payload
        case .points(let event): event.payload
        case .rules(let event): event
        case .workCalendar(let event): event
        case .attachment(let event): event
        case .personalData(let event): event.payload
        case .correction(let event): event.payload
        }
    }

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
        return mappingPersonalTexts { text, _ in
            if case .sealed(let sealed) = text, sealed.entry == nil {
                text = .sealed(SealedText(box: sealed.box, entry: entry))
            }
        }
    }

    /// Whether personal texts stand in it.
    public var isPersonal: Bool { Swift.type(of: payload).isPersonal }

    /// Whether personal texts stand in it that are not sealed yet, of owners for whom `isMeant` holds.
    public func hasPlainTexts(of isMeant: (Subject) -> Bool = { _ in true }) -> Bool {
        guard isPersonal else { return false }
        var found = false
        var copy = payload
        copy.forEachPersonalText { text, field in
            if case .plain = text, isMeant(field.owner) { found = true }
        }
        return found
    }

    /// This event with its personal texts passed through `body`, for sealing and opening.
    public func mappingPersonalTexts(
        _ body: (inout PersonalText, PersonalField) throws -> Void
    ) rethrows -> Event {
        var copy = payload
        try copy.forEachPersonalText(body)
        guard let event = EventCatalogue.kind(of: Swift.type(of: copy)).event(copy) else {
            preconditionFailure("a kind takes its own payload")
        }
        return event
    }
}

/// All event types in all their versions, gathered from the concepts.
public enum EventCatalogue {
    public static let kinds: [EventKind] =
        [EventKind(BookOpened.self) { .book($0) }]
        + MemberEvent.kinds + ActivityEvent.kinds + AttendanceEvent.kinds
        + VisitMade.kinds
        + ProposalEvent.kinds + SuggestionEvent.kinds
        + DonationReceived.kinds
        + [EventKind(FundSpent.self) { .fund($0) }, EventKind(WorkFiled.self) { .work($0) }]
        + PlanEvent.kinds
        + PointsEvent.kinds
        + [EventKind(RulesAdopted.self) { .rules($0) }, EventKind(WorkCalendarAdopted.self) { .workCalendar($0) }]
        + [EventKind(AttachmentAdded.self) { .attachment($0) }] + PersonalDataEvent.kinds
        + CorrectionEvent.kinds

    // Looked up once per entry: a hash of the bytes finds type and version without making a string of them.
    private static let byHash: [UInt64: EventKind] = Dictionary(
        kinds.map {
            (hash(UnsafeRawBufferPointer(start: $0.type.utf8Start, count: $0.type.utf8CodeUnitCount), $0.version), $0)
        }, uniquingKeysWith: { _, _ in preconditionFailure("two event types share name and version, or a hash") })

    private static let byPayload: [ObjectIdentifier: EventKind] = Dictionary(
        kinds.filter(\.isCurrent).map { ($0.payload, $0) },
        uniquingKeysWith: { _, _ in preconditionFailure("a payload has one current version") })

    /// FNV-1a, 64 bit, over the name, and the version behind it.
    private static func hash(_ bytes: UnsafeRawBufferPointer, _ version: Int64) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return (hash ^ UInt64(bitPattern: version)) &* 0x100_0000_01B3
    }

    static func kind(of type: UnsafeRawBufferPointer, version: Int64) -> EventKind? {
        guard let kind = byHash[hash(type, version)], kind.version == version,
            type.count == kind.type.utf8CodeUnitCount, type.isEqual(to: kind.type.utf8Start)
        else { return nil }
        return kind
    }

    /// The current version of a payload.
    static func kind(of payload: any Payload.Type) -> EventKind {
        guard let kind = byPayload[ObjectIdentifier(payload)] else { preconditionFailure("every payload is in the catalogue") }
        return kind
    }

    static func kind(of type: StaticString, version: Int64) -> EventKind? {
        kind(of: UnsafeRawBufferPointer(start: type.utf8Start, count: type.utf8CodeUnitCount), version: version)
    }

    static func decode(_ kind: EventKind, _ data: UnsafeRawBufferPointer) throws(JSONError) -> Event {
        var object = try ObjectReader(CanonicalReader(data))
        let event = try kind.decode(&object)
        try object.end()
        return event
    }

    /// Decodes a stored payload.
    ///
    /// - Throws: `ProjectionError`: an unknown type or version, or a payload that is not of its type.
    public static func decode(_ entry: EntryView) throws(ProjectionError) -> Event {
        guard let kind = kind(of: entry.type, version: entry.version) else {
            throw ProjectionError(
                position: entry.position,
                fault: .unknownType(String(decoding: entry.type, as: UTF8.self), version: entry.version))
        }
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
        /// The entry speaks of something that no entry before it made.
        case unknownSubject(String)
    }

    public let position: Position
    public let fault: Fault
}

extension UnsafeRawBufferPointer {
    /// Whether these bytes stand at `other`, which has as many.
    fileprivate func isEqual(to other: UnsafePointer<UInt8>) -> Bool {
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
