public import Assessment
public import CanonicalJSON
internal import Domain
internal import EventLog
public import Rendering
internal import Wording

/// The recorded year under another plan, beside the plan in force. Nothing is adopted.
public struct PlanTrial: Sendable {
    public let book: String
    /// Under the plan in force.
    public let status: PlanStatus
    /// Under the other.
    public let tried: PlanStatus

    /// - Throws: `Problem` where the book has no plan to compare with; the book's errors.
    public init(of plan: Plan, _ context: ViewContext) throws {
        book = context.bookName
        status = try context.status()
        tried = assess(plan.applied(insteadOf: status.plan), context.on(status.asOf).state, asOf: status.asOf)
    }

    public var changes: [FigureChange] { status.changes(to: tried) }

    public var json: JSONValue {
        [
            "plan": .string(status.plan.id), "tried": .string(tried.plan.id), "asOf": .text(status.asOf),
            "position": .integer(status.position.value), "changes": .array(changes.map(\.json)),
            "status": status.json(book: book), "triedStatus": tried.json(book: book),
        ]
    }

    public var document: Document {
        .changes(changes, headline: .tried(tried.plan, beside: status), before: ColumnTitle.inForce, after: ColumnTitle.tried)
    }
}
