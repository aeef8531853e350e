public import Bookkeeping
public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// What was given and brought in, in the order in which it was recorded.
public struct DonationsView: View {
    public static let name = "donations"

    public struct Row: Sendable {
        public let received: DonationReceived
        public let date: Occurrence
        /// The donor's, where it is a member. For people alone: the JSON has the id.
        public let name: PersonalReading?
        public let evidence: [Position]
    }

    public let rows: [Row]

    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let donations = context.state.donations.values.filter { $0.received != nil }
        let names = try context.names(of: Set(donations.compactMap { $0.received?.fact.member }))
        rows = donations.compactMap { donation in
            donation.received.map { received in
                let name = received.fact.member.map { names[$0] ?? .unreadable }
                return Row(received: received.fact, date: received.occurred, name: name, evidence: donation.evidence.sorted())
            }
        }
    }

    public var json: JSONValue { .array(rows.map(\.json)) }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("donation", ColumnTitle.id, .word), .init("date", ColumnTitle.date, .date), .init("kind", ColumnTitle.kind, .word),
                .init("amount", ColumnTitle.amountInYuan, .money), .init("goods", ColumnTitle.goods),
                .init("donor", ColumnTitle.donor, .word), .init("purpose", ColumnTitle.purpose), .init("receipt", ColumnTitle.receipt, .word),
            ])
        for row in rows {
            let received = row.received
            table.append(
                [
                    .id(received.donation), .when(row.date), .code(received.kind, .donationKind(received.kind)),
                    (received.amount ?? received.value).map { .money(fen: $0) } ?? .empty, .text(received.goods), row.donor,
                    .text(received.purpose), .text(received.receipt),
                ], evidence: row.evidence)
        }
        return Document(table)
    }
}

extension DonationsView.Row {
    fileprivate var donor: Cell {
        if let member = received.member, let name { return .code(member.description, .member(member, name)) }
        return received.donor == nil ? .text(.anonymousDonor) : .text(.otherDonor)
    }

    fileprivate var json: JSONValue {
        [
            "donation": .text(received.donation), "date": .when(date), "kind": .code(received.kind), "amount": .number(received.amount),
            "goods": .text(received.goods), "value": .number(received.value), "member": .text(received.member),
            "otherDonor": .bool(received.donor != nil), "purpose": .text(received.purpose), "receipt": .text(received.receipt),
            "consent": .bool(received.consent ?? false), "evidence": .positions(evidence),
        ]
    }
}
