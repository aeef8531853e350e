#if Web
internal import Bookkeeping
internal import CanonicalJSON
internal import Domain
internal import EventLog
internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import ServiceLifecycle

/// `GET /api/events`: positions and subjects of entries as they are recorded (server-sent events). What is shown of them is asked
/// for anew, so that nobody is told what they may not see, and nothing that is out of date.
enum EventsAPI {
    /// A line that says nothing, so that nobody between takes the connection for dead.
    private static let heartbeatSeconds = 20
    /// After so many milliseconds a browser connects again.
    private static let retryMilliseconds = 2_000

    static func follow(_ asked: Asked) async throws -> Response {
        let account = try asked.account()
        guard account.role != .unit else { throw Refusal.notAllowed }
        let header = asked.headers[.init("Last-Event-ID")!] ?? asked.query["after"]
        let hasSubjects = Route.Access.office.allows(account.role)
        guard let header else {
            return stream(asked, after: try await asked.site.perform { try $0.lastPosition() }, hasSubjects: hasSubjects)
        }
        guard let position = Int64(header), position >= 0 else { throw Refusal.headerInvalid("Last-Event-ID") }
        return stream(asked, after: Position(position), hasSubjects: hasSubjects)
    }

    /// - Parameter hasSubjects: whether the entries' subjects are told; else only that something was recorded.
    static func stream(_ asked: Asked, after position: Position, hasSubjects: Bool) -> Response {
        Response(
            status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store", .init("X-Accel-Buffering")!: "no"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: \(retryMilliseconds)\n\n"))
                let (lines, continuation) = AsyncStream<String>.makeStream(bufferingPolicy: .bufferingNewest(1_024))
                let site = asked.site
                let following = Task {
                    defer { continuation.finish() }
                    try await site.shelf.use(at: site.path) { book in
                        for try await change in book.changes(after: position) {
                            let subjects = hasSubjects ? change.subjects.map { JSONValue.string($0.description) } : []
                            continuation.yield("id: \(change.position)\ndata: \((["subjects": .array(subjects)] as JSONValue).text)\n\n")
                        }
                    }
                }
                let beating = Task {
                    while !Task.isCancelled {
                        try await Task.sleep(for: .seconds(heartbeatSeconds))
                        continuation.yield(": \n\n")
                    }
                }
                defer {
                    following.cancel()
                    beating.cancel()
                }
                // A server that stops waits for its connections: streams would hold it for ever.
                try await withGracefulShutdownHandler {
                    for await line in lines { try await writer.write(ByteBuffer(string: line)) }
                } onGracefulShutdown: {
                    continuation.finish()
                }
                try await writer.finish(nil)
            })
    }
}
#endif
