#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import EventLog
internal import Hummingbird
internal import Rendering
internal import Wording

/// Where several books are served: the list of them, and what all of them have together.
enum ShelfRoutes {
    static func all(_ sites: Sites, _ metrics: Metrics) -> [Route] {
        let isShelf = sites.all.first?.prefix != ""
        let common = [Route(.get, "/metrics", .api, for: .anybody) { asked in try await self.metrics(sites, metrics, asked) }]
        guard isShelf else { return common }
        return common + AssetRoutes.all + [
            Route(.get, "/", for: .anybody) { asked in list(sites, asked) },
            Route(.get, "/health", .api, for: .anybody) { _ in try await health(sites) },
        ]
    }

    /// The names of the files, not what the bodies are called: whoever is not signed in learns no more than their addresses.
    private static func list(_ sites: Sites, _ asked: Asked) -> Response {
        let items = sites.all.map { "<li><a href=\"\(escape($0.prefix))/\">\(escape(String($0.prefix.dropFirst())))</a></li>" }
        return Page(title: PageText.product, body: "<ul class=\"links\">\(items.joined())</ul>", style: "narrow").response(to: asked)
    }

    private static func health(_ sites: Sites) async throws -> Response {
        for site in sites.all { try await APIRoutes.requireHealthy(site) }
        return .json(["status": "ok", "books": .integer(Int64(sites.all.count))])
    }

    private static func metrics(_ sites: Sites, _ metrics: Metrics, _ asked: Asked) async throws -> Response {
        var positions: [(String, Int64)] = []
        for site in sites.all { positions.append((site.prefix, try await site.perform { try $0.lastPosition().value })) }
        return .text(metrics.text(lastPositions: positions), type: "text/plain; version=0.0.4; charset=utf-8")
    }
}
#endif
