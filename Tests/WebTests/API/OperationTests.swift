#if Web
import CanonicalJSON
import Domain
import EventLog
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// What whoever runs the server asks.
@Suite("Health and metrics")
struct OperationTests {
    @Test func aHealthyBook() async throws {
        try await WebBench().serve { client in
            let response = try await client.get("/health")
            #expect(response.status == .ok)
            #expect(response.text == "{\"position\":5,\"status\":\"ok\"}\n")
        }
    }

    /// A book that cannot be used, here as the server stops, is a problem of the server and passes.
    @Test func aBookThatCannotBeUsedIsNotHealthy() async throws {
        try await WebBench().serve { client in
            try client.bench.sites.close()
            let response = try await client.get("/health")
            #expect(response.status == .serviceUnavailable && response.code == "stopping")
            #expect(response.headers[.contentType] == "application/problem+json")
            #expect(response.headers[.retryAfter] == "1")
        }
    }

    /// What is wrong with the book's file is no fault of whoever asks, who would be told 400.
    @Test func theFaultIsWithTheServer() {
        let statuses = [LogError.readOnly(path: "book.db"), .diskFull(path: "book.db"), .damaged(position: Position(3), .hashDiffers), .notALog(path: "book.db")]
            .map { Failure($0).status }
        #expect(statuses == [503, 503, 503, 503])
    }

    /// The text format of Prometheus: comments, and samples of a name, labels in braces and a number.
    @Test func metrics() async throws {
        try await WebBench().serve { client in
            _ = try await client.ask("/api/activities/A1", as: .secretary)
            _ = try await client.get("/api/members")
            let response = try await client.get("/metrics")
            #expect(response.headers[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
            #expect(response.text.hasSuffix("\n"))
            for line in response.text.split(separator: "\n") {
                let isComment = line.wholeMatch(of: /# (?:HELP|TYPE) minutebook_[a-z_]+ .+/) != nil
                let isSample = line.wholeMatch(of: /minutebook_[a-z_]+(?:\{[a-z]+="[^"]*"(?:,[a-z]+="[^"]*")*\})? [0-9.e+-]+/) != nil
                #expect(isComment || isSample, "\(line)")
            }
            let text = response.text
            // By the route's pattern: neither ids nor names.
            #expect(text.contains("minutebook_http_answers_total{method=\"GET\",route=\"/api/activities/{activity}\",status=\"200\"} 1\n"))
            #expect(text.contains("minutebook_http_answers_total{method=\"GET\",route=\"/api/members\",status=\"401\"} 1\n"))
            #expect(!text.contains("A1"))
            #expect(text.contains("minutebook_http_answer_seconds_bucket{le=\"+Inf\"} 2\n"))
            #expect(text.contains("minutebook_http_answer_seconds_count 2\n"))
            #expect(text.contains("minutebook_last_position{book=\"\"} 5\n"))
        }
    }
}
#endif
