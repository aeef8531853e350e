public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// The contact visits, in the order in which they were recorded. Whom and what was heard there is sealed, and is in the audit
/// trail of each.
public struct VisitsView: View {
    public static let name = "visits"

    public struct Row: Sendable {
        public let visit: VisitID
        public let date: Occurrence
        public let members: [MemberID]
        /// Where it counts; nil where that is not recorded.
        public let area: String?
        public let quantities: [ActQuantity]
        public let evidence: [Position]
    }

    public let rows: [Row]
    private let noun: MemberNoun

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        noun = context.memberNoun
        rows = context.state.visits.values.compactMap { visit in
            visit.made.map {
                Row(
                    visit: visit.id, date: $0.occurred, members: context.state.canonical($0.fact.members), area: $0.fact.countedPlace, quantities: $0.fact.quantities,
                    evidence: visit.evidence.sorted())
            }
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject([
                    "visit": .text(row.visit), "date": .when(row.date), "members": .texts(row.members), "area": .text(row.area),
                    "evidence": .positions(row.evidence),
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
                .init("visit", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("members", noun.several),
                .init("area", ColumnTitle.area),
            ] + (hasQuantities ? [.init("quantities", ColumnTitle.howMany)] : []))
        for row in rows {
            table.append(
                [.id(row.visit), .when(row.date), .texts(row.members.map(\.description)), .text(row.area)]
                    + (hasQuantities ? [.text(.quantities(row.quantities))] : []), evidence: row.evidence)
        }
        return Document(table)
    }
}
