import Domain
import DomainTestSupport
import EventLog
import Testing

/// On both sides of every boundary of a time limit. Counted by hand: 1 May 2026 is a Friday.
@Suite("Boundaries of time limits")
struct DeadlineBoundaryTests {
    private static let filed = [
        #"{"command":"member.join","member":"M1","name":"甲","from":"2020-01-01"}"#,
        #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"individual","signers":["M1"],"occurred":"2026-01-02"}"#,
        #"{"command":"proposal.accept","proposal":"P1","occurred":"2026-01-02"}"#,
    ]

    private func given(_ limit: String, handedOver: String, _ more: [String] = []) throws -> Given {
        try Given(
            Self.filed + [
                #"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"answer",\#(limit)}]}"#,
                #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","occurred":"\#(handedOver)"}"#,
            ] + more)
    }

    private func answer(_ given: Given, asOf: String = "2030-12-31") throws -> Deadline {
        try #require(given.state.deadlines(asOf: day(asOf)).first { $0.step == .answer })
    }

    /// A month that has no such day ends with its last.
    @Test(arguments: [
        ("2026-01-31", #""months":1"#, "2026-02-28"), ("2026-01-28", #""months":1"#, "2026-02-28"),
        ("2026-02-28", #""months":1"#, "2026-03-28"),
        ("2028-01-31", #""months":1"#, "2028-02-29"), ("2028-02-29", #""months":12"#, "2029-02-28"),
        ("2027-02-28", #""months":12"#, "2028-02-28"),
        ("2026-03-31", #""months":1"#, "2026-04-30"), ("2026-11-30", #""months":3"#, "2027-02-28"),
        ("2026-12-31", #""months":2"#, "2027-02-28"),
        ("2026-10-31", #""months":4"#, "2027-02-28"), ("2026-12-01", #""months":1"#, "2027-01-01"),
        ("2028-02-28", #""days":1"#, "2028-02-29"), ("2028-02-28", #""days":2"#, "2028-03-01"), ("2026-02-28", #""days":1"#, "2026-03-01"),
        ("2026-12-31", #""days":1"#, "2027-01-01"),
        // What is dated by several days runs from the last of them.
        ("2026-01-30/2026-02-02", #""days":10"#, "2026-02-12"),
    ])
    func daysAndMonths(handedOver: String, limit: String, due: String) throws {
        #expect(try answer(given(limit, handedOver: handedOver)).due?.description == due)
    }

    private static let calendar =
        #"{"command":"work-calendar.adopt","year":"2026","holidays":["2026-05-01","2026-05-04","2026-05-05"],"workdays":["2026-05-09"],"occurred":"2026-01-01"}"#

    /// Wednesday 29 April; 1, 4 and 5 May are off, Saturday the 9th is worked.
    @Test(arguments: [
        ("2026-04-29", 1, "2026-04-30"), ("2026-04-29", 2, "2026-05-06"), ("2026-04-30", 1, "2026-05-06"), ("2026-05-01", 1, "2026-05-06"),
        ("2026-05-02", 1, "2026-05-06"), ("2026-05-07", 1, "2026-05-08"), ("2026-05-07", 2, "2026-05-09"), ("2026-05-07", 3, "2026-05-11"),
        ("2026-05-08", 1, "2026-05-09"), ("2026-05-09", 1, "2026-05-11"), ("2026-05-15", 1, "2026-05-18"),
    ])
    func workingDays(handedOver: String, count: Int, due: String) throws {
        let deadline = try answer(given(#""workingDays":\#(count)"#, handedOver: handedOver, [Self.calendar]))
        #expect(deadline.due?.description == due)
        #expect(!deadline.lacksCalendar)
    }

    /// Thursday 31 December 2026: the next year's holidays are not known yet, and it is said so.
    @Test(arguments: [("2026-12-30", "2026-12-31", false), ("2026-12-31", "2027-01-01", true)])
    func aYearWithoutCalendar(handedOver: String, due: String, lacksCalendar: Bool) throws {
        let deadline = try answer(given(#""workingDays":1"#, handedOver: handedOver, [Self.calendar]))
        #expect(deadline.due?.description == due)
        #expect(deadline.lacksCalendar == lacksCalendar)
    }

    /// Due on 11 May.
    @Test(
        arguments: [
            ("2026-05-01", nil, .open), ("2026-05-11", nil, .open), ("2026-05-12", nil, .overdue),
            ("2026-05-12", "2026-05-11", .doneInTime),
            ("2026-05-12", "2026-05-12", .doneLate), ("2026-05-11", "2026-05-12", .open),
        ] as [(String, String?, Deadline.Standing)])
    func itsLastDayIsInTime(asOf: String, answered: String?, standing: Deadline.Standing) throws {
        let answers = answered.map { [#"{"command":"proposal.answer","proposal":"P1","unit":"局","occurred":"\#($0)"}"#] } ?? []
        let deadline = try answer(given(#""days":10"#, handedOver: "2026-05-01", answers), asOf: asOf)
        #expect(deadline.due?.description == "2026-05-11")
        #expect(deadline.standing(asOf: day(asOf)) == standing)
    }

    /// Nothing runs before its first day.
    @Test(arguments: [("2026-04-30", 0), ("2026-05-01", 1)]) func itBeginsWithTheHandOver(asOf: String, count: Int) throws {
        let state = try given(#""days":10"#, handedOver: "2026-05-01").state
        #expect(state.deadlines(asOf: day(asOf)).count == count)
    }

    /// Paused from 5 May on, resumed on the 8th: three days stood still. Before the pause nothing is known of it.
    @Test(
        arguments: [
            ("2026-05-04", "2026-05-11", .open), ("2026-05-05", nil, .paused), ("2026-05-07", nil, .paused),
            ("2026-05-08", "2026-05-14", .open),
            ("2026-05-14", "2026-05-14", .open), ("2026-05-15", "2026-05-14", .overdue),
        ] as [(String, String?, Deadline.Standing)])
    func aPauseStopsTheClock(asOf: String, due: String?, standing: Deadline.Standing) throws {
        let given = try given(
            #""days":10"#, handedOver: "2026-05-01",
            [
                #"{"command":"proposal.pause","proposal":"P1","reason":"x","occurred":"2026-05-05"}"#,
                #"{"command":"proposal.resume","proposal":"P1","occurred":"2026-05-08"}"#,
            ])
        let deadline = try answer(given, asOf: asOf)
        #expect(deadline.due?.description == due)
        #expect(deadline.standing(asOf: day(asOf)) == standing)
    }

    /// A pause that is resumed the same day stops nothing.
    @Test func aPauseOfNoDays() throws {
        let given = try given(
            #""days":10"#, handedOver: "2026-05-01",
            [
                #"{"command":"proposal.pause","proposal":"P1","reason":"x","occurred":"2026-05-05"}"#,
                #"{"command":"proposal.resume","proposal":"P1","occurred":"2026-05-05"}"#,
            ])
        #expect(try answer(given).due?.description == "2026-05-11")
    }

    /// Of those whose day has come or that are done, how many were in time; what still runs, or stands still, is left out.
    @Test func rates() throws {
        func file(_ id: String) -> [String] {
            [
                #"{"command":"proposal.file","proposal":"\#(id)","title":"x","kind":"individual","signers":["M1"],"occurred":"2026-05-01"}"#,
                #"{"command":"proposal.accept","proposal":"\#(id)","occurred":"2026-05-01"}"#,
                #"{"command":"proposal.hand-over","proposal":"\#(id)","lead":"局","occurred":"2026-05-01"}"#,
            ]
        }
        func answer(_ id: String, _ on: String) -> String {
            #"{"command":"proposal.answer","proposal":"\#(id)","unit":"局","occurred":"\#(on)"}"#
        }
        let given = try Given(
            [Self.filed[0], #"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"answer","days":10}]}"#]
                + ["P1", "P2", "P3", "P4"].flatMap(file) + [
                    answer("P1", "2026-05-11"), answer("P2", "2026-05-12"),
                    #"{"command":"proposal.pause","proposal":"P4","reason":"x","occurred":"2026-05-02"}"#,
                ])
        func rate(_ asOf: String) -> [DeadlineRate] { DeadlineRate.all(given.state.deadlines(asOf: day(asOf)), on: day(asOf)) }
        #expect(rate("2026-05-10") == [])
        #expect(rate("2026-05-11").map { [$0.inTime, $0.of] } == [[1, 1]])
        // P2 late and P3 overdue on the day after; P4's clock stands still.
        #expect(rate("2026-05-12").map { [$0.inTime, $0.of] } == [[1, 3]])
        #expect(rate("2026-05-12").map(\.step) == [.answer])
    }
}
