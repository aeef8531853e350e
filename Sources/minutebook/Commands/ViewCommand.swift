internal import ArgumentParser
internal import Bookkeeping
internal import Rendering
internal import Views
internal import Wording

/// A question for people's hands: its options make the request, and the view answers.
protocol AnswerCommand: RunnableCommand {
    associatedtype Answer: View

    var common: CommonOptions { get }
    var arguments: ViewArguments { get }
    /// What the log of readings says.
    var purpose: String { get }
    func request() throws -> ViewRequest
}

extension AnswerCommand {
    var arguments: ViewArguments { [:] }

    var purpose: String { Answer.name }

    func context(in run: Run) throws -> ViewContext { try run.context(request(), for: run.purpose(purpose)) }

    func answer(in run: Run) throws -> Answer { try Answer(context(in: run), arguments) }

        func run(in run: Run) throws {
        let answer = try answer(in: run)
        run.show(answer.document, json: answer.json)
    }
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
