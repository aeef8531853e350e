import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// What was recorded by an older version of an event type is read as the current one, and stays as it was stored.
@Suite("Older versions of event types")
struct OldVersionTests {
    private let bench = Bench()

    private func visit(_ text: String, in book: Book) throws -> VisitMade {
        try #require(try book.state().visits[id(text)]?.made?.fact)
    }

    private func entry(_ position: Int64, of book: Book) throws -> RecordedEvent {
        try #require(try book.entry(at: Position(position)))
    }

    @Test func anOldVisitIsReadAsItWasSaid() throws {
        let book = try bench.makeOldBook()
        let made = try visit("V1", in: book)
        #expect(made.to == .plain("困难户"))
        #expect(made.place == .plain("西村"))
        #expect(made.area == nil && made.countedPlace == "西村")
        #expect(Event(made).version == 2)
        #expect(try entry(24, of: book).event.version == 1)
        #expect(try entry(24, of: book).bytes == GoldenLog.v1.lines[23])
        // Only the attachments and the keys of that book are not here.
        for finding in try book.verify().findings {
            switch finding.fault {
            case .attachmentMissing, .keysMissing: break
            default: Issue.record("\(finding)")
            }
        }
    }

    /// What is recorded now is of the newest version, the correction of an old fact included, and is sealed.
    @Test func whatIsRecordedNowIsOfTheNewestVersion() throws {
        let book = try bench.makeOldBook()
        for (line, type) in [
            (#"{"command":"visit.record","visit":"V8","to":"张大爷","place":"东村3号","area":"东村"}"#, "visit.made"),
            (#"{"command":"donation.receive","donation":"D8","kind":"money","amount":1,"handler":"王会计"}"#, "donation.received"),
            (#"{"command":"member.leave","member":"M2","on":"2019-12-31","why":"因病"}"#, "member.left"),
        ] {
            let position = try #require(try bench.positions(of: line, in: book).first, "\(line)")
            let recorded = try entry(position, of: book)
            #expect(recorded.event.type == type && recorded.event.version == 2)
            let text = String(decoding: recorded.bytes, as: UTF8.self)
            for plain in ["张大爷", "东村3号", "王会计", "因病"] { #expect(!text.contains(plain), "\(text)") }
        }
    }

    @Test func theCorrectionOfAnOldFactIsSealedAndCountsOn() throws {
        let book = try bench.makeOldBook()
        let position = try #require(
            try bench.positions(
                of: #"{"command":"fact.correct","corrects":24,"set":{"members":["M2"]},"reason":"记错"}"#, in: book).first)
        let text = String(decoding: try entry(position, of: book).bytes, as: UTF8.self)
        #expect(text.contains(#""type":"visit.made","v":2"#) && !text.contains("困难户"), "\(text)")
        let corrected = try visit("V1", in: book)
        #expect(corrected.members == [id("M2")] && corrected.countedPlace == "西村" && corrected.place?.plain == nil)
        // The correction is read again from the log.
        #expect(try book.state(known: .position(Position(position))).visits[id("V1")]?.made?.fact == corrected)
        #expect(bench.isRecorded(#"{"command":"fact.void","corrects":\#(position),"reason":"x"}"#, in: book))
        #expect(try visit("V1", in: book).to == .plain("困难户"))
        // Where the place itself is corrected, it counts only where a new area says so.
        #expect(bench.isRecorded(#"{"command":"fact.correct","corrects":24,"set":{"place":"东村"},"reason":"记错"}"#, in: book))
        #expect(try visit("V1", in: book).countedPlace == nil)
        #expect(try bench.rejection(of: #"{"command":"fact.correct","corrects":24,"set":{},"reason":"x"}"#, in: book) == "nothing-changes")
    }

    /// A command of long ago, sent again, is the same command, though it would be recorded otherwise today.
    @Test func anOldCommandSentAgainIsTheSame() throws {
        let book = try bench.makeOldBook()
        let common = #""id":"5fbeae4f-facc-561d-9836-f25d74e9748f","by":"秘书处","occurred":"2019-03-01","member":"M3""#
        let first = #"{"command":"member.leave","on":"2019-06-30","why":"工作调动",\#(common)}"#
        guard case .repeated(let positions, _) = try bench.execute(first, in: book) else {
            Issue.record("not the same")
            return
        }
        #expect(positions == [Position(8)])
        let other = #"{"command":"member.leave","on":"2019-06-30","why":"退休",\#(common)}"#
        #expect(try bench.rejection(of: other, in: book) == "command-id-reused")
        let without = #"{"command":"member.leave","on":"2019-06-30",\#(common)}"#
        #expect(try bench.rejection(of: without, in: book) == "command-id-reused")
    }

    /// What was in the open stays in the entry. It is used no more, and nothing is sealed anew for whom it names.
    @Test func whoIsNamedInTheOpenIsErasedAsFarAsCanBe() throws {
        let book = try bench.makeOldBook()
        #expect(bench.isRecorded(#"{"command":"personal-data.erase","owner":"visit:V1","reason":"本人申请"}"#, in: book))
        let place = try book.reading(for: Bench.purpose, in: book.state()) { reader in try reader.place(of: visit("V1", in: book)) }
        #expect(place == .erased)
        let correct = #"{"command":"fact.correct","corrects":24,"reason":"x","set":"#
        #expect(try bench.rejection(of: correct + #"{"members":["M2"]}}"#, in: book) == "personal-data-erased")
        #expect(bench.isRecorded(correct + #"{"members":["M2"],"to":null,"place":null,"note":null}}"#, in: book))
    }

    @Test func aPersonsOwnCopySaysWhichVersionItIsWrittenIn() throws {
        let book = try bench.makeOldBook()
        let owner = Subject(kind: "member", id: "M3")
        let copy = try book.personalCopy(of: owner, for: Bench.purpose, in: book.state())
        let entries = copy.objectValue?["entries"]?.arrayValue?.compactMap(\.objectValue) ?? []
        let left = try #require(entries.first { $0["type"]?.stringValue == "member.left" })
        #expect(left["v"] == .integer(2) && left["data"]?.objectValue?["why"] == .string("工作调动"))
    }
}
