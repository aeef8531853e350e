// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// `proposal.accepted` 立案, with the number it is known by from then on.
public struct ProposalAccepted: ProposalFact {
    public static let type: StaticString = "proposal.accepted"

    /// The case number 案号.
    public var number: String?
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        number = try object.optionalText("number")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("number", number)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.declined` 不予立案, with a listed reason; the entry's `reason` tells the proposer why.
public struct ProposalDeclined: ProposalFact {
    public enum Code: String, StoredWord {
        case duplicate, personal, other
        case notInScope = "not-in-scope"
        case noSubstance = "no-substance"
        case inCourt = "in-court"
        case alreadySolved = "already-solved"
    }

    /// What becomes of its matter.
    public enum Continuation: String, StoredWord {
        case suggestion, returned
        case socialOpinion = "social-opinion"
    }

    public static let type: StaticString = "proposal.declined"

    public var code: Code
    public var goesOnAs: Continuation?
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        code = try object.required("code")
        goesOnAs = try object.optional("goesOnAs")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("code", code)
        writer.field("goesOnAs", goesOnAs)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.merged` 并案: it goes on as part of another, and its signers are answered with that one.
public struct ProposalMerged: ProposalFact {
    public static let type: StaticString = "proposal.merged"

    /// The proposal that goes on.
    public var into: ProposalID
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        into = try object.required("into")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("into", into)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject, into.subject] }
}

/// `proposal.split` 分案: it speaks of several matters, and goes on as the proposals that were filed for them.
public struct ProposalSplit: ProposalFact {
    public static let type: StaticString = "proposal.split"

    /// The proposals that go on, two or more.
    public var into: [ProposalID]
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        into = try object.required("into")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("into", into)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] + into.map(\.subject) }
}
