import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// The clock that a book has, and the days and moments that it tells.
@Suite("The book's clock")
struct BookClockTests {
    /// Offices write abbreviations, which mean several zones, and offsets, which have no rules for summer.
    @Test(arguments: [
        ("CST", ["Asia/Shanghai", "America/Chicago"]), ("EST", ["America/New_York"]), ("GMT+8", ["Asia/Shanghai"]),
        ("UTC+08:00", ["Asia/Shanghai"]), ("+0800", ["Asia/Shanghai"]), ("Etc/GMT-8", ["Asia/Shanghai"]), ("北京时间", ["Asia/Shanghai"]),
        ("shanghai", ["Asia/Shanghai"]), ("asia/shanghai", ["Asia/Shanghai"]), ("PRC", ["Asia/Shanghai"]),
        // UTC+05:30 and −03:30 are of one country each; the sign of Etc is the other way round.
        ("UTC+5:30", ["Asia/Kolkata"]), ("GMT-3:30", ["America/St_Johns"]), ("Etc/GMT+5", ["America/New_York"]),
    ])
    func whatIsAmbiguousIsNoZone(name: String, meant: [String]) {
        #expect(!BookClock.isUnambiguous(name))
        let found = BookClock.suggestions(for: name)
        // One country has several names for its zone; the first that are expected are among them.
        #expect(meant.allSatisfy { found.contains($0) || found.contains($0.replacing("Kolkata", with: "Calcutta")) }, "\(found)")
        #expect(found.allSatisfy(BookClock.isUnambiguous))
    }

    @Test(arguments: ["Asia/Shanghai", "Asia/Urumqi", "Europe/London", "US/Central", "America/Argentina/Buenos_Aires", "UTC"])
    func aNameWithItsRegionIsOne(name: String) { #expect(BookClock.isUnambiguous(name)) }

    @Test(arguments: ["", "火星", "Mars/Olympus", "Etc/GMT+99"]) func whatIsNowhereHasNoSuggestion(name: String) {
        #expect(!BookClock.isUnambiguous(name) && BookClock.suggestions(for: name).isEmpty)
    }

    /// In London clocks were put forward on 2026-03-29 at 01:00 and are put back on 2026-10-25 at 02:00.
    @Test(arguments: [
        ("2026-01-15 9:00", "2026-01-15T09:00:00Z"), ("2026-07-15 9:00", "2026-07-15T09:00:00+01:00"),
        ("2026-03-29 0:59", "2026-03-29T00:59:00Z"), ("2026-03-29 2:00", "2026-03-29T02:00:00+01:00"),
        // Shown twice: the first time is meant.
        ("2026-10-25 1:30", "2026-10-25T01:30:00+01:00"), ("2026-10-25 2:00", "2026-10-25T02:00:00Z"),
    ])
    func aTimeWithoutOffsetIsTheBodys(text: String, interval: String) throws {
        #expect(try DateWords.read(text, clock: BookClock(named: "Europe/London")).interval == interval)
    }

    @Test func aTimeThatNoClockShowsDoesNotExist() {
        #expect(throws: DateFault.doesNotExist("1:30")) {
            try DateWords.read("2026-03-29 1:30", clock: BookClock(named: "Europe/London"))
        }
    }

    /// 23:30 in Greenwich is 07:30 of the next day in Shanghai.
    @Test func aMomentWithAnotherOffsetIsTheBodysDay() throws {
        let given = try Given([
            #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"a","signers":["M1"],"occurred":"2025-12-31T23:30:00Z"}"#,
        ])
        #expect(try #require(given.state.proposals[id("P1")]?.filed).occurred.interval == "2026-01-01T07:30:00+08:00")
        // The day before, the member was not in office.
        given.when(
            #"{"command":"proposal.file","proposal":"P2","kind":"individual","title":"a","signers":["M1"],"occurred":"2026-01-01T00:30:00+09:00"}"#
        ).then(.member(.notInOffice([id("M1")], on: day("2025-12-31"))))
    }

    /// What was said stays in the event; an entry and an event are taken in alike.
    @Test(arguments: [false, true]) func whatWasSaidIsRecorded(asEntries: Bool) throws {
        var given = try Given([], asEntries: asEntries)
        let events = try given.record(#"{"command":"activity.schedule","kind":"study","title":"a","on":"2025-12-31T23:30:00Z"}"#)
        #expect(try #require(events.first).fields["on"]?.stringValue == "2025-12-31T23:30:00Z")
        #expect(given.state.activities[id("A1")]?.date?.interval == "2026-01-01T07:30:00+08:00")
    }

    /// Books of earlier versions have such zones: −06:00 in winter. Corrected, every day is told by the other clock.
    @Test func anOldBookKeepsItsZoneUntilItIsCorrected() throws {
        var given = Given.unopened
        try given.record(
            "book.opened", version: 1, about: ["book:b1"], #"{"book":"b1","format":1,"name":"试","timeZone":"CST"}"#)
        try given.record(#"{"command":"activity.schedule","kind":"study","title":"a","on":"2026-01-01T00:30:00+08:00"}"#)
        try given.record(#"{"command":"visit.record","occurred":"2026-01-01T00:30:00+08:00"}"#)
        #expect(given.state.activities[id("A1")]?.date?.interval == "2025-12-31T10:30:00-06:00")
        try given.record(#"{"command":"fact.correct","corrects":1,"set":{"name":"试验"},"reason":"误记"}"#)
        try given.record(#"{"command":"fact.correct","corrects":1,"set":{"timeZone":"Asia/Shanghai"},"reason":"误记"}"#)
        #expect(given.state.activities[id("A1")]?.date?.interval == "2026-01-01T00:30:00+08:00")
        #expect(given.state.visits[id("V1")]?.made?.occurred.first == day("2026-01-01"))
        try given.record(#"{"command":"fact.void","corrects":5,"reason":"误记"}"#)
        #expect(given.state.visits[id("V1")]?.made?.occurred.first == day("2025-12-31"))
    }

    /// A correction that says the same moment otherwise changes nothing.
    @Test func theSameMomentIsNoChange() throws {
        let given = try Given([
            #"{"command":"activity.schedule","kind":"study","title":"a","on":"2026-01-01T09:00:00+08:00","occurred":"2025-12-01"}"#
        ])
        given.when(#"{"command":"fact.correct","corrects":2,"set":{"on":"2026-01-01T01:00:00Z"},"reason":"x"}"#)
            .then(.correction(.nothingChanges(Position(2))))
    }
}
