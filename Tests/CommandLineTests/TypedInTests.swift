import CanonicalJSON
import Foundation
import Testing

/// What is typed at the command line: amounts and dates as an office writes them, in options and in what a correction sets.
@Suite("Typed in")
struct TypedInTests {
    /// A book with a member, and money for a purpose.
    private static func book() throws -> Workplace {
        let workplace = try Workplace()
        try run(
            """
            minutebook book open b.db --name 某街道 && minutebook member join --book b.db --name 张三 --from 2026.1.1 --birthday 3月12日 \
            --occurred 2026/1/4 && minutebook donation receive --book b.db --kind brought-in --amount 100万元 --purpose 送戏下村 --occurred 2026.2.1
            """, in: workplace)
        return workplace
    }

    private static func run(_ line: String, in workplace: Workplace) throws {
        let result = try Program.shell(line, in: workplace.path)
        #expect(result.status == 0, "\(line): \(result.output)")
    }

    /// The payload of the last entry.
    private static func last(in workplace: Workplace) throws -> JSONObject {
        let line = try Program.shell("minutebook log export --book b.db | tail -1", in: workplace.path).output
        let entry = try #require(try Array(line.utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
        return try #require(entry["data"]?.objectValue)
    }

    @Test func amountsOfOptions() throws {
        let workplace = try Self.book()
        let written: [(String, Int64)] = [
            ("1500", 150_000), ("1,500", 150_000), ("1，500", 150_000), ("1500.50", 150_050), ("500元", 50_000), ("1.5万", 1_500_000), ("'1.5 万元'", 1_500_000),
            ("￥1,500", 150_000), ("１５００", 150_000),
        ]
        for (text, fen) in written {
            try Self.run("minutebook donation receive --book b.db --kind money --amount \(text) --occurred 2026-03-01", in: workplace)
            #expect(try Self.last(in: workplace)["amount"] == .integer(fen), "\(text)")
            try Self.run("minutebook donation receive --book b.db --kind goods --goods 米 --value \(text) --occurred 2026-03-01", in: workplace)
            #expect(try Self.last(in: workplace)["value"] == .integer(fen), "\(text)")
            try Self.run("minutebook fund spend --book b.db --purpose 送戏下村 --amount \(text) --occurred 2026-03-01", in: workplace)
            #expect(try Self.last(in: workplace)["amount"] == .integer(fen), "\(text)")
        }
    }

    @Test(arguments: [
        ("1,50", "could mean two amounts", "可能有两种意思"), ("1.500,00", "could mean two amounts", "可能有两种意思"), ("1500.505", "too many decimals", "小数太多"),
        ("=-5", "is negative", "负数"), ("0", "is 0", "大于 0"), ("10001亿", "too large", "太大"), ("五百", "not an amount", "不是金额"),
    ])
    func amountsThatAreRefused(text: String, english: String, chinese: String) throws {
        let workplace = try Self.book()
        let value = text.hasPrefix("=") ? text : " " + text
        let before = try Self.last(in: workplace)
        for (language, words) in [("en", english), ("zh", chinese)] {
            let result = try Program.shell(
                "minutebook donation receive --book b.db --kind money --amount\(value) --lang \(language)", in: workplace.path)
            #expect(result.status == 64 && result.output.contains(words), "\(result.output)")
        }
        #expect(try Self.last(in: workplace) == before)
    }

    /// Entry 3 is the donation, entry 2 the member, entry 4 an activity.
    @Test func whatACorrectionSets() throws {
        let workplace = try Self.book()
        try Self.run("minutebook activity schedule --book b.db --kind plenary --title 全会 --on 2026.3.10-12 --half-days 6 --occurred 2026.3.1", in: workplace)
        let corrections: [(Int, String, String, JSONValue?)] = [
            (3, "--set amount=1.5万元", "amount", 1_500_000), (3, "--set amount=１，２００．５０", "amount", 120_050),
            (3, #"--set '{"amount":"1,300"}'"#, "amount", 130_000), (3, #"--set '{"amount":50000}'"#, "amount", 50_000),
            (3, "--set receipt=R12", "receipt", "R12"), (3, "--set receipt=", "receipt", nil),
            (3, "--set consent=true", "consent", true), (2, "--set from=2026.1.2", "from", "2026-01-02"),
            (2, "--set until=二〇三〇年十二月三十一日", "until", "2030-12-31"), (4, "--set on=2026年3月11日至13日", "on", "2026-03-11/2026-03-13"),
            (4, "--set 'on=2026.3.11 上午9时'", "on", "2026-03-11T09:00:00+08:00"), (4, "--set half-days=４", "halfDays", 4),
            (4, "--set invited=张三", "invited", ["M1"]), (4, "--set quantities=小时=2.5", "quantities", [["amount": 250, "of": "hour"]]),
        ]
        for (entry, set, field, value) in corrections {
            try Self.run("minutebook fact correct \(entry) --book b.db \(set) --reason 笔误", in: workplace)
            #expect(try Self.last(in: workplace)["data"]?.objectValue?[field] == value, "\(set)")
        }
        for (set, words) in [
            ("amount=1,50", "could mean two amounts"), ("amount", "field=value"), ("consent=maybe", "true or false"), ("until=2026.2.30", "2026-2-30"),
            ("nothing=1", "nothing"),
        ] {
            let result = try Program.shell("minutebook fact correct \(set.hasPrefix("until") ? 2 : 3) --book b.db --set \(set) --reason x", in: workplace.path)
            #expect(result.status != 0 && result.output.contains(words), "\(set): \(result.output)")
        }
    }

    /// Every command with an option for a day: what it does with 2026.3.12 is not to refuse it as no date, as it does with another text.
    @Test func everyOptionForADayReadsIt() throws {
        let workplace = try Self.book()
        // What is asked for by file is there.
        try "plan: X\ntitle: x\nyear: 2026\n".write(toFile: workplace.path + "/X", atomically: true, encoding: .utf8)
        let dump = try Program.shell("minutebook --experimental-dump-help", in: workplace.path).output
        let root = try #require(try Array(dump.utf8).withUnsafeBytes { try JSONParser.parse($0) }.objectValue)
        var calls: [(option: String, line: String)] = []
        func walk(_ command: JSONObject, _ path: String) {
            let arguments = (command["arguments"]?.arrayValue ?? []).compactMap(\.objectValue)
            for argument in arguments {
                guard let name = argument["preferredName"]?.objectValue?["name"]?.stringValue, Self.daysOfViews.contains(name) else { continue }
                let positional = arguments.filter { $0["kind"] == "positional" && $0["isOptional"] == false }.map { _ in "X" }
                let needed = arguments.filter { $0["kind"] == "option" && $0["isOptional"] == false && $0["defaultValue"] == nil }.compactMap {
                    $0["preferredName"]?.objectValue?["name"]?.stringValue.map { "--\($0) 1" }
                }
                calls.append((name, (["minutebook" + path] + positional + needed + ["--book b.db --\(name) "]).joined(separator: " ")))
            }
            for next in (command["subcommands"]?.arrayValue ?? []).compactMap(\.objectValue) {
                guard let name = next["commandName"]?.stringValue, name != "help" else { continue }
                walk(next, path + " " + name)
            }
        }
        walk(try #require(root["command"]?.objectValue), "")
        #expect(calls.count > 30)
        for (option, line) in calls {
            let refused = try Program.shell(line + "gestern", in: workplace.path)
            #expect(refused.status == 64 && refused.output.contains("'\(option)' is 'gestern'"), "\(line): \(refused.output)")
            for day in ["2026.3.12", "2026/3/12", "2026年3月12日", "２０２６．３．１２"] {
                let read = try Program.shell(line + day, in: workplace.path)
                #expect(!read.output.contains("'\(option)' is"), "\(line)\(day): \(read.output)")
            }
        }
    }

    private static let daysOfViews: Set = ["as-of", "known-at"]
}
