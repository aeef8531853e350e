public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The commendations of members, of what they did and of the body, in the order in which they were recorded.
public struct CommendationsView: View {
    public static let name = "commendations"

    public struct Row: Sendable {
        public let given: CommendationGiven
        public let date: Occurrence
        public let evidence: [Position]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        rows = context.state.commendations.values.compactMap { commendation in
            guard let given = commendation.given else { return nil }
            var fact = given.fact
            fact.members = context.state.canonical(fact.members)
            return Row(given: fact, date: given.occurred, evidence: commendation.evidence.sorted())
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                [
                    "commendation": .text(row.given.commendation), "kind": .code(row.given.sort), "date": .when(row.date), "title": .string(row.given.title),
                    "level": .code(row.given.level), "from": .text(row.given.from), "of": .code(row.given.of),
                    "members": .texts(row.given.members), "what": .text(row.given.what), "evidence": .positions(row.evidence),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("commendation", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("title", ColumnTitle.honour),
                .init("kind", ColumnTitle.kind, .word),
                .init("level", ColumnTitle.level, .word), .init("from", ColumnTitle.commendedBy), .init("whom", ColumnTitle.commended),
            ])
        for row in rows {
            let given = row.given
            let whom = given.members.isEmpty ? [given.what.map { "\($0.id)" }].compactMap(\.self) : given.members.map(\.description)
            table.append(
                [
                    .id(given.commendation), .when(row.date), .text(given.title), .code(given.sort, .commendationKind(given.sort)), .code(given.level, .adoptionLevel(given.level)),
                    .text(given.from), whom.isEmpty ? .code(given.of, .commended(given.of)) : .texts(whom),
                ], evidence: row.evidence)
        }
        return Document(table)
    }
}
