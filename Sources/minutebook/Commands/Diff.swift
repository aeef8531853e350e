internal import ArgumentParser
internal import Views
internal import Wording

struct Diff: AnswerCommand {
    typealias Answer = DiffView

    static var configuration: CommandConfiguration { CommandConfiguration(ViewHelp.diff) }

    @OptionGroup var common: CommonOptions
    @Option(help: ArgumentHelp(ViewHelp.asOf)) var asOf: String?
    @Option(help: ArgumentHelp(ViewHelp.plan)) var plan: String?
    @Option(help: ArgumentHelp(ViewHelp.from)) var from: Int64
    @Option(help: ArgumentHelp(ViewHelp.to)) var to: Int64?

    func request() throws -> ViewRequest {
        try ViewRequest(asOf: asOf, at: to, knownAt: nil, plan: plan, since: from)
    }
}
