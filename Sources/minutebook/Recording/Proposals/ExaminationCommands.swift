internal import ArgumentParser
internal import CanonicalJSON

/// Accepting, declining, merging, splitting.
extension ProposalCommand {
    struct Accept: RecordingCommand {
        static let command = "proposal.accept"
        static let configuration = describe(
            "立案 Accept",
            example: "proposal accept P3 --number 2026-012")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "案号；不填按规则编 Case number; by the rules if left out.") var number: String?

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "number": .text(number),
            ])
        }
    }

    struct Decline: RecordingCommand {
        static let command = "proposal.decline"
        static let configuration = describe(
            "不予立案 Do not accept",
            example: "proposal decline P3 --code duplicate --reason 与P1相同")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "not-in-scope、duplicate、no-substance、in-court、personal、already-solved、other") var code: String
        @Option(name: .customLong("goes-on-as"), help: "转为 suggestion、social-opinion，或退回 returned What becomes of it.") var goesOnAs: String?

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "code": .text(code), "goesOnAs": .text(goesOnAs),
            ])
        }
    }

    struct Merge: RecordingCommand {
        static let command = "proposal.merge"
        static let configuration = describe("并案 Merge into another", example: "proposal merge P4 --into P3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "并入哪一件 The proposal that goes on.") var into: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "into": .text(into)]) }
    }

    struct Split: RecordingCommand {
        static let command = "proposal.split"
        static let configuration = describe("分案 Split into others", example: "proposal split P4 --into P8 --into P9")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "分成的提案，先行提交 The proposals that go on; file them first.") var into: [String] = []

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "into": .texts(into)]) }
    }
}
