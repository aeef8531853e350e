internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Views
internal import Wording

struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "两个时点所知，哪些数不一样 What changed in every figure between two states of knowledge",
        discussion: """
            --from、--to 是第几条：当时知道的与后来知道的，截至同一天来比。
            --from and --to are positions: what was known then and later, as of the same day.

            EXAMPLE: minutebook diff --from 414 --to 415 --as-of 2019-06-30
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @Option(help: "从第几条时 Known at this position.") var from: Int64
    @Option(help: "到第几条时；默认到现在 And at this one; by default now.") var to: Int64?

    mutating func validate() throws {
        try Positions.check("--from", from, from: 0)
        try Positions.check("--to", to, from: 0)
    }

    func run() throws {
        let book = try common.openBook()
        let cuts = [KnowledgeCut.position(Position(from)), .position(Position(to ?? .max))]
        let states = try book.states(known: cuts, progress: .onTerminal)
        let after = try options.status(of: states[1])
        // Before the plan was adopted, the facts were already what they were.
        let before = try PlanOptions.unlessUnplanned { try options.status(of: states[0]) } ?? assess(after.plan, states[0], asOf: after.asOf)
        let changes = before.changes(to: after)
        if common.json {
            return Output.json([
                "from": .integer(states[0].position.value), "to": .integer(states[1].position.value),
                "plan": .string(after.plan.id), "asOf": .string(after.asOf.description),
                "changes": .array(changes.map { $0.json }),
            ])
        }
        Output.line(
            Phrase(
                zh: "\(after.plan.id)，截至 \(after.asOf)：第 \(states[0].position) 条时 → 第 \(states[1].position) 条时",
                en: "\(after.plan.id) as of \(after.asOf): known at \(states[0].position) → known at \(states[1].position)"))
        ChangesText.print(changes, headings: [Phrase(zh: "原先", en: "before"), Phrase(zh: "后来", en: "after")])
    }
}

/// Figures that differ, side by side.
enum ChangesText {
    static func print(_ changes: [FigureChange], headings: [Phrase]) {
        guard !changes.isEmpty else { return Output.line(Phrase(zh: "没有数字不同。", en: "No figure differs.")) }
        Output.line()
        var table = TextTable(
            ([Phrase(zh: "数字", en: "figure")] + headings).map { $0[.current] }, alignments: [.left, .left, .left])
        for change in changes {
            table.add([
                Phrase.figure(change.figure)[.current], Phrase.figureValue(change.before)[.current],
                Phrase.figureValue(change.after)[.current],
            ])
        }
        table.lines.forEach { Output.line($0) }
    }
}
