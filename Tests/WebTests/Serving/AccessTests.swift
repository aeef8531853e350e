#if Web
import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Every route is asked for as every role: the table says who may, so that a new route cannot be forgotten.
@Suite("Access")
struct AccessTests {
    /// What is put in the place of the names in a pattern: of things that are there, where there are such.
    private static let examples = [
        "activity": "A1", "member": "M1", "subject": "member:M1", "command": "activity.schedule", "text": "A1", "positions": "1", "target": "1",
        "name": "style.css", "code": "0", "secret": "x", "proposal": "P1", "plan": "P", "ballot": "B1", "page": "meeting",
    ]

    private static func path(of route: Route) -> String {
        route.parameters.reduce(route.pattern) { $0.replacing("{\($1)}", with: examples[$1] ?? "X") }
    }

    private static let roles: [Role?] = [nil] + Role.allCases

    @Test(arguments: Routes.all.map { "\($0.method.rawValue) \($0.pattern)" })
    func asEveryRole(_ name: String) async throws {
        let route = try #require(Routes.all.first { "\($0.method.rawValue) \($0.pattern)" == name })
        // A stream of events does not end.
        guard route.pattern != "/api/events" else { return }
        let bench = try WebBench()
        try await bench.serve { client in
            for role in Self.roles {
                let response = route.method == .post
                    ? try await client.post(Self.path(of: route), as: role) : try await client.get(Self.path(of: route), as: role)
                let what = "\(name) as \(role.map(\.rawValue) ?? "nobody"): \(response.status.code) \(response.text.prefix(300))"
                #expect(response.status.code < 500, "\(what)")
                guard !route.access.allows(role) else {
                    // A command's form is for those who may send the command; a member's own page for that member.
                    if !["/record/{command}", "/sign-in"].contains(route.pattern), !route.pattern.hasPrefix("/handed/"), !route.pattern.hasPrefix("/me/proposals") {
                        #expect(![401, 403].contains(response.status.code), "\(what)")
                    }
                    continue
                }
                if role == nil, route.kind == .page, route.method == .get {
                    #expect(response.status == .seeOther && response.location?.hasPrefix("/sign-in") == true, "\(what)")
                } else {
                    #expect(response.status.code == (role == nil ? 401 : 403), "\(what)")
                }
            }
        }
    }

    @Test func everyAnswerHasTheSafetyHeaders() async throws {
        try await WebBench().serve { client in
            for path in ["/", "/sign-in", "/nowhere", "/api/members", "/health", "/assets/style.css"] {
                let response = try await client.get(path)
                #expect(response.headers[.init("Content-Security-Policy")!]?.contains("default-src 'self'") == true, "\(path)")
                #expect(response.headers[.init("X-Content-Type-Options")!] == "nosniff", "\(path)")
                #expect(response.headers[.init("Referrer-Policy")!] == "same-origin", "\(path)")
            }
        }
    }

    @Test func whatIsNotThere() async throws {
        try await WebBench().serve { client in
            let page = try await client.get("/nowhere")
            #expect(page.status == .notFound && page.text.contains("没有这个页面"))
            let api = try await client.get("/api/nowhere")
            #expect(api.status == .notFound && api.headers[.contentType] == "application/problem+json")
            let method = try await client.send(.delete, "/api/members", body: nil)
            #expect(method.status == .methodNotAllowed)
            #expect(method.headers[.allow] == "GET, HEAD")
        }
    }

    @Test func aFormFromElsewhereIsRefused() async throws {
        try await WebBench().serve { client in
            let fields: KeyValuePairs = ["kind": "meeting", "title": "从别处来", "on": "2026-07-02"]
            let foreign = try await client.post("/record/activity.schedule", fields, as: .secretary, [.init("Origin")!: "https://evil.example"])
            #expect(foreign.status == .forbidden)
            let fetched = try await client.post("/record/activity.schedule", fields, as: .secretary, [.init("Sec-Fetch-Site")!: "cross-site"])
            #expect(fetched.status == .forbidden)
            let session = try client.bench.session(.secretary)
            let untold = try await client.send(
                .post, "/record/activity.schedule", body: "kind=meeting&title=x&on=2026-07-02", cookies: ["minutebook-session": session.token])
            #expect(untold.status == .forbidden)
            #expect(try client.bench.state().activities.values.count == 1)
            let own = try await client.post("/record/activity.schedule", fields, as: .secretary, [.init("Origin")!: "http://localhost"])
            #expect(own.status == .ok)
            #expect(try client.bench.state().activities.values.count == 2)
        }
    }
}
#endif
