import Foundation
import Testing

/// Real file systems, made for the test: a full one, and one that cannot be written. They need the right to mount in a
/// namespace of their own; where the machine denies it, the tests say so instead of passing.
@Suite("Disks that are full or read-only")
struct FullDiskTests {
    private static let canMount = (try? Program.shell("unshare -rm mount -t tmpfs tmpfs /mnt", in: "/tmp").status) == 0

    @Test(.enabled(if: canMount)) func aFullDiskLosesNothing() throws {
        let workplace = try Workplace()
        var lines = ""
        for number in 0..<4_000 { lines += #"{"command":"visit.record","area":"\#(number) \#(String(repeating: "户", count: 300))"}"# + "\n" }
        try lines.write(toFile: workplace.path + "/many.ndjson", atomically: true, encoding: .utf8)
        let script = """
            mkdir small && mount -t tmpfs -o size=2m tmpfs small && cd small
            minutebook book open book.db --name 测试 >/dev/null
            minutebook record ../many.ndjson --book book.db > ../acks; echo "status $?"
            minutebook log verify --book book.db; minutebook log export --book book.db -o ../export; wc -l < ../export
            grep -c '"ok":true' ../acks
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let result = try Program.shell("unshare -rm bash script", in: workplace.path)
        let output = result.output.split(separator: "\n").map(String.init)
        #expect(output.contains { $0.hasPrefix("error: The disk of book.db is full, so nothing was recorded there.") }, "\(result.output)")
        #expect(output.contains("status 74"))
        #expect(output.contains { $0.hasSuffix("entries are sound.") })
        let counts = output.suffix(2).compactMap { Int($0) }
        // The opening, and every acknowledged command: no more, no less.
        #expect(counts.count == 2 && counts[0] == counts[1] + 1 && counts[1] > 0, "\(result.output)")
        // What is safe is said, and where to go on.
        let said = "\(counts.last ?? 0) commands were recorded safely (answered up to line \(counts.last ?? 0)). Continue from line"
        #expect(result.output.contains(said), "\(result.output)")
    }

    /// Nothing can be signed any more, and yet all is read and copied to another disk.
    @Test(.enabled(if: canMount)) func aFullDiskIsCopiedToAnother() throws {
        let workplace = try Workplace()
        let script = """
            mkdir small && mount -t tmpfs -o size=3m tmpfs small
            minutebook demo small --only P6 --seeds $SEEDS >/dev/null
            head -c 4000000 /dev/zero > small/rest 2>/dev/null
            minutebook log verify --book small/P6.db | head -1; minutebook log export --book small/P6.db -o export; wc -l < export
            minutebook backup copy.db --book small/P6.db; echo "status $?"; minutebook log verify --book copy.db | head -1
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let output = try Program.shell("unshare -rm bash script", in: workplace.path).output
        #expect(output.hasPrefix("All 415 entries are sound.\n415\n"), "\(output)")
        #expect(output.hasSuffix("status 0\nAll 415 entries are sound.\n") && output.contains("copy.db: 415 entries"), "\(output)")
    }

    /// What has to be written to the book first is said to be missing, and which disk it is that is full.
    @Test(.enabled(if: canMount)) func reportsOfAFullDiskGoToAnother() throws {
        let workplace = try Workplace()
        let script = """
            mkdir small && mount -t tmpfs -o size=3m tmpfs small
            minutebook demo small --only P6 --seeds $SEEDS >/dev/null
            fill() { head -c 4000000 /dev/zero > small/rest 2>/dev/null; }
            fill; minutebook archive none --schemas $SEEDS/../Schemas --book small/P6.db; echo "status $?"
            minutebook report annual --year 2019 -o named --book small/P6.db; echo "status $?"
            rm small/rest; minutebook log checkpoint --book small/P6.db >/dev/null; fill
            minutebook report annual --year 2019 --no-names -o unnamed --book small/P6.db; echo "status $?"
            minutebook archive whole --schemas $SEEDS/../Schemas --book small/P6.db; echo "status $?"
            ls -d none named unnamed whole 2>/dev/null; minutebook report annual --year 2019 -o small/out --book small/P6.db 2>&1 | tail -1
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let output = try Program.shell("unshare -rm bash script", in: workplace.path).output
        func full(_ file: String) -> String { "The disk of small/\(file) is full, so nothing was recorded there. Free some space and try again." }
        #expect(
            output.split(separator: "\n").map(String.init) == [
                "error: Before an archive is made, a new checkpoint is stored in the book. That failed, so nothing was archived: \(full("P6.db"))",
                "status 74", "note: The report has no checkpoint: \(full("P6.db"))",
                "note: Reading names has to be recorded, and cannot be now, so they are withheld: \(full("P6.db.readings"))", "status 0",
                // There is a checkpoint by now.
                "status 0", "whole: 415 entries; check it with sha256sum --check SHA256SUMS.", "status 0", "named", "unnamed", "whole",
                "error: small/out cannot be written and was not changed: the disk is full. Free some space.",
            ])
    }

    @Test(.enabled(if: canMount)) func aReadOnlyDiskIsReadAndNotWritten() throws {
        let workplace = try Workplace()
        let script = """
            mkdir disk && mount -t tmpfs -o size=8m tmpfs disk
            minutebook demo disk --only P6 --seeds $SEEDS >/dev/null
            mount -o remount,ro disk
            minutebook status --book disk/P6.db | grep ' total'
            echo '{"command":"visit.record"}' | minutebook record --book disk/P6.db; echo "status $?"
            minutebook book open disk/new.db --name x; echo "status $?"
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let result = try Program.shell("unshare -rm bash script", in: workplace.path)
        #expect(
            result.output == """
                              total                                        66.92  90
                error: disk/P6.db is in a read-only place. Check permissions and the disk.
                status 74
                error: disk/new.db is in a read-only place. Check permissions and the disk.
                status 74

                """)
    }

    /// A writer died, its write-ahead log is not folded in, and the disk has no room for that log's index. What is on
    /// record can be checked, taken out and carried away all the same.
    @Test(.enabled(if: canMount)) func aFullDiskIsRead() throws {
        let workplace = try Workplace()
        let script = """
            mkdir small && mount -t tmpfs -o size=1m tmpfs small && cd small
            minutebook book open book.db --name 测试 >/dev/null
            (echo '{"command":"visit.record"}'; sleep 1) | minutebook record - --book book.db > ../acks & sleep 0.5
            pkill -KILL -P $$ -f "record -"; wait
            test -s book.db-wal && rm book.db-shm
            dd if=/dev/zero of=filler bs=4k 2>/dev/null
            minutebook log verify --book book.db; minutebook log export --book book.db -o ../export; wc -l < ../export
            minutebook backup ../copy.db --book book.db; minutebook log verify --book ../copy.db
            minutebook visit record --book book.db; echo "status $?"
            """
        try script.write(toFile: workplace.path + "/script", atomically: true, encoding: .utf8)
        let output = try Program.shell("unshare -rm bash script", in: workplace.path).output.split(separator: "\n").map(String.init)
        #expect(output.contains("All 2 entries are sound."), "\(output)")
        #expect(output.contains("2"), "\(output)")
        #expect(output.contains("../copy.db: 2 entries, 2 of them new; 0 new attachments; checked."), "\(output)")
        #expect(output.count { $0 == "All 2 entries are sound." } == 2, "\(output)")
        #expect(output.contains { $0.hasPrefix("error: The disk of book.db is full") } && output.last == "status 74", "\(output)")
    }
}
