// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of attendance: one case for each event type.
public enum AttendanceEvent: Equatable, Sendable {
    case checkedIn(CheckedIn)
    case excused(Excused)
    case leaveAsked(LeaveAsked)
    case leaveEnded(LeaveEnded)
    case leaveGranted(LeaveGranted)
    case leaveRefused(LeaveRefused)
    case leftEarly(LeftEarly)
    case markedAbsent(MarkedAbsent)
    case registered(Registered)

    var payload: any Payload {
        switch self {
        case .checkedIn(let event): event
        case .excused(let event): event
        case .leaveAsked(let event): event
        case .leaveEnded(let event): event
        case .leaveGranted(let event): event
        case .leaveRefused(let event): event
        case .leftEarly(let event): event
        case .markedAbsent(let event): event
        case .registered(let event): event
        }
    }

    public var activity: ActivityID {
        switch self {
        case .checkedIn(let event): event.activity
        case .excused(let event): event.activity
        case .leaveAsked(let event): event.activity
        case .leaveEnded(let event): event.activity
        case .leaveGranted(let event): event.activity
        case .leaveRefused(let event): event.activity
        case .leftEarly(let event): event.activity
        case .markedAbsent(let event): event.activity
        case .registered(let event): event.activity
        }
    }

    public var member: MemberID {
        switch self {
        case .checkedIn(let event): event.member
        case .excused(let event): event.member
        case .leaveAsked(let event): event.member
        case .leaveEnded(let event): event.member
        case .leaveGranted(let event): event.member
        case .leaveRefused(let event): event.member
        case .leftEarly(let event): event.member
        case .markedAbsent(let event): event.member
        case .registered(let event): event.member
        }
    }
}

extension AttendanceEvent {
    static let kinds: [EventKind] = [
        EventKind(CheckedIn.self) { AttendanceEvent.checkedIn($0) },
        EventKind(Excused.self) { AttendanceEvent.excused($0) },
        EventKind(LeaveAsked.self) { AttendanceEvent.leaveAsked($0) },
        EventKind(LeaveEnded.self) { AttendanceEvent.leaveEnded($0) },
        EventKind(LeaveGranted.self) { AttendanceEvent.leaveGranted($0) },
        EventKind(LeaveRefused.self) { AttendanceEvent.leaveRefused($0) },
        EventKind(LeftEarly.self) { AttendanceEvent.leftEarly($0) },
        EventKind(MarkedAbsent.self) { AttendanceEvent.markedAbsent($0) },
        EventKind(Registered.self) { AttendanceEvent.registered($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("attendance.check-in", records: CheckedIn.self, takesMembers: true),
        CommandKind("attendance.excuse", records: Excused.self, takesMembers: true),
        CommandKind("attendance.ask-leave", records: LeaveAsked.self, takesMembers: true),
        CommandKind("attendance.end-leave", records: LeaveEnded.self, takesMembers: true),
        CommandKind("attendance.grant-leave", records: LeaveGranted.self, takesMembers: true),
        CommandKind("attendance.refuse-leave", records: LeaveRefused.self, takesMembers: true),
        CommandKind("attendance.leave-early", records: LeftEarly.self, takesMembers: true),
        CommandKind("attendance.mark-absent", records: MarkedAbsent.self, takesMembers: true),
        CommandKind("attendance.register", records: Registered.self, takesMembers: true),
    ]
}

/// `attendance.checked-in`: A member was there.
public struct CheckedIn: Equatable, Sendable {
    public enum Method: String, StoredWord {
        case scan
        case rollCall = "roll-call"
        case bulk
        case paper
        case lateEntry = "late-entry"
    }

    /// Id of the activity.
    public var activity: ActivityID
    /// Who approved it.
    public var approvedBy: String?
    /// How many half-days the member was there, of an activity that is counted by half-days.
    public var halfDays: Int64?
    /// Whether the member came late.
    public var late: Bool?
    /// Id of the member.
    public var member: MemberID
    /// How the attendance was taken.
    public var method: Method?
    /// How much of what the member did, where that differs from the activity.
    public var quantities: [ActQuantity]
}

extension CheckedIn: Payload {
    public static let type: StaticString = "attendance.checked-in"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        approvedBy = try object.optionalText("approvedBy")
        halfDays = try object.optionalPositive("halfDays")
        late = try object.optional("late")
        member = try object.required("member")
        method = try object.optional("method")
        quantities = try object.list("quantities")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("approvedBy", approvedBy)
        writer.field("halfDays", halfDays)
        writer.field("late", late)
        writer.field("member", member)
        writer.field("method", method)
        writer.list("quantities", quantities)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("approvedBy", .text(characterMax: 4_000)),
        CommandField("halfDays", .count),
        CommandField("late", .flag),
        CommandField("member", .id("member")),
        CommandField("method", .words(["scan", "roll-call", "bulk", "paper", "late-entry"])),
        CommandField("quantities", .list(.object(ActQuantity.fields))),
    ]
}

/// `attendance.excused`: A higher duty called: the member is not counted at all.
public struct Excused: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// The higher duty.
    public var duty: String
    /// Id of the member.
    public var member: MemberID
}

extension Excused: Payload {
    public static let type: StaticString = "attendance.excused"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        duty = try object.text("duty")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("duty", duty)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("duty", .text(characterMax: 4_000), isRequired: true),
        CommandField("member", .id("member")),
    ]
}

/// `attendance.leave-asked`: A member asks to stay away.
public struct LeaveAsked: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Id of the member.
    public var member: MemberID
    /// Why the member asks; sealed.
    public var why: PersonalText?
}

extension LeaveAsked: Payload {
    public static let type: StaticString = "attendance.leave-asked"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
        why = try object.optional("why")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
        writer.field("why", why)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = member.subject
        if why != nil { try body(&why!, PersonalField(owner: owner, name: "why")) }
    }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("member", .id("member")),
        CommandField("why", .personalText),
    ]
}

/// `attendance.leave-ended`: A member reports back from leave.
public struct LeaveEnded: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Id of the member.
    public var member: MemberID
}

extension LeaveEnded: Payload {
    public static let type: StaticString = "attendance.leave-ended"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("member", .id("member")),
    ]
}

/// `attendance.leave-granted`: A member may stay away.
public struct LeaveGranted: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Who approved it.
    public var approvedBy: String?
    /// Id of the member.
    public var member: MemberID
}

extension LeaveGranted: Payload {
    public static let type: StaticString = "attendance.leave-granted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        approvedBy = try object.optionalText("approvedBy")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("approvedBy", approvedBy)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("approvedBy", .text(characterMax: 4_000)),
        CommandField("member", .id("member")),
    ]
}

/// `attendance.leave-refused`: A member may not stay away.
public struct LeaveRefused: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Who decided it.
    public var approvedBy: String?
    /// Id of the member.
    public var member: MemberID
}

extension LeaveRefused: Payload {
    public static let type: StaticString = "attendance.leave-refused"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        approvedBy = try object.optionalText("approvedBy")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("approvedBy", approvedBy)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("approvedBy", .text(characterMax: 4_000)),
        CommandField("member", .id("member")),
    ]
}

/// `attendance.left-early`: A member who was there left before the end.
public struct LeftEarly: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Id of the member.
    public var member: MemberID
}

extension LeftEarly: Payload {
    public static let type: StaticString = "attendance.left-early"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("member", .id("member")),
    ]
}

/// `attendance.marked-absent`: A member was not there.
public struct MarkedAbsent: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Id of the member.
    public var member: MemberID
}

extension MarkedAbsent: Payload {
    public static let type: StaticString = "attendance.marked-absent"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("member", .id("member")),
    ]
}

/// `attendance.registered`: A member says that they will come.
public struct Registered: Equatable, Sendable {
    /// Id of the activity.
    public var activity: ActivityID
    /// Id of the member.
    public var member: MemberID
}

extension Registered: Payload {
    public static let type: StaticString = "attendance.registered"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("activity", .id("activity"), isRequired: true),
        CommandField("member", .id("member")),
    ]
}
