// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of appeals: one case for each event type.
public enum AppealEvent: Equatable, Sendable {
    case answered(AppealAnswered)
    case filed(AppealFiled)
    case withdrawn(AppealWithdrawn)

    var payload: any Payload {
        switch self {
        case .answered(let event): event
        case .filed(let event): event
        case .withdrawn(let event): event
        }
    }

    public var appeal: AppealID {
        switch self {
        case .answered(let event): event.appeal
        case .filed(let event): event.appeal
        case .withdrawn(let event): event.appeal
        }
    }
}

extension AppealEvent {
    static let kinds: [EventKind] = [
        EventKind(AppealAnswered.self) { AppealEvent.answered($0) },
        EventKind(AppealFiled.self) { AppealEvent.filed($0) },
        EventKind(AppealWithdrawn.self) { AppealEvent.withdrawn($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("appeal.answer", records: AppealAnswered.self),
        CommandKind("appeal.file", records: AppealFiled.self, numbered: "appeal"),
        CommandKind("appeal.withdraw", records: AppealWithdrawn.self),
    ]
}

/// `appeal.answered`: The body finds whether an appeal is right, and says why.
public struct AppealAnswered: Equatable, Sendable {
    public enum Outcome: String, StoredWord {
        /// It is right.
        case upheld
        /// It is right in part.
        case partlyUpheld = "partly-upheld"
        /// It is not.
        case dismissed
    }

    /// Why; in the open, so that what is personal does not belong in it.
    public var answer: String
    /// Id of the appeal.
    public var appeal: AppealID
    /// What is found.
    public var outcome: Outcome
}

extension AppealAnswered: Payload {
    public static let type: StaticString = "appeal.answered"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        answer = try object.text("answer")
        appeal = try object.required("appeal")
        outcome = try object.required("outcome")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("answer", answer)
        writer.field("appeal", appeal)
        writer.field("outcome", outcome)
    }

    public var about: [Subject] { [appeal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("answer", .text(characterMax: 4_000), isRequired: true),
        CommandField("appeal", .id("appeal"), isRequired: true),
        CommandField("outcome", .words(["upheld", "partly-upheld", "dismissed"]), isRequired: true),
    ]
}

/// `appeal.filed`: A member objects to a figure of the assessment.
public struct AppealFiled: Equatable, Sendable {
    /// Id of the appeal.
    public var appeal: AppealID
    /// Who objects.
    public var member: MemberID
    /// Id of the plan.
    public var plan: PlanID
    /// Id of the plan's target; left out for the whole.
    public var target: String?
    /// What the member says is wrong; sealed.
    public var why: PersonalText
}

extension AppealFiled: Payload {
    public static let type: StaticString = "appeal.filed"
    public static let version: Int64 = 1
    public static var isPersonal: Bool { true }

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        appeal = try object.required("appeal")
        member = try object.required("member")
        plan = try object.required("plan")
        target = try object.optionalText("target")
        why = try object.required("why")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("appeal", appeal)
        writer.field("member", member)
        writer.field("plan", plan)
        writer.field("target", target)
        writer.field("why", why)
    }

    public var about: [Subject] { [appeal.subject, member.subject, plan.subject] }

    public mutating func forEachPersonalText(_ body: (inout PersonalText, PersonalField) throws -> Void) rethrows {
        let owner = member.subject
        try body(&why, PersonalField(owner: owner, name: "why"))
    }

    public static let commandFields: [CommandField] = [
        CommandField("appeal", .id("appeal")),
        CommandField("member", .id("member"), isRequired: true),
        CommandField("plan", .id("plan"), isRequired: true),
        CommandField("target", .text(characterMax: 4_000)),
        CommandField("why", .personalText, isRequired: true),
    ]
}

/// `appeal.withdrawn`: The member takes an appeal back before it is answered.
public struct AppealWithdrawn: Equatable, Sendable {
    /// Id of the appeal.
    public var appeal: AppealID
}

extension AppealWithdrawn: Payload {
    public static let type: StaticString = "appeal.withdrawn"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        appeal = try object.required("appeal")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("appeal", appeal)
    }

    public var about: [Subject] { [appeal.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("appeal", .id("appeal"), isRequired: true),
    ]
}
