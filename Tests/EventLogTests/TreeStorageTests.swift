import CanonicalJSON
import EventLog
import Foundation
import Testing
import TransparencyTree

@Suite("The tree in the file")
struct TreeStorageTests {
    private let folder = TemporaryFolder()

    private func makeLog(_ count: Int64 = 0, _ name: String = "log.db") throws -> EventLog {
        try EventLog.create(path: folder.path(name))
        let log = try EventLog(path: folder.path(name))
        if count > 0 { try Self.append(count, to: log) }
        return log
    }

    private static func append(_ count: Int64, to log: EventLog, _ text: String = "样本") throws {
        try log.write { transaction in
            let last = try transaction.lastPosition().value
            for value in (last + 1)...(last + count) {
                try transaction.append(Sample.entry(value, text: text), at: Position(value))
            }
        }
    }

    /// Roots from leaf hashes alone, by the definition's other form: fold the complete subtrees.
    private func roots(_ count: Int64) -> [TreeHash] {
        var edge = TreeEdge()
        return [edge.root]
            + (1...count).map { value in
                edge.append(Sample.entry(value).bytes.withUnsafeBytes { TreeHash.leaf(of: $0) })
                return edge.root
            }
    }

    /// Whether appended one by one, in groups, or by several processes: one tree, and every past root in it.
    @Test func everyPastRootIsKept() throws {
        let log = try makeLog()
        for group: Int64 in [1, 1, 2, 3, 13, 1, 64, 7, 100] { try Self.append(group, to: log) }
        let other = try EventLog(path: folder.path("log.db"))
        try Self.append(9, to: other)
        try Self.append(4, to: log)
        let expected = roots(205)
        try log.withTree { tree in
            #expect(tree.size == 205)
            for size in 0...205 {
                let root = try tree.prover.root(size: Int64(size))
                #expect(root == expected[size])
            }
        }
    }

    @Test func proofsAreMadeFromTheFile() throws {
        let log = try makeLog(150)
        let expected = roots(150)
        try log.withTree { tree in
            for position: Int64 in [1, 64, 65, 128, 150] {
                let leaf = Sample.entry(position).bytes.withUnsafeBytes { TreeHash.leaf(of: $0) }
                let path = try tree.prover.inclusionProof(of: position - 1, size: 150)
                #expect(TreeVerifier.root(of: leaf, at: position - 1, size: 150, path: path) == expected[150])
                let proof = try tree.prover.consistencyProof(from: position, to: 150)
                #expect(
                    TreeVerifier.isConsistent(
                        oldSize: position, oldRoot: expected[Int(position)], newSize: 150, newRoot: expected[150], path: proof))
            }
        }
    }

    /// A transaction that fails takes its part of the tree with it.
    @Test func aFailedTransactionLeavesTheTree() throws {
        struct Stop: Error {}
        let log = try makeLog(5)
        #expect(throws: Stop.self) {
            try log.write { transaction in
                try transaction.append(Sample.entry(6, text: "never"), at: Position(6))
                throw Stop()
            }
        }
        try Self.append(3, to: log)
        #expect(try log.withTree { try $0.root() } == roots(8)[8])
    }

    // MARK: - Files of format 1

    @Test(arguments: [0, 1, 2, 100] as [Int64])
    func aFileOfFormat1BecomesOneOfThis(count: Int64) throws {
        let path = folder.path("old.db")
        try Format1.create(path: path, count: count)
        let log = try EventLog(path: path)
        #expect(try log.lastPosition() == Position(count))
        #expect(try log.withTree { try $0.root() } == roots(max(1, count))[Int(count)])
        #expect(try log.structuralFaults() == [])
        #expect(try log.indexFaults() == [])
        try Self.append(3, to: log)
        #expect(try log.withTree { try $0.root() } == roots(count + 3)[Int(count) + 3])
        // And a second time there is nothing left to do.
        try log.close()
        #expect(try EventLog(path: path).lastPosition() == Position(count + 3))
    }

    // MARK: - Guards

    @Test(arguments: [
        "DROP TRIGGER entries_are_never_updated", "DROP TRIGGER entries_are_only_appended",
        "CREATE TRIGGER more AFTER INSERT ON about BEGIN DELETE FROM about; END", "DROP TABLE checkpoints",
        """
        DROP TRIGGER entries_are_never_deleted;
        CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN SELECT 1; END
        """,
    ])
    func aGuardThatWasTamperedWithIsNoticed(sql: String) throws {
        let log = try makeLog(3)
        #expect(try log.structuralFaults() == [])
        try log.executeUnchecked(sql)
        #expect(try log.structuralFaults().count == 1)
    }

    @Test(arguments: [
        ("DELETE FROM about WHERE position = 2", 2), ("UPDATE about SET position = 7 WHERE position = 3", 3),
        ("INSERT INTO about VALUES ('sample:none', 1)", 5), ("DELETE FROM commands WHERE position = 4", 4),
        ("UPDATE projections SET position = 99", 99),
    ])
    func anIndexThatWasTamperedWithIsNoticed(sql: String, position: Int64) throws {
        let log = try makeLog(5)
        try log.rebuildIndex()
        #expect(try log.indexFaults() == [])
        try log.executeUnchecked(sql)
        #expect(try log.indexFaults().first?.position == Position(position))
        try log.rebuildIndex()
        #expect(try log.indexFaults() == [])
    }
}

/// A log of file format 1, as the first version of the program made it.
enum Format1 {
    static func create(path: String, count: Int64) throws {
        var sql = """
            PRAGMA journal_mode = WAL;
            PRAGMA application_id = 1296190535;
            PRAGMA user_version = 1;
            CREATE TABLE entries (
                position INTEGER PRIMARY KEY,
                bytes BLOB NOT NULL,
                leaf_hash BLOB NOT NULL
            ) STRICT;
            CREATE TRIGGER entries_are_never_updated BEFORE UPDATE ON entries BEGIN
                SELECT RAISE(ABORT, 'entries are never updated');
            END;
            CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries BEGIN
                SELECT RAISE(ABORT, 'entries are never deleted');
            END;
            CREATE TRIGGER entries_are_only_appended BEFORE INSERT ON entries
                WHEN NEW.position <> (SELECT ifnull(max(position), 0) + 1 FROM entries) BEGIN
                SELECT RAISE(ABORT, 'entries are only appended, without gaps');
            END;
            CREATE TABLE about (
                subject TEXT NOT NULL,
                position INTEGER NOT NULL,
                PRIMARY KEY (subject, position)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE commands (
                id BLOB NOT NULL PRIMARY KEY,
                position INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE projections (
                name TEXT NOT NULL PRIMARY KEY,
                position INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            """
        for position in stride(from: Int64(1), through: count, by: 1) {
            let bytes = Sample.entry(position).bytes
            let leaf = bytes.withUnsafeBytes { TreeHash.leaf(of: $0) }
            let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            sql += "INSERT INTO entries VALUES (\(position), x'\(hex)', x'\(leaf.hexadecimal)');\n"
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [path]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(sql.utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
