#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// The live list of a meeting: who is expected, who is there, marked by tap, by name or initials, or from a list that is pasted.
enum LiveRoutes {
    static let all: [Route] = [
        Route(.get, "/meetings/{activity}/live", for: .office) { try await page($0).response(to: $0) },
        Route(.post, "/meetings/{activity}/marks", for: .recorders) { try await mark($0) },
        Route(.post, "/meetings/{activity}/taps", for: .recorders) { try await settle($0) },
    ]

    /// What came of marking: for the page, and for its script.
    private struct Outcome {
        var done: Phrase?
        var problem: Phrase?
        var status = 200
    }

    private static func live(_ asked: Asked) async throws -> LiveMeetingView {
        let activity = try asked.parameter("activity")
        return try await asked.site.ask(ViewRequest(), for: asked.purpose()) { try LiveMeetingView($0, ["activity": activity]) }
    }

    private static func page(_ asked: Asked, _ outcome: Outcome = Outcome()) async throws -> Page {
        let view = try await live(asked)
        let taps = try await asked.site.waitingTaps(at: view.activity)
        let canMark = Route.Access.recorders.allows(asked.caller.account?.role) && view.state != .cancelled
        let own = "/meetings/\(view.activity.description.addressEncoded)"
        var page = Page(
            title: .plain(view.title), subtitle: .when(view.date) + .plain(view.place.map { "  \($0)" } ?? "") + .plain("  ") + .activityState(view.state),
            links: [
                .init(address: asked.address("/screen/\(view.activity.description.addressEncoded)"), text: MeetingText.screen),
                .init(address: asked.address(own), text: MeetingText.wholeMeeting),
            ],
            body: LiveMarkup(view, taps, canMark: canMark, done: outcome.done, problem: outcome.problem).render(for: asked), scripts: [.live],
            status: outcome.status, place: "/meetings")
        if canMark, view.state != .closed, let close = RecordForm.link(to: "activity.close", asked, role: try asked.account().role) { page.act = close }
        return page
    }

    private static func mark(_ asked: Asked) async throws -> Response {
        let form = try await asked.checkedForm()
        guard let mark = form["mark"].flatMap({ Mark(rawValue: $0) }) else { throw Refusal.notFound }
        let (activity, id) = (try asked.parameter("activity"), form["id"].flatMap { CommandID($0) } ?? .random())
        let (account, purpose, now) = (try asked.account(), try asked.purpose(), asked.site.clock())
        let typed = form.all("member") + form.all("names").flatMap(names)
        let outcome = try await asked.site.perform { book -> Outcome in
            let context = try ViewContext(ViewRequest(), of: book, at: now, for: purpose)
            let view = try LiveMeetingView(context, ["activity": activity, "withoutNames": "true"])
            let lookup = MemberLookup(book, context.known, on: context.today, for: purpose)
            let found = Found(typed, view, lookup)
            let day = view.dayOfMarks(today: context.today)
            let commands = try found.rows.compactMap { row in
                try mark.command(of: row, at: view.activity, why: form["why"], id: id.part("\(mark.rawValue)/\(row.member)"), on: day).map {
                    try Asked.command($0, isTyped: false, by: account, for: purpose, at: now, book, context.known)
                }
            }
            let problems = try book.execute(commands).compactMap { Problem($0)?.phrase }
            return Outcome(
                done: commands.count > problems.count ? MeetingText.marked(commands.count - problems.count, mark.text) : nil,
                problem: (found.problems + problems).isEmpty ? nil : .joined(found.problems + problems),
                status: problems.isEmpty ? 200 : 409)
        }
        if asked.headers[.accept] == "application/json" {
            var object = JSONObject()
            object["done"] = outcome.done.map { .string($0[asked.language]) }
            object["problem"] = outcome.problem.map { .string($0[asked.language]) }
            return .json(.object(object), status: outcome.status)
        }
        return try await page(asked, outcome).response(to: asked)
    }

    /// A list as it is pasted: one a line, or parted by commas and spaces.
    private static func names(_ text: String) -> [String] {
        text.split { $0.isNewline || $0.isWhitespace || ",，、;；".contains($0) }.map(String.init)
    }

    /// Whom typed names mean; what fits nobody or several is said, and the others are marked all the same.
    private struct Found {
        var rows: [LiveMeetingView.Row] = []
        var problems: [Phrase] = []

        init(_ typed: [String], _ view: LiveMeetingView, _ lookup: MemberLookup) {
            var unknown: [String] = []
            for text in typed {
                do {
                    guard let member = try lookup.member(text) else {
                        unknown.append(text)
                        continue
                    }
                    guard let row = view.rows.first(where: { $0.member == member }) else {
                        problems.append(MeetingText.notExpected(text))
                        continue
                    }
                    if !rows.contains(where: { $0.member == row.member }) { rows.append(row) }
                } catch {
                    problems.append(Problem(error)?.phrase ?? RefusalText.internalFault)
                }
            }
            if !unknown.isEmpty { problems.append(MeetingText.fitNobody(unknown)) }
            if typed.isEmpty { problems.append(MeetingText.nobodyNamed) }
        }
    }

    // MARK: - Taps that wait

    /// A tap that could not be recorded by itself: the secretary knows who was in the room.
    private static func settle(_ asked: Asked) async throws -> Response {
        let form = try await asked.checkedForm()
        guard let id = form["tap"].flatMap({ CommandID($0) }), let tap = try await asked.site.withAccounts({ try $0.tap(id) }),
            tap.activity.description == (try asked.parameter("activity"))
        else { throw Refusal.notFound }
        let account = try asked.account().name
        if form["settle"] == "accept" {
            let response = try await asked.site.record(tap, by: account, isLateEntry: true)
            if let problem = response.problem { throw problem }
            _ = try await asked.site.withAccounts { try $0.settleTap(id, as: .accepted) }
        } else {
            let message = MeetingText.refusedByOffice[.chinese]
            _ = try await asked.site.withAccounts { try $0.settleTap(id, as: .refused, message: message) }
        }
        return .redirect(to: asked.address("/meetings/\(tap.activity.description.addressEncoded)/live"))
    }
}

extension LiveMeetingView {
    /// The day that marks are dated, where it is not today: a sheet that is typed in after the meeting. Nil for now.
    func dayOfMarks(today: CalendarDate) -> String? {
        if today > date.last { return date.last.description }
        return nil
    }
}
#endif
