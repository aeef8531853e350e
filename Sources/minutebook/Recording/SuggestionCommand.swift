internal import ArgumentParser
internal import CanonicalJSON

struct SuggestionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggestion", abstract: "意见建议、社情民意 Suggestions and social opinion",
        subcommands: [
            Submit.self, Edit.self, Issue.self, Adopt.self, Instruct.self, FeedBack.self, HandOver.self, Answer.self, Rate.self,
        ])

    struct Submit: RecordingCommand {
        static let command = "suggestion.submit"
        static let configuration = describe(
            "提出 Submit",
            example: "suggestion submit --title 路灯不亮 --kind social-opinion --member M08")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "题目，不封存 Title; never sealed.") var title: String
        @Option(help: "suggestion、social-opinion、deputy-suggestion") var kind: String
        @Option(name: .customLong("member"), help: "委员 A member.") var members: [String] = []
        @Option(help: "在哪次活动上 At which activity.") var activity: String?
        @Option(help: "正文，1500 字以内 Text, up to 1,500 characters.") var text: String?
        @Option(help: "由哪件未立案的提案转来 The proposal that was not accepted and goes on as this.") var proposal: String?
        @Option(help: "编号 Id.") var suggestion: String?

        var fields: JSONObject {
            JSONObject([
                "title": .text(title), "kind": .text(kind), "members": .texts(members),
                "activity": .text(activity), "text": .text(text), "suggestion": .text(suggestion),
                "proposal": .text(proposal),
            ])
        }
    }

    struct HandOver: RecordingCommand {
        static let command = "suggestion.hand-over"
        static let configuration = describe(
            "转办 Hand over",
            example: "suggestion hand-over S2 --to 城管局")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "部门 The department.") var to: String
        @Option(help: "期限 Last day for the answer.") var due: String?
        @Flag(help: "涉及面广、难度大 Wide or difficult.") var difficult = false

        var fields: JSONObject {
            JSONObject([
                "suggestion": .text(suggestion), "to": .text(to), "due": .text(due), "difficult": .flag(difficult),
            ])
        }
    }

    struct Answer: RecordingCommand {
        static let command = "suggestion.answer"
        static let configuration = describe(
            "答复 Answer",
            example: "suggestion answer S2 --unit 城管局")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "部门 The department.") var unit: String
        @Option(help: "答复 The answer.") var text: String?

        var fields: JSONObject {
            JSONObject([
                "suggestion": .text(suggestion), "unit": .text(unit), "text": .text(text),
            ])
        }
    }

    struct Adopt: RecordingCommand {
        static let command = "suggestion.adopt"
        static let configuration = describe(
            "被采用 Adopted at a level", example: "suggestion adopt S2 --level city")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "哪一级 The level: district, city, province, nation.") var level: String

        var fields: JSONObject { JSONObject(["suggestion": .text(suggestion), "level": .text(level)]) }
    }

    struct Edit: RecordingCommand {
        static let command = "suggestion.edit"
        static let configuration = describe(
            "编辑 Word it anew, before it goes on",
            example: "suggestion edit S3 --title 路灯损坏多日无人修")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "题目，不封存 Title; never sealed.") var title: String?
        @Option(help: "正文 Text.") var text: String?

        var fields: JSONObject { JSONObject(["suggestion": .text(suggestion), "title": .text(title), "text": .text(text)]) }
    }

    struct Issue: RecordingCommand {
        static let command = "suggestion.issue"
        static let configuration = describe(
            "上报 Report it upwards",
            example: "suggestion issue S3 --to 区政协 --issue 第12期")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "报给谁 To whom.") var to: String
        @Option(help: "期号 Number of the bulletin.") var issue: String?

        var fields: JSONObject { JSONObject(["suggestion": .text(suggestion), "to": .text(to), "issue": .text(issue)]) }
    }

    struct Instruct: RecordingCommand {
        static let command = "suggestion.instruct"
        static let configuration = describe(
            "领导批示 A leader's instruction",
            example: "suggestion instruct S3 --leader 王书记 --text 请城管局一周内修复")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "谁批示 Who.") var leader: String
        @Option(help: "批示内容 What.") var text: String?

        var fields: JSONObject { JSONObject(["suggestion": .text(suggestion), "leader": .text(leader), "text": .text(text)]) }
    }

    struct FeedBack: RecordingCommand {
        static let command = "suggestion.feed-back"
        static let configuration = describe(
            "反馈委员 Tell the members what became of it",
            example: "suggestion feed-back S3 --text 已被市政协采用")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(name: .customLong("member"), help: "告知哪些委员，不写是全体 Who was told; all of them if left out.") var members: [String] = []
        @Option(help: "反馈内容 What they were told.") var text: String?

        var fields: JSONObject {
            JSONObject([
                "suggestion": .text(suggestion), "members": .texts(members), "text": .text(text)
            ])
        }
    }

    struct Rate: RecordingCommand {
        static let command = "suggestion.rate"
        static let configuration = describe(
            "评价办理 Rate how it was handled",
            example: "suggestion rate S3 --member M05 --handling satisfied --result satisfied")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "意见建议 The suggestion.") var suggestion: String
        @Option(help: "委员 The member.") var member: String
        @Option(help: "办理：satisfied、basically-satisfied、not-satisfied") var handling: String
        @Option(help: "结果，同上 The same, of the result.") var result: String

        var fields: JSONObject {
            JSONObject([
                "suggestion": .text(suggestion), "member": .text(member), "handling": .text(handling),
                "result": .text(result)
            ])
        }
    }
}
