import Assessment
import Domain
import DomainTestSupport
import EventLog
import Testing

/// A member who was entered twice counts once, with all that was recorded of either; half-days count from a share on.
@Suite("One member under two ids, and half-days")
struct IdentityTests {
    private static let plan = """
        plan: T
        title: 试
        year: 2019
        targets:
          - id: 到会
            title: 到会
            require: [{turnout: study, at-least: 50%}]
          - id: 提案
            title: 每人一件
            require: [{proposals: any, per: member, at-least: 1}]
          - id: 走访
            title: 每人走访
            require: [{visits: any, per: member, at-least: 2}]
        """

    private func status(_ commands: String...) throws -> PlanStatus {
        var given = try Given()
        for index in 1...4 {
            try given.record(#"{"command":"member.join","member":"M\#(index)","name":"委员","from":"2019-01-01"}"#)
        }
        for command in commands { try given.record(command) }
        return assess(try Plan(yaml: Self.plan), given.state, asOf: try #require(CalendarDate("2019-12-31")))
    }

    private static let year = [
        #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
        // M4 is M2: present under one id, marked absent under the other.
        #"{"command":"attendance.check-in","activity":"A1","members":["M1","M4"]}"#,
        #"{"command":"attendance.mark-absent","activity":"A1","member":"M2"}"#,
        #"{"command":"proposal.file","title":"路灯","kind":"joint","signers":["M4","M2"],"occurred":"2019-04-01"}"#,
        #"{"command":"visit.record","members":["M2","M4"],"occurred":"2019-05-01"}"#,
        #"{"command":"visit.record","members":["M4"],"occurred":"2019-06-01"}"#,
    ]

    @Test func twoBeforeTheyAreOne() throws {
        let status = try status(Self.year[0], Self.year[1], Self.year[2], Self.year[3], Self.year[4], Self.year[5])
        #expect(status.targets.map { $0.requirements[0].actual } == [
            .share(numerator: 2, denominator: 4), .parts(reached: 2, of: 4), .parts(reached: 1, of: 4),
        ])
    }

    /// Three members: M1 and M2 came; M2 has a proposal, signed twice and counted once; and two visits, not three.
    @Test func oneOnceTheyAreMerged() throws {
        let merge = #"{"command":"member.merge","member":"M4","into":"M2","reason":"同一人"}"#
        let status = try status(Self.year[0], Self.year[1], Self.year[2], Self.year[3], Self.year[4], Self.year[5], merge)
        #expect(status.inOffice.map(\.description) == ["M1", "M2", "M3"])
        #expect(status.targets.map { $0.requirements[0].actual } == [
            .share(numerator: 2, denominator: 3), .parts(reached: 1, of: 3), .parts(reached: 1, of: 3),
        ])
        let visits = try #require(status.targets.last?.requirements.first?.parts.first { $0.of == .member(MemberID("M2")!) })
        #expect(visits.count == 2)
    }

    @Test(arguments: [(nil, 2), (50, 2), (66, 1)] as [(Int?, Int64)])
    func halfDaysCountFromAShareOn(percent: Int?, present: Int64) throws {
        let rules = percent.map { #"{"command":"rules.adopt","rules":"r","title":"规则","presentPercent":\#($0)}"# }
        let status = try status(
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12","halfDays":2}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","halfDays":2}"#,
            #"{"command":"attendance.check-in","activity":"A1","member":"M2","halfDays":1}"#,
            rules ?? #"{"command":"visit.record"}"#)
        #expect(status.targets[0].requirements[0].actual == .share(numerator: present, denominator: 4))
    }
}
