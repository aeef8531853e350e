import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

@Suite("Book")
struct BookTests {
    private let bench = Bench()

    @Test func aCommandSentTwiceGivesItsFirstResult() throws {
        let book = try bench.makeBook()
        let line = #"{"command":"visit.record","id":"00000000-0000-4000-8000-000000000001","to":"困难户","occurred":"2019-02-18"}"#
        #expect(try bench.positions(of: line, in: book) == [2])
        #expect(try bench.positions(of: line, in: book) == [2])
        #expect(try book.lastPosition() == Position(2))
        // Another process, with nothing in memory, knows it too.
        try book.close()
        let again = try bench.openBook()
        #expect(try bench.positions(of: line, in: again) == [2])
        // And so does one that only read so far.
        let reader = try bench.openBook()
        #expect(try reader.state().position == Position(2))
        #expect(try bench.positions(of: line, in: reader) == [2])
        #expect(try reader.lastPosition() == Position(2))
    }

    @Test(arguments: [
        #""to":"别人","occurred":"2019-02-18""#, #""to":"困难户","occurred":"2019-02-19""#,
        #""to":"困难户","occurred":"2019-02-18","reason":"x""#, #""to":"困难户","occurred":"2019-02-18","by":"别人""#,
        #""to":"困难户","occurred":"2019-02-18","visit":"V9""#, #""to":"困难户","occurred":"2019-02-18","note":"x""#,
    ])
    func anotherCommandUnderTheSameIdIsRefused(fields: String) throws {
        let book = try bench.makeBook()
        let id = #"{"command":"visit.record","id":"00000000-0000-4000-8000-000000000001","#
        _ = try bench.positions(of: id + #""to":"困难户","occurred":"2019-02-18"}"#, in: book)
        #expect(try bench.rejection(of: id + fields + "}", in: book) == "command-id-reused")
    }

    /// Personal texts are compared too, without a hash of them anywhere.
    @Test func personalTextsAreComparedUnderTheirKey() throws {
        let book = try bench.makeBook()
        let first = #"{"command":"member.join","id":"00000000-0000-4000-8000-000000000002","name":"王小明","from":"2019-01-01","occurred":"2019-01-01"}"#
        #expect(try bench.positions(of: first, in: book) == [2])
        #expect(try bench.positions(of: first, in: book) == [2])
        let other = first.replacingOccurrences(of: "王小明", with: "王小红")
        #expect(try bench.rejection(of: other, in: book) == "command-id-reused")
    }

    @Test func aListSentTwiceIsRecognised() throws {
        let book = try bench.makeBook()
        for number in 1...3 {
            _ = try bench.positions(
                of: #"{"command":"member.join","member":"M\#(number)","name":"x","from":"2019-01-01"}"#, in: book)
        }
        _ = try bench.positions(
            of: #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"x","on":"2019-03-01"}"#, in: book)
        let list = #"{"command":"attendance.check-in","id":"00000000-0000-4000-8000-000000000003","activity":"A1","members":["M3","M1"],"occurred":"2019-03-01"}"#
        #expect(try bench.positions(of: list, in: book) == [6, 7])
        #expect(try bench.positions(of: list, in: book) == [6, 7])
    }

    @Test func namesAreSealedOnDisk() throws {
        let book = try bench.makeBook()
        _ = try bench.positions(
            of: #"{"command":"member.join","member":"M1","name":"欧阳某某","phone":"13900001234","from":"2019-01-01"}"#, in: book)
        #expect(try bench.name(of: id("M1"), in: book) == .text("欧阳某某"))
        try book.close()
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: bench.path + suffix) ?? Data()
            #expect(bytes.range(of: Data("欧阳某某".utf8)) == nil)
            #expect(bytes.range(of: Data("13900001234".utf8)) == nil)
        }
        let mode = try FileManager.default.attributesOfItem(atPath: bench.path + ".keys")[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func withoutItsKeysABookStillReads() throws {
        let book = try bench.makeBook()
        _ = try bench.positions(of: #"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#, in: book)
        try book.close()
        try FileManager.default.removeItem(atPath: bench.path + ".keys")
        let again = try bench.openBook()
        #expect(try bench.name(of: id("M1"), in: again) == .unreadable)
        #expect(throws: KeyFileError.personalKeysMissing(path: bench.path + ".keys")) {
            try bench.execute(#"{"command":"member.join","name":"乙","from":"2019-01-01"}"#, in: again)
        }
        #expect(bench.isRecorded(#"{"command":"visit.record"}"#, in: again))
        #expect(try again.verify().isSound)
        #expect(!FileManager.default.fileExists(atPath: bench.path + ".keys"), "a lost key file is never replaced in silence")
    }

    @Test func anAtomicGroupIsAllOrNothing() throws {
        let book = try bench.makeBook()
        let commands = try [
            #"{"command":"visit.record","to":"一"}"#, #"{"command":"activity.open","activity":"A9"}"#,
        ].map(bench.command)
        let results = try book.execute(commands, isAtomic: true)
        #expect(results.map(\.isDone) == [false, false])
        #expect(try book.lastPosition() == Position(1))
        #expect(try bench.positions(of: #"{"command":"visit.record","to":"二"}"#, in: book) == [2])
    }

    @Test func aRefusedCommandLeavesTheOthersAlone() throws {
        let book = try bench.makeBook()
        let commands = try [
            #"{"command":"visit.record"}"#, #"{"command":"activity.open","activity":"A9"}"#, #"{"command":"visit.record"}"#,
        ].map(bench.command)
        #expect(try book.execute(commands).map(\.isDone) == [true, false, true])
        #expect(try book.lastPosition() == Position(3))
    }

    @Test func anEntryThatIsTooLongIsRefused() throws {
        let book = try bench.makeBook()
        let outcomes = String(repeating: #"{"kind":"other","text":"\#(String(repeating: "长", count: 4_000))"},"#, count: 6)
        _ = try bench.positions(of: #"{"command":"activity.schedule","activity":"A1","kind":"study","title":"x","on":"2019-03-01"}"#, in: book)
        let result = try bench.execute(#"{"command":"activity.close","activity":"A1","occurred":"2019-03-01","outcomes":[\#(outcomes.dropLast())]}"#, in: book)
        guard case .entryTooLong(let count) = result else {
            Issue.record("\(result)")
            return
        }
        #expect(count > 65_535)
        #expect(try book.lastPosition() == Position(2))
    }

    /// Of a process that was killed while it made a book.
    @Test func aHalfMadeBookIsNoObstacle() throws {
        for file in [bench.path, BookFiles.keys(ofBookAt: bench.path), BookFiles.signingKey(ofBookAt: bench.path)] {
            for suffix in ["", "-journal", "-wal"] {
                try Data("half".utf8).write(to: URL(fileURLWithPath: file + ".new" + suffix))
            }
        }
        let book = try bench.makeBook()
        #expect(try book.verify().isSound)
        let folder = (bench.path as NSString).deletingLastPathComponent
        #expect(try !FileManager.default.contentsOfDirectory(atPath: folder).contains { $0.contains(".new") })
    }

    /// The same fold, stopped earlier.
    @Test func knowledgeIsCutByPositionAndByTime() throws {
        let book = try bench.makeBook()
        for _ in 0..<3 { _ = try bench.positions(of: #"{"command":"visit.record"}"#, in: book) }
        #expect(try book.state(known: .position(Position(3))).visits.count == 2)
        let third = try #require(try book.entry(at: Position(3))).recorded
        #expect(try book.state(known: .time(third)).position == Position(3))
        #expect(try book.state(known: .position(Position(4))).visits.count == book.state().visits.count)
    }

    /// A plenary through one process: everybody at once, each acknowledged after the commit.
    @Test func aPlenaryChecksIn() async throws {
        let book = try bench.makeBook()
        let roster = try (1...760).map { number in
            try bench.command(#"{"command":"member.join","member":"M\#(number)","name":"x","from":"2019-01-01"}"#)
        }
        #expect(try book.execute(roster).allSatisfy(\.isDone))
        _ = try bench.positions(of: #"{"command":"activity.schedule","activity":"A1","kind":"plenary","title":"全会","on":"2019-03-01"}"#, in: book)
        let commands = try (1...760).map { number in
            try bench.command(#"{"command":"attendance.check-in","activity":"A1","member":"M\#(number)","method":"scan","occurred":"2019-03-01"}"#)
        }
        let positions = try await withThrowingTaskGroup(of: [Position].self) { group in
            for command in commands {
                group.addTask {
                    guard case .recorded(let positions, _) = try await book.submit(command) else { return [] }
                    return positions
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(positions).count == 760)
        #expect(try book.state().activities[id("A1")]?.attendance.marks.count == 760)
        #expect(try book.verify().isSound)
    }
}
