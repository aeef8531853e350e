public import Assessment
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
public import Wording

/// What changed in every figure of a plan between two states of knowledge, as of the same day.
public struct DiffView: View {
    public static let name = "diff"
    public static let isOfPlan = true

    /// The last entry that was known before, and the last that is known.
    public let from: Position
    public let to: Position
    public let plan: Plan
    public let asOf: CalendarDate
    public let changes: [FigureChange]
    /// The same of the other plans for the same days; none where a plan was named.
    public let beside: [DiffView]

    /// - Throws: `Problem` where no earlier state of knowledge was asked for, or there is no plan.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        guard let earlier = context.earlier else { throw Problem(.usage, code: "parameter-missing", .parameterMissing("from")) }
        let beside = try context.statusesBeside().map { try DiffView(context, earlier, $0) }
        try self.init(context, earlier, context.status(), beside: beside)
    }

    private init(_ context: ViewContext, _ earlier: State, _ after: PlanStatus, beside: [DiffView] = []) throws {
        // Before the plan was adopted, the facts were already what they were.
        let plan = try earlier.plans.values.first { $0.id.description == after.plan.id && $0.adopted != nil }?.plan(on: after.asOf)
        let before = assess(plan ?? after.plan, earlier.asOf(after.asOf), asOf: after.asOf)
        (from, to) = (earlier.position, context.position)
        (self.plan, asOf) = (after.plan, after.asOf)
        changes = before.changes(to: after)
        self.beside = beside
    }

    public var json: JSONValue {
        var object = JSONObject([
            "from": .integer(from.value), "to": .integer(to.value), "plan": .string(plan.id), "asOf": .text(asOf),
            "changes": .array(changes.map(\.json)),
        ])
        if !beside.isEmpty { object["beside"] = .array(beside.map(\.json)) }
        return .object(object)
    }

    public var document: Document {
        let own = Document.changes(
            changes, headline: .knownAt(plan.id, asOf, from: from, to: to), before: ColumnTitle.before, after: ColumnTitle.after)
        return Document(sections: own.sections + beside.flatMap(\.document.sections))
    }
}

extension Document {
    /// Figures that differ, side by side.
    public static func changes(_ changes: [FigureChange], headline: Phrase, before: Phrase, after: Phrase) -> Document {
        guard !changes.isEmpty else { return Document([.paragraph(headline), .paragraph(.noFigureDiffers)]) }
        var table = Table("changes", [.init("figure", ColumnTitle.figure), .init("before", before), .init("after", after)])
        for change in changes { table.append(change.cells) }
        return Document(sections: [.init([.paragraph(headline)]), .init([.table(table)])])
    }
}

extension FigureChange {
    /// The figure, before and after.
    var cells: [Cell] {
        [
            .text(.figure(figure)), .text(.figureValue(before, beside: limitsBefore)), .text(.figureValue(after, beside: limitsAfter)),
        ]
    }
}
