internal import ArgumentParser
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Wording

struct FundCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fund", abstract: "经费 Money that came in for a purpose, and what was spent of it",
        subcommands: [Spend.self, List.self])

    struct Spend: RecordingCommand {
        static let command = "fund.spend"
        static let configuration = describe(
            "支出 Spend money that came in for a purpose", example: "fund spend --purpose 送戏下村 --amount 1200 --activity A3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "用途，与收入所写一致，不封存，勿写姓名 The purpose, as the income says it; never sealed: name nobody.") var purpose: String
        @Option(help: "金额，元 Amount in yuan.") var amount: String
        @Option(help: "用于哪次活动 The activity it was spent on.") var activity: String?
        @Option(help: "付给谁，封存 Who was paid; sealed.") var payee: String?
        @Option(help: "票据号 Receipt number.") var receipt: String?
        @Flag(help: "确实超支 More is spent than came in, knowingly.") var overdraws = false
        @Option(help: "编号 Id.") var expense: String?

        var fields: JSONObject {
            get throws {
                JSONObject([
                    "purpose": .text(purpose), "amount": try .yuan(amount), "activity": .text(activity), "payee": .text(payee),
                    "receipt": .text(receipt), "overdraws": .flag(overdraws), "expense": .text(expense),
                ])
            }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "按用途的收支 What came in and went out, by purpose", discussion: "EXAMPLE: minutebook fund list --as-of 2026-06-30")

        @OptionGroup var common: CommonOptions
        @OptionGroup var knowledge: KnowledgeOptions
        @OptionGroup var until: DayOption

        func run() throws {
            let state = try knowledge.state(of: common.openBook())
            var list = Listing(columns: [
                .init("purpose", "用途", "purpose"), .init("received", "收入（元）", "received", .right),
                .init("spent", "支出（元）", "spent", .right), .init("balance", "结余（元）", "balance", .right),
                .init("entries", "依据", "entries"),
            ])
            for fund in state.funds(asOf: until.day ?? .distantFuture) {
                list.rows.append(
                    [fund.purpose] + [fund.received, fund.spent, fund.balance].map { Phrase.yuan($0) } + [fund.evidence.sorted().ranges])
            }
            list.show(json: common.json)
        }
    }
}
