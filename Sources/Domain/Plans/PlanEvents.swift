// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum PlanKind: IdentifierKind {
    public static let name: StaticString = "plan"
    public static let prefix: StaticString = "plan-"
}

public typealias PlanID = Identifier<PlanKind>

public enum AwardKind: IdentifierKind {
    public static let name: StaticString = "award"
    public static let prefix: StaticString = "G"
}

public typealias AwardID = Identifier<AwardKind>

/// `plan.adopted`: the year's plan, as the text it was written in: what was adopted can be read for ever.
public struct PlanAdopted: Payload {
    public static let type: StaticString = "plan.adopted"
    /// An entry has 65,535 bytes, the rest of it included.
    public static let textByteMax = 60_000

    public var plan: PlanID
    /// The plan file, YAML.
    public var text: String
    public var title: String
    public var year: Int64

    public init(plan: PlanID, title: String, year: Int64, text: String) {
        self.plan = plan
        self.text = text
        self.title = title
        self.year = year
    }

    public init(from object: inout ObjectReader) throws(JSONError) {
        plan = try object.required("plan")
        let start = object.reader.offset
        text = try object.required("text")
        guard !text.isEmpty, text.utf8.count <= Self.textByteMax else {
            throw object.reader.invalid("text", expected: "1 to \(Self.textByteMax) bytes", at: start)
        }
        title = try object.text("title")
        year = try object.required("year")
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("plan", plan)
        writer.field("text", text)
        writer.field("title", title)
        writer.field("year", year)
    }

    public var about: [Subject] { [plan.subject] }
}

/// A plan as the facts stand.
public struct AdoptedPlan: Aggregate {
    public let id: PlanID
    public internal(set) var history: History<PlanAdopted> = []
    /// Nil once the adoption was voided.
    public private(set) var adopted: Recorded<PlanAdopted>?

    init(id: PlanID) { self.id = id }

    var blank: AdoptedPlan { AdoptedPlan(id: id) }

    static func fact(in event: Event) -> PlanAdopted? {
        if case .plan(let fact) = event { fact } else { nil }
    }

    static func event(_ fact: PlanAdopted) -> Event { .plan(fact) }

    func check(_ fact: Recorded<PlanAdopted>, in state: State) throws(Rejection) {
        guard adopted == nil else { throw .idTaken(id.subject) }
    }

    mutating func apply(_ fact: Recorded<PlanAdopted>) { adopted = fact }
}

/// Points that a person gives or takes, with a reason.
public enum PointsEvent: Equatable, Sendable {
    case awarded(PointsAwarded)
    case deducted(PointsDeducted)

    static let kinds: [EventKind] = [
        EventKind(PointsAwarded.self) { .points(.awarded($0)) },
        EventKind(PointsDeducted.self) { .points(.deducted($0)) },
    ]

    var payload: any Payload {
        switch self {
        case .awarded(let event): event
        case .deducted(let event): event
        }
    }

    /// What was given or taken, for which target.
    public var grant: PointsGrant {
        switch self {
        case .awarded(let event): event.grant
        case .deducted(let event): event.grant
        }
    }

    /// In hundredths of a point; negative where they were taken.
    public var signedPoints: Int64 {
        switch self {
        case .awarded(let event): event.grant.points
        case .deducted(let event): -event.grant.points
        }
    }
}

/// What awarding and deducting have in common.
public struct PointsGrant: Equatable, Sendable {
    public var award: AwardID
    public var plan: PlanID
    /// In hundredths of a point, 1 or more.
    public var points: Int64
    /// Id of the plan's target.
    public var target: String

    init(from object: inout ObjectReader) throws(JSONError) {
        award = try object.required("award")
        plan = try object.required("plan")
        points = try object.positive("points")
        target = try object.text("target")
    }

    func write(to writer: inout CanonicalWriter) {
        writer.field("award", award)
        writer.field("plan", plan)
        writer.field("points", points)
        writer.field("target", target)
    }

    var about: [Subject] { [award.subject, plan.subject] }
}

/// `points.awarded` by hand.
public struct PointsAwarded: Payload {
    public static let type: StaticString = "points.awarded"
    public var grant: PointsGrant

    public init(from object: inout ObjectReader) throws(JSONError) { grant = try PointsGrant(from: &object) }
    public func write(to writer: inout CanonicalWriter) { grant.write(to: &writer) }
    public var about: [Subject] { grant.about }
}

/// `points.deducted` by hand.
public struct PointsDeducted: Payload {
    public static let type: StaticString = "points.deducted"
    public var grant: PointsGrant

    public init(from object: inout ObjectReader) throws(JSONError) { grant = try PointsGrant(from: &object) }
    public func write(to writer: inout CanonicalWriter) { grant.write(to: &writer) }
    public var about: [Subject] { grant.about }
}

/// Points given or taken by hand, as the facts stand.
public struct Award: Aggregate {
    public let id: AwardID
    public internal(set) var history: History<PointsEvent> = []
    /// Nil once it was voided.
    public private(set) var granted: Recorded<PointsEvent>?

    init(id: AwardID) { self.id = id }

    var blank: Award { Award(id: id) }

    static func fact(in event: Event) -> PointsEvent? {
        if case .points(let fact) = event { fact } else { nil }
    }

    static func event(_ fact: PointsEvent) -> Event { .points(fact) }

    func check(_ fact: Recorded<PointsEvent>, in state: State) throws(Rejection) {
        guard granted == nil else { throw .idTaken(id.subject) }
        let plan = fact.fact.grant.plan
        guard state.plans[plan]?.adopted != nil else { throw .unknown(plan.subject) }
    }

    mutating func apply(_ fact: Recorded<PointsEvent>) { granted = fact }
}

extension PlanAdopted {
    /// A plan's id is part of the plan file; the book gives it no number.
    static let commands = [CommandKind("plan.adopt", records: PlanAdopted.self)]
}

extension PointsEvent {
    static let commands = [
        CommandKind(
            "points.award", records: PointsAwarded.self, numbered: .field(AwardKind.self) { $0.awards },
            needsReason: true),
        CommandKind(
            "points.deduct", records: PointsDeducted.self, numbered: .field(AwardKind.self) { $0.awards },
            needsReason: true),
    ]
}
