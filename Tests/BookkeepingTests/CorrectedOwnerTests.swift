import Bookkeeping
import Domain
import EventLog
import Testing

/// A correction that says whose something is: its texts go with it.
@Suite("Texts of a corrected owner")
struct CorrectedOwnerTests {
    private static let people = [
        #"{"command":"member.join","member":"M1","name":"张三","from":"2019-01-01"}"#,
        #"{"command":"member.join","member":"M2","name":"李四","from":"2019-01-01"}"#,
        #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#,
    ]

    private static func make(_ bench: Bench, _ lines: String...) throws -> Book {
        let book = try bench.makeBook()
        for line in people + lines {
            let result = try book.execute([try bench.command(line)])[0]
            try #require(result.isDone, "\(line): \(result)")
        }
        return book
    }

    /// The texts of the fact at a position as it is now, by the names of their fields.
    private static func texts(at position: Position, _ book: Book) throws -> [PersonalReading] {
        let state = try book.state()
        let fact = try #require(state.standing(at: position)).fact
        return try book.reading(for: Bench.purpose, in: state) { reader in
            var texts: [PersonalReading] = []
            try reader.opened(fact).forEachPersonalText { text, _ in texts.append(text.plain.map { .text($0) } ?? .unreadable) }
            return texts
        }
    }

    @Test func theReasonOfALeaveGoesToTheOtherMember() throws {
        let bench = Bench()
        let book = try Self.make(
            bench, #"{"command":"attendance.ask-leave","activity":"A1","member":"M1","why":"住院","occurred":"2019-03-10"}"#)
        let leave = try book.lastPosition()
        let correction = #"{"command":"fact.correct","id":"22222222-2222-4222-8222-222222222222","corrects":\#(leave),"set":{"member":"M2"},"reason":"记错了人"}"#
        #expect(try book.execute([try bench.command(correction)])[0].isDone)
        #expect(try Self.texts(at: leave, book) == [.text("住院")])
        // Sent again, it is the same command.
        guard case .repeated = try book.execute([try bench.command(correction)])[0] else {
            Issue.record("it was recorded twice")
            return
        }
        // A second correction finds the text under the key of whose it is by now.
        let back = #"{"command":"fact.correct","corrects":\#(leave),"set":{"member":"M1"},"reason":"又记错了"}"#
        #expect(try book.execute([try bench.command(back)])[0].isDone)
        #expect(try Self.texts(at: leave, book) == [.text("住院")])
        try book.close()
        // Opened anew, from the log alone.
        let again = try bench.openBook()
        #expect(try Self.texts(at: leave, again) == [.text("住院")])
    }

    /// The one whose text it was by mistake is erased later: the text is not theirs, and stays.
    @Test func erasingTheFormerOwnerTakesNothingAway() throws {
        let bench = Bench()
        let book = try Self.make(
            bench, #"{"command":"attendance.ask-leave","activity":"A1","member":"M1","why":"住院","occurred":"2019-03-10"}"#)
        let leave = try book.lastPosition()
        for line in [
            #"{"command":"fact.correct","corrects":\#(leave),"set":{"member":"M2"},"reason":"记错了人"}"#,
            #"{"command":"personal-data.erase","owner":"member:M1","reason":"本人要求"}"#,
        ] {
            let result = try book.execute([try bench.command(line)])[0]
            try #require(result.isDone, "\(line): \(result)")
        }
        #expect(try Self.texts(at: leave, book) == [.text("住院")])
    }

    /// Erased before it is corrected: nobody can read the text, so it cannot be given to somebody else.
    @Test func theTextOfAnErasedOwnerIsNotHandedOver() throws {
        let bench = Bench()
        let book = try Self.make(
            bench, #"{"command":"attendance.ask-leave","activity":"A1","member":"M1","why":"住院","occurred":"2019-03-10"}"#,
            #"{"command":"personal-data.erase","owner":"member:M1","reason":"本人要求"}"#)
        let leave = Position(try book.lastPosition().value - 1)
        let line = #"{"command":"fact.correct","corrects":\#(leave),"set":{"member":"M2"},"reason":"记错了人"}"#
        guard case .refused(let rejection) = try book.execute([try bench.command(line)])[0] else {
            Issue.record("it was recorded")
            return
        }
        #expect(rejection == .personalData(.erased(MemberID("M1")!.subject)))
        let anew = #"{"command":"fact.correct","corrects":\#(leave),"set":{"member":"M2","why":"出差"},"reason":"记错了人"}"#
        #expect(try book.execute([try bench.command(anew)])[0].isDone)
        #expect(try Self.texts(at: leave, book) == [.text("出差")])
    }
}
