#if Web
internal import Bookkeeping
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Views
internal import Wording

/// A request on its way: what was asked of which book, and by whom.
package struct Asked: Sendable {
    let site: Site
    let caller: Caller
    let route: Route
    /// What the address has where the route's pattern has braces, as people read it.
    let parameters: [String: String]
    let query: Form
    let language: Language
    let headers: HTTPFields
    /// Where it came from, for limits: an address of the network.
    let address: String
    /// Where pages of the server itself come from: scheme and host.
    let origin: String
    let body: RequestBody

    var isSecure: Bool { origin.hasPrefix("https:") }

    /// What stood in the address.
    ///
    /// - Throws: `Refusal.notFound` where the pattern has no such name, which is a fault of the table.
    func parameter(_ name: String) throws(Refusal) -> String {
        guard let value = parameters[name] else { throw .notFound }
        return value
    }

    /// Who is signed in: a route that asks for one is answered to nobody else.
    ///
    /// - Throws: `Refusal.notSignedIn`.
    func account() throws(Refusal) -> Account {
        guard let account = caller.account else { throw .notSignedIn }
        return account
    }

    /// What the log of readings says.
    func purpose() throws(Refusal) -> ReadingPurpose {
        ReadingPurpose(by: try account().name, purpose: "\(route.method.rawValue) \(route.pattern)")
    }

    /// A page of this book.
    func address(_ path: String) -> String { site.prefix + path }

    /// The same page with other arguments.
    func address(with changes: [(String, String?)]) -> String {
        var query = query
        for (name, value) in changes { query[name] = value }
        let path = parameters.reduce(route.pattern) { $0.replacing("{\($1.key)}", with: $1.value.addressEncoded) }
        return site.prefix + path + (query.isEmpty ? "" : "?" + query.encoded)
    }

    /// As of which day and by which state of knowledge: `asOf`, `at` or `knownAt`, and `plan`.
    func request() throws -> ViewRequest {
        func position(_ name: String) throws(Problem) -> Int64? {
            guard let text = query[name] else { return nil }
            guard let value = Int64(text) else { throw Problem(.usage, code: "parameter-invalid", .parameterNotInRange(name, text, 0...Int64(1) << 53)) }
            return value
        }
        return try ViewRequest(
            asOf: query["asOf"], at: position("at"), knownAt: query["knownAt"], plan: query["plan"], since: position("since"))
    }

    /// The form that was sent; at most `byteMax` bytes.
    ///
    /// - Throws: `Refusal.tooLong`.
    func form() async throws -> Form { Form(urlEncoded: String(buffer: try await collected(byteMax: Self.formByteMax))) }

    /// - Throws: `Refusal.tooLong`.
    func collected(byteMax: Int) async throws -> ByteBuffer {
        do {
            return try await body.collect(upTo: byteMax)
        } catch is NIOTooManyBytesError {
            throw Refusal.tooLong(byteMax: byteMax)
        }
    }

    static let formByteMax = 256 << 10
}

/// Who asks.
enum Caller: Sendable {
    case nobody
    /// A browser in which somebody signed in.
    case session(Session)
    /// A program with a token.
    case program(Account)

    var account: Account? {
        switch self {
        case .nobody: nil
        case .session(let session): session.account
        case .program(let account): account
        }
    }

    /// What a form must carry; nil where none is sent by a browser's own doing.
    var formToken: String? {
        if case .session(let session) = self { session.csrfToken } else { nil }
    }
}

extension String {
    /// As a part of a path or a query of an address.
    var addressEncoded: String { addingPercentEncoding(withAllowedCharacters: .addressPart) ?? "" }
}
#endif
