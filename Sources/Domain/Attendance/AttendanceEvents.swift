// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What happened between one member and one activity.
public enum AttendanceEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = AttendanceSheet

    case registered(Registered)
    case checkedIn(CheckedIn)
    case leftEarly(LeftEarly)
    case leaveAsked(LeaveAsked)
    case leaveGranted(LeaveGranted)
    case leaveRefused(LeaveRefused)
    case leaveEnded(LeaveEnded)
    case excused(Excused)
    case markedAbsent(MarkedAbsent)

    static let kinds: [EventKind] = [
        EventKind(Registered.self) { AttendanceEvent.registered($0) },
        EventKind(CheckedIn.self) { AttendanceEvent.checkedIn($0) },
        EventKind(LeftEarly.self) { AttendanceEvent.leftEarly($0) },
        EventKind(LeaveAsked.self) { AttendanceEvent.leaveAsked($0) },
        EventKind(LeaveGranted.self) { AttendanceEvent.leaveGranted($0) },
        EventKind(LeaveRefused.self) { AttendanceEvent.leaveRefused($0) },
        EventKind(LeaveEnded.self) { AttendanceEvent.leaveEnded($0) },
        EventKind(Excused.self) { AttendanceEvent.excused($0) },
        EventKind(MarkedAbsent.self) { AttendanceEvent.markedAbsent($0) },
    ]

    var payload: any Payload {
        switch self {
        case .registered(let event): event
        case .checkedIn(let event): event
        case .leftEarly(let event): event
        case .leaveAsked(let event): event
        case .leaveGranted(let event): event
        case .leaveRefused(let event): event
        case .leaveEnded(let event): event
        case .excused(let event): event
        case .markedAbsent(let event): event
        }
    }

    // Spelled out, as these come by the hundred thousand: an existential would be made for each.
    var activity: ActivityID {
        switch self {
        case .registered(let event): event.activity
        case .checkedIn(let event): event.activity
        case .leftEarly(let event): event.activity
        case .leaveAsked(let event): event.activity
        case .leaveGranted(let event): event.activity
        case .leaveRefused(let event): event.activity
        case .leaveEnded(let event): event.activity
        case .excused(let event): event.activity
        case .markedAbsent(let event): event.activity
        }
    }

    var member: MemberID {
        switch self {
        case .registered(let event): event.member
        case .checkedIn(let event): event.member
        case .leftEarly(let event): event.member
        case .leaveAsked(let event): event.member
        case .leaveGranted(let event): event.member
        case .leaveRefused(let event): event.member
        case .leaveEnded(let event): event.member
        case .excused(let event): event.member
        case .markedAbsent(let event): event.member
        }
    }
}

/// `attendance.checked-in`: the member was there.
public struct CheckedIn: Payload {
    public enum Method: String, StoredWord {
        case scan, bulk, paper
        case rollCall = "roll-call"
        case lateEntry = "late-entry"
    }

    public static let type: StaticString = "attendance.checked-in"

    public var activity: ActivityID
    public var approvedBy: String?
    /// How many half-days, of an activity that is counted by them; all of them where it is left out.
    public var halfDays: Int64?
    public var late: Bool?
    public var member: MemberID
    public var method: Method?

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.required("activity")
        approvedBy = try object.optionalText("approvedBy")
        halfDays = try object.optionalPositive("halfDays")
        late = try object.optional("late")
        member = try object.required("member")
        method = try object.optional("method")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("approvedBy", approvedBy)
        writer.field("halfDays", halfDays)
        writer.field("late", late)
        writer.field("member", member)
        writer.field("method", method)
    }

    public var about: [Subject] { [activity.subject, member.subject] }
}

/// `attendance.leave-asked`. Why is a personal matter: it may be an illness.
public struct LeaveAsked: Payload {
    public static let type: StaticString = "attendance.leave-asked"
    public static var isPersonal: Bool { true }

    public var activity: ActivityID
    public var member: MemberID
    public var why: PersonalText?

    public init(from object: inout ObjectReader) throws(JSONError) {
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
        if why != nil { try body(&why!, PersonalField(owner: member.subject, name: "why")) }
    }
}

/// `attendance.leave-granted`.
public struct LeaveGranted: Payload {
    public static let type: StaticString = "attendance.leave-granted"

    public var activity: ActivityID
    public var approvedBy: String?
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `attendance.leave-refused`.
public struct LeaveRefused: Payload {
    public static let type: StaticString = "attendance.leave-refused"

    public var activity: ActivityID
    public var approvedBy: String?
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `attendance.excused`: a higher duty called; the member is not counted at all.
public struct Excused: Payload {
    public static let type: StaticString = "attendance.excused"

    public var activity: ActivityID
    /// The higher duty.
    public var duty: String
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// `attendance.marked-absent`: not there, without cause.
public struct MarkedAbsent: Payload {
    public static let type: StaticString = "attendance.marked-absent"

    public var activity: ActivityID
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }
}

/// `attendance.registered` 报名, the member says that they will come.
public struct Registered: Payload {
    public static let type: StaticString = "attendance.registered"

    public var activity: ActivityID
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }
}

/// `attendance.leave-ended` 销假, back from leave. Who was on leave at the activity stays so.
public struct LeaveEnded: Payload {
    public static let type: StaticString = "attendance.leave-ended"

    public var activity: ActivityID
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }
}

/// `attendance.left-early` 早退, there, and gone before the end.
public struct LeftEarly: Payload {
    public static let type: StaticString = "attendance.left-early"

    public var activity: ActivityID
    public var member: MemberID

    public init(from object: inout ObjectReader) throws(JSONError) {
        activity = try object.required("activity")
        member = try object.required("member")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("activity", activity)
        writer.field("member", member)
    }

    public var about: [Subject] { [activity.subject, member.subject] }
}

extension AttendanceEvent {
    static let commands = [
        CommandKind("attendance.register", records: Registered.self, takesMembers: true),
        CommandKind("attendance.check-in", records: CheckedIn.self, takesMembers: true),
        CommandKind("attendance.ask-leave", records: LeaveAsked.self, takesMembers: true),
        CommandKind("attendance.grant-leave", records: LeaveGranted.self, takesMembers: true),
        CommandKind("attendance.refuse-leave", records: LeaveRefused.self, takesMembers: true),
        CommandKind("attendance.end-leave", records: LeaveEnded.self, takesMembers: true),
        CommandKind("attendance.leave-early", records: LeftEarly.self, takesMembers: true),
        CommandKind("attendance.excuse", records: Excused.self, takesMembers: true),
        CommandKind("attendance.mark-absent", records: MarkedAbsent.self, takesMembers: true),
    ]
}
