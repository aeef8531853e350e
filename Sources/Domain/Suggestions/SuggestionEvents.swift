// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum SuggestionKind: IdentifierKind {
    public static let name: StaticString = "suggestion"
    public static let prefix: StaticString = "S"
}

public typealias SuggestionID = Identifier<SuggestionKind>

public enum SuggestionEvent: Equatable, Sendable {
    case submitted(SuggestionSubmitted)
    case handedOver(SuggestionHandedOver)
    case answered(SuggestionAnswered)
    case adopted(SuggestionAdopted)

    static let kinds: [EventKind] = [
        EventKind(SuggestionSubmitted.self) { .suggestion(.submitted($0)) },
        EventKind(SuggestionHandedOver.self) { .suggestion(.handedOver($0)) },
        EventKind(SuggestionAnswered.self) { .suggestion(.answered($0)) },
        EventKind(SuggestionAdopted.self) { .suggestion(.adopted($0)) },
    ]

    var payload: any Payload {
        switch self {
        case .submitted(let event): event
        case .handedOver(let event): event
        case .answered(let event): event
        case .adopted(let event): event
        }
    }

    var suggestion: SuggestionID {
        switch self {
        case .submitted(let event): event.suggestion
        case .handedOver(let event): event.suggestion
        case .answered(let event): event.suggestion
        case .adopted(let event): event.suggestion
        }
    }
}

/// `suggestion.submitted`: one matter, in at most 1,500 characters.
public struct SuggestionSubmitted: Payload {
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
    public var suggestion: SuggestionID
    public var text: String?
    public var title: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.optional("activity")
        kind = try object.required("kind")
        members = try object.list("members")
        suggestion = try object.required("suggestion")
        text = try object.optional("text", as: SuggestionText.self)?.value
        title = try object.text("title")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("kind", kind)
        writer.list("members", members)
        writer.field("suggestion", suggestion)
        writer.field("text", text)
        writer.field("title", title)
    }

    public var about: [Subject] {
        [suggestion.subject] + members.map(\.subject) + (activity.map { [$0.subject] } ?? [])
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
public struct SuggestionHandedOver: Payload {
    public static let type: StaticString = "suggestion.handed-over"

    public var due: CalendarDate?
    public var suggestion: SuggestionID
    public var to: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        due = try object.optional("due")
        suggestion = try object.required("suggestion")
        to = try object.text("to")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("due", due)
        writer.field("suggestion", suggestion)
        writer.field("to", to)
    }

    public var about: [Subject] { [suggestion.subject] }
}

/// `suggestion.answered` by the department it was handed to.
public struct SuggestionAnswered: Payload {
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
public struct SuggestionAdopted: Payload {
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

extension SuggestionEvent {
    static let commands = [
        CommandKind(
            "suggestion.submit", records: SuggestionSubmitted.self,
            numbered: .field(SuggestionKind.self) { $0.suggestions }),
        CommandKind("suggestion.hand-over", records: SuggestionHandedOver.self),
        CommandKind("suggestion.answer", records: SuggestionAnswered.self),
        CommandKind("suggestion.adopt", records: SuggestionAdopted.self),
    ]
}
