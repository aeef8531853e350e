// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// `proposal.drafted` 起草, so that a half-written proposal is not lost. The last draft stands until the proposal is
/// filed.
public struct ProposalDrafted: ProposalFact {
    public static let type: StaticString = "proposal.drafted"

    /// Author of a collective proposal.
    public var body: String?
    public var category: String?
    /// What it is to be.
    public var kind: ProposalFiled.Kind?
    public var proposal: ProposalID
    /// Who is to sign; the first is the first signer.
    public var signers: [MemberID]
    /// As far as it is written.
    public var text: String?
    public var title: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
        body = try object.optionalText("body")
        category = try object.optionalText("category")
        kind = try object.optional("kind")
        proposal = try object.required("proposal")
        signers = try object.list("signers")
        text = try object.optionalText("text")
        title = try object.optionalText("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("body", body)
        writer.field("category", category)
        writer.field("kind", kind)
        writer.field("proposal", proposal)
        writer.list("signers", signers)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] { [proposal.subject] + signers.map(\.subject) }
}

/// `proposal.filed`: submitted by one member, several, or a collective.
public struct ProposalFiled: ProposalFact {
    public enum Kind: String, StoredWord { case individual, joint, collective }

    public enum Session: String, StoredWord {
        /// 大会.
        case inSession = "in-session"
        /// 平时.
        case offSession = "off-session"
    }

    public static let type: StaticString = "proposal.filed"

    /// The party, sector, group or committee that is the author of a collective proposal.
    public var body: String?
    public var category: String?
    public var kind: Kind
    /// 议案: a motion in a People's Congress, which needs as many signers as the rules say.
    public var motion: Bool?
    public var proposal: ProposalID
    public var session: Session?
    /// The first is the first signer.
    public var signers: [MemberID]
    public var text: String?
    public var title: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        body = try object.optionalText("body")
        category = try object.optionalText("category")
        kind = try object.required("kind")
        motion = try object.optional("motion")
        proposal = try object.required("proposal")
        session = try object.optional("session")
        signers = try object.list("signers")
        text = try object.optionalText("text")
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("body", body)
        writer.field("category", category)
        writer.field("kind", kind)
        writer.field("motion", motion)
        writer.field("proposal", proposal)
        writer.field("session", session)
        writer.field("signers", signers)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] { [proposal.subject] + signers.map(\.subject) }
}

/// `proposal.co-signed` 附议, agreed to by a member: of a draft that names them, or of a joint proposal that is not
/// handed over yet.
public struct ProposalCoSigned: ProposalFact {
    public static let type: StaticString = "proposal.co-signed"

    public var member: MemberID
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        member = try object.required("member")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject, member.subject] }
}

/// `proposal.co-sign-refused`: a member whom a draft names does not agree to sign it; it cannot be filed in their
/// name.
public struct ProposalCoSignRefused: ProposalFact {
    public static let type: StaticString = "proposal.co-sign-refused"

    public var member: MemberID
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        member = try object.required("member")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject, member.subject] }
}

/// `proposal.withdrawn` 撤案, only before it is handed over.
public struct ProposalWithdrawn: ProposalFact {
    public static let type: StaticString = "proposal.withdrawn"

    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}
