internal import Dispatch
internal import EventLog
internal import Synchronization

/// Tells those who follow a book that something was committed.
final class Commits: Sendable {
    private struct Waiting {
        var last = Position.start
        var isEnded = false
        var continuations: [UInt64: CheckedContinuation<Void, Never>] = [:]
        var nextNumber: UInt64 = 0
    }

    private let waiting = Mutex(Waiting())
    private static let timer = DispatchQueue(label: "minutebook.commits")

    /// Up to here everything is committed, as this process knows.
    func announce(_ position: Position) {
        resume { waiting in
            guard position > waiting.last else { return false }
            waiting.last = position
            return true
        }
    }

    /// Nothing more will come.
    func end() {
        resume { waiting in
            waiting.isEnded = true
            return true
        }
    }

    var isEnded: Bool { waiting.withLock { $0.isEnded } }

    /// Returns once something behind `position` was announced, once a time has passed, as other processes announce nothing
    /// here, or when the task is cancelled.
    func wait(behind position: Position, millisecondsMax: Int) async {
        let number = waiting.withLock { waiting in
            waiting.nextNumber += 1
            return waiting.nextNumber
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = waiting.withLock { waiting in
                    guard waiting.last <= position, !waiting.isEnded, !Task.isCancelled else { return false }
                    waiting.continuations[number] = continuation
                    return true
                }
                guard waits else { return continuation.resume() }
                Self.timer.asyncAfter(deadline: .now() + .milliseconds(millisecondsMax)) { self.resume(number) }
            }
        } onCancel: {
            resume(number)
        }
    }

    private func resume(_ number: UInt64) {
        waiting.withLock { $0.continuations.removeValue(forKey: number) }?.resume()
    }

    /// - Parameter change: gives whether those who wait are to look again.
    private func resume(after change: (inout Waiting) -> Bool) {
        let continuations = waiting.withLock { waiting in
            guard change(&waiting) else { return [CheckedContinuation<Void, Never>]() }
            defer { waiting.continuations = [:] }
            return Array(waiting.continuations.values)
        }
        for continuation in continuations { continuation.resume() }
    }
}
