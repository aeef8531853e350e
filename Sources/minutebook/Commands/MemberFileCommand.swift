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
    var purpose: String { "member file" }

    func run(in run: Run) throws {
        let file = try answer(in: run)
        guard !run.isJSON else { return run.console.json(file.json) }
        let sink = try run.sink(output)
        let text =
            switch format {
            case .md: MarkdownRenderer(run.language).render(file.document)
            case .html: HTMLRenderer(run.language).render(file.document)
            }
        try sink.write(text.utf8)
        try sink.close()
    }
}
