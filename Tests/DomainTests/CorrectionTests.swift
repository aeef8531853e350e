import Domain
import DomainTestSupport
import EventLog
import Testing

private let member = #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#
private let donation = #"{"command":"donation.receive","donation":"D1","kind":"money","amount":50000,"occurred":"2019-05-01"}"#

/// In `Given`, entry 1 opens the book; what is given follows from entry 2 on.
@Suite("Corrections")
struct CorrectionTests {
    @Test func aVoidedFactDoesNotStand() throws {
        var given = try Given(donation)
        try given.record(#"{"command":"fact.void","corrects":2,"reason":"重复"}"#)
        let stored = try #require(given.state.donations[id("D1")])
        #expect(stored.received == nil)
        #expect(stored.evidence == [])
    }

    @Test func aCorrectedFactStandsAsIfItHadBeenRight() throws {
        var given = try Given(donation)
        try given.record(#"{"command":"fact.correct","corrects":2,"set":{"amount":60000},"when":"2019-05-02","reason":"看错"}"#)
        let received = try #require(given.state.donations[id("D1")]?.received)
        #expect(received.fact.amount == 60_000)
        #expect(received.occurred.first == CalendarDate("2019-05-02"))
        #expect(received.position == Position(2))
        #expect(given.state.donations[id("D1")]?.evidence == [Position(2), Position(3)])
    }

    @Test func voidingACorrectionUndoesIt() throws {
        var given = try Given(
            donation, #"{"command":"fact.correct","corrects":2,"set":{"amount":60000},"reason":"看错"}"#)
        try given.record(#"{"command":"fact.void","corrects":3,"reason":"原来没错"}"#)
        #expect(given.state.donations[id("D1")]?.received?.fact.amount == 50_000)
    }

    @Test(arguments: [
        (#"{"command":"fact.void","corrects":9,"reason":"x"}"#, "no-such-entry"),
        (#"{"command":"fact.void","corrects":1,"reason":"x"}"#, "cannot-be-corrected"),
        (#"{"command":"fact.void","corrects":2}"#, "reason-missing"),
        (#"{"command":"fact.correct","corrects":2,"set":{"amount":50000},"reason":"x"}"#, "nothing-changes"),
        (#"{"command":"fact.correct","corrects":2,"set":{"donation":"D7"},"reason":"x"}"#, "would-change-subject"),
        (#"{"command":"fact.correct","corrects":2,"set":{"amount":null},"reason":"x"}"#, "would-break"),
        (#"{"command":"fact.correct","corrects":2,"set":{"amount":"many"},"reason":"x"}"#, "correction-does-not-fit"),
        (#"{"command":"fact.correct","corrects":2,"set":{"amuont":1},"reason":"x"}"#, "correction-does-not-fit"),
    ])
    func whatCannotBeCorrected(command: String, expected: String) throws {
        let given = try Given(donation)
        #expect(given.when(command).rejection?.code == expected)
    }

    @Test func whatWouldBreakOtherFactsIsRefused() throws {
        var given = try Given(
            member, #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1"}"#)
        #expect(given.when(#"{"command":"fact.void","corrects":2,"reason":"x"}"#).rejection?.code == "would-break")
        #expect(given.when(#"{"command":"fact.void","corrects":3,"reason":"x"}"#).rejection?.code == "would-break")
        let later = #"{"command":"fact.correct","corrects":2,"set":{"from":"2019-04-01"},"reason":"x"}"#
        #expect(given.when(later).rejection?.code == "would-break")
        try given.record(#"{"command":"fact.void","corrects":4,"reason":"签错"}"#)
        try given.record(later)
    }
}
