internal import CanonicalJSON
public import EventLog

public enum AttachmentKind: IdentifierKind {
    public static let name: StaticString = "attachment"
    public static let prefix: StaticString = ""
}

/// The SHA-256 of the attachment's stored bytes, 64 hexadecimal digits.
public typealias AttachmentID = Identifier<AttachmentKind>

extension AttachmentAdded {
    /// The hash that its id is; nil only of what was never read, as reading refuses any other id.
    public var contentHash: ContentHash? { ContentHash(hexadecimal: attachment.description) }

    var fault: JSONError.Kind? {
        contentHash == nil ? .invalidValue(field: "attachment", expected: .sha256) : nil
    }
}

/// An attachment as the facts are now: what it belongs to.
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

    func conditions(in state: State) -> [Condition] { [.held(self)] }
}
