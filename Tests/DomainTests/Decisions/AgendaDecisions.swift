import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// A1 of two days is entry 6, A2 entry 7, the items are 8 to 10.
extension DecisionCase {
    private static func add(_ item: String, at activity: String = "A1", _ more: String = "") -> String {
        #"{"command":"agenda.add","item":"\#(item)","activity":"\#(activity)","title":"议题"\#(more)}"#
    }

    private static func move(_ item: String, to number: Int) -> String { #"{"command":"agenda.move","item":"\#(item)","number":\#(number)}"# }

    private static func end(_ item: String, _ outcome: String, _ more: String = #","occurred":"2019-03-12""#) -> String {
        #"{"command":"agenda.end","item":"\#(item)","outcome":"\#(outcome)"\#(more)}"#
    }

    private static let meetings = [
        #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-12/2019-03-13"}"#,
        #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"例会","on":"2019-04-12"}"#,
        add("I1"), add("I2"), add("I3"),
    ]

    private static func meeting(_ given: String..., then cases: DecisionCase...) -> [DecisionCase] { after(people + meetings + given, [cases]) }

    static let agendas: [DecisionCase] = all(
        meeting(
            then:
                .gives(
                    #"{"command":"agenda.add","activity":"A1","number":4,"title":"审议报告","presenter":"办公室","members":["M2","M1"],"on":"2019-03-13","sitting":2}"#,
                    #"agenda.item-added {"activity":"A1","item":"I4","members":["M2","M1"],"number":4,"on":"2019-03-13","presenter":"办公室","sitting":2,"title":"审议报告"}"#,
                    about: "activity:A1 agenda-item:I4 member:M1 member:M2"),
            .refuses(add("I1"), .idTaken(subject("agenda-item:I1"))),
            .refuses(add("I4", at: "A9"), .unknown(subject("activity:A9"))),
            .refuses(add("I4", #","members":["M1","M9"]"#), .unknown(subject("member:M9"))),
            .refuses(add("I4", #","members":["M1","M1"]"#), .namedTwice([id("M1")])),
            // Three items are there: the fourth may be the last, and no more.
            .refuses(add("I4", #","number":5"#), .agenda(.noSuchPlace(id("A1"), 5, max: 4))),
            .cannotRead(add("I4", #","number":0"#), .field("number", .invalid(expected: .wholeNumber(from: 1)))),
            .refuses(
                add("I4", #","on":"2019-03-14""#),
                .time(
                    .awayFromActivity(
                        id("A1"), step: "agenda.item-added", on: day("2019-03-14"), from: day("2019-03-12"), until: day("2019-03-13")))),
            .gives(move("I3", to: 1), #"agenda.item-moved {"item":"I3","number":1}"#, about: "agenda-item:I3"),
            .refuses(move("I3", to: 4), .agenda(.noSuchPlace(id("A1"), 4, max: 3))),
            .refuses(move("I9", to: 1), .unknown(subject("agenda-item:I9"))),
            .gives(
                end("I1", "dealt-with"), #"agenda.item-ended {"item":"I1","outcome":"dealt-with"}"#, about: "agenda-item:I1"),
            .gives(
                end("I1", "postponed", #","to":"A2","note":"材料未齐""#),
                #"agenda.item-ended {"item":"I1","note":"材料未齐","outcome":"postponed","to":"A2"}"#, about: "activity:A2 agenda-item:I1"),
            // Whatever is dropped may be dropped before the meeting; nothing is dealt with before it.
            .gives(end("I1", "dropped", ""), #"agenda.item-ended {"item":"I1","outcome":"dropped"}"#),
            .refuses(
                end("I1", "dealt-with", #","occurred":"2019-03-11""#),
                .time(
                    .awayFromActivity(
                        id("A1"), step: "agenda.item-ended", on: day("2019-03-11"), from: day("2019-03-12"), until: day("2019-03-13")))),
            .refuses(end("I1", "dropped", #","to":"A2""#), .agenda(.notPostponed(id("I1")))),
            .refuses(end("I1", "postponed", #","to":"A1""#), .agenda(.postponedToSameActivity(id("I1"), id("A1")))),
            .refuses(end("I1", "postponed", #","to":"A9""#), .unknown(subject("activity:A9"))),
            .refuses(
                end("I1", "dropped", #","occurred":"2018-12-31""#),
                .time(
                    .beforeEarlierStep(
                        subject("agenda-item:I1"), step: "agenda.item-ended", on: day("2018-12-31"), follows: "agenda.item-added",
                        of: day("2019-01-01"))))),
        // What was dealt with is over; what was postponed goes on at the other activity.
        meeting(
            end("I1", "dealt-with"), end("I2", "postponed", #","to":"A2""#),
            then:
                .refuses(end("I1", "dropped"), .agenda(.ended(id("I1"), .dealtWith, at: Position(11)))),
            .refuses(move("I1", to: 2), .agenda(.ended(id("I1"), .dealtWith, at: Position(11)))),
            .gives(end("I2", "dealt-with", #","occurred":"2019-04-12""#), #"agenda.item-ended {"item":"I2","outcome":"dealt-with"}"#),
            .refuses(move("I2", to: 2), .agenda(.noSuchPlace(id("A2"), 2, max: 1)))),
        meeting(
            #"{"command":"activity.cancel","activity":"A2","reason":"x"}"#,
            then:
                .refuses(add("I4", at: "A2"), .activity(.cancelled(id("A2")))),
            .refuses(end("I1", "postponed", #","to":"A2""#), .activity(.cancelled(id("A2"))))),
        // An agenda rests on its activity; another day of the activity leaves the days of its items to be corrected.
        meeting(
            add("I4", #","on":"2019-03-13""#), move("I4", to: 4),
            then:
                .refuses(
                    #"{"command":"fact.void","corrects":6,"reason":"x"}"#,
                    .correction(
                        .wouldBreak((8...11).map { .entry($0, .unknown(subject("activity:A1"))) } + [.entry(12, .unknown(subject("agenda-item:I4")))]))),
            .gives(
                #"{"command":"activity.reschedule","activity":"A1","on":"2019-05-01","reason":"x"}"#,
                #"activity.rescheduled {"activity":"A1","on":"2019-05-01"}"#),
            // The others keep their places where one is voided: I4 may still be the fourth of what was put there.
            .gives(
                #"{"command":"fact.void","corrects":8,"reason":"x"}"#, #"fact.voided {"corrects":8}"#)))
}

@Suite("The order of an agenda")
struct AgendaOrderTests {
    private func order(_ commands: String...) throws -> [String] {
        let given = try Given(
            [
                #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-12"}"#,
                #"{"command":"activity.schedule","activity":"A2","kind":"meeting","title":"例会","on":"2019-04-12"}"#,
            ] + (1...3).map { #"{"command":"agenda.add","item":"I\#($0)","activity":"A1","title":"议题 \#($0)"}"# } + commands)
        return ["A1", "A2"].map { given.state.agenda(of: id($0)).map(\.id.description).joined(separator: " ") }
    }

    @Test func itemsComeOneAfterTheOther() throws { #expect(try order() == ["I1 I2 I3", ""]) }

    @Test func aPlaceIsTakenFromWhoeverHasIt() throws {
        let first = #"{"command":"agenda.add","item":"I4","activity":"A1","title":"议题","number":1}"#
        #expect(try order(first) == ["I4 I1 I2 I3", ""])
        #expect(try order(first, #"{"command":"agenda.move","item":"I4","number":3}"#) == ["I1 I2 I4 I3", ""])
        #expect(try order(first, #"{"command":"agenda.move","item":"I3","number":2}"#) == ["I4 I3 I1 I2", ""])
    }

    /// What is postponed keeps its place where it was, and comes last where it goes.
    @Test func whatIsPostponedIsOnBoth() throws {
        let other = #"{"command":"agenda.add","item":"I4","activity":"A2","title":"议题"}"#
        let postponed = #"{"command":"agenda.end","item":"I1","outcome":"postponed","to":"A2"}"#
        #expect(try order(other, postponed) == ["I1 I2 I3", "I4 I1"])
        #expect(try order(other, postponed, #"{"command":"agenda.move","item":"I1","number":1}"#) == ["I1 I2 I3", "I1 I4"])
    }

    /// Items are entries 4 to 6.
    @Test func whatIsVoidedLeavesNoGap() throws {
        #expect(
            try order(#"{"command":"agenda.move","item":"I3","number":3}"#, #"{"command":"fact.void","corrects":4,"reason":"x"}"#)
                == ["I2 I3", ""])
        #expect(
            try order(#"{"command":"agenda.move","item":"I3","number":1}"#, #"{"command":"fact.void","corrects":7,"reason":"x"}"#)
                == ["I1 I2 I3", ""])
    }
}
