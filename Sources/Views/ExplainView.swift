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
    }

    public let explanation: Explanation

    /// What is asked about is a target's id, that of something in the book, such as `S2`, or a member's name or pinyin.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let asked = try arguments.required("subject")
        let status = try context.statusIfPlanned()
        if let status, let target = status.targets.first(where: { $0.target.id == asked }) {
            explanation = .target(try TargetExplanation(target, status, context))
            return
        }
        guard let subject = try context.subject(asked) else {
            let plan = try context.adoptedPlan().id.description
            throw Problem(.notFound, code: "no-such-target", .noSuchTarget(asked, in: plan))
        }
        if let member = MemberID(subject) {
            explanation = .member(try MemberExplanation(context.state.canonical(member), status, context))
        } else {
            explanation = .act(ActExplanation(subject, try status ?? context.status(), context))
        }
    }

    public var json: JSONValue {
        switch explanation {
        case .target(let target): target.json
        case .member(let member): member.json
        case .act(let act): act.json
        }
    }

    public var document: Document {
        switch explanation {
        case .target(let target): target.document
        case .member(let member): member.document
        case .act(let act): act.document
        }
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
