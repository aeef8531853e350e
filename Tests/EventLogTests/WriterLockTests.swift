import Foundation
import Synchronization
import Testing

@testable import EventLog

/// One thread at a time, of one process or several; each lock object is what another process would have.
@Suite("The writer's lock")
struct WriterLockTests {
    private let folder = TemporaryFolder()

    private func makeLog() throws -> String {
        let path = folder.path("log.db")
        try EventLog.create(path: path)
        return path
    }

    private static func onThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
        let group = DispatchGroup()
        for index in 0..<count {
            group.enter()
            Thread.detachNewThread {
                body(index)
                group.leave()
            }
        }
        group.wait()
    }

    @Test func twoThreadsOfTwoHoldersTakeTurns() throws {
        let path = try makeLog()
        let locks = try [WriterLock(logPath: path), WriterLock(logPath: path)]
        let inside = Atomic(0)
        let together = Atomic(0)
        let rounds = Atomic(0)
        Self.onThreads(4) { thread in
            for _ in 0..<50 {
                try? locks[thread % 2].hold {
                    if inside.add(1, ordering: .sequentiallyConsistent).newValue > 1 { together.add(1, ordering: .relaxed) }
                    usleep(200)
                    inside.subtract(1, ordering: .sequentiallyConsistent)
                    rounds.add(1, ordering: .relaxed)
                }
            }
        }
        #expect(together.load(ordering: .relaxed) == 0)
        #expect(rounds.load(ordering: .relaxed) == 200)
    }

    @Test func whoDoesNotWaitGetsNothing() throws {
        let path = try makeLog()
        let (mine, other) = try (WriterLock(logPath: path), WriterLock(logPath: path))
        let got = try mine.hold { try [other.holdIfFree { true }, mine.holdIfFree { true }] }
        #expect(got == [nil, nil])
        #expect(try other.holdIfFree { true } == true)
        #expect(try mine.holdIfFree { true } == true)
    }

    /// Whoever may write the log may hold its lock; an earlier version let everybody.
    @Test(arguments: [(0o644, 0o600), (0o664, 0o660), (0o600, 0o600), (0o666, 0o666)])
    func theLockIsTheWriters(log: Int, lock: Int) throws {
        let path = try makeLog()
        try FileManager.default.setAttributes([.posixPermissions: log], ofItemAtPath: path)
        try Data().write(to: URL(fileURLWithPath: path + "-lock"))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path + "-lock")
        _ = try WriterLock(logPath: path)
        #expect(try FileManager.default.attributesOfItem(atPath: path + "-lock")[.posixPermissions] as? Int == lock)
    }

    /// A stranger who holds the lock stops nobody who reads: opening, looking a trail up and closing go on.
    @Test func readersNeedNoLock() throws {
        let path = try makeLog()
        let writer = try EventLog(path: path)
        try writer.write { transaction in
            for value in 1...10_002 { try transaction.append(Sample.entry(Int64(value)), at: Position(Int64(value))) }
        }
        let stranger = try WriterLock(logPath: path)
        try stranger.hold {
            let reader = try EventLog(path: path)
            #expect(try reader.lastPosition() == Position(10_002))
            let odd = try #require(Subject("sample:odd"))
            #expect(try reader.positions(about: odd).count == 5_001)
            try reader.close()
            // Its write-ahead log stays: without the lock nobody folds it in.
            try writer.close()
            #expect(FileManager.default.fileExists(atPath: path + "-wal"))
        }
        let again = try EventLog(path: path)
        #expect(try again.lastPosition() == Position(10_002))
        try again.close()
        #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
    }
}
