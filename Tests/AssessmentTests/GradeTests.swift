import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What a grade asks for besides points: conditions and places. The figures were derived by hand.
@Suite("Grades that ask for more than points")
struct GradeTests {
    /// Five members. Proposals, ten points each: M1 4, M2 3, M3 3, M4 2, M5 1. A plenary that M1 missed; M2 wrote a reflection.
    private func year() throws -> State {
        var given = try Given()
        for number in 1...5 {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2026-01-01"}"#)
        }
        for (member, count) in [(1, 4), (2, 3), (3, 3), (4, 2), (5, 1)] {
            for number in 1...count {
                try given.record(
                    #"{"command":"proposal.file","proposal":"P\#(member)-\#(number)","kind":"individual","title":"x","signers":["M\#(member)"],"occurred":"2026-02-0\#(number)"}"#)
            }
        }
        for fact in [
            #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2026-01-15"}"#,
            #"{"command":"attendance.check-in","activity":"A1","members":["M2","M3","M4","M5"],"occurred":"2026-01-15"}"#,
            #"{"command":"attendance.mark-absent","activity":"A1","member":"M1","occurred":"2026-01-15"}"#,
            #"{"command":"work.file","work":"W1","kind":"reflection","title":"x","authors":["M2"],"occurred":"2026-06-01"}"#,
        ] { try given.record(fact) }
        return given.state
    }

    private static let targets = """
        targets:
          - {id: a, title: x, for: member, score: {each: 10}, acts: {proposals: any}}
          - {id: b, title: x, for: member, score: {each: 1}, acts: {works: reflection}}
        """

    private func status(_ grades: String, _ targets: String = Self.targets, asOf: String = "2026-12-31") throws -> PlanStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ngrades:\n\(grades)\n\(targets)\n")
        return assess(plan, try year(), asOf: try #require(CalendarDate(asOf)))
    }

    private func grades(_ grades: String, asOf: String = "2026-12-31") throws -> [String?] {
        try status(grades, asOf: asOf).members.map(\.total.grade?.title.zh)
    }

    /// M1 has the points, and missed the plenary: one vote is enough.
    @Test func anAbsenceForbidsTheGrade() throws {
        let rules = """
              - {from: 30, title: 优秀, require: [{absences: plenary, at-most: 0}]}
              - {from: 10, title: 称职}
            """
        #expect(try grades(rules) == ["称职", "优秀", "优秀", "称职", "称职"])
        let first = try status(rules).members[0].total
        #expect(first.tried.map(\.isGiven) == [false, true])
        #expect(first.withheld.map(\.grade.title.zh) == ["优秀"])
        #expect(first.withheld[0].failed[0].measured?.actual == .count(1))
    }

    /// Points in both targets: M2 alone (30 + 1). `points: [a, b]` is 31 of M2 and 30 of M3.
    @Test func conditionsOnTargets() throws {
        #expect(try grades("  - {from: 0, title: 优秀, require: [{earned: any, at-least: 2}]}") == [nil, "优秀", nil, nil, nil])
        #expect(try grades("  - {from: 0, title: 优秀, require: [{earned: [a], at-least: 1}]}").allSatisfy { $0 == "优秀" })
        #expect(try grades("  - {from: 0, title: 优秀, require: [{points: [a, b], at-least: 30.5}]}") == ["优秀", "优秀", nil, nil, nil])
        let either = "  - {from: 0, title: 优秀, require: [{one-of: [{works: reflection, at-least: 1}, {proposals: any, at-least: 4}]}]}"
        #expect(try grades(either) == ["优秀", "优秀", nil, nil, nil])
    }

    /// Places by points: M1 1st (40), M2 2nd (31), M3 3rd (30), M4 4th, M5 5th.
    @Test func firstPlaces() throws {
        #expect(try grades("  - {from: 0, title: 优秀, first: 2}") == ["优秀", "优秀", nil, nil, nil])
        // A tenth of five is 0.5: half up, and at least the first.
        #expect(try grades("  - {from: 0, title: 优秀, first: 10%}") == ["优秀", nil, nil, nil, nil])
        // 50 % of five is 2.5: half up 3.
        #expect(try grades("  - {from: 0, title: 优秀, first: 50%}") == ["优秀", "优秀", "优秀", nil, nil])
        // Never more than 50 %: rounded down, 2.
        #expect(try grades("  - {from: 0, title: 优秀, at-most: 50%}") == ["优秀", "优秀", nil, nil, nil])
    }

    /// Without reflections M2 and M3 share the second place.
    @Test func ties() throws {
        let targets = "targets:\n  - {id: a, title: x, for: member, score: {each: 10}, acts: {proposals: any}}"
        func titles(_ grades: String) throws -> [String?] { try status(grades, targets).members.map(\.total.grade?.title.zh) }
        // Among the first two: both who share the second place.
        #expect(try titles("  - {from: 0, title: 优秀, first: 2}") == ["优秀", "优秀", "优秀", nil, nil])
        // Never more than two: neither of them.
        #expect(try titles("  - {from: 0, title: 优秀, at-most: 2}") == ["优秀", nil, nil, nil, nil])
        let place = try #require(try status("  - {from: 0, title: 优秀, at-most: 2}", targets).members[1].total.tried[0].place)
        #expect([place.place, place.shared, place.last, place.of] == [2, 2, 2, 5])
        #expect(!place.holds)
    }

    /// Places are for those who may have the grade: M1, who missed the plenary, takes none. Who has a higher grade takes none of
    /// the next.
    @Test func placesAreForWhoMayHaveThem() throws {
        let rules = """
              - {from: 20, title: 优秀, at-most: 1, require: [{absences: plenary, at-most: 0}]}
              - {from: 20, title: 良好, at-most: 2}
              - {from: 0, title: 合格}
            """
        #expect(try grades(rules) == ["良好", "优秀", "良好", "合格", "合格"])
    }

    /// The body's own grade asks of the body: three reflections, or thirteen proposals (4 + 3 + 3 + 2 + 1).
    @Test func theBodysGrade() throws {
        func grade(_ rule: String) throws -> String? {
            try status(
                "  - {from: 5, title: 先进, require: [\(rule)]}",
                "targets:\n  - {id: a, title: x, points: 5, score: when-met, require: [{proposals: any, at-least: 13}]}"
            ).total.grade?.title.zh
        }
        #expect(try grade("{met: [a], at-least: 1}") == "先进")
        #expect(try grade("{works: reflection, at-least: 3}") == nil)
        #expect(try grade("{one-of: [{works: reflection, at-least: 3}, {proposals: any, at-least: 13}]}") == "先进")
    }

    @Test(arguments: [
        "  - {from: 1, title: x, first: 2}\n", "  - {from: 1, title: x, require: [{met: [b], at-least: 1}]}\n",
        "  - {from: 1, title: x, require: [{met: [a], at-least: 2}]}\n", "  - {from: 1, title: x, require: [{points: any, at-least: 2}]}\n",
        "  - {from: 1, title: x, require: [{one-of: 3}]}\n", "  - {from: 1, title: x, require: [{met: any}]}\n",
    ])
    func whatIsWrongIsSaid(grades: String) throws {
        let text = "plan: T\ntitle: 试\nyear: 2026\ngrades:\n\(grades)targets:\n  - {id: a, title: x, points: 5, score: by-hand}\n"
        #expect(throws: PlanError.self) { try Plan(yaml: text) }
    }
}
