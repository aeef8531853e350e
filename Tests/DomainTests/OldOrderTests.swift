import Domain
import DomainTestSupport
import EventLog
import Testing

/// What was recorded when nobody asked for an order in time can be read, and corrected bit by bit: a correction is refused for
/// what it makes wrong, and not for what was.
@Suite("Days that were wrong before")
struct OldOrderTests {
    private static func correct(_ entry: Int, _ more: String) -> String {
        #"{"command":"fact.correct","corrects":\#(entry),\#(more),"reason":"x"}"#
    }

    /// Filed on 2026-06-10 (entry 3), accepted five months before (4), handed over a year before that (5).
    private func proposal() throws -> Given {
        var given = try Given(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#)
        try given.record(
            #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"],"occurred":"2026-06-10"}"#)
        try given.record(
            "proposal.accepted", version: 1, about: ["proposal:P1"], #"{"number":"1","proposal":"P1"}"#,
            occurred: Occurrence(day("2026-01-10")))
        try given.record(
            "proposal.handed-over", version: 1, about: ["proposal:P1"], #"{"lead":"局","proposal":"P1"}"#,
            occurred: Occurrence(day("2025-01-10")))
        return given
    }

    @Test func whatIsElsewhereIsCorrected() throws {
        var given = try proposal()
        #expect(given.state.proposals[id("P1")]?.stage == .handedOver)
        try given.record(Self.correct(4, #""set":{"number":"2"}"#))
        try given.record(Self.correct(3, #""set":{"title":"路灯二"}"#))
        try given.record(#"{"command":"member.assign","member":"M1","to":{"kind":"group","name":"一组"},"from":"2019-01-01"}"#)
        // The answer follows the hand-over, wrong as its day is.
        given.when(#"{"command":"proposal.answer","proposal":"P1","unit":"局","occurred":"2025-01-09"}"#).then(
            .time(
                .beforeEarlierStep(
                    subject("proposal:P1"), step: "proposal.answered", on: day("2025-01-09"), follows: "proposal.handed-over",
                    of: day("2025-01-10"))))
    }

    /// What is said of entry 4, by which the proposal is accepted.
    private static func isAccepted(on accepted: String, beforeFilingOn filed: String) -> Rejection {
        let order = TimeRejection.beforeEarlierStep(
            subject("proposal:P1"), step: "proposal.accepted", on: day(accepted), follows: "proposal.filed", of: day(filed))
        return .correction(.wouldBreak([.init(Position(4), because: .time(order))]))
    }

    @Test func stepByStepItComesRight() throws {
        var given = try proposal()
        // Wrong as before, or wrong in another way, is not right.
        given.when(Self.correct(4, #""when":"2026-02-10""#)).then(Self.isAccepted(on: "2026-02-10", beforeFilingOn: "2026-06-10"))
        try given.record(Self.correct(4, #""when":"2026-06-12""#))
        try given.record(Self.correct(5, #""when":"2026-06-20""#))
        // Once right, it does not go wrong again.
        given.when(Self.correct(3, #""when":"2026-06-13""#)).then(Self.isAccepted(on: "2026-06-12", beforeFilingOn: "2026-06-13"))
    }

    /// Two checked in a year before the meeting: entries 5 and 6.
    @Test func aMeetingWithWrongCheckInsIsMoved() throws {
        var given = try Given(
            #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"乙","from":"2019-01-01"}"#,
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2020-03-12"}"#)
        for member in ["M1", "M2"] {
            try given.record(
                "attendance.checked-in", version: 1, about: ["activity:A1", "member:\(member)"],
                #"{"activity":"A1","member":"\#(member)"}"#, occurred: Occurrence(day("2019-03-12")))
        }
        try given.record(#"{"command":"activity.reschedule","activity":"A1","on":"2020-03-13","reason":"x"}"#)
        try given.record(Self.correct(5, #""set":{"late":true}"#))
        try given.record(Self.correct(5, #""when":"2020-03-13""#))
        given.when(#"{"command":"activity.reschedule","activity":"A1","on":"2020-05-01","reason":"x"}"#).then(
            .correction(
                .wouldBreak([
                    .init(
                        Position(5),
                        because: .time(
                            .awayFromActivity(
                                id("A1"), step: "attendance.checked-in", on: day("2020-03-13"), from: day("2020-05-01"),
                                until: day("2020-05-01"))))
                ])))
        try given.record(#"{"command":"fact.void","corrects":6,"reason":"x"}"#)
    }

    /// 1,000 came in on 2026-02-01 (entry 2), and 900 of it were spent a year before (entry 3).
    @Test func aFundThatWasShortIsMended() throws {
        var given = try Given(
            #"{"command":"donation.receive","donation":"D1","kind":"brought-in","amount":1000,"purpose":"送戏","occurred":"2026-02-01"}"#)
        try given.record(
            "fund.spent", version: 1, about: ["expense:E1"], #"{"amount":900,"expense":"E1","purpose":"送戏"}"#,
            occurred: Occurrence(day("2025-03-01")))
        func overspent(left: Int64) -> Rejection {
            .correction(.wouldBreak([.init(Position(3), because: .fund(.overspent("送戏", left: left, expense: id("E1"))))]))
        }
        #expect(given.state.funds(asOf: day("2025-12-31")).map(\.balance) == [-900])
        try given.record(Self.correct(3, #""set":{"receipt":"7"}"#))
        // Short for longer, or by more, is another fault.
        given.when(Self.correct(2, #""when":"2026-02-02""#)).then(overspent(left: 0))
        given.when(Self.correct(3, #""set":{"amount":901}"#)).then(overspent(left: 0))
        given.when(#"{"command":"fact.void","corrects":2,"reason":"x"}"#).then(overspent(left: 0))
        try given.record(Self.correct(3, #""set":{"amount":899}"#))
        try given.record(Self.correct(2, #""when":"2025-06-01""#))
        try given.record(Self.correct(3, #""when":"2025-06-01""#))
        #expect(given.state.funds(asOf: day("2025-05-31")).isEmpty)
        #expect(given.state.funds(asOf: day("2025-06-01")).map(\.balance) == [101])
    }
}
