internal import ArgumentParser
internal import Bookkeeping
internal import Rendering
internal import Views
internal import Wording

struct MemberFileCommand: ViewCommand {
    typealias Answer = MemberView

    static let configuration = CommandConfiguration(
        commandName: "file", abstract: "履职档案 One member's performance file: everything they did",
        discussion: "EXAMPLE: minutebook member file M07 --format html -o M07.html")

    enum Format: String, ExpressibleByArgument, CaseIterable { case md, html }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: "哪个计划 Which plan, where there are several.") var plan: String?
    @Argument(help: "委员 The member.") var member: String
    @Option(help: "格式 Format.") var format = Format.md
    @Option(name: .shortAndLong, help: "输出文件 To a file.") var output: String?

    var arguments: ViewArguments { ["member": member] }
    var purpose: ReadingPurpose { common.purpose("member file") }

    func run() throws {
        let file = try answer()
        guard !common.json else { return Output.json(file.json) }
        let sink = try common.sink(output)
        let text =
            switch format {
            case .md: MarkdownRenderer(.current).render(file.document)
            case .html: HTMLRenderer(.current).render(file.document)
            }
        try sink.write(text.utf8)
        try sink.close()
    }
}
