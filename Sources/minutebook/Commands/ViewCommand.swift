internal import ArgumentParser
internal import Bookkeeping
internal import Rendering
internal import Views
internal import Wording

/// A question for people's hands: its options make the request, and the view answers.
protocol ViewCommand: ParsableCommand {
    associatedtype Answer: View

    var common: CommonOptions { get }
    var options: ViewOptions { get }
    /// The plan that is named, where a plan is chosen.
    var plan: String? { get }
    var arguments: ViewArguments { get }
    /// What the log of readings says.
    var purpose: ReadingPurpose { get }
}

extension ViewCommand {
    var plan: String? { nil }
    var arguments: ViewArguments { [:] }

    var purpose: ReadingPurpose { common.purpose(Answer.name) }

    func answer() throws -> Answer {
        let request = try options.request(plan: plan)
        let context = try ViewContext(
            request, of: common.openBook(), at: Clock.now(), for: purpose, progress: .onTerminal)
        return try Answer(context, arguments)
    }

    func run() throws {
        let answer = try answer()
        common.show(answer.document, json: answer.json)
    }
}

/// As of which day, and by which state of knowledge.
struct ViewOptions: ParsableArguments {
    @Option(help: ArgumentHelp(ViewHelp.asOf))
    var asOf: String?

    @Option(help: ArgumentHelp(ViewHelp.at))
    var at: Int64?

    @Option(help: ArgumentHelp(ViewHelp.knownAt))
    var knownAt: String?

    func request(plan: String? = nil) throws -> ViewRequest {
        try ViewRequest(asOf: asOf, at: at, knownAt: knownAt, plan: plan)
    }
}
