public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// Money given and brought in, by its purpose, and what was spent of it; in the order in which purposes came up.
public struct FundsView: View {
    public static let name = "funds"

    public let funds: [Fund]

    public init(_ context: ViewContext, _ arguments: ViewArguments) {
        funds = context.state.funds(asOf: context.request.asOf ?? .distantFuture)
    }

    public var json: JSONValue {
        .array(
            funds.map { fund in
                [
                    "purpose": .string(fund.purpose), "received": .integer(fund.received), "spent": .integer(fund.spent),
                    "balance": .integer(fund.balance), "overdrawn": .bool(fund.isOverdrawn), "evidence": .positions(fund.evidence.sorted()),
                ]
            })
    }

    public var document: Document {
        var table = Table(
            Self.name,
            [
                .init("purpose", ColumnTitle.purpose), .init("received", ColumnTitle.received, .money),
                .init("spent", ColumnTitle.spent, .money), .init("balance", ColumnTitle.balance, .money),
            ])
        for fund in funds {
            let amounts = [fund.received, fund.spent, fund.balance].map { Cell.money(fen: $0) }
            table.append([.plain(fund.purpose)] + amounts, evidence: fund.evidence.sorted())
        }
        return Document(table)
    }
}
