#if Web
import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// `POST /api/commands`. The bench's book has five entries: its opening, three members and a meeting.
@Suite("Commands over HTTP")
struct CommandsAPITests {
    private static let open = #"{"command":"activity.open","activity":"A1","occurred":"2026-07-01","by":"somebody"}"#
    private static let id = "0F8FAD5B-D9CB-469F-A165-70867728950E"

    private static func checkIn(_ member: String) -> String {
        #"{"command":"attendance.check-in","activity":"A1","member":"\#(member)","occurred":"2026-07-01"}"#
    }

    private static func author(at position: Int64, _ bench: WebBench) throws -> String? {
        try bench.site.shelf.withBook(at: bench.site.path) { try $0.entry(at: Position(position))?.event.by }
    }

    @Test func oneIsRecordedInTheNameOfTheAccount() async throws {
        try await WebBench().serve { client in
            let response = try await client.command(Self.open, as: .secretary)
            #expect(response.status == .ok)
            #expect(response.text == "{\"ok\":true,\"positions\":[6]}\n")
            #expect(response.headers[.eTag] == "\"6\"")
            #expect(try Self.author(at: 6, client.bench) == "secretary")
        }
    }

    @Test func theSameIdIsRecordedOnce() async throws {
        try await WebBench().serve { client in
            let key: HTTPFields = [.init("Idempotency-Key")!: Self.id]
            let first = try await client.command(Self.open, as: .secretary, key)
            #expect(first.text == "{\"ok\":true,\"positions\":[6]}\n")
            let second = try await client.command(Self.open, as: .secretary, key)
            #expect(second.status == .ok)
            #expect(second.text == "{\"ok\":true,\"positions\":[6],\"repeated\":true}\n")
            let other = try await client.command(Self.checkIn("M1"), as: .secretary, key)
            #expect(other.status == .conflict && other.code == "command-id-reused")
            let malformed = try await client.command(Self.open, as: .secretary, [.init("Idempotency-Key")!: "again"])
            #expect(malformed.status == .badRequest && malformed.code == "header-invalid")
            #expect(try client.bench.state().position == Position(6))
        }
    }

    @Test func ofAnotherStateThanWasLookedAt() async throws {
        try await WebBench().serve { client in
            let seen = try #require(try await client.ask("/api/activity?activity=A1", as: .secretary).headers[.eTag])
            #expect(seen == "\"5\"")
            #expect(try await client.command(Self.open, as: .secretary, [.ifMatch: seen]).status == .ok)
            let late = try await client.command(Self.checkIn("M1"), as: .secretary, [.ifMatch: seen])
            #expect(late.status == .preconditionFailed && late.code == "position-changed")
            let malformed = try await client.command(Self.checkIn("M1"), as: .secretary, [.ifMatch: "\"x\""])
            #expect(malformed.status == .badRequest && malformed.code == "header-invalid")
            #expect(try client.bench.state().position == Position(6))
        }
    }

    @Test(arguments: [
        ("{", Role.secretary, "application/json", "400 not-json"),
        ("[]", .secretary, "application/json", "400 not-an-object"),
        (#"{"command":"activity.burn"}"#, .secretary, "application/json", "400 unknown-command"),
        (#"{"activity":"A1"}"#, .secretary, "application/json", "400 field-missing"),
        (Self.open, .auditor, "application/json", "403 not-allowed"),
        (Self.checkIn("M1"), .member, "application/json", "403 not-allowed"),
        (Self.open, .secretary, "text/plain", "415 unsupported-type"),
        (String(repeating: " ", count: (256 << 10) + 1), .secretary, "application/json", "413 too-long"),
    ])
    func refusals(_ body: String, _ role: Role, _ type: String, _ expected: String) async throws {
        try await WebBench().serve { client in
            let response = try await client.command(body, as: role, type: type)
            #expect("\(response.status.code) \(response.code ?? "")" == expected)
            #expect(response.headers[.contentType] == "application/problem+json")
            let position = try client.bench.state().position
            #expect(position == Position(5))
        }
    }

    /// What is wrong is said with its place: `color` is no field of the command.
    @Test func aProblemNamesTheField() async throws {
        try await WebBench().serve { client in
            let response = try await client.command(#"{"command":"activity.open","activity":"A1","color":"red"}"#, as: .secretary, [.acceptLanguage: "en"])
            let problem = try response.json()
            #expect(response.status == .badRequest)
            #expect(problem["code"]?.stringValue == "field-unknown")
            #expect(problem["field"]?.stringValue == "color")
            #expect(problem["status"]?.integerValue == 400)
            #expect(problem["type"]?.stringValue == "about:blank")
            #expect(problem["title"]?.stringValue?.isEmpty == false)
            #expect(problem["detail"]?.stringValue?.contains("color") == true)
        }
    }

    /// A browser's session sends the token of its forms too.
    @Test func aSessionNeedsItsToken() async throws {
        try await WebBench().serve { client in
            let json: HTTPFields = [.contentType: "application/json"]
            let without = try await client.send(.post, "/api/commands", as: .secretary, body: Self.open, json)
            #expect(without.status == .forbidden && without.code == "form-expired")
            let token = try client.bench.session(.secretary).session.csrfToken
            let with = try await client.send(.post, "/api/commands", as: .secretary, body: Self.open, json.adding(.init("X-CSRF-Token")!, token))
            #expect(with.status == .ok)
        }
    }

    // MARK: - Many

    private static func results(_ response: TestResponse) throws -> [JSONObject] {
        try response.text.split(separator: "\n").map { try #require(JSONParser.parse(String($0)).objectValue) }
    }

    @Test func aLineThatIsRefusedDoesNotStopTheNext() async throws {
        try await WebBench().serve { client in
            let lines = [
                Self.open, "", Self.checkIn("M9"), "no JSON", #"{"command":"personal-data.erase","member":"M1"}"#, Self.checkIn("M1") + "\r",
                String(Self.checkIn("M2").dropLast(20)),
            ]
            let response = try await client.command(lines.joined(separator: "\n"), as: .secretary, type: "application/x-ndjson")
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == "application/x-ndjson")
            let results = try Self.results(response)
            // The empty line is counted, and has no result.
            #expect(results.map { $0["line"]?.integerValue } == [1, 3, 4, 5, 6, 7])
            #expect(results.map { $0["ok"] } == [true, false, false, false, true, false])
            #expect(results.map { $0["code"]?.stringValue } == [nil, "unknown-subject", "not-json", "not-allowed", nil, "not-json"])
            #expect(results.map { $0["positions"] } == [[6], nil, nil, nil, [7], nil])
            #expect(try Self.author(at: 6, client.bench) == "secretary")
            #expect(try client.bench.state().position == Position(7))
        }
    }

    /// What stands before it is recorded; what stands behind it is not read.
    @Test func aLineThatIsTooLongEndsIt() async throws {
        try await WebBench().serve { client in
            let lines = [Self.open, "", String(repeating: "x", count: (256 << 10) + 1), Self.checkIn("M1")]
            let response = try await client.command(lines.joined(separator: "\n"), as: .secretary, type: "application/x-ndjson")
            let results = try Self.results(response)
            #expect(results.map { $0["line"]?.integerValue } == [1, 3])
            #expect(results.map { $0["code"]?.stringValue } == [nil, "too-long"])
            #expect(try client.bench.state().position == Position(6))
        }
    }

    /// More than are recorded in one transaction.
    @Test func manyLines() async throws {
        try await WebBench().serve { client in
            let lines = (1...600).map { #"{"command":"member.join","member":"N\#($0)","name":"某\#($0)","from":"2026-01-01","occurred":"2026-01-01"}"# }
            let response = try await client.command(lines.joined(separator: "\n") + "\n", as: .secretary, type: "application/x-ndjson")
            let results = try Self.results(response)
            #expect(results.map { $0["line"]?.integerValue } == (1...600).map { $0 })
            #expect(results.map { $0["positions"] } == (6...605).map { [.integer($0)] })
        }
    }
}
#endif
