import Assessment
import Domain
import DomainTestSupport
import EventLog
import Reports
import Testing
import Views
import Wording

@Suite("What a plan's year holds")
struct CalendarEntryTests {
    private static let plan = """
        plan: T
        title: x
        year: 2019
        targets:
          - {id: "1", title: 学习, require: [{activities: study, at-least: 2}]}
          - {id: "2", title: 走访, require: [{visits: any, at-least: 1}]}
        calendar:
          - {id: C1, title: 学习会, when: 2019年3月中旬, kind: study}
          - {id: C2, title: 视察, when: 2019-05, kind: inspection}
        """

    private func calendar(month: Period? = nil) throws -> CalendarView {
        let given = try Given(
            #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习会","on":"2019-03-12","place":"礼堂","fulfils":["C1"]}"#,
            #"{"command":"activity.close","activity":"A1","occurred":"2019-03-12"}"#,
            #"{"command":"activity.schedule","activity":"A2","kind":"study","title":"二","on":"2019-03-12"}"#,
            #"{"command":"activity.schedule","activity":"A10","kind":"study","title":"十","on":"2019-03-12"}"#,
            #"{"command":"activity.cancel","activity":"A2","reason":"x"}"#, #"{"command":"visit.record","occurred":"2019-02-01"}"#)
        return CalendarView(assess(try Plan(yaml: Self.plan), given.state, asOf: day("2019-04-01")), given.state, month: month)
    }

    /// By day, and within a day by id. What is cancelled is not in it, and what is met is not due.
    @Test func entriesAreInOrder() throws {
        let entries = try calendar().entries
        #expect(entries.map(\.id) == ["item-C1", "activity-A1", "activity-A10", "item-C2", "due-1-1"])
        #expect(
            entries.map(\.when.interval) == ["2019-03-11/2019-03-20", "2019-03-12", "2019-03-12", "2019-05-01/2019-05-31", "2019-12-31"])
        #expect(entries.map(\.kind) == [.item, .activity, .activity, .item, .due])
        #expect(entries.map(\.place) == [nil, "礼堂", nil, nil, nil])
        #expect(entries[0].state == .met && entries[0].fulfilledBy == subject("activity:A1") && entries[1].state == nil)
        #expect(entries[4].title == Phrase(zh: "学习（学习 1 / 2）", en: "学习 (study 1 / 2)"))
    }

    /// What begins or goes on in a time is in it: from its first day to its last.
    @Test(arguments: [
        ("2019-03-01", "2019-03-10", []), ("2019-03-01", "2019-03-11", ["item-C1"]), ("2019-03-13", "2019-03-31", ["item-C1"]),
        ("2019-03-20", "2019-03-20", ["item-C1"]), ("2019-03-21", "2019-04-30", []),
        ("2019-03-12", "2019-03-12", ["item-C1", "activity-A1", "activity-A10"]),
        ("2019-12-31", "2020-01-31", ["due-1-1"]),
    ])
    func ofAPeriod(first: String, last: String, ids: [String]) throws {
        let period = Period(first: day(first), last: day(last))
        #expect(try calendar(month: period).entries.map(\.id) == ids)
    }
}
