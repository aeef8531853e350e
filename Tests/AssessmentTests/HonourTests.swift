import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// Adopted, instructed, sent upwards and commended, each at a level; the figures were derived by hand.
@Suite("Adopted, instructed, sent upwards, commended")
struct HonourTests {
    /// M1: S1 adopted by the city and the province, P1 sent to the province and commended by the city. M2: S2 instructed by a
    /// leader of the city; co-signer of P1. M3: S3 instructed by a leader of no stated level; commended by the prefecture, then the
    /// nation.
    private func year() throws -> State {
        var given = try Given()
        for number in 1...3 {
            try given.record(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2026-01-01"}"#)
        }
        for fact in [
            #"{"command":"suggestion.submit","suggestion":"S1","kind":"social-opinion","title":"一","members":["M1"],"occurred":"2026-02-01"}"#,
            #"{"command":"suggestion.adopt","suggestion":"S1","level":"city","occurred":"2026-03-01"}"#,
            #"{"command":"suggestion.adopt","suggestion":"S1","level":"province","occurred":"2026-04-01"}"#,
            #"{"command":"suggestion.submit","suggestion":"S2","kind":"social-opinion","title":"二","members":["M2"],"occurred":"2026-02-01"}"#,
            #"{"command":"suggestion.instruct","suggestion":"S2","leader":"市长","level":"city","occurred":"2026-05-01"}"#,
            #"{"command":"suggestion.submit","suggestion":"S3","kind":"social-opinion","title":"三","members":["M3"],"occurred":"2026-02-01"}"#,
            #"{"command":"suggestion.instruct","suggestion":"S3","leader":"领导","occurred":"2026-05-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","kind":"joint","title":"提案","signers":["M1","M2"],"occurred":"2026-02-10"}"#,
            #"{"command":"proposal.send-up","proposal":"P1","to":"省政协","level":"province","occurred":"2026-06-01"}"#,
            #"{"command":"commendation.record","commendation":"H1","title":"优秀提案","level":"city","what":"proposal:P1","occurred":"2026-12-01"}"#,
            #"{"command":"commendation.record","commendation":"H2","title":"优秀委员","level":"prefecture","members":["M3"],"occurred":"2026-11-01"}"#,
            #"{"command":"commendation.record","commendation":"H3","title":"全国先进","level":"nation","members":["M3"],"occurred":"2026-12-10"}"#,
            #"{"command":"commendation.record","commendation":"H4","title":"先进集体","level":"province","occurred":"2026-12-20"}"#,
            #"{"command":"commendation.record","commendation":"H5","title":"履职典型","kind":"典型","level":"township","members":["M2"],"occurred":"2026-12-25"}"#,
            #"{"command":"commendation.record","commendation":"H6","title":"优秀组织者","kind":"honour","level":"township","members":["M1"],"occurred":"2026-12-26"}"#,
        ] { try given.record(fact) }
        return given.state
    }

    private func status(_ targets: String, asOf: String = "2026-12-31") throws -> PlanStatus {
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n\(targets)\n")
        return assess(plan, try year(), asOf: try #require(CalendarDate(asOf)))
    }

    @Test(arguments: [
        ("score: {each: 10}, acts: {suggestions: any, adopted: any}", [1_000, 0, 0]),
        ("score: {each: 10}, acts: {suggestions: any, instructed: city}", [0, 1_000, 0]),
        // Without a level, it counts only where none is asked for.
        ("score: {each: 10}, acts: {suggestions: any, instructed: any}", [0, 1_000, 1_000]),
        ("score: {each: 10}, acts: {suggestions: any, instructed: province}", [0, 0, 0]),
        // Adopted by the province, or instructed by a leader of the city: each once.
        ("score: {each: 10}, acts: {either: [{suggestions: any, adopted: province}, {suggestions: any, instructed: city}]}", [1_000, 1_000, 0]),
        ("score: {level: {city: 4, province: 8}, of: [adopted, instructed]}, acts: {suggestions: any}", [800, 400, 0]),
        ("score: {each: {lead: 10, other: 5}}, acts: {proposals: any, sent-up: province}", [1_000, 500, 0]),
        ("score: {each: 10}, acts: {proposals: any, sent-up: nation}", [0, 0, 0]),
        ("score: {each: {lead: 6, other: 2}}, acts: {proposals: any, commended: city}", [600, 200, 0]),
        // What members did counts for them; who is named counts alone. Nation 10, prefecture 6, city 4.
        ("score: {level: {nation: 10, province: 8, prefecture: 6, city: 4}}, acts: {commendations: any}", [400, 400, 1_600]),
        ("score: {each: 1}, acts: {commendations: any, kind: model}", [0, 100, 0]),
        // What says neither is an honour.
        ("score: {each: 1}, acts: {commendations: any, kind: 表彰}", [200, 100, 200]),
        ("score: {level: {nation: 10, province: 8, prefecture: 6, city: 4}}, acts: {commendations: member}", [0, 0, 1_600]),
        ("score: {each: 1}, acts: {commendations: any, commended: province}", [0, 0, 100]),
        ("score: {each: 1}, acts: {commendations: any, titled: 先进}", [0, 0, 100]),
    ] as [(String, [Int64])])
    func pointsOfMembers(target: String, expected: [Int64]) throws {
        #expect(try status("  - {id: a, title: x, for: member, \(target)}").targets[0].members.map(\.points) == expected)
    }

    /// M1's proposal was not accepted and goes on as S4; S1 was no proposal before.
    @Test(arguments: [("proposal", 2), ("none", 1)])
    func suggestionsByWhatTheyWereBefore(origin: String, points: Int64) throws {
        var given = try Given()
        for fact in [
            #"{"command":"member.join","member":"M1","name":"x","from":"2026-01-01"}"#,
            #"{"command":"suggestion.submit","suggestion":"S1","kind":"social-opinion","title":"一","members":["M1"],"occurred":"2026-02-01"}"#,
            #"{"command":"proposal.file","proposal":"P1","kind":"individual","title":"提案","signers":["M1"],"occurred":"2026-02-10"}"#,
            #"{"command":"proposal.decline","proposal":"P1","code":"other","reason":"转社情民意","occurred":"2026-02-20"}"#,
            #"{"command":"suggestion.submit","suggestion":"S4","kind":"social-opinion","title":"提案","members":["M1"],"proposal":"P1","occurred":"2026-03-01"}"#,
        ] { try given.record(fact) }
        let plan = try Plan(
            yaml: "plan: T\ntitle: 试\nyear: 2026\ntargets:\n  - {id: a, title: x, score: {each: \(points)}, acts: {suggestions: any, came-from: \(origin)}}\n")
        let status = assess(plan, given.state, asOf: day("2026-12-31"))
        #expect(status.targets[0].points == points * 100)
        #expect(status.targets[0].lines.map(\.subject.id) == [origin == "none" ? "S1" : "S4"])
    }

    /// The body's own, and everybody's.
    @Test func commendationsOfTheBody() throws {
        func count(_ of: String) throws -> Quantity {
            try status("  - {id: a, title: x, require: [{commendations: \(of), at-least: 1}]}").targets[0].requirements[0].actual
        }
        #expect(try count("body") == .count(1))
        #expect(try count("any") == .count(6))
        #expect(try count("[proposal, work]") == .count(1))
    }

    @Test func countsFromItsDay() throws {
        let rule = "  - {id: a, title: x, for: member, score: {level: {nation: 10, prefecture: 6}}, acts: {commendations: any}}"
        #expect(try status(rule, asOf: "2026-11-30").targets[0].members.map(\.points) == [0, 0, 600])
        let sent = "  - {id: a, title: x, for: member, score: {each: 1}, acts: {proposals: any, sent-up: any}}"
        #expect(try status(sent, asOf: "2026-05-31").targets[0].members.map(\.points) == [0, 0, 0])
        let line = try status(sent, asOf: "2026-05-31").targets[0].members[0].lines[0]
        #expect(line.outcome == .withoutHonour(.sentUp, .anywhere))
    }

    @Test func whatCannotApplyIsRefused() throws {
        for target in [
            "score: {each: 1}, acts: {works: any, instructed: city}", "score: {each: 1}, acts: {visits: any, commended: city}",
            "score: {each: 1}, acts: {suggestions: any, adopted: county}", "score: {each: 1, of: adopted}, acts: {suggestions: any}",
        ] {
            #expect(throws: PlanError.self, "\(target)") { try status("  - {id: a, title: x, for: member, \(target)}") }
        }
    }
}
