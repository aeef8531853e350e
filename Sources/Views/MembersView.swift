public import Bookkeeping
public import CanonicalJSON
public import Domain
internal import EventLog
public import Rendering
internal import Wording

/// The members, in the order of their ids; who came into office later than the day is left out.
public struct MembersView: View {
    public static let name = "members"

    public struct Row: Sendable {
        public let member: MemberID
        public let name: PersonalReading
        public let terms: [Term]
        public let held: [HeldAffiliation]
        /// The member this one is a duplicate of.
        public let mergedInto: MemberID?
        /// On the day of the question.
        public let isInOffice: Bool
    }

    public let rows: [Row]
    private let asOf: CalendarDate

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let state = context.state
        asOf = context.day
        let members = state.members.values.filter { !$0.terms.isEmpty }.sorted { $0.id < $1.id }
        let names = try context.names(of: members.map(\.id))
        rows = members.map { member in
            Row(
                member: member.id, name: names[member.id] ?? .unreadable, terms: member.terms, held: member.affiliations,
                mergedInto: member.mergedInto, isInOffice: state.isInOffice(member, on: context.day))
        }
    }

    public var json: JSONValue {
        .array(
            rows.map { row in
                var object = JSONObject([
                    "member": .text(row.member), "inOffice": .bool(row.isInOffice), "terms": .array(row.terms.map(JSONValue.term)),
                    "affiliations": .array(row.held.map(JSONValue.affiliation)),
                    "sector": .text(row.names(of: .sector, on: asOf).last), "roles": .texts(row.names(of: .role, on: asOf)),
                ])
                object.setName(row.name)
                object["mergedInto"] = row.mergedInto.map { .text($0) }
                return .object(object)
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("member", ColumnTitle.id, .word), .init("name", ColumnTitle.name, .word), .init("sector", ColumnTitle.sector),
                .init("terms", ColumnTitle.terms), .init("roles", ColumnTitle.roles),
            ])
        for row in rows {
            let terms = row.mergedInto.map { ["= \($0)"] } ?? row.terms.map { "\($0.from)–\($0.until?.description ?? "")" }
            table.append([
                .id(row.member), .name(row.name), .texts(row.names(of: .sector, on: asOf)), .plain(terms.joined(separator: " ")),
                .texts(row.names(of: .role, on: asOf)),
            ])
        }
        return Document(table)
    }
}

extension MembersView.Row {
    /// Those of a day, in the order in which they began.
    fileprivate func names(of kind: Affiliation.Kind, on day: CalendarDate) -> [String] {
        held.filter { $0.affiliation.kind == kind && $0.term.contains(day) }.map(\.affiliation.name)
    }
}

extension JSONValue {
    static func term(_ term: Term) -> JSONValue { ["from": .text(term.from), "until": .text(term.until)] }

    static func affiliation(_ held: HeldAffiliation) -> JSONValue {
        [
            "kind": .code(held.affiliation.kind), "name": .string(held.affiliation.name), "from": .text(held.term.from),
            "until": .text(held.term.until),
        ]
    }
}
