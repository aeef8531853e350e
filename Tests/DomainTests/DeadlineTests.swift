import Domain
import DomainTestSupport
import EventLog
import Testing

private let begin = [
    #"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#,
    #"{"command":"member.join","member":"M2","name":"乙","from":"2026-01-01"}"#,
    // 2026: May Day is off from 05-01 to 05-05; Saturday 05-09 is worked instead.
    #"{"command":"work-calendar.adopt","year":"2026","holidays":["2026-05-01","2026-05-02","2026-05-03","2026-05-04","2026-05-05"],"workdays":["2026-05-09"]}"#,
    #"{"command":"proposal.file","proposal":"P1","title":"路灯","kind":"joint","signers":["M1","M2"],"session":"in-session","occurred":"2026-03-02"}"#,
    #"{"command":"proposal.accept","proposal":"P1","occurred":"2026-04-20"}"#,
    #"{"command":"proposal.hand-over","proposal":"P1","lead":"局","joint":["站"],"occurred":"2026-04-27"}"#,
]

/// Days counted by hand on a calendar of 2026: 04-27 is a Monday, 05-01 a Friday.
@Suite("Time limits")
struct DeadlineTests {
    private func given(_ rules: String, _ commands: [String]) throws -> Given {
        try Given(begin + [#"{"command":"rules.adopt","rules":"r","title":"规则","limits":\#(rules)}"#] + commands)
    }

    private func deadline(
        _ given: Given, _ step: TimeLimit.Step, unit: String? = nil, asOf: String = "2026-12-31"
    ) throws -> Deadline? {
        let day = try #require(CalendarDate(asOf))
        return given.state.deadlines(asOf: day).first { $0.step == step && (unit == nil || $0.unit == unit) }
    }

    @Test(arguments: [
        (#"[{"step":"answer","months":3}]"#, "2026-07-27"),
        (#"[{"step":"answer","days":10}]"#, "2026-05-07"),
        // 04-28 29 30 | 05-06 07 08 09 | 05-11 12 13: ten working days.
        (#"[{"step":"answer","workingDays":10}]"#, "2026-05-13"),
        // The limit that says most about the case goes before the others.
        (#"[{"step":"answer","months":3},{"step":"answer","months":5,"session":"in-session"}]"#, "2026-09-27"),
        (#"[{"step":"answer","months":3},{"step":"answer","months":5,"session":"off-session"}]"#, "2026-07-27"),
        (#"[{"step":"answer","months":3},{"step":"answer","months":6,"difficult":true}]"#, "2026-07-27"),
    ])
    func daysAreCounted(rules: String, due: String) throws {
        let given = try given(rules, [])
        #expect(try deadline(given, .answer)?.due?.description == due)
        #expect(try deadline(given, .answer)?.unit == "局")
        #expect(try deadline(given, .answer)?.lacksCalendar == false)
    }

    @Test func everyStepHasItsOwnStart() throws {
        let rules = #"""
            [{"step":"hand-over","workingDays":5,"article":"五日"},{"step":"joint","months":1},{"step":"answer","months":2},
            {"step":"redo","months":1},{"step":"rate","workingDays":15},{"step":"suggestion","months":3}]
            """#
        let given = try given(
            rules,
            [
                #"{"command":"proposal.answer","proposal":"P1","unit":"站","occurred":"2026-05-28"}"#,
                #"{"command":"proposal.answer","proposal":"P1","unit":"局","occurred":"2026-06-29"}"#,
                #"{"command":"proposal.rate","proposal":"P1","member":"M1","handling":"satisfied","result":"not-satisfied","occurred":"2026-07-20"}"#,
                #"{"command":"proposal.send-back","proposal":"P1","reason":"x","occurred":"2026-08-31"}"#,
                #"{"command":"suggestion.submit","suggestion":"S1","title":"x","kind":"deputy-suggestion","members":["M1"],"occurred":"2026-11-01"}"#,
                #"{"command":"suggestion.hand-over","suggestion":"S1","to":"局","occurred":"2026-11-30"}"#,
            ])
        func line(_ step: TimeLimit.Step, _ unit: String? = nil) throws -> [String?] {
            let deadline = try #require(try deadline(given, step, unit: unit))
            return [deadline.from.description, deadline.due?.description, deadline.done?.description, "\(deadline.standing(asOf: CalendarDate("2026-12-31")!))"]
        }
        // Accepted on Monday 04-20; the fifth working day after is Monday 04-27.
        #expect(try line(.handOver) == ["2026-04-20", "2026-04-27", "2026-04-27", "doneInTime"])
        #expect(try deadline(given, .handOver)?.article == "五日")
        #expect(try line(.joint) == ["2026-04-27", "2026-05-27", "2026-05-28", "doneLate"])
        #expect(try line(.answer) == ["2026-04-27", "2026-06-27", "2026-06-29", "doneLate"])
        // Answered on Monday 06-29: fifteen working days are three weeks.
        #expect(try line(.rate, "M1") == ["2026-06-29", "2026-07-20", "2026-07-20", "doneInTime"])
        // Sent back before M2 rated: nobody asks for that rating any more.
        #expect(try line(.rate, "M2") == ["2026-06-29", "2026-07-20", nil, "lapsed"])
        // A month from 31 August ends with September.
        #expect(try line(.redo) == ["2026-08-31", "2026-09-30", nil, "overdue"])
        #expect(try line(.suggestion) == ["2026-11-30", "2027-02-28", nil, "open"])
        #expect(try deadline(given, .redo)?.evidence.isEmpty == false)
    }

    @Test func nothingLaterIsKnownOnADay() throws {
        let given = try given(
            #"[{"step":"answer","months":1}]"#, [#"{"command":"proposal.answer","proposal":"P1","unit":"局","occurred":"2026-05-20"}"#])
        #expect(try deadline(given, .answer, asOf: "2026-04-26") == nil)
        #expect(try deadline(given, .answer, asOf: "2026-05-19")?.done == nil)
        #expect(try deadline(given, .answer, asOf: "2026-05-20")?.done?.description == "2026-05-20")
    }

    @Test func pausesAndExtensionsMoveTheDay() throws {
        let pause = [
            #"{"command":"proposal.pause","proposal":"P1","reason":"x","occurred":"2026-05-06"}"#,
            #"{"command":"proposal.resume","proposal":"P1","occurred":"2026-05-16"}"#,
        ]
        // Ten days stood still.
        #expect(try deadline(given(#"[{"step":"answer","months":1}]"#, pause), .answer)?.due?.description == "2026-06-06")
        // 04-28 29 30, then from 05-16 on: 05-18 and 19.
        #expect(try deadline(given(#"[{"step":"answer","workingDays":5}]"#, pause), .answer)?.due?.description == "2026-05-19")
        let paused = try given(#"[{"step":"answer","months":1}]"#, [pause[0]])
        #expect(try deadline(paused, .answer)?.due == nil)
        #expect(try deadline(paused, .answer)?.standing(asOf: CalendarDate("2026-12-31")!) == .paused)
        let extended = try given(
            #"[{"step":"answer","months":1}]"#, [#"{"command":"proposal.extend","proposal":"P1","until":"2026-08-31","reason":"x","occurred":"2026-05-20"}"#])
        #expect(try deadline(extended, .answer)?.due?.description == "2026-08-31")
        #expect(try deadline(extended, .answer)?.isSet == true)
    }

    @Test func aReassignedUnitHasItsOwnTime() throws {
        let given = try given(
            #"[{"step":"answer","months":1},{"step":"return","days":10}]"#,
            [
                #"{"command":"proposal.return","proposal":"P1","unit":"局","reason":"x","occurred":"2026-05-08"}"#,
                #"{"command":"proposal.reassign","proposal":"P1","unit":"局","to":"委","occurred":"2026-05-11"}"#,
            ])
        #expect(try deadline(given, .answer)?.unit == "委")
        #expect(try deadline(given, .answer)?.due?.description == "2026-06-11")
    }

    /// Other rules give other days; what was recorded stays.
    @Test func theRulesThatStandCount() throws {
        var given = try given(#"[{"step":"answer","months":2}]"#, [])
        let before = given.state.position
        try given.record(#"{"command":"rules.adopt","rules":"s","title":"新规则","limits":[{"step":"answer","months":4}]}"#)
        #expect(try deadline(given, .answer)?.due?.description == "2026-08-27")
        try given.record(#"{"command":"fact.void","corrects":\#(before.value + 1),"reason":"x"}"#)
        #expect(try deadline(given, .answer)?.due?.description == "2026-06-27")
    }

    @Test func withoutACalendarOnlyWeekendsAreLeftOut() throws {
        var given = try Given()
        for command in begin where !command.contains("work-calendar") { try given.record(command) }
        try given.record(#"{"command":"rules.adopt","rules":"r","title":"规则","limits":[{"step":"answer","workingDays":5}]}"#)
        #expect(try deadline(given, .answer)?.due?.description == "2026-05-04")
        #expect(try deadline(given, .answer)?.lacksCalendar == true)
    }

    /// Lengths nobody means would be counted for ever.
    @Test(arguments: [
        #"[{"step":"answer","workingDays":1001}]"#, #"[{"step":"answer","months":9007199254740992}]"#, #"[{"step":"answer"}]"#,
        #"[{"step":"answer","days":1,"months":1}]"#, #"[{"step":"commitment","days":1}]"#,
    ])
    func limitsHaveALength(rules: String) {
        #expect(throws: CommandError.self) { try given(rules, []) }
    }
}
