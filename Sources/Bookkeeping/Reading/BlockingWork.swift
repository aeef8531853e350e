internal import Foundation

/// Runs what blocks its thread, as SQLite does, away from the threads that tasks share: those are as many as there are
/// processors, and a program whose every one waits for a disk does nothing else.
package enum BlockingWork {
    /// Of all books together: each thread may have a connection open.
    private static let threadMax = 16

    private static let queue = {
        let queue = OperationQueue()
        queue.name = "minutebook.blocking"
        queue.maxConcurrentOperationCount = threadMax
        return queue
    }()

    /// - Parameter body: what may wait for a disk or a lock.
    package static func run<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result(catching: body)) }
        }
    }
}

extension Book {
    /// Asks the book something from a task: `body` runs on a thread that it may block.
    public func perform<Value: Sendable>(_ body: @escaping @Sendable (Book) throws -> Value) async throws -> Value {
        try await BlockingWork.run { try body(self) }
    }
}
