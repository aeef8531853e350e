internal import ArgumentParser
internal import Wording

/// Drafting, signing, filing, withdrawing.
extension ProposalCommand {
    struct Draft: RecordingCommand {
        static let command = "proposal.draft"
        static let help = ProposalHelp.draft

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("title")) var title: String?
        @Option(help: Self.field("kind")) var kind: String?
        @Option(name: .customLong("signer"), help: Self.field("signers")) var signers: [String] = []
        @Option(help: Self.field("body")) var body: String?
        @Option(help: Self.field("category")) var category: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("proposal")) var proposal: String?
    }

    struct File: RecordingCommand {
        static let command = "proposal.file"
        static let help = ProposalHelp.file

        @OptionGroup var recording: RecordingOptions
        @Option(help: Self.field("title")) var title: String
        @Option(help: Self.field("kind")) var kind: String
        @Option(name: .customLong("signer"), help: Self.field("signers")) var signers: [String] = []
        @Option(help: Self.field("body")) var body: String?
        @Option(help: Self.field("category")) var category: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("session")) var session: String?
        @Flag(help: Self.field("motion")) var motion = false
        @Option(help: Self.field("proposal")) var proposal: String?
    }

    struct CoSign: RecordingCommand {
        static let command = "proposal.co-sign"
        static let help = ProposalHelp.coSign

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Argument(help: Self.field("member")) var member: String
    }

    struct RefuseCoSign: RecordingCommand {
        static let command = "proposal.refuse-co-sign"
        static let help = ProposalHelp.refuseCoSign

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Argument(help: Self.field("member")) var member: String
    }

    struct Withdraw: RecordingCommand {
        static let command = "proposal.withdraw"
        static let help = ProposalHelp.withdraw

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
    }
}
