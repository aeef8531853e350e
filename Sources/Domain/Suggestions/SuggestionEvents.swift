// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum SuggestionKind: IdentifierKind {
    public static let name: StaticString = "suggestion"
    public static let prefix: StaticString = "S"
}

public typealias SuggestionID = Identifier<SuggestionKind>

/// The payload of an event in a suggestion's life.
protocol SuggestionFact: Payload {
    var suggestion: SuggestionID { get }
}

public enum SuggestionEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = Suggestion

    case submitted(SuggestionSubmitted)
    case edited(SuggestionEdited)
    case issued(SuggestionIssued)
    case handedOver(SuggestionHandedOver)
    case answered(SuggestionAnswered)
    case adopted(SuggestionAdopted)
    case instructed(SuggestionInstructed)
    case fedBack(SuggestionFedBack)
    case rated(SuggestionRated)

    static let kinds: [EventKind] = [
        EventKind(SuggestionSubmitted.self) { SuggestionEvent.submitted($0) },
        EventKind(SuggestionEdited.self) { SuggestionEvent.edited($0) },
        EventKind(SuggestionIssued.self) { SuggestionEvent.issued($0) },
        EventKind(SuggestionHandedOver.self) { SuggestionEvent.handedOver($0) },
        EventKind(SuggestionAnswered.self) { SuggestionEvent.answered($0) },
        EventKind(SuggestionAdopted.self) { SuggestionEvent.adopted($0) },
        EventKind(SuggestionInstructed.self) { SuggestionEvent.instructed($0) },
        EventKind(SuggestionFedBack.self) { SuggestionEvent.fedBack($0) },
        EventKind(SuggestionRated.self) { SuggestionEvent.rated($0) },
    ]

    private var fact: any SuggestionFact {
        switch self {
        case .submitted(let event): event
        case .edited(let event): event
        case .issued(let event): event
        case .handedOver(let event): event
        case .answered(let event): event
        case .adopted(let event): event
        case .instructed(let event): event
        case .fedBack(let event): event
        case .rated(let event): event
        }
    }

    var payload: any Payload { fact }
    var suggestion: SuggestionID { fact.suggestion }
}

/// `suggestion.submitted`: one matter, in at most 1,500 characters.
public struct SuggestionSubmitted: SuggestionFact {
    public enum Kind: String, StoredWord {
        case suggestion
        case socialOpinion = "social-opinion"
        case deputySuggestion = "deputy-suggestion"
    }

    public static let type: StaticString = "suggestion.submitted"
    /// The limit of social-opinion pieces (domain facts, suggestion life cycle).
    public static let characterMax = 1_500

    /// The activity it was made at.
    public var activity: ActivityID?
    public var kind: Kind
    public var members: [MemberID]
    /// The proposal that was not accepted, or was withdrawn, and goes on as this.
    public var proposal: ProposalID?
    public var suggestion: SuggestionID
    public var text: String?
    public var title: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.optional("activity")
        kind = try object.required("kind")
        members = try object.list("members")
        proposal = try object.optional("proposal")
        suggestion = try object.required("suggestion")
        text = try object.optional("text", as: SuggestionText.self)?.value
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
        [suggestion.subject] + members.map(\.subject) + (activity.map { [$0.subject] } ?? [])
            + (proposal.map { [$0.subject] } ?? [])
    }
}

private struct SuggestionText: CanonicalField {
    var value: String

    static func read(from reader: inout CanonicalReader, field: StaticString) throws(JSONError) -> SuggestionText {
        SuggestionText(
            value: try PlainText.read(from: &reader, field: field, characterMax: SuggestionSubmitted.characterMax))
    }

    func write(to writer: inout CanonicalWriter) { writer.string(value) }
}

/// `suggestion.handed-over` to a department.
public struct SuggestionHandedOver: SuggestionFact {
    public static let type: StaticString = "suggestion.handed-over"

    /// Wide or difficult, for which rules give more time.
    public var difficult: Bool?
    public var due: CalendarDate?
    public var suggestion: SuggestionID
    public var to: String

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `suggestion.answered` by the department it was handed to.
public struct SuggestionAnswered: SuggestionFact {
    public static let type: StaticString = "suggestion.answered"

    public var suggestion: SuggestionID
    public var text: String?
    public var unit: String

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `suggestion.adopted` at a level: what it is worth differs from level to level.
public struct SuggestionAdopted: SuggestionFact {
    public enum Level: String, StoredWord, Comparable {
        case district, city, province, nation

        public static func < (left: Level, right: Level) -> Bool { left.height < right.height }

        private var height: Int {
            switch self {
            case .district: 1
            case .city: 2
            case .province: 3
            case .nation: 4
            }
        }
    }

    public static let type: StaticString = "suggestion.adopted"

    public var level: Level
    public var suggestion: SuggestionID

    public init(from object: inout ObjectReader) throws(JSONError) {
        level = try object.required("level")
        suggestion = try object.required("suggestion")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("level", level)
        writer.field("suggestion", suggestion)
    }

    public var about: [Subject] { [suggestion.subject] }
}

/// `suggestion.edited`: as the office words it before it goes on; what was submitted stays as it was.
public struct SuggestionEdited: SuggestionFact {
    public static let type: StaticString = "suggestion.edited"

    public var suggestion: SuggestionID
    /// Its text now, at most 1,500 characters.
    public var text: String?
    /// Its title now.
    public var title: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
        suggestion = try object.required("suggestion")
        text = try object.optional("text", as: SuggestionText.self)?.value
        title = try object.optionalText("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("suggestion", suggestion)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] { [suggestion.subject] }
}

/// `suggestion.issued`: reported upwards, in an issue of the office's bulletin.
public struct SuggestionIssued: SuggestionFact {
    public static let type: StaticString = "suggestion.issued"

    /// Number of the bulletin.
    public var issue: String?
    public var suggestion: SuggestionID
    /// To whom.
    public var to: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        issue = try object.optionalText("issue")
        suggestion = try object.required("suggestion")
        to = try object.text("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("issue", issue)
        writer.field("suggestion", suggestion)
        writer.field("to", to)
    }

    public var about: [Subject] { [suggestion.subject] }
}

/// `suggestion.instructed` 批示, what a leader wrote on it.
public struct SuggestionInstructed: SuggestionFact {
    public static let type: StaticString = "suggestion.instructed"

    public var leader: String
    public var suggestion: SuggestionID
    public var text: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
        leader = try object.text("leader")
        suggestion = try object.required("suggestion")
        text = try object.optionalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("leader", leader)
        writer.field("suggestion", suggestion)
        writer.field("text", text)
    }

    public var about: [Subject] { [suggestion.subject] }
}

/// `suggestion.fed-back`: its members were told what became of it.
public struct SuggestionFedBack: SuggestionFact {
    public static let type: StaticString = "suggestion.fed-back"

    /// Who was told; all of them where it is left out.
    public var members: [MemberID]
    public var suggestion: SuggestionID
    /// What they were told.
    public var text: String?

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `suggestion.rated`: a member's rating of the handling and of the result of what was answered.
public struct SuggestionRated: SuggestionFact {
    public static let type: StaticString = "suggestion.rated"

    /// Of the handling.
    public var handling: ProposalRated.Rating
    public var member: MemberID
    /// Of the result.
    public var result: ProposalRated.Rating
    public var suggestion: SuggestionID

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

extension SuggestionEvent {
    static let commands = [
        CommandKind(
            "suggestion.submit", records: SuggestionSubmitted.self,
            numbered: .field(SuggestionKind.self) { $0.suggestions }),
        CommandKind("suggestion.hand-over", records: SuggestionHandedOver.self),
        CommandKind("suggestion.answer", records: SuggestionAnswered.self),
        CommandKind("suggestion.adopt", records: SuggestionAdopted.self),
        CommandKind("suggestion.edit", records: SuggestionEdited.self),
        CommandKind("suggestion.issue", records: SuggestionIssued.self),
        CommandKind("suggestion.instruct", records: SuggestionInstructed.self),
        CommandKind("suggestion.feed-back", records: SuggestionFedBack.self, neverEmpty: ["members"]),
        CommandKind("suggestion.rate", records: SuggestionRated.self),
    ]
}
