import Bookkeeping
import Domain
import EventLog
import Foundation
import Synchronization
import Testing

/// A book that many ask and some record in, all at once, through one object: what a server does with it.
@Suite("A book that is served")
final class ServedBookTests {
    private let bench = Bench()

    // MARK: - Waiting

    /// The disk takes as long as it likes over a commit: eight readers ask everything meanwhile, and get what was committed
    /// before it.
    @Test func readersWaitForNoFlush() throws {
        let directory = try FaultSimulation.makeDirectory()
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let simulation = FaultSimulation(directory: directory, seed: 1)
        simulation.disarm()
        let path = directory + "/book.db"
        try Bench.createBook(path: path)
        let book = try bench.openBook(path)
        bench.record(3, in: book)
        let visit = try #require(Subject("visit:V1"))

        simulation.holdFlushes()
        let answered = Atomic(0)
        let recorded = Atomic(false)
        let (readers, writer) = (DispatchGroup(), DispatchGroup())
        writer.enter()
        Thread.detachNewThread { [bench] in
            recorded.store(bench.isRecorded(#"{"command":"visit.record"}"#, in: book), ordering: .relaxed)
            writer.leave()
        }
        #expect(simulation.awaitHeldFlush())
        for _ in 0..<8 {
            readers.enter()
            Thread.detachNewThread {
                let isAnswered = (try? Self.asks(book, about: visit)) ?? false
                answered.add(isAnswered ? 1 : 0, ordering: .relaxed)
                readers.leave()
            }
        }
        #expect(readers.wait(timeout: .now() + 20) == .success, "a reader waited for the flush")
        let answerCount = answered.load(ordering: .relaxed)
        #expect(answerCount == 8)
        let isEarly = recorded.load(ordering: .relaxed)
        #expect(!isEarly, "the flush was held meanwhile")
        simulation.releaseFlushes()
        readers.wait()
        writer.wait()
        let isRecorded = recorded.load(ordering: .relaxed)
        #expect(isRecorded)
        #expect(try book.state().position == Position(5))
        try book.close()
    }

    /// Everything that a reader asks, as it is before the fifth entry.
    private static func asks(_ book: Book, about subject: Subject) throws -> Bool {
        try book.state().position == Position(4) && book.state(known: .position(Position(2))).visits.count == 1
            && book.entries(about: subject).map(\.position) == [Position(2)] && book.lastPosition() == Position(4)
    }

    /// More blocked questions than there are threads for tasks: another task still runs, and lets them go.
    @Test(.timeLimit(.minutes(1))) func questionsFromTasksBlockNoTask() async throws {
        let book = try bench.makeBook()
        let gate = DispatchSemaphore(value: 0)
        let count = 12
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<count {
                group.addTask {
                    try await book.perform { book in
                        let isFree = gate.wait(timeout: .now() + 20) == .success
                        return try isFree && book.state().position == Position(1)
                    }
                }
            }
            group.addTask {
                for _ in 0..<count { gate.signal() }
                return true
            }
            for try await isAnswered in group { #expect(isAnswered) }
        }
    }

    // MARK: - Copies

    /// Each reader keeps the state that it was given, whatever is recorded afterwards.
    @Test func aStateThatWasGivenStaysAsItIs() throws {
        let book = try bench.makeBook()
        var given: [State] = []
        for count in 0..<20 {
            given.append(try book.state())
            #expect(try bench.positions(of: #"{"command":"visit.record"}"#, in: book) == [Int64(count) + 2])
        }
        #expect(given.map(\.visits.count) == Array(0..<20))
        #expect(given.map(\.position.value) == Array(1...20))
    }

    // MARK: - Changes

    @Test(.timeLimit(.minutes(1))) func changesComeFromEveryProcess() async throws {
        let book = try bench.makeBook()
        // As another process has it open.
        let other = try bench.openBook()
        bench.record(2, in: book)
        var changes = book.changes(after: Position(1)).makeAsyncIterator()
        #expect(try await changes.next() == Change(position: Position(2), subjects: [#require(Subject("visit:V1"))]))
        #expect(try await changes.next()?.position == Position(3))
        let next = Task { () -> Change? in
            var changes = book.changes(after: Position(3)).makeAsyncIterator()
            return try await changes.next()
        }
        bench.record(1, in: other)
        #expect(try await next.value == Change(position: Position(4), subjects: [#require(Subject("visit:V3"))]))
        bench.record(1, in: book)
        #expect(try await changes.next()?.position == Position(4))
        #expect(try await changes.next()?.position == Position(5))
    }

    @Test(.timeLimit(.minutes(1))) func changesEndWithTheBookAndWithTheTask() async throws {
        let book = try bench.makeBook()
        let followers = (0..<3).map { _ in
            Task {
                var count = 0
                for try await _ in book.changes(after: .start) { count += 1 }
                return count
            }
        }
        followers[0].cancel()
        let cancelled = try await followers[0].value
        #expect(cancelled <= 1)
        // Both have seen the entry that there is once a third has.
        var changes = book.changes(after: .start).makeAsyncIterator()
        _ = try await changes.next()
        book.endChanges()
        #expect(try await followers[1].value <= 1)
        #expect(try await followers[2].value <= 1)
        #expect(try await changes.next() == nil)
        try book.close()
    }
}
