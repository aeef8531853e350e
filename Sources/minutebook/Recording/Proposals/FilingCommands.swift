internal import ArgumentParser
internal import CanonicalJSON

/// Drafting, signing, filing, withdrawing.
extension ProposalCommand {
    struct Draft: RecordingCommand {
        static let command = "proposal.draft"
        static let configuration = describe(
            "存草稿 Put a draft by; the next one takes its place",
            example: "proposal draft --title 增设公交站 --signer M05")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "题目，不封存 Title; never sealed.") var title: String?
        @Option(help: "individual、joint、collective") var kind: String?
        @Option(name: .customLong("signer"), help: "拟署名的委员 Who is to sign.") var signers: [String] = []
        @Option(help: "集体提案单位 Author of a collective proposal.") var body: String?
        @Option(help: "类别 Category.") var category: String?
        @Option(help: "写到哪里算哪里 As far as it is written.") var text: String?
        @Option(help: "编号 Id; that of the draft before.") var proposal: String?

        var fields: JSONObject {
            JSONObject([
                "title": .text(title), "kind": .text(kind), "signers": .texts(signers), "body": .text(body),
                "category": .text(category), "text": .text(text), "proposal": .text(proposal)
            ])
        }
    }

    struct File: RecordingCommand {
        static let command = "proposal.file"
        static let configuration = describe(
            "提交提案 File a proposal",
            example: "proposal file --title 增设公交站 --kind individual --signer M05")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "题目，不封存 Title; never sealed.") var title: String
        @Option(help: "individual、joint、collective") var kind: String
        @Option(name: .customLong("signer"), help: "署名委员，第一个为第一提案人 A signer; the first is the first signer.") var signers: [String] = []
        @Option(help: "集体提案单位 Author of a collective proposal.") var body: String?
        @Option(help: "类别 Category.") var category: String?
        @Option(help: "正文 Text.") var text: String?
        @Option(help: "大会 in-session、平时 off-session") var session: String?
        @Flag(help: "议案 It is a motion.") var motion = false
        @Option(help: "编号 Id; that of its draft.") var proposal: String?

        var fields: JSONObject {
            JSONObject([
                "title": .text(title), "kind": .text(kind), "signers": .array(signers.map { .string($0) }),
                "body": .text(body), "category": .text(category), "text": .text(text),
                "proposal": .text(proposal), "session": .text(session), "motion": .flag(motion),
            ])
        }
    }

    struct CoSign: RecordingCommand {
        static let command = "proposal.co-sign"
        static let configuration = describe("附议 A member agrees to sign", example: "proposal co-sign P3 M07")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Argument(help: "委员 The member.") var member: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "member": .text(member)]) }
    }

    struct RefuseCoSign: RecordingCommand {
        static let command = "proposal.refuse-co-sign"
        static let configuration = describe(
            "不附议 A member does not agree to sign",
            example: "proposal refuse-co-sign P3 M07")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Argument(help: "委员 The member.") var member: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal), "member": .text(member)]) }
    }

    struct Withdraw: RecordingCommand {
        static let command = "proposal.withdraw"
        static let configuration = describe(
            "撤案，交办前 Withdraw, before it is handed over",
            example: "proposal withdraw P3 --reason 问题已经解决")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal)]) }
    }
}
