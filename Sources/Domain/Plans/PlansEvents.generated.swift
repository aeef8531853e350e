// Made by Tools/generate_events.py from Schemas/events: change the schemas, and make it again.
// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

/// What is recorded of plans: one case for each event type.
public enum PlanEvent: Equatable, Sendable {
    case adopted(PlanAdopted)
    case amended(PlanAmended)
    case targetMarked(TargetMarked)

    var payload: any Payload {
        switch self {
        case .adopted(let event): event
        case .amended(let event): event
        case .targetMarked(let event): event
        }
    }

    public var plan: PlanID {
        switch self {
        case .adopted(let event): event.plan
        case .amended(let event): event.plan
        case .targetMarked(let event): event.plan
        }
    }
}

extension PlanEvent {
    static let kinds: [EventKind] = [
        EventKind(PlanAdopted.self) { PlanEvent.adopted($0) },
        EventKind(PlanAmended.self) { PlanEvent.amended($0) },
        EventKind(TargetMarked.self) { PlanEvent.targetMarked($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("plan.adopt", records: PlanAdopted.self),
        CommandKind("plan.amend", records: PlanAmended.self, needsReason: true),
        CommandKind("target.mark", records: TargetMarked.self, needsReason: true),
    ]
}

/// `plan.adopted`: The year's plan, with the text it was written in.
public struct PlanAdopted: Equatable, Sendable {
    /// The first day it is for, where that is no calendar year.
    public var from: CalendarDate?
    /// Id of the plan.
    public var plan: PlanID
    /// Source of the plan file, YAML; at most 60,000 bytes of UTF-8, which the book checks.
    public var text: String
    /// What it is called.
    public var title: String
    /// The last day it is for, where that is no calendar year.
    public var until: CalendarDate?
    /// The calendar year it is for, or in which its first day is.
    public var year: Int64
}

extension PlanAdopted: Payload {
    public static let type: StaticString = "plan.adopted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        from = try object.optional("from")
        plan = try object.required("plan")
        text = try object.required("text")
        title = try object.text("title")
        until = try object.optional("until")
        year = try object.required("year")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("from", from)
        writer.field("plan", plan)
        writer.field("text", text)
        writer.field("title", title)
        writer.field("until", until)
        writer.field("year", year)
    }

    public var about: [Subject] { [plan.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("from", .date),
        CommandField("plan", .id("plan"), isRequired: true),
        CommandField("text", .text(characterMax: 60_000), isRequired: true),
        CommandField("title", .text(characterMax: 4_000), isRequired: true),
        CommandField("until", .date),
        CommandField("year", .integer(1...9_999), isRequired: true),
    ]
}

/// `plan.amended`: The plan reads otherwise from a day on; the entry's reason says why.
public struct PlanAmended: Equatable, Sendable {
    /// The first day it is in force.
    public var from: CalendarDate
    /// Id of the plan.
    public var plan: PlanID
    /// Source of the whole plan file as it reads now, YAML; at most 60,000 bytes of UTF-8, which the book checks.
    public var text: String
    /// It is for the whole year: what was done before its first day is scored by it as well. Where it is left out or
    /// false, what was earned before stays as it was.
    public var wholeYear: Bool?
}

extension PlanAmended: Payload {
    public static let type: StaticString = "plan.amended"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        from = try object.required("from")
        plan = try object.required("plan")
        text = try object.required("text")
        wholeYear = try object.optional("wholeYear")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("from", from)
        writer.field("plan", plan)
        writer.field("text", text)
        writer.field("wholeYear", wholeYear)
    }

    public var about: [Subject] { [plan.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("from", .date, isRequired: true),
        CommandField("plan", .id("plan"), isRequired: true),
        CommandField("text", .text(characterMax: 60_000), isRequired: true),
        CommandField("wholeYear", .flag),
    ]
}

/// `plan.target-marked`: Somebody finds that a goal in words was reached or not; the entry's reason says why.
public struct TargetMarked: Equatable, Sendable {
    /// Whether it was reached.
    public var met: Bool
    /// Id of the plan.
    public var plan: PlanID
    /// Id of the plan's target.
    public var target: String
}

extension TargetMarked: Payload {
    public static let type: StaticString = "plan.target-marked"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        met = try object.required("met")
        plan = try object.required("plan")
        target = try object.text("target")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("met", met)
        writer.field("plan", plan)
        writer.field("target", target)
    }

    public var about: [Subject] { [plan.subject] }

    public static let commandFields: [CommandField] = [
        CommandField("met", .flag, isRequired: true),
        CommandField("plan", .id("plan"), isRequired: true),
        CommandField("target", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// What is recorded of plans: one case for each event type.
public enum PointsEvent: Equatable, Sendable {
    case awarded(PointsAwarded)
    case deducted(PointsDeducted)

    var payload: any Payload {
        switch self {
        case .awarded(let event): event
        case .deducted(let event): event
        }
    }

    public var appeal: AppealID? {
        switch self {
        case .awarded(let event): event.appeal
        case .deducted(let event): event.appeal
        }
    }

    public var award: AwardID {
        switch self {
        case .awarded(let event): event.award
        case .deducted(let event): event.award
        }
    }

    public var group: String? {
        switch self {
        case .awarded(let event): event.group
        case .deducted(let event): event.group
        }
    }

    public var member: MemberID? {
        switch self {
        case .awarded(let event): event.member
        case .deducted(let event): event.member
        }
    }

    public var plan: PlanID {
        switch self {
        case .awarded(let event): event.plan
        case .deducted(let event): event.plan
        }
    }

    public var points: Int64 {
        switch self {
        case .awarded(let event): event.points
        case .deducted(let event): event.points
        }
    }

    public var sector: String? {
        switch self {
        case .awarded(let event): event.sector
        case .deducted(let event): event.sector
        }
    }

    public var target: String {
        switch self {
        case .awarded(let event): event.target
        case .deducted(let event): event.target
        }
    }
}

extension PointsEvent {
    static let kinds: [EventKind] = [
        EventKind(PointsAwarded.self) { PointsEvent.awarded($0) },
        EventKind(PointsDeducted.self) { PointsEvent.deducted($0) },
    ]

    static let commands: [CommandKind] = [
        CommandKind("points.award", records: PointsAwarded.self, numbered: "award", needsReason: true),
        CommandKind("points.deduct", records: PointsDeducted.self, numbered: "award", needsReason: true),
    ]
}

/// `points.awarded`: A person gives points for a target; the entry's reason says what for.
public struct PointsAwarded: Equatable, Sendable {
    /// The appeal that they settle: then any target that gives points may be meant.
    public var appeal: AppealID?
    /// Id of this award or deduction.
    public var award: AwardID
    /// Which group's points, where the target is each group's.
    public var group: String?
    /// Whose points, where the target is each member's.
    public var member: MemberID?
    /// Id of the plan.
    public var plan: PlanID
    /// In hundredths of a point, 1 or more.
    public var points: Int64
    /// Which sector's points, where the target is each sector's.
    public var sector: String?
    /// Id of the plan's target.
    public var target: String
}

extension PointsAwarded: Payload {
    public static let type: StaticString = "points.awarded"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        appeal = try object.optional("appeal")
        award = try object.required("award")
        group = try object.optionalText("group")
        member = try object.optional("member")
        plan = try object.required("plan")
        points = try object.positive("points")
        sector = try object.optionalText("sector")
        target = try object.text("target")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("appeal", appeal)
        writer.field("award", award)
        writer.field("group", group)
        writer.field("member", member)
        writer.field("plan", plan)
        writer.field("points", points)
        writer.field("sector", sector)
        writer.field("target", target)
    }

    public var about: [Subject] {
        [award.subject] + (member.map { [$0.subject] } ?? []) + [plan.subject] + (appeal.map { [$0.subject] } ?? [])
    }

    public static let commandFields: [CommandField] = [
        CommandField("appeal", .id("appeal")),
        CommandField("award", .id("award")),
        CommandField("group", .text(characterMax: 4_000)),
        CommandField("member", .id("member")),
        CommandField("plan", .id("plan"), isRequired: true),
        CommandField("points", .points, isRequired: true),
        CommandField("sector", .text(characterMax: 4_000)),
        CommandField("target", .text(characterMax: 4_000), isRequired: true),
    ]
}

/// `points.deducted`: A person takes points off a target; the entry's reason says what for.
public struct PointsDeducted: Equatable, Sendable {
    /// The appeal that they settle: then any target that gives points may be meant.
    public var appeal: AppealID?
    /// Id of this award or deduction.
    public var award: AwardID
    /// Which group's points, where the target is each group's.
    public var group: String?
    /// Whose points, where the target is each member's.
    public var member: MemberID?
    /// Id of the plan.
    public var plan: PlanID
    /// In hundredths of a point, 1 or more.
    public var points: Int64
    /// Which sector's points, where the target is each sector's.
    public var sector: String?
    /// Id of the plan's target.
    public var target: String
}

extension PointsDeducted: Payload {
    public static let type: StaticString = "points.deducted"
    public static let version: Int64 = 1

    public init(from object: inout ObjectReader) throws(JSONError) { try self.init(reading: &object) }
    public init(from object: inout ParsedObjectReader) throws(JSONError) { try self.init(reading: &object) }

    private init(reading object: inout some FieldReader & ~Copyable) throws(JSONError) {
        let start = object.offset
        appeal = try object.optional("appeal")
        award = try object.required("award")
        group = try object.optionalText("group")
        member = try object.optional("member")
        plan = try object.required("plan")
        points = try object.positive("points")
        sector = try object.optionalText("sector")
        target = try object.text("target")
        if let fault { throw JSONError(fault, offset: start) }
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("appeal", appeal)
        writer.field("award", award)
        writer.field("group", group)
        writer.field("member", member)
        writer.field("plan", plan)
        writer.field("points", points)
        writer.field("sector", sector)
        writer.field("target", target)
    }

    public var about: [Subject] {
        [award.subject] + (member.map { [$0.subject] } ?? []) + [plan.subject] + (appeal.map { [$0.subject] } ?? [])
    }

    public static let commandFields: [CommandField] = [
        CommandField("appeal", .id("appeal")),
        CommandField("award", .id("award")),
        CommandField("group", .text(characterMax: 4_000)),
        CommandField("member", .id("member")),
        CommandField("plan", .id("plan"), isRequired: true),
        CommandField("points", .points, isRequired: true),
        CommandField("sector", .text(characterMax: 4_000)),
        CommandField("target", .text(characterMax: 4_000), isRequired: true),
    ]
}
