#if Web
internal import Assessment
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// Where the year stands: charts over the status of the plan, as of any day and any state of knowledge.
enum PlanPage {
    private static let page = ViewPage(pattern: "/plan", view: StatusView.self, title: PageText.plan, place: "/plan")

    static func response(to asked: Asked) async throws -> Response {
        let role = try asked.account().role
        var arguments = page.arguments(asked)
        // Members see where the body stands; each their own figures under 我的.
        if role == .member { arguments["members"] = nil }
        let (final, language) = (arguments, asked.language)
        do {
            let isFirstPage = asked.route.pattern == "/"
            let (document, charts, waiting, period, position) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
                let view = try StatusView(context, final)
                return (view.document, PlanCharts(view.status, context).sections, isFirstPage ? try Approvals.rows(context, by: role) : [], view.status.plan.period, context.position.value)
            }
            if asked.query["format"] == "csv" {
                return .attachment(CSVRenderer(language).render(document), type: "text/csv; charset=utf-8", named: "\(PageText.plan[language]).csv")
            }
            let approvals = waiting.isEmpty ? "" : PageTemplate.today.render(["sections": [TodayRoutes.section(TodayText.waiting, waiting, empty: .plain(""), asked)]])
            let drawn = approvals + slider(period, asked) + draw(charts, asked)
            var links: [Page.Link] = Route.Access.office.allows(role)
                ? [("/ranking", PageTitle.ranking), ("/risk", PageTitle.risk), ("/register", PageTitle.register), ("/appeals", PageTitle.appeals)]
                    .map { .init(address: asked.address($0.0), text: $0.1) } : []
            // Of an earlier state of knowledge: every figure that is another one by now.
            if asked.query["at"] != nil || asked.query["knownAt"] != nil, Route.Access.office.allows(role) {
                links.insert(.init(address: asked.address("/diff?since=\(position)"), text: PageText.whatChanged), at: 0)
            }
            return try page.page(document, asked, before: drawn, acts: links).response(to: asked)
        } catch let problem as Problem where problem.code == "no-plan" && asked.query["plan"] == nil {
            let act = RecordForm.link(to: "plan.adopt", asked, role: role)
            return Page(title: PageText.plan, act: act, body: "<p class=\"empty\">\(escape(TodayText.noPlan[language]))</p>", place: "/plan").response(to: asked)
        }
    }
}

extension PlanPage {
    /// A day of the plan's year to be chosen; without scripts the form below does the same.
    private static func slider(_ period: Period, _ asked: Asked) -> String {
        let last = period.last.daysSince1970 - period.first.daysSince1970
        let shown = asked.query["asOf"].flatMap { CalendarDate($0) }.map { min(max(0, $0.daysSince1970 - period.first.daysSince1970), last) } ?? last
        return """
            <form method="get" action="\(escape(asked.address("/plan")))" class="inline slider" data-first="\(period.first)" hidden>\
            <label for="slide">\(escape(PageText.asOf[asked.language]))</label> <output for="slide">\(escape(asked.query["asOf"] ?? period.last.description))</output>\
            <input id="slide" type="range" min="0" max="\(last)" value="\(shown)"></form>
            """
    }

    /// Each picture, and its table for those who open it.
    private static func draw(_ charts: [Document.Section], _ asked: Asked) -> String {
        let renderer = HTMLRenderer(asked.language, links: asked.links)
        func fragment(_ blocks: [Document.Block]) -> String {
            renderer.fragment(Document(title: .plain(""), subtitle: .plain(""), sections: [.init(title: .plain(""), blocks: blocks)]))
        }
        let drawn = charts.map { chart in
            "<div class=\"chart\"><h2>\(escape(chart.title[asked.language]))</h2>\(fragment(Array(chart.blocks.prefix(1))))"
                + "<details><summary>\(escape(ChartText.figures[asked.language]))</summary>\(fragment(Array(chart.blocks.dropFirst())))</details></div>"
        }
        return drawn.isEmpty ? "" : "<div class=\"charts\">\(drawn.joined())</div>"
    }
}

/// Pictures of the year; each has its table, for those who cannot see it and those who want the figures.
struct PlanCharts {
    private let status: PlanStatus
    private let context: ViewContext

    init(_ status: PlanStatus, _ context: ViewContext) {
        self.status = status
        self.context = context
    }

    var sections: [Document.Section] {
        [points, attendance, proposals, donations].compactMap(\.self)
    }

    private func section(_ title: Phrase, _ chart: BarChart, _ table: Table) -> Document.Section {
        Document.Section(title: title, blocks: [.chart(chart), .table(table)])
    }

    /// Points against full marks.
    private var points: Document.Section? {
        let scored = status.targets.filter { ($0.target.points ?? 0) > 0 && $0.points != nil }
        guard !scored.isEmpty else { return nil }
        let bars = scored.map { target -> BarChart.Bar in
            let (points, full) = (target.points ?? 0, target.target.points ?? 0)
            return .init(
                label: .plain(target.target.id + " ") + .localized(target.target.title), value: max(0, points), full: full,
                caption: .plain("\(Phrase.points(points))/\(Phrase.points(full))"), isGood: target.state == .met || points >= full)
        }
        var table = Table("targets", [.init("id", ColumnTitle.item, .word), .init("points", ColumnTitle.points, .points), .init("of", ColumnTitle.fullMarks, .points)])
        for target in scored { table.append([.code(target.target.id, .plain(target.target.id)), .points(target.points), .points(target.target.points)]) }
        return section(ChartText.points, BarChart(title: ChartText.points, bars: bars), table)
    }

    /// The share of those who were to come, by the month of the activity.
    private var attendance: Document.Section? {
        let state = context.on(status.asOf).state
        var months: [String: (present: Int64, of: Int64)] = [:]
        for activity in state.activities.values {
            guard let day = activity.date?.first, status.plan.period.contains(day), activity.isHeld(by: status.asOf) else { continue }
            let count = AttendanceCount(activity, in: state)
            guard !count.evidence.isEmpty else { continue }
            let month = String(day.description.prefix(7))
            months[month, default: (0, 0)].present += Int64(count.present.count)
            months[month, default: (0, 0)].of += Int64(count.countable)
        }
        guard !months.isEmpty else { return nil }
        let asked = status.plan.attendance
        var bars: [BarChart.Bar] = []
        var table = Table("attendance", [.init("month", ChartText.month, .word), .init("share", ColumnTitle.attended, .share), .init("percent", ChartText.share, .percent)])
        for (month, count) in months.sorted(by: { $0.key < $1.key }) {
            let isGood = asked.map { $0.isReached(by: Int(count.present), of: Int(count.of)) } ?? true
            bars.append(.init(label: .plain(month), value: count.present, full: count.of, caption: .plain(Phrase.percent(count.present, of: count.of)), isGood: isGood))
            table.append([.plain(month), .share(count.present, of: count.of), .percent(count.present, of: count.of)])
        }
        return section(ChartText.attendance, BarChart(title: ChartText.attendance, bars: bars, markPercent: asked?.wholePercent), table)
    }

    /// How many proposals have come how far.
    private var proposals: Document.Section? {
        let view = ProposalsView(context.on(status.asOf), [:])
        let filed = view.rows.filter { $0.filed.map { status.plan.period.contains($0.first) } ?? false }
        guard !filed.isEmpty else { return nil }
        let counts = Dictionary(grouping: filed, by: \.stage).mapValues { Int64($0.count) }
        let stages = Proposal.Stage.allCases.filter { counts[$0] != nil }
        let bars = stages.map { stage in
            BarChart.Bar(label: .proposalStage(stage), value: counts[stage] ?? 0, full: Int64(filed.count), caption: .plain(counts[stage] ?? 0), isGood: true)
        }
        var table = Table("proposals", [.init("stage", ColumnTitle.stage, .word), .init("count", ChartText.count, .number)])
        for stage in stages { table.append([.text(.proposalStage(stage)), .number(counts[stage] ?? 0)]) }
        return section(ChartText.proposals, BarChart(title: ChartText.proposals, bars: bars), table)
    }

    /// Money given, by month.
    private var donations: Document.Section? {
        let view = context.on(status.asOf).state.donations.values.compactMap(\.received).filter { $0.fact.amount != nil }
        let given = view.filter { status.plan.period.contains($0.occurred.first) }
        guard !given.isEmpty else { return nil }
        let sums = Dictionary(grouping: given) { String($0.occurred.first.description.prefix(7)) }
            .mapValues { $0.reduce(Int64(0)) { $0.addingReportingOverflow($1.fact.amount ?? 0).partialValue } }
        let most = sums.values.max() ?? 0
        let bars = sums.sorted { $0.key < $1.key }.map { month, sum in
            BarChart.Bar(label: .plain(month), value: max(0, sum), full: max(1, most), caption: .plain(Phrase.yuan(sum)), isGood: true)
        }
        var table = Table("donations", [.init("month", ChartText.month, .word), .init("sum", ChartText.sum, .money)])
        for (month, sum) in sums.sorted(by: { $0.key < $1.key }) { table.append([.plain(month), .money(fen: sum)]) }
        return section(ChartText.donations, BarChart(title: ChartText.donations, bars: bars), table)
    }
}
#endif
