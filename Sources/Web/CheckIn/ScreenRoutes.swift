#if Web
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Views
internal import Wording

/// The screen in the room: the code of the running half minute, the count, and names as they arrive.
enum ScreenRoutes {
    private static let access = Route.Access.roles([.administrator, .secretary, .director, .screen])

    static let all: [Route] = [
        Route(.get, "/screen/{activity}", for: access) { try await page($0) },
        Route(.get, "/screen/{activity}/code", .api, for: access) { try await code($0) },
    ]

    private static let arrivalsMax = 12

    /// Names are read once, when the screen is opened: from then on it follows the ids.
    private static func page(_ asked: Asked) async throws -> Response {
        let text = try asked.parameter("activity")
        let view = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { try LiveMeetingView($0, ["activity": text]) }
        let shown = try await current(of: view.activity, asked)
        let language = asked.language
        let there = view.rows.filter { $0.isThere }.sorted { ($0.evidence.first ?? .start) > ($1.evidence.first ?? .start) }
        let names = view.rows.map { "<li data-member=\"\(escape($0.member.description))\">\(escape($0.name.map { Phrase.name($0)[language] } ?? ""))</li>" }
        let warning = isLoopback(asked.origin) ? "<p class=\"notice refusal\">\(escape(MeetingText.unreachable(asked.origin)[language]))</p>" : ""
        let body = warning + PageTemplate.screen.render([
            "activity": view.activity.description, "position": "\(view.position)", "title": view.title, "when": Phrase.when(view.date)[language],
            "code": shown.svg, "refresh": "\(shown.milliseconds)", "howTo": MeetingText.howTo[language], "present": "\(view.present)",
            "countable": "\(view.countable)", "counts": view.counts[language], "counted": asked.address("/api/live/\(view.activity.description.addressEncoded)?withoutNames=true"),
            "arrivalsLabel": MeetingText.arrivals[language],
            "arrivals": there.prefix(arrivalsMax).map { $0.name.map { Phrase.name($0)[language] } ?? $0.member.description },
            "proves": MeetingText.proves[language],
        ]) + "<ul id=\"names\" hidden>\(names.joined())</ul>"
        return Page(
            title: .plain(view.title), body: body, scripts: [.screen], data: [("code-address", asked.address("/screen/\(text.addressEncoded)/code"))], isBare: true,
            style: "screen"
        ).response(to: asked)
    }

    private static func isLoopback(_ origin: String) -> Bool {
        ["://127.", "://localhost", "://[::1]"].contains { origin.contains($0) }
    }

    private static func current(of activity: ActivityID, _ asked: Asked) async throws -> (svg: String, milliseconds: Int64) {
        let now = asked.site.clock()
        let secret = try await asked.site.withAccounts { try $0.meetingSecret(of: activity) }
        let codes = MeetingCodes(activity: activity, secret: secret)
        let address = asked.origin + asked.address("/c/\(codes.code(at: now))")
        let left = (Slot(at: now).end.microsecondsSince1970 - now.microsecondsSince1970) / 1_000
        return (QRCode(address)?.svg(label: escape(MeetingText.howTo[asked.language])) ?? "", max(200, left))
    }

    private static func code(_ asked: Asked) async throws -> Response {
        let text = try asked.parameter("activity")
        let activity = try await asked.site.ask(ViewRequest(), for: asked.purpose()) { context in
            guard let id = ActivityID(text), context.state.activities[id]?.schedule != nil else { throw Problem(.notFound, code: "no-such-activity", .noSuchActivity(text)) }
            return id
        }
        let shown = try await current(of: activity, asked)
        return .json(["svg": .string(shown.svg), "milliseconds": .integer(shown.milliseconds)])
    }
}
#endif
