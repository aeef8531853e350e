internal import ArgumentParser
internal import Reports
internal import Views
internal import Wording

struct SignInSheetCommand: ViewCommand {
    typealias Answer = SignInSheetView

    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "打印签到表 A sign-in sheet to print, sign, and type in later",
        discussion: "EXAMPLE: minutebook activity sheet A3 -o A3.html")

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Argument(help: "活动 The activity.") var activity: String
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    var arguments: ViewArguments { ["activity": activity] }

    func run() throws {
        let sheet = try answer()
        guard !common.json else { return Output.json(sheet.json) }
        let sink = try common.sink(output)
        try sink.write(sheet.html(.current).utf8)
        try sink.close()
    }
}
