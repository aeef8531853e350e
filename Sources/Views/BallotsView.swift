public import Assessment
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// Elections, votes and appraisals, in the order in which they were called, each with what follows from it.
public struct BallotsView: View {
    public static let name = "ballots"

    public struct Row: Sendable {
        public let ballot: BallotID
        public let called: Recorded<BallotCalled>
        /// The meeting's days.
        public let date: Occurrence?
        /// Nil until it is counted.
        public let outcome: BallotOutcome?
        public let evidence: [Position]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        rows = context.state.ballotRows { _ in true }
    }

    public var json: JSONValue { .array(rows.map(\.json)) }

    public var document: Document { Document(rows.table) }
}

extension State {
    /// Ballots that are on record, in the order in which they were called.
    package func ballotRows(where isMeant: (BallotCalled) -> Bool) -> [BallotsView.Row] {
        ballots.values.compactMap { ballot in
            ballot.called.flatMap { isMeant($0.fact) ? BallotsView.Row(ballot, in: self) : nil }
        }
    }
}

extension BallotsView.Row {
    var json: JSONValue {
        let called = called.fact
        return [
            "ballot": .text(ballot), "activity": .text(called.activity), "item": .text(called.item), "date": .when(date),
            "kind": .code(called.kind), "method": .code(called.method), "title": .string(called.title), "follows": .text(called.follows),
            "result": .code(outcome?.finding), "open": .code(outcome?.open?.finding), "evidence": .positions(evidence),
        ]
    }

    /// Nil where it was voided.
    init?(_ ballot: Ballot, in state: State) {
        guard let called = ballot.called else { return nil }
        self.init(
            ballot: ballot.id, called: called, date: state.activities[called.fact.activity]?.date, outcome: state.outcome(of: ballot),
            evidence: ballot.evidence.sorted())
    }
}

extension [BallotsView.Row] {
    var table: Table {
        var table = Table(
            BallotsView.name,
            [
                .init("ballot", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("title", ColumnTitle.title), .init("method", ColumnTitle.method, .word), .init("result", ColumnTitle.outcome),
            ])
        for row in self {
            let called = row.called.fact
            table.append(
                [
                    .id(row.ballot), row.date.map { .when($0) } ?? .empty, .code(called.kind, .ballotKind(called.kind)), .plain(called.title),
                    .code(called.method, .ballotMethod(called.method)), .text(.outcome(row.outcome, of: called)),
                ], evidence: row.evidence)
        }
        return table
    }
}
