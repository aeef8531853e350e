internal import ArgumentParser
internal import CanonicalJSON

struct WorkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "work", abstract: "文稿 Written works",
        subcommands: [File.self])

    struct File: RecordingCommand {
        static let command = "work.file"
        static let configuration = describe(
            "归档 Put on file",
            example: "work file --kind report --title 调研报告 --activity A3")

        @OptionGroup var common: CommonOptions
        @OptionGroup var recording: RecordingOptions
        @Option(help: "report、minutes、notice、materials、plan、summary、reflection、article、publicity、other") var kind: String
        @Option(help: "题目，不封存 Title; never sealed.") var title: String
        @Option(name: .customLong("author"), help: "作者 An author.") var authors: [String] = []
        @Option(help: "所属活动 The activity it belongs to.") var activity: String?
        @Option(help: "正文 Text.") var text: String?
        @Option(help: "编号 Id.") var work: String?

        var fields: JSONObject {
            JSONObject([
                "kind": .text(kind), "title": .text(title), "authors": .texts(authors),
                "activity": .text(activity), "text": .text(text), "work": .text(work),
            ])
        }
    }
}
