internal import ArgumentParser
internal import CanonicalJSON
internal import Wording

/// What handling units do.
extension ProposalCommand {
    struct HandOver: RecordingCommand {
        static let command = "proposal.hand-over"
        static let help = ProposalHelp.handOver

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("lead")) var lead: String
        @Option(help: Self.field("joint")) var joint: [String] = []
        @Option(help: Self.field("due")) var due: String?
        @Flag(help: Self.field("separate")) var separate = false
        @Flag(help: Self.field("difficult")) var difficult = false
    }

    struct SignFor: RecordingCommand {
        static let command = "proposal.sign-for"
        static let help = ProposalHelp.signFor

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
    }

    struct Return: RecordingCommand {
        static let command = "proposal.return"
        static let help = ProposalHelp.giveBack

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
    }

    struct Reassign: RecordingCommand {
        static let command = "proposal.reassign"
        static let help = ProposalHelp.reassign

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
        @Option(help: Self.field("to")) var to: String
    }

    struct Extend: RecordingCommand {
        static let command = "proposal.extend"
        static let help = ProposalHelp.extend

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("until")) var until: String
    }

    struct Pause: RecordingCommand {
        static let command = "proposal.pause"
        static let help = ProposalHelp.pause

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
    }

    struct Resume: RecordingCommand {
        static let command = "proposal.resume"
        static let help = ProposalHelp.resume

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
    }

    struct DraftAnswer: RecordingCommand {
        static let command = "proposal.draft-answer"
        static let help = ProposalHelp.draftAnswer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
        @Option(help: Self.field("text")) var text: String?
    }

    enum Finding: String, EnumerableFlag, FieldValue {
        case passed, rejected

        var field: JSONValue? { .bool(self == .passed) }
    }

    struct CheckAnswer: RecordingCommand {
        static let command = "proposal.check-answer"
        static let help = ProposalHelp.checkAnswer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
        @Flag(help: Self.field("passed")) var passed: Finding
    }

    struct Answer: RecordingCommand {
        static let command = "proposal.answer"
        static let help = ProposalHelp.answer

        @OptionGroup var recording: RecordingOptions
        @Argument(help: Self.field("proposal")) var proposal: String
        @Option(help: Self.field("unit")) var unit: String
        @Option(help: Self.field("class")) var `class`: String?
        @Option(help: Self.field("text")) var text: String?
        @Option(help: Self.field("to")) var to: [String] = []
    }
}
