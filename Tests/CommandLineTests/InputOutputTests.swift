import Foundation
import Testing

/// What the system can refuse a program: each is an error with its status, and nothing that was acknowledged is lost.
@Suite("Streams and files that fail")
struct InputOutputTests {
    /// A shell line in a folder with the book `b.db`, the status it ends with, and what is said.
    private static let cases: [(line: String, status: Int32, said: String)] = [
        ("minutebook member list >/dev/full", 74, "error: The result cannot be printed: the disk is full."),
        ("minutebook member list --json >/dev/full", 74, "error: The result cannot be printed"),
        ("minutebook --help >/dev/full", 74, "error: The result cannot be printed"),
        ("minutebook member list >&-", 74, "error: The result cannot be printed: the output is closed."),
        ("minutebook log export >&-", 74, "error: The result cannot be printed: the output is closed."),
        ("minutebook visit record --to x >/dev/full", 74, "1 command is already recorded: do not record again"),
        (#"echo '{"command":"visit.record"}' | minutebook record >&-"#, 74, "1 command is already recorded: do not record again"),
        ("minutebook record - <&-", 66, "error: Standard input is closed"),
        ("minutebook record .", 66, "error: . is a folder."),
        ("minutebook plan check .", 66, "error: . is a folder."),
        ("minutebook attachment add . --to activity:A1", 66, "error: . is a folder."),
        ("minutebook status --book .", 66, "error: . is a folder."),
        ("minutebook log verify --checkpoint .", 66, "error: . is a folder."),
        ("minutebook record pipe", 66, "error: pipe is a pipe or a device"),
        ("minutebook plan adopt pipe", 66, "error: pipe is a pipe or a device"),
        ("minutebook attachment add pipe --to activity:A1", 66, "error: pipe is a pipe or a device"),
        ("minutebook status --book pipe", 66, "error: pipe is a pipe or a device"),
        ("minutebook log check pipe", 66, "error: pipe is a pipe or a device"),
        ("minutebook log compare pipe b.db", 66, "error: pipe is a pipe or a device"),
        ("cp b.db c.db && mkfifo c.db.keys && minutebook log compare c.db b.db", 66, "error: c.db.keys is a pipe or a device"),
        ("minutebook restore pipe new.db", 66, "error: pipe is a pipe or a device"),
        ("minutebook backup pipe", 66, "error: pipe is a pipe or a device"),
        ("minutebook log compare pipe b.db", 66, "error: pipe is a pipe or a device"),
        ("minutebook log compare b.db .", 66, "error: . is a folder."),
        ("minutebook log checkpoint -o note && minutebook log compare b.db <(cat note)", 0, "Equal"),
        ("minutebook backup --keys .", 66, "error: . is a folder."),
        ("minutebook backup --keys ''", 74, "cannot be written"),
        ("minutebook calendar --month 2026-05 -o month", 64, "--ics"),
        ("minutebook record /dev/zero", 66, "error: /dev/zero is a pipe or a device"),
        ("minutebook log check /dev/zero", 66, "error: /dev/zero is a pipe or a device"),
        ("minutebook status --book none.db 2>&-", 66, ""),
        ("minutebook status --wat 2>&-", 64, ""),
        ("minutebook status --book none.db 2>/dev/full", 66, ""),
        ("ulimit -n 10; minutebook log verify", 74, "error: Too few files may be open at once"),
        ("ulimit -n 16; minutebook member list", 74, "error: Too few files may be open at once"),
        ("ulimit -n 25; minutebook visit record --to x", 74, "error: Too few files may be open at once"),
        ("ulimit -f 2; minutebook visit record --to x", 74, "error: "),
        // There is no room for the index of the write-ahead log; reading goes on without.
        ("ulimit -f 1; minutebook log export -o export", 0, ""),
        ("ulimit -f 0; minutebook log export -o export", 74, "error: "),
        ("minutebook due --within 3000000000", 0, ""),
        // What streams are for.
        (#"echo '{"command":"visit.record"}' | minutebook record"#, 0, #""ok":true"#),
        (#"minutebook record <(echo '{"command":"visit.record"}')"#, 0, #""ok":true"#),
        (#"minutebook plan check <(cat "$SEEDS"/plans/P6.yaml)"#, 0, "P6 (2019)"),
        ("minutebook log compare <(minutebook log checkpoint) b.db", 0, "Equal"),
        ("minutebook member list | head -0", 0, ""),
    ]

    // By line: a test prints its arguments.
    @Test(arguments: cases.map(\.line))
    func ends(line: String) throws {
        let (_, status, said) = try #require(Self.cases.first { $0.line == line })
        let place = try Workplace()
        let made = try Program.shell("minutebook book open b.db --name x && mkfifo pipe", in: place.path)
        #expect(made.status == 0)
        let before = "export MINUTEBOOK_BOOK=b.db; "
        let result = try Program.shell(before + "timeout 20 bash -c '\(line.replacing("'", with: #"'\''"#))'", in: place.path)
        #expect(result.status == status && (said.isEmpty || result.output.contains(said)), "\(line): \(result.status) \(result.output)")
        let check = try Program.shell(before + "minutebook log verify && cat b.db-lock | wc -c", in: place.path)
        #expect(check.status == 0 && check.output.hasSuffix("\n0\n"), "\(check.output)")
    }

    /// Descriptors that were closed at the start are not taken by files of the book.
    @Test func whatIsPrintedIsNotWrittenIntoTheBook() throws {
        let place = try Workplace()
        let script = """
            minutebook book open b.db --name x >/dev/null; minutebook member join --name 张三丰 --from 2026-01-01 --book b.db >/dev/null
            for closed in '0<&-' '>&-' '2>&-' '0<&- >&-' '0<&- >&- 2>&-'; do
              bash -c "minutebook member list --book b.db $closed" >/dev/null 2>&1
              bash -c "minutebook member list --wrong --book b.db $closed" >/dev/null 2>&1
              # A result line for each group, while the book is open.
              for n in 1 2 3; do echo '{"command":"visit.record"}' 2>/dev/null; sleep 0.1; done | bash -c "minutebook record --book b.db ${closed#0<&-}" >/dev/null 2>&1
            done
            grep -l 张三丰 b.db*; wc -c < b.db-lock; minutebook log verify --book b.db
            """
        let result = try Program.shell(script, in: place.path)
        #expect(result.output.hasPrefix("0\nAll ") && result.output.contains("entries are sound."), "\(result.output)")
    }

    /// A group that fails says what was acknowledged before it; so does input that breaks off.
    @Test func whatStopsSaysWhatIsSafe() throws {
        let place = try Workplace()
        var lines = ""
        for _ in 0..<3_000 { lines += #"{"command":"visit.record"}"# + "\n" }
        try lines.write(toFile: place.path + "/lines", atomically: true, encoding: .utf8)
        let script = """
            minutebook book open b.db --name x >/dev/null
            (ulimit -f 600; minutebook record lines --book b.db > acks); echo "[$?]"; grep -c '"ok":true' acks; minutebook log export --book b.db | wc -l
            """
        let result = try Program.shell(script, in: place.path)
        let said = result.output.split(separator: "\n")
        #expect(said.count >= 4 && said.contains("[74]"), "\(result.output)")
        let (acknowledged, held) = (Int(said[said.count - 2]) ?? -1, Int(said[said.count - 1]) ?? -1)
        #expect(held == acknowledged + 1, "\(result.output)")
        if acknowledged > 0 {
            #expect(result.output.contains("\(acknowledged) commands were recorded safely (answered up to line \(acknowledged))."), "\(result.output)")
        }
    }

    /// A byte that was changed is damage of the book, and no fault of the program.
    @Test func aFlippedByteIsDamage() throws {
        let place = try Workplace()
        let script = """
            minutebook book open b.db --name x >/dev/null; minutebook member join --name y --from 2026-01-01 --book b.db >/dev/null
            minutebook visit record --to zzzz --book b.db >/dev/null; sqlite3 b.db 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null
            for change in "'\\"data\\"','\\"da~a\\"'" "'}','{'" "'visit.made','visit.mad~'" "':','~'" "'2026','20~6'"; do
              cp b.db c.db; cp b.db.keys c.db.keys; cp b.db.signing-key c.db.signing-key
              sqlite3 c.db "DROP TRIGGER entries_are_never_updated; UPDATE entries SET bytes = CAST(replace(bytes, $change) AS BLOB) WHERE position = 3"
              for command in 'member list' 'audit V1' 'log tail' 'log show 3' 'visit record --to a' 'backup d.db' 'log verify' 'status'; do
                minutebook $command --book c.db >out 2>&1; echo "$? $command $change $(grep -i internal out)"; rm -f d.db*
              done; rm c.db*
            done
            """
        let result = try Program.shell(script, in: place.path)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 40)
        for line in lines {
            #expect(["0 ", "1 ", "65 ", "66 "].contains { line.hasPrefix($0) } && !line.lowercased().contains("internal"), "\(line)")
        }
        #expect(lines.count { $0.hasPrefix("65 ") } > 20, "\(result.output)")
    }
}
