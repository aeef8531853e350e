import Domain
import DomainTestSupport
import EventLog
import Foundation
import TestSupport
import Testing

@testable import struct Domain.AttendanceSheet

/// An amendment folds one member's marks anew, and not the sheet. Whatever the order of records, voidings, their undoing
/// and corrections that name somebody else: the marks are those of all standing facts, folded from the beginning.
@Suite("Amended attendance sheets")
struct AttendanceSheetTests {
    private static let members = ["M1", "M2", "M3", "M4"]
    private static let commands = ["check-in", "ask-leave", "grant-leave", "mark-absent", "excuse", "leave-early", "register"]

    @Test(arguments: 0..<40) func marksFollowFromStandingFacts(seed: UInt64) throws {
        var random = Generator(seed: seed)
        var given = try Given(#"{"command":"activity.schedule","activity":"A1","kind":"study","title":"x","on":"2019-03-01/2019-03-03"}"#)
        for member in Self.members { try given.record(#"{"command":"member.join","member":"\#(member)","name":"x","from":"2019-01-01"}"#) }
        var (accepted, severalDays) = (0, 0)
        for _ in 0..<150 {
            let last = given.state.position.value
            let member = Self.members[Int(random.next() % 4)]
            let command: String
            switch random.next() % 4 {
            case 0: command = #"{"command":"fact.void","corrects":\#(Int64(random.next() % 60) + 7),"reason":"x"}"#
            case 1: command = #"{"command":"fact.correct","corrects":\#(Int64(random.next() % 60) + 7),"set":{"member":"\#(member)"},"reason":"x"}"#
            default:
                let name = Self.commands[Int(random.next() % UInt64(Self.commands.count))]
                command = #"{"command":"attendance.\#(name)","activity":"A1","member":"\#(member)","reason":"x","occurred":"2019-03-0\#(random.next() % 3 + 1)"}"#
            }
            if given.when(command).isAccepted { try given.record(command) }
            accepted += given.state.position.value > last ? 1 : 0
            severalDays += given.state.activities.values.first?.attendance.isByDay ?? false ? 1 : 0
            try check(given.state, "seed \(seed): \(command)")
        }
        #expect(accepted > 10 && severalDays > 0)
    }

    private func check(_ state: State, _ comment: Comment) throws {
        let sheet = try #require(state.activities.values.first).attendance
        var fresh = AttendanceSheet(id: id("A1"))
        for slot in sheet.history {
            if let fact = slot.standing { _ = fresh.record(fact, memberCount: 4) }
        }
        let marks = sheet.marks.mapValues { Mark($0) }
        #expect(marks == fresh.marks.mapValues { Mark($0) }, comment)
        #expect(sheet.showsItTookPlace == fresh.showsItTookPlace, comment)
    }

    private struct Mark: Equatable {
        let standing: AttendanceMark.Standing
        let details: AttendanceMark.Details.RawValue
        let position: Position
        let days: [CalendarDate]

        init(_ mark: AttendanceMark) {
            (standing, details, position) = (mark.standing, mark.details.rawValue, mark.position)
            days = mark.days.map(\.day)
        }
    }
}
