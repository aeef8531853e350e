// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// `proposal.rated`: a signer's rating of the handling and of the result.
public struct ProposalRated: ProposalFact {
    public enum Rating: String, StoredWord {
        case satisfied
        case basicallySatisfied = "basically-satisfied"
        case notSatisfied = "not-satisfied"
    }

    public static let type: StaticString = "proposal.rated"

    /// The settled promise that is rated, by the entry that recorded it; nil for the answer.
    public var commitment: Int64?
    public var handling: Rating
    public var member: MemberID
    public var proposal: ProposalID
    public var result: Rating

    public init(from object: inout ObjectReader) throws(JSONError) {
        commitment = try object.optionalPositive("commitment")
        handling = try object.required("handling")
        member = try object.required("member")
        proposal = try object.required("proposal")
        result = try object.required("result")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("commitment", commitment)
        writer.field("handling", handling)
        writer.field("member", member)
        writer.field("proposal", proposal)
        writer.field("result", result)
    }

    public var about: [Subject] { [proposal.subject, member.subject] }
}

/// `proposal.sent-back` 二次办理: the answer was not enough, and the units handle it again.
public struct ProposalSentBack: ProposalFact {
    public static let type: StaticString = "proposal.sent-back"

    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.committed`: what a unit promised to do, and by when.
public struct ProposalCommitted: ProposalFact {
    public static let type: StaticString = "proposal.committed"

    /// The last day for keeping it.
    public var due: CalendarDate
    public var proposal: ProposalID
    public var unit: String
    /// What was promised.
    public var what: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        due = try object.required("due")
        proposal = try object.required("proposal")
        unit = try object.text("unit")
        what = try object.text("what")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("due", due)
        writer.field("proposal", proposal)
        writer.field("unit", unit)
        writer.field("what", what)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.commitment-settled`: whether a promise was kept. It may then be rated.
public struct ProposalCommitmentSettled: ProposalFact {
    public static let type: StaticString = "proposal.commitment-settled"

    /// Position of the entry that records the promise.
    public var commitment: Int64
    /// Whether it was kept.
    public var kept: Bool
    public var proposal: ProposalID
    /// What was done.
    public var text: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
        commitment = try object.positive("commitment")
        kept = try object.required("kept")
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("commitment", commitment)
        writer.field("kept", kept)
        writer.field("proposal", proposal)
        writer.field("text", text)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.closed`: 办结.
public struct ProposalClosed: ProposalFact {
    public static let type: StaticString = "proposal.closed"

    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) { proposal = try object.required("proposal") }
    public func write(to writer: inout CanonicalWriter) { writer.field("proposal", proposal) }
    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.marked`: what sets it apart from others.
public struct ProposalMarked: ProposalFact {
    public enum Mark: String, StoredWord {
        /// 重点: supervised by a leader.
        case key
        /// 公开 or not.
        case `public`, confidential
        /// 优秀: chosen as one of the best.
        case excellent
    }

    public static let type: StaticString = "proposal.marked"

    public var mark: Mark
    public var proposal: ProposalID
    /// 督办: the leader who supervises a key proposal.
    public var supervisor: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
        mark = try object.required("mark")
        proposal = try object.required("proposal")
        supervisor = try object.optionalText("supervisor")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("mark", mark)
        writer.field("proposal", proposal)
        writer.field("supervisor", supervisor)
    }

    public var about: [Subject] { [proposal.subject] }
}
