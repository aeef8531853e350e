internal import ArgumentParser
internal import Bookkeeping
internal import Domain
internal import Reports
internal import Views
internal import Wording

struct SignInSheetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet", abstract: "打印签到表 A sign-in sheet to print, sign, and type in later",
        discussion: "EXAMPLE: minutebook activity sheet A3 -o A3.html")

    @OptionGroup var common: CommonOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Argument(help: "活动 The activity.") var activity: String
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        let activity = ActivityID(activity).flatMap { state.activities[$0] }
        let sheet = try book.reading(for: common.purpose("activity sheet"), in: state) { reader in
            try activity.flatMap { try SignInSheet($0, state, reader: reader) }
        }
        guard let sheet else {
            throw Problem(.notFound, code: "no-such-activity", .noSuchActivity(self.activity))
        }
        let sink = try common.sink(output)
        try sink.write(sheet.html(.current).utf8)
        try sink.close()
    }
}
