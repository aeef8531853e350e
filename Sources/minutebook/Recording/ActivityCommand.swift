internal import ArgumentParser
internal import CanonicalJSON

struct ActivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activity", abstract: "活动 Activities",
        subcommands: [
            Schedule.self, Reschedule.self, Cancel.self, Open.self, Close.self, ActivityList.self, ActivityShow.self,
            SignInSheetCommand.self,
        ])

    struct Schedule: RecordingCommand {
        static let command = "activity.schedule"
        static let configuration = describe(
            "安排活动 Schedule an activity",
            example: "activity schedule --kind study --title 学习全会精神 --on 2026-03-12")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "study、training、meeting、inspection …") var kind: String
        @Option(help: "名称，不封存 Title; never sealed.") var title: String
        @Option(help: "日期 When.") var on: String
        @Option(help: "编号 Id; numbered if left out.") var activity: String?
        @Option(help: "地点 Place.") var place: String?
        @Option(help: "内容 Content.") var content: String?
        @Option(help: "负责人 Who is responsible.") var responsible: String?
        @Option(help: "层级，如 district Whose it is, if not the body’s own.") var level: String?
        @Option(name: .customLong("invite"), help: "邀请的委员 A member invited; all in office if none is named.") var invited: [String] = []
        @Option(name: .customLong("fulfils"), help: "计划条目 An item of the plan that it fulfils.") var fulfils: [String] = []
        @Option(name: .customLong("partner"), help: "合办单位 A partner.") var partners: [String] = []
        @Option(name: .customLong("half-days"), help: "几个半天，按半天记考勤的 Half-days, where attendance is counted by them.") var halfDays: Int64?

        var fields: JSONObject {
            JSONObject([
                "kind": .text(kind), "title": .text(title), "on": .text(on), "activity": .text(activity),
                "place": .text(place), "content": .text(content), "responsible": .text(responsible),
                "level": .text(level), "invited": .texts(invited), "fulfils": .texts(fulfils),
                "partners": .texts(partners), "halfDays": .integer(halfDays),
            ])
        }
    }

    struct Reschedule: RecordingCommand {
        static let command = "activity.reschedule"
        static let configuration = describe(
            "改期 Another time or place",
            example: "activity reschedule A3 --on 2026-03-19 --reason 会场冲突")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Option(help: "日期 When.") var on: String
        @Option(help: "地点 Place.") var place: String?

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "on": .text(on), "place": .text(place),
            ])
        }
    }

    struct Cancel: RecordingCommand {
        static let command = "activity.cancel"
        static let configuration = describe(
            "取消 Cancel",
            example: "activity cancel A3 --reason 汛情")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity),
            ])
        }
    }

    struct Open: RecordingCommand {
        static let command = "activity.open"
        static let configuration = describe(
            "开始 It begins",
            example: "activity open A3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity),
            ])
        }
    }

    struct Close: RecordingCommand {
        static let command = "activity.close"
        static let configuration = describe(
            "办结 It is over",
            example: "activity close A3 --participants 5 --suggestions 3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Argument(help: "活动 The activity.") var activity: String
        @Option(help: "人数（不点名时） How many, where no names were taken.") var participants: Int64?
        @Option(help: "提出建议几条 How many suggestions came of it.") var suggestions: Int64?
        @Option(help: "形成报告几份 How many reports came of it.") var reports: Int64?
        @Option(name: .customLong("partner"), help: "合办单位 A partner.") var partners: [String] = []

        var fields: JSONObject {
            JSONObject([
                "activity": .text(activity), "participants": .integer(participants),
                "partners": .texts(partners), "outcomes": outcomes,
            ])
        }

        private var outcomes: JSONValue? {
            let counted: [(String, Int64?)] = [("suggestion", suggestions), ("report", reports)]
            let outcomes: [JSONValue] = counted.compactMap { kind, count in
                count.map { ["kind": .string(kind), "count": .integer($0)] }
            }
            return outcomes.isEmpty ? nil : .array(outcomes)
        }
    }
}
