import CanonicalJSON
import EventLog
import Foundation
import Synchronization
import Testing
import TransparencyTree

/// A log has one name, whatever leads to it, and gets it when it is whole.
@Suite("The names of a log")
struct NameTests {
    private let folder = TemporaryFolder()

    private func makeLog() throws -> String {
        let path = folder.path("log.db")
        try EventLog.create(path: path)
        return path
    }

    @Test func aSecondNameIsRefused() throws {
        let path = try makeLog()
        let other = folder.path("other.db")
        try FileManager.default.linkItem(atPath: path, toPath: other)
        #expect(throws: LogError.severalNames(path: path)) { try EventLog(path: path) }
        #expect(throws: LogError.severalNames(path: other)) { try EventLog(path: other) }
        try FileManager.default.removeItem(atPath: other)
        #expect(try EventLog(path: path).lastPosition() == .start)
    }

    @Test func aLinkLeadsToTheFile() throws {
        let path = try makeLog()
        let link = folder.path("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "log.db")
        let log = try EventLog(path: link)
        #expect(URL(fileURLWithPath: log.path).lastPathComponent == "log.db")
        try log.write { try $0.append(Sample.entry(1), at: Position(1)) }
        #expect(!FileManager.default.fileExists(atPath: link + "-lock"))
        #expect(FileManager.default.fileExists(atPath: path + "-lock"))
        #expect(throws: LogError.alreadyExists(path: link)) { try EventLog.create(path: link) }
    }

    /// The link's own name counts as taken even where it leads nowhere.
    @Test func aDanglingLinkIsNotWrittenThrough() throws {
        let link = folder.path("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "nowhere.db")
        #expect(throws: LogError.alreadyExists(path: link)) { try EventLog.create(path: link) }
        #expect(throws: LogError.noSuchFile(path: link)) { try EventLog(path: link) }
    }

    /// Killed between the two steps of naming, a process leaves its draft's name on the finished file.
    @Test func aDraftsNameOnTheFileIsTakenAway() throws {
        let path = try makeLog()
        try FileManager.default.linkItem(atPath: path, toPath: path + ".new")
        #expect(try EventLog(path: path).lastPosition() == .start)
        #expect(!FileManager.default.fileExists(atPath: path + ".new"))
    }

    @Test func aFolderOrAPipeIsNoLog() throws {
        let directory = folder.path("folder.db")
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: false)
        #expect(throws: LogError.notALog(path: directory)) { try EventLog(path: directory) }
        let pipe = folder.path("pipe.db")
        #expect(mkfifo(pipe, 0o600) == 0)
        #expect(throws: LogError.notALog(path: pipe)) { try EventLog(path: pipe) }
    }

    /// Of many who make a log at once, one does, and nobody finds a half log.
    @Test func oneOfManyMakesIt() throws {
        let path = folder.path("log.db")
        let made = Atomic(0)
        let refused = Atomic(0)
        let half = Atomic(0)
        let group = DispatchGroup()
        for _ in 0..<6 {
            group.enter()
            Thread.detachNewThread {
                do {
                    try EventLog.create(path: path)
                    made.add(1, ordering: .relaxed)
                } catch LogError.alreadyExists {
                    refused.add(1, ordering: .relaxed)
                } catch {}
                if (try? EventLog(path: path).lastPosition()) != .start { half.add(1, ordering: .relaxed) }
                group.leave()
            }
        }
        withExtendedLifetime(folder) { group.wait() }
        #expect(made.load(ordering: .relaxed) == 1)
        #expect(refused.load(ordering: .relaxed) == 5)
        #expect(half.load(ordering: .relaxed) == 0)
        let left = try FileManager.default.contentsOfDirectory(atPath: (path as NSString).deletingLastPathComponent)
        #expect(!left.contains { $0.contains(".new") || $0.contains(".making") })
    }

    @Test func aFolderThatIsMissingIsNamed() {
        let path = folder.path("nowhere/log.db")
        #expect(throws: LogError.noSuchFolder(path: path)) { try EventLog.create(path: path) }
    }

    /// A caller that goes on after an append that failed leaves the tree as the entries have it.
    @Test func aFailedAppendLeavesTheTreeWhole() throws {
        let log = try EventLog(path: makeLog())
        try log.write { transaction in
            try transaction.append(Sample.entry(1), at: Position(1))
            #expect(throws: (any Error).self) { try transaction.append(Sample.entry(3), at: Position(3)) }
            try transaction.append(Sample.entry(2), at: Position(2))
        }
        var edge = TreeEdge()
        for value in 1...2 { edge.append(Sample.entry(Int64(value)).bytes.withUnsafeBytes { .leaf(of: $0) }) { _ in } }
        #expect(try log.withTree { try $0.root() } == edge.root)
        try log.write { try $0.append(Sample.entry(3), at: Position(3)) }
        edge.append(Sample.entry(3).bytes.withUnsafeBytes { .leaf(of: $0) }) { _ in }
        #expect(try log.withTree { try $0.root() } == edge.root)
    }
}
