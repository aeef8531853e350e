public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// Members in office who have not been visited for so many months, in the order of their ids.
public struct VisitsDueView: View {
    public static let name = "visits-due"
    public static let parameters = ["months"]

    public struct Row: Sendable {
        public let member: MemberID
        public let name: PersonalReading
        /// The last visit; nil where there was none.
        public let last: CalendarDate?
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let months = try arguments.integer("months", in: 1...120) ?? Self.monthsDefault
        let (state, day) = (context.state, context.day)
        var last: [MemberID: CalendarDate] = [:]
        for made in state.visits.values.compactMap(\.made) where made.occurred.last <= day {
            for member in made.fact.members.map(state.canonical) {
                last[member] = max(last[member] ?? made.occurred.last, made.occurred.last)
            }
        }
        let due = state.membersInOffice(on: day).filter { last[$0].map { $0.adding(months: Int(months)) <= day } ?? true }
        let names = try context.names(of: due)
        rows = due.map { Row(member: $0, name: names[$0] ?? .unreadable, last: last[$0]) }
    }

    private static let monthsDefault: Int64 = 6

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject(["member": .text(row.member), "last": .text(row.last)])
                object.setName(row.name)
                return .object(object)
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word),
                .init("last", ColumnTitle.lastVisit, .date),
            ])
        for row in rows { table.append([.id(row.member), .name(row.name), .date(row.last)]) }
        return Document(table)
    }
}
