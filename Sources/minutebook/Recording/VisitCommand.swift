internal import ArgumentParser
internal import CanonicalJSON

struct VisitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "visit", abstract: "联系走访 Contact visits",
        subcommands: [Record.self])

    struct Record: RecordingCommand {
        static let command = "visit.record"
        static let configuration = describe(
            "登记走访 Record a visit",
            example: "visit record --to 困难户 --occurred 2026-02-18")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(name: .customLong("member"), help: "走访的委员 A member visited.") var members: [String] = []
        @Option(help: "走访对象（不写姓名） Whom, in general words.") var to: String?
        @Option(help: "地点 Place.") var place: String?
        @Option(help: "内容，封存 What was heard; sealed.") var note: String?
        @Option(help: "编号 Id.") var visit: String?

        var fields: JSONObject {
            JSONObject([
                "members": .texts(members), "to": .text(to), "place": .text(place), "note": .text(note),
                "visit": .text(visit),
            ])
        }
    }
}
