// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of proposals: one case for each event type.
public enum ProposalEvent: Equatable, Sendable {
    case accepted(ProposalAccepted)
    case adopted(ProposalAdopted)
    case answerChecked(ProposalAnswerChecked)
    case answerDrafted(ProposalAnswerDrafted)
    case answered(ProposalAnswered)
    case closed(ProposalClosed)
    case coSignRefused(ProposalCoSignRefused)
    case coSigned(ProposalCoSigned)
    case commitmentSettled(ProposalCommitmentSettled)
    case committed(ProposalCommitted)
    case declined(ProposalDeclined)
    case drafted(ProposalDrafted)
    case extended(ProposalExtended)
    case filed(ProposalFiled)
    case handedOver(ProposalHandedOver)
    case instructed(ProposalInstructed)
    case marked(ProposalMarked)
    case merged(ProposalMerged)
    case paused(ProposalPaused)
    case rated(ProposalRated)
    case reassigned(ProposalReassigned)
    case resumed(ProposalResumed)
    case returned(ProposalReturned)
    case sentBack(ProposalSentBack)
    case sentUp(ProposalSentUp)
    case signedFor(ProposalSignedFor)
    case split(ProposalSplit)
    case withdrawn(ProposalWithdrawn)

    var payload: any Payload {
        switch self {
        case .accepted(let event): event
        case .adopted(let event): event
        case .answerChecked(let event): event
        case .answerDrafted(let event): event
        case .answered(let event): event
        case .closed(let event): event
        case .coSignRefused(let event): event
        case .coSigned(let event): event
        case .commitmentSettled(let event): event
        case .committed(let event): event
        case .declined(let event): event
        case .drafted(let event): event
        case .extended(let event): event
        case .filed(let event): event
        case .handedOver(let event): event
        case .instructed(let event): event
        case .marked(let event): event
        case .merged(let event): event
        case .paused(let event): event
        case .rated(let event): event
        case .reassigned(let event): event
        case .resumed(let event): event
        case .returned(let event): event
        case .sentBack(let event): event
        case .sentUp(let event): event
        case .signedFor(let event): event
        case .split(let event): event
        case .withdrawn(let event): event
        }
    }

    public var proposal: ProposalID {
        switch self {
        case .accepted(let event): event.proposal
        case .adopted(let event): event.proposal
        case .answerChecked(let event): event.proposal
        case .answerDrafted(let event): event.proposal
        case .answered(let event): event.proposal
        case .closed(let event): event.proposal
        case .coSignRefused(let event): event.proposal
        case .coSigned(let event): event.proposal
        case .commitmentSettled(let event): event.proposal
        case .committed(let event): event.proposal
        case .declined(let event): event.proposal
        case .drafted(let event): event.proposal
        case .extended(let event): event.proposal
        case .filed(let event): event.proposal
        case .handedOver(let event): event.proposal
        case .instructed(let event): event.proposal
        case .marked(let event): event.proposal
        case .merged(let event): event.proposal
        case .paused(let event): event.proposal
        case .rated(let event): event.proposal
        case .reassigned(let event): event.proposal
        case .resumed(let event): event.proposal
        case .returned(let event): event.proposal
        case .sentBack(let event): event.proposal
        case .sentUp(let event): event.proposal
        case .signedFor(let event): event.proposal
        case .split(let event): event.proposal
        case .withdrawn(let event): event.proposal
        }
    }
}

extension ProposalEvent {
    static let kinds: [EventKind] = [
        EventKind(ProposalAccepted.self) { ProposalEvent.accepted($0) },
        EventKind(ProposalAdopted.self) { ProposalEvent.adopted($0) },
        EventKind(ProposalAnswerChecked.self) { ProposalEvent.answerChecked($0) },
        EventKind(ProposalAnswerDrafted.self) { ProposalEvent.answerDrafted($0) },
        EventKind(ProposalAnswered.self) { ProposalEvent.answered($0) },
        EventKind(ProposalClosed.self) { ProposalEvent.closed($0) },
        EventKind(ProposalCoSignRefused.self) { ProposalEvent.coSignRefused($0) },
        EventKind(ProposalCoSigned.self) { ProposalEvent.coSigned($0) },
        EventKind(ProposalCommitmentSettled.self) { ProposalEvent.commitmentSettled($0) },
        EventKind(ProposalCommitted.self) { ProposalEvent.committed($0) },
        EventKind(ProposalDeclined.self) { ProposalEvent.declined($0) },
        EventKind(ProposalDrafted.self) { ProposalEvent.drafted($0) },
        EventKind(ProposalExtended.self) { ProposalEvent.extended($0) },
        EventKind(ProposalFiled.self) { ProposalEvent.filed($0) },
        EventKind(ProposalHandedOver.self) { ProposalEvent.handedOver($0) },
        EventKind(ProposalInstructed.self) { ProposalEvent.instructed($0) },
        EventKind(ProposalMarked.self) { ProposalEvent.marked($0) },
        EventKind(ProposalMerged.self) { ProposalEvent.merged($0) },
        EventKind(ProposalPaused.self) { ProposalEvent.paused($0) },
        EventKind(ProposalRated.self) { ProposalEvent.rated($0) },
        EventKind(ProposalReassigned.self) { ProposalEvent.reassigned($0) },
        EventKind(ProposalResumed.self) { ProposalEvent.resumed($0) },
        EventKind(ProposalReturned.self) { ProposalEvent.returned($0) },
        EventKind(ProposalSentBack.self) { ProposalEvent.sentBack($0) },
        EventKind(ProposalSentUp.self) { ProposalEvent.sentUp($0) },
        EventKind(ProposalSignedFor.self) { ProposalEvent.signedFor($0) },
        EventKind(ProposalSplit.self) { ProposalEvent.split($0) },
        EventKind(ProposalWithdrawn.self) { ProposalEvent.withdrawn($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("proposal.accept", records: ProposalAccepted.self, numbered: "number"),
        CommandKind("proposal.adopt", records: ProposalAdopted.self),
        CommandKind("proposal.check-answer", records: ProposalAnswerChecked.self),
        CommandKind("proposal.draft-answer", records: ProposalAnswerDrafted.self),
        CommandKind("proposal.answer", records: ProposalAnswered.self),
        CommandKind("proposal.close", records: ProposalClosed.self),
        CommandKind("proposal.refuse-co-sign", records: ProposalCoSignRefused.self),
        CommandKind("proposal.co-sign", records: ProposalCoSigned.self),
        CommandKind("proposal.settle-commitment", records: ProposalCommitmentSettled.self),
        CommandKind("proposal.commit", records: ProposalCommitted.self),
        CommandKind("proposal.decline", records: ProposalDeclined.self, needsReason: true),
        CommandKind("proposal.draft", records: ProposalDrafted.self, numbered: "proposal"),
        CommandKind("proposal.extend", records: ProposalExtended.self, needsReason: true),
        CommandKind("proposal.file", records: ProposalFiled.self, numbered: "proposal"),
        CommandKind("proposal.hand-over", records: ProposalHandedOver.self),
        CommandKind("proposal.instruct", records: ProposalInstructed.self),
        CommandKind("proposal.mark", records: ProposalMarked.self),
        CommandKind("proposal.merge", records: ProposalMerged.self),
        CommandKind("proposal.pause", records: ProposalPaused.self, needsReason: true),
        CommandKind("proposal.rate", records: ProposalRated.self),
        CommandKind("proposal.reassign", records: ProposalReassigned.self),
        CommandKind("proposal.resume", records: ProposalResumed.self),
        CommandKind("proposal.return", records: ProposalReturned.self, needsReason: true),
        CommandKind("proposal.send-back", records: ProposalSentBack.self, needsReason: true),
        CommandKind("proposal.send-up", records: ProposalSentUp.self),
        CommandKind("proposal.sign-for", records: ProposalSignedFor.self),
        CommandKind("proposal.split", records: ProposalSplit.self),
        CommandKind("proposal.withdraw", records: ProposalWithdrawn.self, needsReason: true),
    ]
}

/// `proposal.accepted`: A proposal is accepted as a case (立案).
public struct ProposalAccepted: Equatable, Sendable {
    /// The number (案号) it is known by from then on.
    public var number: String?
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalAccepted: Payload {
    public static let type: StaticString = "proposal.accepted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        number = try object.optionalText("number")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("number", number)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("number", .text(characterMax: 4_000)),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.adopted`: A proposal is adopted at a level.
public struct ProposalAdopted: Equatable, Sendable {
    /// At which level.
    public var level: SuggestionAdopted.Level
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalAdopted: Payload {
    public static let type: StaticString = "proposal.adopted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        level = try object.required("level")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("level", level)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField(
            "level", .words(["township", "district", "city", "prefecture", "province", "nation"]), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.answer-checked`: The draft of an answer was checked.
public struct ProposalAnswerChecked: Equatable, Sendable {
    /// Whether it may go out.
    public var passed: Bool
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The handling unit whose draft it is.
    public var unit: String
}

extension ProposalAnswerChecked: Payload {
    public static let type: StaticString = "proposal.answer-checked"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        passed = try object.required("passed")
        proposal = try object.required("proposal")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("passed", passed)
        writer.field("proposal", proposal)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("passed", .flag, isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.answer-drafted`: A handling unit hands in a draft of its answer.
public struct ProposalAnswerDrafted: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The draft.
    public var text: String?
    /// The handling unit.
    public var unit: String
}

extension ProposalAnswerDrafted: Payload {
    public static let type: StaticString = "proposal.answer-drafted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("text", text)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.answered`: A handling unit answers a proposal (答复).
public struct ProposalAnswered: Equatable, Sendable {
    public enum Class: String, StoredWord {
        case a = "A"
        case b = "B"
        case c = "C"
        case d = "D"
    }

    /// Class of the answer; what it means differs from place to place.
    public var answerClass: Class?
    /// Id of the proposal.
    public var proposal: ProposalID
    /// What it says.
    public var text: String?
    /// Which signers were answered; all of them where it is left out.
    public var to: [MemberID]
    /// Which unit answers.
    public var unit: String
}

extension ProposalAnswered: Payload {
    public static let type: StaticString = "proposal.answered"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        answerClass = try object.optional("class")
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
        to = try object.list("to")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("class", answerClass)
        writer.field("proposal", proposal)
        writer.field("text", text)
        writer.list("to", to)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("class", .words(["A", "B", "C", "D"])),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("to", .list(.id("member"), canBeEmpty: false)),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.closed`: A proposal is done with (办结).
public struct ProposalClosed: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalClosed: Payload {
    public static let type: StaticString = "proposal.closed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.co-sign-refused`: A member does not agree to sign.
public struct ProposalCoSignRefused: Equatable, Sendable {
    /// Who does not sign.
    public var member: MemberID
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalCoSignRefused: Payload {
    public static let type: StaticString = "proposal.co-sign-refused"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        member = try object.required("member")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("member", .id("member"), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.co-signed`: A member agrees to sign a joint proposal.
public struct ProposalCoSigned: Equatable, Sendable {
    /// Who signs.
    public var member: MemberID
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalCoSigned: Payload {
    public static let type: StaticString = "proposal.co-signed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        member = try object.required("member")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("member", member)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("member", .id("member"), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.commitment-settled`: A promise was kept or not.
public struct ProposalCommitmentSettled: Equatable, Sendable {
    /// Position of the entry that records the promise.
    public var commitment: Int64
    /// Whether it was kept.
    public var kept: Bool
    /// Id of the proposal.
    public var proposal: ProposalID
    /// What was done.
    public var text: String?
}

extension ProposalCommitmentSettled: Payload {
    public static let type: StaticString = "proposal.commitment-settled"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField("commitment", .position, isRequired: true),
        CommandField("kept", .flag, isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
    ]
}

/// `proposal.committed`: A unit promises something in its answer.
public struct ProposalCommitted: Equatable, Sendable {
    /// The last day for keeping it.
    public var due: CalendarDate
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The handling unit.
    public var unit: String
    /// What was promised.
    public var what: String
}

extension ProposalCommitted: Payload {
    public static let type: StaticString = "proposal.committed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField("due", .date, isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
        CommandField("what", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.declined`: A proposal is not accepted as a case (不予立案); the entry's reason tells the proposer why.
public struct ProposalDeclined: Equatable, Sendable {
    public enum Code: String, StoredWord {
        case notInScope = "not-in-scope"
        case duplicate
        case noSubstance = "no-substance"
        case inCourt = "in-court"
        case personal
        case alreadySolved = "already-solved"
        case other
    }

    public enum Continuation: String, StoredWord {
        case suggestion
        case socialOpinion = "social-opinion"
        case returned
    }

    /// The listed ground.
    public var code: Code
    /// What becomes of it: a suggestion, social opinion, or returned to the proposer.
    public var goesOnAs: Continuation?
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalDeclined: Payload {
    public static let type: StaticString = "proposal.declined"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField(
            "code", .words(["not-in-scope", "duplicate", "no-substance", "in-court", "personal", "already-solved", "other"]), isRequired: true),
        CommandField("goesOnAs", .words(["suggestion", "social-opinion", "returned"])),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.drafted`: A proposal that is not submitted yet is put by, as far as it is written.
public struct ProposalDrafted: Equatable, Sendable {
    /// Author of a collective proposal.
    public var body: String?
    /// The field of public life it is about.
    public var category: String?
    /// What it is to be.
    public var kind: ProposalFiled.Kind?
    /// Id of the proposal.
    public var proposal: ProposalID
    /// Who is to sign; the first is the first signer.
    public var signers: [MemberID]
    /// As far as it is written.
    public var text: String?
    /// What it is called.
    public var title: String?
}

extension ProposalDrafted: Payload {
    public static let type: StaticString = "proposal.drafted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField("body", .text(characterMax: 4_000)),
        CommandField("category", .text(characterMax: 4_000)),
        CommandField("kind", .words(["individual", "joint", "collective"])),
        CommandField("proposal", .id("proposal")),
        CommandField("signers", .list(.id("member"), canBeEmpty: false)),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000)),
    ]
}

/// `proposal.extended`: The time for the answer is extended.
public struct ProposalExtended: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The last day for the answer.
    public var until: CalendarDate
}

extension ProposalExtended: Payload {
    public static let type: StaticString = "proposal.extended"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
        until = try object.required("until")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("until", until)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("until", .date, isRequired: true),
    ]
}

/// `proposal.filed`: Members or a collective body file a proposal (提案).
public struct ProposalFiled: Equatable, Sendable {
    public enum Kind: String, StoredWord {
        case individual
        case joint
        case collective
    }

    public enum Session: String, StoredWord {
        /// 大会.
        case inSession = "in-session"
        /// 平时.
        case offSession = "off-session"
    }

    /// The collective author; required for a collective proposal.
    public var body: String?
    /// The field of public life it is about.
    public var category: String?
    /// Who files it: one member, several, or a body.
    public var kind: Kind
    /// Whether it is a motion (议案), which needs as many signers as the rules say.
    public var motion: Bool?
    /// Id of the proposal.
    public var proposal: ProposalID
    /// Whether it was filed in a session (大会) or between sessions (平时).
    public var session: Session?
    /// Ids of the members who sign, the first signer first; empty only for a collective proposal.
    public var signers: [MemberID]
    /// What it says.
    public var text: String?
    /// What it is called.
    public var title: String
}

extension ProposalFiled: Payload {
    public static let type: StaticString = "proposal.filed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField("body", .text(characterMax: 4_000)),
        CommandField("category", .text(characterMax: 4_000)),
        CommandField("kind", .words(["individual", "joint", "collective"]), isRequired: true),
        CommandField("motion", .flag),
        CommandField("proposal", .id("proposal")),
        CommandField("session", .words(["in-session", "off-session"])),
        CommandField("signers", .list(.id("member"))),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.handed-over`: A proposal goes to the units that handle it (交办).
public struct ProposalHandedOver: Equatable, Sendable {
    /// Whether it is wide or difficult, for which rules give more time.
    public var difficult: Bool?
    /// Last day for the answer.
    public var due: CalendarDate?
    /// Units that handle it together with the lead.
    public var joint: [String]
    /// The unit that answers for it.
    public var lead: String
    /// Id of the proposal.
    public var proposal: ProposalID
    /// Whether the units answer each for itself (分办).
    public var separate: Bool?
}

extension ProposalHandedOver: Payload {
    public static let type: StaticString = "proposal.handed-over"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        difficult = try object.optional("difficult")
        due = try object.optional("due")
        joint = try object.texts("joint")
        lead = try object.text("lead")
        proposal = try object.required("proposal")
        separate = try object.optional("separate")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("difficult", difficult)
        writer.field("due", due)
        writer.list("joint", joint)
        writer.field("lead", lead)
        writer.field("proposal", proposal)
        writer.field("separate", separate)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("difficult", .flag),
        CommandField("due", .date),
        CommandField("joint", .list(.text(characterMax: 4_000))),
        CommandField("lead", .text(characterMax: 4_000), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("separate", .flag),
    ]
}

/// `proposal.instructed`: A leader writes an instruction on a proposal.
public struct ProposalInstructed: Equatable, Sendable {
    /// The leader who gave the instruction.
    public var leader: String
    /// Of which level the leader is; plans that ask for a level do not count an instruction without one.
    public var level: SuggestionAdopted.Level?
    /// Id of the proposal.
    public var proposal: ProposalID
    /// What the leader wrote.
    public var text: String?
}

extension ProposalInstructed: Payload {
    public static let type: StaticString = "proposal.instructed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        leader = try object.text("leader")
        level = try object.optional("level")
        proposal = try object.required("proposal")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("leader", leader)
        writer.field("level", level)
        writer.field("proposal", proposal)
        writer.field("text", text)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("leader", .text(characterMax: 4_000), isRequired: true),
        CommandField("level", .words(["township", "district", "city", "prefecture", "province", "nation"])),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
    ]
}

/// `proposal.marked`: A proposal is set apart: key (supervised by a leader) or excellent.
public struct ProposalMarked: Equatable, Sendable {
    public enum Mark: String, StoredWord {
        /// 重点: supervised by a leader.
        case key
        /// 优秀: chosen as one of the best.
        case excellent
        /// 公开.
        case `public`
        /// 不公开.
        case confidential
    }

    /// What it is marked as.
    public var mark: Mark
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The leader who supervises a key proposal (督办).
    public var supervisor: String?
}

extension ProposalMarked: Payload {
    public static let type: StaticString = "proposal.marked"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField("mark", .words(["key", "excellent", "public", "confidential"]), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("supervisor", .text(characterMax: 4_000)),
    ]
}

/// `proposal.merged`: A proposal on the same matter becomes part of another.
public struct ProposalMerged: Equatable, Sendable {
    /// The proposal that continues.
    public var into: ProposalID
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalMerged: Payload {
    public static let type: StaticString = "proposal.merged"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        into = try object.required("into")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("into", into)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject, into.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("into", .id("proposal"), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.paused`: The clock of a proposal stops.
public struct ProposalPaused: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalPaused: Payload {
    public static let type: StaticString = "proposal.paused"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.rated`: A signer rates the handling and the result.
public struct ProposalRated: Equatable, Sendable {
    public enum Rating: String, StoredWord {
        case satisfied
        case basicallySatisfied = "basically-satisfied"
        case notSatisfied = "not-satisfied"
    }

    /// Position of the settled promise that is rated; the answer where it is left out.
    public var commitment: Int64?
    /// How the unit went about it.
    public var handling: Rating
    /// Id of the signer who rates.
    public var member: MemberID
    /// Id of the proposal.
    public var proposal: ProposalID
    /// What came of it.
    public var result: Rating
}

extension ProposalRated: Payload {
    public static let type: StaticString = "proposal.rated"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
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

    public static let commandFields: [CommandField] = [
        CommandField("commitment", .position),
        CommandField("handling", .words(["satisfied", "basically-satisfied", "not-satisfied"]), isRequired: true),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("result", .words(["satisfied", "basically-satisfied", "not-satisfied"]), isRequired: true),
    ]
}

/// `proposal.reassigned`: Another unit takes the place of one.
public struct ProposalReassigned: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The unit that handles it now.
    public var to: String
    /// The unit in whose place it does.
    public var unit: String
}

extension ProposalReassigned: Payload {
    public static let type: StaticString = "proposal.reassigned"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
        to = try object.text("to")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("to", to)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("to", .text(characterMax: 4_000), isRequired: true),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.resumed`: The clock of a proposal goes on.
public struct ProposalResumed: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalResumed: Payload {
    public static let type: StaticString = "proposal.resumed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.returned`: A handling unit refuses a proposal that is not its matter.
public struct ProposalReturned: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The handling unit.
    public var unit: String
}

extension ProposalReturned: Payload {
    public static let type: StaticString = "proposal.returned"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.sent-back`: An answered proposal is handled again.
public struct ProposalSentBack: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalSentBack: Payload {
    public static let type: StaticString = "proposal.sent-back"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.sent-up`: A proposal is sent to a body of a higher level.
public struct ProposalSentUp: Equatable, Sendable {
    /// Number of the bulletin.
    public var issue: String?
    /// To which level it was sent; plans that ask for a level do not count it without one.
    public var level: SuggestionAdopted.Level?
    /// Id of the proposal.
    public var proposal: ProposalID
    /// To whom it was sent.
    public var to: String
}

extension ProposalSentUp: Payload {
    public static let type: StaticString = "proposal.sent-up"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        issue = try object.optionalText("issue")
        level = try object.optional("level")
        proposal = try object.required("proposal")
        to = try object.text("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("issue", issue)
        writer.field("level", level)
        writer.field("proposal", proposal)
        writer.field("to", to)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("issue", .text(characterMax: 4_000)),
        CommandField("level", .words(["township", "district", "city", "prefecture", "province", "nation"])),
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("to", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.signed-for`: A handling unit takes a proposal over.
public struct ProposalSignedFor: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
    /// The handling unit.
    public var unit: String
}

extension ProposalSignedFor: Payload {
    public static let type: StaticString = "proposal.signed-for"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `proposal.split`: A proposal of several matters goes on as several proposals.
public struct ProposalSplit: Equatable, Sendable {
    /// The proposals that continue, two or more.
    public var into: [ProposalID]
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalSplit: Payload {
    public static let type: StaticString = "proposal.split"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        into = try object.required("into")
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("into", into)
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] + into.map(\.subject) }

    public static let commandFields: [CommandField] = [
        CommandField("into", .list(.id("proposal"), canBeEmpty: false), isRequired: true),
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}

/// `proposal.withdrawn`: The proposer takes a proposal back.
public struct ProposalWithdrawn: Equatable, Sendable {
    /// Id of the proposal.
    public var proposal: ProposalID
}

extension ProposalWithdrawn: Payload {
    public static let type: StaticString = "proposal.withdrawn"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        proposal = try object.required("proposal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("proposal", proposal)
    }

    public var about: [Subject] { [proposal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("proposal", .id("proposal"), isRequired: true),
    ]
}
