internal import ArgumentParser
internal import Wording

struct DonationCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(DonationHelp.noun, commandName: "donation", subcommands: [Receive.self, DonationList.self, DonationReceipt.self])
    }

    struct Receive: RecordingCommand {
        static let command = "donation.receive"
        static let help = DonationHelp.receive

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("kind")) var kind: String
        @Option(help: ArgumentHelp(DonationHelp.amount)) var amount: Yuan?
        @Option(help: Self.field("goods")) var goods: String?
        @Option(help: ArgumentHelp(DonationHelp.value)) var value: Yuan?
        @Option(help: Self.field("member")) var member: String?
        @Option(help: Self.field("donor")) var donor: String?
        @Option(help: ArgumentHelp(DonationHelp.purpose)) var purpose: String?
        @Option(help: Self.field("beneficiary")) var beneficiary: String?
        @Option(help: Self.field("receipt")) var receipt: String?
        @Option(help: Self.field("handler")) var handler: String?
        @Flag(help: Self.field("consent")) var consent = false
        @Option(help: Self.field("donation")) var donation: String?
    }
}
