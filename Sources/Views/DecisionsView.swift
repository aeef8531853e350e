public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// Resolutions, decisions and opinions on reports, and how far each has been carried out; in the order in which they were
/// recorded.
public struct DecisionsView: View {
    public static let name = "decisions"

    public struct Row: Sendable {
        public let decision: Decision
        public let made: Recorded<DecisionMade>
        /// The first limit that still runs; nil for none.
        public let due: CalendarDate?
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        rows = context.decisionRows { _ in true }
    }

    public var json: JSONValue { .array(rows.map(\.json)) }

    public var document: Document { Document(rows.table(hasActivity: true)) }
}

extension ViewContext {
    /// Decisions that are on record, in the order of recording.
    func decisionRows(where isMeant: (DecisionMade) -> Bool) -> [DecisionsView.Row] {
        let dues = dues
        return state.decisions.values.compactMap { decision in
            guard let made = decision.made, isMeant(made.fact) else { return nil }
            return DecisionsView.Row(decision: decision, made: made, due: dues[decision.id.subject] ?? nil)
        }
    }
}

extension DecisionsView.Row {
    var json: JSONValue {
        let fact = made.fact
        return [
            "decision": .text(decision.id), "date": .when(made.occurred), "kind": .code(fact.kind), "title": .string(fact.title),
            "text": .text(fact.text), "number": .text(fact.number), "activity": .text(fact.activity), "item": .text(fact.item),
            "ballot": .text(fact.ballot), "stage": .code(decision.stage), "due": .text(due),
            "rounds": .rounds(decision.rounds) { $1["answer"] = .text($0.answered?.fact.text) },
            "handled": .when(decision.handled?.occurred), "result": .text(decision.handled?.fact.text),
            "appraisal": .text(decision.appraised?.fact.ballot), "evidence": .positions(decision.evidence.sorted()),
        ]
    }
}

extension [DecisionsView.Row] {
    /// - Parameter hasActivity: whether a column says at which meeting it was made.
    func table(hasActivity: Bool) -> Table {
        var table = Table(
            DecisionsView.name,
            [
                .init("decision", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("title", ColumnTitle.title),
            ] + (hasActivity ? [.init("meeting", ColumnTitle.meeting, .word)] : []) + [
                .init("vote", ColumnTitle.passedBy, .word), .init("handedTo", ColumnTitle.handedTo, .word), .init("due", ColumnTitle.firstLimit, .date), .init("stage", ColumnTitle.stage),
                .init("appraisal", ColumnTitle.appraisedBy, .word),
            ])
        for row in self {
            let (decision, made) = (row.decision, row.made.fact)
            let again: [Phrase] = decision.rounds.count > 1 ? [.handledAgain(decision.rounds.count)] : []
            table.append(
                [
                    .id(decision.id), .when(row.made.occurred), .code(made.kind, .decisionKind(made.kind)),
                    .plain([made.title, made.number].compactMap(\.self).joined(separator: "  ")),
                ] + (hasActivity ? [.id(made.activity)] : []) + [
                    made.ballot.map { .id($0) } ?? .empty, .text(decision.rounds.last?.handedOver.fact.to), .date(row.due),
                    .code(decision.stage, .joined([.decisionStage(decision.stage)] + again)),
                    decision.appraised.map { .id($0.fact.ballot) } ?? .empty,
                ], evidence: decision.evidence.sorted())
        }
        return table
    }
}
