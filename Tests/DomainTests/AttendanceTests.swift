import Domain
import DomainTestSupport
import EventLog
import Testing

private let member = #"{"command":"member.join","member":"M1","name":"甲","from":"2019-02-01","until":"2019-12-31"}"#
private let session = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#
private let checkIn = #"{"command":"attendance.check-in","activity":"A1","member":"M1"}"#

@Suite("Attendance")
struct AttendanceTests {
    @Test func aCheckInIsAFact() throws {
        var given = try Given(member, session)
        let events = try given.record(checkIn)
        #expect(events.map { $0.about.map(\.description) } == [["activity:A1", "member:M1"]])
        let mark = given.state.activities[id("A1")]?.attendance.marks[id("M1")]
        #expect(mark?.standing == .present)
    }

    @Test func nobodyIsCheckedInTwice() throws {
        let given = try Given(member, session, checkIn)
        #expect(given.when(checkIn).rejection?.code == "already-checked-in")
    }

    @Test(arguments: [
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"早","on":"2019-01-31"}"#, "not-in-office"),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"首日","on":"2019-02-01"}"#, nil),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"末日","on":"2019-12-31"}"#, nil),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"晚","on":"2020-01-01"}"#, "not-in-office"),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"别人","on":"2019-03-01","invited":[]}"#, "not-invited"),
    ])
    func whoMayBeCheckedIn(schedule: String, expected: String?) throws {
        let given = try Given(member, schedule)
        let decision = given.when(#"{"command":"attendance.check-in","activity":"A2","member":"M1"}"#)
        #expect(decision.isAccepted == (expected == nil) && decision.rejection?.code == expected)
    }

    /// What may follow what: the first command stands, the second is tried.
    @Test(arguments: [
        ("attendance.ask-leave", "attendance.grant-leave", nil),
        ("attendance.ask-leave", "attendance.refuse-leave", nil),
        ("attendance.grant-leave", "attendance.check-in", nil),
        ("attendance.grant-leave", "attendance.mark-absent", "attendance-stands"),
        ("attendance.mark-absent", "attendance.check-in", "attendance-stands"),
        ("attendance.mark-absent", "attendance.ask-leave", "attendance-stands"),
        ("attendance.check-in", "attendance.ask-leave", "attendance-stands"),
        ("attendance.check-in", "attendance.mark-absent", "attendance-stands"),
        ("attendance.ask-leave", "attendance.ask-leave", "attendance-already-recorded"),
    ])
    func transitions(first: String, second: String, expected: String?) throws {
        func command(_ name: String) -> String { #"{"command":"\#(name)","activity":"A1","member":"M1"}"# }
        let given = try Given(member, session, command(first))
        let decision = given.when(command(second))
        #expect(decision.isAccepted == (expected == nil) && decision.rejection?.code == expected)
    }

    @Test func whoWasMarkedAbsentIsCheckedInLateWithAReason() throws {
        var given = try Given(member, session, #"{"command":"attendance.mark-absent","activity":"A1","member":"M1"}"#)
        try given.record(
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","method":"late-entry","reason":"纸质签到表"}"#)
    }

    @Test func aListIsAllOrNothing() throws {
        let given = try Given(member, session)
        let list = #"{"command":"attendance.check-in","activity":"A1","members":["M1","M9"]}"#
        #expect(given.when(list).rejection?.code == "unknown-subject")
        let twice = #"{"command":"attendance.check-in","activity":"A1","members":["M1","M1"]}"#
        #expect(given.when(twice).rejection?.code == "named-twice")
        #expect(given.state.activities[id("A1")]?.isHeld == false)
    }

    @Test func aCancelledActivityTakesNobody() throws {
        let given = try Given(member, session, #"{"command":"activity.cancel","activity":"A1","reason":"汛情"}"#)
        #expect(given.when(checkIn).rejection?.code == "activity-cancelled")
    }
}
