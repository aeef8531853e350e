// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// A correction of any recorded fact. Nothing is edited: the correction is an event of its own.
public indirect enum CorrectionEvent: Equatable, Sendable, EventContent {
    case corrected(FactCorrected)
    case voided(FactVoided)

    static let kinds: [EventKind] = [
        EventKind(FactCorrected.self) { CorrectionEvent.corrected($0) },
        EventKind(FactVoided.self) { CorrectionEvent.voided($0) },
    ]

    var payload: any Payload {
        switch self {
        case .corrected(let event): event
        case .voided(let event): event
        }
    }
}

/// `fact.corrected`: what an earlier entry should have said, in full.
public struct FactCorrected: Payload {
    public static let type: StaticString = "fact.corrected"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    /// Position of the corrected entry.
    public let corrects: Position
    /// The whole corrected event, in the version that was current when it was corrected.
    public let event: Event
    /// When it really happened; nil where that was right.
    public let occurred: Occurrence?
    /// Subjects of the entry as it was, beside those of the corrected event.
    public let formerSubjects: [Subject]

    init(corrects: Position, event: Event, occurred: Occurrence?, formerSubjects: [Subject]) {
        self.corrects = corrects
        self.event = event
        self.occurred = occurred
        self.formerSubjects = formerSubjects
    }

    public static let commandFields = [
        CommandField("corrects", .position, isRequired: true), CommandField("set", .changes),
        CommandField("when", .occurrence),
    ]

    public init(from object: inout ObjectReader) throws(JSONError) {
        corrects = try object.required("corrects")
        let data = try object.raw("data")
        occurred = try object.optional("occurred")
        event = try EventCatalogue.decode(Self.correctedKind(from: &object), object.reader.slice(data))
        // Those are in the entry's own `about`; the payload does not repeat them.
        formerSubjects = []
    }

    public init(from object: inout ParsedObjectReader) throws(JSONError) {
        corrects = try object.required("corrects")
        guard case .object(let data) = try object.required("data", as: JSONValue.self) else {
            throw .wrongType("data", expected: .object)
        }
        occurred = try object.optional("occurred")
        event = try EventCatalogue.read(Self.correctedKind(from: &object), data)
        formerSubjects = []
    }

    private static func correctedKind(from object: inout some FieldReader & ~Copyable) throws(JSONError) -> EventKind {
        let start = object.offset
        let type: String = try object.required("type")
        let version: Int64 = try object.required("v")
        var name = type
        let kind = name.withUTF8 { EventCatalogue.known(UnsafeRawBufferPointer($0), version: version)?.kind }
        guard let kind, type != Self.type.description, type != FactVoided.type.description else {
            throw .invalid("type", expected: .correctableEventType, at: start)
        }
        return kind
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("corrects", corrects)
        writer.key("data")
        event.writeData(to: &writer)
        writer.field("occurred", occurred)
        writer.field("type", event.type.description)
        writer.field("v", event.version)
    }

    public var about: [Subject] { [event.subject] + event.about + formerSubjects }

    public static func == (left: FactCorrected, right: FactCorrected) -> Bool {
        (left.corrects, left.event, left.occurred) == (right.corrects, right.event, right.occurred)
    }

    public static var hasOccurrences: Bool { true }

    public mutating func forEachOccurrence(_ body: (inout Occurrence) -> Void) {
        var when = occurred
        if when != nil { body(&when!) }
        var copy = event.payload
        copy.forEachOccurrence(body)
        self = FactCorrected(
            corrects: corrects, event: Swift.type(of: copy).hasOccurrences ? Event(copy) : event, occurred: when,
            formerSubjects: formerSubjects)
    }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        guard event.isPersonal else { return }
        let mapped = try event.mappingPersonalTexts(body)
        self = FactCorrected(corrects: corrects, event: mapped, occurred: occurred, formerSubjects: formerSubjects)
    }
}

/// `fact.voided`: an earlier entry should never have been made; or, of a correction, the correction should not.
public struct FactVoided: Payload {
    public static let type: StaticString = "fact.voided"
    public static let version: Int64 = 1

    public let corrects: Position
    /// The subjects of the voided entry. They stand in the entry's `about`; the payload does not repeat them.
    public let subjects: [Subject]

    init(corrects: Position, subjects: [Subject]) {
        self.corrects = corrects
        self.subjects = subjects
    }

    public static let commandFields = [CommandField("corrects", .position, isRequired: true)]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        corrects = try object.required("corrects")
        subjects = []
    }

    public func write(to writer: inout CanonicalWriter) { writer.field("corrects", corrects) }

    public var about: [Subject] { subjects }

    public static func == (left: FactVoided, right: FactVoided) -> Bool { left.corrects == right.corrects }
}

extension Event {
    /// The entry that it corrects or voids; nil for an event that is no correction.
    public var corrects: Position? {
        switch content as? CorrectionEvent {
        case .corrected(let event)?: event.corrects
        case .voided(let event)?: event.corrects
        case nil: nil
        }
    }
}

extension CorrectionEvent {
    static let correctName = "fact.correct"
    static let voidName = "fact.void"

    static let commands = [
        CommandKind(correctName, records: FactCorrected.self, needsReason: true),
        CommandKind(voidName, records: FactVoided.self, needsReason: true),
    ]
}
