internal import ArgumentParser
internal import CanonicalJSON

struct PointsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "points", abstract: "手工加减分 Points by hand",
        subcommands: [Award.self, Deduct.self])

    struct Award: RecordingCommand {
        static let command = "points.award"
        static let configuration = describe(
            "加分 Award",
            example: "points award --plan P6 --target 10 --points 3.00 --reason 创新做法")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "计划 The plan.") var plan: String
        @Option(help: "项目 The target.") var target: String
        @Option(help: "分 Points.") var points: String
        @Option(help: "委员，项目按人计分时 The member, where points are each member's.") var member: String?
        @Option(help: "编号 Id.") var award: String?

        var fields: JSONObject {
            get throws {
                JSONObject([
                    "plan": .text(plan), "target": .text(target), "points": try .yuan(points),
                    "award": .text(award), "member": .text(member),
                ])
            }
        }
    }

    struct Deduct: RecordingCommand {
        static let command = "points.deduct"
        static let configuration = describe(
            "扣分 Deduct",
            example: "points deduct --plan P6 --target 10 --points 1 --reason 创新材料不实")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "计划 The plan.") var plan: String
        @Option(help: "项目 The target.") var target: String
        @Option(help: "分 Points.") var points: String
        @Option(help: "委员，项目按人计分时 The member, where points are each member's.") var member: String?
        @Option(help: "编号 Id.") var award: String?

        var fields: JSONObject {
            get throws {
                JSONObject([
                    "plan": .text(plan), "target": .text(target), "points": try .yuan(points),
                    "award": .text(award), "member": .text(member),
                ])
            }
        }
    }
}
