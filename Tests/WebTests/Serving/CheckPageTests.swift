#if Web
import Bookkeeping
import Domain
import EventLog
import HTTPTypes
import HummingbirdTesting
import Testing
import TransparencyTree

@testable import Web

/// The page on which anybody has a receipt, a checkpoint or a report checked.
@Suite("The page of checks")
struct CheckPageTests {
    /// Sends texts as a browser sends a form with files.
    private static func check(_ client: WebClient, _ parts: KeyValuePairs<String, String>, file: String? = nil) async throws -> TestResponse {
        let boundary = "----test"
        var body = parts.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n" }.joined()
        if let file { body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a;b.txt\"\r\nContent-Type: text/plain\r\n\r\n\(file)\r\n" }
        return try await client.send(.post, "/check", body: body + "--\(boundary)--\r\n", [.contentType: "multipart/form-data; boundary=\(boundary)"])
    }

    private static func checkpoint(_ bench: WebBench) throws -> String {
        try bench.site.shelf.withBook(at: bench.site.path) { try $0.checkpoint().description }
    }

    @Test func aCheckpointIsGenuineAndAnAlteredOneIsNot() async throws {
        let bench = try WebBench()
        let checkpoint = try Self.checkpoint(bench)
        try await bench.serve { client in
            let good = try await Self.check(client, ["text": checkpoint])
            #expect(good.status == .ok && good.text.contains("签名无误"))
            let asFile = try await Self.check(client, ["text": ""], file: checkpoint)
            #expect(asFile.status == .ok && asFile.text.contains("签名无误"))
            let altered = try await Self.check(client, ["text": checkpoint.replacing("\n5\n", with: "\n4\n")])
            #expect(altered.status == .unprocessableContent && !altered.text.contains("签名无误"))
            let nothing = try await Self.check(client, ["text": ""])
            #expect(nothing.status == .badRequest)
        }
    }

    @Test func oneCheckpointContinuesTheOther() async throws {
        let bench = try WebBench()
        let first = try Self.checkpoint(bench)
        try bench.record(#"{"command":"activity.open","activity":"A1","occurred":"2026-07-01"}"#)
        let second = try Self.checkpoint(bench)
        try await bench.serve { client in
            let both = try await Self.check(client, ["text": first, "second": second])
            #expect(both.status == .ok && both.text.contains("notice done"), "\(both.text)")
        }
    }

    @Test func aReceiptSaysWhichEntryItIsOf() async throws {
        let bench = try WebBench()
        let receipt = try bench.site.shelf.withBook(at: bench.site.path) { book in
            try #require(try book.receipt(for: Position(2), in: book.checkpoint())).description
        }
        try await bench.serve { client in
            let good = try await Self.check(client, ["text": receipt])
            #expect(good.status == .ok && good.text.contains("第 2 条"))
            // Whoever checks it learns nothing that is not in the receipt's own hands.
            #expect(!good.text.contains("张三"))
        }
    }

    @Test func anAttachmentComesBackAsAFile() async throws {
        let bench = try WebBench()
        try await bench.serve { client in
            let session = try bench.session(.secretary)
            let boundary = "x"
            let text = "<script>alert(1)</script>\r\n--not-the-end\r\n"
            let fields = [("csrf", session.session.csrfToken), ("to", "activity:A1"), ("owner", "")]
            let body = fields.map { "--\(boundary)\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
                + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"纪要.html\"\r\nContent-Type: text/html\r\n\r\n\(text)\r\n--\(boundary)--\r\n"
            let added = try await client.send(.post, "/attachments", as: .secretary, body: body, [.contentType: "multipart/form-data; boundary=x"])
            #expect(added.status == .seeOther)
            let id = try #require(try bench.state().attachments.values.first?.id)
            let back = try await client.get("/attachments/\(id)", as: .auditor)
            #expect(back.text == text)
            #expect(back.headers[.contentType] == "application/octet-stream")
            #expect(back.headers[.contentDisposition]?.hasPrefix("attachment") == true)
            // Without the session's token nothing is taken in.
            let foreign = try await client.send(
                .post, "/attachments", as: .secretary, body: body.replacing(session.session.csrfToken, with: "other"), [.contentType: "multipart/form-data; boundary=x"])
            #expect(foreign.status == .forbidden)
        }
    }
}
#endif
