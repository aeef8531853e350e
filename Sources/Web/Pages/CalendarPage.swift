#if Web
internal import Assessment
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// The plan's calendar: the year, or a month in its ten-day parts, what was planned against what was done.
enum CalendarPage {
    private static let page = ViewPage(
        pattern: "/calendar", view: CalendarView.self, title: PageText.calendar, place: "/calendar", commands: ["activity.schedule"])

    static func response(to asked: Asked) async throws -> Response {
        let role = try asked.account().role
        var arguments = page.arguments(asked)
        // Birthdays are for those who congratulate.
        if !Route.Access.office.allows(role) { arguments["withoutNames"] = "true" }
        let final = arguments
        do {
            let (document, months, grid) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
                let view = try CalendarView(context, final)
                var document = view.document
                // The month is drawn as a table of days here.
                if view.month != nil { document.sections.removeFirst(min(2, document.sections.count)) }
                return (document, Self.months(of: view.status.plan.period.first, to: view.status.plan.period.last), view.month.map { MonthGrid($0, view.entries) })
            }
            if asked.query["format"] == "csv" {
                return .attachment(CSVRenderer(asked.language).render(document), type: "text/csv; charset=utf-8", named: "\(PageText.calendar[asked.language]).csv")
            }
            let body = "<div class=\"calendar\">" + links(to: months, asked) + (grid?.render(for: asked) ?? "") + "</div>"
            let feed = Page.Link(address: asked.address("/feed"), text: TodayText.feed)
            return try page.page(document, asked, before: body, acts: [feed]).response(to: asked)
        } catch let problem as Problem where problem.code == "no-plan" && asked.query["plan"] == nil {
            return Page(title: PageText.calendar, body: "<p class=\"empty\">\(escape(TodayText.noPlan[asked.language]))</p>", place: "/calendar").response(to: asked)
        }
    }

    private static func months(of first: CalendarDate, to last: CalendarDate) -> [String] {
        var months: [String] = []
        var day = first
        while day <= last, months.count < 120 {
            months.append(String(day.description.prefix(7)))
            day = day.adding(months: 1)
        }
        return months
    }

    private static func links(to months: [String], _ asked: Asked) -> String {
        let shown = asked.query["month"]
        func link(_ month: String?, _ text: String) -> String {
            let isHere = month == shown ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(escape(asked.address(with: [("month", month), ("format", nil), ("lang", nil)])))\"\(isHere)>\(escape(text))</a></li>"
        }
        let items = [link(nil, PageText.wholeYear[asked.language])] + months.map { link($0, $0) }
        return "<nav aria-label=\"\(escape(ChartText.month[asked.language]))\"><ul class=\"months\">\(items.joined())</ul></nav>"
    }
}

/// A month as a table of its days, with what is on each.
private struct MonthGrid: Sendable {
    let first: CalendarDate
    let last: CalendarDate
    let entries: [CalendarEntry]

    init(_ month: Period, _ entries: [CalendarEntry]) {
        (first, last) = (month.first, month.last)
        self.entries = entries.filter { $0.when.isExact && $0.when.first == $0.when.last }
    }

    func render(for asked: Asked) -> String {
        let language = asked.language
        // 1 January 1970 was a Thursday.
        let blanks = Int(((first.daysSince1970 + 3) % 7 + 7) % 7)
        let count = Int(last.daysSince1970 - first.daysSince1970) + 1
        var cells = Array(repeating: "<td></td>", count: blanks) + (0..<count).map { cell(first.adding(days: $0), asked) }
        while cells.count % 7 != 0 { cells.append("<td></td>") }
        let rows = stride(from: 0, to: cells.count, by: 7).map { "<tr>\(cells[$0..<$0 + 7].joined())</tr>" }
        let heads = Phrase.weekdays[language].split(separator: " ").map { "<th scope=\"col\">\($0)</th>" }
        return "<div class=\"scroll\"><table class=\"month\"><caption>\(escape(Phrase.month(first)[language]))</caption><thead><tr>\(heads.joined())</tr></thead><tbody>\(rows.joined())</tbody></table></div>"
    }

    private func cell(_ day: CalendarDate, _ asked: Asked) -> String {
        let items = entries.filter { $0.when.first == day }.map { entry -> String in
            let text = escape(entry.title[asked.language])
            guard let path = entry.page, Addresses.isOpen(path, to: asked.caller.account?.role) else { return "<div>\(text)</div>" }
            return "<div><a href=\"\(escape(asked.address(path)))\">\(text)</a></div>"
        }
        return "<td><span class=\"day\">\(day.components.day)</span>\(items.joined())</td>"
    }
}

extension CalendarEntry {
    /// The page about it; nil for none.
    fileprivate var page: String? {
        switch what {
        case .activity(let activity, _, _): Addresses.path(of: activity.subject)
        case .due(let target, _, _): "/plan/\(target.id.addressEncoded)"
        case .birthday(let member, _, _): Addresses.path(of: member.subject)
        case .item: nil
        }
    }
}
#endif
