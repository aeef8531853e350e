// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum AwardKind: IdentifierKind {
    public static let name: StaticString = "award"
    public static let prefix: StaticString = "G"
}

public typealias AwardID = Identifier<AwardKind>

/// Points that a person gives or takes, with a reason.
public enum PointsEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = Award

    case awarded(PointsAwarded)
    case deducted(PointsDeducted)

    static let kinds: [EventKind] = [
        EventKind(PointsAwarded.self) { PointsEvent.awarded($0) },
        EventKind(PointsDeducted.self) { PointsEvent.deducted($0) },
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
    /// Whose points, where the target is each member's.
    public var member: MemberID?
    public var plan: PlanID
    /// In hundredths of a point, 1 or more.
    public var points: Int64
    /// Id of the plan's target.
    public var target: String

    init(from object: inout ObjectReader) throws(JSONError) {
        award = try object.required("award")
        member = try object.optional("member")
        plan = try object.required("plan")
        points = try object.positive("points")
        target = try object.text("target")
    }

    func write(to writer: inout CanonicalWriter) {
        writer.field("award", award)
        writer.field("member", member)
        writer.field("plan", plan)
        writer.field("points", points)
        writer.field("target", target)
    }

    var about: [Subject] { [award.subject] + (member.map { [$0.subject] } ?? []) + [plan.subject] }
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
public struct Award: RegisteredConcept {
    public let id: AwardID
    public internal(set) var history: History<PointsEvent> = []
    /// Nil once it was voided.
    public private(set) var granted: Recorded<PointsEvent>?

    init(id: AwardID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<AwardID, Award>> { \.awards }
    static func id(of fact: PointsEvent) -> AwardID { fact.grant.award }

    static func dependents(on subject: Subject, in state: State) -> [Award] {
        guard let plan = PlanID(subject) else { return [] }
        return state.awards.values.filter { $0.granted?.fact.grant.plan == plan }
    }

    func check(_ fact: Recorded<PointsEvent>, in state: State) throws(Rejection) {
        guard granted == nil else { throw .idTaken(id.subject) }
        let plan = fact.fact.grant.plan
        if let member = fact.fact.grant.member, state.members[member] == nil { throw .unknown(member.subject) }
        guard state.plans[plan]?.adopted != nil else { throw .unknown(plan.subject) }
    }

    mutating func apply(_ fact: Recorded<PointsEvent>) { granted = fact }
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
