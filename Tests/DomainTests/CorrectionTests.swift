import Domain
import DomainTestSupport
import EventLog
import Testing

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
}
