public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// What was written and is on file 文稿, in the order in which it was recorded.
public struct WorksView: View {
    public static let name = "works"

    public struct Row: Sendable {
        public let work: WorkID
        public let kind: OpenWord
        public let title: String
        public let date: Occurrence
        public let authors: [MemberID]
        /// The activity it belongs to; nil for one that belongs to none.
        public let activity: ActivityID?
        public let quantities: [ActQuantity]
        public let evidence: [Position]

        init?(_ work: Work, in state: State) {
            guard let filed = work.filed else { return nil }
            self.work = work.id
            kind = filed.fact.kind
            title = filed.fact.title
            date = filed.occurred
            authors = state.canonical(filed.fact.authors)
            activity = filed.fact.activity
            quantities = filed.fact.quantities
            evidence = work.evidence.sorted()
        }
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        rows = context.state.works.values.compactMap { Row($0, in: context.state) }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject([
                    "work": .text(row.work), "kind": .string(row.kind.description), "title": .string(row.title), "date": .when(row.date),
                    "authors": .texts(row.authors), "activity": .text(row.activity), "evidence": .positions(row.evidence),
                ])
                object.setQuantities(row.quantities)
                return .object(object)
            })
    }

    public var document: Document {
        let hasQuantities = rows.contains { !$0.quantities.isEmpty }
        var table = Table(
            Self.name,
            [
                .init("work", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("title", ColumnTitle.title), .init("authors", ColumnTitle.authors), .init("activity", ColumnTitle.activity, .word),
            ] + (hasQuantities ? [.init("quantities", ColumnTitle.howMany)] : []))
        for row in rows {
            table.append(
                [
                    .id(row.work), .when(row.date), .code(row.kind.description, .workKind(row.kind)), .plain(row.title),
                    .texts(row.authors.map(\.description)), .text(row.activity?.description),
                ] + (hasQuantities ? [.text(.quantities(row.quantities))] : []), evidence: row.evidence)
        }
        return Document(table)
    }
}
