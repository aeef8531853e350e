#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Reports
internal import Views
internal import Wording

/// What a member sees of themselves, and the calendar that a phone subscribes to.
enum MemberRoutes {
    static let all: [Route] = [
        Route(.get, "/me", for: .roles([.member])) { try await mine($0) },
        Route(.get, "/me/why", for: .roles([.member])) { try await why($0) },
        Route(.get, "/me/proposals/{proposal}", for: .roles([.member])) { try await proposal($0) },
        Route(.get, "/feed", for: .signedIn) { try await feed($0) },
        Route(.post, "/feed", for: .signedIn) { try await renewFeed($0) },
        Route(.get, "/feed/{secret}", .api, for: .anybody) { try await calendar($0) },
    ] + HandedPage.routes

    private static func member(_ asked: Asked) throws(Refusal) -> MemberID {
        guard let member = try asked.account().member else { throw .notAllowed }
        return member
    }

    private static let commands = ["attendance.ask-leave", "proposal.draft", "proposal.file", "suggestion.submit", "work.file", "appeal.file"]

    /// Next meetings, what waits for the member's signature, and the performance file.
    static func mine(_ asked: Asked) async throws -> Response {
        let member = try member(asked)
        let (document, sections) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
            let view = try MemberView(context, ["member": member.description])
            let own = Set(context.state.identities(of: context.state.canonical(member)))
            let meetings = context.state.activities.values.filter { activity in
                !activity.isCancelled && activity.closing == nil && (activity.date.map { $0.last >= context.today } ?? false) && own.contains(where: activity.isInvited)
            }.sorted { ($0.date?.first ?? .distantFuture, $0.id) < ($1.date?.first ?? .distantFuture, $1.id) }
            let next = meetings.prefix(8).compactMap { activity -> TodayRoutes.Row? in
                guard let title = activity.title, let date = activity.date else { return nil }
                let id = activity.id.description.addressEncoded
                return TodayRoutes.Row(
                    address: "/meetings/\(id)/notice", text: .plain(title), detail: .when(date) + .plain(activity.place.map { "  \($0)" } ?? ""),
                    acts: [("/record/attendance.register?activity=\(id)", .eventType("attendance.registered"), false), ("/record/attendance.ask-leave?activity=\(id)", .eventType("attendance.leave-asked"), false)])
            }
            let asked = context.state.proposals.values.filter { $0.exists && $0.filed == nil && $0.draft?.fact.signers.contains(where: own.contains) ?? false }
            let toSign = asked.map { proposal in
                TodayRoutes.Row(
                    address: "/me/proposals/\(proposal.id.description.addressEncoded)", text: .plain(proposal.title ?? proposal.id.description), detail: .proposalStage(proposal.stage))
            }
            let signed = view.proposals.suffix(20).reversed().map { signed in
                TodayRoutes.Row(
                    address: "/me/proposals/\(signed.proposal.id.description.addressEncoded)", text: .plain(signed.proposal.title ?? ""), detail: .proposalStage(signed.proposal.stage))
            }
            return (view.document, [(TodayText.nextMeetings, next, TodayText.nothingNear), (TodayText.drafts, toSign, Phrase.plain("")), (TodayText.myProposals, Array(signed), Phrase.plain(""))])
        }
        let shown = sections.filter { !$0.1.isEmpty || !$0.2.zh.isEmpty }.map { TodayRoutes.section($0.0, $0.1, empty: $0.2, asked) }
        let role = try asked.account().role
        let links = commands.compactMap { RecordForm.link(to: $0, asked, role: role) }
        let body = PageTemplate.today.render(["sections": shown]) + HTMLRenderer(asked.language, links: asked.links).fragment(document)
        return Page(
            title: document.title, subtitle: document.subtitle, act: .init(address: asked.address("/me/why"), text: PageText.why),
            links: links + [.init(address: asked.address("/feed"), text: TodayText.feed)], body: body, place: "/"
        ).response(to: asked)
    }

    /// How the member's own points come about, line by line.
    private static func why(_ asked: Asked) async throws -> Response {
        let member = try member(asked)
        let document = try await asked.site.ask(asked.request(), for: asked.purpose()) { try ExplainView($0, ["subject": member.description]).document }
        let page = ViewPage(pattern: "/me/why", view: ExplainView.self, title: PageText.why, access: .roles([.member]), place: "/")
        return try page.page(document, asked).response(to: asked)
    }

    /// A proposal that the member signed, or is asked to sign.
    private static func proposal(_ asked: Asked) async throws -> Response {
        let (member, text) = (try member(asked), try asked.parameter("proposal"))
        let account = try asked.account()
        let (document, title, isSigner, isWriter, stage) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
            let view = try ProposalView(context, ["proposal": text])
            let own = Set(context.state.identities(of: context.state.canonical(member)))
            let invited = view.proposal?.draft?.fact.signers ?? []
            guard let proposal = view.proposal, (proposal.signers + invited).contains(where: own.contains) else { throw Refusal.notAllowed }
            let isWriter = proposal.draft.map { WrittenDraft.mayWrite($0.fact, account, context.state) } ?? false
            return (view.document, proposal.title ?? text, proposal.signers.contains(where: own.contains), isWriter, proposal.stage)
        }
        let names = switch stage {
        case .draft where isWriter: ["proposal.file", "proposal.draft"]
        case .draft: ["proposal.co-sign", "proposal.refuse-co-sign"]
        default: isSigner ? ["proposal.rate", "proposal.withdraw"] : ["proposal.co-sign", "proposal.refuse-co-sign"]
        }
        let role = try asked.account().role
        return Page(
            title: .plain(title), links: names.compactMap { RecordForm.link(to: $0, asked, role: role) },
            body: "<div class=\"trail\">\(HTMLRenderer(asked.language).fragment(document))</div>", place: "/"
        ).response(to: asked)
    }

    // MARK: - Calendar feed

    private static func feed(_ asked: Asked, secret: String? = nil) async throws -> Response {
        let name = try asked.account().name
        let hasFeed = try await asked.site.withAccounts { try $0.hasFeed(name) }
        let address = secret.map { asked.origin + asked.address("/feed/\($0)") }
        let shown = address.map { "<p class=\"notice done\"><code class=\"address\">\(escape($0))</code></p>" } ?? ""
        let text = hasFeed ? TodayText.feedExists : TodayText.feedNone
        let form = FormMarkup(action: "/feed", hidden: [("act", "renew")], submit: hasFeed ? TodayText.renewFeed : TodayText.makeFeed).render(for: asked)
        let end = hasFeed ? FormMarkup(action: "/feed", hidden: [("act", "withdraw")], submit: TodayText.withdrawFeed).render(for: asked) : ""
        return Page(title: TodayText.feed, body: "\(shown)<p>\(escape(text[asked.language]))</p>\(form)\(end)", style: "narrow").response(to: asked)
    }

    private static func renewFeed(_ asked: Asked) async throws -> Response {
        let (form, name) = (try await asked.checkedForm(), try asked.account().name)
        if form["act"] == "withdraw" {
            try await asked.site.withAccounts { try $0.withdrawFeed(of: name) }
            return .redirect(to: asked.address("/feed"))
        }
        return try await feed(asked, secret: try await asked.site.withAccounts { try $0.renewFeed(of: name) })
    }

    /// The calendar without names: its address is known to whichever program fetches it.
    private static func calendar(_ asked: Asked) async throws -> Response {
        let secret = try asked.parameter("secret")
        guard let account = try await asked.site.withAccounts({ try $0.account(feedSecret: secret) }) else { throw Refusal.notFound }
        let language = asked.language
        let text = try await asked.site.ask(ViewRequest(), for: ReadingPurpose(by: account.name, purpose: "feed")) { context in
            let view = try CalendarView(context, ["withoutNames": "true"])
            return ICalendar(
                view, book: context.known.book.opened?.book.description ?? "", name: context.bookName, made: context.known.recorded, language: language
            ).text
        }
        return .text(text, type: "text/calendar; charset=utf-8")
    }
}
#endif
