#if Web
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Views
internal import Wording

/// Proposals by state, with the time that is left.
enum ProposalBoard {
    private static let list = ViewPage(pattern: "/proposals", view: ProposalsView.self, title: PageText.proposals, place: "/proposals")

    /// Days before a limit from which it is marked.
    private static let soonDays = 14

    static func response(to asked: Asked) async throws -> Response {
        if asked.query["list"] != nil || asked.query["format"] == "csv" { return try await list.response(to: asked) }
        let language = asked.language
        let columns = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
            let rows = ProposalsView(context, [:]).rows
            return Proposal.Stage.allCases.compactMap { stage -> Column? in
                let cards = rows.filter { $0.stage == stage }
                guard !cards.isEmpty else { return nil }
                return Column(stage: stage, cards: cards.sorted { ($0.due ?? .distantFuture, $0.proposal) < ($1.due ?? .distantFuture, $1.proposal) }.map { Card($0, on: context.day) })
            }
        }
        let body = columns.isEmpty
            ? "<p class=\"empty\">\(PageText.nothingThere[language])</p>"
            : PageTemplate.board.render(["columns": columns.map { $0.values(asked) }])
        let role = try asked.account().role
        return Page(
            title: PageText.proposals, act: RecordForm.link(to: "proposal.file", asked, role: role),
            links: [.init(address: asked.address("/proposals?list=1"), text: TodayText.asList)] + ["proposal.draft"].compactMap { RecordForm.link(to: $0, asked, role: role) },
            body: body, place: "/proposals"
        ).response(to: asked)
    }

    private struct Column: Sendable {
        let stage: Proposal.Stage
        let cards: [Card]

        func values(_ asked: Asked) -> [String: any Sendable] {
            [
                "key": stage.rawValue, "title": Phrase.proposalStage(stage)[asked.language], "count": "\(cards.count)",
                "cards": cards.map { $0.values(asked) },
            ]
        }
    }

    private struct Card: Sendable {
        let proposal: ProposalID
        let title: String
        let detail: String
        let due: CalendarDate?
        let isOverdue: Bool
        let isSoon: Bool

        init(_ row: ProposalsView.Row, on day: CalendarDate) {
            proposal = row.proposal
            title = row.title ?? row.proposal.description
            detail = [row.number ?? row.proposal.description, row.lead].compactMap(\.self).joined(separator: " · ")
            due = row.due
            isOverdue = row.due.map { $0 < day } ?? false
            isSoon = row.due.map { $0 >= day && $0 <= day.adding(days: soonDays) } ?? false
        }

        func values(_ asked: Asked) -> [String: any Sendable] {
            let words = due.map { isOverdue ? TodayText.overdueSince($0.description) : TodayText.dueOn($0.description) }
            return [
                "address": asked.address("/proposals/\(proposal.description.addressEncoded)"), "title": title, "detail": detail,
                "due": PageTemplate.optional(words?[asked.language]), "isOverdue": isOverdue, "isSoon": isSoon,
            ]
        }
    }
}
#endif
