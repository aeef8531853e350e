public import CanonicalJSON
public import Domain
public import EventLog
public import Rendering
internal import Wording

/// One proposal: where it stands, what is missing, and its course.
public struct ProposalView: View {
    public static let name = "proposal"
    public static let parameters = ["proposal"]

    public let id: ProposalID
    /// Nil where it was voided, and only its course is left.
    public let proposal: Proposal?
    /// What the classes of answers mean by the rules in force.
    public let classes: [AnswerClassMeaning]
    /// The limits that are neither kept nor past, in the order of their days.
    public let deadlines: [Deadline]
    public let day: CalendarDate
    public let trail: AuditTrail
    private let state: State

    /// - Throws: `Problem` where nothing is recorded of it.
    public init(_ context: ViewContext, _ arguments: ViewArguments) throws {
        let text = try arguments.required("proposal")
        let problem = Problem(.notFound, code: "no-such-proposal", .noSuchProposal(text))
        guard let id = ProposalID(text) else { throw problem }
        trail = try AuditTrail(of: id.subject, context)
        guard !trail.entries.isEmpty else { throw problem }
        self.id = id
        state = context.state
        day = context.day
        let proposal = context.state.proposals[id].flatMap { $0.exists ? $0 : nil }
        self.proposal = proposal
        classes = context.state.rules?.fact.classes ?? []
        deadlines = (proposal.map { context.state.deadlines(of: $0, asOf: context.day) } ?? []).filter { $0.done == nil && !$0.isLapsed }
    }

    public var json: JSONValue {
        var object = proposal?.json(classes, state.canonical) ?? JSONObject()
        object["proposal"] = .text(id)
        object["stage"] = .code(proposal?.stage)
        object["deadlines"] = .array(deadlines.map { $0.json(asOf: day, within: Deadline.dueSoonDays) })
        object["trail"] = trail.json
        return .object(object)
    }

    public var document: Document { Document(sections: [standing].compactMap(\.self) + trail.sections) }

    private var standing: Document.Section? {
        guard let proposal else { return nil }
        let number = proposal.number.map { "  \($0)" } ?? ""
        let headline = Phrase.plain("\(id) \(proposal.title ?? "")\(number)  ") + .proposalStage(proposal.stage)
        let lines = proposal.facts(classes, state.canonical) + deadlines.map { .line($0, on: day, within: Deadline.dueSoonDays) }
        return .init([.paragraph(headline)] + lines.map { .paragraph(.plain("  ") + $0) })
    }
}

extension Proposal {
    /// What is to be known beside the course: who signed, who handles it, who has no answer, what was promised.
    fileprivate func facts(_ classes: [AnswerClassMeaning], _ canonical: ([MemberID]) -> [MemberID]) -> [Phrase] {
        var facts: [Phrase] = []
        if !signers.isEmpty { facts.append(.signedBy(canonical(signers))) }
        if let round = rounds.last {
            facts.append(.handledBy(round, isAgain: rounds.count > 1))
            if let answerClass = round.answered?.fact.answerClass {
                facts.append(.answerClass(answerClass, meaning: classes.meaning(of: answerClass)))
            }
            if round.isAnswered, !unansweredSigners.isEmpty { facts.append(.notAnswered(canonical(unansweredSigners))) }
        }
        if let into = merged?.fact.into { facts.append(.mergedInto(into)) }
        if let parts = split?.fact.into { facts.append(.splitInto(parts)) }
        facts += commitments.map { .commitment($0) }
        if !marks.isEmpty { facts.append(.joined(marks.map { .proposalMark($0.fact.mark) })) }
        facts += adoptions.map { .adoptedBy($0.fact.level) } + instructions.map { .instructedBy($0.fact.leader, $0.fact.level) }
        facts += sentUp.map { .sentUp($0.fact.to, $0.fact.level) }
        return facts
    }
}

extension [AnswerClassMeaning] {
    func meaning(of answerClass: ProposalAnswered.Class) -> String? { first { $0.answerClass == answerClass }?.meaning }
}
