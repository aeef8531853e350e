import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What is counted over a member's term, of members who are elected again. The figures were derived by hand.
@Suite("Over the term of who was elected again")
struct TermTests {
    /// A plenary each January and July of 2022 to 2026; who is in office comes to those that they are not absent from.
    ///
    /// M1 is in office in 2022 and 2023, and again from 2025 on: absent in July 2023, January 2025 and January 2026. M2's second term
    /// follows on the first on 1 July 2026: absent in January 2022, July 2025 and July 2026. M3 has been in office since 2024 and was
    /// entered a second time as M4 in June 2025: absent in July 2024, and, as M4, in July 2025.
    private static let absent = [
        "2022-01": ["M2"], "2023-07": ["M1"], "2024-07": ["M3"], "2025-01": ["M1"], "2025-07": ["M2", "M4"], "2026-01": ["M1"],
        "2026-07": ["M2"],
    ]

    private static func book() throws -> State {
        var given = try Given()
        for fact in [
            #"{"command":"member.join","member":"M1","name":"甲","from":"2022-01-01","until":"2023-12-31"}"#,
            #"{"command":"member.begin-term","member":"M1","from":"2025-01-01"}"#,
            #"{"command":"member.join","member":"M2","name":"乙","from":"2022-01-01","until":"2026-06-30"}"#,
            #"{"command":"member.begin-term","member":"M2","from":"2026-07-01"}"#,
            #"{"command":"member.join","member":"M3","name":"丙","from":"2024-01-01"}"#,
            #"{"command":"member.join","member":"M4","name":"丙","from":"2025-06-01"}"#,
        ] { try given.record(fact) }
        for year in 2022...2026 {
            for month in ["01", "07"] {
                let (id, day) = ("A\(year)-\(month)", "\(year)-\(month)-15")
                try given.record(#"{"command":"activity.schedule","activity":"\#(id)","kind":"plenary","title":"全会","on":"\#(day)"}"#)
                let absent = absent["\(year)-\(month)"] ?? []
                let inOffice = ["M2"] + (year == 2024 ? [] : ["M1"]) + (year < 2024 || absent.contains("M4") ? [] : ["M3"])
                for member in inOffice where !absent.contains(member) {
                    try given.record(#"{"command":"attendance.check-in","activity":"\#(id)","member":"\#(member)","occurred":"\#(day)"}"#)
                }
                for member in absent {
                    try given.record(#"{"command":"attendance.mark-absent","activity":"\#(id)","member":"\#(member)","occurred":"\#(day)"}"#)
                }
            }
        }
        try given.record(#"{"command":"member.merge","member":"M4","into":"M3","reason":"同一人","occurred":"2026-07-20"}"#)
        return given.state
    }

    private func counts(_ requirement: String, _ year: Int = 2026, asOf: String = "2026-12-31") throws -> [Quantity] {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: \(year)\ntargets:\n  - {id: a, title: x, for: member, require: [\(requirement)]}\n")
        return assess(plan, try Self.book(), asOf: try #require(CalendarDate(asOf))).targets[0].members.map { $0.requirements[0].actual }
    }

    /// The years out of office belong to no term, and the first term not to the second.
    @Test func absencesOfTheTermThatRuns() throws {
        let term = "{absences: plenary, at-most: 9, over: term}"
        #expect(try counts(term) == [.count(2), .count(1), .count(2)])
        #expect(try counts("{absences: plenary, at-most: 9, over: 5 years}") == [.count(3), .count(3), .count(2)])
        // M2's second term begins with 1 July.
        #expect(try counts(term, asOf: "2026-06-30") == [.count(2), .count(2), .count(2)])
        #expect(try counts(term, asOf: "2026-07-01") == [.count(2), .count(0), .count(2)])
        // In the first term nobody knows of a second: M1's July 2023, M2's January 2022.
        #expect(try counts(term, 2023, asOf: "2023-12-31") == [.count(1), .count(1)])
    }

    /// July 2023 and January 2025 are in a row for M1, who was not in office in between; they are of two terms.
    @Test func aRowEndsWithTheTerm() throws {
        #expect(try counts("{absences: plenary, at-most: 9, in-any: row, over: 5 years}")[0] == .count(2))
        #expect(try counts("{absences: plenary, at-most: 9, in-any: row, over: term}")[0] == .count(1))
    }

    /// M1's term has four plenaries, M2's one, M3's six: M1 came to two, M2 to none, M3 to four.
    @Test func turnoutOfTheTerm() throws {
        #expect(try counts("{turnout: plenary, at-least: 50%, over: term}") == [
            .share(numerator: 2, denominator: 4), .share(numerator: 0, denominator: 1), .share(numerator: 4, denominator: 6),
        ])
    }
}
