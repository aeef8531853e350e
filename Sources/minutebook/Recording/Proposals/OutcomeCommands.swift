internal import ArgumentParser
internal import CanonicalJSON

/// Rating, handling again, commitments, closing.
extension ProposalCommand {
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
        @Option(help: "评价哪项承诺（第几条） The settled commitment, by its entry.") var commitment: Int64?

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "member": .text(member), "handling": .text(handling),
                "result": .text(result), "commitment": .integer(commitment),
            ])
        }
    }

    struct SendBack: RecordingCommand {
        static let command = "proposal.send-back"
        static let configuration = describe(
            "二次办理 Have it handled again",
            example: "proposal send-back P3 --reason 委员不满意，答复没有措施")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String

        var fields: JSONObject { JSONObject(["proposal": .text(proposal)]) }
    }

    struct Commit: RecordingCommand {
        static let command = "proposal.commit"
        static let configuration = describe(
            "登记承诺 Record what a unit promised",
            example: "proposal commit P3 --unit 交通局 --what 年内增设两站 --due 2026-12-31")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "承办单位 Handling unit.") var unit: String
        @Option(help: "承诺什么 What was promised.") var what: String
        @Option(help: "何时兑现 By when.") var due: String

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "unit": .text(unit), "what": .text(what), "due": .text(due)
            ])
        }
    }

    enum Promise: String, EnumerableFlag { case kept, broken }

    struct SettleCommitment: RecordingCommand {
        static let command = "proposal.settle-commitment"
        static let configuration = describe("承诺兑现没有 Whether a promise was kept", example: "proposal settle-commitment P3 --commitment 128 --kept")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(help: "登记承诺的那一条 The entry that records the promise.") var commitment: Int64
        @Flag(help: "兑现没有 Whether it was kept.") var promise: Promise
        @Option(help: "做了什么 What was done.") var text: String?

        var fields: JSONObject {
            JSONObject([
                "proposal": .text(proposal), "commitment": .integer(commitment), "kept": .bool(promise == .kept), "text": .text(text),
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
        static let configuration = describe("列为重点、优秀、公开或不公开 Mark", example: "proposal mark P3 --as key")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "提案 The proposal.") var proposal: String
        @Option(name: .customLong("as"), help: "key 重点、excellent 优秀、public 公开、confidential 不公开") var mark: String
        @Option(help: "督办领导 The leader who supervises it.") var supervisor: String?

        var fields: JSONObject {
            JSONObject(["proposal": .text(proposal), "mark": .text(mark), "supervisor": .text(supervisor)])
        }
    }
}
