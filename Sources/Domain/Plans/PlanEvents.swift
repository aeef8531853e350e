// These names are the storage format: see Payload.
public import CanonicalJSON
public import EventLog

public enum PlanKind: IdentifierKind {
    public static let name: StaticString = "plan"
    public static let prefix: StaticString = "plan-"
}

public typealias PlanID = Identifier<PlanKind>

public enum PlanEvent: Equatable, Sendable, ConceptEvent {
    typealias Owner = AdoptedPlan

    case adopted(PlanAdopted)
    case amended(PlanAmended)
    case targetMarked(TargetMarked)

    static let kinds: [EventKind] = [
        EventKind(PlanAdopted.self) { PlanEvent.adopted($0) },
        EventKind(PlanAmended.self) { PlanEvent.amended($0) },
        EventKind(TargetMarked.self) { PlanEvent.targetMarked($0) },
    ]

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

/// The text of a plan in an entry.
public enum PlanText {
    /// An entry has 65,535 bytes, the rest of it included.
    public static let byteMax = 60_000

    static func read(from object: inout ObjectReader) throws(JSONError) -> String {
        let start = object.reader.offset
        let text: String = try object.required("text")
        guard !text.isEmpty, text.utf8.count <= byteMax else {
            throw object.reader.invalid("text", expected: .bytes(max: byteMax), at: start)
        }
        return text
    }
}

/// `plan.adopted`: the year's plan, as the text it was written in: what was adopted can be read for ever.
public struct PlanAdopted: Payload {
    public static let type: StaticString = "plan.adopted"
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
        text = try PlanText.read(from: &object)
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

/// `plan.amended`: the plan reads otherwise from a day on. What it said before stays, and applies to the days before.
public struct PlanAmended: Payload {
    public static let type: StaticString = "plan.amended"

    /// The first day it is in force.
    public var from: CalendarDate
    public var plan: PlanID
    /// The whole plan file as it reads now, YAML.
    public var text: String

    public init(from object: inout ObjectReader) throws(JSONError) {
        from = try object.required("from")
        plan = try object.required("plan")
        text = try PlanText.read(from: &object)
    }

    public func write(to writer: inout CanonicalWriter) {
        writer.field("from", from)
        writer.field("plan", plan)
        writer.field("text", text)
    }

    public var about: [Subject] { [plan.subject] }
}

/// `plan.target-marked`: a goal in words was reached or not, as somebody finds. The last mark stands.
public struct TargetMarked: Payload {
    public static let type: StaticString = "plan.target-marked"

    public var met: Bool
    public var plan: PlanID
    /// Id of the plan's target.
    public var target: String

    public init(from object: inout ObjectReader) throws(JSONError) {
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
}

/// A plan as the facts stand.
public struct AdoptedPlan: RegisteredConcept {
    /// What the plan said from a day on.
    public struct Version: Equatable, Sendable {
        /// Nil for the plan as it was adopted.
        public let from: CalendarDate?
        public let text: String
        public let position: Position
    }

    public let id: PlanID
    public internal(set) var history: History<PlanEvent> = []
    /// Nil once the adoption was voided.
    public private(set) var adopted: Recorded<PlanAdopted>?
    /// As adopted, and each amendment, in the order of the days they are in force from.
    public private(set) var versions: [Version] = []
    /// In the order of recording.
    public private(set) var marks: [Recorded<TargetMarked>] = []

    init(id: PlanID) { self.id = id }

    static var registry: WritableKeyPath<State, Registry<PlanID, AdoptedPlan>> { \.plans }
    static func id(of fact: PlanEvent) -> PlanID { fact.plan }
    static var hasOwnDays: Bool { true }

    /// What the plan says on a day.
    public func version(on day: CalendarDate) -> Version? {
        versions.last { $0.from.map { $0 <= day } ?? true }
    }

    func check(_ fact: Recorded<PlanEvent>, in state: State) throws(Rejection) {
        if case .adopted = fact.fact {
            guard adopted == nil else { throw .idTaken(id.subject) }
            return
        }
        guard adopted != nil else { throw .unknown(id.subject) }
    }

    mutating func apply(_ fact: Recorded<PlanEvent>) {
        func recorded<Payload>(_ payload: Payload) -> Recorded<Payload> {
            Recorded(position: fact.position, occurred: fact.occurred, fact: payload)
        }
        switch fact.fact {
        case .adopted(let event):
            adopted = recorded(event)
            versions.insert(Version(from: nil, text: event.text, position: fact.position), at: 0)
        case .amended(let event):
            // Of two for one day, the later recorded stands.
            let index = versions.firstIndex { version in version.from.map { $0 > event.from } ?? false } ?? versions.endIndex
            versions.insert(Version(from: event.from, text: event.text, position: fact.position), at: index)
        case .targetMarked(let event): marks.append(recorded(event))
        }
    }
}

extension PlanEvent {
    static let commands = [
        // A plan's id is part of the plan file; the book gives it no number.
        CommandKind("plan.adopt", records: PlanAdopted.self),
        CommandKind("plan.amend", records: PlanAmended.self, needsReason: true),
        CommandKind("target.mark", records: TargetMarked.self, needsReason: true),
    ]
}
