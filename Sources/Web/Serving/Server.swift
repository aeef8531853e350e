#if Web
internal import EventLog
internal import Foundation
internal import HTTPTypes
package import Hummingbird
internal import HummingbirdCore
internal import HummingbirdTLS
package import Logging
internal import NIOCore
internal import NIOSSL
internal import Views
internal import Wording

/// The server: made the same for tests and for people.
package enum Server {
    /// Where it listens, and how it is known there.
    package struct Options: Sendable {
        package var host: String
        package var port: Int
        /// Files with the certificate's chain and its key (PEM); nil for plain HTTP.
        package var certificate: (chain: String, key: String)?

        /// As which scheme and host people reach it, such as behind a proxy: `https://lvzhi.example.gov.cn`; nil where browsers say it.
        package var origin: String?

        package init(
            host: String = "127.0.0.1", port: Int = 8_080, certificate: (chain: String, key: String)? = nil, origin: String? = nil
        ) {
            self.host = host
            self.port = port
            self.certificate = certificate
            self.origin = origin
        }
    }

    /// Serves until it is told to stop (SIGTERM, SIGINT): what was accepted is finished.
    ///
    /// - Parameter whenRunning: called once it listens, with the scheme and host of its pages.
    /// - Throws: `Problem` where it cannot listen, or the certificate cannot be used.
    package static func run(
        _ sites: Sites, _ options: Options, logger: Logger, whenRunning: @escaping @Sendable (_ origin: String) -> Void
    ) async throws {
        let application: Application<RouterResponder<ServedContext>>
        do {
            application = try self.application(sites, options, logger: logger) { port in
                let scheme = options.certificate == nil ? "http" : "https"
                let host = options.host == "0.0.0.0" || options.host == "::" ? ProcessInfo.processInfo.hostName : options.host
                whenRunning(options.origin ?? "\(scheme)://\(host):\(port)")
            }
        } catch {
            guard let certificate = options.certificate else { throw error }
            throw Problem(.badData, code: "certificate", ServeHelp.badCertificate(certificate.chain))
        }
        do {
            try await application.runService()
        } catch is IOError {
            throw Problem(.inputOutput, code: "cannot-listen", ServeHelp.cannotListen(options.host, options.port))
        }
    }

    /// - Parameter whenRunning: called with the port once it listens.
    /// - Throws: what is wrong with the certificate.
    package static func application(
        _ sites: Sites, _ options: Options, logger: Logger, whenRunning: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> Application<RouterResponder<ServedContext>> {
        let isSecure = options.origin.map { $0.hasPrefix("https:") } ?? (options.certificate != nil)
        let dispatch = Dispatch(isSecure: isSecure, origin: options.origin, metrics: Metrics())
        let http = HTTPServerBuilder.http1(
            configuration: .init(additionalChannelHandlers: [OldConnections.Adding()], idleTimeout: .seconds(75)))
        return Application(
            responder: router(sites, dispatch).buildResponder(),
            server: try options.certificate.map { try .tls(http, tlsConfiguration: tls($0)) } ?? http,
            configuration: ApplicationConfiguration(address: .hostname(options.host, port: options.port)),
            onServerRunning: { whenRunning($0.localAddress?.port ?? options.port) }, logger: logger)
    }

    private static func tls(_ files: (chain: String, key: String)) throws -> TLSConfiguration {
        let chain = try NIOSSLCertificate.fromPEMFile(files.chain).map { NIOSSLCertificateSource.certificate($0) }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain, privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem)))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }

    private static func router(_ sites: Sites, _ dispatch: Dispatch) -> Router<ServedContext> {
        let router = Router(context: ServedContext.self, options: .autoGenerateHeadEndpoints)
        for site in sites.all { add(Routes.all, of: site, to: router, dispatch) }
        if let first = sites.all.first { add(ShelfRoutes.all(sites, dispatch.metrics), of: Site(beside: first), to: router, dispatch) }
        router.add(middleware: NotFoundMiddleware(dispatch: dispatch, site: sites.all[0]))
        return router
    }

    private static func add(_ routes: [Route], of site: Site, to router: Router<ServedContext>, _ dispatch: Dispatch) {
        for route in routes + OtherMethods.routes(beside: routes) {
            router.on(RouterPath(stringLiteral: site.prefix + route.pattern), method: route.method) { request, context in
                await dispatch.answer(route, at: site, request, context)
            }
        }
    }
}

/// An address that exists answers other methods by naming those it has.
private enum OtherMethods {
    static func routes(beside routes: [Route]) -> [Route] {
        Dictionary(grouping: routes, by: \.pattern).flatMap { pattern, routes in
            let methods = Set(routes.map(\.method))
            let allowed = (methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : [])).sorted()
            return [HTTPRequest.Method.get, .post, .put, .patch, .delete].filter { !methods.contains($0) }.map { method in
                Route(method, pattern, routes[0].kind, for: .anybody) { _ in throw Refusal.methodNotAllowed(allowed: allowed) }
            }
        }
    }
}

/// What has no route at all.
private struct NotFoundMiddleware: RouterMiddleware {
    let dispatch: Dispatch
    let site: Site

    func handle(
        _ request: Request, context: ServedContext, next: (Request, ServedContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let kind: Route.Kind = request.uri.path.contains("/api/") ? .api : .page
            let route = Route(request.method, "(none)", kind, for: .anybody) { _ in throw Refusal.notFound }
            return await dispatch.answer(route, at: site, request, context)
        }
    }
}
#endif
