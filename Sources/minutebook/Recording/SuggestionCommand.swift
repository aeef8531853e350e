internal import ArgumentParser
internal import CanonicalJSON

struct SuggestionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggestion", abstract: "意见建议、社情民意 Suggestions and social opinion",
        subcommands: [Submit.self, HandOver.self, Answer.self, Adopt.self])

    struct Submit: RecordingCommand {
        static let command = "suggestion.submit"
        static let configuration = describe(
            "提出 Submit",
            example: "suggestion submit --title 路灯不亮 --kind social-opinion --member M08")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "题目 Title.") var title: String
        @Option(help: "suggestion、social-opinion、deputy-suggestion") var kind: String
        @Option(name: .customLong("member"), help: "委员 A member.") var members: [String] = []
        @Option(help: "在哪次活动上 At which activity.") var activity: String?
        @Option(help: "正文，1500 字以内 Text, up to 1,500 characters.") var text: String?
        @Option(help: "编号 Id.") var suggestion: String?

        var fields: JSONObject {
            JSONObject([
                "title": .text(title), "kind": .text(kind), "members": .texts(members),
                "activity": .text(activity), "text": .text(text), "suggestion": .text(suggestion),
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

        var fields: JSONObject {
            JSONObject([
                "suggestion": .text(suggestion), "to": .text(to), "due": .text(due),
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
}
