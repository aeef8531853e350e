internal import ArgumentParser
internal import Assessment
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Rendering
internal import Reports
internal import Wording

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "计划完成到哪里 Where each target of the plan stands",
        discussion: """
            年度没过完时，还列出欠着的、到期日和最省力的得分办法。--members 列出每名委员。
            While the year runs, also what is owed and when, and the next acts that gain the most. --members lists each member.

            EXAMPLE: minutebook status --as-of 2019-06-30
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var options: PlanOptions
    @OptionGroup var knowledge: KnowledgeOptions
    @Flag(help: "列出每名委员的得分和欠缺 Each member's points, and what each still owes.") var members = false

    func run() throws {
        let book = try common.openBook()
        let state = try knowledge.state(of: book)
        let status = try options.status(of: state)
        let name = state.book.opened?.name ?? ""
        guard !common.json else { return Output.json(status.json(book: name, language: .current)) }
        StatusText.print(status, name: name)
        guard members else { return }
        let names = try book.reading(for: common.purpose("status"), in: state) { reader in
            try status.inOffice.map { Phrase.member($0, try reader.name(of: $0)) }
        }
        StatusText.printMembers(status, names)
    }
}

/// A plan's status as a person reads it.
enum StatusText {
    static func print(_ status: PlanStatus, name: String) {
        Output.line(.plain("\(name) · ") + .localized(status.plan.title))
        Output.line(
            Phrase(
                zh: "截至 \(status.asOf)，依据第 1–\(status.position) 条",
                en: "as of \(status.asOf), from entries 1–\(status.position)"))
        Output.line()
        targets(of: status).lines.forEach { Output.line($0) }
        printForesight(status)
        printCalendar(status)
        printWarnings(status.plan)
    }

    /// Where each target stands; points only where the plan gives any.
    private static func targets(of status: PlanStatus) -> TextTable {
        let language = Language.current
        let hasPoints = status.plan.targets.contains { $0.scoring != nil }
        let points = [Phrase(zh: "得分", en: "points"), Phrase(zh: "满分", en: "of")]
        var table = TextTable(
            ([Phrase(zh: "项", en: "id"), Phrase(zh: "考核项目", en: "target")] + (hasPoints ? points : [])
                + [Phrase(zh: "状态", en: "state"), Phrase(zh: "实际 / 要求", en: "actual / required")]).map { $0[language] },
            alignments: [.left, .left] + (hasPoints ? [.right, .right] : []) + [.left, .left])
        func add(_ id: String, _ title: Phrase, _ points: Int64?, _ full: Int64?, _ state: Phrase, _ measured: Phrase) {
            let points = hasPoints ? [points.map(Phrase.points) ?? "", full.map(Phrase.points) ?? ""] : []
            table.add([id, title[language]] + points + [state[language], measured[language]])
        }
        for target in status.targets {
            add(
                target.target.id, .localized(target.target.title), target.points, target.target.points,
                .state(target.state), measured(target))
        }
        if status.plan.scoresBody {
            let grade = status.total.grade.map { Phrase.localized($0.title) } ?? .plain("")
            add("", Phrase(zh: "合计", en: "total"), status.points, status.of, grade, .plain(""))
        }
        return table
    }

    /// What is owed, until when and at which pace; and what would gain the most.
    private static func printForesight(_ status: PlanStatus) {
        let open = status.targets.flatMap { target in target.requirements.map { (target, $0) } }
            .filter { $0.1.remaining > 0 && $0.1.state != .met && $0.1.state != .missed && status.asOf < $0.1.due }
        if !open.isEmpty {
            Output.line()
            var table = TextTable(
                [
                    Phrase(zh: "还差", en: "owed"), Phrase(zh: "内容", en: "what"), Phrase(zh: "数量", en: "how many"),
                    Phrase(zh: "到期", en: "due"), Phrase(zh: "节奏", en: "pace"), Phrase(zh: "谁、哪里", en: "who, where"),
                ].map { $0[.current] }, alignments: [.left, .left, .right, .left, .left, .left])
            for (target, requirement) in open {
                table.add([
                    target.target.id, Phrase.requirement(requirement.requirement)[.current],
                    Phrase.remaining(requirement)[.current], requirement.due.description,
                    (status.pace(requirement).map(Phrase.pace) ?? .plain(""))[.current],
                    Phrase.parts(requirement.behind)[.current],
                ])
            }
            table.lines.forEach { Output.line($0) }
        }
        let next = status.nextActs.prefix(nextActsMax)
        guard !next.isEmpty else { return }
        Output.line()
        Output.line(Phrase(zh: "最省力的得分办法：", en: "What gains the most for the least:"))
        for act in next { Output.line(.plain("  ") + .nextAct(act)) }
    }

    private static let nextActsMax = 5

    /// - Parameter names: of the members assessed, in their order.
    static func printMembers(_ status: PlanStatus, _ names: [Phrase]) {
        let targets = status.targetsOfMembers
        guard !targets.isEmpty, !names.isEmpty else { return }
        Output.line()
        let hasTotals = !status.members.isEmpty
        var table = TextTable(
            [Phrase(zh: "委员", en: "member")[.current]] + targets.map { $0.target.id }
                + (hasTotals ? [Phrase(zh: "合计", en: "total")[.current], Phrase(zh: "等次", en: "grade")[.current]] : []),
            alignments: [.left] + targets.map { _ in .right } + (hasTotals ? [.right, .left] : []))
        for (index, member) in status.inOffice.enumerated() {
            let total = status.members.first { $0.member == member }?.total
            table.add(
                [names[index][.current]] + targets.map { Phrase.ofMember(member, in: $0)[.current] }
                    + (hasTotals
                        ? [total.map { Phrase.points($0.points) } ?? "", total?.grade.map { Phrase.localized($0.title)[.current] } ?? ""]
                        : []))
        }
        table.lines.forEach { Output.line($0) }
    }

    private static func measured(_ target: TargetStatus) -> Phrase {
        if target.target.subject == .member { return target.target.requirements.isEmpty ? .plain("") : .actual(target) + .plain(" / ") + .required(target.target) }
        let parts = target.requirements.map { status in
            let label = target.requirements.count > 1 ? Phrase.requirement(status.requirement) + .plain(" ") : .plain("")
            return label + .actual(status) + .plain(" / ") + .required(status.requirement)
        }
        return .joined(parts, zh: "；", en: "; ")
    }

    static func printCalendar(_ status: PlanStatus) {
        guard !status.calendar.isEmpty else { return }
        let language = Language.current
        Output.line()
        var table = TextTable(
            [
                Phrase(zh: "日程", en: "calendar"), Phrase(zh: "时间", en: "when"), Phrase(zh: "事项", en: "what"),
                Phrase(zh: "状态", en: "state"), Phrase(zh: "由", en: "by"),
            ].map { $0[language] }, alignments: [.left, .left, .left, .left, .left])
        for item in status.calendar {
            table.add([
                item.item.id, Phrase.when(item.item.when)[language], Phrase.localized(item.item.title)[language],
                Phrase.state(item.state)[language], item.fulfilledBy?.description ?? "",
            ])
        }
        table.lines.forEach { Output.line($0) }
        guard !status.unplanned.isEmpty else { return }
        Output.line()
        let ids = status.unplanned.map(\.description).joined(separator: ", ")
        Output.line(Phrase(zh: "日程之外的活动：\(ids)", en: "activities beside the calendar: \(ids)"))
    }

    static func printWarnings(_ plan: Plan) {
        guard !plan.warnings.isEmpty else { return }
        Output.line()
        for warning in plan.warnings {
            Output.line(Phrase(zh: "注意：", en: "note: ") + .planWarning(warning))
        }
    }
}
