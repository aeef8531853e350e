#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Hummingbird
internal import Views
internal import Wording

/// What programs ask: views as JSON, commands, the stream of events, and whether all is well.
enum APIRoutes {
    static let all: [Route] =
        ViewCatalogue.views.flatMap(routes) + [
            Route(.post, "/api/commands", .api, for: .signedIn) { try await CommandsAPI.record($0) },
            Route(.get, "/api/events", .api, for: .signedIn) { try await EventsAPI.follow($0) },
            Route(.get, "/openapi.json", .api, for: .anybody) { _ in .text(String(decoding: PackageResources.openapi_json, as: UTF8.self), type: "application/json") },
            Route(.get, "/health", .api, for: .anybody) { try await health($0) },
        ]

    /// `/api/members`; and `/api/members/M7`, or `/api/audit/member:M7`, for a view that is about one thing.
    private static func routes(_ view: any View.Type) -> [Route] {
        let list = Route(.get, "/api/\(view.name)", .api, for: access(view)) { try await answer(view, $0) }
        guard let subject = view.parameters.first, !optional.contains(view.name) else { return [list] }
        // What is asked for by its id is under the list of its kind: `/api/members/M7` beside `/api/member?member=M7`.
        let names = [view.name] + (ViewCatalogue[plural(view.name)] == nil ? [] : [plural(view.name)])
        return [list] + names.map { name in
            Route(.get, "/api/\(name)/{\(subject)}", .api, for: access(view)) { try await answer(view, $0) }
        }
    }

    /// Views whose first parameter may be left out.
    private static let optional: Set<String> = ["status", "due", "calendar", "readings", "visits-due", "agenda"]

    private static func plural(_ name: String) -> String { name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s" }

    /// What members and handling units may ask for; and everybody's data the office.
    private static func access(_ view: any View.Type) -> Route.Access {
        switch view.name {
        case "activities", "status", "notice", "plan", "rules": .signedIn
        case "calendar", "member": .roles([.administrator, .secretary, .director, .auditor, .member])
        case "live": .roles(Set(Role.allCases).subtracting([.unit, .member]))
        default: .office
        }
    }

    private static func answer(_ view: any View.Type, _ asked: Asked) async throws -> Response {
        let account = try asked.account()
        var arguments: ViewArguments = [:]
        for name in view.parameters { arguments[name] = asked.parameters[name] ?? asked.query[name] }
        try limit(&arguments, of: view, to: account)
        let known = Set(view.parameters + ["asOf", "at", "knownAt", "plan", "since", "lang"])
        if let unknown = asked.query.fields.first(where: { !known.contains($0.name) }) {
            throw Problem(.usage, code: "parameter-unknown", RefusalText.parameterUnknown(unknown.name))
        }
        let final = arguments
        let (json, position) = try await asked.site.ask(asked.request(), for: asked.purpose()) { context in
            let json = try view.init(context, final).json
            guard view.name == StatusView.name, !Route.Access.office.allows(account.role) else { return (json, context.position) }
            let own = account.member.map { context.state.identities(of: context.state.canonical($0)) } ?? []
            return (json.withoutMembers(otherThan: own) ?? .null, context.position)
        }
        var response = Response.json(json)
        response.headers[.eTag] = position.entityTag
        return response
    }

    /// Members see their own file, and nobody's birthday or name; a screen sees the counts alone.
    private static func limit(_ arguments: inout ViewArguments, of view: any View.Type, to account: Account) throws(Refusal) {
        switch (account.role, view.name) {
        case (.member, "member"):
            guard arguments["member"] == nil || arguments["member"] == account.member?.description else { throw .notAllowed }
            arguments["member"] = account.member?.description
        case (.member, "calendar"), (.screen, "live"): arguments["withoutNames"] = "true"
        default: break
        }
    }

    private static func health(_ asked: Asked) async throws -> Response {
        .json(["status": "ok", "position": .integer(try await requireHealthy(asked.site).value)])
    }

    /// Whether the book can be read and written.
    ///
    /// - Returns: its last position.
    @discardableResult static func requireHealthy(_ site: Site) async throws -> Position {
        let (position, isReadOnly) = try await site.perform { (try $0.lastPosition(), $0.isReadOnly) }
        guard !isReadOnly else { throw LogError.readOnly(path: site.path) }
        return position
    }
}
#endif
