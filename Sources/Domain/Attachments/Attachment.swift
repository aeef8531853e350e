// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum AttachmentKind: IdentifierKind {
    public static let name: StaticString = "attachment"
    public static let prefix: StaticString = ""
}

/// The SHA-256 of the attachment's stored bytes, 64 hexadecimal digits.
public typealias AttachmentID = Identifier<AttachmentKind>

/// `attachment.added`: minutes, a scan or a report, held in the book beside its entries, belongs to something.
public struct AttachmentAdded: Payload {
    public static let type: StaticString = "attachment.added"
    public static var isPersonal: Bool { true }

    public var attachment: AttachmentID
    /// How many are stored; of a sealed attachment a few more than were handed in.
    public var bytes: Int64
    /// Such as `application/pdf`.
    public var mediaType: String?
    /// What it is called, such as its file's name. Sealed with the attachment.
    public var name: PersonalText
    /// The person under whose key it is sealed; nil where it is stored as it is.
    public var owner: Subject?
    /// What it belongs to.
    public var to: Subject

    public init(from object: inout ObjectReader) throws(JSONError) {
        let start = object.reader.offset
        attachment = try object.required("attachment")
        guard ContentHash(hexadecimal: attachment.description) != nil else {
            throw object.reader.invalid("attachment", expected: .sha256, at: start)
        }
        bytes = try object.required("bytes")
        guard bytes >= 0 else { throw object.reader.invalid("bytes", expected: .wholeNumber(from: 0), at: start) }
        mediaType = try object.optionalText("mediaType")
        name = try object.required("name")
        owner = try object.optional("owner")
        to = try object.required("to")
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
        if let owner { try body(&name, PersonalField(owner: owner, name: "attachment")) }
    }
}

/// An attachment as the facts stand: what it belongs to.
public struct Attachment: RegisteredConcept {
    public let id: AttachmentID
    public internal(set) var history: History<AttachmentAdded> = []
    /// In the order of recording; empty once all are voided.
    public private(set) var links: [Recorded<AttachmentAdded>] = []

    init(id: AttachmentID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<AttachmentID, Attachment>> { \.attachments }
    static func id(of fact: AttachmentAdded) -> AttachmentID { fact.attachment }

    func check(_ fact: Recorded<AttachmentAdded>, in state: State) throws(Rejection) {
        guard state.has(fact.fact.to) else { throw .unknown(fact.fact.to) }
        if let owner = fact.fact.owner {
            guard state.has(owner) else { throw .unknown(owner) }
            // What is sealed must be within the reach of an erasure.
            guard DataOwner.kinds.contains(String(owner.kind)) else { throw .attachment(.ownerCannotBeErased(owner)) }
            guard state.use(ofDataOf: owner) != .erased else { throw .personalData(.erased(owner)) }
        }
        if let link = links.first(where: { $0.fact.to == fact.fact.to }) {
            throw .attachment(.alreadyAttached(id, to: fact.fact.to, at: link.position))
        }
    }

    mutating func apply(_ fact: Recorded<AttachmentAdded>) { links.append(fact) }
}

extension AttachmentAdded: ConceptEvent {
    typealias Owner = Attachment

    static let kinds = [EventKind(AttachmentAdded.self)]
    static let commands = [CommandKind("attachment.add", records: AttachmentAdded.self)]
}
