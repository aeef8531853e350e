// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension AttachmentAdded {
    static let kinds: [EventKind] = [
        EventKind(AttachmentAdded.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("attachment.add", records: AttachmentAdded.self),
    ]
}

/// `attachment.added`: Minutes, a scan or a report, held in the book beside its entries, belongs to something.
public struct AttachmentAdded: Equatable, Sendable {
    /// SHA-256 of the stored bytes, 64 lower-case hexadecimal digits.
    public var attachment: AttachmentID
    /// How many bytes are stored; of a sealed attachment a few more than were handed in.
    public var bytes: Int64
    /// Such as application/pdf.
    public var mediaType: String?
    /// What it is called, such as its file's name; sealed where the attachment has an owner.
    public var name: PersonalText
    /// The person under whose key it is sealed; left out where it is stored as it is.
    public var owner: Subject?
    /// What it belongs to, such as activity:S1.
    public var to: Subject
}

extension AttachmentAdded: Payload {
    public static let type: StaticString = "attachment.added"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        attachment = try object.required("attachment")
        bytes = try object.integer("bytes", 0...9_007_199_254_740_992)
        mediaType = try object.optionalText("mediaType")
        name = try object.required("name")
        owner = try object.optional("owner")
        to = try object.required("to")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("attachment", attachment)
        writer.field("bytes", bytes)
        writer.field("mediaType", mediaType)
        writer.field("name", name)
        writer.field("owner", owner)
        writer.field("to", to)
    }

    public var about: [Subject] { [attachment.subject, to] + (owner.map { [$0] } ?? []) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        guard let owner = owner else { return }
        try body(&name, PersonalField(owner: owner, name: "attachment"))
    }

    public static let commandFields: [CommandField] = [
        CommandField("attachment", .text(characterMax: 64), isRequired: true),
        CommandField("bytes", .integer(0...9_007_199_254_740_992), isRequired: true),
        CommandField("mediaType", .text(characterMax: 4_000)),
        CommandField("name", .personalText, isRequired: true),
        CommandField("owner", .subject),
        CommandField("to", .subject, isRequired: true),
    ]
}
