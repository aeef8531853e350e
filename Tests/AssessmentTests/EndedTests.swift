import Assessment
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

@Suite("What has ended, and what nobody recorded")
struct EndedTests {
    private static let joined = ["M1", "M2", "M3"].map {
        #"{"command":"member.join","member":"\#($0)","name":"甲","from":"2024-01-01","occurred":"2024-01-01"}"#
    }

    private static func points(_ rules: String, _ commands: [String], asOf: String = "2024-12-31") throws -> [Int64] {
        var given = try Given()
        for command in joined + commands { try given.record(command) }
        let plan = try Plan(yaml: "plan: T\ntitle: 试\nyear: 2024\ntargets:\n  - {id: a, title: 甲, for: member, \(rules)}\n")
        return assess(plan, given.state, asOf: day(asOf)).members.map(\.total.points)
    }

    private static func file(_ id: String, _ signers: String) -> String {
        #"{"command":"proposal.file","proposal":"\#(id)","title":"题","kind":"joint","signers":[\#(signers)],"occurred":"2024-02-01"}"#
    }

    private static let each = "score: {each: 10}, acts: {proposals: any"

    @Test func aWithdrawnProposalCountsNowhereButWhereFilingIsAskedFor() throws {
        let commands = [
            Self.file("P1", #""M1","M2""#), #"{"command":"proposal.withdraw","proposal":"P1","reason":"x","occurred":"2024-03-01"}"#,
        ]
        #expect(try Self.points(Self.each + "}", commands) == [0, 0, 0])
        // The day before, it counted.
        #expect(try Self.points(Self.each + "}", commands, asOf: "2024-02-29") == [1000, 1000, 0])
        #expect(try Self.points(Self.each + ", reached: filed}", commands) == [1000, 1000, 0])
    }

    /// M1 and M2 sign P4, M2 and M3 sign P5, which is merged into P4, and P4 is accepted.
    @Test func aMergedProposalCountsForItsSignersAsTheOneItWentInto() throws {
        let commands = [
            Self.file("P4", #""M1","M2""#), Self.file("P5", #""M2","M3""#),
            #"{"command":"proposal.merge","proposal":"P5","into":"P4","occurred":"2024-03-01"}"#,
            #"{"command":"proposal.accept","proposal":"P4","occurred":"2024-04-01"}"#,
        ]
        // P4 once for each of the three; before the merger both, and M2 signed both.
        #expect(try Self.points(Self.each + "}", commands) == [1000, 1000, 1000])
        #expect(try Self.points(Self.each + "}", commands, asOf: "2024-02-29") == [1000, 2000, 1000])
        #expect(try Self.points(Self.each + ", reached: accepted}", commands) == [1000, 1000, 1000])
        #expect(try Self.points(Self.each + ", reached: accepted}", commands, asOf: "2024-03-31") == [0, 0, 0])
        #expect(try Self.points(Self.each + ", reached: filed}", commands) == [1000, 2000, 1000])
    }

    /// P1 of M1 and M2 is handled as P2 of M1 and M3, and P3 of M2 and M3, each filed by itself.
    @Test func aSplitProposalCountsAsThoseItWasSplitInto() throws {
        let commands = [
            Self.file("P1", #""M1","M2""#), Self.file("P2", #""M1","M3""#), Self.file("P3", #""M2","M3""#),
            #"{"command":"proposal.split","proposal":"P1","into":["P2","P3"],"occurred":"2024-03-01"}"#,
        ]
        #expect(try Self.points(Self.each + "}", commands) == [1000, 1000, 2000])
        // The day before, it counted beside them.
        #expect(try Self.points(Self.each + "}", commands, asOf: "2024-02-29") == [2000, 2000, 2000])
        #expect(try Self.points(Self.each + ", reached: filed}", commands) == [2000, 2000, 2000])
    }

    private static func meeting(_ marks: String...) -> [String] {
        [#"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2024-03-01","occurred":"2024-02-01"}"#] + marks
            + [#"{"command":"activity.close","activity":"A1","occurred":"2024-03-01"}"#]
    }

    private static let came = #"{"command":"attendance.check-in","activity":"A1","member":"M1","occurred":"2024-03-01"}"#
    private static let missed = #"{"command":"attendance.mark-absent","activity":"A1","member":"M2","occurred":"2024-03-01"}"#

    private static func said(_ what: String, _ member: String) -> String {
        #"{"command":"attendance.\#(what)","activity":"A1","member":"\#(member)","occurred":"2024-02-20"}"#
    }

    @Test(arguments: [
        // Nothing on record costs nobody anything.
        (meeting(), [0, 0, 0]),
        // Only an absence: M3 was not looked at.
        (meeting(missed), [0, -500, 0]),
        // Somebody came: whoever has no mark did not.
        (meeting(came), [0, -500, -500]),
        (meeting(came, missed), [0, -500, -500]),
        // That they would come, or wanted leave, was said beforehand: nobody looked who came.
        (meeting(said("register", "M2"), said("ask-leave", "M3")), [0, 0, 0]),
        (meeting(said("register", "M2"), said("ask-leave", "M3"), came), [0, -500, -500]),
        // Leave was refused: who was to come and is not on the sheet did not.
        (meeting(said("ask-leave", "M3"), said("refuse-leave", "M3")), [0, 0, -500]),
    ])
    func onlyWhereSomebodyCameIsSilenceAnAbsence(commands: [String], expected: [Int64]) throws {
        #expect(try Self.points("score: {deduct: {absent: 5}}, acts: {activities: study}", commands) == expected)
    }
}
