import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Testing

/// What a book refuses that no state can refuse: it has the clock, the log, the keys and the contents of attachments.
/// `DecisionTests` has all other rejections.
@Suite("Decisions of the book")
struct BookDecisionTests {
    private let bench = Bench()

    /// Nil where the command is not refused.
    private func rejection(of json: String, in book: Book) throws -> Rejection? {
        if case .refused(let rejection) = try bench.execute(json, in: book) { rejection } else { nil }
    }

    /// The clock shows midnight of 1 January 2099 at Greenwich. A day begins 14 hours earlier in the easternmost zone; more than
    /// a day after the clock is ahead.
    @Test(arguments: [
        ("2099-01-02", nil), ("2099-01-03", "2099-01-03"), ("2099-01-02/2099-12-31", nil), ("2099-01-03/2099-01-04", "2099-01-03"),
        ("2099-01-02T00:00:00Z", nil), ("2099-01-02T00:00:01Z", "2099-01-02"), ("2099-01-02T08:00:00+08:00", nil),
        ("2099-01-02T08:00:01+08:00", "2099-01-02"), ("2099年1月", nil), ("2099年2月", "2099-02-01"),
    ])
    func whatLiesAhead(occurred: String, refused: String?) throws {
        let book = try bench.makeBook()
        let rejection = try rejection(of: #"{"command":"visit.record","occurred":"\#(occurred)"}"#, in: book)
        #expect(rejection == refused.map { .liesAhead(day($0)) })
        // Somebody says that it is meant so.
        #expect(bench.isRecorded(#"{"command":"visit.record","occurred":"\#(occurred)","ahead":true}"#, in: book))
    }

    /// The clock shows 1 January 2099, 8 o'clock where the body lives. What happened is at most a year ahead, even where somebody
    /// says that it is; what is planned, ten years.
    @Test(arguments: [
        (#""command":"visit.record","ahead":true,"occurred":"2100-01-01""#, nil, "2100-01-01"),
        (#""command":"visit.record","ahead":true,"occurred":"2100-01-02""#, "occurred", "2100-01-02"),
        (#""command":"visit.record","ahead":true,"occurred":"2099-01-01/2206-01-01""#, "occurred", "2206-01-01"),
        (#""command":"member.join","name":"甲","from":"2109-01-01""#, nil, "2109-01-01"),
        (#""command":"member.join","name":"甲","from":"2109-01-02""#, "from", "2109-01-02"),
        (#""command":"member.join","name":"甲","from":"2099-01-01","until":"2206-01-01""#, "until", "2206-01-01"),
        (#""command":"activity.schedule","kind":"study","title":"学习","on":"2109-01-01""#, nil, "2109-01-01"),
        (#""command":"activity.schedule","kind":"study","title":"学习","on":"2109-01-01/2109-01-02""#, "on", "2109-01-02"),
        (#""command":"activity.reschedule","activity":"A1","on":"2906-01-01","reason":"x""#, "on", "2906-01-01"),
        (#""command":"fact.correct","corrects":3,"set":{"on":"2906-01-01"},"reason":"x""#, "on", "2906-01-01"),
        (#""command":"fact.correct","corrects":3,"when":"2906-01-01","reason":"x""#, "when", "2906-01-01"),
    ] as [(String, String?, String)])
    func whatIsYearsAhead(fields: String, refused: String?, last: String) throws {
        let book = try bench.makeBook()
        #expect(bench.isRecorded(#"{"command":"member.join","name":"甲","from":"2019-01-01"}"#, in: book))
        #expect(bench.isRecorded(#"{"command":"activity.schedule","kind":"study","title":"学","on":"2099-03-01"}"#, in: book))
        #expect(try rejection(of: "{\(fields)}", in: book) == refused.map { .time(.yearsAhead(field: $0, day(last))) })
    }

    private static let uuid = "00000000-0000-4000-8000-000000000001"

    @Test func anIDIsUsedForOneCommand() throws {
        let book = try bench.makeBook()
        let visit = #"{"command":"visit.record","id":"\#(Self.uuid)","area":"东街"}"#
        #expect(try bench.positions(of: visit, in: book) == [2])
        #expect(try bench.positions(of: visit, in: book) == [2])
        let used = Rejection.commandIDReused(try #require(CommandID(Self.uuid)), firstAt: Position(2))
        #expect(try rejection(of: visit.replacing("东街", with: "西街"), in: book) == used)
        #expect(try rejection(of: visit.replacing(#","area""#, with: #","by":"别人","area""#), in: book) == used)
        #expect(try rejection(of: #"{"command":"member.join","id":"\#(Self.uuid)","name":"甲","from":"2019-01-01"}"#, in: book) == used)
        #expect(try book.state().position == Position(2))
    }

    /// What was sealed under a key that is gone cannot be compared with what is sent again.
    @Test func whatWasErasedIsNotCompared() throws {
        let book = try bench.makeBook()
        let join = #"{"command":"member.join","id":"\#(Self.uuid)","member":"M1","name":"甲","from":"2019-01-01"}"#
        #expect(try bench.positions(of: join, in: book) == [2])
        #expect(bench.isRecorded(#"{"command":"personal-data.erase","owner":"member:M1","reason":"x"}"#, in: book))
        let gone = Rejection.commandNoLongerComparable(try #require(CommandID(Self.uuid)), firstAt: Position(2))
        #expect(try rejection(of: join, in: book) == gone)
    }

    /// Nothing is said to belong to something before it is there: whole, as its length says.
    @Test func anAttachmentIsHeldBeforeItIsSpokenOf() throws {
        let book = try bench.makeBook()
        #expect(bench.isRecorded(#"{"command":"activity.schedule","activity":"A1","kind":"study","title":"学习","on":"2019-03-12"}"#, in: book))
        let hash = try attach("纪要", to: "activity:A1", owner: nil, in: book)
        func add(_ hash: String, bytes: Int) -> String {
            #"{"command":"attachment.add","attachment":"\#(hash)","bytes":\#(bytes),"name":"纪要","to":"book:11111111-1111-4111-8111-111111111111"}"#
        }
        let unknown = String(repeating: "0", count: 64)
        #expect(try rejection(of: add(unknown, bytes: 6), in: book) == .attachment(.notHeld(id(unknown))))
        // Two characters are six bytes in UTF-8.
        #expect(try rejection(of: add(hash, bytes: 7), in: book) == .attachment(.notHeld(id(hash))))
        #expect(bench.isRecorded(add(hash, bytes: 6), in: book))
    }

    /// What is sealed for a time is read by nobody, and then again.
    @Test func whatIsRestrictedIsNotRead() throws {
        let book = try bench.makeBook()
        #expect(bench.isRecorded(#"{"command":"member.join","member":"M1","name":"甲","from":"2019-01-01"}"#, in: book))
        _ = try attach("病假条", to: "member:M1", owner: "member:M1", in: book)
        let note = try #require(try book.state().attachments.values.first?.links.first?.fact)
        func read() throws -> String {
            var bytes: [UInt8] = []
            try book.readAttachment(note, for: Bench.purpose, in: book.state()) { bytes += $0 }
            return String(decoding: bytes, as: UTF8.self)
        }
        #expect(bench.isRecorded(#"{"command":"personal-data.restrict","owner":"member:M1","reason":"有争议"}"#, in: book))
        #expect(throws: Rejection.personalData(.restricted(subject("member:M1")))) { try read() }
        #expect(bench.isRecorded(#"{"command":"personal-data.release","owner":"member:M1","reason":"已了"}"#, in: book))
        #expect(try read() == "病假条")
        #expect(bench.isRecorded(#"{"command":"personal-data.erase","owner":"member:M1","reason":"本人要求"}"#, in: book))
        #expect(throws: Rejection.personalData(.erased(subject("member:M1")))) { try read() }
    }

    private func attach(_ text: String, to subject: String, owner: String?, in book: Book) throws -> String {
        var fields = JSONObject()
        fields["name"] = "附件"
        fields["to"] = .string(subject)
        fields["owner"] = owner.map { .string($0) }
        var pieces = [Array(text.utf8)]
        let (hash, result) = try book.attach(fields, defaults: bench.defaults()) { pieces.popLast() }
        #expect(result.isDone)
        return hash.description
    }
}
