import Bookkeeping
import CanonicalJSON
import Domain
import DomainTestSupport
import EventLog
import Foundation
import Testing
import Views

/// A book in a folder of its own, and questions to it, asked on 1 July 2019. Commands that do not say when it
/// happened are of 2 January; what is found at an activity is of its first day.
final class ViewBench {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("minutebook-\(UUID().uuidString)")
    let book: Book

    static let purpose = ReadingPurpose(by: "tester", purpose: "test")

    /// The book's opening is entry 1.
    ///
    /// - Parameters:
    ///   - commands: JSON objects as `record` takes them; all must be accepted.
    ///   - kind: of body.
    init(_ commands: String..., kind: String? = nil) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let path = folder.appendingPathComponent("book.db").path
        let id = try #require(Identifier<BookKind>("11111111-1111-4111-8111-111111111111"))
        let clock: @Sendable () -> Timestamp = { Timestamp(microsecondsSince1970: 4_070_908_800_000_000) }
        try Book.create(
            path: path, opening: BookOpened(book: id, name: "测试", kind: kind, timeZone: "Asia/Shanghai"), by: "tester",
            occurred: Occurrence(day("2019-01-01")), command: CommandID(high: 1, low: 1), clock: clock)
        book = try Book(path: path, clock: clock)
        for command in commands { try record(command) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var defaults: Command.Defaults {
        var generator = SystemRandomNumberGenerator()
        return Command.Defaults(
            id: CommandID(using: &generator), by: "tester", occurred: Occurrence(day("2019-01-02")), clock: BookClock(offsetMinutes: 480))
    }

    /// - Parameter fields: of `attachment.add`.
    func attach(_ text: String, _ fields: JSONObject) throws {
        var pieces = [Array(text.utf8)]
        let result = try book.attach(fields, defaults: defaults) { pieces.popLast() }.result
        try #require(result.isDone, "\(result)")
    }

    func record(_ line: String) throws {
        var defaults = defaults
        if let day = try book.state().dayOfActivity(in: line) { defaults.occurred = Occurrence(day) }
        let command = try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) }
        let result = try book.execute([command])[0]
        try #require(result.isDone, "\(line): \(result)")
    }

    /// All in one: as `record` takes them.
    func recordAll(_ lines: [String]) throws {
        let commands = try lines.map { line in try Array(line.utf8).withUnsafeBytes { try Command(json: $0, defaults: defaults) } }
        for (line, result) in zip(lines, try book.execute(commands)) { try #require(result.isDone, "\(line): \(result)") }
    }

    /// - Parameter today: the day of asking.
    func context(_ request: ViewRequest = ViewRequest(), on today: String = "2019-07-01") throws -> ViewContext {
        let now = Timestamp(microsecondsSince1970: Int64(day(today).daysSince1970) * 86_400_000_000)
        return try ViewContext(request, of: book, at: now, for: Self.purpose)
    }

    func ask<Answer: View>(
        _ view: Answer.Type, _ arguments: ViewArguments = [:], _ request: ViewRequest = ViewRequest()
    ) throws -> Answer {
        try Answer(context(request), arguments)
    }

    /// The code of the problem that a question has; nil where it is answered.
    func problem<Answer: View>(
        _ view: Answer.Type, _ arguments: ViewArguments, _ request: ViewRequest = ViewRequest()
    ) throws -> String? {
        do {
            _ = try ask(view, arguments, request)
            return nil
        } catch let problem as Problem {
            return problem.code
        }
    }
}

extension JSONValue {
    /// A member of an object; null where there is none.
    subscript(name: String) -> JSONValue { objectValue?[name] ?? .null }
    /// An element of an array.
    subscript(index: Int) -> JSONValue { arrayValue.flatMap { $0.indices.contains(index) ? $0[index] : nil } ?? .null }
}
