#if Web
import CanonicalJSON
import Domain
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Views as programs ask for them, and who gets what of them.
@Suite("Views over HTTP")
struct ViewsAPITests {
    /// A plan that gives each member 5 points for a meeting.
    private static let plan = #"""
        {"command":"plan.adopt","plan":"T","title":"试","year":2026,"occurred":"2026-01-01","text":"plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: 学习会, for: member, score: {award: {present: 5}}, acts: {activities: meeting}}\n"}
        """#

    @Test func anAnswerIsTaggedWithThePosition() async throws {
        try await WebBench().serve { client in
            let response = try await client.ask("/api/members", as: .auditor)
            #expect(response.status == .ok)
            #expect(response.headers[.contentType] == "application/json")
            #expect(response.headers[.eTag] == "\"5\"")
            let names = try JSONParser.parse(response.text).arrayValue?.map { $0.objectValue?["name"]?.stringValue }
            #expect(names == ["张三", "李四", "王五"])
            // As of the second entry, only the first member was known.
            let earlier = try await client.ask("/api/members?at=2", as: .auditor)
            #expect(try JSONParser.parse(earlier.text).arrayValue?.count == 1)
            #expect(earlier.headers[.eTag] == "\"2\"")
        }
    }

    @Test func byIDOrByParameter() async throws {
        try await WebBench().serve { client in
            let answers = try await [
                client.ask("/api/activities/A1", as: .secretary), client.ask("/api/activity/A1", as: .secretary),
                client.ask("/api/activity?activity=A1", as: .secretary),
            ]
            #expect(answers.allSatisfy { $0.status == .ok })
            #expect(Set(answers.map(\.text)).count == 1)
        }
    }

    @Test(arguments: [
        ("/api/members?colour=red", "400 parameter-unknown"), ("/api/activity", "400 parameter-missing"), ("/api/members?at=x", "400 parameter-invalid"),
        ("/api/members?at=1&knownAt=2026-06-01", "400 parameter-invalid"), ("/api/members?asOf=2026-02-30", "400 parameter-invalid"),
        ("/api/activity?activity=A9", "404 no-such-activity"), ("/api/nothing", "404 no-such-page"),
    ])
    func problems(_ path: String, _ expected: String) async throws {
        try await WebBench().serve { client in
            let response = try await client.ask(path, as: .secretary)
            #expect("\(response.status.code) \(response.code ?? "")" == expected)
            #expect(response.headers[.contentType] == "application/problem+json")
            #expect(try response.json()["status"]?.integerValue == Int64(response.status.code))
        }
    }

    @Test func aProblemIsToldInTheLanguageOfWhoeverAsks() async throws {
        try await WebBench().serve { client in
            let chinese = try await client.get("/api/members")
            let english = try await client.get("/api/members?lang=en")
            #expect(chinese.status == .unauthorized && english.status == .unauthorized)
            #expect(english.headers[.wwwAuthenticate] == "Bearer")
            #expect(chinese.code == "not-signed-in" && english.code == "not-signed-in")
            #expect(try chinese.json()["detail"] != english.json()["detail"])
        }
    }

    @Test func aTokenThatIsWithdrawnOrWrong() async throws {
        try await WebBench().serve { client in
            let made = try client.bench.session(.auditor).session.account.name
            let (secret, token) = try client.bench.site.accounts.makeAPIToken(for: made, label: "x")
            let header: HTTPFields = [.authorization: "Bearer \(secret)"]
            #expect(try await client.get("/api/members", header).status == .ok)
            _ = try client.bench.site.accounts.withdrawAPIToken(token.id)
            #expect(try await client.get("/api/members", header).status == .unauthorized)
            #expect(try await client.get("/api/members", [.authorization: "Basic YTpi"]).status == .unauthorized)
            // A header that is wrong is not made good by a cookie.
            #expect(try await client.get("/api/members", as: .auditor, [.authorization: "Bearer x"]).status == .unauthorized)
        }
    }

    @Test func membersGetTheirOwnFile() async throws {
        try await WebBench().serve { client in
            for path in ["/api/member", "/api/member?member=M1", "/api/members/M1"] {
                let own = try await client.ask(path, as: .member)
                #expect(own.status == .ok, "\(path)")
                #expect(try own.json()["member"]?.stringValue == "M1", "\(path)")
            }
            for path in ["/api/member?member=M2", "/api/members/M2", "/api/member?member=%E6%9D%8E%E5%9B%9B", "/api/members", "/api/activity?activity=A1", "/api/audit/member:M1", "/api/ranking"] {
                let other = try await client.ask(path, as: .member)
                #expect(other.status == .forbidden && other.code == "not-allowed", "\(path)")
                #expect(!other.text.contains("李四"), "\(path)")
            }
        }
    }

    /// Where the body is, everybody sees; each member's figures only that member and the office.
    @Test func theStatusHasNoOtherMembersFigures() async throws {
        try await WebBench(Self.plan).serve { client in
            for (role, expected) in [(Role.director, ["M1", "M2", "M3"]), (.member, ["M1"]), (.unit, [])] {
                let response = try await client.ask("/api/status?members=true", as: role)
                let plan = try response.json()["plan"]?.stringValue
                #expect(plan == "T")
                #expect(["M1", "M2", "M3"].filter { response.text.contains("\"member\":\"\($0)\"") } == expected, "\(role)")
            }
        }
    }

    @Test func aCalendarForMembersHasNoBirthdays() async throws {
        let birthday = #"{"command":"member.join","member":"M4","name":"赵六","from":"2026-01-01","birthday":"07-15","occurred":"2026-01-01"}"#
        try await WebBench(Self.plan, birthday).serve { client in
            #expect(try await client.ask("/api/calendar", as: .secretary).text.contains("赵六"))
            let own = try await client.ask("/api/calendar?withoutNames=false", as: .member)
            #expect(own.status == .ok && !own.text.contains("赵六"))
        }
    }

    @Test func aScreenGetsCountsAlone() async throws {
        try await WebBench().serve { client in
            let live = try await client.ask("/api/live/A1?withoutNames=false", as: .screen)
            #expect(live.status == .ok)
            #expect(try live.json()["of"]?.integerValue == 3)
            #expect(!live.text.contains("张三"))
            for path in ["/api/members", "/api/activities", "/api/status", "/api/events"] {
                #expect(try await client.ask(path, as: .screen).status == .forbidden, "\(path)")
            }
        }
    }

    @Test func aHandlingUnitGetsNothingOfOthers() async throws {
        try await WebBench().serve { client in
            for path in ["/api/proposals", "/api/due", "/api/members", "/api/member", "/api/calendar", "/api/events"] {
                let response = try await client.ask(path, as: .unit)
                #expect(response.status == .forbidden, "\(path)")
            }
            let activities = try await client.ask("/api/activities", as: .unit)
            #expect(activities.status == .ok)
        }
    }
}
#endif
