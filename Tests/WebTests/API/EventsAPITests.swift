#if Web
import Domain
import HTTPTypes
import HummingbirdTesting
import Synchronization
import Testing

@testable import Web

/// `GET /api/events`, over the network: the stream does not end by itself.
@Suite("Stream of events")
struct EventsAPITests {
    private static func follow(_ client: WebClient, _ bench: WebBench, as role: Role, after: String? = nil) throws -> RawConnection {
        let connection = try RawConnection(port: try #require(client.client.port))
        let last = after.map { "Last-Event-ID: \($0)\r\n" } ?? ""
        connection.send("GET /api/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer \(try bench.apiToken(role))\r\n\(last)\r\n")
        return connection
    }

    @Test func goesOnWhereItWasLeft() async throws {
        let bench = try WebBench()
        try await bench.serve(over: .live) { client in
            let connection = try Self.follow(client, bench, as: .secretary, after: "4")
            let first = try #require(try await connection.read { $0.contains("\"subjects\"") })
            #expect(first.contains("content-type: text/event-stream") || first.contains("Content-Type: text/event-stream"))
            #expect(first.contains("retry: 2000\n"))
            // The fifth entry is the meeting; those before it were known.
            #expect(first.contains("id: 5\ndata: {\"subjects\":[\"activity:A1\"]}\n\n"))
            #expect(!first.contains("id: 4\n"))
            try bench.record(#"{"command":"attendance.ask-leave","activity":"A1","member":"M2","occurred":"2026-06-30"}"#)
            let next = try #require(try await connection.read { $0.contains("id: 6\n") && $0.contains("\"subjects\"") })
            #expect(next.contains("member:M2"))
        }
    }

    /// A page that follows does not hold the server.
    @Test func endsWhenTheServerStops() async throws {
        let bench = try WebBench()
        let open = Mutex<RawConnection?>(nil)
        try await bench.serve(over: .live) { client in
            let connection = try Self.follow(client, bench, as: .secretary, after: "4")
            _ = try #require(try await connection.read { $0.contains("id: 5\n") })
            open.withLock { $0 = connection }
        }
        let connection = try #require(open.withLock { $0 })
        #expect(try await connection.read { $0.contains("0\r\n\r\n") } != nil, "it did not end")
    }

    @Test func membersAreNotToldWhatItIsAbout() async throws {
        let bench = try WebBench()
        try await bench.serve(over: .live) { client in
            let connection = try Self.follow(client, bench, as: .member, after: "0")
            let events = try #require(try await connection.read { $0.contains("id: 5\ndata: {\"subjects\":[]}\n\n") })
            #expect(!events.contains("M2") && !events.contains("A1"))
        }
    }

    @Test func whatIsNoPosition() async throws {
        try await WebBench().serve { client in
            for header in ["x", "-1", "1.5"] {
                let response = try await client.ask("/api/events", as: .secretary, [.init("Last-Event-ID")!: header])
                #expect(response.status == .badRequest && response.code == "header-invalid", "\(header)")
            }
            #expect(try await client.get("/api/events").status == .unauthorized)
        }
    }
}
#endif
