internal import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog
public import Rendering
internal import Wording

/// From a number to the rule, the facts and the entries behind it: of a target of the plan, of a member, or of an act.
public struct ExplainView: View {
    public static let name = "explain"
    public static let parameters = ["subject"]
    public static let isOfPlan = true

    public enum Explanation: Sendable {
        case target(TargetExplanation)
        case member(MemberExplanation)
        case act(ActExplanation)
        case heading(HeadingExplanation)
        case grade(GradeExplanation)
        /// Of a group, a sector or the body.
        case unit(UnitExplanation)
    }

    public let explanation: Explanation
    /// The same by the other plans for the same days; none where a plan was named.
    public let beside: [Explanation]

    /// What is asked about is a target's or heading's id, a grade's title, a group's or sector's name, `total`, the id of
    /// something in the book, such as `S2`, or a member's name or pinyin.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let asked = try arguments.required("subject")
        let statuses = try context.statusIfPlanned().map { try [$0] + context.statusesBeside() } ?? []
        let ofPlans = try statuses.compactMap { try Self.part(asked, of: $0, context) }
        if let first = ofPlans.first {
            (explanation, beside) = (first, Array(ofPlans.dropFirst()))
            return
        }
        guard let subject = try context.subject(asked) else {
            let plan = try context.adoptedPlan().id.description
            throw Problem(.notFound, code: "no-such-target", .noSuchTarget(asked, in: plan))
        }
        if let member = MemberID(subject).map(context.state.canonical) {
            explanation = .member(try MemberExplanation(member, statuses.first.map { context.status($0, of: member) }, context))
            beside = try statuses.dropFirst().map { .member(try MemberExplanation(member, context.status($0, of: member), context, isBeside: true)) }
        } else {
            let statuses = try statuses.isEmpty ? [context.status()] : statuses
            explanation = .act(ActExplanation(subject, statuses[0], context))
            beside = statuses.dropFirst().map { .act(ActExplanation(subject, $0, context)) }
        }
    }

    /// A part of a plan; nil where it has none that is called so.
    private static func part(_ asked: String, of status: PlanStatus, _ context: ViewContext) throws -> Explanation? {
        func isAsked(_ kind: String, _ name: String?) -> Bool { name.map { asked == $0 || asked == "\(kind):\($0)" } ?? false }
        if let target = status.targets.first(where: { isAsked("target", $0.target.id) }) {
            return .target(try TargetExplanation(target, status, context))
        }
        if let heading = status.plan.headings.first(where: { isAsked("heading", $0.id) }) {
            return .heading(HeadingExplanation(heading: heading, status: status))
        }
        if let grade = status.plan.grades.first(where: { isAsked("grade", $0.title.zh) || isAsked("grade", $0.title.en) }) {
            return .grade(GradeExplanation(grade: grade, status: status))
        }
        let units = status.targets.flatMap(\.units).map(\.unit)
        if let unit = units.first(where: { isAsked($0.kind.rawValue, $0.name) }) {
            return .unit(UnitExplanation(unit: unit, status: status))
        }
        return ["total", ColumnTitle.total.zh].contains(asked) && status.plan.scoresBody ? .unit(UnitExplanation(unit: nil, status: status)) : nil
    }

    public var json: JSONValue {
        guard !beside.isEmpty, var object = explanation.json.objectValue else { return explanation.json }
        object["beside"] = .array(beside.map(\.json))
        return .object(object)
    }

    public var document: Document {
        Document(
            sections: explanation.document.sections
                + beside.flatMap { [Document.Section(title: $0.heading, blocks: [])] + $0.document.sections })
    }
}

extension ExplainView.Explanation {
    fileprivate var json: JSONValue {
        switch self {
        case .target(let target): target.json
        case .member(let member): member.json
        case .act(let act): act.json
        case .heading(let heading): heading.json
        case .grade(let grade): grade.json
        case .unit(let unit): unit.json
        }
    }

    fileprivate var document: Document {
        switch self {
        case .target(let target): target.document
        case .member(let member): member.document
        case .act(let act): act.document
        case .heading(let heading): heading.document
        case .grade(let grade): grade.document
        case .unit(let unit): unit.document
        }
    }

    /// Over the sections of a plan that stands beside the first.
    fileprivate var heading: Phrase {
        let status: PlanStatus? =
            switch self {
            case .target(let target): target.status
            case .member(let member): member.status
            case .act(let act): act.status
            case .heading(let heading): heading.status
            case .grade(let grade): grade.status
            case .unit(let unit): unit.status
            }
        return status.map(Phrase.heading) ?? .plain("")
    }
}

extension ViewContext {
    /// `activity:S2`, or `S2` for the first sort of thing that has that id; a member by name or pinyin. Nil where there is none.
    fileprivate func subject(_ asked: String) throws -> Subject? {
        let id = asked.split(separator: ":").last.map(String.init) ?? asked
        if let known = state.subjects(withID: id).first(where: { $0.description == asked || id == asked }) { return known }
        return try memberLookup.member(named: asked)?.subject
    }
}

extension JSONObject {
    /// An explanation's: by which plan, as of which day, and from which entries.
    static func basis(_ status: PlanStatus) -> JSONObject {
        JSONObject(["plan": .string(status.plan.id), "asOf": .text(status.asOf), "position": .integer(status.position.value)])
    }
}
