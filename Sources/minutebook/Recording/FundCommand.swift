internal import ArgumentParser
internal import Wording

struct FundCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(FundHelp.noun, commandName: "fund", subcommands: [Spend.self, FundList.self])
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
}
