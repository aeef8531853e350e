internal import ArgumentParser
internal import CanonicalJSON

/// What handling units do.
extension ProposalCommand {
    struct HandOver: RecordingCommand {
        static let command = "proposal.hand-over"
        static let configuration = describe(
            "交办 Hand over",
            example: "proposal hand-over P3 --lead 交通局 --due 2026-06-30")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "主办单位 Lead unit.") var lead: String
        @Option(name: .customLong("joint"), help: "会办单位 A joint unit.") var joint: [String] = []
        @Option(help: "答复期限；不填按规则算 Last day for the answer; by the rules if left out.") var due: String?
        @Flag(help: "分办：各单位分别答复 Each unit answers for itself.") var separate = false
        @Flag(help: "涉及面广、难度大 Wide or difficult.") var difficult = false

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "lead": .text(lead), "joint": .texts(joint), "due": .text(due),
                "separate": .flag(separate), "difficult": .flag(difficult),
            ])
        }
    }

    struct SignFor: RecordingCommand {
        static let command = "proposal.sign-for"
        static let configuration = describe("签收 A unit signs for it", example: "proposal sign-for P3 --unit 交通局")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "unit": .text(unit)]) }
    }

    struct Return: RecordingCommand {
        static let command = "proposal.return"
        static let configuration = describe(
            "退回 A unit refuses it",
            example: "proposal return P3 --unit 交通局 --reason 不属本单位职责")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "unit": .text(unit)]) }
    }

    struct Reassign: RecordingCommand {
        static let command = "proposal.reassign"
        static let configuration = describe(
            "改派 Give a unit's part to another",
            example: "proposal reassign P3 --unit 交通局 --to 城管局")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String
        @Option(help: "改由哪个单位 The unit that handles it now.") var to: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "unit": .text(unit), "to": .text(to)]) }
    }

    struct Extend: RecordingCommand {
        static let command = "proposal.extend"
        static let configuration = describe(
            "延期 Extend the time",
            example: "proposal extend P3 --until 2026-09-30 --reason 需要现场勘察")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "延至 The last day for the answer.") var until: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "until": .text(until)]) }
    }

    struct Pause: RecordingCommand {
        static let command = "proposal.pause"
        static let configuration = describe("中止计时 Stop its clock", example: "proposal pause P3 --reason 等待上级规划批复")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal)]) }
    }

    struct Resume: RecordingCommand {
        static let command = "proposal.resume"
        static let configuration = describe("恢复计时 Let its clock go on", example: "proposal resume P3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal)]) }
    }

    struct DraftAnswer: RecordingCommand {
        static let command = "proposal.draft-answer"
        static let configuration = describe(
            "报送答复稿 Hand in a draft of the answer",
            example: "proposal draft-answer P3 --unit 交通局 --text 拟于年内增设")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String
        @Option(help: "答复稿 The draft.") var text: String?

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "unit": .text(unit), "text": .text(text)]) }
    }

    enum Finding: String, EnumerableFlag { case passed, rejected }

    struct CheckAnswer: RecordingCommand {
        static let command = "proposal.check-answer"
        static let configuration = describe("审核答复稿 Check a draft of the answer", example: "proposal check-answer P3 --unit 交通局 --passed")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String
        @Flag(help: "是否通过 Whether it may go out.") var finding: Finding

        var fields: JSONObject {
            JSONObject(["proposal": .text(proposal), "unit": .text(unit), "passed": .bool(finding == .passed)])
        }
    }

    struct Answer: RecordingCommand {
        static let command = "proposal.answer"
        static let configuration = describe(
            "答复 Answer",
            example: "proposal answer P3 --unit 交通局 --class A")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String
        @Option(name: .customLong("class"), help: "A、B、C、D") var answerClass: String?
        @Option(help: "答复 The answer.") var text: String?
        @Option(help: "答复了哪些委员，不写是全体 Which signers were answered; all of them if left out.") var to: [String] = []

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "unit": .text(unit), "class": .text(answerClass),
                "text": .text(text), "to": .texts(to),
            ])
        }
    }
}
