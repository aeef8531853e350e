#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import Views
internal import Wording

/// `POST /api/commands`: one command, or a stream of them with a line of result for each.
enum CommandsAPI {
    private static let commandByteMax = 256 << 10
    /// Lines that are recorded in one transaction.
    private static let groupMax = 256

    static func record(_ asked: Asked) async throws -> Response {
        try asked.checkToken(of: Form(urlEncoded: ""))
        let type = (asked.headers[.contentType] ?? "").split(separator: ";").first?.trimmingCharacters(in: .whitespaces).lowercased() ?? ""
        switch type {
        case "application/json": return try await one(asked)
        case "application/x-ndjson", "application/ndjson": return try await many(asked)
        default: throw Refusal.unsupportedType
        }
    }

    private static func one(_ asked: Asked) async throws -> Response {
        let bytes = Array(buffer: try await asked.collected(byteMax: commandByteMax))
        do {
            guard case .object(var object) = try parsed(bytes) else { throw CommandError.notAnObject }
            if let key = asked.headers[.init("Idempotency-Key")!] {
                guard CommandID(key) != nil else { throw Refusal.headerInvalid("Idempotency-Key") }
                object["id"] = .string(key)
            }
            try await checkPosition(asked)
            return try await answer(asked.record(object, isTyped: false), asked)
        } catch let error as CommandError {
            return refused(CommandResponse(error, in: bytes), asked)
        }
    }

    private static func parsed(_ bytes: [UInt8]) throws(CommandError) -> JSONValue {
        do {
            return try bytes.withUnsafeBytes { try JSONParser.parse($0) }
        } catch let error as JSONError {
            throw .notJSON(error)
        } catch {
            throw .notAnObject
        }
    }

    /// Another state than the one that was looked at is not written on.
    private static func checkPosition(_ asked: Asked) async throws {
        guard let header = asked.headers[.ifMatch] else { return }
        guard let position = Int64(header.filter { $0 != "\"" }) else { throw Refusal.headerInvalid("If-Match") }
        let now = try await asked.site.perform { try $0.lastPosition().value }
        guard position == now else { throw Refusal.positionChanged(now: now) }
    }

    private static func answer(_ response: CommandResponse, _ asked: Asked) async throws -> Response {
        guard case .recorded(let positions, _, _) = response.outcome else { return refused(response, asked) }
        var answer = Response.json(response.json(asked.language))
        if let last = positions.last { answer.headers[.eTag] = last.entityTag }
        return answer
    }

    private static func refused(_ response: CommandResponse, _ asked: Asked) -> Response {
        guard case .failed(let problem, let field, let column) = response.outcome else { return .json(response.json(asked.language)) }
        var more = JSONObject()
        more["field"] = field.map { .string($0) }
        more["column"] = column.map { .integer(Int64($0)) }
        return .problem(Failure(problem), asked.language, adding: more)
    }

    // MARK: - Many

    /// Each line is answered as `minutebook record` does, as soon as it is there; a line that is refused does not stop those behind it.
    private static func many(_ asked: Asked) async throws -> Response {
        let (account, purpose) = (try asked.account(), try asked.purpose())
        return Response(
            status: .ok, headers: [.contentType: "application/x-ndjson"],
            body: ResponseBody { writer in
                var lines = Lines(byteMax: commandByteMax)
                func recordThoseComplete() async throws {
                    while let group = lines.next(max: groupMax) {
                        try await writer.write(ByteBuffer(string: results(of: group, asked, account, purpose)))
                        lines.drop(group.count)
                    }
                }
                do {
                    for try await buffer in asked.body {
                        lines.add(Array(buffer: buffer))
                        try await recordThoseComplete()
                        guard !lines.isTooLong else { throw Refusal.tooLong(byteMax: commandByteMax) }
                    }
                    lines.finish()
                    try await recordThoseComplete()
                } catch {
                    // What was answered is on record; the line that ended it says why.
                    let failure = CommandResponse(failed: Failure(error).problem)
                    try await writer.write(ByteBuffer(string: failure.json(line: lines.firstNumber, asked.language).text + "\n"))
                }
                try await writer.finish(nil)
            })
    }

    private static func results(
        of group: [Lines.Line], _ asked: Asked, _ account: Account, _ purpose: ReadingPurpose
    ) async throws -> String {
        let (now, language) = (asked.site.clock(), asked.language)
        return try await asked.site.perform { book in
            let state = try book.state()
            let parsed = group.map { line -> Result<Command, any Error> in
                Result {
                    guard case .object(let object) = try Self.parsed(line.bytes) else { throw CommandError.notAnObject }
                    return try Asked.command(object, isTyped: false, by: account, for: purpose, at: now, book, state)
                }
            }
            var outcomes = try book.execute(parsed.compactMap { try? $0.get() })[...]
            return zip(group, parsed).map { line, command in
                let response =
                    switch command {
                    case .success: CommandResponse(outcomes.removeFirst())
                    case .failure(let error as CommandError): CommandResponse(error, in: line.bytes)
                    case .failure(let error): CommandResponse(failed: Failure(error).problem)
                    }
                return response.json(line: line.number, language).text + "\n"
            }.joined()
        }
    }
}

/// A stream of bytes as lines; empty ones are counted and left out.
private struct Lines {
    struct Line {
        /// From 1.
        let number: Int
        let bytes: [UInt8]
    }

    let byteMax: Int
    /// Whether the line that is being read is longer than that: nothing behind it is read.
    private(set) var isTooLong = false
    private var complete: [Line] = []
    private var rest: [UInt8] = []
    private var number = 1

    init(byteMax: Int) { self.byteMax = byteMax }

    /// Of the first line that waits, or that is being read.
    var firstNumber: Int { complete.first?.number ?? number }

    mutating func add(_ bytes: [UInt8]) {
        for (index, part) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() where !isTooLong {
            if index > 0 {
                finish()
                number += 1
            }
            rest += part
            isTooLong = rest.count > byteMax
        }
    }

    /// The last line may be without its end.
    mutating func finish() {
        if rest.last == UInt8(ascii: "\r") { rest.removeLast() }
        if !rest.isEmpty { complete.append(Line(number: number, bytes: rest)) }
        rest = []
    }

    /// The lines that wait, at most so many; nil for none.
    func next(max: Int) -> [Line]? { complete.isEmpty ? nil : Array(complete.prefix(max)) }

    mutating func drop(_ count: Int) { complete.removeFirst(count) }
}
#endif
