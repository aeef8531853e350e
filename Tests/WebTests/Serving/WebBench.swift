#if Web
import Bookkeeping
import CanonicalJSON
public import Domain
import EventLog
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization
import Testing
import Views

@testable import Web

/// The server as people get it, over a book in a folder of its own, with a clock that the test sets.
final class WebBench: Sendable {
    private let folder: URL
    let sites: Sites
    let site: Site
    private let clock = TestClock(WebBench.start)
    private let tokens = Mutex<[String: NewSession]>([:])

    /// 1 July 2026, 9:00 in Shanghai.
    static let start = Timestamp(microsecondsSince1970: 1_782_867_600_000_000)
    /// Short enough that a test signs in at once.
    static let cost = PasswordCost(rounds: 16, blockSize: 1, parallelism: 1)

    /// - Parameter commands: JSON objects as `record` takes them; all must be accepted.
    init(_ commands: String...) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-web-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("book.db").path
        let now = { @Sendable [clock] in clock.now }
        let day = try #require(CalendarDate("2026-01-01"))
        let id = try #require(Identifier<BookKind>("11111111-1111-4111-8111-111111111111"))
        try Book.create(
            path: path, opening: BookOpened(book: id, name: "测试街道", kind: nil, timeZone: "Asia/Shanghai"), by: "tester",
            occurred: Occurrence(day), command: .random(), clock: now)
        sites = try Sites(books: [path], cost: Self.cost, clock: now)
        site = sites.all[0]
        for command in Self.people + commands { try record(command) }
    }

    deinit {
        try? sites.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Three members, and a meeting on the day of the test.
    private static let people = [
        #"{"command":"member.join","member":"M1","name":"张三","from":"2026-01-01","sector":"经济界","occurred":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"李四","from":"2026-01-01","sector":"教育界","occurred":"2026-01-01"}"#,
        #"{"command":"member.join","member":"M3","name":"王五","from":"2026-01-01","sector":"经济界","occurred":"2026-01-01"}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"meeting","title":"七月学习会","on":"2026-07-01","place":"三楼会议室","occurred":"2026-06-20"}"#,
    ]

    /// The time of the server's clock.
    var now: Timestamp { clock.now }

    func pass(seconds: Int64) { clock.now = clock.now.adding(seconds: seconds) }

    func record(_ line: String) throws {
        let result = try site.shelf.withBook(at: site.path) { book in
            let clock = try book.state().clock
            let command = try Array(line.utf8).withUnsafeBytes {
                try Command(json: $0, defaults: Command.Defaults(by: "tester", clock: clock, now: self.now))
            }
            return try book.execute([command])[0]
        }
        try #require(result.isDone, "\(line): \(result)")
    }

    func state() throws -> State { try site.shelf.withBook(at: site.path) { try $0.state() } }

    /// Runs a test against the router, in this process; or over the network, where the test is about connections.
    func serve(
        over setting: TestingSetup = .router, _ body: @escaping @Sendable (WebClient) async throws -> Void
    ) async throws {
        let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        let application = try Server.application(sites, Server.Options(port: 0), logger: logger)
        try await application.test(setting) { client in try await body(WebClient(client: client, bench: self)) }
    }

    /// A session of an account with a role; members are M1, the unit is 城管局.
    func session(_ role: Role) throws -> NewSession {
        if let session = tokens.withLock({ $0[role.rawValue] }) { return session }
        let store = site.accounts
        let member = role == .member ? MemberID("M1") : nil
        _ = try store.createAccount(role.rawValue, role: role, member: member, unit: role == .unit ? "城管局" : nil)
        let session = try store.useLink(store.makeLink(for: role.rawValue), password: "correct horse battery")
        tokens.withLock { $0[role.rawValue] = session }
        return session
    }

    /// By which a program acts as that account.
    func apiToken(_ role: Role) throws -> String {
        let account = try session(role).session.account.name
        return try site.accounts.makeAPIToken(for: account, label: "test").secret
    }
}

extension Identifier: ExpressibleByStringLiteral {
    /// For tests, which know what they write.
    public init(stringLiteral value: String) { self = Identifier(value)! }
}

extension Identifier: ExpressibleByUnicodeScalarLiteral {}
extension Identifier: ExpressibleByExtendedGraphemeClusterLiteral {}

/// Stands still until it is set.
final class TestClock: Sendable {
    private let time: Mutex<Timestamp>
    init(_ time: Timestamp) { self.time = Mutex(time) }

    var now: Timestamp {
        get { time.withLock { $0 } }
        set { time.withLock { $0 = newValue } }
    }
}

/// Sends requests in the name of a role, with what a browser of the site's own pages sends.
struct WebClient: Sendable {
    let client: any TestClientProtocol
    let bench: WebBench

    /// - Parameters:
    ///   - role: nil for nobody.
    ///   - cookies: beside the session's.
    @discardableResult func get(
        _ path: String, as role: Role? = nil, cookies: [String: String] = [:], _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        try await send(.get, path, as: role, body: nil, cookies: cookies, headers)
    }

    /// Sends a form with the session's token.
    @discardableResult func post(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], as role: Role? = nil, cookies: [String: String] = [:], _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var form = Form(urlEncoded: "")
        for (name, value) in fields { form[name] = value }
        if let role { form["csrf"] = try bench.session(role).session.csrfToken }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        if let role { headers[.init("X-CSRF-Token")!] = try bench.session(role).session.csrfToken }
        return try await send(.post, path, as: role, body: form.encoded, cookies: cookies, headers)
    }

    /// Asks as a program does, with a token.
    @discardableResult func ask(_ path: String, as role: Role, _ headers: HTTPFields = [:]) async throws -> TestResponse {
        try await get(path, headers.adding(.authorization, "Bearer \(bench.apiToken(role))"))
    }

    /// Sends commands as a program does.
    @discardableResult func command(
        _ body: String, as role: Role, type: String = "application/json", _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        let headers = headers.adding(.authorization, "Bearer \(try bench.apiToken(role))").adding(.contentType, type)
        return try await send(.post, "/api/commands", body: body, headers)
    }

    /// Sends a body as it is.
    @discardableResult func send(
        _ method: HTTPRequest.Method, _ path: String, as role: Role? = nil, body: String?, cookies: [String: String] = [:], _ headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        var cookies = cookies
        if let role { cookies["minutebook-session"] = try bench.session(role).token }
        if !cookies.isEmpty { headers[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ") }
        return try await client.execute(uri: path, method: method, headers: headers, body: body.map { ByteBuffer(string: $0) })
    }
}

extension HTTPFields {
    func adding(_ name: HTTPField.Name, _ value: String) -> HTTPFields {
        var fields = self
        fields[name] = value
        return fields
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var location: String? { headers[.location] }

    /// The cookies that are set, by name.
    var cookies: [String: String] {
        headers[values: .setCookie].reduce(into: [:]) { cookies, header in
            let pair = header.split(separator: ";")[0].split(separator: "=", maxSplits: 1)
            cookies[String(pair[0])] = pair.count > 1 ? String(pair[1]) : ""
        }
    }

    func json() throws -> JSONObject { try #require(JSONParser.parse(text).objectValue) }

    /// Of a problem (RFC 9457).
    var code: String? { try? json()["code"]?.stringValue }
}
#endif
