// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum ProposalKind: IdentifierKind {
    public static let name: StaticString = "proposal"
    public static let prefix: StaticString = "P"
}

public typealias ProposalID = Identifier<ProposalKind>

public enum ProposalEvent: Equatable, Sendable {
    case filed(ProposalFiled)
    case accepted(ProposalAccepted)
    case declined(ProposalDeclined)
    case handedOver(ProposalHandedOver)
    case answered(ProposalAnswered)
    case rated(ProposalRated)
    case closed(ProposalClosed)
    case marked(ProposalMarked)

    static let kinds: [EventKind] = [
        EventKind(ProposalFiled.self) { .proposal(.filed($0)) },
        EventKind(ProposalAccepted.self) { .proposal(.accepted($0)) },
        EventKind(ProposalDeclined.self) { .proposal(.declined($0)) },
        EventKind(ProposalHandedOver.self) { .proposal(.handedOver($0)) },
        EventKind(ProposalAnswered.self) { .proposal(.answered($0)) },
        EventKind(ProposalRated.self) { .proposal(.rated($0)) },
        EventKind(ProposalClosed.self) { .proposal(.closed($0)) },
        EventKind(ProposalMarked.self) { .proposal(.marked($0)) },
    ]

    var payload: any Payload {
        switch self {
        case .filed(let event): event
        case .accepted(let event): event
        case .declined(let event): event
        case .handedOver(let event): event
        case .answered(let event): event
        case .rated(let event): event
        case .closed(let event): event
        case .marked(let event): event
        }
    }

    var proposal: ProposalID {
        switch self {
        case .filed(let event): event.proposal
        case .accepted(let event): event.proposal
        case .declined(let event): event.proposal
        case .handedOver(let event): event.proposal
        case .answered(let event): event.proposal
        case .rated(let event): event.proposal
        case .closed(let event): event.proposal
        case .marked(let event): event.proposal
        }
    }
}

/// `proposal.filed`: submitted by one member, several, or a collective.
public struct ProposalFiled: Payload {
    public enum Kind: String, StoredWord { case individual, joint, collective }

    public static let type: StaticString = "proposal.filed"

    /// The party, sector, group or committee that is the author of a collective proposal.
    public var body: String?
    public var category: String?
    public var kind: Kind
    public var proposal: ProposalID
    /// The first is the first signer.
    public var signers: [MemberID]
    public var text: String?
    public var title: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        body = try object.optionalText("body")
        category = try object.optionalText("category")
        kind = try object.required("kind")
        proposal = try object.required("proposal")
        signers = try object.list("signers")
        text = try object.optionalText("text")
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("body", body)
        writer.field("category", category)
        writer.field("kind", kind)
        writer.field("proposal", proposal)
        writer.field("signers", signers)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] { [proposal.subject] + signers.map(\.subject) }
}

/// `proposal.accepted`: 立案, with the number it is known by from then on.
public struct ProposalAccepted: Payload {
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

/// `proposal.declined`: 不予立案, with a listed reason; the entry's `reason` tells the proposer why.
public struct ProposalDeclined: Payload {
    public enum Code: String, StoredWord {
        case duplicate, personal, other
        case notInScope = "not-in-scope"
        case noSubstance = "no-substance"
        case inCourt = "in-court"
        case alreadySolved = "already-solved"
    }

    public static let type: StaticString = "proposal.declined"

    public var code: Code
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        code = try object.required("code")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("code", code)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.handed-over`: 交办 to a lead unit and joint units.
public struct ProposalHandedOver: Payload {
    public static let type: StaticString = "proposal.handed-over"

    /// The last day for the answer.
    public var due: CalendarDate?
    public var joint: [String]
    public var lead: String
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        due = try object.optional("due")
        joint = try object.texts("joint")
        lead = try object.text("lead")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("due", due)
        writer.list("joint", joint)
        writer.field("lead", lead)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.answered`: 答复 by a handling unit, with a class whose meaning differs from place to place.
public struct ProposalAnswered: Payload {
    public enum Class: String, StoredWord { case a = "A", b = "B", c = "C", d = "D" }

    public static let type: StaticString = "proposal.answered"

    public var answerClass: Class?
    public var proposal: ProposalID
    public var text: String?
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        answerClass = try object.optional("class")
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("class", answerClass)
        writer.field("proposal", proposal)
        writer.field("text", text)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.rated`: a signer's rating of the handling and of the result.
public struct ProposalRated: Payload {
    public enum Rating: String, StoredWord {
        case satisfied
        case basicallySatisfied = "basically-satisfied"
        case notSatisfied = "not-satisfied"
    }

    public static let type: StaticString = "proposal.rated"

    public var handling: Rating
    public var member: MemberID
    public var proposal: ProposalID
    public var result: Rating

    public init(from object: inout ObjectReader) throws(JSONError) {
        handling = try object.required("handling")
        member = try object.required("member")
        proposal = try object.required("proposal")
        result = try object.required("result")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("handling", handling)
        writer.field("member", member)
        writer.field("proposal", proposal)
        writer.field("result", result)
    }

    public var about: [Subject] { [proposal.subject, member.subject] }
}

/// `proposal.closed`: 办结.
public struct ProposalClosed: Payload {
    public static let type: StaticString = "proposal.closed"

    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) { proposal = try object.required("proposal") }
    public func write(to writer: inout CanonicalWriter) { writer.field("proposal", proposal) }
    public var about: [Subject] { [proposal.subject] }
}

/// `proposal.marked`: what sets it apart from others.
public struct ProposalMarked: Payload {
    public enum Mark: String, StoredWord {
        /// 重点: supervised by a leader.
        case key
        /// 优秀: chosen as one of the best.
        case excellent
    }

    public static let type: StaticString = "proposal.marked"

    public var mark: Mark
    public var proposal: ProposalID

    public init(from object: inout ObjectReader) throws(JSONError) {
        mark = try object.required("mark")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("mark", mark)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }
}

extension ProposalEvent {
    static let commands = [
        CommandKind("proposal.file", records: ProposalFiled.self, numbered: .field(ProposalKind.self) { $0.proposals }),
        CommandKind("proposal.accept", records: ProposalAccepted.self),
        CommandKind("proposal.decline", records: ProposalDeclined.self, needsReason: true),
        CommandKind("proposal.hand-over", records: ProposalHandedOver.self),
        CommandKind("proposal.answer", records: ProposalAnswered.self),
        CommandKind("proposal.rate", records: ProposalRated.self),
        CommandKind("proposal.close", records: ProposalClosed.self),
        CommandKind("proposal.mark", records: ProposalMarked.self),
    ]
}
