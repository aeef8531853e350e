internal import ArgumentParser
internal import CanonicalJSON

struct FactCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fact", abstract: "更正 Corrections",
        subcommands: [Void.self, Correct.self])

    struct Void: RecordingCommand {
        static let command = "fact.void"
        static let configuration = describe(
            "作废一条；作废更正即撤销它 Void an entry; voiding a correction undoes it",
            example: "fact void 17 --reason 重复登记")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "第几条 The entry.") var corrects: Int64

        var fields: JSONObject {
            JSONObject([
                "corrects": .integer(corrects),
            ])
        }
    }

    struct Correct: RecordingCommand {
        static let command = "fact.correct"
        static let configuration = describe(
            "更正一条 Correct an entry",
            example: "fact correct 17 --set '{\"amount\":50000}' --reason 金额写错")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "第几条 The entry.") var corrects: Int64
        @Option(name: .customLong("set"), help: "改哪些字段（JSON） The fields to change, as JSON.") var changes: String?
        @Option(help: "改发生日期 When it really happened.") var when: String?

        var fields: JSONObject {
            get throws {
                JSONObject([
                    "corrects": .integer(corrects), "set": try changes.map { try JSONParser.parse($0) },
                    "when": .text(when),
                ])
            }
        }
    }
}
