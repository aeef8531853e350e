#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Reports
internal import Views
internal import Wording

/// The meetings of a book: the list, one of them, its sheet to be signed, and its minutes.
enum MeetingRoutes {
    static let all: [Route] = [
        Route(.get, "/meetings", for: .roles([.administrator, .secretary, .director, .auditor, .member])) { try await list.response(to: $0) },
        Route(.get, "/meetings/{activity}", for: .office) { try await show($0) },
        Route(.get, "/meetings/{activity}/sheet", for: .office) { try await sheet($0) },
        Route(.get, "/meetings/{activity}/write", for: .recorders) { try await write($0) },
        Route(.post, "/meetings/{activity}/open", for: .recorders) { try await open($0) },
    ]

    private static let list = ViewPage(
        pattern: "/meetings", view: ActivitiesView.self, title: PageText.meetings, place: "/meetings", commands: ["activity.schedule"])
    private static let one = ViewPage(pattern: "/meetings/{activity}", view: ActivityView.self, title: PageText.meetings, place: "/meetings")

    private static func show(_ asked: Asked) async throws -> Response {
        let arguments = one.arguments(asked)
        let (document, title, state) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
            let view = try ActivityView(context, arguments)
            return (view.document, view.schedule.title, view.state)
        }
        let role = try asked.account().role
        let own = asked.address("/meetings/\(try asked.parameter("activity").addressEncoded)")
        let isLive = state == .planned || state == .held
        let canRecord = Route.Access.recorders.allows(role)
        var links = [
            Page.Link(address: own + "/notice", text: PageTitle.notice), .init(address: own + "/answers", text: PageTitle.noticeAnswers),
            .init(address: own + "/sheet", text: MeetingText.sheet), .init(address: own + "/minutes", text: PageTitle.minutes),
        ]
        if canRecord { links.append(.init(address: own + "/write", text: MeetingText.writeMinutes)) }
        if canRecord { links.append(.init(address: asked.address("/attachments/new?to=activity:\(try asked.parameter("activity").addressEncoded)"), text: AttachmentText.add)) }
        if isLive { links.append(.init(address: asked.address("/screen/\(try asked.parameter("activity").addressEncoded)"), text: MeetingText.screen)) }
        let commands = isLive ? ["activity.close", "notice.issue", "agenda.add", "speech.record", "ballot.call", "decision.record", "activity.reschedule", "activity.cancel"] : ["work.file"]
        links += commands.compactMap { RecordForm.link(to: $0, asked, role: role) }
        let page = Page(
            title: .plain(title), subtitle: .activityState(state), act: .init(address: own + "/live", text: isLive && canRecord ? MeetingText.takeAttendance : MeetingText.attendance),
            links: links, body: ViewMarkup(one, document).render(for: asked), place: "/meetings")
        return page.response(to: asked)
    }

    /// A page for the printer.
    private static func sheet(_ asked: Asked) async throws -> Response {
        let (arguments, language) = (one.arguments(asked), asked.language)
        let html = try await asked.site.ask(asked.request(), for: asked.purpose()) { try SignInSheetView($0, arguments).html(language) }
        return .printed(html)
    }

    /// Minutes are written while the meeting goes on: the browser keeps what is typed, and a version is filed when it is sent.
    private static func write(_ asked: Asked) async throws -> Response {
        let (arguments, language, activity) = (one.arguments(asked), asked.language, try asked.parameter("activity"))
        let (title, text) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
            let draft = try MinutesDraftView(context, arguments)
            let filed = try? MinutesView(context, arguments)
            let last = filed?.rows.last.map(\.text)
            if case .text(let text)? = last { return (draft.title, text) }
            return (draft.title, MarkdownRenderer(language).render(draft.document))
        }
        var typed = asked.query
        typed["activity"] = activity
        if typed["text"] == nil { typed["text"] = text }
        guard let kind = CommandCatalogue["minutes.draft"] else { throw Refusal.notFound }
        var page = RecordForm(kind: kind).page(asked, typed: typed, suggestions: [])
        page = Page(
            title: .plain(title), subtitle: MeetingText.writeMinutes, body: page.body, place: "/meetings", style: "wide-text")
        return page.response(to: asked)
    }

    private static func open(_ asked: Asked) async throws -> Response {
        let (form, activity) = (try await asked.checkedForm(), try asked.parameter("activity"))
        var object = JSONObject()
        object["command"] = "activity.open"
        object["activity"] = .string(activity)
        object["id"] = form["id"].map { .string($0) }
        let response = try await asked.record(object, isTyped: false)
        if let problem = response.problem { throw problem }
        await asked.site.recordWaitingTaps(at: activity)
        return .redirect(to: asked.address("/meetings/\(activity.addressEncoded)/live"))
    }
}

extension Response {
    /// A file of the product's own that stands alone: its style is in it.
    static func printed(_ html: String) -> Response {
        var response = Response.html(html)
        response.headers[.init("Content-Security-Policy")!] =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        return response
    }
}
#endif
