internal import ArgumentParser
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Reports
internal import Views
internal import Wording

struct ProposalList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "提案办理一览 The proposals and where they stand",
        discussion: "EXAMPLE: minutebook proposal list")

    @OptionGroup var common: CommonOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var until: DayOption

    func run() throws {
        let state = try knowledge.state(of: common.openBook())
        let day = try until.day ?? state.today(at: Clock.now())
        let open = state.deadlines(asOf: day).filter { [.open, .overdue, .paused].contains($0.standing(asOf: day)) }
        let dues = Dictionary(open.map { ($0.subject, $0.due) }) { first, _ in first }
        var list = Listing(columns: [
            .init("proposal", "编号", "id"), .init("number", "案号", "number"), .init("title", "题目", "title"),
            .init("filed", "提交", "filed"), .init("lead", "主办", "lead"), .init("due", "期限", "due"),
            .init("stage", "状态", "stage"),
        ])
        for proposal in state.proposals.values {
            guard proposal.filed != nil || proposal.draft != nil else { continue }
            let filed = proposal.filed.map { Phrase.when($0.occurred)[.current] }
            list.rows.append([
                proposal.id.description, proposal.number ?? "", proposal.filed?.fact.title ?? proposal.draft?.fact.title ?? "",
                filed ?? "", proposal.rounds.last?.units.first?.name ?? "", (dues[proposal.id.subject] ?? nil)?.description ?? "",
                Phrase.proposalStage(proposal.stage)[.current],
            ])
        }
        list.show(json: common.json)
    }
}

struct ProposalShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "一件提案：办到哪里、还差什么、经过 One proposal: where it stands, what is missing, step by step",
        discussion: "EXAMPLE: minutebook proposal show P3")

    @OptionGroup var common: CommonOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @OptionGroup var until: DayOption
    @Argument(help: "提案 The proposal.") var proposal: String

    func run() throws {
        if !common.json { try standing() }
        // A proposal's course is its audit trail.
        var audit = Audit()
        audit.common = common
        audit.subject = "proposal:\(proposal)"
        try audit.run()
    }

    private func standing() throws {
        let state = try knowledge.state(of: common.openBook())
        guard let proposal = ProposalID(proposal).flatMap({ state.proposals[$0] }), proposal.filed != nil || proposal.draft != nil else {
            return
        }
        let day = try until.day ?? state.today(at: Clock.now())
        let number = proposal.number.map { "  \($0)" } ?? ""
        Output.line(.act(proposal.id.subject, in: state) + .plain(number + "  ") + .proposalStage(proposal.stage))
        for fact in facts(proposal, state.rules?.fact) { Output.line(.plain("  ") + fact) }
        for deadline in state.deadlines(asOf: day) where deadline.subject == proposal.id.subject && deadline.done == nil && !deadline.isLapsed {
            Output.line(
                .plain("  ") + .standing(deadline, on: day, within: 14)
                    + Phrase(zh: "：", en: ": ") + .step(deadline.step) + .plain(" \(deadline.unit ?? "") \(deadline.due?.description ?? "–")  ")
                    + .origin(deadline))
        }
        Output.line()
    }

    /// What is to be known beside the course: who signed, who handles it, who has no answer, what was promised.
    private func facts(_ proposal: Proposal, _ rules: RulesAdopted?) -> [Phrase] {
        func names(_ names: [some CustomStringConvertible]) -> Phrase { .joined(names.map { .plain($0) }) }
        var facts: [Phrase] = []
        if !proposal.signers.isEmpty { facts.append(Phrase(zh: "署名：", en: "signed by ") + names(proposal.signers)) }
        if let round = proposal.rounds.last {
            let units = round.units.map { unit in
                unit.name + (unit.answer != nil ? "✓" : unit.returned != nil ? "✗" : "")
            }
            facts.append(Phrase(zh: "承办：", en: "handled by ") + names(units) + (proposal.rounds.count > 1 ? Phrase(zh: "（二次办理）", en: " (again)") : .plain("")))
            if let answerClass = round.answered?.fact.answerClass {
                let meaning = rules?.classes.first { $0.answerClass == answerClass }?.meaning
                facts.append(Phrase(zh: "答复类别：", en: "class of the answer: ") + .plain(answerClass.rawValue + (meaning.map { "，\($0)" } ?? "")))
            }
            if round.isAnswered, !proposal.unansweredSigners.isEmpty {
                facts.append(Phrase(zh: "未答复的提案人：", en: "not answered yet: ") + names(proposal.unansweredSigners))
            }
        }
        if let into = proposal.merged?.fact.into { facts.append(Phrase(zh: "并入 \(into)", en: "merged into \(into)")) }
        if let parts = proposal.split?.fact.into { facts.append(Phrase(zh: "分为 ", en: "split into ") + names(parts)) }
        for commitment in proposal.commitments {
            let made = commitment.made.fact
            let end: Phrase =
                switch commitment.settled?.fact.kept {
                case true?: Phrase(zh: "已兑现", en: "kept")
                case false?: Phrase(zh: "没有兑现", en: "not kept")
                case nil: Phrase(zh: "\(made.due) 前兑现", en: "to be kept by \(made.due)")
                }
            facts.append(Phrase(zh: "承诺（第 \(commitment.made.position) 条）：", en: "commitment (entry \(commitment.made.position)): ") + .plain("\(made.unit) \(made.what)") + Phrase(zh: "，", en: ", ") + end)
        }
        if !proposal.marks.isEmpty { facts.append(.joined(proposal.marks.map { .proposalMark($0.fact.mark) })) }
        return facts
    }
}
