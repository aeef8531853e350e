import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing

/// A book in a folder of its own, with a clock that a test can follow.
final class Bench: Sendable {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)")

    init() { try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { path("book.db") }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// A clock that stands still: the log has to keep the order by itself.
    static let clock: @Sendable () -> Timestamp = { Timestamp(microsecondsSince1970: 4_070_908_800_000_000) }

    func makeBook(_ identity: String = "11111111-1111-4111-8111-111111111111") throws -> Book {
        try Self.createBook(path: path, identity)
        return try openBook()
    }

    static func createBook(path: String, _ identity: String = "11111111-1111-4111-8111-111111111111") throws {
        let id: Identifier<BookKind> = id(identity)
        try Book.create(
            path: path, opening: BookOpened(book: id, name: "测试", kind: nil, timeZone: "Asia/Shanghai"), by: "tester",
            occurred: Occurrence(CalendarDate(daysSince1970: 17_897)), command: CommandID(high: 1, low: 1),
            clock: clock)
    }

    func openBook(_ path: String? = nil) throws -> Book { try Book(path: path ?? self.path, clock: Self.clock) }

    /// A member's name as somebody may read it now.
    func name(of member: MemberID, in book: Book) throws -> PersonalReading {
        try book.reading(for: Self.purpose, in: book.state()) { try $0.name(of: member) }
    }

    static let purpose = ReadingPurpose(by: "tester", purpose: "test")

    func command(_ json: String) throws -> Command {
        var json = json
        return try json.withUTF8 { try Command(json: UnsafeRawBufferPointer($0), defaults: defaults()) }
    }

    func defaults() -> Command.Defaults {
        var generator = SystemRandomNumberGenerator()
        return Command.Defaults(
            id: CommandID(using: &generator), by: "tester", occurred: Occurrence(CalendarDate(daysSince1970: 17_897)),
            clock: BookClock(offsetMinutes: 480))
    }

    @discardableResult
    func execute(_ json: String, in book: Book) throws -> CommandResult { try book.execute([command(json)])[0] }

    /// Where a command is on record; none if it was refused.
    func positions(of json: String, in book: Book) throws -> [Int64] {
        switch try execute(json, in: book) {
        case .recorded(let positions, _), .repeated(let positions, _): positions.map(\.value)
        case .refused, .faultyPlan, .entryTooLong, .entryUnreadable, .notRecordedBesideRefusal: []
        }
    }

    func isRecorded(_ json: String, in book: Book) -> Bool { (try? positions(of: json, in: book).isEmpty) == false }

    /// Visits, which need nothing before them.
    func record(_ count: Int, in book: Book) {
        for _ in 0..<count where !isRecorded(#"{"command":"visit.record"}"#, in: book) { Issue.record("not recorded") }
    }

    func rejection(of json: String, in book: Book) throws -> String? {
        guard case .refused(let rejection) = try execute(json, in: book) else { return nil }
        return rejection.code
    }
}
