internal import ArgumentParser
internal import Bookkeeping
internal import Rendering
internal import Views
internal import Wording

/// A question for people's hands: its options make the request, and the view answers.
protocol AnswerCommand: ParsableCommand {
    associatedtype Answer: View

    var common: CommonOptions { get }
    var arguments: ViewArguments { get }
    /// What the log of readings says.
    var purpose: ReadingPurpose { get }
    func request() throws -> ViewRequest
}

extension AnswerCommand {
    var arguments: ViewArguments { [:] }

    var purpose: ReadingPurpose { common.purpose(Answer.name) }

    func context() throws -> ViewContext { try common.context(request(), for: purpose) }

    func answer() throws -> Answer { try Answer(context(), arguments) }

    func show(_ answer: Answer) { common.show(answer.document, json: answer.json) }

    func run() throws { try show(answer()) }
}

/// A question as of a day and by a state of knowledge.
protocol ViewCommand: AnswerCommand {
    var options: ViewOptions { get }
    /// The plan that is named, where a plan is chosen.
    var plan: String? { get }
}

extension ViewCommand {
    var plan: String? { nil }

    func request() throws -> ViewRequest { try options.request(plan: plan) }
}

extension CommonOptions {
    /// The book that is asked, now.
    func context(_ request: ViewRequest, for purpose: ReadingPurpose) throws -> ViewContext {
        try ViewContext(request, of: openBook(), at: Clock.now(), for: purpose, progress: .onTerminal)
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
