// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of minutes: one case for each event type.
public enum MinutesEvent: Equatable, Sendable {
    case approved(MinutesApproved)
    case drafted(MinutesDrafted)

    var payload: any Payload {
        switch self {
        case .approved(let event): event
        case .drafted(let event): event
        }
    }

    public var minutes: MinutesID {
        switch self {
        case .approved(let event): event.minutes
        case .drafted(let event): event.minutes
        }
    }
}

extension MinutesEvent {
    static let kinds: [EventKind] = [
        EventKind(MinutesApproved.self) { MinutesEvent.approved($0) },
        EventKind(MinutesDrafted.self) { MinutesEvent.drafted($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("minutes.approve", records: MinutesApproved.self),
        CommandKind("minutes.draft", records: MinutesDrafted.self, numbered: "minutes"),
    ]
}

/// `minutes.approved`: The last draft of minutes is approved.
public struct MinutesApproved: Equatable, Sendable {
    /// Who approved them: the office or the body, in the open.
    public var approvedBy: String
    /// Id of the minutes.
    public var minutes: MinutesID
}

extension MinutesApproved: Payload {
    public static let type: StaticString = "minutes.approved"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        approvedBy = try object.text("approvedBy")
        minutes = try object.required("minutes")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("approvedBy", approvedBy)
        writer.field("minutes", minutes)
    }

    public var about: [Subject] { [minutes.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("approvedBy", .text(characterMax: 4_000), isRequired: true),
        CommandField("minutes", .id("minutes"), isRequired: true),
    ]
}

/// `minutes.drafted`: A version of the minutes of an activity; earlier ones stay as they are. The text is sealed under
/// the minutes' own key.
public struct MinutesDrafted: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Id of the minutes.
    public var minutes: MinutesID
    /// The whole text; sealed.
    public var text: PersonalText
}

extension MinutesDrafted: Payload {
    public static let type: StaticString = "minutes.drafted"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        minutes = try object.required("minutes")
        text = try object.longPersonalText("text")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("minutes", minutes)
        writer.field("text", text)
    }

    public var about: [Subject] { [minutes.subject, activity.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = minutes.subject
        try body(&text, PersonalField(owner: owner, name: "text"))
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("minutes", .id("minutes")),
        CommandField("text", .personalText, isRequired: true),
    ]
}
