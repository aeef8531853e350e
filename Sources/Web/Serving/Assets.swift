#if Web
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// The files that pages load: part of the program, from nowhere else. An address has the digest of the content, so that a browser
/// may keep it for ever.
enum Asset: String, CaseIterable {
    case style = "style.css"
    case page = "page.js"
    case live = "live.js"
    case screen = "screen.js"
    case checkIn = "check-in.js"
    case icon = "icon.svg"

    var content: [UInt8] {
        switch self {
        case .style: PackageResources.style_css
        case .page: PackageResources.page_js
        case .live: PackageResources.live_js
        case .screen: PackageResources.screen_js
        case .checkIn: PackageResources.check_in_js
        case .icon: PackageResources.icon_svg
        }
    }

    var type: String {
        if rawValue.hasSuffix(".css") { return "text/css; charset=utf-8" }
        return rawValue.hasSuffix(".svg") ? "image/svg+xml" : "text/javascript; charset=utf-8"
    }

    private static let digests = Dictionary(
        uniqueKeysWithValues: allCases.map { asset in
            (asset, SHA256.hash(data: asset.content).prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined())
        })

    /// Behind the site's prefix.
    var path: String { "/assets/\(rawValue)?\(Self.digests[self] ?? "")" }
}

enum AssetRoutes {
    static let all: [Route] = [
        Route(.get, "/assets/{name}", for: .anybody) { asked in
            guard let asset = Asset(rawValue: try asked.parameter("name")) else { throw Refusal.notFound }
            return Response(
                status: .ok, headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
                body: .init(byteBuffer: ByteBuffer(bytes: asset.content)))
        }
    ]
}
#endif
