internal import ArgumentParser
internal import CanonicalJSON

struct ProposalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposal", abstract: "提案 Proposals",
        subcommands: [
            File.self, Accept.self, Decline.self, HandOver.self, Answer.self, Rate.self, Close.self, Mark.self, ProposalList.self, ProposalShow.self,
            ProposalReceipt.self,
        ])

    struct File: RecordingCommand {
        static let command = "proposal.file"
        static let configuration = describe(
            "提交提案 File a proposal",
            example: "proposal file --title 增设公交站 --kind individual --signer M05")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "题目 Title.") var title: String
        @Option(help: "individual、joint、collective") var kind: String
        @Option(name: .customLong("signer"), help: "署名委员，第一个为第一提案人 A signer; the first is the first signer.") var signers: [String] = []
        @Option(help: "集体提案单位 Author of a collective proposal.") var body: String?
        @Option(help: "类别 Category.") var category: String?
        @Option(help: "正文 Text.") var text: String?
        @Option(help: "编号 Id.") var proposal: String?

        var fields: JSONObject {
            JSONObject([
                "title": .text(title), "kind": .text(kind), "signers": .array(signers.map { .string($0) }),
                "body": .text(body), "category": .text(category), "text": .text(text),
                "proposal": .text(proposal),
            ])
        }
    }

    struct Accept: RecordingCommand {
        static let command = "proposal.accept"
        static let configuration = describe(
            "立案 Accept",
            example: "proposal accept P3 --number 2026-012")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "案号 Case number.") var number: String?

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

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "code": .text(code),
            ])
        }
    }

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
        @Option(help: "答复期限 Last day for the answer.") var due: String?

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "lead": .text(lead), "joint": .texts(joint), "due": .text(due),
            ])
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

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "unit": .text(unit), "class": .text(answerClass),
                "text": .text(text),
            ])
        }
    }

    struct Rate: RecordingCommand {
        static let command = "proposal.rate"
        static let configuration = describe(
            "评价 Rate",
            example: "proposal rate P3 --member M05 --handling satisfied --result satisfied")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "委员 The member.") var member: String
        @Option(help: "办理：satisfied、basically-satisfied、not-satisfied") var handling: String
        @Option(help: "结果，同上 The same, of the result.") var result: String

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "member": .text(member), "handling": .text(handling),
                "result": .text(result),
            ])
        }
    }

    struct Close: RecordingCommand {
        static let command = "proposal.close"
        static let configuration = describe(
            "办结 Close",
            example: "proposal close P3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal),
            ])
        }
    }

    struct Mark: RecordingCommand {
        static let command = "proposal.mark"
        static let configuration = describe("列为重点或优秀 Mark as key or excellent", example: "proposal mark P3 --as key")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(name: .customLong("as"), help: "key 重点、excellent 优秀") var mark: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "mark": .text(mark)]) }
    }
}
