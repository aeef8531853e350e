internal import ArgumentParser
internal import Bookkeeping
internal import Rendering
internal import Views
internal import Wording

struct MemberFileCommand: ViewCommand {
    typealias Answer = MemberView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.memberFile, commandName: "file") }

    enum Format: String, ExpressibleByArgument, CaseIterable { case md, html }

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: ViewOptions
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
    @Argument(help: ArgumentHelp(ViewHelp.member)) var member: String
    @Option(help: ArgumentHelp(ViewHelp.format)) var format = Format.md
    @Option(name: .shortAndLong, help: ArgumentHelp(CommonHelp.output)) var output: String?

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
