#if Web
import HummingbirdTesting
import Testing

@testable import Web

/// Clients that speak HTTP/1.0 wait for the end of the connection to know the end of an answer.
@Suite("HTTP/1.0")
struct OldConnectionTests {
    @Test func theConnectionIsClosedAfterTheAnswer() async throws {
        let bench = try WebBench()
        try await bench.serve(over: .live) { client in
            let connection = try RawConnection(port: try #require(client.client.port))
            connection.send("GET /health HTTP/1.0\r\n\r\n")
            let answer = try #require(try await connection.read(), "it was not closed")
            #expect(answer.hasPrefix("HTTP/1.0 200 OK\r\n"))
            #expect(answer.lowercased().contains("\r\nconnection: close\r\n"))
            #expect(answer.hasSuffix("{\"position\":5,\"status\":\"ok\"}\n"))
        }
    }

    /// Without a length, the end of the connection is the end of the answer: such a client knows no chunks.
    @Test func anAnswerInParts() async throws {
        let bench = try WebBench()
        let token = try bench.apiToken(.secretary)
        try await bench.serve(over: .live) { client in
            let connection = try RawConnection(port: try #require(client.client.port))
            let line = #"{"command":"activity.open","activity":"A1","occurred":"2026-07-01"}"#
            connection.send("POST /api/commands HTTP/1.0\r\nAuthorization: Bearer \(token)\r\nContent-Type: application/x-ndjson\r\nContent-Length: \(line.utf8.count)\r\n\r\n\(line)")
            let answer = try #require(try await connection.read(), "it was not closed")
            #expect(answer.hasSuffix("\r\n\r\n{\"line\":1,\"ok\":true,\"positions\":[6]}\n"))
        }
    }

    @Test func laterVersionsKeepIt() async throws {
        let bench = try WebBench()
        try await bench.serve(over: .live) { client in
            let connection = try RawConnection(port: try #require(client.client.port))
            for _ in 1...2 {
                connection.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
                let answer = try #require(try await connection.read { $0.hasSuffix("}\n") })
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && !answer.lowercased().contains("connection: close"))
            }
        }
    }
}
#endif
