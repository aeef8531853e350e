import Bookkeeping
import Domain
import EventLog
import Foundation
import Synchronization
import Testing

@Suite("Shelf")
struct ShelfTests {
    private let bench = Bench()

    private func makeBooks(_ count: Int) throws -> [String] {
        try (1...count).map { number in
            let path = bench.path("\(number).db")
            try Bench.createBook(path: path, "11111111-1111-4111-8111-\(String(format: "%012d", number))")
            return path
        }
    }

    /// Files of this bench that the process has open.
    private func openFileCount() throws -> Int {
        let folder = (bench.path as NSString).deletingLastPathComponent
        return try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count { descriptor in
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(descriptor)"))?.hasPrefix(folder) ?? false
        }
    }

    @Test func aBookIsSharedWhileItIsOpen() throws {
        let paths = try makeBooks(1)
        let shelf = Shelf(openMax: 2, clock: Bench.clock)
        let link = bench.path("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: paths[0])
        let first = try shelf.withBook(at: paths[0]) { ObjectIdentifier($0) }
        let (second, linked) = try shelf.withBook(at: paths[0]) { book in
            (ObjectIdentifier(book), try shelf.withBook(at: link) { ObjectIdentifier($0) })
        }
        #expect(first == second && second == linked)
        #expect(shelf.openCount == 1)
        try shelf.close()
        #expect(try openFileCount() == 0)
    }

    /// Sixteen books through room for three, from eight threads: each command is on record, and no more files are open than
    /// three books have.
    @Test func descriptorsHaveBounds() throws {
        let paths = try makeBooks(16)
        let shelf = Shelf(openMax: 3, clock: Bench.clock)
        let openMost = Atomic(0)
        let failed = Atomic(0)
        // As many at once as there is room for: see `whatIsInUseStaysOpen`.
        let room = DispatchSemaphore(value: 3)
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for (index, path) in paths.enumerated() where index % 8 == thread || index % 5 == 0 {
                room.wait()
                defer { room.signal() }
                do {
                    try shelf.withBook(at: path) { book in
                        bench.record(1, in: book)
                        _ = openMost.max(try openFileCount(), ordering: .relaxed)
                    }
                } catch {
                    failed.add(1, ordering: .relaxed)
                }
            }
        }
        let failedCount = failed.load(ordering: .relaxed)
        #expect(failedCount == 0)
        #expect(shelf.openCount <= 3)
        // A book, its keys and its readings, with SQLite's files beside them and a connection for each thread.
        let most = openMost.load(ordering: .relaxed)
        #expect(most <= 3 * 24, "\(most) files were open")
        for (index, path) in paths.enumerated() {
            let expected = index % 5 == 0 ? 8 : 1
            #expect(try shelf.withBook(at: path) { try $0.state().visits.count } == expected, "\(path)")
        }
        try shelf.close()
        #expect(try openFileCount() == 0)
    }

    @Test func whatIsInUseStaysOpen() throws {
        let paths = try makeBooks(3)
        let shelf = Shelf(openMax: 2, clock: Bench.clock)
        try shelf.withBook(at: paths[0]) { first in
            try shelf.withBook(at: paths[1]) { _ in
                #expect(throws: ShelfError.full(openMax: 2)) { try shelf.withBook(at: paths[2]) { _ in } }
            }
            // The second one makes room.
            bench.record(1, in: try shelf.withBook(at: paths[2]) { $0 })
            bench.record(1, in: first)
        }
        #expect(shelf.openCount == 2)
        try shelf.close()
        #expect(throws: ShelfError.closed) { try shelf.withBook(at: paths[0]) { _ in } }
    }

    @Test func whatCannotBeOpenedTakesNoRoom() async throws {
        let paths = try makeBooks(1)
        let shelf = Shelf(openMax: 1, clock: Bench.clock)
        let missing = bench.path("none.db")
        #expect(throws: LogError.noSuchFile(path: missing)) { try shelf.withBook(at: missing) { _ in } }
        #expect(shelf.openCount == 0)
        #expect(try await shelf.perform(at: paths[0]) { try $0.lastPosition() } == Position(1))
        try shelf.close()
    }
}
