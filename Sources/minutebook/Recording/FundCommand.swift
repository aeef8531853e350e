internal import ArgumentParser
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Wording

struct FundCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(FundHelp.noun, commandName: "fund", subcommands: [Spend.self, List.self])
    }

    struct Spend: RecordingCommand {
        static let command = "fund.spend"
        static let help = FundHelp.spend

        @OptionGroup var recording: RecordingOptions
        @Option(help: ArgumentHelp(FundHelp.purpose)) var purpose: String
        @Option(help: ArgumentHelp(DonationHelp.amount)) var amount: Yuan
        @Option(help: Self.field("activity")) var activity: String?
        @Option(help: Self.field("payee")) var payee: String?
        @Option(help: Self.field("receipt")) var receipt: String?
        @Flag(help: Self.field("overdraws")) var overdraws = false
        @Option(help: Self.field("expense")) var expense: String?
    }

    struct List: ParsableCommand {
        static var configuration: CommandConfiguration { CommandConfiguration(FundHelp.list) }

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
