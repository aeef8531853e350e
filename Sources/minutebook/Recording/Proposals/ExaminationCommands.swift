internal import ArgumentParser
internal import Wording

/// Accepting, declining, merging, splitting.
extension ProposalCommand {
    struct Accept: RecordingCommand {
        static let command = "proposal.accept"
        static let help = ProposalHelp.accept

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("number")) var number: String?
    }

    struct Decline: RecordingCommand {
        static let command = "proposal.decline"
        static let help = ProposalHelp.decline

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("code")) var code: String
        @Option(help: Self.field("goesOnAs")) var goesOnAs: String?
    }

    struct Merge: RecordingCommand {
        static let command = "proposal.merge"
        static let help = ProposalHelp.merge

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("into")) var into: String
    }

    struct Split: RecordingCommand {
        static let command = "proposal.split"
        static let help = ProposalHelp.split

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("into")) var into: [String] = []
    }
}
