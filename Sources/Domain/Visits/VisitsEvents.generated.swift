// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

extension VisitMade {
    static let kinds: [EventKind] = [
        EventKind(past: VisitMadeV1.self),
        EventKind(VisitMade.self),
    ]

    static let commands: [CommandKind] = [
        CommandKind("visit.record", records: VisitMade.self, numbered: "visit"),
    ]
}

/// `visit.made`, version 1: A contact visit, to members or to others.
public struct VisitMadeV1: Equatable, Sendable {
    /// Ids of the members who were visited.
    public var members: [MemberID]
    /// What was heard there; sealed.
    public var note: PersonalText?
    /// Where.
    public var place: String?
    /// Whom, in general words, where they are no members.
    public var to: String?
    /// Id of the visit.
    public var visit: VisitID
}

extension VisitMadeV1 {
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        members = try object.list("members")
        note = try object.optional("note")
        place = try object.optionalText("place")
        to = try object.optionalText("to")
        visit = try object.required("visit")
    }
}

/// `visit.made`: A contact visit, to members or to others. Whom, where and what was heard are sealed under the visit's
/// own key.
public struct VisitMade: Equatable, Sendable {
    /// Where, in general words, such as a village or a station; a plan's places are counted by it.
    public var area: String?
    /// Ids of the members who were visited.
    public var members: [MemberID]
    /// What was heard there; sealed.
    public var note: PersonalText?
    /// The address; sealed.
    public var place: PersonalText?
    /// How much of what was done, such as households visited.
    public var quantities: [ActQuantity]
    /// Who was visited, where that is not a member; sealed.
    public var to: PersonalText?
    /// Id of the visit.
    public var visit: VisitID
}

extension VisitMade: Payload {
    public static let type: StaticString = "visit.made"
    public static let version: Int64 = 2
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        area = try object.optionalText("area")
        members = try object.list("members")
        note = try object.optional("note")
        place = try object.optional("place")
        quantities = try object.list("quantities")
        to = try object.optional("to")
        visit = try object.required("visit")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("area", area)
        writer.list("members", members)
        writer.field("note", note)
        writer.field("place", place)
        writer.list("quantities", quantities)
        writer.field("to", to)
        writer.field("visit", visit)
    }

    public var about: [Subject] { [visit.subject] + members.map(\.subject) }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = visit.subject
        if note != nil { try body(&note!, PersonalField(owner: owner, name: "note")) }
        if place != nil { try body(&place!, PersonalField(owner: owner, name: "place")) }
        if to != nil { try body(&to!, PersonalField(owner: owner, name: "to")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("area", .text(characterMax: 4_000)),
        CommandField("members", .list(.id("member"))),
        CommandField("note", .personalText),
        CommandField("place", .personalText),
        CommandField("quantities", .list(.object(ActQuantity.fields))),
        CommandField("to", .personalText),
        CommandField("visit", .id("visit")),
    ]
}
