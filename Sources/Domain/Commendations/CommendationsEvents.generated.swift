// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension CommendationGiven {
    static let kinds: [EventKind] = [
        EventKind(CommendationGiven.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("commendation.record", records: CommendationGiven.self, numbered: "commendation"),
    ]
}

/// `commendation.given`: A member, something that members did, or the body itself is commended.
public struct CommendationGiven: Equatable, Sendable {
    public enum Kind: String, StoredWord {
        /// 表彰.
        case honour
        /// 典型: chosen as a model.
        case model
    }

    /// Id of the commendation.
    public var commendation: CommendationID
    /// Who commends.
    public var from: String?
    /// An honour, or a choice as a model for others to follow; an honour where it is left out.
    public var kind: Kind?
    /// Of which level whoever commends is.
    public var level: SuggestionAdopted.Level
    /// Ids of the members who were commended; left out where something that they did was, or the body itself.
    public var members: [MemberID]
    /// What the honour is called.
    public var title: String
    /// A proposal, a suggestion, a work or an activity, such as proposal:P3; counted for whoever did it, unless members
    /// are named.
    public var what: Subject?
}

extension CommendationGiven: Payload {
    public static let type: StaticString = "commendation.given"
    public static let version: Int64 = 1
    /// The kinds of subjects that `what` may be.
    static let whatKinds = ["activity", "proposal", "suggestion", "work"]

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        commendation = try object.required("commendation")
        from = try object.optionalText("from")
        kind = try object.optional("kind")
        level = try object.required("level")
        members = try object.list("members")
        title = try object.text("title")
        what = try object.optionalSubject("what", of: Self.whatKinds)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("commendation", commendation)
        writer.field("from", from)
        writer.field("kind", kind)
        writer.field("level", level)
        writer.list("members", members)
        writer.field("title", title)
        writer.field("what", what)
    }

    public var about: [Subject] { [commendation.subject] + members.map(\.subject) + (what.map { [$0] } ?? []) }

    public static let commandFields: [CommandField] = [
        CommandField("commendation", .id("commendation")),
        CommandField("from", .text(characterMax: 4_000)),
        CommandField("kind", .words(["honour", "model"])),
        CommandField(
            "level", .words(["township", "district", "city", "prefecture", "province", "nation"]), isRequired: true),
        CommandField("members", .list(.id("member"))),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
        CommandField("what", .subject),
    ]
}
