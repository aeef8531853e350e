import Domain
import EventLog
import Testing

private let member = #"{"command":"member.join","member":"M1","name":"甲","from":"2019-02-01","until":"2019-12-31"}"#
private let session = #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#
private let checkIn = #"{"command":"attendance.check-in","activity":"A1","member":"M1"}"#

@Suite("Attendance")
struct AttendanceTests {
    @Test func aCheckInIsAFact() throws {
        var given = try Given(member, session)
        let events = try given.when(checkIn)
        #expect(events.map { $0.about.map(\.description) } == [["activity:A1", "member:M1"]])
        let mark = given.state.activities[id("A1")]?.attendance.marks[id("M1")]
        #expect(mark?.standing == .present)
    }

    @Test func nobodyIsCheckedInTwice() throws {
        var given = try Given(member, session, checkIn)
        #expect(try given.rejection(checkIn) == "already-checked-in")
    }

    @Test(arguments: [
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"早","on":"2019-01-31"}"#, "not-in-office"),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"首日","on":"2019-02-01"}"#, nil),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"末日","on":"2019-12-31"}"#, nil),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"晚","on":"2020-01-01"}"#, "not-in-office"),
        (#"{"command":"activity.schedule","activity":"A2","kind":"study","title":"别人","on":"2019-03-01","invited":[]}"#, "not-invited"),
    ])
    func whoMayBeCheckedIn(schedule: String, expected: String?) throws {
        var given = try Given(member, schedule)
        #expect(try given.rejection(#"{"command":"attendance.check-in","activity":"A2","member":"M1"}"#) == expected)
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
        var given = try Given(member, session, command(first))
        #expect(try given.rejection(command(second)) == expected)
    }

    @Test func whoWasMarkedAbsentIsCheckedInLateWithAReason() throws {
        var given = try Given(member, session, #"{"command":"attendance.mark-absent","activity":"A1","member":"M1"}"#)
        try given.when(
            #"{"command":"attendance.check-in","activity":"A1","member":"M1","method":"late-entry","reason":"纸质签到表"}"#)
    }

    @Test func aListIsAllOrNothing() throws {
        var given = try Given(member, session)
        let list = #"{"command":"attendance.check-in","activity":"A1","members":["M1","M9"]}"#
        #expect(try given.rejection(list) == "unknown-subject")
        let twice = #"{"command":"attendance.check-in","activity":"A1","members":["M1","M1"]}"#
        #expect(try given.rejection(twice) == "named-twice")
        #expect(given.state.activities[id("A1")]?.isHeld == false)
    }

    @Test func aCancelledActivityTakesNobody() throws {
        var given = try Given(member, session, #"{"command":"activity.cancel","activity":"A1","reason":"汛情"}"#)
        #expect(try given.rejection(checkIn) == "activity-cancelled")
    }
}
