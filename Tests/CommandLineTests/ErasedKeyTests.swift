import Foundation
import Testing

/// The 32 bytes of an erased person's key are nowhere: not in a file, and not in a block that a file gave back.
@Suite("Erased keys")
struct ErasedKeyTests {
    /// A file system in a file, whose every block can be searched once it is unmounted.
    private static let canMount = (try? Program.shell(
        "cd $(mktemp -d) && truncate -s 8M image && mkfs.ext4 -q image && mkdir disk && unshare -m mount -o loop image disk", in: "/tmp"
    ).status) == 0

    /// Many members, so that the key file has many pages; every third is erased, some of them twice over in one process.
    private static let year = """
        minutebook book open book.db --name 测试 >/dev/null
        for n in $(seq 200); do echo '{"command":"member.join","member":"M'$n'","name":"名'$n'","from":"2019-01-01"}'; done > joins
        minutebook record joins --book book.db >/dev/null; rm joins
        sqlite3 book.db.keys "SELECT hex(key) FROM keys WHERE subject IN ('member:M3','member:M77','member:M200')" > $KEYS
        sqlite3 book.db.keys "SELECT hex(key) FROM keys WHERE subject = 'member:M1'" > $KEPT
        minutebook personal-data erase member:M3 --reason 本人申请 --yes --book book.db >/dev/null
        for n in 77 200; do echo '{"command":"personal-data.erase","owner":"member:M'$n'","reason":"x"}'; done | minutebook record --book book.db >/dev/null
        minutebook member list --book book.db | grep -c erased
        """

    @Test(.enabled(if: canMount)) func noBlockOfTheDiskHasAnErasedKey() throws {
        let workplace = try Workplace()
        let script = """
            export KEYS=$PWD/keys KEPT=$PWD/kept
            truncate -s 32M image && mkfs.ext4 -q image && mkdir disk && mount -o loop image disk && cd disk
            \(Self.year)
            cd .. && umount disk
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let result = try Program.shell("unshare -m bash script", in: workplace.path)
        #expect(result.output == "3\n", "\(result.output)")
        let image = try Data(contentsOf: URL(fileURLWithPath: workplace.path + "/image"))
        for key in try Self.keys(workplace.path + "/keys", count: 3) { #expect(image.range(of: key) == nil) }
        // What is looked for would be found.
        for key in try Self.keys(workplace.path + "/kept", count: 1) { #expect(image.range(of: key) != nil) }
    }

    /// Where no disk can be made: the key file and its journal are the same files after an erasure as before it, none of
    /// their blocks was given back, and neither has the key.
    @Test func theFilesThatHadTheKeyAreOverwrittenInPlace() throws {
        let workplace = try Workplace()
        let script = """
            export KEYS=$PWD/keys KEPT=$PWD/kept
            \(Self.year)
            stat -c '%i %s' book.db.keys book.db.keys-journal > before
            sqlite3 book.db.keys "SELECT hex(key) FROM keys WHERE subject = 'member:M5'" >> keys
            minutebook personal-data erase member:M5 --reason x --yes --book book.db >/dev/null
            stat -c '%i %s' book.db.keys book.db.keys-journal > after
            """
        let result = try Program.shell(script, in: workplace.path)
        #expect(result.output == "3\n", "\(result.output)")
        func sizes(_ file: String) throws -> [[Int]] {
            try String(contentsOfFile: workplace.path + "/" + file, encoding: .utf8).split(separator: "\n")
                .map { $0.split(separator: " ").compactMap { Int($0) } }
        }
        let (before, after) = (try sizes("before"), try sizes("after"))
        try #require(before.count == 2 && after.count == 2)
        for (before, after) in zip(before, after) { #expect(before[0] == after[0] && before[1] <= after[1]) }
        let keys = try Self.keys(workplace.path + "/keys", count: 4)
        for file in ["book.db.keys", "book.db.keys-journal", "book.db"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: workplace.path + "/" + file))
            for key in keys { #expect(bytes.range(of: key) == nil, "\(file)") }
        }
    }

    /// An old key file that is put back is said to be one, gets into no copy, and is cleaned by the next command that works
    /// with what the book says; where it cannot be written, that is said.
    @Test func anOldKeyFileIsNoticedAndNotCopied() throws {
        let workplace = try Workplace()
        let prepare = """
            minutebook demo . --only P6 --seeds $SEEDS >/dev/null && minutebook backup --keys old --book P6.db >/dev/null
            minutebook personal-data erase member:M07 --reason x --yes --book P6.db >/dev/null
            cp old.keys P6.db.keys; has() { sqlite3 $1 "SELECT count(*) FROM keys WHERE subject = 'member:M07'"; }
            """
        func run(_ script: String) throws -> (status: Int32, lines: [String]) {
            let result = try Program.shell(prepare + "\n" + script, in: workplace.path)
            for file in try FileManager.default.contentsOfDirectory(atPath: workplace.path) {
                try FileManager.default.removeItem(atPath: workplace.path + "/" + file)
            }
            return (result.status, result.output.split(separator: "\n").map(String.init))
        }
        let verified = try run("minutebook log verify --book P6.db")
        #expect(verified.status == 65)
        #expect(verified.lines.first == "the key file still has keys of erased persons, so their sealed content can be read: member:M07.")
        #expect(try run("minutebook backup --keys new --book P6.db >/dev/null; has new.keys; has P6.db.keys").lines == ["0", "0"])
        // What only hands entries on destroys the old key all the same; a copy made meanwhile has none.
        for command in ["log tail", "log tail --json", "log show 1 --json", "log export", "log checkpoint", "log checkpoint --list", "backup b.db", "backup --keys new"] {
            #expect(try run("minutebook \(command) --book P6.db >/dev/null && has P6.db.keys && ls *.db").lines.first == "0", "\(command)")
        }
        // A book that cannot be read through is shown all the same.
        let damage = "DROP TRIGGER IF EXISTS entries_are_never_updated; UPDATE entries SET bytes = x'00' WHERE position = 3"
        #expect(try run("sqlite3 P6.db \"\(damage)\" 2>/dev/null; minutebook log tail -n 2 --book P6.db | wc -l").lines == ["2"])
        // Restoring does not bring the old key back, whichever is older.
        #expect(
            try run("minutebook backup b.db --book P6.db >/dev/null; minutebook restore b.db r.db --keys old >/dev/null; has r.db.keys")
                .lines == ["0"])
        #expect(try run("minutebook member list --book P6.db >/dev/null; has P6.db.keys; minutebook log verify --book P6.db | head -1").lines == ["0", "All 416 entries are sound."])
    }

    @Test(.enabled(if: canMount)) func aKeyThatCannotBeDestroyedIsSaid() throws {
        let workplace = try Workplace()
        let script = """
            mkdir disk && mount -t tmpfs -o size=16m tmpfs disk && minutebook demo disk --only P6 --seeds $SEEDS >/dev/null
            cd disk && minutebook backup --keys old --book P6.db >/dev/null
            minutebook personal-data erase member:M07 --reason x --yes --book P6.db >/dev/null
            cp old.keys P6.db.keys && cd .. && mount -o remount,ro disk
            minutebook status --book disk/P6.db 2>&1 >/dev/null; echo "status $?"
            minutebook backup --keys copy --book disk/P6.db >/dev/null 2>&1; sqlite3 copy.keys "SELECT count(*) FROM keys WHERE subject = 'member:M07'"
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let result = try Program.shell("unshare -m bash script", in: workplace.path)
        #expect(
            result.output.split(separator: "\n") == [
                "note: The key file cannot be written, so it still has the keys of erased persons: member:M07. Check permissions and the disk.",
                "status 0", "0",
            ], "\(result.output)")
    }

    @Test func keysThatAreMissingAreNoticed() throws {
        let workplace = try Workplace()
        let result = try Program.shell(
            """
            minutebook demo . --only P6 --seeds $SEEDS >/dev/null
            sqlite3 P6.db.keys "DELETE FROM keys WHERE subject IN ('member:M07', 'member:M08')"
            minutebook log verify --book P6.db | head -1; minutebook backup b.db --book P6.db >/dev/null
            rm P6.db.keys* && minutebook log verify --book P6.db | head -1
            """, in: workplace.path)
        #expect(
            result.output.split(separator: "\n") == [
                "keys of persons who were not erased are missing, so their sealed content cannot be read: member:M07, member:M08.",
                "All 415 entries are sound.",
            ], "\(result.output)")
    }

    private static func keys(_ file: String, count: Int) throws -> [Data] {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { Array($0) }
        try #require(lines.count == count)
        return lines.map { digits in
            Data(stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) })
        }
    }
}
