#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import HTTPTypes
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// The pages that show what views answer, and the lists of them.
enum ViewRoutes {
    static let all: [Route] = pages.map(\.route) + [
        Route(.get, "/calendar", for: withMembers) { try await CalendarPage.response(to: $0) },
        Route(.get, "/more", for: .office) { more($0) },
        Route(.get, "/entries/{positions}", for: .office) { try await entries($0) },
        Route(.get, "/log", for: .office) { try await log($0) },
    ]

    private static let withMembers = Route.Access.roles([.administrator, .secretary, .director, .auditor, .member])

    static let pages: [ViewPage] = [
        ViewPage(pattern: "/plan/{target}", view: ExplainView.self, title: PageText.why, place: "/plan", subject: "subject"),
        ViewPage(pattern: "/explain/{subject}", view: ExplainView.self, title: PageText.why, place: "/plan"),
        ViewPage(pattern: "/ranking", view: RankingView.self, title: PageTitle.ranking, place: "/plan"),
        ViewPage(pattern: "/risk", view: RiskView.self, title: PageTitle.risk, place: "/plan"),
        ViewPage(pattern: "/register", view: RegisterView.self, title: PageTitle.register, place: "/meetings"),
        ViewPage(pattern: "/diff", view: DiffView.self, title: PageTitle.diff, place: "/plan"),
        ViewPage(pattern: "/plans/{plan}", view: PlanView.self, title: PageText.plan, access: withMembers, place: "/plan"),
        ViewPage(pattern: "/rules", view: RulesView.self, title: PageTitle.rules),
        ViewPage(
            pattern: "/meetings/{activity}/notice", view: NoticeView.self, title: PageTitle.notice, access: withMembers, place: "/meetings"),
        ViewPage(
            pattern: "/meetings/{activity}/answers", view: NoticeAnswersView.self, title: PageTitle.noticeAnswers, place: "/meetings",
            commands: ["attendance.register", "attendance.grant-leave"]),
        ViewPage(
            pattern: "/meetings/{activity}/minutes", view: MinutesView.self, title: PageTitle.minutes, place: "/meetings",
            commands: ["minutes.approve"]),
        ViewPage(pattern: "/agenda", view: AgendaView.self, title: PageTitle.agenda, place: "/meetings", commands: ["agenda.add"]),
        ViewPage(pattern: "/speeches", view: SpeechesView.self, title: PageTitle.speeches, place: "/meetings", commands: ["speech.record"]),
        ViewPage(pattern: "/ballots", view: BallotsView.self, title: PageTitle.ballots, place: "/meetings", commands: ["ballot.call"]),
        ViewPage(
            pattern: "/ballots/{ballot}", view: BallotView.self, title: PageTitle.ballot, place: "/meetings", commands: ["ballot.count", "ballot.vote"]),
        ViewPage(pattern: "/ballot-rules", view: BallotRulesView.self, title: PageTitle.ballotRules),
        ViewPage(
            pattern: "/decisions", view: DecisionsView.self, title: PageTitle.decisions,
            commands: ["decision.record", "decision.hand-over", "decision.answer"]),
        ViewPage(
            pattern: "/petitions", view: PetitionsView.self, title: PageTitle.petitions,
            commands: ["petition.receive", "petition.hand-over", "petition.answer"]),
        ViewPage(pattern: "/duty-roster", view: DutyRosterView.self, title: PageTitle.dutyRoster),
        ViewPage(pattern: "/duty-reports", view: DutyReportsView.self, title: PageTitle.dutyReports, commands: ["duty-report.record"]),
        ViewPage(
            pattern: "/proposals/{proposal}", view: ProposalView.self, title: PageTitle.proposal, place: "/proposals",
            commands: ["proposal.accept", "proposal.hand-over", "proposal.answer", "proposal.rate", "proposal.close", "proposal.withdraw"]),
        ViewPage(
            pattern: "/suggestions", view: SuggestionsView.self, title: PageTitle.suggestions,
            commands: ["suggestion.submit", "suggestion.hand-over", "suggestion.answer"]),
        ViewPage(pattern: "/donations", view: DonationsView.self, title: PageTitle.donations, commands: ["donation.receive"]),
        ViewPage(pattern: "/funds", view: FundsView.self, title: PageTitle.funds, commands: ["fund.spend"]),
        ViewPage(pattern: "/works", view: WorksView.self, title: PageTitle.works, commands: ["work.file"]),
        ViewPage(pattern: "/visits", view: VisitsView.self, title: PageTitle.visits, commands: ["visit.record"]),
        ViewPage(pattern: "/visits-due", view: VisitsDueView.self, title: PageTitle.visitsDue, commands: ["visit.record"]),
        ViewPage(pattern: "/commendations", view: CommendationsView.self, title: PageTitle.commendations, commands: ["commendation.record"]),
        ViewPage(
            pattern: "/members", view: MembersView.self, title: PageText.members, place: "/members",
            commands: ["member.join", "member.leave", "member.assign"]),
        ViewPage(
            pattern: "/members/{member}", view: MemberView.self, title: PageTitle.memberFile, place: "/members",
            commands: ["member.change", "member.assign", "member.leave", "points.award"]),
        ViewPage(pattern: "/appeals", view: AppealsView.self, title: PageTitle.appeals, place: "/plan", commands: ["appeal.answer"]),
        ViewPage(
            pattern: "/attachments", view: AttachmentsView.self, title: PageTitle.attachments, links: [("/attachments/new", AttachmentText.add)]),
        ViewPage(pattern: "/due", view: DueView.self, title: PageText.due, place: "/due"),
        ViewPage(pattern: "/audit/{subject}", view: AuditView.self, title: PageText.auditTrail, place: "/log"),
        ViewPage(pattern: "/readings", view: ReadingsView.self, title: PageTitle.readings, place: "/log"),
        ViewPage(pattern: "/search", view: SearchView.self, title: PageText.search, place: "/log", hasSearch: true),
    ]

    // MARK: - Lists of pages

    /// What has no place in the menu.
    private static func more(_ asked: Asked) -> Response {
        let language = asked.language
        let listed = pages.filter { !$0.pattern.contains("{") && $0.place == "/more" || ["/ranking", "/risk", "/register", "/appeals", "/readings", "/search", "/ballots", "/speeches"].contains($0.pattern) }
        let items = listed.map { "<li><a href=\"\(escape(asked.address($0.pattern)))\">\(escape($0.title[language]))</a></li>" }
        let commands = CommandCatalogue.kinds.filter { CommandAccess.allows(asked.caller.account, $0.name) && $0.name != "book.open" }
        let forms = commands.map { kind in
            "<li><a href=\"\(escape(asked.address("/record/\(kind.name)")))\">\(escape(Phrase.eventType(kind.eventType)[language]))</a></li>"
        }
        let body = """
            <section><h2>\(escape(PageText.lists[language]))</h2><ul class="links">\(items.joined())</ul></section>
            <section><h2>\(escape(PageText.recordSomething[language]))</h2><ul class="links">\(forms.joined())</ul></section>
            """
        return Page(title: PageText.more, body: body, place: "/more").response(to: asked)
    }

    // MARK: - Entries

    private static let entriesMax = 200

    /// Positions as an address has them: `27-46,60`.
    private static func positions(_ text: String) throws(Refusal) -> [Position] {
        var positions: [Position] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-").compactMap { Int64($0) }
            guard let first = ends.first, let last = ends.last, ends.count <= 2, first > 0, first <= last,
                last - first < entriesMax, positions.count < entriesMax
            else { throw .notFound }
            positions += (first...last).map { Position($0) }
        }
        return positions
    }

    /// The entries behind a figure, as they are on record.
    private static func entries(_ asked: Asked) async throws -> Response {
        let positions = try positions(asked.parameter("positions"))
        let purpose = try asked.purpose()
        let document = try await asked.site.perform { book -> Document in
            let entries = try positions.compactMap { try book.entry(at: $0) }
            let opened = try book.reading(for: purpose, in: book.state()) { reader in
                try entries.map { try reader.opened(EventCatalogue.decode($0)) }
            }
            let sections = zip(entries, opened).map { entry, event in
                Document.Section(title: .plain(""), blocks: Phrase.lines(entry, event).map { .paragraph($0) })
            }
            return Document(title: PageText.entries, subtitle: .plain(""), sections: sections)
        }
        guard !document.sections.isEmpty else { throw Refusal.notFound }
        let content = HTMLRenderer(asked.language, links: asked.links).fragment(document)
        return Page(
            title: PageText.entries(positions.ranges), body: "<div class=\"trail\">\(content)</div>", place: "/log").response(to: asked)
    }

    /// The last entries of the log, or those before one, newest first.
    private static func log(_ asked: Asked) async throws -> Response {
        let before = asked.query["before"].flatMap { Int64($0) }
        let (rows, last) = try await asked.site.perform { book -> ([(Position, Phrase, [Subject])], Int64) in
            let last = try book.lastPosition().value
            let end = min(before.map { $0 - 1 } ?? last, last)
            var rows: [(Position, Phrase, [Subject])] = []
            try book.forEachEntry(after: Position(max(0, end - 50))) { entry in
                guard entry.position.value <= end else { return false }
                let recorded = try entry.recordedEvent()
                rows.append((entry.position, .headline(recorded), recorded.event.about))
                return true
            }
            return (rows.reversed(), last)
        }
        let language = asked.language
        let items = rows.map { position, headline, subjects in
            let links = subjects.map { "<a href=\"\(escape(asked.address("/audit/\($0.description.addressEncoded)")))\">\(escape($0.description))</a>" }
            return "<li><a href=\"\(escape(asked.address("/entries/\(position)")))\">\(escape(headline[language]))</a> <span class=\"subjects\">\(links.joined(separator: " "))</span></li>"
        }
        let earlier = rows.last.map { $0.0.value }.flatMap { first in
            first > 1 ? "<p><a class=\"button\" href=\"\(escape(asked.address("/log?before=\(first)")))\">\(escape(PageText.earlier[language]))</a></p>" : nil
        }
        return Page(
            title: PageTitle.log, subtitle: PageText.lastEntry(last), links: [
                .init(address: asked.address("/search"), text: PageText.search), .init(address: asked.address("/readings"), text: PageTitle.readings),
                .init(address: asked.address("/check"), text: PageTitle.check),
            ],
            body: "<ol class=\"log\" reversed>\(items.joined())</ol>\(earlier ?? "")", data: [("follow", "\(last)")], place: "/log"
        ).response(to: asked)
    }
}
#endif
