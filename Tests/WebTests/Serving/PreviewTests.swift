#if Web
import Domain
import EventLog
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

/// What takes something away shows what it would change, and does nothing before it is confirmed.
@Suite("Preview")
struct PreviewTests {
    @Test func voidingShowsTheFiguresThatChange() async throws {
        let bench = try WebBench(
            #"{"command":"plan.adopt","plan":"Y","title":"计划","year":2026,"text":"plan: Y\ntitle: 计划\nyear: 2026\ntargets:\n  - {id: a, title: 学习, points: 10, score: {each: 5}, acts: {activities: any}}\n","occurred":"2026-01-05"}"#,
            #"{"command":"activity.open","activity":"A1","occurred":"2026-07-01"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2026-07-01"}"#,
            #"{"command":"activity.close","activity":"A1","occurred":"2026-07-01"}"#)
        let last = try bench.state().position
        try await bench.serve { client in
            // The schedule of a meeting that took place cannot be voided: the refusal is shown at once.
            let refused = try await client.post("/record/fact.void", ["corrects": "5", "reason": "重复"], as: .secretary)
            #expect(refused.status == .conflict)
            // The closing can: the plan's target counts meetings that took place, so nothing differs.
            let shown = try await client.post("/record/fact.void", ["corrects": "\(last)", "reason": "重复"], as: .secretary)
            #expect(shown.status == .ok && shown.text.contains("还没有记下"))
            #expect(try bench.state().position == last)
            let done = try await client.post("/record/fact.void", ["corrects": "\(last)", "reason": "重复", "confirmed": "true"], as: .secretary)
            #expect(done.status == .ok && done.text.contains("已记下"))
            #expect(try bench.state().position == last.next)
        }
    }

    @Test func correctingADonationShowsBothSums() async throws {
        let bench = try WebBench(
            #"{"command":"plan.adopt","plan":"Y","title":"计划","year":2026,"text":"plan: Y\ntitle: 计划\nyear: 2026\ntargets:\n  - {id: a, title: 捐助, points: 10, score: {each: 5}, acts: {donations: any}}\n","occurred":"2026-01-05"}"#,
            #"{"command":"donation.receive","donation":"D1","kind":"money","amount":100000,"member":"M1","occurred":"2026-03-01"}"#)
        let last = try bench.state().position
        try await bench.serve { client in
            let shown = try await client.post("/record/fact.void", ["corrects": "\(last)", "reason": "没有收到"], as: .secretary)
            // Five points for one donation; none without it.
            #expect(shown.status == .ok && shown.text.contains("<td") && shown.text.contains("还没有记下"))
            #expect(shown.text.contains(">5<") && shown.text.contains(">0<"), "\(shown.text)")
            #expect(try bench.state().position == last)
        }
    }
}
#endif
