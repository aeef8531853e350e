import Bookkeeping
import EventLog
import Foundation
import GRDB
import Testing

/// Looking at a file that SQLite has open takes no lock of it away: another process says so.
@Suite("Files that are open as books")
struct OpenDatabaseTests {
    private let bench = Bench()

    /// Whether another process is kept out.
    private func isLocked(_ path: String, _ sql: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = ["-cmd", ".timeout 0", path, sql]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return output.contains("locked")
    }

    private func look(at path: String) {
        _ = try? ProtectedFiles.requireReplaceable(path, reading: nil)
        _ = try? ProtectedFiles.requireFolder(path, of: nil)
        OpenDatabases.close(open(path, O_RDONLY | O_CLOEXEC))
    }

    @Test(arguments: ["", "-shm", "-wal"]) func aBookThatIsWrittenStaysLocked(suffix: String) throws {
        try bench.makeBook().close()
        let log = try EventLog(path: bench.path)
        try log.write { _ in
            let before = try isLocked(bench.path, "BEGIN IMMEDIATE")
            for _ in 0..<3 { look(at: bench.path + suffix) }
            let after = try isLocked(bench.path, "BEGIN IMMEDIATE")
            #expect(before && after)
        }
        // Another connection may not leave the write-ahead log while this one is open.
        look(at: bench.path + suffix)
        #expect(try isLocked(bench.path, "PRAGMA journal_mode = DELETE"))
        #expect(try isLocked(bench.path, "BEGIN IMMEDIATE; ROLLBACK") == false)
        try log.close()
    }

    @Test func aKeyFileThatIsWrittenStaysLocked() throws {
        let book = try bench.makeBook()
        let keys = BookFiles.keys(ofBookAt: bench.path)
        let writer = try DatabaseQueue(path: keys)
        try writer.inDatabase { db in
            try db.inTransaction(.immediate) {
                look(at: keys)
                let isStillLocked = try isLocked(keys, "BEGIN IMMEDIATE")
                #expect(isStillLocked)
                return .rollback
            }
        }
        #expect(try isLocked(keys, "BEGIN IMMEDIATE; ROLLBACK") == false)
        try writer.close()
        try book.close()
    }

    /// Opening a book a second time looks at its first bytes too.
    @Test func aSecondOpeningTakesNoLockAway() throws {
        try bench.makeBook().close()
        let log = try EventLog(path: bench.path)
        try log.write { _ in
            let again = try EventLog(path: bench.path)
            let whileOpen = try isLocked(bench.path, "BEGIN IMMEDIATE")
            try again.close()
            let afterwards = try isLocked(bench.path, "BEGIN IMMEDIATE")
            #expect(whileOpen && afterwards)
        }
        try log.close()
    }

    /// What was kept open is closed with the book.
    @Test func nothingStaysOpen() throws {
        let book = try bench.makeBook()
        for file in [bench.path, bench.path + "-shm", BookFiles.keys(ofBookAt: bench.path)] { look(at: file) }
        try book.close()
        let descriptors = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")
        let files = descriptors.compactMap { try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/" + $0) }
        // The lock of writers stays until the book is let go.
        #expect(files.filter { $0.hasPrefix(bench.path) && !$0.hasSuffix("-lock") } == [])
    }
}
