#if Web
import Bookkeeping
import CanonicalJSON
import Domain
import EventLog
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// Phones at a meeting, over the routes that they use.
@Suite("Check-in by phone")
struct CheckInRoutesTests {
    /// The code on the screen of a meeting at the bench's time.
    private static func code(_ bench: WebBench, _ activity: ActivityID = "A1") throws -> String {
        let secret = try bench.site.accounts.meetingSecret(of: activity)
        return MeetingCodes(activity: activity, secret: secret).code(at: bench.now)
    }

    private static func codes(_ bench: WebBench) throws -> [MemberID: String] {
        try bench.site.accounts.issueCodes(for: ["M1", "M2", "M3"])
    }

    private static func open(_ bench: WebBench) throws {
        try bench.record(#"{"command":"activity.open","activity":"A1","occurred":"2026-07-01"}"#)
    }

    /// Opens the page of a code, and proves who somebody is.
    ///
    /// - Returns: the answer, and the phone's cookies.
    private static func firstTap(
        _ client: WebClient, _ code: String, name: String, personal: String, cookies: [String: String] = [:], id: String = CommandID.random().description
    ) async throws -> (TestResponse, [String: String]) {
        let page = try await client.get("/c/\(code)", cookies: cookies)
        var cookies = cookies.merging(page.cookies) { $1 }
        let answer = try await client.post("/c/\(code)", ["ticket": ticket(in: page.text), "id": id, "name": name, "code": personal], cookies: cookies)
        cookies.merge(answer.cookies) { $1 }
        return (answer, cookies)
    }

    private static func ticket(in page: String) -> String {
        guard let start = page.range(of: "name=\"ticket\" value=\"")?.upperBound, let end = page[start...].firstIndex(of: "\"") else { return "" }
        return String(page[start..<end])
    }

    private static func isPresent(_ member: MemberID, _ bench: WebBench) throws -> Bool {
        try bench.state().activities["A1"]?.attendance.marks[member]?.standing == .present
    }

    @Test func onceByNameAndThenByOneTap() async throws {
        let bench = try WebBench(
            #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"下午的会","on":"2026-07-01","occurred":"2026-06-20"}"#,
            #"{"command":"activity.open","activity":"A2","occurred":"2026-07-01"}"#)
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            let (answer, cookies) = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: personal)
            #expect(answer.status == .ok && answer.text.contains("已签到"))
            #expect(try Self.isPresent("M1", bench))
            #expect(cookies["minutebook-device"] != nil)
            // Recorded of the time of the code, by the phone, as a scan.
            let entry = try #require(try bench.site.shelf.withBook(at: bench.site.path) { try $0.entry(at: $0.lastPosition()) })
            #expect(entry.event.by == "device-1")
            #expect(String(decoding: entry.bytes, as: UTF8.self).contains(#""method":"scan""#))
            // The next meeting knows the phone: no code is asked for.
            bench.pass(seconds: 3_600)
            let code = try Self.code(bench, "A2")
            let page = try await client.get("/c/\(code)", cookies: cookies)
            #expect(page.text.contains("张三 签到"))
            let tap = try await client.post("/c/\(code)", ["ticket": Self.ticket(in: page.text), "id": CommandID.random().description, "member": "M1"], cookies: cookies)
            #expect(tap.status == .ok && tap.text.contains("已签到"))
            let again = try await client.post("/c/\(code)", ["ticket": Self.ticket(in: page.text), "id": CommandID.random().description, "member": "M1"], cookies: cookies)
            #expect(again.status == .ok && again.text.contains("已签过了"))
        }
    }

    @Test func aPhotographedCodeIsUselessAMinuteLater() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            let code = try Self.code(bench)
            bench.pass(seconds: 61)
            let (answer, cookies) = try await Self.firstTap(client, code, name: "张三", personal: personal)
            #expect(answer.status == .conflict && answer.text.contains("已经换掉"))
            #expect(try !Self.isPresent("M1", bench))
            // Not even the right personal code registers a phone by it.
            #expect(cookies["minutebook-device"] == nil)
        }
    }

    @Test func whoOpenedThePageInTimeMayFinishTyping() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            let code = try Self.code(bench)
            let page = try await client.get("/c/\(code)")
            bench.pass(seconds: 290)
            // Another browser with the same ticket is no use.
            let other = try await client.post(
                "/c/\(code)", ["ticket": Self.ticket(in: page.text), "name": "张三", "code": personal], cookies: ["minutebook-browser": "other"])
            #expect(other.status == .conflict)
            let own = try await client.post("/c/\(code)", ["ticket": Self.ticket(in: page.text), "name": "张三", "code": personal], cookies: page.cookies)
            #expect(own.status == .ok && own.text.contains("已签到"))
            bench.pass(seconds: 11)
            let late = try await client.post("/c/\(code)", ["ticket": Self.ticket(in: page.text), "name": "张三", "code": personal], cookies: page.cookies)
            #expect(late.status == .conflict)
        }
    }

    @Test func aKeptTapKeepsTheTimeOfTheTap() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            let (_, cookies) = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: personal)
            // It is taken back, to be tapped anew without a network.
            let mark = try #require(try bench.state().activities["A1"]?.attendance.marks["M1"])
            try bench.record(#"{"command":"fact.void","corrects":\#(mark.position),"reason":"测试"}"#)
            let (code, tapped) = (try Self.code(bench), bench.now)
            bench.pass(seconds: 1_800)
            let id = CommandID.random().description
            let sent = try await client.post("/c/\(code)", ["id": id, "member": "M1", "kept": "true"], cookies: cookies, [.accept: "application/json"])
            #expect(try sent.json()["outcome"] == "done")
            let twice = try await client.post("/c/\(code)", ["id": id, "member": "M1", "kept": "true"], cookies: cookies, [.accept: "application/json"])
            #expect(try twice.json()["outcome"] == "done")
            let entry = try #require(try bench.site.shelf.withBook(at: bench.site.path) { try $0.entry(at: $0.lastPosition()) })
            // 9:00 in Shanghai: the slot's time, not half an hour later.
            #expect(entry.event.occurred.interval.hasPrefix("2026-07-01T09:00:00"), "\(entry.event.occurred.interval) \(tapped)")
            #expect(entry.event.type == "attendance.checked-in")
        }
    }

    @Test func anUnknownPhoneKeepsNoTap() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        try await bench.serve { client in
            let code = try Self.code(bench)
            bench.pass(seconds: 600)
            let sent = try await client.post("/c/\(code)", ["member": "M1", "kept": "true"], [.accept: "application/json"])
            #expect(sent.status == .conflict)
            #expect(try !Self.isPresent("M1", bench))
        }
    }

    @Test func beforeTheMeetingOpensItWaitsAndNeedsNoOtherCode() async throws {
        let bench = try WebBench()
        let personal = try #require(try Self.codes(bench)["M2"])
        try await bench.serve { client in
            let (answer, cookies) = try await Self.firstTap(client, Self.code(bench), name: "ls", personal: personal)
            #expect(answer.status == .ok && answer.text.contains("会议还没有开始"))
            #expect(try !Self.isPresent("M2", bench))
            bench.pass(seconds: 1_200)
            #expect(try await client.get("/meetings/A1/live", as: .secretary).text.contains("action=\"/meetings/A1/open\""))
            #expect(try await client.get("/meetings/A1/live", as: .auditor).text.contains("/meetings/A1/open") == false)
            let opened = try await client.post("/meetings/A1/open", as: .secretary)
            #expect(try await client.get("/meetings/A1/live", as: .secretary).text.contains("/meetings/A1/open") == false)
            #expect(opened.status == .seeOther)
            #expect(try Self.isPresent("M2", bench))
            _ = cookies
        }
    }

    @Test func aTapAfterTheEndWaitsForTheSecretaryAndIsSeenByBoth() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            let (_, cookies) = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: personal)
            let mark = try #require(try bench.state().activities["A1"]?.attendance.marks["M1"])
            try bench.record(#"{"command":"fact.void","corrects":\#(mark.position),"reason":"测试"}"#)
            let code = try Self.code(bench)
            bench.pass(seconds: 60)
            try bench.record(#"{"command":"activity.close","activity":"A1","occurred":"2026-07-01"}"#)
            bench.pass(seconds: 25 * 3_600)
            let id = CommandID.random().description
            let sent = try await client.post("/c/\(code)", ["id": id, "member": "M1", "kept": "true"], cookies: cookies, [.accept: "application/json"])
            #expect(try sent.json()["outcome"] == "waiting")
            let live = try await client.get("/meetings/A1/live", as: .secretary)
            #expect(live.text.contains("等您确认") && live.text.contains(id))
            let settled = try await client.post("/meetings/A1/taps", ["tap": id, "settle": "accept"], as: .secretary)
            #expect(settled.status == .seeOther)
            #expect(try Self.isPresent("M1", bench))
            let after = try await client.post("/c/\(code)", ["id": id, "member": "M1", "kept": "true"], cookies: cookies, [.accept: "application/json"])
            #expect(try after.json()["outcome"] == "done")
        }
    }

    @Test func onePhoneForTwoMembersIsMarked() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let codes = try Self.codes(bench)
        let (first, second) = (try #require(codes["M1"]), try #require(codes["M2"]))
        try await bench.serve { client in
            let (_, cookies) = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: first)
            let (answer, _) = try await Self.firstTap(client, Self.code(bench), name: "李四", personal: second, cookies: cookies)
            #expect(answer.status == .ok)
            #expect(try Self.isPresent("M2", bench))
            let page = try await client.get("/admin", as: .secretary)
            #expect(page.text.contains("几人合用"))
        }
    }

    @Test func anotherMembersTapIsRefused() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            let (_, cookies) = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: personal)
            let page = try await client.get("/c/\(try Self.code(bench))", cookies: cookies)
            let tap = try await client.post("/c/\(try Self.code(bench))", ["ticket": Self.ticket(in: page.text), "member": "M3"], cookies: cookies)
            #expect(tap.status == .conflict)
            #expect(try !Self.isPresent("M3", bench))
        }
    }

    @Test func guessingEndsTheCode() async throws {
        let bench = try WebBench()
        try Self.open(bench)
        let personal = try #require(try Self.codes(bench)["M1"])
        try await bench.serve { client in
            for _ in 0..<10 { _ = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: "00000000") }
            let (answer, _) = try await Self.firstTap(client, Self.code(bench), name: "张三", personal: personal)
            #expect(answer.status == .conflict && answer.text.contains("已停用"))
        }
    }

    @Test func anotherText() async throws {
        try await WebBench().serve { client in
            let page = try await client.get("/c/0000000000")
            #expect(page.status == .notFound && page.text.contains("不是会议的二维码"))
        }
    }
}
#endif
