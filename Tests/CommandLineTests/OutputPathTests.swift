import CanonicalJSON
import Foundation
import Testing

/// No output is a book, or belongs to one: whatever writes a file, whatever name leads there.
@Suite("What is written never replaces a book")
struct OutputPathTests {
    /// Every command that takes an output path. `OUT` is where it is to write.
    private static let commands = [
        "calendar --ics -o OUT", "report annual --year 2019 -o OUT", "report bulletin --plan Z --period 2018Q2 -o OUT",
        "member file M07 -o OUT", "activity sheet S1 -o OUT", "minutes make S1 -o OUT",
        "attendance receipt S1 M07 -o OUT", "proposal receipt P1 -o OUT", "donation receipt D1 -o OUT", "attachment save $(cat hash) -o OUT",
        "personal-data copy member:M07 -o OUT", "log export -o OUT", "log checkpoint -o OUT", "log prove 17 -o OUT",
        "log compare P6.db other.db -o OUT", "backup OUT",
    ] + ofPages

    /// Of what is there with the pages alone.
    #if Web
        private static let ofPages = ["help-book -o OUT"]
    #else
        private static let ofPages: [String] = []
    #endif

    private func books() throws -> Workplace {
        let place = try Workplace()
        let made = try Program.shell(
            """
            minutebook demo . --only P6 --seeds $SEEDS >/dev/null && echo minutes > minutes && \
            printf 'plan: Z\\ntitle: Z\\nyear: 2018\\ntargets:\\n  - {id: 1, title: x, for: member, score: by-hand}\\n' > Z.yaml && \
            minutebook plan adopt Z.yaml --occurred 2018-01-01 --book P6.db >/dev/null && \
            minutebook attachment add minutes --to activity:S1 --book P6.db > hash && \
            minutebook book open other.db --name x >/dev/null && minutebook member join --name y --from 2026-01-01 --book other.db >/dev/null && \
            minutebook member list --book other.db >/dev/null && minutebook log checkpoint --book other.db > note && \
            ln -s P6.db link.db && ln P6.db-lock hard-lock && ln -s . folder
            """, in: place.path)
        #expect(made.status == 0, "\(made.output)")
        return place
    }

    /// A new command with an output is in the list above, or this fails.
    @Test func everyOutputIsTried() throws {
        let help = try Program.shell("minutebook --experimental-dump-help", in: "/tmp").output
        let root = try #require(try Array(help.utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
        var found: [String] = []
        func walk(_ command: JSONObject, _ path: [String]) {
            for next in command["subcommands"]?.arrayValue ?? [] {
                guard let next = next.objectValue, let name = next["commandName"]?.stringValue else { continue }
                walk(next, path + [name])
            }
            let hasOutput = (command["arguments"]?.arrayValue ?? []).contains { $0.objectValue?["valueName"] == "output" }
            if hasOutput { found.append(path.joined(separator: " ")) }
        }
        walk(try #require(root["command"]?.objectValue), [])
        #expect(found.count >= 12)
        for command in found { #expect(Self.commands.contains { $0.hasPrefix(command + " ") }, "\(command)") }
    }

    @Test(arguments: commands.indices)
    func isRefused(index: Int) throws {
        let place = try books()
        let own = ["P6.db", "P6.db.keys", "P6.db.signing-key", "P6.db.readings", "P6.db-wal", "P6.db-shm", "P6.db-lock", "P6.db.keys-journal"]
        let linked = ["link.db", "hard-lock", "folder/P6.db", "folder/P6.db.keys", "./P6.db"]
        let others = ["other.db.keys", "other.db.signing-key", "other.db.readings", "other.db-wal", "other.db-lock"]
        let isBackup = Self.commands[index].hasPrefix("backup")
        for path in own + linked + others + (isBackup ? [] : ["other.db"]) {
            let line = "minutebook \(Self.commands[index]) --book P6.db".replacing("OUT", with: path)
            let result = try Program.shell(line, in: place.path)
            // A key file is no copy of a book: there, a backup says so.
            let statuses: [Int32] = isBackup ? [1, 65] : [1]
            #expect(statuses.contains(result.status) && result.output.hasPrefix("error: "), "\(line): \(result.status) \(result.output)")
        }
        let after = try Program.shell(
            """
            minutebook log verify --book P6.db && minutebook member list --book P6.db && minutebook log verify --book other.db && \
            minutebook member list --book other.db && minutebook log checkpoint --book other.db && ls | grep -c part
            """, in: place.path)
        #expect(after.output.contains("All 417 entries are sound.") && after.output.contains("All 2 entries are sound."), "\(after.output)")
        #expect(after.output.contains("\nM1  y ") && after.output.hasSuffix("\n0\n"), "\(after.output)")
    }

    /// Folders that are written to may hold books as well.
    @Test func foldersAreNoWayAround() throws {
        let place = try books()
        let script = """
            mkdir tiles && cp other.db tiles/checkpoint && minutebook log tiles tiles --book P6.db; echo "[$?]"
            cmp other.db tiles/checkpoint && mkdir kept.part && echo mine > kept.part/file
            minutebook archive kept --schemas $SEEDS/../Schemas --book P6.db; echo "[$?]"; cat kept.part/file
            minutebook book open P6.db-wal --name x; echo "[$?]"; minutebook restore other.db P6.db-journal; echo "[$?]"
            """
        let result = try Program.shell(script, in: place.path)
        #expect(
            result.output.matches(of: /\[1\]/).count == 4 && result.output.contains("\nmine\n") && !result.output.contains("differ"), "\(result.output)")
    }

    /// A folder with the name of a journal would keep the book from being opened.
    @Test(arguments: ["other.db-journal", "other.db-wal/", "folder/other.db-journal/below", "other.db.keys-wal", "P6.db-journal", "link.db-journal", ""])
    func noFolderIsMadeInTheBooksWay(path: String) throws {
        let place = try books()
        let script = """
            before=$(ls -d */); minutebook log tiles '\(path)' --book P6.db; echo "[$?]"
            minutebook archive '\(path)' --schemas $SEEDS/../Schemas --book P6.db; echo "[$?]"
            [ "$before" = "$(ls -d */)" ] && minutebook member list --book other.db >/dev/null && echo opens
            """
        let lines = try Program.shell(script, in: place.path).output.split(separator: "\n").filter { !$0.hasPrefix("error: ") }
        let status = path.isEmpty ? "[74]" : "[1]"
        #expect(lines == [status[...], status[...], "opens"], "\(path): \(lines)")
    }

    /// A demo goes into a book of its own.
    @Test func aDemoFillsNobodysBook() throws {
        let place = try Workplace()
        let script = """
            mkdir own && minutebook book open own/P6.db --name 自己的簿 >/dev/null && minutebook demo own --only P6 --seeds $SEEDS; echo "[$?]"
            minutebook log export --book own/P6.db | wc -l; mkfifo P6.db; timeout 20 minutebook demo . --only P6 --seeds $SEEDS; echo "[$?]"
            """
        let result = try Program.shell(script, in: place.path)
        #expect(result.output.split(separator: "\n").filter { !$0.hasPrefix("error: ") } == ["[1]", "1", "[66]"], "\(result.output)")
    }

    /// What cannot be written to its end leaves what was there, and so does a kill half-way.
    @Test func anOutputIsThereWholeOrAsItWas() throws {
        let place = try books()
        let script = """
            echo before > report && chmod 640 report && ln -s report linked
            (ulimit -f 8; minutebook report annual --year 2019 --book P6.db --at 400 -o report 2>/dev/null; \
            minutebook log export --book P6.db -o report); echo "[$?]"; cat report; ls | grep -c part
            minutebook log export --book P6.db -o linked && wc -l < report && stat -c %a report && readlink linked
            minutebook log export --book P6.db -o >(wc -l > piped); sleep 0.3; cat piped; minutebook log export --book P6.db -o /dev/full; echo "[$?]"
            minutebook log export --book P6.db -o none/report; echo "[$?]"; minutebook log export --book P6.db -o folder; echo "[$?]"
            """
        let result = try Program.shell(script, in: place.path)
        let lines = result.output.split(separator: "\n").filter { !$0.hasPrefix("error: ") }
        #expect(lines == ["[74]", "before", "0", "417", "640", "report", "417", "[74]", "[74]", "[74]"], "\(result.output)")
    }
}
