import CanonicalJSON
import Foundation
import Testing

/// Whatever is typed in the place of a number, a date or a text: the program ends with a status that it documents.
@Suite("Extreme values")
struct ExtremeValueTests {
    private static let documented: Set<Int32> = [0, 1, 64, 65, 66, 74]

    private static let values = [
        "-9223372036854775808", "9223372036854775807", "\u{200B}", "0", "9007199254740993", "9999-12-31", "-1", "99999999999999999999",
    ]

    /// Every option and every argument of every command, in the command that its help gives as an example; each gets one of
    /// the values, and another in the other round.
    @Test(arguments: [0, 3]) func noOptionEndsTheProgram(round: Int) throws {
        var count = round
        func nextValue() -> String {
            count += 1
            return Self.values[count % Self.values.count]
        }
        let place = try Workplace()
        let made = try Program.shell("minutebook demo . --only P6 --seeds $SEEDS && ln -s $SEEDS seeds && ln -s $SEEDS/../Schemas Schemas", in: place.path)
        #expect(made.status == 0)
        let commands = try Self.examples()
        #expect(commands.count > 90)
        var lines: [String] = []
        for (words, options, arguments) in commands {
            lines += options.map { option in
                // What is given twice is read once: the last.
                (words + ["\(option)=\(nextValue())"]).map(Self.quoted).joined(separator: " ")
            }
            lines += arguments.map { index in
                var words = words
                if index < words.count { words[index] = nextValue() } else { words.append(nextValue()) }
                return words.map(Self.quoted).joined(separator: " ")
            }
        }
        #expect(lines.count > 300)
        let script = lines.map { "timeout 60 minutebook \($0) </dev/null >out 2>&1; echo \"$? \"\(Self.quoted($0))" }
        try script.joined(separator: "\n").write(toFile: place.path + "/script", atomically: true, encoding: .utf8)
        let result = try Program.shell("MINUTEBOOK_BOOK=P6.db bash script", in: place.path)
        let ended = result.output.split(separator: "\n")
        #expect(ended.count >= lines.count)
        for line in ended {
            guard let status = line.split(separator: " ").first.flatMap({ Int32($0) }) else { continue }
            #expect(Self.documented.contains(status), "\(line)")
        }
        // Whatever was recorded on the way can be read.
        try Self.checkViews(of: "P6.db", in: place)
    }

    /// Every field of every command of a year, one after the other.
    @Test func noFieldEndsTheProgram() throws {
        let place = try Workplace()
        let made = try Program.shell("minutebook demo . --only P6 --seeds $SEEDS && ln -s $SEEDS seeds && ln -s $SEEDS/../Schemas Schemas", in: place.path)
        #expect(made.status == 0)
        let values: [JSONValue] = [
            .integer(0), .integer(-1), .integer(1 << 53), .integer(-(1 << 53)), .string("9999-12-31"), .string("0001-01-01"), .string("9999-12-31T23:59:59-18:00"),
            .string(""), .string("\u{202E}"), .string(String(repeating: "字", count: 4_000)), [], .object(JSONObject()), .null, true,
        ]
        // Past what the writer of canonical JSON writes, as it may come.
        let raw = ["9223372036854775807", "-9223372036854775808", "9007199254740993", "1e300", "0.5"]
        var lines: [String] = []
        for command in try Self.oneOfEachKind() {
            for member in command.members where member.key != "command" && member.key != "id" {
                for value in values {
                    var changed = command
                    changed["id"] = nil
                    changed[member.key] = value
                    lines.append(String(decoding: JSONValue.object(changed).canonicalBytes, as: UTF8.self))
                }
                for number in raw {
                    var changed = command
                    changed["id"] = nil
                    changed[member.key] = "§"
                    lines.append(String(decoding: JSONValue.object(changed).canonicalBytes, as: UTF8.self).replacing(#""§""#, with: number))
                }
            }
        }
        #expect(lines.count > 3_000)
        try (lines.joined(separator: "\n") + "\n").write(toFile: place.path + "/lines", atomically: true, encoding: .utf8)
        let result = try Program.shell("minutebook record lines --book P6.db > answers; echo $?; wc -l < answers", in: place.path)
        #expect(result.output == "65\n\(lines.count)\n", "\(result.output)")
        try Self.checkViews(of: "P6.db", in: place)
    }

    /// Every value in a plan's file, one after the other.
    @Test func noPlanEndsTheProgram() throws {
        let place = try Workplace()
        let made = try Program.shell("minutebook demo . --only P6 --seeds $SEEDS", in: place.path)
        #expect(made.status == 0)
        let plan = try String(contentsOfFile: Program.repository + "/seeds/plans/P6.yaml", encoding: .utf8)
        let values = Self.values + ["1000000", "9999999999.99", "1000%", "12 months", "9999", "\"\u{9B}\""]
        var script = ""
        for (number, value) in plan.matches(of: /: ([^\s,{}\[\]#][^,}\]\n#]*)/).map(\.output.1).enumerated() {
            let text = plan[..<value.startIndex] + values[number % values.count] + plan[value.endIndex...]
            try String(text).write(toFile: place.path + "/\(number).yaml", atomically: true, encoding: .utf8)
            for command in ["plan check \(number).yaml", "plan try \(number).yaml --book P6.db"] {
                script += "timeout 60 minutebook \(command) >out 2>&1; echo \"$? \(value.replacing("\"", with: "")) → \(number % values.count)\"\n"
            }
        }
        let ended = try Program.shell(script, in: place.path).output.split(separator: "\n")
        #expect(ended.count > 150)
        for line in ended {
            #expect(line.split(separator: " ").first.flatMap { Int32($0) }.map(Self.documented.contains) ?? false, "\(line)")
        }
    }

    /// Numbers of targets that lie as far apart as they can.
    @Test func targetsMayBeCalledAnything() throws {
        let place = try Workplace()
        let plan = "plan: T\ntitle: 试\nyear: 2026\ntargets:\n"
            + ["1", "9223372036854775807", "-9223372036854775808"].map { "  - {id: \"\($0)\", title: 甲, require: [{visits: any, at-least: 1}]}\n" }.joined()
        try plan.write(toFile: place.path + "/plan.yaml", atomically: true, encoding: .utf8)
        let result = try Program.shell("timeout 20 minutebook plan check plan.yaml", in: place.path)
        #expect(result.status == 0 || result.status == 65, "\(result.status) \(result.output)")
    }

    /// Money beyond what 64 bits hold: added up, divided, and scored.
    @Test func sumsDoNotEndTheProgram() throws {
        let place = try Workplace()
        var lines = [#"{"command":"member.join","member":"M1","name":"甲","from":"2026-01-01"}"#]
        for number in 0..<400 {
            let kind = ["money", "goods", "brought-in"][number % 3]
            let amount = kind == "goods" ? #""value":100000000000000,"goods":"x""# : #""amount":100000000000000"#
            lines.append(#"{"command":"donation.receive","kind":"\#(kind)",\#(amount),"purpose":"扶贫","member":"M1","occurred":"2026-03-01"}"#)
        }
        for number in 0..<1_100 {
            lines.append(#"{"command":"activity.schedule","activity":"A\#(number)","kind":"study","title":"x","on":"2026-03-01","occurred":"2026-03-01"}"#)
            lines.append(
                #"{"command":"activity.close","activity":"A\#(number)","participants":9007199254740992,"outcomes":[{"kind":"suggestion","count":9007199254740992}],"occurred":"2026-03-02"}"#)
        }
        try (lines.joined(separator: "\n") + "\n").write(toFile: place.path + "/lines", atomically: true, encoding: .utf8)
        let plan = """
            plan: T
            title: 试
            year: 2026
            targets:
              - id: a
                title: 甲
                points: 9999999999.99
                score: pro-rata
                require:
                  - {average: donations, at-least: 9999999999.99 元}
                  - {average: donations, at-least: 0.01 元}
              - id: b
                title: 乙
                points: 9999999999.99
                score: {each: 9999999999.99, times: 1000000}
                acts: {donations: any}
              - id: c
                title: 丙
                points: 9999999999.99
                score: {each: 9999999999.99}
                acts: {activities: any}
                require: [{activities: any, at-least: 1000000}]
              - id: d
                title: 丁
                points: 9999999999.99
                score: pro-rata
                require: [{spent: brought-in, at-least: 1000%}]
            """
        try plan.write(toFile: place.path + "/plan.yaml", atomically: true, encoding: .utf8)
        let script = """
            minutebook book open b.db --name x >/dev/null; minutebook record lines --book b.db | grep -c '"ok":true'
            minutebook plan adopt plan.yaml --book b.db; echo "[$?]"
            """
        let result = try Program.shell(script, in: place.path)
        #expect(result.output.hasPrefix("2601\n"), "\(result.output)")
        #expect(result.output.hasSuffix("[0]\n"), "\(result.output)")
        try Self.checkViews(of: "b.db", in: place, year: 2026)
    }

    // MARK: - What is tried

    private static func checkViews(of book: String, in place: Workplace, year: Int = 2019) throws {
        let views = [
            "status", "status --json", "status --members", "calendar --ics", "calendar --month 9999-12", "due --all", "due --all --json", "member list",
            "activity list", "proposal list", "attendance register", "fund list", "report annual --year \(year)", "report annual --year \(year) --json",
            "report annual --year \(year) --format html", "report annual --year 9999", "report annual --year 1", "visit due --months 120", "explain a",
            "member file M1", "member file M07", "diff --from 0", "diff --from 9223372036854775807", "status --at 9223372036854775807", "audit member:M1",
            "log verify", "log tail -n 9223372036854775807", "status --as-of 9999-12-31", "status --as-of 0001-01-01", "status --known-at 9999-12-31",
        ]
        let script = views.map { "timeout 100 minutebook \($0) --book \(book) >out 2>&1; echo \"$? \($0)\"" }.joined(separator: "\n")
        for line in try Program.shell(script, in: place.path).output.split(separator: "\n") {
            #expect(line.split(separator: " ").first.flatMap { Int32($0) }.map(documented.contains) ?? false, "\(line)")
        }
    }

    private static func quoted(_ word: String) -> String { "'" + word.replacing("'", with: #"'\''"#) + "'" }

    /// The words of each command's example, the options it has, and where its arguments are.
    private static func examples() throws -> [(words: [String], options: [String], arguments: [Int])] {
        let help = try Program.shell("minutebook --experimental-dump-help", in: "/tmp").output
        let root = try #require(try Array(help.utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
        var found: [(words: [String], options: [String], arguments: [Int])] = []
        func walk(_ command: JSONObject, _ path: [String]) {
            let subcommands = command["subcommands"]?.arrayValue ?? []
            for next in subcommands.compactMap(\.objectValue) { walk(next, path + [next["commandName"]?.stringValue ?? ""]) }
            // A demo takes long; the book of the others is the demo's.
            guard subcommands.isEmpty, path.first != "demo", path.first != "help" else { return }
            let example = (command["discussion"]?.stringValue ?? "").split(separator: "\n").compactMap { line in
                line.firstMatch(of: /EXAMPLE: minutebook ([^|>]*?)(?:, minutebook.*| [|>].*)?$/).map { String($0.1) }
            }.first
            guard let example else { return }
            let words = example.split(separator: " ").map { String($0).replacing("'", with: "") }
            var (options, arguments): ([String], [Int]) = ([], [])
            for argument in (command["arguments"]?.arrayValue ?? []).compactMap(\.objectValue) {
                switch argument["kind"]?.stringValue {
                case "positional": arguments.append(path.count + arguments.count)
                case "option":
                    let names = (argument["names"]?.arrayValue ?? []).compactMap(\.objectValue)
                    guard let name = names.first(where: { $0["kind"] == "long" })?["name"]?.stringValue, name != "book", name != "lang" else { continue }
                    let isOfAll = ["occurred", "reason", "by", "command-id"].contains(name) && path != ["visit", "record"]
                    if !isOfAll { options.append("--" + name) }
                default: break
                }
            }
            found.append((words, options, arguments))
        }
        walk(try #require(root["command"]?.objectValue), [])
        return found
    }

    /// The first command of each kind in the seeds and in the gallery of rejections.
    private static func oneOfEachKind() throws -> [JSONObject] {
        var found: [String: JSONObject] = [:]
        func add(_ value: JSONValue?) {
            guard let object = value?.objectValue else { return }
            if let name = object["command"]?.stringValue { found[name] = found[name] ?? object }
            add(object["command"])
            for list in ["before", "setup"] {
                for line in object[list]?.arrayValue ?? [] {
                    add(line.stringValue.flatMap { text in try? Array(text.utf8).withUnsafeBytes { try JSONParser.parse($0) } } ?? line)
                }
            }
        }
        let files = (1...8).map { Program.repository + "/seeds/years/P\($0).ndjson" } + [1, 6].map { Program.repository + "/seeds/rosters/P\($0).ndjson" }
            + [Program.repository + "/Tests/CommandLineTests/Gallery/rejections.ndjson"]
        for file in files where FileManager.default.fileExists(atPath: file) {
            for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
                add(try Array(line.utf8).withUnsafeBytes { try JSONParser.parse($0) })
            }
        }
        #expect(found.count > 50)
        return found.sorted { $0.key < $1.key }.map(\.value)
    }
}
