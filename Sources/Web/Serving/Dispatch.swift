#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
package import Hummingbird
internal import Logging
internal import NIOCore
internal import Views
internal import Wording

/// What is known of a connection when a request comes.
package struct ServedContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Of the network; a constant for what is no network.
    let address: String

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}

/// Answers a request by its route: finds out who asks, whether they may, and makes a refusal of what goes wrong.
struct Dispatch: Sendable {
    let isSecure: Bool
    /// As it is known to people; nil where each request says it.
    let origin: String?
    let metrics: Metrics

    func answer(_ route: Route, at site: Site, _ request: Request, _ context: ServedContext) async -> Response {
        let began = ContinuousClock.now
        var language = Language.asked(by: request)
        var response: Response
        do {
            let asked = try await self.asked(route, at: site, request, context, language)
            language = asked.language
            try check(asked, request)
            response = try await route.answer(asked)
            if let chosen = request.uri.queryParameters["lang"], let language = Language(rawValue: String(chosen)) {
                response.headers.append(.setting(.language, to: language.rawValue, at: site, isSecure: isSecure))
            }
        } catch {
            response = refusal(of: error, route, at: site, request, context, language)
        }
        SafetyHeaders.add(to: &response, isSecure: isSecure)
        metrics.count(route, status: response.status.code, began.duration(to: .now))
        // Neither addresses with codes in them nor names: the route's pattern says enough.
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(route.method.rawValue)", "route": "\(route.pattern)", "status": "\(response.status.code)",
                "milliseconds": "\(began.duration(to: .now).milliseconds)",
            ])
        return response
    }

    private func asked(
        _ route: Route, at site: Site, _ request: Request, _ context: ServedContext, _ language: Language
    ) async throws -> Asked {
        var parameters: [String: String] = [:]
        for name in route.parameters {
            guard let value = context.parameters.get(name)?.removingPercentEncoding else { throw Refusal.notFound }
            parameters[name] = value
        }
        let host = request.head.authority ?? request.headers[.init("Host")!] ?? "localhost"
        return Asked(
            site: site, caller: try await caller(request, at: site), route: route, parameters: parameters,
            query: Form(urlEncoded: request.uri.query ?? ""), language: language, headers: request.headers, address: context.address,
            origin: origin ?? (isSecure ? "https://" : "http://") + host, body: request.body)
    }

    /// A token in a header goes before a cookie: programs send no cookies.
    private func caller(_ request: Request, at site: Site) async throws -> Caller {
        if let header = request.headers[.authorization] {
            guard header.lowercased().hasPrefix("bearer ") else { throw Refusal.notSignedIn }
            let token = header.dropFirst("bearer ".count).trimmingCharacters(in: .whitespaces)
            guard let account = try await site.withAccounts({ try $0.account(apiToken: token) }) else { throw Refusal.notSignedIn }
            return .program(account)
        }
        guard let token = request.cookie(.session) else { return .nobody }
        return try await site.withAccounts { try $0.session(token) }.map { .session($0) } ?? .nobody
    }

    private func check(_ asked: Asked, _ request: Request) throws(Refusal) {
        let route = asked.route
        if route.changes { try CrossSite.check(request, origin: asked.origin) }
        guard route.access.allows(asked.caller.account?.role) else {
            throw asked.caller.account == nil ? .notSignedIn : .notAllowed
        }
    }

    private func refusal(
        of error: any Error, _ route: Route, at site: Site, _ request: Request, _ context: ServedContext, _ language: Language
    ) -> Response {
        let failure = Failure(error)
        var response = refusal(failure, route, at: site, request, context, language)
        if let allowed = failure.allowed { response.headers[.allow] = allowed }
        if let seconds = failure.retryAfter { response.headers[.retryAfter] = "\(seconds)" }
        return response
    }

    private func refusal(
        _ failure: Failure, _ route: Route, at site: Site, _ request: Request, _ context: ServedContext, _ language: Language
    ) -> Response {
        if failure.status >= 500 { context.logger.error("failed", metadata: ["route": "\(route.pattern)", "code": "\(failure.problem.code)"]) }
        guard case .page = route.kind else { return .problem(failure, language) }
        if failure.status == 401, route.method == .get {
            let path = request.uri.string.hasPrefix(site.prefix) ? String(request.uri.string.dropFirst(site.prefix.count)) : "/"
            return .redirect(to: site.prefix + "/sign-in?to=" + path.addressEncoded)
        }
        return RefusalPage.response(failure, at: site, language)
    }
}

extension Language {
    /// What was chosen last, or else what the browser asks for; Chinese where neither says so.
    static func asked(by request: Request) -> Language {
        if let chosen = request.uri.queryParameters["lang"].flatMap({ Language(rawValue: String($0)) }) { return chosen }
        if let kept = request.cookie(.language).flatMap({ Language(rawValue: $0) }) { return kept }
        let accepted = (request.headers[.acceptLanguage] ?? "").lowercased().split(separator: ",").first ?? ""
        return accepted.trimmingCharacters(in: .whitespaces).hasPrefix("en") ? .english : .chinese
    }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
}
#endif
