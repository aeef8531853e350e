internal import ArgumentParser
internal import CanonicalJSON
internal import Wording

/// Rating, handling again, commitments, closing.
extension ProposalCommand {
    struct Rate: RecordingCommand {
        static let command = "proposal.rate"
        static let help = ProposalHelp.rate

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("member")) var member: String
        @Option(help: Self.field("handling")) var handling: String
        @Option(help: Self.field("result")) var result: String
        @Option(help: Self.field("commitment")) var commitment: Int64?
    }

    struct SendBack: RecordingCommand {
        static let command = "proposal.send-back"
        static let help = ProposalHelp.sendBack

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
    }

    struct Commit: RecordingCommand {
        static let command = "proposal.commit"
        static let help = ProposalHelp.commit

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
        @Option(help: Self.field("what")) var what: String
        @Option(help: Self.field("due")) var due: String
    }

    enum Promise: String, EnumerableFlag, FieldValue {
        case kept, broken

        var field: JSONValue? { .bool(self == .kept) }
    }

    struct SettleCommitment: RecordingCommand {
        static let command = "proposal.settle-commitment"
        static let help = ProposalHelp.settleCommitment

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("commitment")) var commitment: Int64
        @Flag(help: Self.field("kept")) var kept: Promise
        @Option(help: Self.field("text")) var text: String?
    }

    struct Close: RecordingCommand {
        static let command = "proposal.close"
        static let help = ProposalHelp.close

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
    }

    struct Mark: RecordingCommand {
        static let command = "proposal.mark"
        static let help = ProposalHelp.mark

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(name: .customLong("as"), help: Self.field("mark")) var mark: String
        @Option(help: Self.field("supervisor")) var supervisor: String?
    }

    struct Instruct: RecordingCommand {
        static let command = "proposal.instruct"
        static let help = ProposalHelp.instruct

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("leader")) var leader: String
        @Option(help: Self.field("level")) var level: String?
        @Option(help: Self.field("text")) var text: String?
    }

    struct SendUp: RecordingCommand {
        static let command = "proposal.send-up"
        static let help = ProposalHelp.sendUp

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("to")) var to: String
        @Option(help: Self.field("level")) var level: String?
        @Option(help: Self.field("issue")) var issue: String?
    }

    struct Adopt: RecordingCommand {
        static let command = "proposal.adopt"
        static let help = ProposalHelp.adopt

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("level")) var level: String
    }
}
