internal import Dispatch
internal import Domain
internal import Synchronization

/// Commands that wait are recorded in groups: while one group is written to disk, the next gathers.
final class CommandQueue: Sendable {
    private struct Waiting {
        let command: Command
        let continuation: CheckedContinuation<CommandResult, any Error>
    }

    private struct Gathering {
        var commands: [Waiting] = []
        var isDraining = false
    }

    private let gathering = Mutex(Gathering())
    // SQLite blocks its thread while it flushes: a thread of its own, not one of the pool that runs tasks.
    private let worker = DispatchQueue(label: "minutebook.commands")

    func submit(
        _ command: Command, execute: @escaping @Sendable ([Command]) throws -> [CommandResult]
    ) async throws -> CommandResult {
        try await withCheckedThrowingContinuation { continuation in
            let starts = gathering.withLock { gathering in
                gathering.commands.append(Waiting(command: command, continuation: continuation))
                defer { gathering.isDraining = true }
                return !gathering.isDraining
            }
            if starts { worker.async { self.drain(execute) } }
        }
    }

    private func drain(_ execute: ([Command]) throws -> [CommandResult]) {
        while let group = next() {
            do {
                let outcomes = try execute(group.map(\.command))
                for (waiting, outcome) in zip(group, outcomes) { waiting.continuation.resume(returning: outcome) }
            } catch {
                for waiting in group { waiting.continuation.resume(throwing: error) }
            }
        }
    }

    private func next() -> [Waiting]? {
        gathering.withLock { gathering in
            defer { gathering.commands = [] }
            guard gathering.commands.isEmpty else { return gathering.commands }
            gathering.isDraining = false
            return nil
        }
    }
}
