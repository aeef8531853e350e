// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of suggestions: one case for each event type.
public enum SuggestionEvent: Equatable, Sendable {
    case adopted(SuggestionAdopted)
    case answered(SuggestionAnswered)
    case edited(SuggestionEdited)
    case fedBack(SuggestionFedBack)
    case handedOver(SuggestionHandedOver)
    case instructed(SuggestionInstructed)
    case issued(SuggestionIssued)
    case rated(SuggestionRated)
    case submitted(SuggestionSubmitted)

    var payload: any Payload {
        switch self {
        case .adopted(let event): event
        case .answered(let event): event
        case .edited(let event): event
        case .fedBack(let event): event
        case .handedOver(let event): event
        case .instructed(let event): event
        case .issued(let event): event
        case .rated(let event): event
        case .submitted(let event): event
        }
    }

    public var suggestion: SuggestionID {
        switch self {
        case .adopted(let event): event.suggestion
        case .answered(let event): event.suggestion
        case .edited(let event): event.suggestion
        case .fedBack(let event): event.suggestion
        case .handedOver(let event): event.suggestion
        case .instructed(let event): event.suggestion
        case .issued(let event): event.suggestion
        case .rated(let event): event.suggestion
        case .submitted(let event): event.suggestion
        }
    }
}

extension SuggestionEvent {
    static let kinds: [EventKind] = [
        EventKind(SuggestionAdopted.self) { SuggestionEvent.adopted($0) },
        EventKind(SuggestionAnswered.self) { SuggestionEvent.answered($0) },
        EventKind(SuggestionEdited.self) { SuggestionEvent.edited($0) },
        EventKind(SuggestionFedBack.self) { SuggestionEvent.fedBack($0) },
        EventKind(SuggestionHandedOver.self) { SuggestionEvent.handedOver($0) },
        EventKind(SuggestionInstructed.self) { SuggestionEvent.instructed($0) },
        EventKind(SuggestionIssued.self) { SuggestionEvent.issued($0) },
        EventKind(SuggestionRated.self) { SuggestionEvent.rated($0) },
        EventKind(SuggestionSubmitted.self) { SuggestionEvent.submitted($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("suggestion.adopt", records: SuggestionAdopted.self),
        CommandKind("suggestion.answer", records: SuggestionAnswered.self),
        CommandKind("suggestion.edit", records: SuggestionEdited.self),
        CommandKind("suggestion.feed-back", records: SuggestionFedBack.self),
        CommandKind("suggestion.hand-over", records: SuggestionHandedOver.self),
        CommandKind("suggestion.instruct", records: SuggestionInstructed.self),
        CommandKind("suggestion.issue", records: SuggestionIssued.self),
        CommandKind("suggestion.rate", records: SuggestionRated.self),
        CommandKind("suggestion.submit", records: SuggestionSubmitted.self, numbered: "suggestion"),
    ]
}

/// `suggestion.adopted`: A suggestion or piece of social opinion is adopted at a level.
public struct SuggestionAdopted: Equatable, Sendable {
    public enum Level: String, StoredWord {
        case township
        case district
        case city
        case prefecture
        case province
        case nation
    }

    /// At which level.
    public var level: Level
    /// Id of the suggestion.
    public var suggestion: SuggestionID
}

extension SuggestionAdopted: Payload {
    public static let type: StaticString = "suggestion.adopted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        level = try object.required("level")
        suggestion = try object.required("suggestion")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("level", level)
        writer.field("suggestion", suggestion)
    }

    public var about: [Subject] { [suggestion.subject] }

    public static let commandFields: [CommandField] = [
        CommandField(
            "level", .words(["township", "district", "city", "prefecture", "province", "nation"]), isRequired: true),
        CommandField("suggestion", .id("suggestion"), isRequired: true),
    ]
}

/// `suggestion.answered`: A unit answers a suggestion.
public struct SuggestionAnswered: Equatable, Sendable {
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// What it says.
    public var text: String?
    /// Which unit answers.
    public var unit: String
}

extension SuggestionAnswered: Payload {
    public static let type: StaticString = "suggestion.answered"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        suggestion = try object.required("suggestion")
        text = try object.optionalText("text")
        unit = try object.text("unit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("suggestion", suggestion)
        writer.field("text", text)
        writer.field("unit", unit)
    }

    public var about: [Subject] { [suggestion.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("suggestion", .id("suggestion"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
        CommandField("unit", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `suggestion.edited`: The office edits a suggestion before it goes on.
public struct SuggestionEdited: Equatable, Sendable {
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// Its text now, at most 1,500 characters.
    public var text: String?
    /// Its title now.
    public var title: String?
}

extension SuggestionEdited: Payload {
    public static let type: StaticString = "suggestion.edited"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        suggestion = try object.required("suggestion")
        text = try object.optionalText("text", characterMax: 1_500)
        title = try object.optionalText("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("suggestion", suggestion)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] { [suggestion.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("suggestion", .id("suggestion"), isRequired: true),
        CommandField("text", .text(characterMax: 1_500)),
        CommandField("title", .text(characterMax: 4_000)),
    ]
}

/// `suggestion.fed-back`: Members are told what became of their suggestion.
public struct SuggestionFedBack: Equatable, Sendable {
    /// Who was told; all of them where it is left out.
    public var members: [MemberID]
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// What they were told.
    public var text: String?
}

extension SuggestionFedBack: Payload {
    public static let type: StaticString = "suggestion.fed-back"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        members = try object.list("members")
        suggestion = try object.required("suggestion")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.list("members", members)
        writer.field("suggestion", suggestion)
        writer.field("text", text)
    }

    public var about: [Subject] { [suggestion.subject] + members.map(\.subject) }

    public static let commandFields: [CommandField] = [
        CommandField("members", .list(.id("member"), canBeEmpty: false)),
        CommandField("suggestion", .id("suggestion"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
    ]
}

/// `suggestion.handed-over`: A suggestion goes to the unit that handles it.
public struct SuggestionHandedOver: Equatable, Sendable {
    /// Whether it is wide or difficult, for which rules give more time.
    public var difficult: Bool?
    /// Last day for the answer.
    public var due: CalendarDate?
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// The unit it goes to.
    public var to: String
}

extension SuggestionHandedOver: Payload {
    public static let type: StaticString = "suggestion.handed-over"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        difficult = try object.optional("difficult")
        due = try object.optional("due")
        suggestion = try object.required("suggestion")
        to = try object.text("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("difficult", difficult)
        writer.field("due", due)
        writer.field("suggestion", suggestion)
        writer.field("to", to)
    }

    public var about: [Subject] { [suggestion.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("difficult", .flag),
        CommandField("due", .date),
        CommandField("suggestion", .id("suggestion"), isRequired: true),
        CommandField("to", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `suggestion.instructed`: A leader writes an instruction on a suggestion.
public struct SuggestionInstructed: Equatable, Sendable {
    /// The leader who gave the instruction.
    public var leader: String
    /// Of which level the leader is; plans that ask for a level do not count an instruction without one.
    public var level: SuggestionAdopted.Level?
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// What the leader wrote.
    public var text: String?
}

extension SuggestionInstructed: Payload {
    public static let type: StaticString = "suggestion.instructed"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        leader = try object.text("leader")
        level = try object.optional("level")
        suggestion = try object.required("suggestion")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("leader", leader)
        writer.field("level", level)
        writer.field("suggestion", suggestion)
        writer.field("text", text)
    }

    public var about: [Subject] { [suggestion.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("leader", .text(characterMax: 4_000), isRequired: true),
        CommandField("level", .words(["township", "district", "city", "prefecture", "province", "nation"])),
        CommandField("suggestion", .id("suggestion"), isRequired: true),
        CommandField("text", .text(characterMax: 4_000)),
    ]
}

/// `suggestion.issued`: A suggestion is reported upwards.
public struct SuggestionIssued: Equatable, Sendable {
    /// Number of the bulletin.
    public var issue: String?
    /// To which level it was sent; plans that ask for a level do not count it without one.
    public var level: SuggestionAdopted.Level?
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// To whom it was sent.
    public var to: String
}

extension SuggestionIssued: Payload {
    public static let type: StaticString = "suggestion.issued"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        issue = try object.optionalText("issue")
        level = try object.optional("level")
        suggestion = try object.required("suggestion")
        to = try object.text("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("issue", issue)
        writer.field("level", level)
        writer.field("suggestion", suggestion)
        writer.field("to", to)
    }

    public var about: [Subject] { [suggestion.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("issue", .text(characterMax: 4_000)),
        CommandField("level", .words(["township", "district", "city", "prefecture", "province", "nation"])),
        CommandField("suggestion", .id("suggestion"), isRequired: true),
        CommandField("to", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `suggestion.rated`: A member rates how a suggestion was handled, and what came of it.
public struct SuggestionRated: Equatable, Sendable {
    /// How the unit went about it.
    public var handling: ProposalRated.Rating
    /// Who rates.
    public var member: MemberID
    /// What came of it.
    public var result: ProposalRated.Rating
    /// Id of the suggestion.
    public var suggestion: SuggestionID
}

extension SuggestionRated: Payload {
    public static let type: StaticString = "suggestion.rated"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        handling = try object.required("handling")
        member = try object.required("member")
        result = try object.required("result")
        suggestion = try object.required("suggestion")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("handling", handling)
        writer.field("member", member)
        writer.field("result", result)
        writer.field("suggestion", suggestion)
    }

    public var about: [Subject] { [suggestion.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("handling", .words(["satisfied", "basically-satisfied", "not-satisfied"]), isRequired: true),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("result", .words(["satisfied", "basically-satisfied", "not-satisfied"]), isRequired: true),
        CommandField("suggestion", .id("suggestion"), isRequired: true),
    ]
}

/// `suggestion.submitted`: A suggestion on one matter, outside the proposals.
public struct SuggestionSubmitted: Equatable, Sendable {
    public enum Kind: String, StoredWord {
        case suggestion
        case socialOpinion = "social-opinion"
        case deputySuggestion = "deputy-suggestion"
    }

    /// Id of the activity it was made at.
    public var activity: ActivityID?
    /// What sort of suggestion.
    public var kind: Kind
    /// Ids of the members it comes from.
    public var members: [MemberID]
    /// The proposal that was not accepted and goes on as this.
    public var proposal: ProposalID?
    /// Id of the suggestion.
    public var suggestion: SuggestionID
    /// What it says; at most 1500 characters.
    public var text: String?
    /// What it is called.
    public var title: String
}

extension SuggestionSubmitted: Payload {
    public static let type: StaticString = "suggestion.submitted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.optional("activity")
        kind = try object.required("kind")
        members = try object.list("members")
        proposal = try object.optional("proposal")
        suggestion = try object.required("suggestion")
        text = try object.optionalText("text", characterMax: 1_500)
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("kind", kind)
        writer.list("members", members)
        writer.field("proposal", proposal)
        writer.field("suggestion", suggestion)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] {
        [suggestion.subject] + members.map(\.subject) + (activity.map { [$0.subject] } ?? []) + (proposal.map { [$0.subject] } ?? [])
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity")),
        CommandField("kind", .words(["suggestion", "social-opinion", "deputy-suggestion"]), isRequired: true),
        CommandField("members", .list(.id("member"))),
        CommandField("proposal", .id("proposal")),
        CommandField("suggestion", .id("suggestion")),
        CommandField("text", .text(characterMax: 1_500)),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
    ]
}
